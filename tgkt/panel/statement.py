"""The whole statement: what is read, the tables of each form of target, the answer.

It reads `figures` (area, indicator, unit, year, value, decimals, words), `measures` and `targets`, and says one row for
each area and target.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from tgkt.panel.level import level_tables
from tgkt.panel.select import JOINED, Tables, select
from tgkt.panel.term import term_tables
from tgkt.panel.way import Scale
from tgkt.panel.yearly import yearly_tables

_ANSWER = (
    "pair_area", "id", "first_year", "start_figure", "last_year", "end_figure", "current_figure", "moved", "required_now",
    "gap", "needed", "target_edge", "certain", "standing_told", "verdict_told",
)  # fmt: skip


def statement(
    scale: Scale,
    as_of: int,
    forms: Collection[str],
    *,
    has_words: bool = False,
    has_rise: bool = True,
    fixed: Mapping[str, str] | None = None,
) -> str:
    """The statement that answers for every pair.

    Args:
        scale: how numbers are held.
        as_of: the last year whose figures are known.
        forms: the forms of the plan's targets, and `refused` where one is not judged.
        has_words: whether the figures have comparators.
        has_rise: whether one of the targets is the average of a growth.
        fixed: columns of targets that are the same in all of them, each with its value, which is written instead.
    """
    tables: Tables = [("printed", _printed(scale, as_of, has_words=has_words))]
    answers = []
    if "level" in forms:
        tables += level_tables(scale, as_of, has_words=has_words)
        answers.append("level_answers")
    if "every_year" in forms:
        tables += yearly_tables(as_of)
        answers.append("yearly_answers")
    if "average" in forms or "total" in forms:
        tables += term_tables(scale, as_of, has_rise=has_rise)
        answers.append("term_answers")
    if "refused" in forms:
        tables.append(("refused_answers", _refused(scale, as_of)))
        answers.append("refused_answers")
    union = "\nUNION ALL\n".join(f"SELECT {', '.join(_ANSWER)} FROM {each}" for each in answers)
    return "WITH " + ",\n".join(f"{name} AS (\n{text}\n)" for name, text in _with(fixed or {}, tables)) + "\n" + union


def _with(fixed: Mapping[str, str], tables: Tables) -> Tables:
    """The tables with these columns replaced by their values, so that the database leaves out what follows from them."""
    if not fixed:
        return tables
    name = re.compile(rf"(?<![\w.])(?<!AS )(?:{'|'.join(fixed)})(?!\w)")
    return [(table, name.sub(lambda found: fixed[found[0]], text)) for table, text in tables]


def _refused(scale: Scale, as_of: int) -> str:
    """Pairs whose target is not judged, each with the reason."""
    value = f"CAST(NULL AS {scale.decimal})"
    nothing = [
        f"CAST(NULL AS DOUBLE) AS {name}"
        for name in ("current_figure", "moved", "required_now", "gap", "needed", "target_edge")
    ]
    columns = ["f.area AS pair_area", "t.id", "CAST(NULL AS INTEGER) AS first_year", f"{value} AS start_figure",
               "CAST(NULL AS INTEGER) AS last_year", f"{value} AS end_figure", *nothing, "CAST(NULL AS BOOLEAN) AS certain",
               f"CASE WHEN t.last > {as_of} THEN CONCAT('open ', t.refused) END AS standing_told",
               f"CASE WHEN t.last > {as_of} THEN 'pending deadline_ahead' ELSE CONCAT('not_assessable ', t.refused) END AS verdict_told"]  # fmt: skip
    return select(columns, JOINED, "t.refused IS NOT NULL", "f.area, t.id, t.last, t.refused")


def _printed(scale: Scale, as_of: int, *, has_words: bool) -> str:
    """The figures in the units of their indicators, each with half the unit of its last digit; 0 where it is exact."""
    words = "f.words" if has_words else "'equals'"
    loose = "f.words IN ('about', 'near_below', 'more_than')" if has_words else "FALSE"
    widened = "f.words IN ('about', 'near_below')" if has_words else "FALSE"
    digit = "CASE f.decimals " + " ".join(f"WHEN {d} THEN {_half(d)}" for d in range(scale.places + 1)) + " END"
    zeros = "CASE " + " ".join(f"WHEN f.value % {10**z} = 0 THEN {10**z}" for z in range(18, 0, -1)) + " ELSE 1 END"
    filled = (
        "f.decimals = 0 AND f.value <> 0 AND f.value % 10 = 0 AND "
        f"(m.is_scaled OR {loose} OR (m.is_count AND f.value % 1000 = 0))"
    )
    half = f"""CASE
        WHEN f.decimals IS NULL THEN 0
        WHEN m.is_count AND NOT {widened} AND (f.value = 0 OR f.value % m.thousand <> 0) THEN 0
        WHEN {filled} THEN GREATEST(1, LEAST({zeros}, CAST(ABS(f.value) * 0.1 AS {scale.figure}))) * 0.5
        ELSE {digit} END"""
    if not (scale.has_zeros or has_words):
        half = f"CASE WHEN f.decimals IS NULL THEN 0 ELSE {digit} END"
    value = "f.value"
    if scale.has_units:
        value, half = "f.value * m.times", f"{half} * m.times"
    columns = [
        "f.area",
        "f.indicator",
        "f.year",
        f"CAST({value} AS {scale.figure}) AS value",
        f"CAST({half} AS {scale.figure}) AS half" if scale.has_steps else "0 AS half",
        f"{words} AS words",
    ]
    is_joined = scale.has_units or (scale.has_steps and (scale.has_zeros or has_words))
    source = "figures f JOIN measures m ON m.indicator = f.indicator AND m.unit = f.unit" if is_joined else "figures f"
    return select(columns, source, f"f.year <= {as_of}")


def _half(decimals: int) -> str:
    return "0." + "0" * decimals + "5"
