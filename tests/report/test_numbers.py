"""Numbers, figures and units as a reader of either language writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import figure_of, period, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import figures, law, numbers

from tgkt.facts.figure import Figure
from tgkt.facts.notation import clean, document_number, read_phrase
from tgkt.facts.units import parse_unit
from tgkt.report.numbers import ends, number, printed, rounded, trimmed, unit
from tgkt.report.numbers import statement as told

wide = numbers(-(10**15), 10**15, places=6)
MINUS = "\u2212"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        pytest.param("1845.7", "1.845,7", "1,845.7", id="thousands and decimals change their marks"),
        pytest.param("90.40", "90,40", "90.40", id="printed zeros are kept"),
        pytest.param("202925", "202.925", "202,925", id="whole numbers are grouped"),
        pytest.param("999", "999", "999", id="below a thousand nothing is grouped"),
        pytest.param("-1234.5", "−1.234,5", "−1,234.5", id="a true minus stands before a negative number"),
        pytest.param("1E+3", "1.000", "1,000", id="an exponent is written out"),
        pytest.param("0", "0", "0", id="zero"),
    ],
)
def test_numbers_in_both_languages(value: str, vi: str, en: str) -> None:
    """Every digit is kept, only the marks change with the language."""
    assert (vi, en) == (number(Decimal(value), "vi"), number(Decimal(value), "en"))


@law
@given(wide)
def test_vietnamese_numbers_read_back(value: Decimal) -> None:
    """What is written in Vietnamese is read as the same number with the same digits."""
    written = clean(number(value, "vi"))
    assert value.as_tuple() == document_number(written, "vi").as_tuple()


@law
@given(wide)
def test_english_numbers_read_back(value: Decimal) -> None:
    """What is written in English is the number itself once its groups are closed up."""
    written = number(value, "en").replace(",", "").replace(MINUS, "-")
    assert value.as_tuple() == Decimal(written).as_tuple()


@law
@given(wide, st.sampled_from(["vi", "en"]))
def test_a_sign_is_shown_on_request(value: Decimal, lang: str) -> None:
    """A change shows its sign: plus, minus, or none where nothing changes."""
    expected = "" if value == 0 else "+" if value > 0 else MINUS
    assert number(value, lang, sign=True) == expected + number(value, lang).lstrip(MINUS)


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        ("12.2479901301", 2, "12.25"),
        ("0.125", 2, "0.12"),
        ("0.135", 2, "0.14"),
        ("2.5", 0, "2"),
        ("3.5", 0, "4"),
        ("-0.125", 2, "-0.12"),
        ("7", 2, "7.00"),
    ],
)
def test_computed_values_are_rounded_half_to_even(value: str, digits: int, expected: str) -> None:
    """A value just between two is rounded to the even one, so that sums do not drift."""
    assert expected == str(rounded(Decimal(value), digits))


@law
@given(wide, st.integers(0, 6))
def test_rounding_moves_by_at_most_half_a_digit(value: Decimal, digits: int) -> None:
    """A rounded value has the digits asked for and lies no further than half a unit of the last."""
    found = rounded(value, digits)
    assert found.as_tuple().exponent == -digits
    assert abs(found - value) * 2 <= Decimal(1).scaleb(-digits)


@law
@given(wide)
def test_trimming_drops_zeros_and_nothing_else(value: Decimal) -> None:
    """Trailing zeros after the decimal mark go, the value stays."""
    short = f"{trimmed(value)}"
    assert Decimal(short) == value
    assert "." not in short or not short.endswith("0")
    assert "E" not in short


def test_nothing_is_not_negative() -> None:
    """A change that rounds to nothing is shown without a minus."""
    expected = "0.00"
    assert expected == number(rounded(Decimal("-0.001"), 2), "en", sign=True)


@pytest.mark.parametrize(
    ("figure", "vi", "en"),
    [
        ("≥ 10.5", "≥ 10,5", "≥ 10.5"),
        ("> 46", "> 46", "> 46"),
        ("≤ 15.0", "≤ 15,0", "≤ 15.0"),
        ("< 3", "< 3", "< 3"),
        ("≈ 202925", "≈ 202.925", "≈ 202,925"),
        ("6.5 - 7.0", "6,5 - 7,0", "6.5 - 7.0"),
        ("7.35", "7,35", "7.35"),
    ],
)
def test_figures_in_both_languages(figure: str, vi: str, en: str) -> None:
    """A figure is written with the sign of its comparator and all its digits."""
    assert (vi, en) == (printed(figure_of(figure), "vi"), printed(figure_of(figure), "en"))


@law
@given(figures(numbers(least=1)).filter(lambda drawn: "≈" not in printed(drawn, "vi")))
def test_vietnamese_figures_read_back(drawn: Figure) -> None:
    """What is written for a figure is a phrase that reads as the same figure."""
    found = read_phrase(f"{printed(drawn, 'vi')}%").figures[0]
    assert (drawn.low, drawn.high, drawn.comparator) == (found.low, found.high, found.comparator)


def test_units_and_statements_in_both_languages() -> None:
    """A statement in short has its figure, unit and period; words stand as they are printed."""
    money = parse_unit("nghìn tỷ đồng")
    stated = statement("≈ 202.925", unit=money, period=period("2021-2025"))
    assert (unit(money, "vi"), unit(money, "en")) == ("nghìn tỷ đồng", "trillion VND")
    assert told(stated, "vi") == "≈ 202,925 nghìn tỷ đồng (2021-2025)"
    assert told(stated, "en") == "≈ 202.925 trillion VND (2021-2025)"
    assert told(statement(unit=parse_unit("mốc"), printed="Hoàn thành"), "en").startswith("Hoàn thành")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        pytest.param("90.8", "98.5", "90.8 - 98.5", id="both ends"),
        pytest.param("7.4848", "7.4851", "7.48 - 7.49", id="ends that round apart"),
        pytest.param("7.4852", "7.4860", "7.49", id="ends that read alike are one number"),
        pytest.param("7.49", "7.49", "7.49", id="a point"),
        pytest.param("90.8", "Infinity", "≥ 90.8", id="only a floor"),
        pytest.param("-Infinity", "90.8", "≤ 90.8", id="only a ceiling"),
    ],
)
def test_ends_of_an_interval(low: str, high: str, expected: str) -> None:
    """Two numbers where a reader can tell them apart."""
    assert ends(Decimal(low), Decimal(high), "en") == expected
