"""Where a pace leads from the newest figure on, and the year in which the target is reached.

With v the newest figure, p the pace and k years: v (1+p)^k on a geometric path, else v + p k, in root units.
Source: docs/methods.md, "Trajectories, what-if, goal seek".

level        compounded or added up, cut at the natural limits
average      each year left shows the pace; the target is reached if all years together average it
every year   each year left shows the pace
total        the sum so far and p for each year left; at a rate h the newest flow f grows: + Σ_{j=1..k} f (1+h)^j
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError, total
from tgkt.arithmetic.path import along, average, flow_total, onward
from tgkt.arithmetic.quantity import CONTEXT, Quantity
from tgkt.engine.grade import graded
from tgkt.engine.project.choice import LAST_TERM, OBSERVED, RATE, REQUIRED, Choice, Chosen, chosen
from tgkt.engine.project.points import Years, points_of
from tgkt.engine.project.shortfall import is_over, shortfall, verdict_against
from tgkt.engine.trajectory.numbers import in_measure, numbers_of, shown, target_of
from tgkt.engine.trajectory.sides import break_reason
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Kind
from tgkt.facts.period import years_of
from tgkt.facts.plan import Row
from tgkt.facts.units import Unit
from tgkt.reason import Reason
from tgkt.results.project import PathPoint, Trajectory
from tgkt.series.breaks import breaks_of
from tgkt.series.known import Known
from tgkt.series.limits import natural_limits
from tgkt.series.series import Knowledge

HORIZON = 50


def project(row: Row, knowledge: Knowledge, choice: Choice, until: int | None = None) -> Trajectory:
    """The trajectory of a row with its projection.

    Args:
        row: the line of the plan.
        knowledge: what is known.
        choice: the pace to project with.
        until: project a level on to this year, when it lies after the target's.
    """
    return projected(way_of(row, knowledge), knowledge, choice, until)


def projected(way: Way, knowledge: Knowledge, choice: Choice, until: int | None = None) -> Trajectory:
    """The trajectory of a way with its projection."""
    pace = chosen(way, choice)
    if way.form is Form.WORDS:
        return _without_number(way, knowledge)
    reason = shortfall(way, knowledge)
    if is_over(way, knowledge):
        return reached_in(trajectory_along(way, knowledge, {}, pace), None if reason else way.deadline, reason)
    years, reached = _lead(way, pace, until)
    reason = reason or (None if reached else verdict_against(way, knowledge) or _why(way, pace, years))
    return reached_in(trajectory_along(way, knowledge, years, pace), reached, reason)


def trajectory_along(way: Way, knowledge: Knowledge, years: Years, pace: Chosen) -> Trajectory:
    """A way in its unit, with the years a projection leads through."""
    is_multiple, unit = way.is_of_multiples, way.unit
    return Trajectory(
        way.row,
        "multiple" if is_multiple else way.form,
        unit,
        target=target_of(way),
        points=points_of(way, knowledge, years, unit),
        breaks=breaks_of(way.row, knowledge),
        pace=in_measure(pace.pace, way, unit),
        pace_from=pace.source,
        span=pace.span if pace.pace is not None else None,
        **numbers_of(way, way.unit)._asdict(),
    )


def reached_in(found: Trajectory, year: int | None, reason: Reason | None) -> Trajectory:
    """A trajectory with the year its target is reached in, whether that is in time, and what stands against it."""
    due = found.row.target.period.last if found.row.target else None
    in_time = None if year is None or due is None else year <= due
    return found._replace(year_reached=year, is_in_time=in_time, reason=reason)


def _without_number(way: Way, knowledge: Knowledge) -> Trajectory:
    """A target in words, or none: what was observed is shown where it has numbers."""
    row, unit = way.row, way.row.unit
    seen = {} if row.target else knowledge.series(row.indicator.id, row.area).years(0, knowledge.clock.as_of)
    points = tuple(_seen(year, each, unit) for year, each in seen.items())
    newest = shown(seen[max(seen)], unit) if seen else None
    numbers, form = numbers_of(way, unit)._replace(current=newest), way.form if row.target else None
    is_row = row in knowledge.rows(row.indicator.id, row.area)
    reason = way.reason if is_row else Reason("no_row")
    breaks = breaks_of(row, knowledge)
    return Trajectory(row, form, unit, points=points, reason=reason, breaks=breaks, **numbers._asdict())


def _seen(year: int, known: Known, unit: Unit) -> PathPoint:
    """A year for which only the observed figure is known."""
    value, span = known.quantity.within(unit), known.quantity.span(unit)
    return PathPoint(year, observed=value, observed_low=span.low, observed_high=span.high)


def _lead(way: Way, pace: Chosen, until: int | None) -> tuple[Years, int | None]:
    if way.goal is None:
        return {}, None
    if way.form is Form.LEVEL:
        return _level(way, pace, until or way.deadline)
    if pace.pace is None:
        return {}, kept(way, None)
    if way.form is Form.TOTAL:
        return _total(way, pace)
    left = [year for year in way.required if year not in way.observed]
    return dict.fromkeys(left, pace.pace), kept(way, pace.pace)


def _level(way: Way, pace: Chosen, until: int) -> tuple[Years, int | None]:
    """A level from its newest figure on; reached once every figure from there meets the target."""
    latest = way.latest
    if latest is None or way.is_divided or not latest.period.is_year or way.edge is None:
        return {}, None
    first, met = latest.period.last, _met_since(way)
    years: Years = {}
    if pace.pace is None and pace.source != REQUIRED:
        return {}, met
    for year in years_of(first, max(until, way.deadline)):
        there = _ahead(way, pace, latest.quantity, year - first)
        if there is not None:
            years[year] = there
    return years, met or _arrival(way, pace, latest.quantity, first)


def _ahead(way: Way, pace: Chosen, now: Quantity, years: int) -> Quantity | None:
    """The figure some years ahead: along the required path, else at the pace; None where there is none."""
    assert way.latest is not None
    try:
        if pace.source == REQUIRED and years <= way.deadline - way.latest.period.last:
            return _required_ahead(way, now, years)
        return None if pace.pace is None else ahead(way, now, pace.pace, years)
    except NotComputableError:
        return None


def _required_ahead(way: Way, now: Quantity, years: int) -> Quantity | None:
    """The figure along the required path; past years without a figure take no share of what is needed."""
    assert way.latest is not None
    assert way.edge is not None
    gone = way.deadline - way.latest.period.last - way.left
    if way.need is None or years == 0:
        return now
    return along(now, way.edge, years - gone, way.left, way.path) if years >= gone else None


def ahead(way: Way, now: Quantity, pace: Quantity, years: int) -> Quantity:
    """The level v (1+p)^k or v + p k after k years at a pace p, cut at the natural limits.

    Raises:
        NotComputableError: the path has no value there.
    """
    value, limits = onward(now, pace, years, way.path), natural_limits(way.row.indicator)
    return value.exactly(min(max(value.value, limits.low), limits.high))


def _arrival(way: Way, pace: Chosen, now: Quantity, first: int) -> int | None:
    if pace.source == REQUIRED and way.need is not None:
        return way.deadline  # the path ends at its edge, even where a strict bound ("> 75") excludes it
    assert way.goal is not None
    for years in range(HORIZON + 1):
        there = _ahead(way, pace, now, years)
        if there is not None and way.goal.meets(there.value):
            return first + years
    return None


def _met_since(way: Way) -> int | None:
    """The first year from which on every figure meets the target."""
    assert way.goal is not None
    known = {each.period.last: each for each in (way.start, *way.observed.values()) if each}
    first = None
    for year in sorted(known, reverse=True):
        if not graded(way.goal, known[year]).passed:
            break
        first = year
    return first


def kept(way: Way, pace: Quantity | None) -> int | None:
    """The year from which a yearly target stands: the first, or for an average that has begun the last."""
    assert way.goal is not None
    seen, years = list(way.observed.values()), sorted(way.required)
    if pace is None and len(seen) < len(years):
        return None
    if way.form is Form.EVERY_YEAR or not seen:
        fine = all(graded(way.goal, each).passed for each in seen) and (pace is None or way.goal.meets(pace.value))
        return years[0] if fine else None
    values = [each.quantity for each in seen] + [pace] * (len(years) - len(seen)) if pace else []
    whole = average(values, compounds=way.row.indicator.kind is Kind.GROWTH) if values else None
    return years[-1] if whole is not None and way.goal.meets(whole.value) else None


def _total(way: Way, pace: Chosen) -> tuple[Years, int | None]:
    """The cumulated total: the sum so far, then p a year, or the newest flow growing at a rate."""
    assert way.goal is not None
    assert pace.pace is not None
    done = total(each.quantity.value for each in way.observed.values())
    last = max(way.observed, default=min(way.required) - 1)
    years: Years = {}
    for year in way.required:
        if year >= last:
            flow = _flow(way, pace, year - last)
            if flow is not None:
                years[year] = way.goal.exactly(CONTEXT.add(done, flow))
    met = (year for year, value in years.items() if way.goal.meets(value.value))
    return years, next(met, None)


def _flow(way: Way, pace: Chosen, years: int) -> Decimal | None:
    """The sum of the next k years: k p, or at a rate h the newest flow f growing, Σ_{j=1..k} f (1+h)^j."""
    assert pace.pace is not None
    if pace.source != RATE:
        return CONTEXT.multiply(pace.pace.value, Decimal(years))
    newest = way.observed[max(way.observed)].quantity if way.observed else way.earlier
    return None if newest is None else flow_total(newest.value, pace.pace.value, years)


def _why(way: Way, pace: Chosen, years: Years) -> Reason:
    """The reason why no year can be named."""
    is_before = pace.pace is None and pace.source == LAST_TERM  # the earlier figures lie beyond the break
    if (way.is_divided or is_before) and (between := break_reason(way)) is not None:
        return between
    if way.goal is None or (way.form is Form.LEVEL and way.latest is None):
        return Reason("no_baseline")
    if way.reason is not None:
        return way.reason
    if pace.pace is None:
        return _no_pace(pace.source)
    if way.form is Form.LEVEL:
        return Reason("never_at_this_pace", (("years", str(HORIZON)),))
    return Reason("pace_falls_short") if years or way.observed else _no_pace(LAST_TERM)


def _no_pace(source: str) -> Reason:
    """The reason why a source has no pace."""
    if source == RATE:
        return Reason("rate_does_not_fit")
    if source == REQUIRED:
        return Reason("no_pace_required")
    return Reason("no_pace_observed") if source == OBSERVED else Reason("no_pace_last_term")
