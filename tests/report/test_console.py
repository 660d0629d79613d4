"""Tables on a terminal: which columns give way."""

from __future__ import annotations

import pytest

from tgkt.report.console import draw
from tgkt.report.table import Cell, Column, Table
from tgkt.report.width import width_of

COLUMNS = [
    Column("No."),
    Column("Indicator", fold=True),
    Column("Present", right=True, yields=1),
    Column("Gap", right=True, yields=3),
    Column("Needed a year", right=True, yields=2),
    Column("Standing"),
]
CELLS = ("11.1", "Gross regional domestic product, current prices", "1,845.7", "+158.675", "+12.25 %", "○ open")


def drawn(width: int) -> list[str]:
    """The lines of a small table on a terminal."""
    table = Table("", COLUMNS)
    table.add(*CELLS)
    return draw([table], width, colour=False).splitlines()


@pytest.mark.parametrize(
    ("width", "gone"),
    [
        pytest.param(100, [], id="there is room for all"),
        pytest.param(60, [], id="heads and title fold"),
        pytest.param(56, ["Gap"], id="the gap, which its two figures tell, goes first"),
        pytest.param(47, ["Gap", "Needed"], id="then the pace"),
        pytest.param(34, ["Present", "Gap", "Needed"], id="the figure only when nothing else can be narrower"),
    ],
)
def test_the_columns_that_answer_least_give_way(width: int, gone: list[str]) -> None:
    """Number, title and standing stay at any width; what is shown is shown whole."""
    text = "\n".join(drawn(width))
    cells = {"Present": "1,845.7", "Gap": "+158.675", "Needed": "+12.25 %"}
    assert [head for head in cells if head not in text] == gone
    assert [head for head, cell in cells.items() if cell not in text] == gone
    assert "11.1" in text
    assert "○ open" in text
    assert max(map(width_of, text.splitlines())) <= width


def test_a_table_without_heads_is_drawn_without_their_line() -> None:
    """Its title stands right above its rows."""
    table = Table("First", [Column(""), Column("", fold=True)])
    table.add("6", "Investment")
    assert draw([table], 40, colour=False) == "First\n6 Investment\n"


def quoted(width: int) -> list[str]:
    """A row whose target is said in words, below one with a number."""
    table = Table("", [Column("No."), Column("Indicator", fold=True), Column("Target", right=True), Column("Standing")])
    table.add("1", "Health insurance coverage of the population", "95.5", "○ open")
    words = "“health insurance for everybody, in town and country, by the year 2030”"
    table.add("2", "Health insurance", Cell(words, is_quoted=True), "○ open")
    return draw([table], width, colour=False).splitlines()


def test_quoted_words_take_no_more_room_than_a_number_and_three_lines() -> None:
    """The beginning of the words, whole; the title keeps its room."""
    assert quoted(60)[2:] == [
        "1   Health insurance coverage of the           95.5 ○ open",
        "    population",
        "2   Health insurance                   “health      ○ open",
        "                                       insurance",
        "                                       for …",
    ]


def test_a_wide_terminal_shows_more_of_the_words() -> None:
    """As far as there is room for them."""
    text = " ".join(" ".join(quoted(160)).split())
    assert "“health insurance for" in text
    assert len("".join(quoted(160))) > len("".join(quoted(60)))


def test_columns_that_were_asked_for_may_be_wider_than_the_terminal() -> None:
    """Nothing is cut then; the terminal breaks the lines."""
    table = Table("", [Column("id"), Column("locator")])
    table.add("a" * 50, "b" * 50)
    (_, _, line) = draw([table], 80, colour=False, is_whole=True).splitlines()
    assert line == f"{'a' * 50} {'b' * 50}"
