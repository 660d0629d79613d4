"""Every word a person reads, by its key, in English; other languages are in tgkt/locale. Machine formats never use it.

A new word is a line here and an entry in each catalogue, e.g. tgkt/locale/vi/LC_MESSAGES/tgkt.po.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Words
from tgkt.facts.statement import Cited, Placed, Timing
from tgkt.facts.units import Unit
from tgkt.language import Homonym, said, translation
from tgkt.message import Message
from tgkt.reason import Listed, Reason
from tgkt.report.change_words import CHANGE_WORDS
from tgkt.report.dates import dated
from tgkt.report.declaration_words import DECLARATION_WORDS
from tgkt.report.lookup_words import LOOKUP_WORDS
from tgkt.report.numbers import as_printed, both_ends, plain, printed, short, statement, unit
from tgkt.report.project_words import PROJECT_WORDS
from tgkt.report.sentences import SENTENCES
from tgkt.report.story_words import STORY_WORDS
from tgkt.results.computed import Amount, Computed, Ends

WORDS: dict[str, str | Homonym] = {
    # grades and standings, with the sign that carries them without colour
    "exceeded": "▲ exceeded",
    "met": "✓ met",
    "not_met": "✗ not met",
    "pending": "○ pending",
    "not_assessable": "? no grade",
    "already_met": "✓ already met",
    "open": "○ open",
    "just_behind": "→ just behind",
    "already_missed": "✗ already missed",
    "no_figure": "? no figure",
    "present": "Present",
    "needed": "Needed a year",
    "no_figure_only_parts": "? Printed for constituent areas only",
    "no_figure_only_other_period": "? Printed for another period only",
    "no_figure_none_printed": "? No document prints a figure",
    "no_figure_no_target": "? The document leaves the target empty",
    "baseline_plan": "Baseline in the plan",
    "year_reached": "Reached in",
    "pace_default": "as observed, or last term's before there are two figures",
    "pace_observed": "as observed",
    "rests_on": "Rests on",
    "rest_rounding": "rounding",
    "rest_estimate": "an estimate",
    "rest_assumption": "an assumption",
    "rest_dispute": "a dispute",
    "rest_reading": "a reading",
    "rest_mixed_release": "figures of two releases",
    "role": "Counts",
    "role_counts": "✓ counts",
    "role_agrees": "= agrees",
    "role_replaced": "replaced",
    "role_disputed": "≠ disputed",
    "role_contradicts": "≠ contradicts",
    "role_forecast": "forecast",
    "role_multiple": "multiple",
    "role_aim": "aim",
    "role_later": "later",
    "agrees": "= label agrees",
    "degree": "~ other degree",
    "outcome": "≠ opposite",
    # column heads
    "code": "No.",
    "indicator": "Indicator",
    "unit": "Unit",
    "baseline": "Baseline",
    "target": "Target",
    "target_year": "Target {year}",
    "times_of_year": "×{figure} of {year}",
    "below_year": "{figure} % below {year}",
    "result": "Result",
    "gap": "Gap",
    "stretch": "Stretch",
    "standing": "Standing",
    "grade": "Computed",
    "official": "Official",
    "agreement": "Compared",
    "certain": "Certain",
    "area": "Area",
    "plan": "Plan",
    "rows": "Total",
    "counted_by": "Counted by",
    "by_target": "target",
    "by_part": "part",
    "not_settled": "◐ not settled",
    # the first screen
    "overview_title": "{plan} (figures up to {year})",
    "targets_and_parts": "Targets / parts",
    "other_sections": "{count} more sections",
    "all_sections": "All",
    "attention_first": "What needs attention first",
    "attention_none": "Nothing needs attention: every target is on track or met",
    "no_result": "? no result yet",
    "missed_newest": "✗ missed",
    "missed_earlier": "✗ missed earlier",
    "reason_without_figure": "{state}, target {target}",
    "reason_with_figure": "{state}: {figure} ({period}), target {target}",
    "reason_with_pace": "{state}: {figure} → {target}, {pace} a year",
    "reason_with_stretch": "{state}: {figure} → {target}, {stretch} last term's pace",
    "audit_silent": "The audit finds nothing in this plan's figures.",
    "audit_rows": "The audit marks figures of {rows} of the {total} rows:",
    "audit_findings": "{apart} relations cannot hold as printed; under an assumption only: {assumed}.",
    "next_attention": "every row, in this order",
    "next_explain": "where the first one stands, and why",
    "next_check": "the row with the most findings",
    "order_code": "By number",
    "order_attention": "What needs attention first",
    "order_standing": "By standing",
    "order_verdict": "By verdict",
    "order_distance": "Farthest from what is required first",
    "order_stretch": "What must speed up most first",
    "order_title": "By title",
    "order_section": "By section",
    "passed": "✓ passed",
    "failed": "✗ failed",
    "unassessed": "? no grade",
    "yes": "yes",
    "no": "no",
    "words": "(in words)",
    "points": "pts",
    "places": "Where our grade and the official label differ, and by which rule",
    "why": "Why",
    "structure": "structure",
    "in_year": "Within the year",
    "reprint": "Printed again",
    # blends
    "consistent": "✓ agrees",
    "inconsistent": "✗ does not follow",
    "needs_assumption": "~ needs an assumption",
    "not_computable": "? not computable",
    "period": "Period",
    "constituents": "Constituents",
    "blended": "From the parts",
    "interval": "Interval of rounding",
    "first_order": "First order (difference)",
    "printed": "Printed",
    "conclusion": "Conclusion",
    "bound": "Lies between",
    "counting": "Counts as",
    "missing": "Missing",
    "weights_base": "base year",
    "weights_end": "last year",
    "weights_of": "Weights of",
    "how_own": "derived from other figures of the area",
    "how_blend": "blended from the parts",
    "how_formula": "by a declared formula",
    "how_bounds": "bounds whatever the weights",
    "weights": "Weights",
    "weight_percent": "Weight %",
    "from": "from",
    "to": "to",
    "contribution": "Contribution",
    "origin": "Origin",
    "locator": "Place",
    "implied": "Implied weight",
    "route": "Route",
    "routes": "Routes to the weight",
    "taken": "Taken",
    "blend_all": "Merged figures recomputed from their constituents",
    "formula": "Formula",
    "inputs": "Values",
    "years": "Years",
    "value": "Value",
    "section": "Section",
    "kind": "Kind",
    "direction": "Direction",
    "path": Homonym("Path", "heading of the shape from baseline to target"),
    "price": "Prices",
    "inferred": "Inferred, not stated",
    "limits": "Limits",
    "blend": "Blend",
    "definition": "Definition",
    "condition": "Condition",
    "declared": "Declared in",
    "target_no": "Target {code}",
    "label": "Name as printed",
    "last_term": "Last term",
    "verdict": "Verdict",
    "last_pace": "last term",
    "note": "Note",
    "statements": "Every figure printed about it",
    "quote": "Words",
    "status": "Status",
    "used_in": "Used in",
    # the audit
    "checked": "Relations judged",
    "total": "Total",
    "outcome_head": "Outcome",
    "says": "Says",
    "severity": "Severity",
    "look_first": "What to look at first",
    "counted_high": "on meaning",
    "counted_medium": "on figures",
    "counted_low": "on presentation",
    "same_cause": "Same cause",
    "severity_high": "Touches a verdict or a target's meaning",
    "severity_medium": "Figures",
    "severity_low": "Presentation",
    "left": "Left side",
    "right": "Right side",
    "residual": "Unexplained",
    "closes": "Closes with",
    "suggested": "Relations that hold and are not declared",
    "relation": "Relation",
    "left_out": "left out",
    "least_figure": "Figure",
    "least_printed": "Printed",
    "enough": "Would suffice",
    "or_instead": "or {figure}",
    "and_with": "and {figure}",
    "any_value": "any value",
    "least_weight": "Weight",
    "findings": "Audit",
    "relation_sum": "sum",
    "relation_share_sum": "shares to 100",
    "relation_ratio": Homonym("ratio", "relation between figures"),
    "relation_growth": Homonym("growth", "relation between figures"),
    "relation_change": "change",
    "relation_blend": "blend",
    "relation_weight": "weight",
    "relation_targets": "between targets",
    "relation_duplicate": "several places",
    "relation_revision": "revision",
    "relation_label": "label",
    "relation_floor": "floor",
    "relation_lowered": "below a former target",
    "relation_reprint": "target printed again",
    "relation_unit": "unit",
    "relation_gap": "numbering",
    "relation_series": "break in the series",
    "relation_slip": "slip",
    "relation_derived": "derived figure",
    **PROJECT_WORDS,
    **CHANGE_WORDS,
    **DECLARATION_WORDS,
    **STORY_WORDS,
    **LOOKUP_WORDS,
}


def word(key: str, lang: str) -> str:
    """The word for a key in the language."""
    return translation(WORDS[key], lang)


def in_words(told: Words | Reason, lang: str) -> str:
    """Words of the data, or a reason as a sentence."""
    return told.within(lang) if isinstance(told, Words) else sentence(told, lang)


def sentence(reason: Reason, lang: str) -> str:
    """A reason as a sentence with its figures put in."""
    own = translation(SENTENCES[reason.code], lang).format(**facts(reason, lang))
    return ". ".join([own, *(fact(each, lang) for each in reason.beside)])


def fact(value: object, lang: str) -> str:
    """What fills a sentence, in the reader's words and notation."""
    if isinstance(value, (Words, Reason)):
        return in_words(value, lang)
    if isinstance(value, Listed):
        return said(Message.listed(fact(each, lang) for each in value.parts), lang)
    for sort, told in _FACTS.items():
        if isinstance(value, sort):
            return told(value, lang)
    if isinstance(value, tuple):
        return "; ".join(fact(each, lang) for each in value)
    return said(value, lang)


def facts(reason: Reason, lang: str) -> dict[str, str]:
    """What the sentence of a reason is filled with, by name."""
    return {name: fact(value, lang) for name, value in reason.facts}


def _placed(value: Placed, lang: str) -> str:
    """A figure with its area; an average of a term's years is marked as such, because its unit does not show it."""
    stated = value.statement
    told = f"{value.area.within(lang)} {statement(stated, lang)}"
    is_amount = stated.timing is Timing.AVERAGE and not stated.unit.is_percent and "năm" not in stated.unit.below
    return f"{told}, {word('timing_average', lang)}" if is_amount else told


def _cited(value: Cited, lang: str) -> str:
    """A figure in its own words, with document and place."""
    stated, origin = value.statement, value.origin
    # a locator may begin with its document's own name
    is_named = f"{stated.locator},".startswith(f"{origin.short.vi},")
    document = "" if stated.locator and is_named else origin.short.within(lang)
    date = dated(origin.date, lang) if value.is_dated and origin.date else None
    return f"{stated.quoted.within(lang)} ({', '.join(filter(None, (document, stated.locator, date)))})"


_FACTS: dict[type, Callable[[Any, str], str]] = {
    Amount: as_printed,
    Computed: lambda value, lang: short(value.value, lang),
    Figure: printed,
    Ends: both_ends,
    Placed: _placed,
    Cited: _cited,
    Unit: unit,
    Decimal: plain,
}
