"""A trajectory under a scenario: from the newest figure to the figure that the scenario gives."""

from __future__ import annotations

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import along, pace, rest
from tgkt.arithmetic.quantity import CONTEXT, Quantity, number
from tgkt.engine.project.choice import Chosen
from tgkt.engine.project.projection import Years, trajectory_along
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Kind
from tgkt.facts.units import dimensions
from tgkt.results.project import Effect, Trajectory

SCENARIO = "scenario"


def led_to(way: Way, effect: Effect) -> Trajectory:
    """The trajectory of a row whose figure a scenario changes.

    A level takes the smooth path to its figure; each year left of an average or a total brings what remains.
    """
    if effect.after is None or way.edge is None:
        return trajectory_along(way, {}, Chosen(None, SCENARIO))
    end = way.edge.exactly(CONTEXT.multiply(effect.after, dimensions(way.row.unit)[0]))
    years, by = _years(way, end)
    return trajectory_along(way, years, Chosen(by, SCENARIO))


def _years(way: Way, end: Quantity) -> tuple[Years, Quantity | None]:
    left = sorted(year for year in way.required if year not in way.observed)
    seen = [each.quantity.exactly() for each in way.observed.values()]
    if way.form is Form.LEVEL:
        return _level(way, end)
    if way.form is Form.TOTAL:
        done = way.current.quantity.exactly() if way.current else end.exactly(end.value * 0)
        each = (end - done) / number(len(left)) if left else None
        return ({year: done + each * number(k) for k, year in enumerate(left, 1)} if each else {}), each
    try:
        need = rest(end, seen, len(left), compounds=way.row.indicator.kind is Kind.GROWTH)
    except NotComputableError:
        return {}, None
    return dict.fromkeys(left, need), need


def _level(way: Way, end: Quantity) -> tuple[Years, Quantity | None]:
    latest = way.latest
    if latest is None or not latest.period.is_year or latest.period.last >= way.deadline:
        return {way.deadline: end}, None
    first, span, now = latest.period.last, way.deadline - latest.period.last, latest.quantity.exactly()
    try:
        years = {first + k: along(now, end, k, span, way.path) for k in range(span + 1)}
        return years, pace(now, end, span, way.path)
    except NotComputableError:
        return {way.deadline: end}, None
