"""Goal seek: which value of one figure makes another meet a goal, by bisection along the declared links.

The root x of y(x) - wanted = 0, where y is the goal's figure under the links: the first change of sign on a grid of 121
values (-0.9 to 3 for pure numbers, else x0 10^-2 to x0 10^2), halved 120 times; both in root units.

The answer is the value to set; for an average that has begun it is the value of each year left.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal, localcontext

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort
from tgkt.engine.project.what_if import Settings, State, effects, from_now_on, own_reference
from tgkt.errors import UnitError
from tgkt.facts.formula import Reference
from tgkt.facts.plan import Row
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.computed import computed
from tgkt.results.project import Solution
from tgkt.series.breaks import breaks_of
from tgkt.series.limits import natural_limits
from tgkt.series.series import Knowledge

STEPS, HALVINGS = 120, 120
_PURE_FROM, _PURE_TO = Decimal("-0.9"), Decimal(3)


def solve(
    unknown: Row, goal: Row, sign: str, wanted: Quantity, rows: tuple[Row, ...], knowledge: Knowledge
) -> Solution:
    """Find the value of the unknown at which the goal is just met.

    Args:
        unknown: the row whose figure is sought.
        goal: the row whose figure must reach the wanted value.
        sign: >=, <= or =.
        wanted: the wanted value of the goal.
        rows: the plan's rows, for what else changes.
        knowledge: what is known.
    """
    breaks = tuple(dict.fromkeys([*breaks_of(unknown, knowledge), *breaks_of(goal, knowledge)]))
    asked = Solution(unknown, goal, sign, wanted.within(goal.unit), breaks=breaks)
    x, y = own_reference(unknown), own_reference(goal)
    if x is None or y is None:
        return asked._replace(reason=Reason("words_only"))
    with localcontext(CONTEXT):  # forty digits, whatever the caller's context
        try:
            start = State(knowledge, {}).value(x)
            from_now_on(start, unknown, knowledge)
        except NotComputableError as error:
            return asked._replace(reason=error.reason)
        search = _Search(unknown, goal, x, y, start, wanted, knowledge)
        found = search.crossing()
        if isinstance(found, Reason):
            return asked._replace(reason=found)
        return _answer(asked, search, search.bisect(*found), found, rows)


class _Search(NamedTuple):
    """The search: the figure that is varied, and the goal that it must meet."""

    unknown: Row
    goal: Row
    x: Reference
    y: Reference
    start: Quantity
    wanted: Quantity
    knowledge: Knowledge

    def settings(self, value: Decimal) -> Settings:
        """The unknown set to a value from now on."""
        return {self.x: from_now_on(self.start.exactly(value), self.unknown, self.knowledge)}

    def reached(self, value: Decimal) -> Quantity:
        """The goal's figure when the unknown has a value."""
        return State(self.knowledge, self.settings(value)).value(self.y)

    def miss(self, value: Decimal) -> Decimal | None:
        """The difference y(x) - wanted; None where y has no value at x."""
        try:
            return CONTEXT.subtract(self.reached(value).value, self.wanted.value)
        except (NotComputableError, UnitError):
            return None

    def crossing(self) -> tuple[Decimal, Decimal] | Reason:
        """Two neighbouring values between which y(x) - wanted changes its sign, or the reason why there are none."""
        limits = natural_limits(self.unknown.indicator)
        possible = (value for value in _grid(self.start) if limits.contains(value))
        seen = [(value, miss) for value in possible if (miss := self.miss(value)) is not None]
        misses = {miss for _, miss in seen}
        if len(misses) <= 1:
            return Reason("does_not_depend", (("unknown", self.unknown.indicator.id),))
        return _crossing(seen) or self._out_of_reach(min(misses), max(misses))

    def _out_of_reach(self, low: Decimal, high: Decimal) -> Reason:
        ends = (self.wanted.exactly(CONTEXT.add(miss, self.wanted.value)) for miss in (low, high))
        told = [computed(end, self.goal.unit) for end in ends]
        return Reason("out_of_reach", (("low", told[0]), ("high", told[1])))

    def bisect(self, low: Decimal, high: Decimal) -> Decimal:
        """The value at which the goal is just met."""
        below = (self.miss(low) or Decimal(0)) < 0
        for _ in range(HALVINGS):
            middle = CONTEXT.divide(low + high, Decimal(2))
            miss = self.miss(middle)
            if miss == 0:
                return middle
            if miss is not None and (miss < 0) == below:
                low = middle
            else:
                high = middle
        return CONTEXT.divide(low + high, Decimal(2))


def _answer(
    asked: Solution, search: _Search, value: Decimal, around: tuple[Decimal, Decimal], rows: tuple[Row, ...]
) -> Solution:
    """The answer with the side on which it holds, and everything else that changes."""
    low, high = (search.miss(end) or Decimal(0) for end in around)
    changed, links = effects(rows, search.knowledge, search.settings(value))
    return asked._replace(
        value=search.start.exactly(value).within(asked.unknown.unit),
        reached=search.reached(value).within(asked.goal.unit),
        holds_above=None if asked.sign == "=" else (high > low) == (asked.sign == ">="),
        links=tuple(links),
        effects=tuple(changed),
    )


def _crossing(seen: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal, Decimal] | None:
    """The first two neighbours on the grid between which y(x) - wanted changes its sign."""
    pairs = itertools.pairwise(seen)
    return next(((one, other) for (one, a), (other, b) in pairs if a == 0 or (a < 0) != (b < 0)), None)


def _grid(start: Quantity) -> list[Decimal]:
    """The grid: from -0.9 to 3 for pure numbers (-90 % to 300 %), else from a hundredth to a hundred times x0."""
    if start.sort is not Sort.QUANTITY:
        return [_PURE_FROM + (_PURE_TO - _PURE_FROM) * k / STEPS for k in range(STEPS + 1)]
    return [
        CONTEXT.multiply(start.value, CONTEXT.power(Decimal(10), Decimal(4 * k - 2 * STEPS) / STEPS))
        for k in range(STEPS + 1)
    ]
