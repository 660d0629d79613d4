"""What would close an identity: each figure in turn solved for, the others kept as printed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, DecimalException

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import CONTEXT, Quantity, quantity
from tgkt.errors import UnitError
from tgkt.facts.formula import Identity, Reference, references
from tgkt.facts.interval import point
from tgkt.facts.units import dimensions
from tgkt.results.check import Closing
from tgkt.series.limits import natural_limits
from tgkt.series.reference import first_stated, lookup, stated
from tgkt.series.series import Knowledge

STEPS = 60
_CLOSE = Decimal("1e-24")


def closings(identity: Identity, knowledge: Knowledge) -> tuple[Closing, ...]:
    """For each figure, the value at which both sides are equal; figures for which none can be are left out."""
    found = []
    for reference in dict.fromkeys(references(identity.left) + references(identity.right)):
        closing = _close(identity, reference, knowledge)
        if closing is not None:
            found.append(closing)
    return tuple(found)


def _close(identity: Identity, reference: Reference, knowledge: Knowledge) -> Closing | None:
    statement = first_stated(reference, knowledge)
    if statement is None:
        return None
    printed = quantity(statement, knowledge.catalogue.indicators[reference.indicator])
    exact = {
        each: _exactly(quantity(found[0], knowledge.catalogue.indicators[each.indicator]))
        for each in references(identity.left) + references(identity.right)
        if (found := stated(each, knowledge))
    }

    def miss(value: Decimal) -> Decimal:
        tried = exact | {reference: Quantity(value, point(value), printed.dimensions, printed.sort, printed.price)}
        figures = lookup(knowledge, tried)
        return CONTEXT.subtract(evaluate(identity.left, figures).value, evaluate(identity.right, figures).value)

    try:
        needed = _secant(miss, printed.value)
    except (NotComputableError, UnitError, DecimalException, ZeroDivisionError, ValueError):
        return None
    if needed is None:
        return None
    unit, indicator = statement.unit, knowledge.catalogue.indicators[reference.indicator]
    factor = dimensions(unit)[0]
    if statement.relative_to is None and not natural_limits(indicator).contains(needed):
        return None  # no such value can be
    return Closing(str(reference), CONTEXT.divide(printed.value, factor), CONTEXT.divide(needed, factor), unit)


def _exactly(value: Quantity) -> Quantity:
    return Quantity(value.value, point(value.value), value.dimensions, value.sort, value.price)


def _secant(miss: Callable[[Decimal], Decimal], start: Decimal) -> Decimal | None:
    """The root near the printed value; one step where the identity is linear in it."""
    before, now = start, start * Decimal("1.01") if start else Decimal("0.01")
    gap_before, gap_now = miss(before), miss(now)
    for _ in range(STEPS):
        if gap_now == gap_before:
            return now if gap_now == 0 else None
        after = CONTEXT.subtract(now, CONTEXT.divide(gap_now * (now - before), gap_now - gap_before))
        before, gap_before = now, gap_now
        now, gap_now = after, miss(after)
        if abs(now - before) <= abs(now) * _CLOSE:
            return now
    return None
