"""What would close an identity: each figure in turn solved for, the others kept as printed.

The root x of f(x) = left(x) - right(x) by the secant method from the printed value on,

    x_{k+1} = x_k - f(x_k) (x_k - x_{k-1}) / (f(x_k) - f(x_{k-1}))

exact after one step where the identity is linear in x. The answer is in the printed unit;
where no number exists, or none within the natural limits, there is no closing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, DecimalException, localcontext

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import CONTEXT, Quantity
from tgkt.engine.check.general import identities
from tgkt.engine.check.resolution import Resolution, as_printed, cited, figures_of, resolve
from tgkt.errors import UnitError
from tgkt.facts.formula import Identity, Reference, Term, references
from tgkt.results.check import Closing, Finding
from tgkt.series.limits import natural_limits
from tgkt.series.series import Knowledge

STEPS = 60
_CLOSE = Decimal("1e-24")


def closings_of(found: Iterable[Finding], knowledge: Knowledge) -> dict[str, tuple[Closing, ...]]:
    """What would close each finding whose sides are apart, by its id; one of a rule has none.

    Args:
        found: the relations of the audit.
        knowledge: what is known.
    """
    knowledge = as_printed(knowledge)
    apart = {each.id for each in found if each.left is not None and each.residual != 0}
    declared = (each for each in identities(knowledge) if each.id in apart)
    return {each.id: closings(each.formula, resolve(each.formula, knowledge), knowledge) for each in declared}


def closings(identity: Identity, resolution: Resolution, knowledge: Knowledge) -> tuple[Closing, ...]:
    """For each figure the value x at which left(x) = right(x), where there is one."""
    exact = {reference: printed.exactly() for reference, (_, printed) in resolution.items()}
    found = (_close(identity, each, resolution, exact, knowledge) for each in dict.fromkeys(cited(identity)))
    return tuple(each for each in found if each is not None)


def _close(
    identity: Identity,
    reference: Reference,
    resolution: Resolution,
    exact: Mapping[Reference, Quantity],
    knowledge: Knowledge,
) -> Closing | None:
    if reference not in resolution:
        return None
    statement, printed = resolution[reference]

    def side(term: Term) -> Callable[[Decimal], Decimal]:
        """The value of a side at a value of the figure; one without the figure is computed once."""
        if reference not in references(term):
            alone = evaluate(term, figures_of(resolution, exact)).value
            return lambda _: alone
        return lambda value: evaluate(term, figures_of(resolution, {**exact, reference: printed.exactly(value)})).value

    try:
        left, right = side(identity.left), side(identity.right)
        needed = _secant(lambda value: CONTEXT.subtract(left(value), right(value)), printed.value)
    except (NotComputableError, UnitError, DecimalException, ZeroDivisionError, ValueError):
        return None
    if needed is None:
        return None
    indicator = knowledge.catalogue.indicators[reference.indicator]
    if statement.relative_to is None and not natural_limits(indicator).contains(needed):
        return None  # no such value can be
    unit = statement.unit
    return Closing(str(reference), printed.within(unit), printed.exactly(needed).within(unit), unit)


def _secant(miss: Callable[[Decimal], Decimal], start: Decimal) -> Decimal | None:
    """The root near the printed value; one step where the identity is linear in it."""
    with localcontext(CONTEXT):
        before, now = start, start * Decimal("1.01") if start else Decimal("0.01")
        gap_before, gap_now = miss(before), miss(now)
        for _ in range(STEPS):
            if gap_now == gap_before:
                return now if gap_now == 0 else None
            after = now - gap_now * (now - before) / (gap_now - gap_before)
            before, gap_before = now, gap_now
            now, gap_now = after, miss(after)
            if abs(now - before) <= abs(now) * _CLOSE:
                return now
    return None
