"""Goal seek: which value of one figure makes another meet a goal, by bisection along the declared links."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from decimal import Decimal

from tgkt.arithmetic.growth import CONTEXT, NotComputableError
from tgkt.arithmetic.quantity import Quantity, Sort
from tgkt.engine.project.what_if import State, effects, is_possible, own_reference
from tgkt.errors import UnitError
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.interval import point
from tgkt.facts.plan import Row
from tgkt.facts.units import dimensions
from tgkt.reason import Reason
from tgkt.results.project import Solution

STEPS, HALVINGS = 120, 120
_PURE_FROM, _PURE_TO = Decimal("-0.9"), Decimal(3)


def solve(
    unknown: Row, goal: Row, sign: str, wanted: Quantity, rows: tuple[Row, ...], catalogue: Catalogue
) -> Solution:
    """Find the value of the unknown at which the goal is just met.

    Args:
        unknown: the row whose figure is sought.
        goal: the row whose figure must reach the wanted value.
        sign: >=, <= or =.
        wanted: the wanted value of the goal.
        rows: the plan's rows, for what else changes.
        catalogue: the declared facts.
    """
    name = f"{goal.indicator.id} {sign} {_in(wanted.value, goal):f} {goal.unit}"
    x, y = own_reference(unknown), own_reference(goal)
    if x is None or y is None:
        return Solution(unknown, name, None, None, None, Reason("words_only"), (), ())
    try:
        start = State(catalogue, {}).value(x)
    except NotComputableError as error:
        return Solution(unknown, name, None, None, None, error.reason, (), ())

    def miss(value: Decimal) -> Decimal | None:
        """How far the goal's figure is from the wanted value when the unknown has this one."""
        set_to = Quantity(value, point(value), start.dimensions, start.sort, start.price)
        try:
            return CONTEXT.subtract(State(catalogue, {x: set_to}).value(y).value, wanted.value)
        except (NotComputableError, UnitError):
            return None

    possible = (value for value in _grid(start) if is_possible(value, unknown))
    seen = [(value, gap) for value in possible if (gap := miss(value)) is not None]
    gaps = {gap for _, gap in seen}
    if len(gaps) <= 1:
        return Solution(
            unknown, name, None, None, None, Reason("does_not_depend", (("unknown", unknown.indicator.id),)), (), ()
        )
    crossing = next(((a, b) for (a, ga), (b, gb) in itertools.pairwise(seen) if ga == 0 or (ga < 0) != (gb < 0)), None)
    if crossing is None:
        ends = tuple(f"{_in(CONTEXT.add(gap, wanted.value), goal):.6g}" for gap in (min(gaps), max(gaps)))
        return Solution(
            unknown, name, None, None, None, Reason("out_of_reach", (("low", ends[0]), ("high", ends[1]))), (), ()
        )
    value = _bisect(miss, *crossing)
    rising = (miss(crossing[1]) or Decimal(0)) > (miss(crossing[0]) or Decimal(0))
    set_to = Quantity(value, point(value), start.dimensions, start.sort, start.price)
    changed, links = effects(rows, catalogue, {x: set_to})
    reached = State(catalogue, {x: set_to}).value(y).value
    holds_above = None if sign == "=" else rising == (sign == ">=")
    return Solution(
        unknown, name, _in(value, unknown), _in(reached, goal), holds_above, None, tuple(links), tuple(changed)
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


def _in(value: Decimal, row: Row) -> Decimal:
    return CONTEXT.divide(value, dimensions(row.unit)[0])
