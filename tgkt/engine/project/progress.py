"""The pace of a row by a preset, beside its trend: two answers that are not the verdict."""

from __future__ import annotations

from tgkt.arithmetic.growth import NotComputableError
from tgkt.engine.project.pace import Course, pace
from tgkt.engine.status.change import is_reached, nearer_edge
from tgkt.engine.status.verdict import into_unit
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Direction
from tgkt.facts.interval import INFINITY
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.results.project import Pace, Trajectory


def with_progress(found: Trajectory, catalogue: Catalogue, as_of: int, method: str) -> Trajectory:
    """Add the preset's label, the trend, and the linear label where it says something else."""
    course, answer, reason = None, None, None
    try:
        course = course_of(found.row, catalogue, as_of)
        answer = pace(course, method)
    except NotComputableError as error:
        reason = error.reason
    other = _other(course, method, answer) if course else None
    return found._replace(
        progress=answer, progress_reason=reason, other_label=other, trend=trend(found.row, catalogue, as_of)
    )


def course_of(row: Row, catalogue: Catalogue, as_of: int) -> Course:
    """A row's base, newest value and target as a course.

    Raises:
        NotComputableError: no baseline, only one point, or a floor that lies behind the present level.
    """
    target, base = row.target, row.baseline
    if target is None or target.figure is None:
        raise NotComputableError("words_only" if target else "no_target")
    if target.relative_to is not None:
        raise NotComputableError("multiple_of_base", year=target.relative_to)
    if base is None or base.figure is None:
        raise NotComputableError("no_baseline")
    if not base.period.is_year or target.timing not in (Timing.IN_YEAR, Timing.BEFORE):
        raise NotComputableError("is_a_pace_itself")
    start = into_unit(base).value
    later = _later(row, catalogue, base.period.last, as_of)
    if is_reached(row, base):
        raise NotComputableError("met_at_base")
    if later is None:
        raise NotComputableError("one_point")
    year, stated = later
    if year > target.period.last:
        raise NotComputableError("deadline_passed", year=target.period.last)
    limit = row.indicator.ceiling if row.indicator.direction is Direction.INCREASE else row.indicator.floor
    return Course(
        base.period.last,
        start,
        year,
        into_unit(stated).value,
        row.indicator.direction,
        target.period.last,
        nearer_edge(row, start),
        None if abs(limit) == INFINITY or limit == 0 else limit,
        is_reached(row, stated),
    )


def trend(row: Row, catalogue: Catalogue, as_of: int) -> str | None:
    """Which way the last two observations moved: better, worse, steady; None with fewer than two."""
    seen = _yearly(row, catalogue, as_of)
    if len(seen) < 2 or row.indicator.direction is Direction.NEUTRAL:
        return None
    before, last = (into_unit(seen[year]).value for year in sorted(seen)[-2:])
    if last == before:
        return "steady"
    return "better" if (last > before) == (row.indicator.direction is Direction.INCREASE) else "worse"


def _other(course: Course, method: str, answer: Pace | None) -> str | None:
    """The linear label, where a geometric method and it do not both say the indicator is on its way."""
    if method == "linear":
        return None
    try:
        linear = pace(course, "linear")
    except NotComputableError:
        return None
    if answer is None or (linear.label == "on_track") != (answer.label in _ON_TRACK):
        return linear.label
    return None


_ON_TRACK = ("substantial_progress", "target_achieved", "on_track", "target_met")


def _later(row: Row, catalogue: Catalogue, after: int, as_of: int) -> tuple[int, Statement] | None:
    seen = _yearly(row, catalogue, as_of)
    newest = max((year for year in seen if year > after), default=None)
    return None if newest is None else (newest, seen[newest])


def _yearly(row: Row, catalogue: Catalogue, as_of: int) -> dict[int, Statement]:
    """Yearly statements, the first listed of a year."""
    return {
        s.period.last: s
        for s in reversed(catalogue.about(row.indicator.id, row.area))
        if s.figure and s.period.is_year and s.relative_to is None and not s.ambition and s.period.last <= as_of
    }
