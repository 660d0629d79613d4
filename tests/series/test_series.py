"""The room that says which figure counts: periods, senses, forecasts, clocks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import indicator, knowledge, origin, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.indicator import Aggregation, Blend, Kind, Price
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.facts.units import parse_unit
from tgkt.series.printed import Clock, Series
from tgkt.series.series import Knowledge, newest_year

TERM = period("2021-2025")


def figure(printed: str, when: Any = 2026, **changes: Any) -> Statement:
    return statement(printed, **{"period": period(when), "status": Status.OFFICIAL, **changes})


def series(*observations: Statement, **more: Any) -> Series:
    return knowledge(*observations, **{"as_of": 2030, **more}).series("share", "merged")


# ---- A period


def test_only_the_period_itself_is_answered() -> None:
    """A year is not its neighbour, nor the term that holds it."""
    found = series(figure("44", 2025), figure("45", "2026-2030", timing=Timing.AVERAGE))
    assert (found.at(period(2026)), found.at(period(2024)), found.at(TERM)) == (None, None, None)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(figure("44", ambition=True), id="an older ambition"),
        pytest.param(figure("1.6", relative_to=2020, unit=parse_unit("lần")), id="a multiple of another year"),
        pytest.param(figure("44", status=Status.FORECAST), id="a forecast"),
        pytest.param(figure("44", area="north"), id="another area"),
        pytest.param(statement(period=period(2026)), id="words"),
    ],
)
def test_what_is_no_figure_of_the_period_is_kept_apart(told: Statement) -> None:
    """Aims, multiples, forecasts, other areas and words are no figure of the year."""
    assert series(told).at(period(2026)) is None


def test_a_multiple_is_asked_by_its_base_year() -> None:
    """1.6 times 2020 is known as that, and not as a multiple of 2015."""
    found = series(figure("1.6", relative_to=2020, unit=parse_unit("lần")))
    one, other = (found.at(period(2026), Timing.IN_YEAR, base) for base in (2020, 2015))
    assert (one and one.quantity.value, other) == (Decimal("1.6"), None)


def test_senses_of_a_term_are_kept_apart() -> None:
    """An average is asked as one, and a total as one."""
    found = series(figure("45", TERM, timing=Timing.AVERAGE), figure("225", TERM, timing=Timing.TOTAL))
    told = {timing: found.at(TERM, timing) for timing in (Timing.AVERAGE, Timing.TOTAL, Timing.EVERY_YEAR)}
    assert [each.statement and each.statement.printed if each else None for each in told.values()] == [
        "45",
        "225",
        None,
    ]


@pytest.mark.parametrize(
    ("kind", "expected"), [(Kind.SHARE, "45"), (Kind.LEVEL, "225")], ids=["a share averages", "a level adds up"]
)
def test_a_term_without_a_sense_is_meant_as_its_kind_is(kind: Kind, expected: str) -> None:
    """Where a term is asked without a sense, what adds up is meant as a total and the rest as an average."""
    told = [figure("45", TERM, timing=Timing.AVERAGE), figure("225", TERM, timing=Timing.TOTAL)]
    known = knowledge(*told, rows=[row(indicator=indicator(kind=kind), target=statement("50"))], as_of=2030)
    found = known.series("share", "merged").at(TERM)
    assert found is not None
    assert found.statement is not None
    assert found.statement.printed == expected


def test_a_figure_before_a_year_is_a_figure_of_it() -> None:
    """What is to be there "before 2030" speaks of 2030."""
    found = series(figure("44", 2026, timing=Timing.BEFORE)).at(period(2026))
    assert found is not None


# ---- Years and the newest


def test_the_newest_takes_the_year_first() -> None:
    """An estimate of 2027 is newer than an official figure of 2026."""
    found = series(figure("44", 2026), figure("45", 2027, status=Status.ESTIMATED)).newest()
    assert (found and found.period.last, found and found.status) == (2027, Status.ESTIMATED)


def test_a_forecast_is_never_the_newest_nor_a_year() -> None:
    """A figure of 2028 printed in 2026 is listed as a forecast, and nowhere else."""
    found = series(figure("44", 2026), figure("50", 2028, origin="outlook"), origins=[origin("outlook", "2026-05")])
    assert (found.newest() and [*found.years(2000, 2030)]) == [2026]
    assert [each.statement.printed for each in found.forecasts()] == ["50"]
    assert [each.statement.printed for each in found.candidates(period(2028))] == ["50"]


def test_the_newest_after_a_year_is_later_than_it() -> None:
    """Asked for what came after 2026, the figure of 2026 is not it."""
    assert series(figure("44", 2026)).newest(2026) is None


@law
@given(st.sets(st.integers(2010, 2040)), st.integers(2010, 2040), st.integers(2010, 2040))
def test_years_lie_within_what_was_asked_and_what_is_looked_at(known: set[int], first: int, last: int) -> None:
    """The years found are those that have a figure, from the first to the last, up to the clock's."""
    found = series(*(figure("44", year) for year in known), as_of=2030).years(first, last)
    assert [*found] == sorted(year for year in known if first <= year <= last and year <= 2030)


# ---- Two clocks


def test_what_lies_after_the_last_year_looked_at_is_not_known() -> None:
    """As of 2026 a figure of 2027 is not there, whatever asks."""
    found = series(figure("44", 2026), figure("45", 2027), as_of=2026)
    newest = found.newest()
    assert newest is not None
    assert (newest.period.last, found.at(period(2027)), found.about(period(2027))) == (2026, None, [])


@pytest.mark.parametrize(
    ("date", "known_by", "seen"),
    [
        pytest.param("2027-03-31", "2027-04-01", True, id="the day before"),
        pytest.param("2027-04-01", "2027-04-01", True, id="the same day"),
        pytest.param("2027-04-02", "2027-04-01", False, id="the day after"),
        pytest.param("2027-05", "2027-04-01", False, id="the month after"),
        pytest.param("2027", "2027-04-01", True, id="some day of that year"),
        pytest.param("2028", "2027-04-01", False, id="the year after"),
        pytest.param("2027-12-31", "2027", True, id="a day of a year that is given whole"),
        pytest.param(None, "2027-04-01", False, id="an undated document"),
        pytest.param(None, None, True, id="an undated document where nothing is asked"),
    ],
)
def test_what_was_known_by_a_date(date: str | None, known_by: str | None, *, seen: bool) -> None:
    """Documents dated later, and those without a date, are hidden."""
    told = figure("44", 2026, origin="report")
    found = series(told, origins=[origin("report", date)], known_by=known_by).at(period(2026))
    assert (found is not None) is seen


@pytest.mark.parametrize(
    ("known_by", "year"),
    [
        pytest.param(None, 2027, id="whenever"),
        pytest.param("2028-06", 2027, id="after the later document"),
        pytest.param("2027-06", 2026, id="before the later document"),
        pytest.param("2026-06", 2025, id="before either: the year before the date"),
    ],
)
def test_the_clock_stands_at_the_newest_year_that_was_known(known_by: str | None, year: int) -> None:
    """A figure that nobody knew yet does not make a deadline pass."""
    told = [figure("44", 2026, origin="early"), figure("45", 2027, origin="late")]
    documents = [origin("early", "2027-02"), origin("late", "2028-02")]
    assert newest_year(knowledge(*told, origins=documents, as_of=2030).catalogue, known_by) == year


def test_words_are_hidden_like_figures() -> None:
    """Words of a later year, of a later document, and forecasts in words are not known."""
    documents = [origin("early", "2027-01"), origin("late", "2028-01"), origin("outlook", "2025-01")]
    said = [
        statement(period=period(year), printed=printed, origin=name, reached=True)
        for year, printed, name in (
            (2026, "a", "early"),
            (2027, "b", "late"),
            (2026, "c", "outlook"),
            (2029, "d", "late"),
        )
    ]
    known = knowledge(*said, origins=documents, as_of=2028, known_by="2027-06-30")
    assert [each.printed for each in known.words("share", "merged")] == ["a"]


def test_of_words_the_newest_year_comes_first_then_the_rank() -> None:
    """Words of 2027 before those of 2026, the official before the estimate."""
    said = [
        statement(period=period(2026), printed="a", status=Status.OFFICIAL),
        statement(period=period(2027), printed="b", status=Status.ESTIMATED),
        statement(period=period(2027), printed="c", status=Status.OFFICIAL),
    ]
    assert [each.printed for each in knowledge(*said, as_of=2030).words("share", "merged")] == ["c", "b", "a"]


# ---- The last year that anything speaks of


@pytest.mark.parametrize(
    ("observed", "year"),
    [
        pytest.param([figure("44", 2027)], 2027, id="a figure"),
        pytest.param([figure("44", TERM, timing=Timing.AVERAGE)], 2025, id="a term"),
        pytest.param([figure("44", 2026), figure("90", 2040, ambition=True)], 2026, id="an aim does not count"),
        pytest.param([figure("44", 2026), figure("90", 2040, status=Status.FORECAST)], 2026, id="nor does a forecast"),
        pytest.param([], 2025, id="without figures the base year of the plan"),
    ],
)
def test_the_year_that_is_looked_at_by_default(observed: list[Statement], year: int) -> None:
    """The clock goes up to the newest year of any figure, aims and forecasts apart."""
    known = knowledge(*observed)
    assert (newest_year(known.catalogue), Knowledge(known.catalogue).clock) == (year, Clock(year))


# ---- All there is


def test_everything_about_a_period_is_grouped_by_what_it_means() -> None:
    """Figures of one term in three senses are three groups, each with all its statements."""
    told = [
        figure("45", TERM, timing=Timing.AVERAGE),
        figure("46", TERM, timing=Timing.AVERAGE),
        figure("225", TERM, timing=Timing.TOTAL),
    ]
    groups = series(*told).about(TERM)
    assert [[each.statement.printed for each in group] for group in groups] == [["45", "46"], ["225"]]


def test_what_counts_is_listed_newest_first_and_years_before_terms() -> None:
    """For sentences: the newest figure, of one year the year itself before a term that ends in it."""
    told = [figure("43", 2024), figure("45", TERM, timing=Timing.AVERAGE), figure("44", 2025)]
    assert [each.printed for each in series(*told).printed()] == ["44", "45", "43"]


def test_one_statement_can_be_taken_as_it_stands() -> None:
    """Whatever else is printed, a statement can be asked for itself, with its true status."""
    told, other = figure("44", 2026, status=None), figure("50", 2026)
    known = knowledge(told, other)
    found = known.stated(known.catalogue.observations[0])
    assert (found.statement and found.statement.printed, found.status, found.others) == ("44", Status.ESTIMATED, ())


# ---- Fiscal years and parts of a year


def test_a_figure_of_a_fiscal_year_says_so_however_it_is_asked() -> None:
    """Asked by the plain year it is found, and prints as its document prints it."""
    found = knowledge(figure("44", "2026/27"), as_of=2030)
    one, other = found.figure("share", "merged", period(2026)), series(figure("44", "2026/27")).at(period(2026))
    assert (one and str(one.period), other and str(other.period)) == ("2026/27", "2026/27")
    assert list(map(str, found.years("share", "merged", 2025, 2030))) == ["2026/27"]


def test_a_figure_that_is_derived_from_fiscal_years_is_of_one() -> None:
    """The sum of two parts prints the year as the parts do."""
    people = indicator(unit=parse_unit("người"), kind=Kind.COUNT, blend=Blend(Aggregation.SUM))
    parts = [
        figure(printed, "2026/27", area=area, unit=people.unit) for printed, area in (("4", "north"), ("5", "south"))
    ]
    known = knowledge(*parts, indicators=[people], as_of=2030).figure("share", "merged", period(2026))
    assert known is not None
    assert (known.quantity.value, str(known.period)) == (Decimal(9), "2026/27")


def test_nothing_is_derived_for_a_part_of_a_year() -> None:
    """Growth follows from the levels of two years; of half a year nothing does."""
    level = indicator(id="level", unit=parse_unit("tỷ đồng"), kind=Kind.LEVEL, price=Price.CURRENT)
    growth = indicator(unit=parse_unit("%/năm"), kind=Kind.GROWTH, blend=Blend(Aggregation.GROWTH, level="level"))
    growth = growth._replace(price=Price.CURRENT)
    ends = [figure(told, when, indicator="level", unit=level.unit) for told, when in (("100", 2025), ("110", 2026))]
    found = knowledge(*ends, indicators=[level, growth], as_of=2030)
    assert found.figure("share", "merged", period(2026)) is not None
    assert found.figure("share", "merged", period("2026-6M")) is None
