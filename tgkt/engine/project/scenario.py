"""A trajectory under a scenario: from the newest figure to the figure that the scenario gives.

With v the newest figure, t the figure under the scenario, n the years left to the deadline, k of them gone, G the
average wanted over a term of N years, g_i the years known of it and T_0 the total so far, in root units:

    level        v (t/v)^(k/n) on a geometric path, else v + (t - v) k/n; the same pace beyond the deadline
    average      each year left ((1+G)^N / Π(1+g_i))^(1/n) - 1 for growth, else (N G - Σ g_i) / n
    every year   t in each year left
    total        T_0 + (t - T_0) k/n

Source: docs/methods.md, "Trajectories, what-if, goal seek".
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import along, pace, rest
from tgkt.arithmetic.quantity import Quantity, in_roots, number
from tgkt.engine.project.choice import Chosen
from tgkt.engine.project.points import Years
from tgkt.engine.project.projection import ahead, kept, reached_in, trajectory_along
from tgkt.engine.project.shortfall import shortfall
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Kind
from tgkt.reason import Reason
from tgkt.results.project import Effect, Trajectory
from tgkt.series.series import Knowledge

SCENARIO = "scenario"


def led_to(way: Way, knowledge: Knowledge, effect: Effect, until: int | None = None) -> Trajectory:
    """The trajectory of a row whose figure a scenario changes.

    A level follows its path to that figure and keeps the same pace afterwards. The years left of an average or a total
    share equally what is still missing.

    Args:
        way: the way of the row.
        knowledge: what is known.
        effect: its figure under the scenario.
        until: lead a level on to this year, when it lies after the target's.
    """
    if effect.after is None or way.edge is None:
        return trajectory_along(way, knowledge, {}, Chosen(None, SCENARIO))
    end = way.edge.exactly(in_roots(effect.after, way.row.unit))
    years, by = _years(way, end, until or way.deadline)
    year = kept(way, by) if way.form in (Form.AVERAGE, Form.EVERY_YEAR) else _first_met(way, years)
    reason = shortfall(way, knowledge) or (None if year is not None else Reason("scenario_falls_short"))
    return reached_in(trajectory_along(way, knowledge, years, Chosen(by, SCENARIO)), year, reason)


def _first_met(way: Way, years: Years) -> int | None:
    """The first year whose figure meets the target."""
    assert way.goal is not None
    return next((year for year, each in sorted(years.items()) if way.goal.meets(each.value)), None)


def _years(way: Way, end: Quantity, until: int) -> tuple[Years, Quantity | None]:
    left = sorted(year for year in way.required if year not in way.observed)
    seen = [each.quantity.exactly() for each in way.observed.values()]
    if way.form is Form.LEVEL:
        return _level(way, end, until)
    if way.form is Form.EVERY_YEAR:
        return dict.fromkeys(left, end), end
    if way.form is Form.TOTAL:
        return _total(way, end, left)
    try:
        need = rest(end, seen, len(left), compounds=way.row.indicator.kind is Kind.GROWTH)
    except NotComputableError:
        return {}, None
    return dict.fromkeys(left, need), need


def _total(way: Way, end: Quantity, left: list[int]) -> tuple[Years, Quantity | None]:
    """The cumulated total of each year left, T_0 + (t - T_0) k/n, and the yearly part (t - T_0) / n."""
    if not left:
        return {}, None
    done = way.current.quantity.exactly() if way.current else end.exactly(Decimal(0))
    each = (end - done) / number(len(left))
    return {year: done + each * number(place) for place, year in enumerate(left, 1)}, each


def _level(way: Way, end: Quantity, until: int) -> tuple[Years, Quantity | None]:
    latest = way.latest
    if latest is None or way.is_divided or not latest.period.is_year or latest.period.last >= way.deadline:
        return {way.deadline: end}, None
    first, span, now = latest.period.last, way.deadline - latest.period.last, latest.quantity.exactly()
    try:
        by = pace(now, end, span, way.path)
        years = {first + k: along(now, end, k, span, way.path) for k in range(span + 1)}
        beyond = range(1, until - way.deadline + 1)
        return years | {way.deadline + k: ahead(way, end, by, k) for k in beyond}, by
    except NotComputableError:
        return {way.deadline: end}, None
