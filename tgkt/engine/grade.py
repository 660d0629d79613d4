"""The grade that a known figure earns against a goal, and whether rounding could flip it.

With v the printed digits of the figure, I the interval that they stand for and G the values that meet the goal:

    met           v in G, by the zones of goal.py: not met, met, exceeded
    by rounding   some of I lies in G and some does not: the grade stands, but rests on rounding
    no grade      a bound or a range that holds values both inside and outside G

The same words meet each other ("below 3" meets "below 3"). A goal without a better side is met where v lies within half
a unit of its last digit, or within its declared tolerance. Against a multiple m of a base b the rounding of the base
counts too: I becomes I b / B, where B is the interval of b. All numbers are in root units. Source: docs/methods.md,
"Verdict, standing, pace and trend".
"""

from __future__ import annotations

from tgkt.arithmetic.quantity import Quantity, in_roots
from tgkt.engine.goal import Goal
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction
from tgkt.record import NamedTuple
from tgkt.results.status import Grade
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known

_NUMBERS = (Comparator.EQUALS, Comparator.MAINTAIN)


class Graded(NamedTuple):
    """A grade and what it rests on; no grade (None) where the figure leaves it open."""

    grade: Grade | None
    rests: tuple[Rest, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the goal is met."""
        return self.grade is not None and self.grade.passed


def graded(goal: Goal, known: Known) -> Graded:
    """The grade of a figure against a goal, and whether it rests on rounding, by the rule above."""
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
    """Whether figure and target are printed alike: the same comparator and the same numbers."""
    stated = known.statement
    if stated is None or stated.figure is None or stated.comparator is not goal.comparator:
        return False
    ends = (in_roots(end, stated.unit) for end in (stated.figure.low, stated.figure.high))
    return tuple(ends) == (goal.low, goal.high)


def is_at_least_as_good(value: Quantity, other: Quantity, direction: Direction) -> bool:
    """Whether a value equals another or is better: v <= u where less is better, else v >= u."""
    return value.value <= other.value if direction is Direction.DECREASE else value.value >= other.value


def _neutral(goal: Goal, known: Known) -> Graded:
    """The grade where neither way is better: met if the figure rounds to the goal's digits or is within tolerance."""
    if not known.region.within(goal.digits):
        return Graded(None, known.rests)
    is_sure = known.quantity.interval.within(goal.digits)
    return Graded(Grade.MET, known.rests if is_sure else in_order((*known.rests, Rest.ROUNDING)))


def _over_base(level: Known, base: Known) -> Known:
    """A level that is compared with a multiple of a base, widened by the rounding of that base: I b / B."""
    if level is base:
        return level._replace(quantity=level.quantity.exactly())
    spread = level.quantity.interval * base.quantity.value / base.quantity.interval
    rests = in_order((*level.rests, *base.rests))
    return level._replace(quantity=level.quantity.spread(level.quantity.value, spread), rests=rests)
