"""Tables on a terminal: which columns give way, and where a text is broken."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.report.console import draw, wrapped
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
tokens = st.one_of(
    st.from_regex(r"\A[a-z]{1,9}\Z"),
    st.from_regex(r"\A[1-9][0-9]{0,2}(,[0-9]{3})?(\.[0-9]{1,3})?\Z"),
    st.from_regex(r"\A[a-z]{2,6}([_./][a-z]{2,6}){1,3}\Z"),
)


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


@law
@given(st.lists(tokens, min_size=1, max_size=12), st.integers(11, 40))
def test_no_number_and_no_word_is_broken(words: list[str], width: int) -> None:
    """Lines hold the width; a number is never broken, a word only after a mark inside it."""
    text = " ".join(words)
    lines = wrapped(text, width).split("\n")
    assert max(map(width_of, lines)) <= width
    assert re.sub(r"\s", "", "".join(lines)) == text.replace(" ", "")
    numbers = [word for word in words if word[0].isdigit()]
    assert [number for number in numbers if number not in re.split(r"[\s\n]", "\n".join(lines))] == []
    for line, following in pairwise(lines):
        joined = line.split(" ")[-1] + following.split(" ")[0]
        assert line[-1] in "_./" or joined not in words


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("million VND/person/year", 14, ["million", "VND/person/", "year"]),
        ("target_grdp_per_head", 12, ["target_grdp_", "per_head"]),
        ("path 1,845.7 thousand", 9, ["path", "1,845.7", "thousand"]),
        ("a first line\nand a second", 12, ["a first line", "and a second"]),
    ],
)
def test_where_a_text_is_broken(text: str, width: int, lines: list[str]) -> None:
    """Between words; a word that is too long, after a mark inside it."""
    assert wrapped(text, width).split("\n") == lines


def test_a_table_without_heads_is_drawn_without_their_line() -> None:
    """Its title stands right above its rows."""
    table = Table("First", [Column(""), Column("", fold=True)])
    table.add("6", "Investment")
    assert draw([table], 40, colour=False) == "First\n6 Investment\n"
