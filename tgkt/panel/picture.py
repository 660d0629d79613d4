"""A panel in one picture: counts over `panel`, `figures`, `targets`, `areas` and `parents`, as SQL.

Every pair of an area and a target that holds for it is counted once, whether it has figures or not:

    pairs      areas for which the target holds, of `held`
    known      those with a figure, of `seen`
    states     the rows of `panel`, by `STATES`; what is in none of them is undecided

The table `standings` has them by parent, indicator and period; every other count is a sum over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from tgkt.panel.answer import STATES
from tgkt.panel.base import Base
from tgkt.panel.held import held_tables
from tgkt.panel.run import Wanted
from tgkt.panel.select import select
from tgkt.results.picture import Aim, Parent, Picture, Read, Standings, Why, Worst

MOST_PARENTS, MOST_ROWS, MOST_REASONS = 70, 60, 10
"""How many rows of parents, of parents by target, and of reasons there are room for."""
_GOOD, _BAD = ("met", "already_met", "on_track"), ("not_met", "behind", "already_missed")
_KEYS = "parent, indicator, target_period"


def picture(base: Base, wanted: Wanted, indicators: Sequence[str]) -> Picture:
    """The picture of a panel that was judged.

    Args:
        base: the database, with the views of `run`.
        wanted: what was asked of the panel.
        indicators: the indicators to be shown.
    """
    as_of = wanted.as_of if wanted.as_of is not None else base.rows("SELECT MAX(year) FROM figures")[0][0]
    has_areas = wanted.areas is not None
    base.table("pictured", [(each,) for each in indicators], ("indicator",), ("VARCHAR",))
    base.run(f"CREATE TABLE standings AS {standings(as_of, has_areas=has_areas)}")
    rows, rest = _rows(base) if has_areas else ((), 0)
    return Picture(
        _read(base, wanted, as_of),
        _standings(base.rows(_summed(""))[0]),
        _aims(base, wanted),
        _parents(base) if has_areas else (),
        rows,
        rest,
        _whys(base),
    )


def standings(as_of: int, *, has_areas: bool) -> str:
    """The pairs of each parent, indicator and period in every state.

    Args:
        as_of: the last year whose figures are known.
        has_areas: whether there is a table of areas.
    """
    nothing = [f"0 AS {name}" for name in Standings._fields[2:]]
    there = select(
        [
            "h.parent",
            "h.indicator",
            "h.target_period",
            "1 AS pairs",
            "CASE WHEN s.area IS NULL THEN 0 ELSE 1 END AS known",
            *nothing,
        ],
        "held h LEFT JOIN seen s ON s.id = h.id AND s.area = h.area",
    )
    good, bad = (" OR ".join(f"({STATES[name]})" for name in names) for names in (_GOOD, _BAD))
    states = STATES | {"perhaps_good": f"NOT certain AND ({good})", "perhaps_bad": f"NOT certain AND ({bad})"}
    counts = [f"CASE WHEN {states[name]} THEN 1 ELSE 0 END AS {name}" for name in Standings._fields[3:]]
    judged = select(
        ["p.parent", "p.indicator", "p.target_period", "0 AS pairs", "0 AS known", "1 AS answered", *counts],
        "panel p JOIN pictured s ON s.indicator = p.indicator",
    )
    sums = [f"SUM({name}) AS {name}" for name in Standings._fields]
    whole = select([*_KEYS.split(", "), *sums], f"({there}\nUNION ALL\n{judged}) counted", group=_KEYS)
    tables = held_tables(as_of, "targets t JOIN pictured s ON s.indicator = t.indicator", has_areas=has_areas)
    return "WITH " + ",\n".join(f"{name} AS (\n{text}\n)" for name, text in tables) + f"\n{whole}"


def _summed(keys: str, where: str = "") -> str:
    """The sums over `standings` by some of its keys; of no keys that of all."""
    sums = [f"COALESCE(SUM({name}), 0) AS {name}" for name in Standings._fields]
    return select([*([keys] if keys else []), *sums], "standings", where, keys)


def _standings(row: Sequence[Any]) -> Standings:
    return Standings(*(int(each) for each in row))


def _read(base: Base, wanted: Wanted, as_of: int) -> Read:
    used = f"COUNT(CASE WHEN year <= {as_of} THEN 1 END)"
    figures, kept, digits = base.rows(f"SELECT COUNT(*), {used}, COUNT(decimals) FROM figures")[0]
    if wanted.areas is None:
        areas, parents = base.rows(f"SELECT COUNT(DISTINCT area) FROM figures WHERE year <= {as_of}")[0][0], None
    else:
        areas, parents = base.rows("SELECT COUNT(*), COUNT(DISTINCT parent) FROM areas")[0]
    return Read(
        files=tuple(Path(each).name for each in wanted.files),
        figures=figures,
        used=kept,
        areas=areas,
        parents=parents,
        as_of=as_of,
        is_exact=not digits,
        areas_file=Path(wanted.areas).name if wanted.areas else None,
        weighed_by=wanted.weigh_by,
        least_weight=wanted.least_weight,
    )


def _aims(base: Base, wanted: Wanted) -> tuple[Aim, ...]:
    """Each target with its worst areas."""
    worst: dict[tuple[str, str], list[Worst]] = {}
    for indicator, period, area, value, year in base.rows(worst_areas(wanted.least_weight)):
        worst.setdefault((indicator, period), []).append(Worst(area, Decimal(value), year))
    keys = "indicator, target_period"
    return tuple(
        Aim(indicator, period, _standings(counts), tuple(worst.get((indicator, period), ())))
        for indicator, period, *counts in base.rows(f"{_summed(keys)}\nORDER BY {keys}")
    )


def worst_areas(least: Decimal | None) -> str:
    """The five areas with the worst newest figures of each target, equal ones by name; of those that weigh so much."""
    place = 'ROW_NUMBER() OVER (PARTITION BY p.indicator, p.target_period ORDER BY b.sign * p."end", p.area) AS place'
    signs = "(SELECT indicator, MIN(sign) AS sign FROM targets WHERE NOT is_neutral GROUP BY indicator) b"
    source = f"panel p JOIN pictured s ON s.indicator = p.indicator JOIN {signs} ON b.indicator = p.indicator"
    heavy = f" JOIN areas a ON a.area = p.area AND a.weight >= {least:f}" if least is not None else ""
    columns = ["p.indicator", "p.target_period", "p.area", 'p."end" AS value', "p.last_year", place]
    inner = select(columns, source + heavy, 'p."end" IS NOT NULL')
    kept = select(["indicator", "target_period", "area", "value", "last_year"], f"({inner}) ranked", "place <= 5")
    return f"{kept}\nORDER BY indicator, target_period, place"


def _parents(base: Base) -> tuple[Parent, ...]:
    found = base.rows(f"{_summed('parent', 'parent IS NOT NULL')}\nORDER BY parent")
    return tuple(Parent(name, _standings(counts)) for name, *counts in found)


def _rows(base: Base) -> tuple[tuple[Parent, ...], int]:
    """A parent and a target each, with the parent's own figure; and how many are left out."""
    total = base.rows("SELECT COUNT(*) FROM standings WHERE parent IS NOT NULL")[0][0]
    share = f"CAST({' + '.join(f's.{name}' for name in _BAD)} AS DOUBLE) / CAST(s.pairs AS DOUBLE)"
    told = ("value", "low", "high", "value_reason", "weight_given")
    columns = [*(f"s.{name}" for name in ("parent", "indicator", "target_period", *Standings._fields))]
    text = select(
        [*columns, *(f"v.{name}" for name in told)],
        "standings s LEFT JOIN parents v ON v.parent = s.parent AND v.indicator = s.indicator "
        "AND v.target_period = s.target_period",
        "s.parent IS NOT NULL",
    )
    found = base.rows(f"{text}\nORDER BY {share} DESC, 1, 2, 3 LIMIT {MOST_ROWS}")
    rows = tuple(_row(each) for each in found)
    return rows, total - len(rows)


def _row(told: Sequence[Any]) -> Parent:
    """A row of a parent and a target: its keys, its counts, its own figure."""
    name, indicator, period, *counts, value, low, high, why, is_given = told
    value, low, high = (_number(each) for each in (value, low, high))
    return Parent(name, _standings(counts), indicator, period, value, low, high, why, is_given=bool(is_given))


def _number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _whys(base: Base) -> tuple[Why, ...]:
    """The most frequent reasons of the undecided; `no_row` of pairs without any figure."""
    decided = " OR ".join(f"({STATES[name]})" for name in (*_GOOD, *_BAD))
    open_ = select(
        ["p.reason", "COUNT(*) AS pairs", "COUNT(DISTINCT p.indicator) AS indicators"],
        "panel p JOIN pictured s ON s.indicator = p.indicator",
        f"NOT COALESCE({decided}, FALSE)",
        "p.reason",
    )
    silent = select(
        [
            "'no_row' AS reason",
            "SUM(missing) AS pairs",
            "COUNT(DISTINCT CASE WHEN missing > 0 THEN indicator END) AS indicators",
        ],
        "(SELECT indicator, pairs - answered AS missing FROM standings) lacking",
    )
    text = select(["*"], f"({open_}\nUNION ALL\n{silent}) reasons", "pairs > 0")
    return tuple(
        Why(code, int(pairs), indicators)
        for code, pairs, indicators in base.rows(f"{text}\nORDER BY pairs DESC, reason LIMIT {MOST_REASONS}")
    )
