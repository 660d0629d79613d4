"""The answer: a row for each area and target, in the words of every other command."""

from __future__ import annotations

from tgkt.panel.select import select

COLUMNS = (
    "area", "parent", "indicator", "unit", "first_year", "start", "last_year", "end", "current", "growth", "points",
    "required_now", "gap", "needed", "target", "comparator", "target_low", "target_high", "target_period", "verdict",
    "standing", "certain", "reason",
)  # fmt: skip


def answer(*, has_areas: bool) -> str:
    """The rows of the answer, from `answers`, `targets`, `units` and, where there is one, `areas`.

    `growth` is in percent a year, `points` in the unit a year; one of both is told.
    """
    pending = "a.verdict_told LIKE 'pending%'"
    told = f"CASE WHEN {pending} THEN a.standing_told ELSE a.verdict_told END"
    low, high = ("CASE WHEN t.sign > 0 THEN t.inside_{0} ELSE -t.inside_{1} END".format(*each) for each in (("low", "high"), ("high", "low")))
    columns = [
        "a.pair_area AS area",
        f"{'p.parent' if has_areas else 'CAST(NULL AS VARCHAR)'} AS parent",
        "t.indicator",
        "u.unit",
        "a.first_year",
        "a.start_figure AS start",
        "a.last_year",
        'a.end_figure AS "end"',
        "a.current_figure AS current",
        "CASE WHEN t.is_geometric THEN a.moved END AS growth",
        "CASE WHEN NOT t.is_geometric THEN a.moved END AS points",
        "a.required_now",
        "a.gap",
        "a.needed",
        "a.target_edge AS target",
        "t.comparator",
        f"CASE WHEN t.of_year IS NULL THEN {low} END AS target_low",
        f"CASE WHEN t.of_year IS NULL THEN {high} END AS target_high",
        "CASE WHEN t.first = t.last THEN CAST(t.last AS VARCHAR) ELSE CONCAT(t.first, '-', t.last) END AS target_period",
        "SUBSTR(a.verdict_told, 1, INSTR(a.verdict_told, ' ') - 1) AS verdict",
        f"CASE WHEN {pending} THEN SUBSTR(a.standing_told, 1, INSTR(a.standing_told, ' ') - 1) END AS standing",
        "a.certain",
        f"SUBSTR({told}, INSTR({told}, ' ') + 1) AS reason",
    ]
    source = "answers a JOIN targets t ON t.id = a.id JOIN units u ON u.indicator = t.indicator"
    if has_areas:
        source += " LEFT JOIN areas p ON p.area = a.pair_area"
    return select(columns, source) + "\nORDER BY area, indicator, target_period"
