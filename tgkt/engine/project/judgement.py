"""The pace of a row by a preset, beside its trend: two answers that are not the verdict.

The trend is the sign of v_now - v_before, the last two yearly figures, turned so that better is up.
Source: docs/methods.md, "Verdict, standing, pace and trend"; the presets' own sources stand in pace.py.
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.engine.grade import graded
from tgkt.engine.project.pace import Course, pace
from tgkt.engine.status.verdict import judge
from tgkt.engine.trajectory.level import breach_of
from tgkt.engine.trajectory.sides import refuse_break
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Direction, Indicator, Kind
from tgkt.facts.interval import INFINITY
from tgkt.results.project import Judgement, Pace, PaceLabel
from tgkt.series.breaks import dividing
from tgkt.series.known import Known
from tgkt.series.limits import declared_limits
from tgkt.series.series import Knowledge


def judged(way: Way, knowledge: Knowledge, method: str) -> Judgement:
    """The preset's label, the linear label where it differs, and the trend."""
    moved = trend(way.row.indicator, way.row.area, knowledge)
    if (breach := breach_of(way)) is not None:
        return Judgement(reason=breach, trend=moved)
    try:
        course = course_of(way, knowledge)
    except NotComputableError as error:
        return Judgement(reason=error.reason, trend=moved)
    try:
        answer, reason = pace(course, method), None
    except NotComputableError as error:
        answer, reason = None, error.reason
    return Judgement(answer, reason, _linear(course, method, answer), moved)


def course_of(way: Way, knowledge: Knowledge) -> Course:
    """Base, newest value and target as a course; without a target the first and the newest figure.

    Raises:
        NotComputableError: only one point, no base, ranks, a target that is itself a pace, or one whose deadline
            passed without a figure.
    """
    row, goal, start, newest = way.row, way.goal, way.start, way.current
    if row.target is None:
        return _without_target(row.indicator, row.area, knowledge)
    _refuse_form(way)
    if way.is_divided or (way.apart is not None and len(way.observed) < 2):
        refuse_break(way)
    if way.base is not None and way.deadline <= way.base.year:
        raise NotComputableError("deadline_passed", year=way.deadline)
    if judge(row, knowledge).verdict.reason.code == "no_result":
        raise NotComputableError("no_result")
    if goal is None or start is None or start.period.last >= way.deadline:
        raise NotComputableError("no_baseline")
    if newest is None or newest.period.last <= start.period.last:
        raise NotComputableError("met_at_base" if graded(goal, start).passed else "one_point")
    return Course(
        base_year=start.period.last,
        base=start.quantity.value,
        year=newest.period.last,
        value=newest.quantity.value,
        direction=row.indicator.direction,
        target_year=way.deadline,
        target=goal.nearest(start.quantity.value),
        limit=_limit(row.indicator),
        is_met=graded(goal, newest).passed,
    )


def _refuse_form(way: Way) -> None:
    """Refuse a target that no pace leads to.

    Raises:
        NotComputableError: words, a multiple of an unknown base, a target that is itself a pace, a rank.
    """
    if way.form is Form.WORDS:
        raise NotComputableError("words_only")
    if way.form is not Form.LEVEL:
        raise NotComputableError("is_a_pace_itself")
    if way.goal is None and way.row.target is not None:
        raise NotComputableError("multiple_of_base", year=way.row.target.relative_to)
    if way.row.indicator.kind is Kind.RANK:
        raise NotComputableError("rank")


def trend(indicator: Indicator, area: str, knowledge: Knowledge) -> str | None:
    """Which way the last two figures moved: better, worse, steady; None with fewer than two."""
    seen = _years(indicator, area, knowledge)
    if len(seen) < 2 or indicator.direction is Direction.NEUTRAL:
        return None
    before, last = (each.quantity.value for each in seen[-2:])
    if last == before:
        return "steady"
    return "better" if (last > before) == (indicator.direction is Direction.INCREASE) else "worse"


def _without_target(indicator: Indicator, area: str, knowledge: Knowledge) -> Course:
    seen = _years(indicator, area, knowledge)
    if indicator.kind is Kind.RANK:
        raise NotComputableError("rank")
    if len(seen) < 2:
        raise NotComputableError("one_point" if seen else "none_printed")
    first, last = seen[0], seen[-1]
    return Course(
        base_year=first.period.last,
        base=first.quantity.value,
        year=last.period.last,
        value=last.quantity.value,
        direction=indicator.direction,
        limit=_limit(indicator),
    )


def _years(indicator: Indicator, area: str, knowledge: Knowledge) -> list[Known]:
    """The figures of single years since the last break."""
    years = knowledge.series(indicator.id, area).years(0, knowledge.clock.as_of)
    found = [years[year] for year in sorted(years)]
    last = found[-1].period if found else None
    return [each for each in found if last and dividing(indicator.id, area, each.period, last, knowledge) is None]


def _limit(indicator: Indicator) -> Decimal | None:
    """The natural limit on the better side, where there is one."""
    limits = declared_limits(indicator)
    limit = limits.high if indicator.direction is Direction.INCREASE else limits.low
    return None if abs(limit) == INFINITY or limit == 0 else limit


def _linear(course: Course, method: str, answer: Pace | None) -> PaceLabel | None:
    """The linear label, where it and the chosen method disagree on whether the indicator is on its way."""
    if method == "linear":
        return None
    try:
        linear = pace(course, "linear")
    except NotComputableError:
        return None
    if answer is None or linear.label.is_on_its_way != answer.label.is_on_its_way:
        return linear.label
    return None
