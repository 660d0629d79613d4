"""The answer: a row for each area and target, in the words of every other command."""

from __future__ import annotations

from decimal import Decimal

from tgkt.panel.held import PERIOD, held_tables
from tgkt.panel.parents import COLUMNS as OF_PARENTS
from tgkt.panel.parents import parent_tables
from tgkt.panel.select import literal, select
from tgkt.panel.way import Scale

STATES = {
    "met": "verdict IN ('met', 'exceeded')",
    "not_met": "verdict = 'not_met'",
    "already_met": "standing = 'already_met'",
    "on_track": "standing = 'on_track'",
    "behind": "standing = 'behind'",
    "already_missed": "standing = 'already_missed'",
    "uncertain": "NOT certain",
}
"""The states in which the areas of a parent are counted, over the columns of the answer."""


def answer(scale: Scale, decimals: int, *, has_areas: bool) -> str:
    """The rows of the answer, from `answers`, `targets`, `units` and, where there is one, `areas`.

    `growth` is in percent a year, `points` in the unit a year; one of both is told. Computed numbers have twelve
    decimals at most, and figures those of the files.

    Args:
        scale: how numbers are held.
        decimals: the decimals of figures in the units of their indicators.
        has_areas: whether there is a table of areas.
    """
    pending = "a.verdict_told LIKE 'pending%'"
    told = f"CASE WHEN {pending} THEN a.standing_told ELSE a.verdict_told END"
    low, high = (
        "CASE WHEN t.sign > 0 THEN t.inside_{} ELSE -t.inside_{} END".format(*each)
        for each in (("low", "high"), ("high", "low"))
    )
    columns = [
        "a.pair_area AS area",
        f"{'p.parent' if has_areas else 'CAST(NULL AS VARCHAR)'} AS parent",
        "t.indicator",
        "u.unit",
        "a.first_year",
        f"CAST(a.start_figure AS {scale.figure}) AS start",
        "a.last_year",
        f'CAST(a.end_figure AS {scale.figure}) AS "end"',
        "ROUND(a.current_figure, 12) AS current",
        "t.is_geometric",
        "ROUND(a.moved, 12) AS moved",
        "ROUND(a.required_now, 12) AS required_now",
        "ROUND(a.gap, 12) AS gap",
        "ROUND(a.needed, 12) AS needed",
        "ROUND(a.target_edge, 12) AS target",
        "t.comparator",
        f"CASE WHEN t.of_year IS NULL THEN {low} END AS target_low",
        f"CASE WHEN t.of_year IS NULL THEN {high} END AS target_high",
        f"{PERIOD} AS target_period",
        "SUBSTR(a.verdict_told, 1, INSTR(a.verdict_told, ' ') - 1) AS verdict",
        f"CASE WHEN {pending} THEN SUBSTR(a.standing_told, 1, INSTR(a.standing_told, ' ') - 1) END AS standing",
        "a.certain",
        f"SUBSTR({told}, INSTR({told}, ' ') + 1) AS reason",
    ]
    source = "answers a JOIN targets t ON t.id = a.id JOIN units u ON u.indicator = t.indicator"
    if has_areas:
        source += " LEFT JOIN areas p ON p.area = a.pair_area"
    # What is ordered is narrow, and is widened afterwards: every byte is held twice while it is put in order.
    ordered = select(columns, source) + "\nORDER BY area, indicator, target_period"
    kind = f"DECIMAL(38, {decimals})"
    return select(
        [
            "area, parent, indicator, unit, first_year",
            f"CAST(start AS {kind}) AS start",
            "last_year",
            f'CAST("end" AS {kind}) AS "end"',
            "current",
            "CASE WHEN is_geometric THEN moved END AS growth",
            "CASE WHEN NOT is_geometric THEN moved END AS points",
            "required_now, gap, needed, target, comparator, target_low, target_high, target_period",
            "verdict, standing, certain, reason",
        ],
        f"({ordered}) ordered",
    )


def by_parent(scale: Scale, as_of: int, areas: int, base_year: int, least: Decimal | None = None) -> str:
    """The areas of each parent in every state, from `panel`, `figures` and `areas`, and the parent's own figure.

    `coverage` is the share with a figure; arguments as of `parent_tables`, and what an area must weigh to be named.
    """
    tables = [*parent_tables(scale, as_of, areas, base_year), *held_tables(as_of, has_areas=True), ("there", _there()),
              ("judged", _judged()), ("counted", _counted()), ("worst", _worst(least))]  # fmt: skip
    text = "WITH " + ",\n".join(f"{name} AS (\n{table}\n)" for name, table in tables)
    joined = (
        "counted c JOIN blendings b ON b.indicator = c.indicator "
        "LEFT JOIN parent_values v ON v.parent = c.parent AND v.indicator = c.indicator "
        "LEFT JOIN worst w ON w.parent = c.parent AND w.indicator = c.indicator AND w.target_period = c.target_period"
    )
    columns = ["c.*", *(_own(name) for name in OF_PARENTS), *(f"w.worst_{place}" for place in _PLACES)]
    return f"{text}\n{select(columns, joined)}\nORDER BY 1, 2, 4"


def _own(name: str) -> str:
    """A column of a parent's own figure; one without any figure in any year says why all the same."""
    if name != "value_reason":
        return f"v.{name}"
    return (
        "CASE WHEN v.parent IS NULL THEN COALESCE(b.refused, 'parts_missing') ELSE v.value_reason END AS value_reason"
    )


def _there() -> str:
    """For each parent and target the areas for which it holds, those with a figure, and what all of them weigh."""
    group = "h.parent, h.indicator, h.target_period"
    return select(
        [*group.split(", "), "COUNT(*) AS areas", "COUNT(s.area) AS known", "SUM(h.weight) AS weight"],
        "held h LEFT JOIN seen s ON s.id = h.id AND s.area = h.area",
        "h.parent IS NOT NULL",
        group,
    )


def _judged() -> str:
    """The areas of each parent and target in every state, and what those met or behind weigh."""
    counts = [f"COUNT(CASE WHEN {where} THEN 1 END) AS {name}" for name, where in STATES.items()]
    weights = [f"SUM(CASE WHEN {STATES[name]} THEN a.weight END) AS {name}_weight" for name in _WEIGHED]
    group = "p.parent, p.indicator, p.target_period"
    return select([*group.split(", "), *counts, *weights], "panel p JOIN areas a ON a.area = p.area", group=group)


def _counted() -> str:
    """Both together: areas without a row are in no state."""
    columns = [
        "t.parent", "t.indicator", "u.unit", "t.target_period", "t.areas", "t.known",
        "ROUND(t.known / CAST(t.areas AS DOUBLE), 6) AS coverage", *(f"COALESCE(j.{name}, 0) AS {name}" for name in STATES),
        "t.weight", *(f"COALESCE(j.{name}_weight, 0 * t.weight) AS {name}_weight" for name in _WEIGHED),
    ]  # fmt: skip
    return select(
        columns,
        "there t JOIN units u ON u.indicator = t.indicator LEFT JOIN judged j ON j.parent = t.parent "
        "AND j.indicator = t.indicator AND j.target_period = t.target_period",
    )


_WEIGHED = ("met", "behind")
_PLACES = range(1, 6)


def _worst(least: Decimal | None) -> str:
    """The five areas of each parent whose newest figures are worst, equal ones by name; of those that weigh so much."""
    place = 'ROW_NUMBER() OVER (PARTITION BY p.parent, p.indicator, p.target_period ORDER BY b.sign * p."end", p.area)'
    inner = select(
        ["p.parent", "p.indicator", "p.target_period", "p.area", f"{place} AS place"],
        "panel p JOIN blendings b ON b.indicator = p.indicator JOIN areas a ON a.area = p.area",
        'b.sign IS NOT NULL AND p.parent IS NOT NULL AND p."end" IS NOT NULL'
        + (f" AND a.weight >= {literal(least)}" if least is not None else ""),
    )
    columns = [f"MAX(CASE WHEN place = {each} THEN area END) AS worst_{each}" for each in _PLACES]
    group = "parent, indicator, target_period"
    return select([*group.split(", "), *columns], f"({inner}) ranked", group=group)
