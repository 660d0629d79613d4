"""Levels, shares and multiples on their way to a year.

With b the base of year B, t the target's nearer edge in year T, n = T - B and k years gone:

    geometric   b (t/b)^(k/n)        linear   b + (t - b) k/n        multiple of B   b m^(k/n)
    hold        t in every year      step     nothing before T

Where the base already meets the target, the path is the target's edge in every year, so that falling back to it is on
track and falling below it is a breach. Without a base the first figure becomes the start. Needed: the pace from the
newest figure v over the l years left, (t/v)^(1/l) - 1 or (t - v) / l. All numbers are in root units. Source:
docs/methods.md, "Trajectories, what-if, goal seek".
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import along, pace
from tgkt.arithmetic.quantity import CONTEXT, Quantity, scaled
from tgkt.engine.goal import Goal, resolved
from tgkt.engine.grade import graded
from tgkt.engine.trajectory.earlier import earlier_pace
from tgkt.engine.trajectory.sides import on_one_side
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Kind, Path
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period, years_of
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.reason import Reason
from tgkt.results.computed import amount, figure_in
from tgkt.results.status import Need
from tgkt.series.base import base_of, base_of_multiple, with_release_of
from tgkt.series.breaks import parting
from tgkt.series.certainty import Rest
from tgkt.series.known import Known
from tgkt.series.series import Knowledge


def level_way(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """The way of a target for one year."""
    base = base_of(row, knowledge)
    rests: tuple[Rest, ...] = ()
    before = base.year if base and base.known.period.is_year else knowledge.catalogue.plans[row.plan].baseline
    observed = knowledge.years(row.indicator.id, row.area, before + 1, target.period.last)
    base, observed, apart = on_one_side(row, base, observed, knowledge)
    current = observed[max(observed)] if observed else None
    if base is not None:
        base, rests = with_release_of(base, current, row, knowledge)
    start = base.known if base else observed[min(observed)] if observed else None
    way = Way(row, Form.LEVEL, goal, base, start, observed, current, rests=rests, apart=apart)
    if target.relative_to is not None:
        return _multiple(way, target.relative_to, goal, knowledge)
    if row.indicator.kind is Kind.RANK:
        return way  # ranks have no arithmetic
    if start is None:
        edge = goal.exactly(goal.edges[0])
        return way._replace(required={way.deadline: edge}, edge=edge, reason=Reason("no_baseline"))
    return _with_path(way, goal, goal.kind, knowledge)


def _multiple(way: Way, year: int, times: Goal, knowledge: Knowledge) -> Way:
    """A multiple of a base year: as a level where the base is known, else the way of the multiple itself."""
    of = way.base if way.base and way.base.known.period == Period(year, year) else None
    if of is None and parting(way.row, Period(year, year), knowledge) is None:
        of = base_of_multiple(way.row, year, knowledge)
    if of is not None and of.known.quantity.interval.low > 0 and not of.known.is_only_bounded:
        goal = resolved(times, of.known)
        return _with_path(way._replace(goal=goal), goal, of.known.quantity, knowledge)
    one, edge, last = times.exactly(Decimal(1)), times.exactly(times.edges[0]), way.deadline
    need = _pace(one, edge, last - year, Path.GEOMETRIC)
    required = {last: edge}
    if need is not None:
        required = {each: along(one, edge, each - year, last - year, Path.GEOMETRIC) for each in years_of(year, last)}
    if observed := _multiples(way, year, knowledge):
        return _of_multiples(way._replace(goal=times, required=required, edge=edge), observed, knowledge)
    need = need if last > knowledge.clock.as_of else None
    reason = Reason("multiple_of_base", (("year", str(year)),))
    if of is not None:
        reason = Reason("only_a_bound" if of.known.is_only_bounded else "base_zero")
    return way._replace(goal=None, required=required, edge=edge, need=need, need_in=Need.GROWTH, reason=reason)


def _multiples(way: Way, of: int, knowledge: Knowledge) -> dict[int, Known]:
    """Figures said against the same base year as the target, by year: "10.1 % below 2005"."""
    series = knowledge.series(way.row.indicator.id, way.row.area)
    years = years_of(of + 1, min(way.deadline, knowledge.clock.as_of))
    found = {year: series.at(Period(year, year), Timing.IN_YEAR, of) for year in years}
    return {year: known for year, known in found.items() if known is not None}


def _of_multiples(way: Way, observed: dict[int, Known], knowledge: Knowledge) -> Way:
    """The way of a multiple whose base no document prints, from multiples of the same base."""
    assert way.goal is not None
    assert way.edge is not None
    current = observed[max(observed)]
    left = way.deadline - max(current.period.last, knowledge.clock.as_of)
    is_met = graded(way.goal, current).passed
    return way._replace(
        observed=observed,
        current=current,
        need=None if is_met else _pace(current.quantity, way.edge, left, Path.GEOMETRIC),
        need_in=Need.GROWTH,
        left=left,
    )


def _with_path(way: Way, goal: Goal, kind: Quantity, knowledge: Knowledge) -> Way:
    """The way with the value required in each year and the pace needed in the years left."""
    start = way.start
    if start is None or not start.period.is_year:
        return way
    is_met = graded(goal, start).passed
    edge = _edge(goal, goal.edges[0] if is_met else goal.nearest(start.quantity.value), kind)
    way = way._replace(edge=edge, is_flat=is_met or way.row.indicator.path is Path.HOLD)
    required, reason = _required(way, edge if way.is_flat else start.quantity, edge)
    if kind is start.quantity and not way.is_flat:  # the base stands twice in it, so its spread counts once
        required = {year: kind.spread(each.value, _along(kind, each)) for year, each in required.items()}
    latest = way.latest or start
    left = way.deadline - max(latest.period.last, knowledge.clock.as_of)
    earlier, span = earlier_pace(way, knowledge)
    return way._replace(
        required=required,
        whole=None if is_met else _paced(way, start, edge, way.deadline - start.period.last),
        need=None if graded(goal, latest).passed else _paced(way, latest, _nearest(goal, latest, kind), left),
        need_in=Need.GROWTH if way.path is Path.GEOMETRIC else Need.STEP,
        left=left,
        reason=reason,
        earlier=earlier,
        span=span,
    )


def _nearest(goal: Goal, known: Known, kind: Quantity) -> Quantity:
    return _edge(goal, goal.nearest(known.quantity.value), kind)


def _edge(goal: Goal, edge: Decimal, kind: Quantity) -> Quantity:
    """The edge to be reached; for a multiple with the relative width of its base figure."""
    if kind.interval.is_point or not kind.value:
        return goal.exactly(edge)
    return kind.spread(edge, scaled(kind.interval, CONTEXT.divide(edge, kind.value)))


def _required(way: Way, start: Quantity, edge: Quantity) -> tuple[dict[int, Quantity], Reason | None]:
    assert way.start is not None
    first, last = way.start.period.last, way.deadline
    if first >= last or way.row.indicator.path is Path.STEP:
        return {last: edge}, None
    if way.start.is_only_bounded and not way.is_flat:
        return {last: edge}, Reason("only_a_bound")
    try:
        years = years_of(first, last)
        return {year: along(start, edge, year - first, last - first, way.path) for year in years}, None
    except NotComputableError as error:
        return {first: start, last: edge}, error.reason


def _along(base: Quantity, value: Quantity) -> Interval:
    """The interval of a fixed multiple of a base: I v / b."""
    return scaled(base.interval, CONTEXT.divide(value.value, base.value))


def _paced(way: Way, start: Known, end: Quantity, years: int) -> Quantity | None:
    """The pace between two values on the way's path; None on a path of one step, and from a bound."""
    is_none = way.row.indicator.path is Path.STEP or start.is_only_bounded
    return None if is_none else _pace(start.quantity, end, years, way.path)


def _pace(start: Quantity, end: Quantity, years: int, path: Path) -> Quantity | None:
    """The pace between two values, where there is one."""
    try:
        return pace(start, end, years, path)
    except NotComputableError:
        return None


def breach_of(way: Way) -> Reason | None:
    """The reason that reports a breach, with the figure and the target; None where there is no breach."""
    target, unit = way.row.target, way.row.unit
    if target is None or way.current is None or not is_breached(way):
        return None
    told = figure_in(target, unit) if target.relative_to is None else target.figure
    return Reason("breach", (("result", amount(way.current, unit)), ("target", told)))


def is_breached(way: Way) -> bool:
    """Whether the base met the target and the newest figure no longer does."""
    if way.form is not Form.LEVEL or way.goal is None or way.base is None or way.current is None:
        return False
    return graded(way.goal, way.base.known).passed and not graded(way.goal, way.current).passed
