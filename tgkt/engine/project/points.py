"""A trajectory year by year: what is required, what was observed, where a pace leads, and what each leaves missing.

The gap of a year is the target's nearer edge less its figure, t - v, in the row's unit; a total is cumulated, Σ v_i.
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.quantity import CONTEXT, Quantity
from tgkt.engine.grade import is_at_least_as_good
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Direction
from tgkt.facts.interval import point
from tgkt.facts.period import Period
from tgkt.facts.units import Unit
from tgkt.results.project import PathPoint
from tgkt.series.breaks import parting
from tgkt.series.series import Knowledge

Years = dict[int, Quantity]


def points_of(way: Way, knowledge: Knowledge, years: Years, unit: Unit) -> tuple[PathPoint, ...]:
    """The years of a way in a unit.

    Args:
        way: what is required and observed.
        knowledge: what was observed before the way begins.
        years: where a projection leads, in root units.
        unit: the unit of every figure.
    """
    observed, found = _observed(way, knowledge), []
    for year in sorted({*way.required, *observed, *years}):
        seen, there = observed.get(year), years.get(year)
        span = None if seen is None else seen.span(unit)
        found.append(
            PathPoint(
                year=year,
                required=_in(way.required.get(year), unit),
                observed=_in(seen, unit),
                projected=_in(there, unit),
                gap=None if _is_apart(way, year, knowledge) else _in(_missing(way, seen), unit),
                projected_gap=_in(_missing(way, there), unit),
                is_ahead=_is_ahead(way, there, way.required.get(year)),
                observed_low=span.low if span else None,
                observed_high=span.high if span else None,
            )
        )
    return tuple(found)


def _observed(way: Way, knowledge: Knowledge) -> Years:
    """The figure of each year: totals cumulated; levels with the years before the base, which multiples do not have."""
    if way.form is Form.TOTAL:
        return _cumulated(way)
    if way.goal is None:
        return {}
    seen = {year: each.quantity for year, each in way.observed.items()}
    first = way.shown_base.known if way.shown_base else way.start
    if way.form is Form.LEVEL and first is not None and first.period.is_year:
        row, last = way.row, way.deadline if way.apart else first.period.last - 1
        others = knowledge.series(row.indicator.id, row.area).years(0, last)
        return {year: each.quantity for year, each in others.items()} | {first.period.last: first.quantity} | seen
    return seen


def _is_apart(way: Way, year: int, knowledge: Knowledge) -> bool:
    """Whether a break lies between a year's figure and the target, so that they cannot be compared."""
    return parting(way.row, Period(year, year), knowledge) is not None


def _is_ahead(way: Way, there: Quantity | None, required: Quantity | None) -> bool | None:
    direction = way.row.indicator.direction
    if there is None or required is None or direction is Direction.NEUTRAL:
        return None
    return is_at_least_as_good(there, required, direction)


def _missing(way: Way, value: Quantity | None) -> Quantity | None:
    """The target's nearer edge less a value."""
    if way.goal is None or value is None:
        return None
    return value.exactly(CONTEXT.subtract(way.goal.nearest(value.value), value.value))


def _cumulated(way: Way) -> Years:
    found, done, spread = {}, Decimal(0), point(Decimal(0))
    for year, each in sorted(way.observed.items()):
        done, spread = CONTEXT.add(done, each.quantity.value), spread + each.quantity.interval
        found[year] = each.quantity.spread(done, spread)
    return found


def _in(value: Quantity | None, unit: Unit) -> Decimal | None:
    return None if value is None else value.within(unit)
