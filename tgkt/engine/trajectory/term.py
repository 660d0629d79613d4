"""Targets over a term: averages, figures of every year, and totals.

With t the target's worse edge, n the years of the term, f the flow of the year before, and x_i, g_i the m known years:

    average      required: t in every year, compared with the average so far, Σ x_i / m or Π(1+g_i)^(1/m) - 1
    every year   required: t in every year
    total        required by year k: Σ_{j=1..k} f (1+h)^j, where h makes the sum over all n years t; t k/n without f
    needed       the average that the l years left must show, of a total (t - Σ x_i) / l; see arithmetic/path.py

f is the flow printed for the last year before the term (s years earlier: f (1+h)^(s+j), an assumption). Without one it
is the last term's total T shared along that term's growth g, T / Σ_{j=0..n-1} (1+g)^-j: the growth of the row's own
level, else of the level that it is declared to grow with. All numbers are in root units. Source: docs/methods.md,
"Trajectories, what-if, goal seek".
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import flow_growth, flow_total, last_flow, pace, rest
from tgkt.arithmetic.quantity import CONTEXT, Quantity, number
from tgkt.engine.goal import Goal
from tgkt.engine.grade import graded
from tgkt.engine.trajectory.sides import on_one_side
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Kind, Path
from tgkt.facts.period import Period, years_of
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.results.status import Need
from tgkt.series.base import base_of
from tgkt.series.breaks import dividing, parting
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known
from tgkt.series.series import Knowledge
from tgkt.series.term import Term, mean_of, term_of


def average_way(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """The way of an average over a term; the "total" of a share or ratio is treated as an average too."""
    way = _begun(row, Form.AVERAGE, target, goal, knowledge)
    way = way._replace(current=_average_so_far(way, target, knowledge), left=_left(way, target, knowledge))
    if way.base is not None and graded(goal, way.base.known).passed and not way.observed:
        return way  # the last term's average already meets the target
    seen = [each.quantity for each in way.observed.values()]
    try:
        need = rest(_edge(goal), seen, way.left, compounds=row.indicator.kind is Kind.GROWTH)
    except NotComputableError:
        need = None
    return way._replace(whole=_edge(goal), need=need)


def yearly_way(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """The way of a target that every year of the term must meet."""
    way = _begun(row, Form.EVERY_YEAR, target, goal, knowledge)
    return way._replace(current=way.observed[max(way.observed)] if way.observed else None)


def total_way(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """The way of a total over a term, cumulated year by year."""
    way = _begun(row, Form.TOTAL, target, goal, knowledge)
    way = way._replace(current=_sum_so_far(way, target, knowledge), left=_left(way, target, knowledge))
    edge, years = _edge(goal), target.period.years
    required, is_assumed = _smooth(way, target, edge, knowledge)
    even = _even(target, edge) if is_assumed else {}
    return way._replace(
        required=required or even,
        even=even,
        whole=edge / number(years),
        need=_remainder(way, target, edge),
        earlier=_yearly_share(way),
    )


def _average_so_far(way: Way, target: Statement, knowledge: Knowledge) -> Known | None:
    """The average of the years so far; where one of them is missing the average rests on an assumption."""
    term = _term_so_far(way, target, Timing.AVERAGE, knowledge)
    if term is None or not term.missing:
        return term.known if term else None
    known = mean_of(way.row.indicator, way.observed)
    return known._replace(period=term.known.period, rests=in_order((*known.rests, Rest.ASSUMPTION)))


def _sum_so_far(way: Way, target: Statement, knowledge: Knowledge) -> Known | None:
    """The sum of the years so far; where one of them is missing it is only a lower bound."""
    term = _term_so_far(way, target, Timing.TOTAL, knowledge)
    return term.known if term else None


def _term_so_far(way: Way, target: Statement, timing: Timing, knowledge: Knowledge) -> Term | None:
    if not way.observed:
        return None
    first, newest = target.period.first, max(way.observed)
    if first == newest:
        return Term(way.observed[newest])
    return term_of(way.row.indicator, way.row.area, Period(first, newest), timing, knowledge)


def _left(way: Way, target: Statement, knowledge: Knowledge) -> int:
    """How many years are still to come; a year that has passed no longer counts, even if its figure is missing."""
    return target.period.last - max([knowledge.clock.as_of, target.period.base_year, *way.observed])


def _even(target: Statement, edge: Quantity) -> dict[int, Quantity]:
    """The total cumulated in equal yearly parts: t k/n by year k."""
    years = Decimal(target.period.years)
    return {
        target.period.first + k - 1: edge.exactly(CONTEXT.divide(CONTEXT.multiply(edge.value, Decimal(k)), years))
        for k in range(1, target.period.years + 1)
    }


def _begun(row: Row, form: Form, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """The part that all three forms share: base, observed years, and the target required in every year."""
    observed = knowledge.years(row.indicator.id, row.area, target.period.first, target.period.last)
    base, observed, apart = on_one_side(row, base_of(row, knowledge), observed, knowledge)
    edge = _edge(goal)
    required = dict.fromkeys(years_of(target.period.first, target.period.last), edge)
    start = base.known if base else None
    is_pace = start is not None and not start.is_only_bounded  # the last term's own figure is a pace already
    earlier = start.quantity if start and is_pace else None
    way = Way(row, form, goal, base, start, observed, apart=apart)
    return way._replace(required=required, edge=edge, need_in=Need.LEVEL, earlier=earlier)


def _edge(goal: Goal) -> Quantity:
    return goal.exactly(goal.edges[0])


def _yearly_share(way: Way) -> Quantity | None:
    """The last term's total divided by its years; a base of one year stays as printed."""
    base = way.base.known if way.base else None
    if base is None or base.period.is_year:
        return base.quantity if base else None
    return base.quantity / number(base.period.years)


def _remainder(way: Way, target: Statement, edge: Quantity) -> Quantity | None:
    """The remainder of a total over the years left, (t - Σ x_i) / l; None where a past year has no figure."""
    gone = target.period.years - way.left
    if way.left <= 0 or len(way.observed) < gone:
        return None
    if way.current is not None and not way.current.region.is_point:
        return None
    missing = edge if way.current is None else edge - way.current.quantity
    return None if missing.value <= 0 else missing / number(way.left)


def _smooth(way: Way, target: Statement, edge: Quantity, knowledge: Knowledge) -> tuple[dict[int, Quantity], bool]:
    """The cumulated flow that grows smoothly to the total, and whether its starting flow is an assumption."""
    flow, skipped, is_assumed = _base_flow(way, target, knowledge)
    if flow is None:
        return {}, True
    years = target.period.years
    try:
        growth = flow_growth(flow, edge.value, years, skipped)
    except NotComputableError:
        return {}, True
    first = target.period.first
    flows = {first + k - 1: flow_total(flow, growth, k, skipped) for k in range(1, years + 1)}
    return {year: edge.exactly(value) for year, value in flows.items()}, is_assumed


def _base_flow(way: Way, target: Statement, knowledge: Knowledge) -> tuple[Decimal | None, int, bool]:
    """The flow before the term, how many years lie between it and the term, and whether it is an assumption.

    It is the flow printed for the last year before the term, else the last term's total shared along its growth.
    """
    row, year = way.row, target.period.base_year
    printed = knowledge.series(row.indicator.id, row.area).years(year - target.period.years + 1, year)
    printed = {year: each for year, each in printed.items() if parting(row, each.period, knowledge) is None}
    if printed:
        last = max(printed)
        return printed[last].quantity.value, year - last, last < year
    base = way.base.known if way.base else None
    if base is None or base.period.is_year:
        return None, 0, True
    growth = _growth_of(row.indicator.id, row.area, base.period, knowledge)
    if growth is None and row.indicator.grows_with:
        growth = _growth_of(row.indicator.grows_with, row.area, base.period, knowledge)
    if growth is None:
        return None, 0, True
    return last_flow(base.quantity.value, growth, base.period.years), 0, True


def _growth_of(indicator: str, area: str, term: Period, knowledge: Knowledge) -> Decimal | None:
    """The average growth of a level over a term: from its ends, else from a printed multiple."""
    series = knowledge.series(indicator, area)
    first, last = Period(term.base_year, term.base_year), Period(term.last, term.last)
    if dividing(indicator, area, first, last, knowledge) is not None:
        return None
    start, end = (knowledge.figure(indicator, area, each) for each in (first, last))
    try:
        if start is not None and end is not None:
            return pace(start.quantity, end.quantity, term.years, Path.GEOMETRIC).value
        times = series.at(last, Timing.IN_YEAR, term.base_year)
        if times is not None:
            one = times.quantity.exactly(Decimal(1))
            return pace(one, times.quantity, term.years, Path.GEOMETRIC).value
    except NotComputableError:
        return None
    return None


def is_mean(row: Row) -> bool:
    """Whether a "total" over a term is a mean: a share or ratio has no yearly parts to add up."""
    return row.indicator.kind not in (Kind.LEVEL, Kind.COUNT)
