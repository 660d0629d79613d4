"""Interval arithmetic: every exact result lies inside, reckoned beside it in fractions."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import holds, inside, intervals, law, long, numbers, positive

from tgkt.facts.interval import INFINITY, Interval, as_interval, hull, near_root, point

Operation = Callable[[Any, Any], Any]
one, three = point(Decimal(1)), point(Decimal(3))
degrees = st.sampled_from([1, 2, 4, 5, 8, 10])  # those whose reciprocal is a short decimal


def interval(text: str) -> Interval:
    """Read `[1, 2]`, `(1, 2]`, `(46, inf)`."""
    low, high = text[1:-1].split(", ")
    return Interval(Decimal(low), Decimal(high), text[0] == "(", text[-1] == ")")


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul], ids=["sum", "difference", "product"])
@law
@given(intervals(long), intervals(long), st.data())
def test_results_of_values_lie_in_the_result_of_intervals(
    operation: Operation, one: Interval, other: Interval, data: st.DataObject
) -> None:
    """Whichever values are drawn from two intervals, what is computed from them lies in the result."""
    x, y = data.draw(inside(one)), data.draw(inside(other))
    assert holds(operation(one, other), operation(x, y))


@pytest.mark.parametrize(
    "operation", [operator.add, operator.mul, operator.truediv], ids=["sum", "product", "quotient"]
)
@law
@given(long, long.filter(bool))
def test_results_are_rounded_outward(operation: Operation, x: Decimal, y: Decimal) -> None:
    """A result with more than 40 digits is enclosed, and the two ends are hardly apart."""
    found, exact = operation(point(x), point(y)), operation(Fraction(x), Fraction(y))
    assert holds(found, exact)
    assert Fraction(found.high) - Fraction(found.low) <= abs(exact) / 10**38 + Fraction(1, 10**60)


@law
@given(intervals(), intervals(positive), st.booleans(), st.data())
def test_quotients_lie_in_the_quotient(one: Interval, divisor: Interval, below: bool, data: st.DataObject) -> None:
    """Division holds every quotient, by a divisor above zero and by one below it."""
    divisor = -divisor if below and divisor.high.is_finite() else divisor
    x, y = data.draw(inside(one)), data.draw(inside(divisor))
    assert holds(one / divisor, x / y)


@law
@given(intervals(), numbers(least=1), st.data())
def test_a_divisor_open_at_zero_is_allowed(one: Interval, high: Decimal, data: st.DataObject) -> None:
    """A value known to be above zero can divide, however small it may be."""
    divisor = Interval(Decimal(0), high, low_open=True)
    x, y = data.draw(inside(one)), data.draw(inside(divisor))
    assert holds(one / divisor, x / y)


@pytest.mark.parametrize("divisor", ["[0, 0]", "[-1, 1]", "[0, 5]", "[-5, 0]", "(-1, 1)"])
def test_a_divisor_that_may_be_zero_is_refused(divisor: str) -> None:
    """There is no quotient where the divisor may be zero."""
    with pytest.raises(ZeroDivisionError):
        one / interval(divisor)


@law
@given(intervals(numbers(1, 10**6, places=4)), st.integers(1, 10), st.data())
def test_powers_lie_in_the_power(base: Interval, exponent: int, data: st.DataObject) -> None:
    """Compounding over some years holds every compounded value."""
    assert holds(base.power(exponent), data.draw(inside(base)) ** exponent)


@law
@given(intervals(positive), degrees, st.data())
def test_roots_lie_in_the_root(base: Interval, degree: int, data: st.DataObject) -> None:
    """The root of a value, which no decimal may hold, lies between the ends: their powers enclose the value."""
    x, root = data.draw(inside(base)), base.root(degree)
    assert Fraction(root.low) ** degree <= x
    assert root.high == INFINITY or x <= Fraction(root.high) ** degree


@law
@given(intervals(positive), degrees)
def test_root_and_power_undo_each_other(base: Interval, degree: int) -> None:
    """The power of the root holds the whole interval again, and hardly more."""
    assume(base.high.is_finite())
    back = base.root(degree).power(degree)
    assert back.low <= base.low <= base.high <= back.high
    assert back.high - back.low <= base.high - base.low + base.high * Decimal("1e-32")


@law
@given(intervals(), intervals(), numbers())
def test_an_intersection_holds_what_both_hold(one: Interval, other: Interval, value: Decimal) -> None:
    """A value lies in the intersection exactly when it lies in both intervals."""
    common = one.intersect(other)
    for each in (value, one.low, one.high, other.low, other.high):
        assert (one.contains(each) and other.contains(each)) is (common is not None and common.contains(each))
    assert one.meets(other) is (common is not None)


@law
@given(intervals(), intervals(), st.data())
def test_values_of_an_interval_within_another_lie_in_both(one: Interval, other: Interval, data: st.DataObject) -> None:
    """Whatever lies in the inner interval lies in the outer one, and the intersection is always inner."""
    inner = one.intersect(other)
    assume(inner is not None)
    assert inner is not None
    assert inner.within(one)
    assert inner.within(other)
    assert holds(one, data.draw(inside(inner)))


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("[1, 2]", "[1, 2]", True),
        ("(1, 2)", "[1, 2]", True),
        ("[1, 2]", "(1, 2]", False),
        ("[1, 2]", "[1, 2)", False),
        ("[46, 46]", "(46, Infinity]", False),
        ("(46, 50]", "(46, Infinity]", True),
        ("[3, 3]", "(3, 3)", False),
    ],
)
def test_open_ends_decide_what_is_within(inner: str, outer: str, expected: bool) -> None:
    """An end that is not included makes the difference between within and not."""
    assert expected is interval(inner).within(interval(outer))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(interval("(46, 50]") + 1, "(47, 51]", id="more than 46 plus 1 is more than 47"),
        pytest.param(interval("[1, 2)") + interval("(2, 3]"), "(3, 5)", id="either operand opens the end of a sum"),
        pytest.param(-interval("(46, 50]"), "[-50, -46)", id="the sign turned, the open end moves"),
        pytest.param(interval("(2, 3]") * interval("[4, 5)"), "(8, 15)", id="an open factor opens the product"),
        pytest.param(interval("(0, 1)") * interval("(0, 1)"), "[0, 1)", id="a product closes at zero"),
        pytest.param(interval("[-2, 3]") * interval("[-5, 4]"), "[-15, 12]", id="signs cross in a product"),
        pytest.param(interval("[1, 2]") / interval("(0, 4]"), "[0.25, Infinity)", id="dividing by nearly zero"),
        pytest.param(interval("[2, 3]").power(2), "[4, 9]", id="squares"),
        pytest.param(interval("[1.5, 2]").shift(3), "[1500, 2000]", id="thousands"),
    ],
)
def test_ends_of_results(found: Interval, expected: str) -> None:
    """Ends are exact where decimals are, and open where an open operand makes them so."""
    assert interval(expected) == found


@law
@given(numbers(), numbers())
def test_a_hull_takes_its_ends_in_any_order(one: Decimal, other: Decimal) -> None:
    """The hull of two values is closed and holds both."""
    assert hull(one, other) == hull(other, one)
    assert hull(one, other).contains(one)
    assert hull(one, other).is_point is (one == other)


@pytest.mark.parametrize("value", [1.5, "1.5", None], ids=["a float", "a text", "nothing"])
def test_only_exact_numbers_are_taken(value: object) -> None:
    """A float never enters the arithmetic."""
    with pytest.raises(TypeError, match="is not an exact number"):
        as_interval(value)


@pytest.mark.parametrize("base", ["[0, 1]", "[-1, 1]", "[-2, -1]"])
def test_growth_needs_positive_values(base: str) -> None:
    """Powers and roots are refused where a value may be zero or negative."""
    with pytest.raises(ValueError, match="zero or negative"):
        interval(base).power(2)
    with pytest.raises(ValueError, match="zero or negative"):
        interval(base).root(2)


def test_a_root_of_positive_values_is_positive() -> None:
    """The root of something above zero is above zero, and a power can be taken of it again."""
    assert interval("(0, 2]") == interval("(0, 4]").root(2)


@pytest.mark.parametrize(("value", "degree", "root"), [(8, 3, 2), (729, 6, 3), (128, 7, 2), (512, 9, 2)])
def test_roots_of_any_degree_hold_the_root(value: int, degree: int, root: int) -> None:
    """Three years are no different from five: the cube root of 8 is 2."""
    assert point(Decimal(value)).root(degree).contains(Decimal(root))


@law
@given(positive, st.integers(2, 70), st.integers(-300, 300))
def test_a_root_is_right_to_its_fortieth_digit(value: Decimal, degree: int, exponent: int) -> None:
    """Its power is the value again, however large or small: reckoned in fractions."""
    value = value.scaleb(exponent)
    again = Fraction(near_root(value, degree)) ** degree / Fraction(value)
    assert abs(again - 1) < Fraction(degree, 10**42)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["first without a zero", "first with one"])
@pytest.mark.parametrize(
    ("texts", "degree"), [(("0.9", "0.90"), 1), (("4", "4.00"), 2), (("1E+1", "10.0"), 5), (("0.81", "0.810"), 2)]
)
def test_the_digits_of_a_root_do_not_follow_from_what_was_asked_before(
    texts: tuple[str, str], degree: int, order: tuple[int, int]
) -> None:
    """A root that is known already is that of an equal number, whose zeros may be others."""
    found = {at: str(near_root(Decimal(texts[at]), degree)) for at in order}
    assert found == ({0: "0.9", 1: "0.90"} if degree == 1 else {0: found[0], 1: found[0]})


@pytest.mark.parametrize("digits", range(30, 41))
def test_the_root_of_a_narrow_interval_holds_both_roots(digits: int) -> None:
    """Its ends are told apart as long as their roots are."""
    high = Decimal(f"10.{'0' * (digits - 3)}5")
    found = Interval(Decimal(10), high).root(2)
    assert Fraction(found.low) ** 2 < 10
    assert Fraction(found.high) ** 2 > Fraction(high)


def test_the_sign_can_be_turned_at_full_precision() -> None:
    """One third has 40 digits, and so has minus one third."""
    assert holds(-(one / three), Fraction(-1, 3))


def test_a_difference_of_quotients_holds_the_difference() -> None:
    """One half less one third is one sixth."""
    assert holds(one / point(Decimal(2)) - one / three, Fraction(1, 6))


def test_a_shift_is_exact_at_full_precision() -> None:
    """A change of scale words only moves the decimal mark."""
    assert holds((one / three).shift(3), Fraction(1000, 3))


def test_powers_of_long_numbers_are_rounded_outward() -> None:
    """The square of 1 + 1e-30 has a last term of 1e-60, which must not be lost upwards."""
    value = Decimal("1.000000000000000000000000000001")
    assert holds(point(value).power(2), Fraction(value) ** 2)


def test_a_negative_power_is_refused_or_in_order() -> None:
    """A power of -1 runs from the smaller end to the larger one."""
    found = interval("[2, 4]").power(-1)
    assert found.low <= found.high
