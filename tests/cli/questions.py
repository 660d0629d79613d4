"""The questions that many tests share, so that each is answered once: an example of every command, and more."""

from __future__ import annotations

RESULTS = ("--plan", "results_2020_2025")
GOAL = ("--solve", "grdp_growth", "--for", "grdp_per_capita >= 220 triệu đồng/người")
# One for each command that answers with rows; a new command adds its own here.
EXAMPLES: dict[str, tuple[str, ...]] = {
    "overview": (),
    "status": (),
    "project": ("--year", "2030"),
    "blend": ("grdp_growth",),
    "explain": ("grdp_growth",),
    "check": (),
    "find": ("7,35",),
    "list": ("indicators",),
    "diff": ("2024", "2025", "--section", "environment"),
    "calc": ("cagr", "127.7", "202.925", "--years", "5"),
}
WITHOUT_ROWS = {"report", "export", "panel", "validate", "schema", "template", "import", "init", "completion", "help"}
# Answers of another shape than their command's example.
QUESTIONS: dict[str, tuple[str, ...]] = {
    **{command: (command, *args) for command, args in EXAMPLES.items()},
    "results": ("status", *RESULTS),
    "attention": ("status", "--attention"),
    "what-if": ("project", "--set", "grdp_growth=9"),
    "goal seek": ("project", *GOAL),
    "weights": ("blend", "--weights-table"),
    "find words": ("find", "nuoc sach"),
    "list areas": ("list", "areas"),
    "list plans": ("list", "plans"),
    "list sections": ("list", "sections"),
    "list origins": ("list", "origins"),
    "list units": ("list", "units"),
    "diff of plans": ("diff", "results_2020_2025", "targets_2025_2030", "--section", "environment"),
}
# Every shape that a machine reads, long forms and other data included.
SINCE = ("--data", "examples/thai_nguyen_since")
IRELAND = ("--data", "examples/ireland_climate", "--plan", "cap24")
SLOW, MORE = "tests/examples/scenario_slow_growth.yaml", "tests/examples/scenario_more_people.yaml"
MACHINE_QUESTIONS: dict[str, tuple[str, ...]] = {
    **QUESTIONS,
    "status in long form": ("status", "--long"),
    "results in long form": ("status", *RESULTS, "--long"),
    "within the year": ("status", "--in-year", *SINCE),
    "a plan in English": ("status", *IRELAND),
    "its paths": ("project", *IRELAND),
    "paths in long form": ("project", "--long"),
    "an indicator without a row": ("project", "commune_level_units"),
    "two scenarios": ("project", "--scenario", SLOW, "--scenario", MORE),
    "every blend": ("blend", "--all"),
    "blends in long form": ("blend", "--all", "--long"),
    "a history": ("blend", "grdp_growth", "--series"),
    "everything checked": ("check", "--all"),
    "checks in long form": ("check", "--all", "--long"),
    "proposals": ("check", "--suggest"),
    "the least that must change": ("check", "--least", "national_standard_school_share"),
    "what a target may be": ("check", "--range", "3"),
    "figures in several places": ("explain", "investment"),
    "figures in English": ("explain", "1", *IRELAND[:2]),
    "a word in a note": ("find", "gross"),
    "units in English": ("list", "units", *IRELAND[:2]),
    "documents in English": ("list", "origins", *IRELAND[:2]),
    "a ratio": ("calc", "ratio", "3", "8"),
}
