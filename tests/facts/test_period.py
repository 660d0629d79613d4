"""Years, terms, fiscal years and parts of a year as the documents name them."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.period import FiscalYear, Period, fiscal, parse_period, years_of

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
        pytest.param("2029/30", Period(2029, 2029), id="a fiscal year is the year it begins in"),
        pytest.param("2099/00", Period(2099, 2099), id="a fiscal year over the end of a century"),
        pytest.param("2026/27-2030/31", Period(2026, 2030), id="a term of fiscal years"),
        pytest.param("2026-1M", Period(2026, 2026, 1), id="the first month, counted from January"),
        pytest.param("2026-11M", Period(2026, 2026, 11), id="eleven months"),
        pytest.param("2026-Q1", Period(2026, 2026, 3), id="the first quarter is the first three months"),
        pytest.param("2026-Q2", Period(2026, 2026, 6, 4), id="a quarter alone"),
        pytest.param("2026-01", Period(2026, 2026, 1), id="January is the first month"),
        pytest.param("2026-12", Period(2026, 2026, 12, 12), id="a month alone"),
    ],
)
def test_years_and_terms_are_read(text: str, expected: Period) -> None:
    """A year, a term or a part of a year is read."""
    assert expected == parse_period(text)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        pytest.param("30", "is not a period", id="two digits"),
        pytest.param("20300", "is not a period", id="five digits"),
        pytest.param("2026-30", "is not a part of a year: a year has twelve months", id="a term cut short"),
        pytest.param("2026-13", "is not a part of a year: a year has twelve months", id="a thirteenth month"),
        pytest.param("2026-00", "is not a part of a year: a year has twelve months", id="a month before January"),
        pytest.param("2026-6", "is not a period", id="a month of one digit, which may be six months too"),
        pytest.param("2026-12M", "is not a part of a year: twelve months are the year. Write 2026", id="twelve months"),
        pytest.param("2026-0M", "is not a part of a year: the months from January are 1M to 11M", id="no months"),
        pytest.param("2026-06M", "is not a part of a year: the months from January are 1M to 11M", id="06 months"),
        pytest.param("2026-13M", "is not a part of a year: the months from January are 1M to 11M", id="13 months"),
        pytest.param("2026-Q5", "is not a part of a year: a year has four quarters", id="a fifth quarter"),
        pytest.param("2026-Q0", "is not a part of a year: a year has four quarters", id="a quarter before the first"),
        pytest.param("2026-q2", "is not a period", id="a quarter in a small letter"),
        pytest.param("2025/26-Q1", "is not a part of a year: parts of fiscal years are not", id="a fiscal quarter"),
        pytest.param("2029/31", "is not a period: a fiscal year ends in the year after", id="a fiscal year of two"),
        pytest.param("2029/29", "is not a period: a fiscal year ends in the year after", id="a fiscal year of none"),
        pytest.param("2026/27-2030", "is not a period: one end is a fiscal year", id="a term that ends otherwise"),
        pytest.param("2026-2030/31", "is not a period: one end is a fiscal year", id="a term that begins otherwise"),
        pytest.param("2030/31-2026/27", "ends before it begins", id="a fiscal term backwards"),
        pytest.param("1899-Q1", "is outside 1900-2200", id="a quarter too early"),
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
    """What is no year, no term and no part of a year is refused in its own words."""
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


# ---- Parts of a year

parts = st.one_of(
    st.integers(1, 11).map("{}M".format), st.integers(1, 4).map("Q{}".format), st.integers(1, 12).map("{:02d}".format)
)


@law
@given(years, parts)
def test_a_part_of_a_year_is_printed_as_it_was_written(year: int, part: str) -> None:
    """Its text comes back, and it is neither a year nor a term."""
    found = parse_period(f"{year}-{part}")
    assert (str(found), found.is_part, found.is_year, found.first, found.last) == (
        f"{year}-{part}",
        True,
        False,
        year,
        year,
    )


@law
@given(years, parts)
def test_a_part_of_a_year_is_never_equal_to_the_year(year: int, part: str) -> None:
    """Nothing that asks for a year can find one."""
    assert parse_period(f"{year}-{part}") not in {Period(year, year): None}


def test_parts_are_in_order_by_their_end_the_longer_first() -> None:
    """Every part that begins with the year comes before the year."""
    order = "2025 2026-01 2026-3M 2026-03 2026-6M 2026-Q2 2026-06 2026-Q3 2026-11M 2026 2026-Q4 2026-12 2027-1M"
    assert order.split() == [str(each) for each in sorted(map(parse_period, reversed(order.split())))]


def test_the_first_three_months_are_one_period_whatever_they_are_called() -> None:
    """Q1 and 3M are compared as one, each printed in its own way."""
    one, other = parse_period("2026-Q1"), parse_period("2026-3M")
    assert (one, str(one), str(other)) == (other, "2026-Q1", "2026-3M")


def test_the_same_part_of_the_year_before() -> None:
    """It is spelt alike."""
    assert [str(parse_period(text).a_year_before()) for text in ("2026-6M", "2026-Q2")] == ["2025-6M", "2025-Q2"]


# ---- Fiscal years


@law
@given(st.integers(1900, 2199))
def test_a_fiscal_year_counts_as_the_year_it_begins_in(year: int) -> None:
    """It is equal to it, has its place in a map, and prints itself."""
    found = fiscal(Period(year, year))
    assert (found, {found: 1}[Period(year, year)], found.is_year) == (Period(year, year), 1, True)
    assert str(found) == f"{year}/{str(year + 1)[2:]}"
    assert parse_period(str(found)).is_fiscal


@law
@given(st.integers(1950, 2150), st.integers(0, 40))
def test_what_is_counted_from_a_fiscal_year_is_one_and_the_distance_is_a_number(year: int, by: int) -> None:
    """Years stay fiscal years; how many lie between two is plain."""
    start = FiscalYear(year)
    for found, expected in ((start + by, year + by), (start - by, year - by), (by + start, year + by)):
        assert str(found) == str(FiscalYear(expected))
    assert str((start + by) - start) == str(by)
    assert str((start + by) - year) == str(by)


def test_a_fiscal_term_has_its_base_year_and_its_years() -> None:
    """All of them print as fiscal years."""
    term = parse_period("2026/27-2030/31")
    assert (str(term), str(term.base_year), term.years) == ("2026/27-2030/31", "2025/26", 5)
    assert list(map(str, years_of(*term[:2]))) == ["2026/27", "2027/28", "2028/29", "2029/30", "2030/31"]


def test_a_fiscal_year_is_still_one_after_it_was_kept() -> None:
    """The cache between runs keeps how it prints."""
    assert str(pickle.loads(pickle.dumps(parse_period("2029/30")))) == "2029/30"
