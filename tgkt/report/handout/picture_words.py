"""Why an area is not judged, or a parent has no figure of its own, in a few words each."""

from __future__ import annotations

from tgkt.language import said
from tgkt.message import Message

REASONS = {
    "no_row": Message("no figure at all"),
    "only_other_period": Message("figures of other years only"),
    "no_start": Message("one figure only, and none of the base year"),
    "no_base": Message("no figure of the year that the target is a multiple of"),
    "multiple_of_base": Message("no figure of the year that the target is a multiple of"),
    "only_a_bound": Message("the target is a multiple of a figure of which only a bound is printed"),
    "base_zero": Message("the target is a multiple of a figure that may be zero or below"),
    "not_met": Message("not at the target yet, and no later figure to hold against the path"),
    "not_there_yet": Message("not at the target yet, and neither way is better"),
    "inside_before": Message("inside the target before the term, and no figure of the term yet"),
    "bounds_overlap": Message("the words around the figure do not settle whether it is met"),
    "breach": Message("met at the base, and rounding hides whether it still is"),
    "neutral_direction": Message("neither way is better"),
    "years_missing": Message("some years have no figure"),
    "no_result": Message("the deadline has come, and there is no figure of it"),
    "words_only": Message("the target has no number"),
    "structure": Message("a structure: its parts are judged"),
    "beyond_panel": Message("a sort of target that tables of figures cannot settle"),
    "beyond_decimal": Message("so close to the path that more than 38 digits would be needed"),
}
"""Why pairs are undecided, by the codes of the panel."""
VALUE_REASONS = {
    "parts_missing": Message("areas without a figure"),
    "no_weights": Message("areas without a weight"),
    "no_aggregation": Message("declared not to be blended"),
    "bounds_only": Message("no weight is declared"),
    "beyond_panel": Message("needs the level of another year"),
    "negative_weight": Message("a weight below zero"),
    "no_weight": Message("nothing weighs"),
    "beyond_decimal": Message("more than 38 digits"),
}
"""Why a parent has no figure of its own, by the codes of the panel."""


def told(code: str, words: dict[str, Message], lang: str) -> str:
    """A code in words; one that has none as it stands."""
    return said(words.get(code, code), lang)
