"""Years and terms as the documents name them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.period import Period, parse_period

years = st.integers(1900, 2200)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2030", Period(2030, 2030), id="a year"),
        pytest.param("2026-2030", Period(2026, 2030), id="a term"),
        pytest.param(" 2030 ", Period(2030, 2030), id="spaces around a year"),
        pytest.param("2030-2030", Period(2030, 2030), id="a term of one year is that year"),
        pytest.param("1900", Period(1900, 1900), id="the first year that is taken"),
        pytest.param("2200", Period(2200, 2200), id="the last year that is taken"),
    ],
)
def test_years_and_terms_are_read(text: str, expected: Period) -> None:
    """A year or a term is read, each in its one spelling."""
    assert expected == parse_period(text)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        pytest.param("30", "is not a period", id="two digits"),
        pytest.param("20300", "is not a period", id="five digits"),
        pytest.param("2026-30", "is not a period", id="a term cut short"),
        pytest.param("2026 - 2030", "is not a period", id="a term with spaces"),
        pytest.param("2026–2030", "is not a period", id="a term with an en dash"),
        pytest.param("２０３０", "is not a period", id="digits of another width"),
        pytest.param("2026 2030", "is not a period", id="a term that lost its dash"),
        pytest.param("2026/2030", "is not a period", id="a stroke"),
        pytest.param("năm 2030", "is not a period", id="words"),
        pytest.param("2030\n2031", "is not a period", id="two lines"),
        pytest.param("", "is not a period", id="nothing"),
        pytest.param("2030-2026", "ends before it begins", id="a term backwards"),
        pytest.param("1899", "is outside 1900-2200", id="a year too early"),
        pytest.param("2026-2300", "is outside 1900-2200", id="a term that ends too late"),
    ],
)
def test_anything_else_is_refused(text: str, advice: str) -> None:
    """What is neither a year nor a term is refused in its own words."""
    with pytest.raises(ValueError, match=re.escape(f"'{text}' {advice}")):
        parse_period(text)


@law
@given(years, years)
def test_a_period_reads_back_as_it_is_written(one: int, other: int) -> None:
    """What is printed for a period is read as the same period."""
    expected = Period(*sorted((one, other)))
    assert expected == parse_period(str(expected))


@law
@given(years, st.integers(1, 30))
def test_growth_over_a_term_starts_in_the_year_before(first: int, steps: int) -> None:
    """A term has as many growth steps as years, counted from its base year."""
    term = Period(first, first + steps - 1)
    assert steps == term.years == term.last - term.base_year
    assert term.is_year is (steps == 1)


def test_the_term_2021_2025_has_base_year_2020_and_five_steps() -> None:
    """The documents' own example."""
    term = parse_period("2021-2025")
    assert (term.base_year, term.years, str(term)) == (2020, 5, "2021-2025")
