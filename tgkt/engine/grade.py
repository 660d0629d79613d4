"""The grade that a known figure earns against a goal, and whether rounding could flip it.

The grade is that of the digits as they stand. A figure printed as a bound or a range is graded by all it allows; the
same words meet each other ("below 3" meets "below 3"). A neutral goal is met by what rounds to its digits.
"""

from __future__ import annotations

from typing import NamedTuple

from tgkt.arithmetic.quantity import Quantity
from tgkt.engine.goal import Goal
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction
from tgkt.facts.interval import point
from tgkt.results.status import Grade
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known


class Graded(NamedTuple):
    """A grade, None where the figure settles nothing, and what it rests on."""

    grade: Grade | None
    rests: tuple[Rest, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the goal is met."""
        return self.grade is not None and self.grade.passed


def graded(goal: Goal, known: Known) -> Graded:
    """The grade of a figure against a goal."""
    if goal.is_neutral and goal.comparator is Comparator.EQUALS:
        return _neutral(goal, known)
    if has_same_words(goal, known):
        return Graded(Grade.MET, _rounded(goal, known, passed=True))
    grade = goal.grade(known.region)
    if grade is None:
        passes = goal.passes(known.region)
        grade = Grade.MET if passes else None
    if grade is None:
        return Graded(None, known.rests)
    return Graded(grade, _rounded(goal, known, passed=grade.passed))


def _rounded(goal: Goal, known: Known, *, passed: bool) -> tuple[Rest, ...]:
    """What a grade rests on: the figure's own rests, and rounding where it could turn pass into fail."""
    if known.is_bound or goal.passes(known.quantity.interval) is passed:
        return known.rests
    return in_order((*known.rests, Rest.ROUNDING))


def has_same_words(goal: Goal, known: Known) -> bool:
    """Whether the figure says just what the target says."""
    stated = known.statement
    if stated is None or stated.figure is None or stated.comparator is not goal.comparator:
        return False
    return (stated.figure.low * known.factor, stated.figure.high * known.factor) == (goal.low, goal.high)


def is_at_least_as_good(value: Quantity, other: Quantity, direction: Direction) -> bool:
    """Whether a value is at another or on its better side."""
    return value.value <= other.value if direction is Direction.DECREASE else value.value >= other.value


def _neutral(goal: Goal, known: Known) -> Graded:
    """Without a better side a figure meets a number when it rounds to its digits, or lies within its tolerance."""
    digits = goal.digits
    if digits.contains(known.quantity.value):
        rests = known.rests if known.quantity.interval.within(digits) else in_order((*known.rests, Rest.ROUNDING))
        return Graded(Grade.MET, rests if known.region != point(goal.low) else known.rests)
    return Graded(None, known.rests)
