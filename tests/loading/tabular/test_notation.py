"""The notation of a column, decided by its cells together."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgkt.loading.tabular.notation import Notation, is_open, number, settles
from tgkt.loading.tabular.values import CellError


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("130,5", Notation.VI),
        ("1.845,7", Notation.VI),
        ("1.845.700", Notation.VI),
        ("0,125", Notation.VI),
        ("1234,567", Notation.VI),
        ("1 845,700", Notation.VI),
        ("130.5", Notation.EN),
        ("1,845.7", Notation.EN),
        ("1,845,700", Notation.EN),
        ("0.125", Notation.EN),
        ("-12.50", Notation.EN),
    ],
)
def test_a_number_that_settles_its_column(text: str, notation: Notation) -> None:
    """It can only be written in one notation."""
    assert (settles(text), is_open(text)) == (notation, False)


@pytest.mark.parametrize("text", ["1.845", "1,845", "12.345", "-999,000"])
def test_a_number_that_leaves_it_open(text: str) -> None:
    """It is another number in each."""
    assert (settles(text), is_open(text)) == (None, True)
    assert number(text, Notation.VI) != number(text, Notation.EN)


@pytest.mark.parametrize("text", ["7", "240", "1 845"])
def test_a_number_that_is_the_same_in_both(text: str) -> None:
    """It decides nothing and needs nothing decided."""
    assert (settles(text), is_open(text)) == (None, False)


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("1.84", "vi"),
        ("1,84", "en"),
        ("12,34.5", "en"),
        ("1,845", "plain"),
        ("007", "vi"),
        ("1.", "plain"),
        ("0.000,1", "vi"),
    ],
)
def test_digits_that_do_not_fit_are_refused(text: str, notation: str) -> None:
    """Not put right."""
    with pytest.raises(CellError):
        number(text, Notation(notation))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3).filter(lambda d: abs(d) < 10**12))
def test_what_settles_reads_back(value: Decimal) -> None:
    """A number that settles its notation is read in it as it was written, and cannot be read in the other."""
    for text, notation in ((f"{value:,f}", Notation.EN), (f"{value:f}", Notation.EN)):
        if settles(text):
            assert settles(text) is notation
            assert number(text, notation) == value
