"""How settled a figure truly is: what its document says, and what the document's date makes of it."""

from __future__ import annotations

import pytest
from builders import origin, period, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.statement import Status
from tgkt.series.status import status_of

OFFICIAL, PROVISIONAL, ESTIMATED, FORECAST = Status.OFFICIAL, Status.PROVISIONAL, Status.ESTIMATED, Status.FORECAST


@pytest.mark.parametrize(
    ("said", "date", "status"),
    [
        pytest.param(None, "2026-03", PROVISIONAL, id="unstated and dated after the year is provisional"),
        pytest.param(None, "2025-12-31", ESTIMATED, id="unstated and dated within the year is an estimate"),
        pytest.param(None, "2025", ESTIMATED, id="unstated and dated some day of the year is an estimate"),
        pytest.param(None, None, ESTIMATED, id="unstated and undated is an estimate"),
        pytest.param(Status.UNSTATED, "2026", PROVISIONAL, id="said to be unstated is unstated"),
        pytest.param(OFFICIAL, "2026", OFFICIAL, id="official after the year is official"),
        pytest.param(OFFICIAL, "2025-06", OFFICIAL, id="official within the year is official"),
        pytest.param(OFFICIAL, None, OFFICIAL, id="official and undated is official"),
        pytest.param(OFFICIAL, "2024-12-31", FORECAST, id="official and dated before the year is a forecast"),
        pytest.param(ESTIMATED, "2025-01", ESTIMATED, id="an estimate of January of its year is one"),
        pytest.param(ESTIMATED, "2024", FORECAST, id="an estimate dated before its year is a forecast"),
        pytest.param(FORECAST, "2027", FORECAST, id="a forecast stays one, whatever its date"),
    ],
)
def test_status_of_a_year(said: Status | None, date: str | None, status: Status) -> None:
    """The status of a figure of 2025 by what is said of it and by the date of its document."""
    figure = statement("119", period=period(2025), status=said)
    assert status_of(figure, origin(date=date)) is status


@pytest.mark.parametrize(
    ("date", "status"),
    [
        pytest.param("2024-06", FORECAST, id="a term is a forecast before its last year"),
        pytest.param("2025-01", ESTIMATED, id="and an estimate within it"),
        pytest.param("2026", PROVISIONAL, id="and provisional after it"),
    ],
)
def test_of_a_term_the_last_year_decides(date: str, status: Status) -> None:
    """A figure of 2021-2025 is judged by 2025."""
    assert status_of(statement("374", period=period("2021-2025")), origin(date=date)) is status


def test_a_document_that_nobody_declares_is_undated() -> None:
    """Without a document there is no date."""
    assert status_of(statement("119", period=period(2025)), None) is ESTIMATED


@law
@given(st.integers(1990, 2040), st.integers(1990, 2040), st.sampled_from([None, *Status]))
def test_what_is_dated_before_its_year_is_a_forecast_and_nothing_else_becomes_one(
    year: int, dated: int, said: Status | None
) -> None:
    """Whatever a figure calls itself, the year of its document decides whether it is a forecast."""
    found = status_of(statement("119", period=period(year), status=said), origin(date=f"{dated}-07"))
    assert (found is FORECAST) is (dated < year or said is FORECAST)


@pytest.mark.parametrize(
    ("when", "date", "status"),
    [
        pytest.param("2026-6M", "2026-06-28", ESTIMATED, id="six months, told in June, are an estimate"),
        pytest.param("2026-6M", "2026-07", PROVISIONAL, id="six months, told in July, are provisional"),
        pytest.param("2026-6M", "2026", ESTIMATED, id="six months, told some day of the year, may be an estimate"),
        pytest.param("2026-6M", "2025-12-31", FORECAST, id="six months, told in the year before, are a forecast"),
        pytest.param("2026-Q4", "2026-09-30", FORECAST, id="a quarter, told before it begins, is a forecast"),
        pytest.param("2026-Q4", "2026-10", ESTIMATED, id="a quarter, told in its first month, is an estimate"),
        pytest.param("2026-12", "2026", ESTIMATED, id="a month, told some day of its year, is no forecast"),
        pytest.param("2025/26", "2026-03", ESTIMATED, id="a fiscal year may not be over in the year it ends in"),
        pytest.param("2025/26", "2027-01", PROVISIONAL, id="a fiscal year is over after the year it ends in"),
        pytest.param("2025/26", "2024-12", FORECAST, id="a fiscal year, told before the year it begins in"),
    ],
)
def test_parts_of_a_year_and_fiscal_years_have_their_own_ends(when: str, date: str, status: Status) -> None:
    """A part of a year goes by its months; of a fiscal year nobody knows the month."""
    assert status_of(statement("119", period=period(when)), origin(date=date)) is status
