"""Yearly figures of a term, and the term they make where no document prints it.

With x_i and g_i the figures of the n years, V_0 and V_n the levels of the base year and the last year, a_i and b_i the
numerators and denominators:

    growth         Π(1 + g_i)^(1/n) - 1; where a year lacks its rate (V_n / V_0)^(1/n) - 1
    share, level   Σ x_i / n
    ratio          Σ a_i / Σ b_i where both are known for every year, else Σ x_i / n under an assumption
    total          Σ x_i

A year without a figure may be anything within the natural limits (growth: above -100 %), and the interval of the term
holds every such filling. Source: docs/methods.md, "Which figure counts".
"""

from __future__ import annotations

from tgkt.arithmetic.path import average
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period, years_of
from tgkt.facts.statement import Timing
from tgkt.record import NamedTuple
from tgkt.series.breaks import dividing
from tgkt.series.certainty import Rest, in_order
from tgkt.series.derive.own import growth_route
from tgkt.series.derive.route import Asked, computed
from tgkt.series.known import Known, exact, together
from tgkt.series.limits import natural_limits
from tgkt.series.room import Room


class Term(NamedTuple):
    """The figure that the years of a term make, with an interval as wide as the missing years, and those years."""

    known: Known
    missing: tuple[int, ...] = ()


def growth_from_levels(indicator: Indicator, area: str, period: Period, knowledge: Room) -> Known | None:
    """Average growth (V_n / V_0)^(1/n) - 1 from the levels of the base year and the last; None where one is missing.

    The level is the one whose growth the indicator is declared to be. It must have the same price basis: levels at
    current prices say nothing about real growth.
    """
    asked = Asked(indicator, area, period, None)
    found = (computed(asked, route, knowledge) for route in growth_route(asked, knowledge))
    return next((known for known in found if known is not None), None)


def term_of(indicator: Indicator, area: str, period: Period, timing: Timing, knowledge: Room) -> Term | None:
    """The figure that the years of a term make; None where no year is known or a break runs through the term.

    Where years are missing, the value is that of the known ones and the interval allows every possible filling.

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
    """The sum of a level's or count's years, else the average of the years."""
    if timing is Timing.TOTAL and indicator.kind in (Kind.LEVEL, Kind.COUNT):
        return sum_of(values)
    return average(values, compounds=indicator.kind is Kind.GROWTH)


def mean_of(indicator: Indicator, seen: dict[int, Known]) -> Known:
    """The average of the known years, Π(1 + g_i)^(1/m) - 1 for growth, else Σ x_i / m; missing years are ignored."""
    value = average([each.quantity for each in seen.values()], compounds=indicator.kind is Kind.GROWTH)
    return together(Period(min(seen), max(seen)), value, list(seen.values()))


def sum_of(values: list[Quantity]) -> Quantity:
    """The sum Σ x_i, with its interval."""
    total = values[0]
    for each in values[1:]:
        total = total + each
    return total


def _anything(indicator: Indicator, like: Quantity) -> Quantity:
    """The range of a missing year: the natural limits, for growth above -100 %."""
    limits = natural_limits(indicator)
    return like.spread(like.value, Interval(limits.low, limits.high))


def _ratio_of_sums(indicator: Indicator, area: str, period: Period, knowledge: Room) -> Quantity | None:
    """Σ a_i / Σ b_i over all years; None where an a_i or b_i is missing, or where Σ b_i may be zero."""
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
