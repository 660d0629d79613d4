"""Text as figures: read once and narrow, wide where a later row needs it, and never changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgkt.errors import DataError
from tgkt.panel import source
from tgkt.panel.duck import Duck, duck
from tgkt.panel.figures import profile
from tgkt.panel.mistakes import check_raw
from tgkt.panel.source import NEEDED, Shape, read_files

HEAD = "area,indicator,year,value"


@pytest.fixture
def base() -> Iterator[Duck]:
    """A database of its own."""
    with duck() as found:
        yield found


def read(base: Duck, folder: Path, lines: list[str], head: str = HEAD) -> Shape:
    """The table `raw` of these lines."""
    file = folder / "figures.csv"
    file.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    base.run("DROP TABLE IF EXISTS raw")
    return read_files(base, [file], {})


FIGURES = {
    "a few decimals": (["a,i,2020,12.5", "a,i,2021,13.25"], "DECIMAL(18,2)"),
    "whole numbers": (["a,i,2020,12", "a,i,2021,-13"], "DECIMAL(18,0)"),
    "more decimals than the first rows have": (["a,i,2020,12", "a,i,2021,13.123456789"], "DECIMAL(38,10)"),
    "many decimals from the first row on": (["a,i,2020,12.12345678"], "DECIMAL(38,10)"),
    "more digits than a narrow number has": (["a,i,2020,12.5", f"a,i,2021,{10**20}.5"], "DECIMAL(38,10)"),
    "spaces around": (["a,i,2020, 12.5 "], "DECIMAL(18,1)"),
}


@pytest.mark.parametrize(("lines", "kind"), FIGURES.values(), ids=FIGURES)
def test_a_column_is_as_wide_as_its_figures_need(
    base: Duck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str], kind: str
) -> None:
    """The first row decides, a later one that does not fit has all read again; no digit is lost."""
    monkeypatch.setattr(source, "_FIRST", 1)
    shape = read(base, tmp_path, lines)
    assert base.columns("raw")["value"] == kind
    printed = [line.rpartition(",")[2].strip() for line in lines]
    assert [row[0] for row in base.rows("SELECT value FROM raw ORDER BY year")] == list(map(Decimal, printed))
    places = [len(each.partition(".")[2]) for each in printed]
    assert [row[0] for row in base.rows("SELECT decimals FROM raw ORDER BY year")] == places
    check_raw(base, shape, {})
    assert profile(base, shape).decimals == max(places)


@given(st.lists(st.decimals("-1e9", "1e9", places=4), min_size=1, max_size=20))
def test_figures_are_those_that_are_printed(values: list[Decimal]) -> None:
    """Whatever digits they have."""
    texts = [f"{value.normalize():f}" for value in values]
    with duck() as base:
        rows = [("a", "i", str(2000 + place), text) for place, text in enumerate(texts)]
        base.table("told", rows, NEEDED, ["VARCHAR"] * len(NEEDED))
        source._load(base, "SELECT * FROM told", NEEDED)
        found = base.rows("SELECT value, decimals FROM raw WHERE NOT is_wrong ORDER BY year")
    assert [value for value, _ in found] == values
    assert [places for _, places in found] == [len(text.partition(".")[2]) for text in texts]


NO_FIGURES = {
    "a grouped number": ('a,i,2021,"1,234.5"', "not a number"),
    "an exponent": ("a,i,2021,1e5", "not a number"),
    "a year that is none": ("a,i,soon,12.5", "not a year"),
    "more digits than are computed with": (f"a,i,2021,{10**30}", "more digits than panel computes with"),
}


@pytest.mark.parametrize(("line", "told"), NO_FIGURES.values(), ids=NO_FIGURES)
def test_a_row_that_cannot_be_read_is_told_with_its_line(base: Duck, tmp_path: Path, line: str, told: str) -> None:
    """And nothing else is."""
    shape = read(base, tmp_path, ["a,i,2020,12.5", line])
    with pytest.raises(DataError) as found:
        check_raw(base, shape, {})
    (problem,) = found.value.problems
    assert f"{tmp_path / 'figures.csv'}:3: " in str(problem)
    assert told in str(problem)


def test_a_forecast_that_cannot_be_read_is_no_mistake(base: Duck, tmp_path: Path) -> None:
    """It is not read at all."""
    shape = read(base, tmp_path, ["a,i,2020,12.5,official", "a,i,2021,about 9,forecast"], f"{HEAD},status")
    check_raw(base, shape, {})
    assert profile(base, shape).newest == 2020


def test_own_decimals_say_what_was_printed_and_lose_no_digit(base: Duck, tmp_path: Path) -> None:
    """12.50 of one decimal is held with two."""
    shape = read(base, tmp_path, ["a,i,2020,12.25,1"], f"{HEAD},decimals")
    assert base.rows("SELECT value, decimals FROM raw") == [(Decimal("12.25"), 1)]
    assert profile(base, shape).decimals == 2


def test_decimals_that_are_no_number_are_told(base: Duck, tmp_path: Path) -> None:
    """As a mistake of that column."""
    shape = read(base, tmp_path, ["a,i,2020,12.25,two"], f"{HEAD},decimals")
    with pytest.raises(DataError, match=r"figures\.csv:2: 'two'"):
        check_raw(base, shape, {})
