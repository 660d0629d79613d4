"""Formulas put to work: the worked examples of `cases/formula.yaml`, and intervals that hold every exact result."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import cases
from by_hand import by_calculator
from hypothesis import assume, given
from hypothesis import strategies as st
from shipped import shipped as catalogue_shipped
from strategies import inside, law, numbers

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.mean import Part, blend_weighted
from tgkt.arithmetic.quantity import Quantity, number
from tgkt.errors import UnitError
from tgkt.facts.figure import Figure
from tgkt.facts.formula import Call, Literal, Negation, Operation, Reference, Term
from tgkt.facts.interval import Interval
from tgkt.facts.parsing import parse_term
from tgkt.facts.period import Period
from tgkt.facts.units import dimensions, parse_unit
from tgkt.series.reference import first_stated, lookup
from tgkt.series.series import Knowledge

WORKED = cases("formula", given=("formula",), expect=("value", "from", "to", "unit", "by_hand", "reason", "refused"))
CLOSE = Fraction(1, 10**18)  # a tree of operations on figures of some size


def chosen(key: str) -> list[Any]:
    return [case for case in WORKED if key in case.values[1]]


@cache
def shipped() -> Knowledge:
    return Knowledge(catalogue_shipped())


def answer(given: dict[str, Any]) -> Quantity:
    return evaluate(parse_term(given["formula"]), lookup(shipped()))


def rounded(value: Decimal, like: str) -> str:
    """A number with as many decimals as a case writes."""
    if not value.is_finite():
        return "none"
    return f"{value.quantize(Decimal(1).scaleb(-len(like.partition('.')[2]))) + 0:f}"


@pytest.mark.parametrize(("given", "expect"), chosen("value"))
def test_worked_example(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """The formula gives the value and the interval that the case expects, in its unit."""
    found, unit = answer(given), parse_unit(expect.get("unit", "lần"))
    factor, measured = dimensions(unit)
    ends = {"value": found.value, "from": found.interval.low, "to": found.interval.high}
    told = {key: rounded(value / factor, expect[key]) for key, value in ends.items()}
    assert {key: expect[key] for key in ends} == told
    assert measured == found.dimensions


@pytest.mark.parametrize(("given", "expect"), chosen("by_hand"))
def test_the_numbers_put_in_by_hand_agree(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """The arithmetic of the case, done by another library, gives the same value."""
    with mpmath.workdps(50):
        by_hand = Decimal(mpmath.nstr(by_calculator(parse_term(expect["by_hand"])), 40))
    assert expect["value"] == rounded(by_hand, expect["value"])


@pytest.mark.parametrize(("given", "expect"), chosen("reason"))
def test_what_has_no_number_has_a_reason(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Undefined formulas answer with the reason that the case names."""
    with pytest.raises(NotComputableError) as error:
        answer(given)
    assert expect["reason"] == error.value.reason.code


@pytest.mark.parametrize(("given", "expect"), chosen("refused"))
def test_what_does_not_go_together_is_refused(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """The message names both things."""
    with pytest.raises(UnitError) as error:
        answer(given)
    assert [name for name in expect["refused"] if name not in str(error.value)] == []


def test_the_reason_names_the_figure_that_is_not_printed() -> None:
    """The sentence can say which figure is missing, as it is written in formulas."""
    with pytest.raises(NotComputableError) as error:
        answer({"formula": "grdp[bac_kan, 2025]"})
    assert error.value.reason.facts == (("figure", "grdp[bac_kan, 2025]"),)


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        pytest.param(
            "grdp[merged, 2030]", "đến năm 2030 đạt 361,6 nghìn tỷ đồng", id="a target where nothing is measured"
        ),
        pytest.param("grdp.multiple[merged, 2025]", "gấp 1,6 lần năm 2020", id="a multiple only where it is asked for"),
        pytest.param("grdp_growth.target[merged, 2026-2030]", "từ 10,5%/năm trở lên", id="a target"),
        pytest.param("grdp_growth.result[bac_kan, 2021-2025]", "6,6%/năm", id="a result of a plan"),
        pytest.param("grdp_growth.baseline[merged, 2021-2025]", "bình quân đạt 7,3%/năm", id="a baseline"),
        pytest.param(
            "grdp_per_capita[thai_nguyen, 2025, political_report]", "ước đạt 119 triệu đồng/người/năm", id="an origin"
        ),
    ],
)
def test_which_figure_a_reference_means(reference: str, printed: str) -> None:
    """The figure that counts is the one meant."""
    cited = parse_term(reference)
    assert isinstance(cited, Reference)
    found = first_stated(cited, shipped())
    assert found
    assert found.printed == printed


def test_a_figure_given_instead_is_used() -> None:
    """What-if: one reference may be given another value, all others keep theirs."""
    instead = Reference("population", "merged", Period(2025, 2025))
    term = parse_term(
        "population[merged, 2025] * 0 + schools[merged, 2025] / schools[merged, 2025] * population[merged, 2025]"
    )
    assert evaluate(term, lookup(shipped(), {instead: number(7)})).value == 7


Drawn = dict[Reference, tuple[Quantity, Fraction]]
NAMES = [Reference(name, "x", Period(2025, 2025)) for name in ("a", "b", "c")]
leaves = st.sampled_from(NAMES) | numbers(-99, 99, places=2).map(Literal)


def grown(inner: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    return (
        st.builds(Operation, st.sampled_from("+-*/"), inner, inner)
        | st.builds(Negation, inner)
        | st.builds(Call, st.just("sum"), st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(lambda term, power: Operation("**", term, Literal(Decimal(power))), inner, st.integers(0, 3))
    )


trees: st.SearchStrategy[Term] = st.recursive(leaves, grown, max_leaves=8)


@st.composite
def figures(draw: st.DrawFn) -> Drawn:
    """A rounded figure for each name, and an exact value it may stand for."""
    found: Drawn = {}
    for name in NAMES:
        value = draw(numbers(-999, 999, places=2))
        spread = Figure(value, value).interval()
        found[name] = Quantity(value, spread), draw(inside(spread))
    return found


def exactly(term: Term, known: Drawn) -> Fraction:
    """A term in fractions."""
    match term:
        case Literal():
            return Fraction(term.value)
        case Reference():
            return known[term][1]
        case Negation():
            return -exactly(term.term, known)
        case Call():
            return sum((exactly(each, known) for each in term.terms), Fraction(0))
        case Operation(sign="**"):
            return Fraction(exactly(term.left, known) ** int(exactly(term.right, known)))
        case Operation():
            one, other = exactly(term.left, known), exactly(term.right, known)
            return (
                one / other if term.sign == "/" else {"+": one + other, "-": one - other, "*": one * other}[term.sign]
            )


@law
@given(trees, figures())
def test_the_interval_of_any_formula_holds_every_exact_result(term: Term, known: Drawn) -> None:
    """Any tree of operations over rounded figures: what they may stand for leads to a result inside."""
    try:
        found = evaluate(term, lambda each: known[each][0]).interval
    except NotComputableError:
        return
    exact = exactly(term, known)
    slack = CLOSE * max(Fraction(1), abs(exact))
    assert Fraction(found.low) - slack <= exact <= Fraction(found.high) + slack


values = numbers(-(10**4), 10**4, places=2)
WEIGHT = parse_term("weight(a[x, 2025], b[x, 2025], c[x, 2025])")


def implied(merged: Quantity, one: Quantity, other: Quantity) -> Quantity:
    return evaluate(WEIGHT, lambda each: dict(zip("abc", (merged, one, other), strict=True))[each.indicator])


@law
@given(values, values, values, values, st.fractions(0, 1))
def test_an_implied_weight_holds_the_true_one(
    low: Decimal, one: Decimal, other: Decimal, high: Decimal, weight: Fraction
) -> None:
    """Blend what two intervals stand for with a weight, print the result, ask for the weight: it is inside."""
    low, one, other, high = sorted((low, one, other, high))
    assume(one < other)
    parts = Quantity(one, Interval(low, one)), Quantity(other, Interval(other, high))
    merged = (1 - weight) * Fraction(low) + weight * Fraction(high)
    digits = round(Decimal(merged.numerator) / merged.denominator, 2)
    found = implied(Quantity(digits, Figure(digits, digits).interval()), *parts).interval
    assert Fraction(found.low) - CLOSE <= weight <= Fraction(found.high) + CLOSE


@law
@given(values, values, st.fractions(0, 1))
def test_blending_with_the_implied_weight_returns_the_merged_value(
    one: Decimal, other: Decimal, weight: Fraction
) -> None:
    """Exact figures imply one weight, and blending with it gives the merged figure back."""
    assume(one != other)
    merged = min(
        max(one, other), max(min(one, other), one + (other - one) * Decimal(weight.numerator) / weight.denominator)
    )
    share = implied(number(merged), number(one), number(other))
    back = blend_weighted([Part(number(one), number(1) - share), Part(number(other), share)]).value.value
    assert abs(back - merged) < Decimal("1e-20")


def test_an_implied_weight_of_a_third_is_held() -> None:
    """1 between 0 and 3 implies a third, which no decimal is: the interval must lie around it."""
    found = implied(number(1), number(0), number(3)).interval
    assert Fraction(found.low) <= Fraction(1, 3) <= Fraction(found.high)
