"""Where a text is broken, and how it is shortened."""

from __future__ import annotations

import re
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.report.width import width_of
from tgkt.report.wrapping import shortened, wrapped

tokens = st.one_of(
    st.from_regex(r"\A[a-z]{1,9}\Z"),
    st.from_regex(r"\A[1-9][0-9]{0,2}(,[0-9]{3})?(\.[0-9]{1,3})?\Z"),
    st.from_regex(r"\A[a-z]{2,6}([_./][a-z]{2,6}){1,3}\Z"),
)


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
    assert reduce(lambda read, line: read + ("" if read[-1] in "_./" else " ") + line, lines) == text


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


@law
@given(st.lists(tokens, min_size=1, max_size=30), st.integers(14, 40), st.integers(1, 4))
def test_what_is_left_of_a_text_is_its_beginning(words: list[str], width: int, most: int) -> None:
    """A shortened text is whole words from its start with a sign for the rest, in no more lines than asked."""
    text = " ".join(words)
    short = shortened(text, width, most)
    assert wrapped(short, width).count("\n") < most or len(short.split(" ")) <= 2
    if short != text:
        *kept, sign = short.split(" ")
        assert sign == "…"
        assert kept == words[: len(kept)]


@pytest.mark.parametrize(
    ("most", "short"),
    [
        pytest.param(3, "about 1,845.7 thousand people", id="there is room"),
        pytest.param(2, "about 1,845.7 thousand …", id="a word less"),
        pytest.param(1, "about …", id="no number is cut"),
    ],
)
def test_a_text_is_shortened_between_words(most: int, short: str) -> None:
    """The sign for what is left out needs room too."""
    assert shortened("about 1,845.7 thousand people", 14, most) == short


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“before 2030 … compulsory education is complete”", "“before 2030 …"),
        ("“health insurance for everybody”", "“health …"),
    ],
)
def test_one_sign_stands_for_what_is_left_out(text: str, shown: str) -> None:
    """A quotation that leaves words out itself has no second sign beside its own."""
    assert shortened(text, 17, 1) == shown
