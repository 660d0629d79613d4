"""Digits of machine numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import figure_of
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.report.machine.digits import MOST, highest, lowest, meant, number_of

long = st.decimals(-(10**9), 10**9, allow_nan=False, places=30)


@law
@given(long)
def test_computed_numbers_have_twelve_digits_and_ends_lie_outside(value: Decimal) -> None:
    """Half to even in the middle; the lower end is never above the number, the upper never below."""
    middle, low, high = meant(value), lowest(value), highest(value)
    assert middle is not None and low is not None and high is not None  # noqa: PT018
    assert low <= value <= high
    assert low <= middle <= high
    assert max(len(each.as_tuple().digits) for each in (middle, low, high)) <= MOST


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0.1234567890125", "0.123456789012"), ("0.1234567890135", "0.123456789014"), ("7.30", "7.30"), ("-0.5", "-0.5")],
)
def test_a_half_goes_to_the_even_digit(value: str, expected: str) -> None:
    """What has no more digits than are meant keeps them, zeros at the end included."""
    assert str(meant(Decimal(value))) == expected


@pytest.mark.parametrize("end", ["Infinity", "-Infinity"])
def test_an_open_end_is_nothing(end: str) -> None:
    """There is no number at infinity."""
    assert [way(Decimal(end)) for way in (meant, lowest, highest)] == [None, None, None]
    assert meant(None) is None


def test_a_printed_number_keeps_every_digit() -> None:
    """Also where it has more than twelve; a range has no number of its own."""
    assert str(number_of(figure_of("1234567890123.50"))) == "1234567890123.50"
    assert number_of(figure_of("6.5 - 7.0")) is None
    assert number_of(None) is None
