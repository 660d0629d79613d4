"""Every statement of a data folder as a tidy row: targets, what rows print of the past, and all that is observed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from tgkt.engine.explain import entries_of, in_year_of
from tgkt.facts.interval import EXACT
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Statement
from tgkt.facts.units import factor
from tgkt.record import NamedTuple
from tgkt.results.computed import Computed
from tgkt.results.explain import Entry
from tgkt.results.export import Measure, Part, Stated
from tgkt.results.status import Assessment
from tgkt.series.series import Knowledge
from tgkt.source import Source


class Place(NamedTuple):
    """Where a figure of the past stands in a plan."""

    part: Part
    row: Row


Identity = tuple[Source, str]
"""What tells a statement from every other: where it stands, and its indicator, for the shares of a structure."""


def identity(statement: Statement) -> Identity:
    """What tells a statement from every other."""
    return statement.source, statement.indicator


def key_of_row(row: Row) -> str:
    """The key of a row of a plan, as in status."""
    return "/".join((row.plan, row.area, row.code or row.indicator.id))


def plans_in_order(knowledge: Knowledge) -> list[Plan]:
    """The plans by their ids, whatever the files they stand in are called."""
    return [plan for _, plan in sorted(knowledge.catalogue.plans.items())]


def stated(items: Iterable[Assessment], knowledge: Knowledge) -> list[Stated]:
    """Every statement as a row: by indicator and area, in each targets first, then by period.

    Args:
        items: the assessed rows of all plans; they say what meets their targets.
        knowledge: what is known.
    """
    catalogue, places = knowledge.catalogue, _places(knowledge)
    targets: dict[tuple[str, str], list[Stated]] = {}
    for item in items:
        targets.setdefault((item.row.indicator.id, item.row.area), []).extend(_targets(item))
    found: list[Stated] = []
    for indicator in catalogue.indicators.values():
        for area in catalogue.areas:
            found += targets.get((indicator.id, area), [])
            found += _reprints(indicator.id, area, knowledge)
            found += _of_series(indicator.id, area, places, knowledge)
    return _within_structures(found)


def _places(knowledge: Knowledge) -> dict[Source, Place]:
    """Where the figures of the past stand that rows print; one that several rows share stands in the first."""
    found: dict[Source, Place] = {}
    for plan in plans_in_order(knowledge):
        for row in plan.rows:
            parts = ((Part.BASELINE, row.baseline), (Part.LAST_TERM, row.last_term), (Part.RESULT, row.result))
            for part, statement in parts:
                if statement is not None:
                    found.setdefault(statement.source, Place(part, row))
    return found


def _targets(item: Assessment) -> Iterator[Stated]:
    """The target of a row, and of a structure the share of each part."""
    row, target = item.row, item.row.target
    if target is None:
        return
    key = f"{key_of_row(row)}/target"
    yield _target(key, item, target)
    shares = (part for part in item.parts if part.row.target is not None)
    for place, part in enumerate(shares, 1):
        if part.row.target is not None:
            yield _target(f"{key}/{place}", part, part.row.target)._replace(part_of=key)


def _target(key: str, item: Assessment, target: Statement) -> Stated:
    low, high = _allowed(item.target, target)
    return Stated(
        key=key,
        statement=target,
        part=Part.TARGET,
        measure=measure_of(target),
        plan=item.row.plan,
        code=item.row.code,
        low=low,
        high=high,
        decimals=decimals_of(target),
    )


def _reprints(indicator: str, area: str, knowledge: Knowledge) -> Iterator[Stated]:
    """The targets of an indicator in an area that are printed once more."""
    seen: Counter[str] = Counter()
    for each in knowledge.reprints(indicator, area):
        key = f"{area}/{indicator}/{each.period}/{each.timing}/{each.origin}/reprint"
        seen[key] += 1
        low, high = _allowed(None, each)
        yield Stated(
            key=key if seen[key] == 1 else f"{key}/{seen[key]}",
            statement=each,
            part=Part.REPRINT,
            measure=measure_of(each),
            low=low,
            high=high,
            decimals=decimals_of(each),
        )


def _allowed(allowed: Computed | None, target: Statement) -> tuple[Decimal | None, Decimal | None]:
    """What meets a target, in its own unit: as status has it, except that a multiple stays one and is no level."""
    if target.figure is None:
        return None, None
    if allowed is not None and target.relative_to is None:
        times = factor(allowed.unit, target.unit)  # 1 where they are two names of one unit
        return EXACT.multiply(allowed.low, times), EXACT.multiply(allowed.high, times)
    region = target.figure.region()
    return region.low, region.high


def _of_series(indicator: str, area: str, places: dict[Source, Place], knowledge: Knowledge) -> list[Stated]:
    """The figures of the past of one indicator in one area, by period, sense and document."""
    catalogue = knowledge.catalogue
    origins = {name: place for place, name in enumerate(catalogue.origins)}
    entries = [
        *entries_of(catalogue.indicators[indicator], area, knowledge),
        *in_year_of(catalogue.indicators[indicator], area, knowledge),
    ]

    def order(entry: Entry) -> tuple[object, ...]:
        s = entry.statement
        place = places.get(s.source)
        return s.period, s.timing, origins[s.origin], place is None, key_of_row(place.row) if place else ""

    seen: Counter[str] = Counter()
    return [_past(entry, places.get(entry.statement.source), seen) for entry in sorted(entries, key=order)]


def _past(entry: Entry, place: Place | None, seen: Counter[str]) -> Stated:
    s = entry.statement
    key = f"{s.area}/{s.indicator}/{s.period}/{s.timing}/{s.origin}"
    seen[key] += 1
    return Stated(
        key=key if seen[key] == 1 else f"{key}/{seen[key]}",
        statement=s,
        part=place.part if place else Part.OBSERVED,
        measure=measure_of(s),
        plan=place.row.plan if place else None,
        code=place.row.code if place else None,
        taken_as=entry.status,
        role=entry.role,
        low=entry.low,
        high=entry.high,
        decimals=decimals_of(s),
    )


def _within_structures(found: list[Stated]) -> list[Stated]:
    """The rows, in which each share knows the structure that it was printed in."""
    structures = {
        each.statement.source: each.key for each in found if each.statement.values and each.part is not Part.TARGET
    }

    def placed(each: Stated) -> Stated:
        whole = structures.get(each.statement.source)
        is_share = whole is not None and not each.statement.values and each.part is not Part.TARGET
        return each._replace(part_of=whole) if is_share else each

    return [placed(each) for each in found]


def measure_of(statement: Statement) -> Measure:
    """What the number of a statement is."""
    if statement.figure is None and not statement.values:
        return Measure.WORDS
    if statement.relative_to is not None:
        if statement.is_cut:
            return Measure.CUT
        return Measure.RISE if statement.is_rise else Measure.MULTIPLE
    return Measure.INDEX if statement.is_index else Measure.ABSOLUTE


def decimals_of(statement: Statement) -> int | None:
    """How many digits of a statement's number stand after the point."""
    if statement.figure is None:
        return None
    exponents = (end.as_tuple().exponent for end in (statement.figure.low, statement.figure.high))
    return max(0, *(-each for each in exponents if isinstance(each, int)))
