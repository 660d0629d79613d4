"""Goal seek: which value of one figure makes another meet a goal, by bisection along the declared links."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from decimal import Decimal, localcontext

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort
from tgkt.engine.project.what_if import State, effects, own_reference
from tgkt.errors import UnitError
from tgkt.facts.plan import Row
from tgkt.reason import Reason
from tgkt.results.project import Solution
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
    with localcontext(CONTEXT):  # forty digits, whatever the caller's context
        return _solve(unknown, goal, sign, wanted, rows, knowledge)


def _solve(
    unknown: Row, goal: Row, sign: str, wanted: Quantity, rows: tuple[Row, ...], knowledge: Knowledge
) -> Solution:
    name = f"{goal.indicator.id} {sign} {wanted.within(goal.unit):f} {goal.unit}"
    x, y = own_reference(unknown), own_reference(goal)
    if x is None or y is None:
        return Solution(unknown, name, None, None, None, Reason("words_only"), (), ())
    try:
        start = State(knowledge, {}).value(x)
    except NotComputableError as error:
        return Solution(unknown, name, None, None, None, error.reason, (), ())

    def miss(value: Decimal) -> Decimal | None:
        """How far the goal's figure is from the wanted value when the unknown has this one."""
        set_to = start.exactly(value)
        try:
            return CONTEXT.subtract(State(knowledge, {x: set_to}).value(y).value, wanted.value)
        except (NotComputableError, UnitError):
            return None

    possible = (value for value in _grid(start) if natural_limits(unknown.indicator).contains(value))
    seen = [(value, gap) for value in possible if (gap := miss(value)) is not None]
    gaps = {gap for _, gap in seen}
    if len(gaps) <= 1:
        return Solution(
            unknown, name, None, None, None, Reason("does_not_depend", (("unknown", unknown.indicator.id),)), (), ()
        )
    crossing = next(((a, b) for (a, ga), (b, gb) in itertools.pairwise(seen) if ga == 0 or (ga < 0) != (gb < 0)), None)
    if crossing is None:
        ends = tuple(f"{wanted.exactly(gap + wanted.value).within(goal.unit):.6g}" for gap in (min(gaps), max(gaps)))
        return Solution(
            unknown, name, None, None, None, Reason("out_of_reach", (("low", ends[0]), ("high", ends[1]))), (), ()
        )
    value = _bisect(miss, *crossing)
    rising = (miss(crossing[1]) or Decimal(0)) > (miss(crossing[0]) or Decimal(0))
    set_to = start.exactly(value)
    changed, links = effects(rows, knowledge, {x: set_to})
    reached = State(knowledge, {x: set_to}).value(y)
    holds_above = None if sign == "=" else rising == (sign == ">=")
    return Solution(
        unknown,
        name,
        start.exactly(value).within(unknown.unit),
        reached.within(goal.unit),
        holds_above,
        None,
        tuple(links),
        tuple(changed),
    )


def _grid(start: Quantity) -> list[Decimal]:
    """Values to look at: for pure numbers from -90 % to 300 %, for others from a hundredth to a hundredfold."""
    if start.sort is not Sort.QUANTITY:
        return [_PURE_FROM + (_PURE_TO - _PURE_FROM) * k / STEPS for k in range(STEPS + 1)]
    return [
        CONTEXT.multiply(start.value, CONTEXT.power(Decimal(10), Decimal(4 * k - 2 * STEPS) / STEPS))
        for k in range(STEPS + 1)
    ]


def _bisect(miss: Callable[[Decimal], Decimal | None], low: Decimal, high: Decimal) -> Decimal:
    below = (miss(low) or Decimal(0)) < 0
    for _ in range(HALVINGS):
        middle = CONTEXT.divide(low + high, Decimal(2))
        gap = miss(middle)
        if gap == 0:
            return middle
        if gap is not None and (gap < 0) == below:
            low = middle
        else:
            high = middle
    return CONTEXT.divide(low + high, Decimal(2))
