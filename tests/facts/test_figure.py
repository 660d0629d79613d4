"""Printed figures: the interval of values that digits and words may stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import figure_of, shown
from hypothesis import given
from hypothesis import strategies as st
from strategies import BOUNDS, figures, law, numbers

from tgkt.facts.figure import SIGNS, Comparator, Figure, counted_digit, figure, last_digit, step_of
from tgkt.facts.interval import INFINITY, Interval

UNBOUNDED = -INFINITY, INFINITY
NEARLY = (Comparator.NEAR_BELOW,)


def interval(text: str) -> Interval:
    """Read `[7.345, 7.355]`, `(46, Infinity]`."""
    low, high = text[1:-1].split(", ")
    return Interval(Decimal(low), Decimal(high), text[0] == "(", text[-1] == ")")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("7.35", "[7.345, 7.355]", id="half a unit of the second decimal on each side"),
        pytest.param("90.4", "[90.35, 90.45]", id="half a unit of the first decimal on each side"),
        pytest.param("90.40", "[90.395, 90.405]", id="a printed zero makes the interval ten times narrower"),
        pytest.param("240", "[239.5, 240.5]", id="a whole number is rounded to ones, not to tens"),
        pytest.param("0", "[-0.5, 0.5]", id="zero is rounded like any other number"),
        pytest.param("-1.5", "[-1.55, -1.45]", id="negative figures are rounded to both sides too"),
        pytest.param("> 46", "(46, Infinity]", id="more than a bound leaves the bound out"),
        pytest.param("≥ 46", "[46, Infinity]", id="at least a bound takes the bound in"),
        pytest.param("< 3", "[-Infinity, 3)", id="less than a bound leaves the bound out"),
        pytest.param("≤ 3", "[-Infinity, 3]", id="at most a bound takes the bound in"),
        pytest.param("≈ 35", "[34, 36]", id="about takes a whole unit of the last digit on each side"),
        pytest.param("≈ 8.6", "[8.5, 8.7]", id="about takes the unit of a printed decimal"),
        pytest.param("≲ 35", "[34, 35)", id="nearly takes a unit below and leaves the number itself out"),
        pytest.param("≲ 1.8", "[1.7, 1.8)", id="nearly takes the unit of a printed decimal"),
        pytest.param("6.5 - 7.0", "[6.45, 7.05]", id="both ends of a range are rounded"),
        pytest.param("2 - 2.5", "[1.5, 2.55]", id="each end of a range is rounded to its own last digit"),
    ],
)
def test_what_a_figure_may_stand_for(printed: str, expected: str) -> None:
    """The interval follows from the printed digits and the words around them."""
    assert interval(expected) == figure_of(printed).interval()


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("< 3", "[0, 3)", id="below 3 % is not below 0 %"),
        pytest.param("> 46", "(46, 100]", id="more than 46 % is not more than 100 %"),
        pytest.param("100", "[99.5, 100]", id="100 % cannot be rounded down from more"),
        pytest.param("0", "[0, 0.5]", id="0 % cannot be rounded up from less"),
        pytest.param("≈ 99.5", "[99.4, 99.6]", id="a figure away from the limits is not cut"),
        pytest.param("≈ 100", "[99, 100]", id="about 100 % is not 101 %"),
        pytest.param("≲ 0.5", "[0.4, 0.5)", id="nearly half a percent is above zero"),
        pytest.param("99 - 100", "[98.5, 100]", id="a range is cut at the limit"),
    ],
)
def test_natural_limits_cut_the_interval(printed: str, expected: str) -> None:
    """A share lies between 0 and 100, whatever its rounding allows."""
    assert interval(expected) == figure_of(printed).interval(Decimal(0), Decimal(100))


@pytest.mark.parametrize("printed", ["29", "2 - 5", "0"])
def test_counts_are_exact(printed: str) -> None:
    """A whole count of communes or schools is not rounded."""
    counted = figure_of(printed, exact=True)
    assert Interval(counted.low, counted.high) == counted.interval() == counted.region()


def step(printed: str, *, is_scaled: bool = False, is_count: bool = False) -> str | None:
    """One unit of the last digit of a figure where its zeros only fill up."""
    found = step_of(figure_of(printed), is_scaled=is_scaled, is_count=is_count)
    return None if found is None else f"{found:f}"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("≲ 200", "20", id="nearly 200 is more than a digit: at most a tenth"),
        pytest.param("≈ 90", "9", id="about 90"),
        pytest.param("≈ 10", None, id="a tenth of ten is the unit it has"),
        pytest.param("> 2300", "100", id="more than 2300 says hundreds"),
        pytest.param("≈ 8", None, id="no zero at the end"),
        pytest.param("≈ 0", None, id="zero alone is a digit"),
        pytest.param("≈ 90.40", None, id="a zero after the comma is a digit"),
        pytest.param("≈ 90.0", None, id="a zero after the comma makes the ones digits"),
        pytest.param("≥ 200", None, id="at least 200 is a plain number"),
        pytest.param("200", None, id="so is 200 alone"),
        pytest.param("-200", None, id="and so is a fall by 200"),
    ],
)
def test_zeros_after_rough_words_only_fill_up(printed: str, expected: str | None) -> None:
    """After khoảng, gần and trên the last digit is the last that is not zero, at most a tenth of the figure."""
    assert step(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("340", "10", id="340 thousand billion"),
        pytest.param("16440", "10", id="16,440 billion"),
        pytest.param("11200", "100", id="11,200 billion"),
        pytest.param("100", "10", id="100 million is known to ten"),
        pytest.param("-300", "30", id="a fall of 300 million"),
        pytest.param("1.80", None, id="1.80 million is known to its last zero"),
        pytest.param("119", None, id="119 million"),
        pytest.param("2000 - 2500", "100", id="a range is known as its finer end is"),
        pytest.param("90 - 95", None, id="a finer end that has no zero"),
        pytest.param("100 - 102.5", None, id="a finer end with a decimal"),
    ],
)
def test_zeros_before_a_scale_word_only_fill_up(printed: str, expected: str | None) -> None:
    """With "nghìn tỷ" or "triệu" behind it a round number is rounded."""
    assert step(printed, is_scaled=True) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("31000", "1000", id="31,000 ballots"),
        pytest.param("2000", "200", id="2,000 ballots, at most a tenth"),
        pytest.param("1500", None, id="1,500 is counted"),
        pytest.param("0", None, id="none is none"),
    ],
)
def test_counts_in_thousands_are_rounded(printed: str, expected: str | None) -> None:
    """A count that ends in 000 says thousands."""
    assert step(printed, is_count=True) == expected


def test_zeros_that_fill_up_widen_the_interval() -> None:
    """Nearly 200 reaches down to 180, not to 199."""
    nearly = figure_of("≲ 200")
    assert interval("[180, 200)") == nearly._replace(step=step_of(nearly, is_scaled=False, is_count=True)).interval()


@law
@given(numbers(), st.booleans())
def test_a_digit_that_counts_is_no_finer_than_the_last(value: Decimal, is_scaled: bool) -> None:
    """Zeros left out of account only widen a figure, and by a tenth of it at most."""
    digit = counted_digit(value)
    assert digit == last_digit(value) or last_digit(value) < digit <= abs(value) / 10
    assert step_of(figure(value), is_scaled=is_scaled, is_count=False) in (None, digit)


@law
@given(numbers())
def test_rounding_is_half_a_unit_of_the_last_digit(value: Decimal) -> None:
    """The interval is one unit of the last digit wide, with the printed value in its middle."""
    spread = figure(value).interval()
    assert last_digit(value) == spread.high - spread.low
    assert value == (spread.high + spread.low) / 2


@law
@given(numbers())
def test_about_is_a_whole_unit_of_the_last_digit(value: Decimal) -> None:
    """With "about" the interval is twice as wide as without."""
    plain, about = figure(value).interval(), figure(value, Comparator.ABOUT).interval()
    assert about.high - about.low == 2 * (plain.high - plain.low)
    assert plain.within(about)


@law
@given(figures(more=NEARLY), st.sampled_from([UNBOUNDED, (Decimal(-(10**7)), Decimal(10**7))]))
def test_the_printed_value_lies_in_its_interval(drawn: Figure, limits: tuple[Decimal, Decimal]) -> None:
    """A figure may stand for the number it prints, unless its words exclude just that number."""
    excluded = drawn.comparator in (Comparator.MORE_THAN, Comparator.LESS_THAN, Comparator.NEAR_BELOW)
    assert drawn.interval(*limits).contains(drawn.value) is not excluded
    assert drawn.interval(*limits).contains(drawn.high) is not excluded


@law
@given(figures(more=NEARLY), st.sampled_from([UNBOUNDED, (Decimal(-(10**7)), Decimal(10**7))]))
def test_rounding_only_widens(drawn: Figure, limits: tuple[Decimal, Decimal]) -> None:
    """What the words allow with exact digits is allowed with rounded ones."""
    assert drawn.region(*limits).within(drawn.interval(*limits))


@law
@given(numbers(places=3), st.integers(1, 3))
def test_more_digits_narrow_the_interval(value: Decimal, zeros: int) -> None:
    """A figure printed with more zeros stands for fewer values, all of them possible before."""
    finer = figure(value.quantize(last_digit(value).scaleb(-zeros)))
    assert finer.interval().within(figure(value).interval())
    assert finer.interval() != figure(value).interval()


@law
@given(figures(more=NEARLY))
def test_ranges_and_bounds_are_told_apart(drawn: Figure) -> None:
    """A bound has one edge, a range two, and nothing is both."""
    assert drawn.is_bound is (drawn.comparator in BOUNDS)
    assert drawn.is_range is (drawn.comparator is Comparator.BETWEEN)


@law
@given(figures(more=NEARLY))
def test_only_bounds_and_rough_words_print_a_sign(drawn: Figure) -> None:
    """The sign in front of a figure says every comparator that is not plain, each by its own sign."""
    expected = shown(drawn).split()[0] if drawn.comparator in SIGNS else ""
    assert expected == SIGNS.get(drawn.comparator, "").strip()


def test_what_is_no_number_has_no_last_digit() -> None:
    """Infinity has no last digit, and asking for it is an error."""
    with pytest.raises(ValueError, match="is not a number"):
        last_digit(INFINITY)
