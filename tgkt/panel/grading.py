"""Expressions of SQL by which values are graded: what `tgkt/engine/grade.py` and `goal.py` say, over columns.

Values run from a to b, edges are signed so that more is better:

    not met    b below the worse edge w, or at it where w itself is not met
    met        a at or above w
    exceeded   a above the better edge g, or at it where g is open

An edge that is NULL has no end. Ends that were rounded outward never count as reached: `outward` says that they were.
"""

from __future__ import annotations

from tgkt.record import NamedTuple


class Values(NamedTuple):
    """The columns of values: from a to b, whether an end is itself left out, and whether both were rounded outward."""

    low: str
    high: str
    low_open: str = "FALSE"
    high_open: str = "FALSE"
    outward: str = "FALSE"


class Edges(NamedTuple):
    """The columns of the edges of a target; those for the lower and for the upper end of the values may differ."""

    worse: str
    better: str
    inside_low: str
    inside_high: str
    digits_low: str
    digits_high: str
    worse_from_above: str
    inside_low_from_above: str
    inside_high_from_below: str


def edges(prefix: str, above: str | None = None) -> Edges:
    """The edges in columns of one prefix; those that are compared with the upper end of values in those of another."""
    other = above or prefix
    return Edges(
        f"{prefix}_worse",
        f"{prefix}_better",
        f"{prefix}_inside_low",
        f"{other}_inside_high",
        f"{prefix}_digits_low",
        f"{other}_digits_high",
        f"{other}_worse",
        f"{other}_inside_low",
        f"{prefix}_inside_high",
    )


def grade(values: Values, edge: Edges, same_words: str = "FALSE") -> str:
    """The grade that all of the values earn; NULL where they earn different ones."""
    return f"""CASE
        WHEN is_number THEN CASE WHEN {_in_digits(values, edge)} THEN 'met' END
        WHEN {same_words} THEN 'met'
        WHEN is_inside THEN CASE WHEN {_within(values, edge)} THEN 'met' WHEN NOT {_meets(values, edge)} THEN 'not_met' END
        WHEN {_fails(values, edge)} THEN 'not_met'
        WHEN {_exceeds(values, edge)} THEN 'exceeded'
        WHEN {_passes(values, edge)} THEN 'met' END"""


def sure(values: Values, edge: Edges, grade: str) -> str:
    """Whether every value of an interval passes or fails as its grade says."""
    return f"""CASE
        WHEN is_number THEN {_in_digits(values, edge)}
        WHEN is_inside THEN CASE WHEN {grade} = 'met' THEN {_within(values, edge)} ELSE NOT {_meets(values, edge)} END
        WHEN {grade} = 'not_met' THEN {_fails(values, edge)}
        ELSE {_passes(values, edge)} END"""


def keeps(values: Values, edge: Edges, is_fine: str) -> str:
    """Whether every value passes where that is fine, and fails where it is not; a number counts to the digit."""
    inside = f"CASE WHEN {is_fine} THEN {_within(values, edge)} ELSE NOT {_meets(values, edge)} END"
    side = f"CASE WHEN {is_fine} THEN {_passes(values, edge)} ELSE {_fails(values, edge)} END"
    return f"CASE WHEN is_number OR is_inside THEN {inside} ELSE {side} END"


def _fails(values: Values, edge: Edges) -> str:
    at = f"{values.high} = {edge.worse_from_above} AND NOT {values.outward} AND ({values.high_open} OR worse_open)"
    return f"COALESCE({values.high} < {edge.worse_from_above} OR ({at}), FALSE)"


def _passes(values: Values, edge: Edges) -> str:
    at = f"{values.low} = {edge.worse} AND NOT {values.outward} AND ({values.low_open} OR NOT worse_open)"
    return f"COALESCE({values.low} > {edge.worse} OR ({at}), FALSE)"


def _exceeds(values: Values, edge: Edges) -> str:
    at = f"{values.low} = {edge.better} AND NOT {values.outward} AND ({values.low_open} OR better_open)"
    return f"COALESCE({values.low} > {edge.better} OR ({at}), FALSE)"


def _within(values: Values, edge: Edges) -> str:
    low = (
        f"{edge.inside_low} IS NULL OR {values.low} > {edge.inside_low} OR ({values.low} = {edge.inside_low} "
        f"AND NOT {values.outward} AND (NOT inside_low_open OR {values.low_open}))"
    )
    high = (
        f"{edge.inside_high} IS NULL OR {values.high} < {edge.inside_high} OR ({values.high} = {edge.inside_high} "
        f"AND NOT {values.outward} AND (NOT inside_high_open OR {values.high_open}))"
    )
    return f"COALESCE(({low}) AND ({high}), FALSE)"


def _meets(values: Values, edge: Edges) -> str:
    below = (
        f"{values.low} IS NULL OR {edge.inside_high_from_below} IS NULL OR {values.low} < {edge.inside_high_from_below} "
        f"OR ({values.low} = {edge.inside_high_from_below} "
        f"AND ({values.outward} OR NOT ({values.low_open} OR inside_high_open)))"
    )
    above = (
        f"{values.high} IS NULL OR {edge.inside_low_from_above} IS NULL OR {values.high} > {edge.inside_low_from_above} "
        f"OR ({values.high} = {edge.inside_low_from_above} "
        f"AND ({values.outward} OR NOT ({values.high_open} OR inside_low_open)))"
    )
    return f"COALESCE(({below}) AND ({above}), FALSE)"


def _in_digits(values: Values, edge: Edges) -> str:
    low = (
        f"{edge.digits_low} IS NULL OR {values.low} > {edge.digits_low} "
        f"OR ({values.low} = {edge.digits_low} AND NOT {values.outward})"
    )
    high = (
        f"{edge.digits_high} IS NULL OR {values.high} < {edge.digits_high} "
        f"OR ({values.high} = {edge.digits_high} AND NOT {values.outward})"
    )
    return f"COALESCE(({low}) AND ({high}), FALSE)"
