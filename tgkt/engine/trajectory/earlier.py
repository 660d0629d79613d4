"""The pace of the last term, with which the pace required is compared.

From the figure u of the year a term before the base b, n years apart: (b/u)^(1/n) - 1 on a geometric path, else
(b - u) / n; from a printed multiple m of the year n before: m^(1/n) - 1. In fractions or root units a year.
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import pace
from tgkt.arithmetic.quantity import Quantity, number
from tgkt.engine.trajectory.way import Way
from tgkt.facts.indicator import Path
from tgkt.facts.period import Period
from tgkt.series.breaks import dividing
from tgkt.series.series import Knowledge

Earlier = tuple[Quantity | None, tuple[int, int] | None]


def earlier_pace(way: Way, knowledge: Knowledge) -> Earlier:
    """The pace up to the base and the years it speaks of.

    It is taken from the figure of the year a term before the base, else from a multiple that the plan prints ("1.6
    times 2020"), else from the figure nearest to that year.
    """
    base, row = way.base, way.row
    if base is None or not base.known.period.is_year or base.known.is_only_bounded:
        return None, None
    wanted = base.year - knowledge.catalogue.plans[row.plan].period.years
    id, area, at = row.indicator.id, row.area, base.known.period
    seen = knowledge.series(id, area).years(0, base.year - 1)
    years = {year: each for year, each in seen.items() if dividing(id, area, each.period, at, knowledge) is None}
    if wanted not in years and (printed := _by_multiple(way, knowledge)) is not None:
        return printed
    then = Period(wanted, wanted)
    if dividing(id, area, then, at, knowledge) is None and (known := knowledge.figure(id, area, then)) is not None:
        years = {wanted: known}
    years = {year: each for year, each in years.items() if not each.is_only_bounded}
    if not years:
        return None, None
    year = min(years, key=lambda each: (abs(each - wanted), each))
    try:
        return pace(years[year].quantity, base.known.quantity, base.year - year, way.path), (year, base.year)
    except NotComputableError:
        return None, None


def _by_multiple(way: Way, knowledge: Knowledge) -> Earlier | None:
    """Average growth by a printed multiple of the last term."""
    row, last = way.row, way.row.last_term
    if last is None or last.figure is None or last.relative_to is None or way.path is not Path.GEOMETRIC:
        return None
    of = Period(last.relative_to, last.relative_to)
    if dividing(row.indicator.id, row.area, of, last.period, knowledge) is not None:
        return None
    times = number(last.figure.value).spread(last.figure.value, last.figure.interval())
    try:
        growth = pace(number(Decimal(1)), times, last.period.last - last.relative_to, Path.GEOMETRIC)
    except NotComputableError:
        return None
    return growth, (last.relative_to, last.period.last)
