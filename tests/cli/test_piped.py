"""Standard input as lines of cells: one mark for all, a heading, what cannot be parted."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pytest

from tgkt.cli.piped import Piped, read_piped, together
from tgkt.errors import UsageError


def of_width(count: int) -> Callable[[Sequence[str]], bool]:
    """Whether cells are so many numbers."""
    return lambda cells: len(cells) == count and all(each.replace(",", "").replace(".", "").isdigit() for each in cells)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Piped]:
    """Reads an input from which two numbers a line are wanted."""

    def reading(text: str, count: int = 2) -> Piped:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        return read_piped(of_width(count))

    return reading


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("1,5\t2,5\n", ["1,5", "2,5"], id="a tab"),
        pytest.param("1,5;2,5\n", ["1,5", "2,5"], id="a semicolon"),
        pytest.param("1.5,2.5\n", ["1.5", "2.5"], id="a comma"),
        pytest.param('"1,5","2,5"\n', ["1,5", "2,5"], id="commas in quotes"),
        pytest.param("1,5 2,5\n", ["1,5", "2,5"], id="a blank"),
        pytest.param("  1,5   2,5 \r\n", ["1,5", "2,5"], id="blanks"),
        pytest.param("1 ; 2\n", ["1", "2"], id="blanks around a mark"),
    ],
)
def test_the_mark_is_that_under_which_the_lines_fit(read: Callable[..., Piped], text: str, cells: list[str]) -> None:
    """Tab, semicolon, comma, blank: the first that makes most lines what is wanted."""
    assert [line.cells for line in read(text).lines] == [cells]


def test_one_mark_is_that_of_all_lines(read: Callable[..., Piped]) -> None:
    """The line with another is left as it stands, with its number."""
    found = read("1;2\n# a note\n\n3,4\n5;6\n")
    assert [(line.number, line.cells) for line in found.lines] == [(1, ["1", "2"]), (4, ["3,4"]), (5, ["5", "6"])]


@pytest.mark.parametrize(("text", "is_table"), [("1;2", True), ("1\t2", True), ("1,2", False), ("1 2", False)])
def test_tabs_and_semicolons_make_a_table(read: Callable[..., Piped], text: str, is_table: bool) -> None:
    """What an office saved has its own notation."""
    assert read(text).is_table is is_table


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        pytest.param("START;END\n1;2\n", ["START", "END"], id="words"),
        pytest.param("Năm 2020;Năm 2025\n1;2\n", ["Năm 2020", "Năm 2025"], id="words before years"),
        pytest.param("1;2\nSTART;END\n", None, id="words in a later line"),
        pytest.param("1;END\n3;4\n", None, id="a number among them"),
        pytest.param("2020;2025\n2026;2030\n", None, id="years in all lines"),
    ],
)
def test_a_heading_holds_no_number(read: Callable[..., Piped], text: str, heading: list[str] | None) -> None:
    """And is the first line."""
    found = read(text)
    assert (found.heading.cells if found.heading else None) == heading
    assert len(found.lines) == 2 - bool(heading)


def test_years_that_may_be_a_heading_are_refused(read: Callable[..., Piped]) -> None:
    """A line of years heads a table as often as it is one."""
    with pytest.raises(UsageError, match=r"stdin:1: 2020, 2025 may be a heading or values\. Write # before a heading"):
        read("2020;2025\n1;2\n")


def test_where_nothing_fits_the_first_mark_that_stands_there_parts(read: Callable[..., Piped]) -> None:
    """So that each line can be told what is wrong with it."""
    assert [line.cells for line in read("1,2,3\n4 5 6\n").lines] == [["1", "2", "3"], ["4 5 6"]]


def test_an_open_quote_is_the_fault_of_its_line(read: Callable[..., Piped]) -> None:
    """It swallows no line behind it."""
    first, second = read('"1,2\n3,4\n').lines
    assert ("a quote is not closed" in first.problem, second.cells) == (True, ["3", "4"])


@pytest.mark.parametrize(
    ("words", "amounts"),
    [
        (["1,8", "triệu", "người", "2"], ["1,8 triệu người", "2"]),
        (["x", "5"], ["x", "5"]),
        (["-", "tỷ", "5"], ["-", "tỷ", "5"]),
        (["5", "-"], ["5", "-"]),
        (["+5", "%"], ["+5 %"]),
    ],
)
def test_unit_words_stand_behind_their_numbers(words: list[str], amounts: list[str]) -> None:
    """As they were typed, parted by blanks."""
    assert together(words) == amounts
