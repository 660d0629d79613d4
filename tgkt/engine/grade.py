"""The grade that a known figure earns against a goal, and whether rounding could flip it.

The grade is that of the digits as they stand. A figure printed as a bound or a range is graded by all it allows; the
same words meet each other ("below 3" meets "below 3"). A neutral goal is met by what rounds to its digits. Against a
multiple of a base the rounding of the base counts too.
"""

from __future__ import annotations

from typing import NamedTuple

from tgkt.arithmetic.quantity import Quantity, in_roots
from tgkt.engine.goal import Goal
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction
from tgkt.results.status import Grade
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known

_NUMBERS = (Comparator.EQUALS, Comparator.MAINTAIN)


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
    known = known if goal.of is None else _over_base(known, goal.of)
    if goal.is_neutral and goal.comparator in _NUMBERS:
        return _neutral(goal, known)
    grade = Grade.MET if has_same_words(goal, known) else goal.grade(known.region)
    if grade is None and goal.passes(known.region):
        grade = Grade.MET
    if grade is None or goal.passes(known.quantity.interval) is grade.passed:
        return Graded(grade, known.rests)
    return Graded(grade, in_order((*known.rests, Rest.ROUNDING)))


def has_same_words(goal: Goal, known: Known) -> bool:
    """Whether the figure says just what the target says."""
    stated = known.statement
    if stated is None or stated.figure is None or stated.comparator is not goal.comparator:
        return False
    ends = (in_roots(end, stated.unit) for end in (stated.figure.low, stated.figure.high))
    return tuple(ends) == (goal.low, goal.high)


def is_at_least_as_good(value: Quantity, other: Quantity, direction: Direction) -> bool:
    """Whether a value is at another or on its better side."""
    return value.value <= other.value if direction is Direction.DECREASE else value.value >= other.value


def _neutral(goal: Goal, known: Known) -> Graded:
    """Without a better side a figure meets a number when it rounds to its digits, or lies within its tolerance."""
    if not known.region.within(goal.digits):
        return Graded(None, known.rests)
    is_sure = known.quantity.interval.within(goal.digits)
    return Graded(Grade.MET, known.rests if is_sure else in_order((*known.rests, Rest.ROUNDING)))


def _over_base(level: Known, base: Known) -> Known:
    """A level held against a multiple of a base: the spread of the base is laid on it."""
    if level is base:
        return level._replace(quantity=level.quantity.exactly())
    spread = level.quantity.interval * base.quantity.value / base.quantity.interval
    rests = in_order((*level.rests, *base.rests))
    return level._replace(quantity=level.quantity.spread(level.quantity.value, spread), rests=rests)
