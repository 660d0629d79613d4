"""Yearly figures of a term, and the term they make where no document prints it.

growth          geometric mean of all yearly rates; where a year lacks its rate, from the levels of its two ends
share, level    arithmetic mean              ratio   of the sums of numerators and denominators where both are known
total           sum of the years             a year that is missing lies anywhere within the natural limits
"""

from __future__ import annotations

from typing import NamedTuple

from tgkt.arithmetic.path import average
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period, years_of
from tgkt.facts.statement import Timing
from tgkt.series.breaks import dividing
from tgkt.series.certainty import Rest, in_order
from tgkt.series.derive.own import growth_route
from tgkt.series.derive.route import Asked, computed
from tgkt.series.known import Known, exact, together
from tgkt.series.limits import natural_limits
from tgkt.series.room import Room


class Term(NamedTuple):
    """A term as its years make it: the figure, as wide as what is missing leaves it, and the years without one."""

    known: Known
    missing: tuple[int, ...] = ()


def growth_from_levels(indicator: Indicator, area: str, period: Period, knowledge: Room) -> Known | None:
    """Average growth by the levels of the base year and the last: of the level that the indicator is declared to grow.

    The level must have the price basis of the growth; levels at current prices say nothing of real growth.
    """
    asked = Asked(indicator, area, period, None)
    found = (computed(asked, route, knowledge) for route in growth_route(asked, knowledge))
    return next((known for known in found if known is not None), None)


def term_of(indicator: Indicator, area: str, period: Period, timing: Timing, knowledge: Room) -> Term | None:
    """A term as its years make it; None where not one of them is known, or where a break runs through it.

    Where years are missing its value is that of the others, its interval what every filling allows.

    Args:
        indicator: what is measured.
        area: where.
        period: the term.
        timing: average or total; a total of a share or ratio is its mean.
        knowledge: what is known.
    """
    if dividing(indicator.id, area, Period(period.first, period.first), period, knowledge) is not None:
        return None
    seen = knowledge.years(indicator.id, area, period.first, period.last)
    missing = tuple(year for year in years_of(period.first, period.last) if year not in seen)
    if missing and (ends := growth_from_levels(indicator, area, period, knowledge)) is not None:
        return Term(ends)
    if not seen:
        return None
    values = [each.quantity for each in seen.values()]
    known = together(period, _made_of(indicator, timing, values), list(seen.values()))
    if missing:
        filled = _made_of(indicator, timing, [*values, *[_anything(indicator, values[0])] * len(missing)]).interval
        value = known.quantity.spread(known.quantity.value, filled)
        return Term(known._replace(quantity=value, region=filled), missing)
    if indicator.kind is not Kind.RATIO:
        return Term(known)
    of_sums = _ratio_of_sums(indicator, area, period, knowledge)
    if of_sums is None:
        return Term(known._replace(rests=in_order((*known.rests, Rest.ASSUMPTION))))
    value = known.quantity.spread(of_sums.value, of_sums.interval)
    return Term(known._replace(quantity=value, region=exact(value)))


def _made_of(indicator: Indicator, timing: Timing, values: list[Quantity]) -> Quantity:
    """The term that yearly figures make."""
    if timing is Timing.TOTAL and indicator.kind in (Kind.LEVEL, Kind.COUNT):
        return sum_of(values)
    return average(values, compounds=indicator.kind is Kind.GROWTH)


def mean_of(indicator: Indicator, seen: dict[int, Known]) -> Known:
    """The average of the years that are known, whether or not others are missing."""
    value = average([each.quantity for each in seen.values()], compounds=indicator.kind is Kind.GROWTH)
    return together(Period(min(seen), max(seen)), value, list(seen.values()))


def sum_of(values: list[Quantity]) -> Quantity:
    """Values added up."""
    total = values[0]
    for each in values[1:]:
        total = total + each
    return total


def _anything(indicator: Indicator, like: Quantity) -> Quantity:
    """What a missing year may be: anything within the natural limits; a growth cannot fall below -100 %."""
    limits = natural_limits(indicator)
    return like.spread(like.value, Interval(limits.low, limits.high))


def _ratio_of_sums(indicator: Indicator, area: str, period: Period, knowledge: Room) -> Quantity | None:
    """Numerators over denominators of all years, where both are known for each."""
    blend, sums = indicator.blend, []
    for name in (blend.numerator, blend.denominator):
        years = knowledge.years(name, area, period.first, period.last) if name else {}
        if len(years) < period.years:
            return None
        sums.append(sum_of([each.quantity for each in years.values()]))
    above, below = sums
    if below.interval.low <= 0:
        return None
    value = CONTEXT.divide(above.value, below.value)
    return Quantity(value, above.interval / below.interval, (), Sort.RATIO)
