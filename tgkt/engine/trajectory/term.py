"""Targets over a term: averages, figures of every year, and totals.

    average      required is the target in every year, held against the average so far
    every year   required is the target in every year
    total        cumulated along a yearly flow that grows smoothly and adds up to the target

The flow of the base year is the one printed, else the last term's total shared along that term's growth: the row's own,
else that of the level it is declared to grow with. Only where no flow is known is the path even.
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import average, flow_growth, flow_total, last_flow, pace, rest
from tgkt.arithmetic.quantity import CONTEXT, Quantity, number
from tgkt.engine.goal import Goal
from tgkt.engine.grade import graded
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Kind, Path
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.results.status import Need
from tgkt.series.base import base_of
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known
from tgkt.series.series import Knowledge
from tgkt.series.term import sum_of, together, yearly


def average_way(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """The way of an average over a term; a total of a ratio is its mean."""
    way = _begun(row, Form.AVERAGE, target, goal, knowledge)
    seen = list(way.observed.values())
    compounds = row.indicator.kind is Kind.GROWTH
    need: Quantity | None = _edge(goal)
    left = target.period.last - max([knowledge.clock.as_of, target.period.base_year, *way.observed])
    try:
        need = rest(_edge(goal), [each.quantity for each in seen], left, compounds=compounds)
    except NotComputableError:
        need = None
    if not seen and way.base is not None and graded(goal, way.base.known).passed:
        need = None
    return way._replace(current=so_far(way, compounds=compounds), need=need, left=left, earlier=_positive(way))


def yearly_way(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """The way of a figure that every year must show."""
    way = _begun(row, Form.EVERY_YEAR, target, goal, knowledge)
    newest = max(way.observed) if way.observed else None
    return way._replace(current=way.observed[newest] if newest else None, earlier=_positive(way))


def total_way(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """The way of a total over a term."""
    way = _begun(row, Form.TOTAL, target, goal, knowledge)
    way = way._replace(current=_sum_so_far(way), edge=_edge(goal))
    years, edge = list(range(target.period.first, target.period.last + 1)), _edge(goal)
    even = {
        year: edge.exactly(CONTEXT.divide(CONTEXT.multiply(edge.value, Decimal(place)), Decimal(len(years))))
        for place, year in enumerate(years, 1)
    }
    required, is_assumed = _smooth(way, target, edge, knowledge)
    left = target.period.last - max([knowledge.clock.as_of, target.period.base_year, *way.observed])
    return way._replace(
        required=required or even,
        even=even if is_assumed or not required else {},
        need=_remainder(way, goal, left),
        left=left,
        earlier=_yearly_share(way),
    )


def so_far(way: Way, *, compounds: bool) -> Known | None:
    """The average of the years so far, with the years it is of; a year left out makes it an assumption."""
    years = sorted(way.observed)
    if not years:
        return None
    seen = [way.observed[year] for year in years]
    value = average([each.quantity for each in seen], compounds=compounds)
    return _together(seen, value, way)


def _sum_so_far(way: Way) -> Known | None:
    years = sorted(way.observed)
    if not years:
        return None
    seen = [way.observed[year] for year in years]
    return _together(seen, sum_of([each.quantity for each in seen]), way)


def _together(seen: list[Known], value: Quantity, way: Way) -> Known:
    """Several years as one known figure; a year left out makes it an assumption."""
    assert way.row.target is not None
    first, last = min(each.period.last for each in seen), max(each.period.last for each in seen)
    gaps = last - way.row.target.period.first + 1 - len(seen)
    known = seen[0] if len(seen) == 1 else together(Period(first, last), value, seen)
    return known._replace(rests=in_order((*known.rests, *([Rest.ASSUMPTION] if gaps else []))))


def _begun(row: Row, form: Form, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """What all forms of a term share: the base, the years observed, and the target as what each year must show."""
    observed = yearly(row.indicator, row.area, target.period.first, target.period.last, knowledge)
    base, edge = base_of(row, knowledge), _edge(goal)
    required = dict.fromkeys(range(target.period.first, target.period.last + 1), edge)
    return Way(
        row, form, goal, base, base.known if base else None, observed, required=required, edge=edge, need_in=Need.LEVEL
    )


def _edge(goal: Goal) -> Quantity:
    return goal.exactly(goal.edges[0])


def _positive(way: Way) -> Quantity | None:
    """The last term's own figure, which is a pace already."""
    return way.base.known.quantity if way.base else None


def _yearly_share(way: Way) -> Quantity | None:
    """What the last term's total was a year."""
    base = way.base.known if way.base else None
    if base is None or base.period.is_year:
        return base.quantity if base else None
    return base.quantity / number(base.period.years)


def _remainder(way: Way, goal: Goal, left: int) -> Quantity | None:
    """What is left of a total, a year."""
    edge = _edge(goal)
    if left <= 0:
        return None
    missing = edge if way.current is None else edge - way.current.quantity
    return None if missing.value <= 0 else missing / number(left)


def _smooth(way: Way, target: Statement, edge: Quantity, knowledge: Knowledge) -> tuple[dict[int, Quantity], bool]:
    """The cumulated flow that grows smoothly to the total, and whether its beginning is itself an assumption."""
    flow, is_assumed = _base_flow(way, target, knowledge)
    if flow is None:
        return {}, True
    years = target.period.years
    try:
        growth = flow_growth(flow, edge.value, years)
    except NotComputableError:
        return {}, True
    first = target.period.first
    return {first + k - 1: edge.exactly(flow_total(flow, growth, k)) for k in range(1, years + 1)}, is_assumed


def _base_flow(way: Way, target: Statement, knowledge: Knowledge) -> tuple[Decimal | None, bool]:
    """The yearly flow of the base year: as printed, else the last term's total along that term's growth."""
    row, year = way.row, target.period.base_year
    printed = knowledge.series(row.indicator.id, row.area).at(Period(year, year), Timing.IN_YEAR)
    if printed is not None:
        return printed.quantity.value, False
    base = way.base.known if way.base else None
    if base is None or base.period.is_year:
        return None, True
    growth = _growth_of(row.indicator.id, row.area, base.period, knowledge)
    if growth is None and row.indicator.grows_with:
        growth = _growth_of(row.indicator.grows_with, row.area, base.period, knowledge)
    if growth is None:
        return None, True
    return last_flow(base.quantity.value, growth, base.period.years), True


def _growth_of(indicator: str, area: str, term: Period, knowledge: Knowledge) -> Decimal | None:
    """The average growth of a level over a term: from its ends, else from a printed multiple."""
    series = knowledge.series(indicator, area)
    start, end = series.at(Period(term.base_year, term.base_year)), series.at(Period(term.last, term.last))
    try:
        if start is not None and end is not None:
            return pace(start.quantity, end.quantity, term.years, Path.GEOMETRIC).value
        times = series.at(Period(term.last, term.last), Timing.IN_YEAR, term.base_year)
        if times is not None:
            one = times.quantity.exactly(Decimal(1))
            return pace(one, times.quantity, term.years, Path.GEOMETRIC).value
    except NotComputableError:
        return None
    return None


def is_mean(row: Row) -> bool:
    """Whether a "total" over a term is a mean: a share or ratio has no yearly parts to add up."""
    return row.indicator.kind not in (Kind.LEVEL, Kind.COUNT)


def is_pace(row: Row) -> bool:
    """Whether an indicator is itself a pace: a growth, or points a year."""
    return row.indicator.kind in (Kind.GROWTH, Kind.CHANGE)
