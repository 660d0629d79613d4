"""A target as the values that meet it: its edges, and the grade that values earn.

A target is a decision, so its digits are exact; only `about` and `near_below` widen it, by a unit of the last digit.
With a direction there are three zones, from the worst: not met, met, exceeded. A neutral target, or one that bounds the
worse side ("at most 8" where more is better), has only an inside and an outside. All numbers are in root units.

    at_least 10.5 (increase)   not met below 10.5, met at 10.5, exceeded above
    more_than 75               not met up to 75, exceeded above
    between 1 and 1.5          not met below 1, met inside, exceeded above
    m times a base b           the zones of m, each number times b

Source: docs/methods.md, "Verdict, standing, pace and trend".
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.quantity import CONTEXT, Quantity, in_roots, quantity, range_in_roots, scaled
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Direction, Indicator
from tgkt.facts.interval import INFINITY, Interval, hull, point
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.record import NamedTuple
from tgkt.results.status import Grade
from tgkt.series.base import base_of
from tgkt.series.breaks import parting
from tgkt.series.known import Known
from tgkt.series.series import Knowledge

AGAINST = {
    Comparator.AT_MOST: Direction.INCREASE,
    Comparator.LESS_THAN: Direction.INCREASE,
    Comparator.AT_LEAST: Direction.DECREASE,
    Comparator.MORE_THAN: Direction.DECREASE,
}


class Goal(NamedTuple):
    """What a target demands.

    Attributes:
        low: the lower printed number, in root units.
        high: the higher one; the same unless the target is a range.
        region: the values its words allow.
        comparator: the words around the number.
        direction: which way is better.
        kind: a quantity of the target's kind, for values computed towards it.
        statement: the target as printed.
        digits: the values that round to the target's digits, or lie within its declared tolerance.
        of: the base figure, where the target is a multiple of it that was turned into a level.
    """

    low: Decimal
    high: Decimal
    region: Interval
    comparator: Comparator
    direction: Direction
    kind: Quantity
    statement: Statement
    digits: Interval
    of: Known | None = None

    @property
    def is_neutral(self) -> bool:
        """Whether neither direction is better, so that only equality, a range or a bound can be met."""
        return self.direction is Direction.NEUTRAL

    @property
    def is_against(self) -> bool:
        """Whether it bounds the worse side: "at most 8" where more is better."""
        return AGAINST.get(self.comparator, Direction.NEUTRAL) is self.direction and not self.is_neutral

    @property
    def edges(self) -> tuple[Decimal, Decimal]:
        """Its worse and its better edge; for a bound both are the same."""
        low, high = self.region.low, self.region.high
        low, high = (high if low == -INFINITY else low), (low if high == INFINITY else high)
        return (high, low) if self.direction is Direction.DECREASE else (low, high)

    def nearest(self, start: Decimal) -> Decimal:
        """The edge nearest to a value; the value itself where it lies between the edges."""
        low, high = sorted(self.edges)
        return start if low <= start <= high else low if start < low else high

    @property
    def meeting(self) -> Interval:
        """The values that meet it, including those beyond its better edge."""
        if self.is_neutral and self.comparator in (Comparator.EQUALS, Comparator.MAINTAIN):
            return self.digits
        if self.is_neutral or self.is_against:
            return self.region
        if self.direction is Direction.DECREASE:
            return Interval(-INFINITY, self.region.high, high_open=self.region.high_open)
        return Interval(self.region.low, INFINITY, low_open=self.region.low_open)

    def exactly(self, value: Decimal) -> Quantity:
        """A value of the target's kind."""
        return self.kind.exactly(value)

    def grade(self, values: Interval) -> Grade | None:
        """The grade that all of the values earn; None where they earn different grades."""
        if self.is_neutral or self.is_against:
            inside = self.region
            return Grade.MET if values.within(inside) else None if values.meets(inside) else Grade.NOT_MET
        return next((grade for grade, zone in self._zones() if values.within(zone)), None)

    def passes(self, values: Interval) -> bool | None:
        """Whether every value meets the target; None where some do and some do not."""
        if (grade := self.grade(values)) is not None:
            return grade.passed
        failing = self._zones()[0][1] if not (self.is_neutral or self.is_against) else None
        return None if failing is None or values.meets(failing) else True

    def meets(self, value: Decimal) -> bool:
        """Whether one exact value meets the target."""
        return self.passes(point(value)) is True

    def _zones(self) -> list[tuple[Grade, Interval]]:
        if self.direction is not Direction.DECREASE:
            return _zones_upward(self.region)
        return [(grade, -zone) for grade, zone in _zones_upward(-self.region)]


def _zones_upward(inside: Interval) -> list[tuple[Grade, Interval]]:
    """The values that earn each grade where more is better, the worst first."""
    is_bound = inside.high == INFINITY
    better, is_open = (inside.low, False) if is_bound else (inside.high, inside.high_open)
    return [
        (Grade.NOT_MET, Interval(-INFINITY, inside.low, high_open=not inside.low_open)),
        (Grade.MET, Interval(inside.low, better, inside.low_open, is_open)),
        (Grade.EXCEEDED, Interval(better, INFINITY, low_open=not is_open)),
    ]


def goal_of(row: Row) -> Goal | None:
    """The goal of a row's target as printed; None where it prints no number.

    A multiple of a base year stays a multiple; `resolved` turns it into a level.
    """
    target = row.target
    if target is None or target.figure is None:
        return None
    return _goal(target.figure, target, row.indicator)


def goal_in(row: Row, knowledge: Knowledge) -> Goal | None:
    """The goal of a row's target as `goal_of` has it; "maintain" without a number means the figure of the base."""
    found, target = goal_of(row), row.target
    if found is not None or target is None or target.comparator is not Comparator.MAINTAIN:
        return found
    base = base_of(row, knowledge)
    if base is None or parting(row, base.known.period, knowledge) is not None:
        return None
    return _held(base.known, target, row.indicator.direction)


def _held(held: Known, target: Statement, direction: Direction) -> Goal:
    value = held.quantity
    low = high = value.value
    return Goal(low, high, held.region, target.comparator, direction, value.exactly(), target, value.interval)


def _goal(figure: Figure, target: Statement, indicator: Indicator) -> Goal:
    printed = quantity(target, indicator)
    return Goal(
        low=in_roots(figure.low, target.unit),
        high=in_roots(figure.high, target.unit),
        region=range_in_roots(figure.region(), target.unit),
        comparator=figure.comparator,
        direction=indicator.direction,
        kind=printed.exactly(),
        statement=target,
        digits=_digits(printed, target),
    )


def _digits(printed: Quantity, target: Statement) -> Interval:
    """The values that round to the target's digits, and those within its declared tolerance."""
    if target.tolerance is None:
        return printed.interval
    given = in_roots(target.tolerance, target.unit)
    low, high = CONTEXT.subtract(printed.value, given), CONTEXT.add(printed.value, given)
    return hull(min(low, printed.interval.low), max(high, printed.interval.high))


def resolved(goal: Goal, base: Known) -> Goal:
    """A multiple of a base year as a level: every number of the goal times the value b of the base."""
    value, kind = base.quantity.value, base.quantity.exactly()
    return goal._replace(
        low=CONTEXT.multiply(goal.low, value),
        high=CONTEXT.multiply(goal.high, value),
        region=scaled(goal.region, value),
        kind=kind,
        digits=scaled(goal.digits, value),
        of=base,
    )
