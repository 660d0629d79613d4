"""The range of a formula is no wider than it must be: a figure that stands twice is one figure.

Every formula below is computed a second time in floating point over a grid and by hand at its ends.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import inside, law

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity
from tgkt.facts.formula import Call, Literal, Negation, Operation, Reference, Term, references
from tgkt.facts.interval import Interval
from tgkt.facts.parsing import parse_term

X, Y, Z = ("x[here, 2025]", "y[here, 2025]", "z[here, 2025]")
RANGES = {"x": ("2", "3"), "y": ("5", "7"), "z": ("0.01", "0.02")}
TIGHT = {
    "a figure less itself is nothing": (f"{X} - {X}", 0.0, 0.0),
    "a share of a whole that holds it": (f"{X} / ({X} + {Y})", 2 / 9, 3 / 8),
    "the rest of that share": (f"1 - {X} / ({X} + {Y})", 5 / 8, 7 / 9),
    "a parabola turns within its range": (f"{X} * (5 - {X})", 6.0, 6.25),
    "a product with its own growth": (f"{X} * compound({Z}, 3) / {X}", 1.01**3, 1.02**3),
    "two levels that share a factor grow by the other": (
        f"average_growth({X} * {Y}, {X} * {Y} * {Y}, 1)",
        4.0,
        6.0,
    ),
    "a weighted mean whose weights hold one figure twice": (
        f"(10 * {X} + 20 * ({Y} - {X})) / {Y}",
        (20 + 60) / 5 - (3 - 2) * 10 / 5,
        20 - 10 * 2 / 7,
    ),
    "a total along a path from a fraction of its end": (
        f"{X} / path_total({Y} / 2, {Y}, 2)",
        2 / (7 * (2**-0.5 + 1)),
        3 / (5 * (2**-0.5 + 1)),
    ),
    "a weight of figures that stand in a sum with it": (
        f"weight(3 * {X} + 1, {X}, 10) + {X} / 10",
        (3 * 2 + 1 - 2) / (10 - 2) + 0.2,
        1.0 + 0.3,
    ),
}
# A figure that cancels moves the formula neither way, so no end of it can be taken: what is left is a hair.
CANCELLED = {
    TIGHT[name][0] for name in ("a product with its own growth", "two levels that share a factor grow by the other")
}


def lookup(reference: Reference) -> Quantity:
    low, high = RANGES[reference.indicator]
    return Quantity(Decimal(low), Interval(Decimal(low), Decimal(high)))


@pytest.mark.parametrize(("formula", "low", "high"), TIGHT.values(), ids=TIGHT.keys())
def test_ends(formula: str, low: float, high: float) -> None:
    found = evaluate(parse_term(formula), lookup).interval
    grain = 1e-4 if formula in CANCELLED else 1e-6
    assert float(found.low) == pytest.approx(low, rel=grain, abs=grain)
    assert float(found.high) == pytest.approx(high, rel=grain, abs=grain)


def test_investment_over_a_smooth_path_of_the_level_that_it_ends_in() -> None:
    """About 374 over a path from 202.925 / 1.6 to 202.925, at the corners: [43.47; 44.71] %, not [41.8; 46.5]."""
    ranges = {"i": ("373", "375"), "g": ("202.924", "202.926"), "m": ("1.55", "1.65")}

    def found(reference: Reference) -> Quantity:
        low, high = (Decimal(end) for end in ranges[reference.indicator])
        return Quantity((low + high) / 2, Interval(low, high))

    term = parse_term("i[here, 2025] / path_total(g[here, 2025] / m[here, 2025], g[here, 2025], 5)")
    interval = evaluate(term, found).interval

    def by_hand(invested: float, level: float, times: float) -> float:
        return float(invested / sum(level / times * times ** (k / 5) for k in range(1, 6)))

    assert float(interval.low) == pytest.approx(by_hand(373, 202.926, 1.55), rel=1e-9)
    assert float(interval.high) == pytest.approx(by_hand(375, 202.924, 1.65), rel=1e-9)
    assert (round(float(interval.low) * 100, 2), round(float(interval.high) * 100, 2)) == (43.47, 44.71)


def test_a_half_that_is_settled_leaves_the_other_to_be_looked_at() -> None:
    """Members as admitted over their rate weigh two shares: the least share is at the greatest rate, the other half."""
    ranges = {
        "one": ("0.95105", "0.95115"),
        "admitted": ("983.5", "984.5"),
        "rate": ("0.02715", "0.02725"),
        "other": ("0.9635", "0.9645"),
    }

    def found(reference: Reference) -> Quantity:
        low, high = (Decimal(end) for end in ranges[reference.indicator])
        return Quantity((low + high) / 2, Interval(low, high))

    members = "admitted[here, 2020] / rate[here, 2020]"
    text = f"(93340 * one[here, 2025] + {members} * other[here, 2025]) / (93340 + {members})"
    interval = evaluate(parse_term(text), found).interval

    def by_hand(one: float, admitted: float, rate: float, other: float) -> float:
        return (93340 * one + admitted / rate * other) / (93340 + admitted / rate)

    corners = [by_hand(*corner) for corner in product(*((float(low), float(high)) for low, high in ranges.values()))]
    assert float(interval.low) == pytest.approx(min(corners), rel=1e-9)
    assert float(interval.high) == pytest.approx(max(corners), rel=1e-9)


LEAVES = st.sampled_from([parse_term(each) for each in (X, Y, Z)]) | st.integers(1, 9).map(
    lambda n: Literal(Decimal(n))
)
TREES: st.SearchStrategy[Term] = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(Operation, st.sampled_from("+-*/"), inner, inner)
        | st.builds(Negation, inner)
        | st.builds(lambda one, other: Call("sum", (one, other)), inner, inner)
    ),
    max_leaves=7,
)


def exactly(term: Term, values: dict[str, Fraction]) -> Fraction:
    match term:
        case Literal():
            return Fraction(term.value)
        case Reference():
            return values[term.indicator]
        case Negation():
            return -exactly(term.term, values)
        case Operation():
            left, right = exactly(term.left, values), exactly(term.right, values)
            return {"+": left + right, "-": left - right, "*": left * right}.get(term.sign) or (
                left / right if term.sign == "/" else Fraction(0)
            )
        case Call():
            return sum((exactly(each, values) for each in term.terms), Fraction(0))


@law
@given(TREES, st.data())
def test_it_holds_every_exact_result_and_reaches_its_ends(term: Term, data: st.DataObject) -> None:
    """Drawn values never fall outside; a grid of values comes near both ends where a figure stands twice."""
    try:
        found = evaluate(term, lookup).interval
    except NotComputableError:
        return
    ranges = {each: Interval(Decimal(low), Decimal(high)) for each, (low, high) in RANGES.items()}
    drawn = exactly(term, {each: data.draw(inside(own)) for each, own in ranges.items()})
    assert Fraction(found.low) <= drawn <= Fraction(found.high)
    named = [each.indicator for each in references(term)]
    grid = [
        [Fraction(own.low) + (Fraction(own.high) - Fraction(own.low)) * k / 6 for k in range(7)]
        for own in ranges.values()
    ]
    sampled = [exactly(term, dict(zip(ranges, point, strict=True))) for point in product(*grid)]
    assert Fraction(found.low) <= min(sampled)
    assert max(sampled) <= Fraction(found.high)
    width = max(sampled) - min(sampled)
    if len(named) != len(set(named)):
        assert Fraction(found.high) - max(sampled) <= width / 6 + Fraction(1, 10**4)
        assert min(sampled) - Fraction(found.low) <= width / 6 + Fraction(1, 10**4)
