"""The words of what changed and of what looks wrong, by their key, in English: a part of the table in words.py."""

from __future__ import annotations

from tgkt.report.language import Homonym

CHANGE_WORDS: dict[str, str | Homonym] = {
    # the two states
    "diff_year": "figures up to {name}",
    "diff_date": "documents up to {name}",
    "diff_plan": "{name}",
    "diff_folder": "{name}",
    "diff_all": "all present data",
    "diff_same": "{old} → {new}: nothing differs",
    # what changed, and how
    "about_figure": Homonym("Figures", "what documents print"),
    "about_target": "Targets",
    "about_standing": "Standings and verdicts",
    "change": Homonym("Change", "what became of something"),
    "change_added": "+ added",
    "change_revised": "↻ revised",
    "change_corrected": "≠ corrected",
    "change_gone": "− gone",
    "change_changed": "→ changed",
    "change_moved": "→ moved with its base",
    "change_only_first": "− only in the first",
    "change_only_second": "+ only in the second",
    "timing_in_year": Homonym("last year", "what a target of a term may mean"),
    "timing_average": Homonym("average", "what a target of a term may mean"),
    "timing_total": Homonym("total", "what a target of a term may mean"),
    "timing_every_year": Homonym("every year", "what a target of a term may mean"),
    "timing_before": Homonym("before it", "what a target of a year may mean"),
    "figure_before": "Figure before",
    "figure_after": "Figure after",
    "figure_both": "Figure",
    "standing_before": "Stood",
    "standing_after": "Stands",
    # figures that look wrong
    "suspects_accept": "Look wrong, and must be accepted to be taken",
    "suspects_warn": "Look unusual, and are taken",
    "compared_with": "Compared with",
    "looks_like": "Looks like",
    "would_fit": "Would fit",
    "doubt_limit": "outside the limits {limits}",
    "doubt_jump": "far from the last figure",
    "look_factor": "{times} times too large",
    "small_factor": "{times} times too small",
    "look_mark": "the decimal mark lost or read as grouping",
    "small_mark": "grouping read as the decimal mark",
    "look_swapped": "two digits swapped",
    "look_doubled": "a digit written twice",
    "look_dropped": "a digit left out",
    "suspect_fits": "{fit} would fit",
    "suspect_last": "the figure known is {last}",
}
