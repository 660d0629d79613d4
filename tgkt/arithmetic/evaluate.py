"""Formulas put to work: interval arithmetic with units over figures that a lookup provides.

With x, y intervals of figures in root units and n a whole number:

    x + y, x - y, x * y, x / y, x ** n, sum(x, y, …)   ends rounded outward at forty digits
    weight(m, a, b)           w = (m - a) / (b - a), cut at [0, 1]: the weight of b within m
    compound(g, n)            (1 + g)^n
    average_growth(s, e, n)   (e / s)^(1/n) - 1
    deflator(g, r)            (1 + g) / (1 + r) - 1, g nominal and r real
    path_total(s, e, n)       the sum over k = 1..n of s (e / s)^(k/n)

Nothing is computed where no number exists: NotComputableError says why; UnitError names two quantities of two kinds.
Source: docs/methods.md, "A printed figure is an interval" and "Growth".
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tgkt.arithmetic import growth
from tgkt.arithmetic.enclosure import enclosed
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.mean import implied_weight
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, number, require_same
from tgkt.facts.formula import Call, Literal, Negation, Operation, Reference, Term

Lookup = Callable[[Reference], Quantity]


def evaluate(term: Term, figures: Lookup) -> Quantity:
    """The value and range of a term, in which a figure that occurs several times counts as one.

    Args:
        term: a parsed formula.
        figures: gives the quantity a reference stands for; raises NotComputableError where there is none.

    Raises:
        NotComputableError: a figure is missing, or no number exists (division by what may be zero …).
        UnitError: quantities that do not go together; the message names both.
    """
    seen: dict[Reference, Quantity] = {}

    def noted(reference: Reference) -> Quantity:
        if reference not in seen:
            seen[reference] = figures(reference)
        return seen[reference]

    try:
        found = _evaluate(term, noted)
        ranges = {each: value.interval for each, value in seen.items()}
        return found.spread(found.value, enclosed(term, ranges, found.interval))
    except ZeroDivisionError:
        raise NotComputableError("division_by_zero") from None


def by_parts(term: Term, figures: Lookup) -> Quantity:
    """The value and range of a term by interval arithmetic alone, which treats a figure that occurs twice as two.

    Raises:
        NotComputableError: as `evaluate`.
        UnitError: as `evaluate`.
    """
    try:
        return _evaluate(term, figures)
    except ZeroDivisionError:
        raise NotComputableError("division_by_zero") from None


def _evaluate(term: Term, figures: Lookup) -> Quantity:
    match term:
        case Literal():
            return number(term.value)
        case Reference():
            return figures(term)
        case Negation():
            return -_evaluate(term.term, figures)
        case Operation():
            return _operation(term, figures)
        case Call():
            return _FUNCTIONS[term.name]([_evaluate(each, figures) for each in term.terms])


def _operation(term: Operation, figures: Lookup) -> Quantity:
    left, right = _evaluate(term.left, figures), _evaluate(term.right, figures)
    match term.sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
    power = whole(right)
    result = number(1)
    for _ in range(abs(power)):
        result = result * left
    return number(1) / result if power < 0 else result


def whole(value: Quantity) -> int:
    """A small whole number of years or a power.

    Raises:
        NotComputableError: anything else.
    """
    if (
        value.dimensions
        or not value.interval.is_point
        or value.value != value.value.to_integral_value()
        or abs(value.value) > 200
    ):
        raise NotComputableError("not_whole", value=value.value)
    return int(value.value)


def _sum(terms: list[Quantity]) -> Quantity:
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return total


def _weight(terms: list[Quantity]) -> Quantity:
    """weight(merged, one, other): the weight of `other` that the three figures imply."""
    merged, one, other = terms
    require_same(merged, one, "compare")
    require_same(merged, other, "compare")
    spread = implied_weight(merged.interval, one.interval, other.interval)
    if spread is None:
        raise NotComputableError("no_weight_between_0_and_1")
    above, below = merged - one, other - one
    value = CONTEXT.divide(above.value, below.value)
    return Quantity(min(max(value, Decimal(0)), Decimal(1)), spread, (), Sort.SHARE)


_FUNCTIONS: dict[str, Callable[[list[Quantity]], Quantity]] = {
    "sum": _sum,
    "weight": _weight,
    "compound": lambda terms: growth.compound(terms[0], whole(terms[1])),
    "average_growth": lambda terms: growth.average_growth(terms[0], terms[1], whole(terms[2])),
    "deflator": lambda terms: growth.deflator(terms[0], terms[1]),
    "path_total": lambda terms: growth.path_total(terms[0], terms[1], whole(terms[2])),
}
