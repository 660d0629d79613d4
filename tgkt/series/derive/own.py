"""The figures that follow from other printed figures of the same area, without its parts.

    ratio        a / b, numerator over denominator
    growth       (V_n / V_0)^(1/n) - 1, from the levels of the base year and the last year
    multiple     a level m times that of an earlier year: L = m B, and B = L / m
    complement   1 - Σ s_i, from the other shares s_i of the same structure
    formula      as declared beside the indicator (`derive:`)

Shares and growth are fractions. Source: docs/methods.md, "Derived figures".
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tgkt.facts.formula import Call, Literal, Operation, Reference, placed
from tgkt.facts.indicator import Aggregation, Kind
from tgkt.facts.period import Period
from tgkt.facts.statement import Timing
from tgkt.series.breaks import dividing
from tgkt.series.certainty import Rest
from tgkt.series.derive.route import Asked, Route
from tgkt.series.known import How, Step
from tgkt.series.room import Room

ONE = Literal(Decimal(1))
_LEVELS = (Kind.LEVEL, Kind.COUNT)


def own_routes(asked: Asked, room: Room) -> Iterator[Route]:
    """Every formula over other figures of the same area."""
    yield from _ratio(asked)
    yield from growth_route(asked, room)
    if asked.period.is_year and asked.indicator.kind in _LEVELS:
        yield from _multiples(asked, room)
    yield from _complement(asked, room)
    yield from _declared(asked, of_targets=False)


def _ratio(asked: Asked) -> Iterator[Route]:
    blend = asked.indicator.blend
    if blend.numerator and blend.denominator and asked.timing is not Timing.EVERY_YEAR:
        yield Route(How.OWN, Operation("/", asked.of(blend.numerator), asked.of(blend.denominator)))


def growth_route(asked: Asked, room: Room) -> Iterator[Route]:
    """Growth from the levels of the base year and the last year, if these have the same price basis."""
    indicator, period = asked.indicator, asked.period
    level, by = indicator.blend.level, indicator.blend.by
    if indicator.kind is not Kind.GROWTH or by is not Aggregation.GROWTH or level is None:
        return
    if asked.timing is Timing.EVERY_YEAR or room.catalogue.indicators[level].price is not indicator.price:
        return
    start, end = (Reference(level, asked.area, Period(year, year)) for year in (period.base_year, period.last))
    if dividing(level, asked.area, start.period, end.period, room) is not None:
        return
    term = Call("average_growth", (start, end, Literal(Decimal(period.years))))
    yield Route(How.OWN, term, rests=_releases(start, end, room))


def _releases(start: Reference, end: Reference, room: Room) -> tuple[Rest, ...]:
    """A mixed release, where the two levels are not of one document."""
    both = [room.figure(each.indicator, each.area, each.period) for each in (start, end)]
    origins = {stated.origin for each in both if each for stated in each.inputs}
    return (Rest.MIXED_RELEASE,) if len(origins) > 1 else ()


def _multiples(asked: Asked, room: Room) -> Iterator[Route]:
    year, name = asked.period.last, asked.indicator.id
    for period, since in room.series(name, asked.area).multiples():
        if dividing(name, asked.area, period, Period(since, since), room) is not None:
            continue
        times = Reference(name, asked.area, period, None, "multiple", since)
        if period.last == year:
            yield Route(How.OWN, Operation("*", times, asked.of(name, period=Period(since, since))))
        elif since == year:
            yield Route(How.OWN, Operation("/", asked.of(name, period=period), times))


def _complement(asked: Asked, room: Room) -> Iterator[Route]:
    for structure in room.catalogue.structures(asked.indicator.id):
        others = tuple(asked.of(part) for part in structure.parts if part != asked.indicator.id)
        yield Route(How.OWN, Operation("-", ONE, Call("sum", others)))


def implied_routes(asked: Asked) -> Iterator[Route]:
    """The declared formulas over targets, which give figures that the plan itself implies."""
    yield from _declared(asked, of_targets=True)


def _declared(asked: Asked, *, of_targets: bool) -> Iterator[Route]:
    for each in asked.indicator.derive:
        is_meant = each.area in (None, asked.area) and (asked.period.is_year or each.period is not None)
        if each.is_of_targets is not of_targets or not is_meant or each.period not in (None, asked.period):
            continue
        step = Step.ASSUMED if each.assumes else Step.OWN
        assumes = (each.assumes,) if each.assumes else ()
        yield Route(How.FORMULA, placed(each.term, asked.area, asked.period), step, assumes)
