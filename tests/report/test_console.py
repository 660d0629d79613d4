"""Tables on a terminal: which columns give way."""

from __future__ import annotations

import pytest

from tgkt.report.console import draw
from tgkt.report.table import Column, Table, width_of

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
