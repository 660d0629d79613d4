"""What must change between baseline and target, and how that compares with the last term's pace.

Let b be the baseline, t the target's nearer edge and n the years between them.

    gap       t - b                         in the indicator's unit; points for shares
    growth    ((t / b)^(1/n) - 1) * 100     percent a year, where the path is geometric
    points    (t - b) / n                   units or points a year, where the path is linear
    multiple  t / b                         where both are totals over a term
    stretch   required pace / last pace     the same measure over the last term

A growth target is itself the required pace, so its stretch is t / b against the last term's growth.
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import CONTEXT, root_growth
from tgkt.engine.status.verdict import compare, edges, into_unit
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Kind, Path
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.results.status import Change

_RATES = (Kind.GROWTH, Kind.CHANGE)


def what_must_change(row: Row, catalogue: Catalogue) -> Change:
    """Compute gap, required pace and stretch of a row; empty where there is nothing to compute.

    Gap and linear pace are in the unit the target is printed in.
    """
    target = row.target
    if target is None or target.figure is None or row.indicator.kind is Kind.RANK:
        return Change()  # ranks have no arithmetic
    if target.relative_to is not None:
        years = target.period.last - target.relative_to
        return Change(multiple=target.figure.value, growth=average_growth(Decimal(1), target.figure.value, years))
    base = row.baseline
    if base is None or base.figure is None or base.relative_to is not None:
        return Change()
    if (target.timing is Timing.TOTAL) != (base.timing is Timing.TOTAL):
        return Change()  # a year and a term cannot be subtracted
    start = into_unit(base).value
    goal = nearer_edge(row, start)
    gap = CONTEXT.divide(goal - start, target.times)
    if is_reached(row, base):
        return Change(gap=gap)
    if row.indicator.kind in _RATES:
        return Change(gap=gap, pace=start, stretch=_ratio(goal, start))
    if target.timing is Timing.TOTAL:
        return Change(gap=gap, multiple=_ratio(goal, start))
    years = target.period.last - base.period.last
    if years <= 0:
        return Change(gap=gap)
    pace = last_pace(row, catalogue)
    if row.indicator.path is Path.GEOMETRIC:
        growth = average_growth(start, goal, years)
        return Change(gap=gap, growth=growth, pace=pace, stretch=_ratio(growth, pace))
    points = CONTEXT.divide(gap, Decimal(years))
    return Change(gap=gap, points=points, pace=pace, stretch=_ratio(points, pace))


def is_reached(row: Row, base: Statement) -> bool:
    """Whether the baseline already satisfies the target, so that nothing has to change."""
    assert row.target is not None
    return compare(row.target, base, row.indicator).grade.passed


def nearer_edge(row: Row, start: Decimal) -> Decimal:
    """The edge of the target to be reached from `start`; `start` itself when it lies between the edges."""
    assert row.target is not None
    low, high = sorted(edges(into_unit(row.target), row.indicator.direction))
    if low <= start <= high:
        return start
    return low if start < low else high


def average_growth(start: Decimal, end: Decimal, years: int) -> Decimal | None:
    """Average growth in percent a year: ((end / start)^(1/years) - 1) * 100.

    Returns:
        None where growth is undefined: a start or an end at or below zero, or no year between.
    """
    if start <= 0 or end <= 0 or years <= 0:
        return None
    return CONTEXT.multiply(root_growth(start, end, years), Decimal(100))


def last_pace(row: Row, catalogue: Catalogue) -> Decimal | None:
    """The pace of the last term: from an observation at its base year, else from a printed multiple."""
    base = row.baseline
    if base is None or base.figure is None:
        return None
    start_year = catalogue.plans[row.plan].baseline - catalogue.plans[row.plan].period.years
    years = base.period.last - start_year
    earlier = _measured(row, catalogue, start_year)
    end = into_unit(base).value
    if earlier is not None and earlier.figure is not None:
        start = into_unit(earlier).value
        if row.indicator.path is Path.GEOMETRIC:
            return average_growth(start, end, years)
        return CONTEXT.divide(end - start, years * row.target.times) if years > 0 and row.target else None
    last = row.last_term
    if last is None or last.figure is None or last.relative_to is None or row.indicator.path is not Path.GEOMETRIC:
        return None
    return average_growth(Decimal(1), last.figure.value, last.period.last - last.relative_to)


def _measured(row: Row, catalogue: Catalogue, year: int) -> Statement | None:
    found = (
        s
        for s in catalogue.about(row.indicator.id, row.area)
        if s.period.is_year and s.period.last == year and s.relative_to is None and not s.ambition
    )
    return next(found, None)


def _ratio(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    """A ratio of two paces; None unless both point the same, positive way."""
    if above is None or below is None or above <= 0 or below <= 0:
        return None
    return CONTEXT.divide(above, below)
