"""Verdict at the deadline: the printed result against the printed target, exactly as printed.

A target is a decision, so its digits are exact; only `about` widens it. A result is a
measurement, so its last digit is rounded: the grade is taken from the digits as they stand, and
it is *certain* when every value the digits may stand for earns the same grade.

    exceeded   strictly better than the better edge of the target
    met        inside the target
    not_met    worse than its worse edge

Two inequalities are compared as sets: "> 46" exceeds "46"; "< 3" meets "< 3", because the same
words cannot be better than themselves; "< 3" against "< 2.3" settles nothing.
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.figure import Comparator, Figure, last_digit
from tgkt.facts.indicator import Direction, Indicator
from tgkt.facts.interval import INFINITY, Interval, point
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.reason import Reason
from tgkt.results.status import Grade, Verdict


def judge(row: Row, as_of: int) -> Verdict:
    """Grade a row's result against its target.

    Args:
        row: the line of the plan.
        as_of: the year up to which results are known; a later deadline is pending.
    """
    target, result = row.target, row.result
    if target is None:
        return _none("no_target")
    if row.indicator.parts and target.period.last <= as_of:
        return _none("structure")
    if target.period.last > as_of:
        return Verdict(Grade.PENDING, None, Reason("deadline_ahead", (("year", str(target.period.last)),)))
    return compare(target, result, row.indicator) if result else _none("no_result")


def compare(target: Statement, result: Statement, indicator: Indicator) -> Verdict:
    """Grade one statement against another as the better-or-worse of their printed figures."""
    if target.figure is None or result.figure is None:
        return _milestone(target, result)
    if target.relative_to != result.relative_to:
        return _none("multiple_of_base", year=str(target.relative_to or result.relative_to))
    if indicator.direction is Direction.NEUTRAL and target.figure.comparator is Comparator.EQUALS:
        return _none("neutral_direction")
    goal = into_unit(target)
    got = into_unit(result)
    grade = _grade(got, goal, indicator)
    if grade is None:
        return _none("bounds_overlap", result=got, target=goal)
    spread = got.interval(indicator.floor, indicator.ceiling)
    certain = got.is_bound or grade_of(spread, goal, indicator.direction) is grade
    return Verdict(grade, certain, Reason(grade, (("result", got), ("target", goal))))


def into_unit(statement: Statement) -> Figure:
    """The statement's figure in the indicator's own unit, digits kept."""
    figure, times = statement.figure, statement.times
    assert figure is not None
    if times == 1:
        return figure
    step = (figure.step or last_digit(figure.low)) * times
    return Figure(figure.low * times, figure.high * times, figure.comparator, figure.exact, step)


def edges(goal: Figure, direction: Direction) -> tuple[Decimal, Decimal]:
    """The worse and the better edge of a target, in that order; a bound has one edge."""
    region = goal.region() if goal.comparator is Comparator.ABOUT else Interval(goal.low, goal.high)
    return (region.high, region.low) if direction is Direction.DECREASE else (region.low, region.high)


def zones(goal: Figure, direction: Direction) -> list[tuple[Grade, Interval]]:
    """The values that earn each grade, for a target with a better side."""
    worse, better = edges(goal, direction)
    strict = goal.comparator in (Comparator.MORE_THAN, Comparator.LESS_THAN)
    if direction is Direction.DECREASE:
        return [
            (Grade.NOT_MET, Interval(worse, INFINITY, low_open=not strict)),
            (Grade.MET, Interval(better, worse, high_open=strict)),
            (Grade.EXCEEDED, Interval(-INFINITY, better, high_open=True)),
        ]
    return [
        (Grade.NOT_MET, Interval(-INFINITY, worse, high_open=not strict)),
        (Grade.MET, Interval(worse, better, low_open=strict)),
        (Grade.EXCEEDED, Interval(better, INFINITY, low_open=True)),
    ]


def grade_of(values: Interval, goal: Figure, direction: Direction) -> Grade | None:
    """The grade that every one of the values earns, or None when they earn different ones.

    A target without a better side (neutral, or a bound against the direction) only has an inside and an outside.
    """
    if direction is _AGAINST.get(goal.comparator, Direction.NEUTRAL) or direction is Direction.NEUTRAL:
        region = goal.region()
        return Grade.MET if values.within(region) else None if values.meets(region) else Grade.NOT_MET
    return next((grade for grade, zone in zones(goal, direction) if values.within(zone)), None)


_AGAINST = {
    Comparator.AT_MOST: Direction.INCREASE,
    Comparator.LESS_THAN: Direction.INCREASE,
    Comparator.AT_LEAST: Direction.DECREASE,
    Comparator.MORE_THAN: Direction.DECREASE,
}


def _grade(got: Figure, goal: Figure, indicator: Indicator) -> Grade | None:
    """The grade of the digits as they stand."""
    if (got.low, got.high, got.comparator) == (goal.low, goal.high, goal.comparator):
        return Grade.MET
    if got.is_bound or got.is_range:
        return grade_of(got.region(indicator.floor, indicator.ceiling), goal, indicator.direction)
    return grade_of(point(got.value), goal, indicator.direction)


def _milestone(target: Statement, result: Statement) -> Verdict:
    if result.reached is None:
        return _none("words_only", result=result.printed, target=target.printed)
    grade = Grade.MET if result.reached else Grade.NOT_MET
    return Verdict(grade, True, Reason("milestone", (("result", result.printed), ("target", target.printed))))


def _none(code: str, **facts: object) -> Verdict:
    return Verdict(Grade.NOT_ASSESSABLE, None, Reason(code, tuple(facts.items())))


def compare_value(value: Decimal, row: Row) -> Grade | None:
    """The grade an exact value in the row's unit would earn; None where the target is in words or has no direction."""
    target = row.target
    if target is None or target.figure is None:
        return None
    if row.indicator.direction is Direction.NEUTRAL and target.figure.comparator is Comparator.EQUALS:
        return None
    return grade_of(point(value), target.figure, row.indicator.direction)
