"""What a cell shows of the number it holds, by its number format."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgkt.loading.tabular.shown import shown

ACCOUNTING = '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'


@pytest.mark.parametrize(
    ("held", "number_format", "text", "holds"),
    [
        ("7.3", "0.00", "7.30", ""),
        ("7.3", "General", "7.3", ""),
        ("7", "@", "7", ""),
        ("0.0633", "0.0%", "6.3%", "0.0633"),
        ("0.0633", "0.00%", "6.33%", ""),
        ("1845700", "#,##0", "1845700", ""),
        ("130456", "#,##0,", "130", "130456"),
        ("1.005", "0.00", "1.01", "1.005"),
        ("2.5", "0.##", "2.5", ""),
        ("5", "0.##", "5", ""),
        ("-5.25", "0.0;(0.0)", "-5.3", "-5.25"),
        ("-5.25", "0.00;[Red]0.00", "-5.25", ""),
        ("-1234.5", ACCOUNTING, "-1234.50", ""),
        ("0", ACCOUNTING, "-", "0"),
        ("0", "0.0;-0.0;-", "-", "0"),
        ("0", "0.0", "0.0", ""),
        ("5", ";;;", "", "5"),
        ("130.5", '0.0" tỷ đồng"', "130.5 tỷ đồng", ""),
        ("12", "[$₫-42A] #,##0", "₫ 12", ""),
        ("5", "[$-42A]0.0", "5.0", ""),
        ("0.30000000000000004", "General", "0.3", "0.30000000000000004"),
        ("12345678901", "General", "12345678901", ""),
        ("123456789012", "General", "1.23457E+11", ""),
        ("1850000", "0.00E+00", "1.85000E+6", ""),
        ("0.5", "# ?/?", "5.00000E-1", ""),
    ],
)
def test_a_cell_shows(held: str, number_format: str, text: str, holds: str) -> None:
    """The digits that are seen; the number behind them where it says more; an exponent where digits are lost."""
    assert shown(held, number_format) == (text, holds)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), st.integers(0, 6))
def test_as_many_decimals_as_the_format_has(held: object, places: int) -> None:
    """Trailing zeros included, and nothing is said to be held back where nothing is."""
    found = shown(str(held), "0." + "0" * places if places else "0")
    assert len(found.text.partition(".")[2]) == places
    assert bool(found.holds) == (round(held, places) != held)  # type: ignore[call-overload]  # a decimal
