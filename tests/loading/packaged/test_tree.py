"""Blocks as YAML text: whatever is written is read back as it was, and reads well."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tgkt.loading.packaged.tree import Plain, file_text, kept

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cn"]), max_size=40).map(
    lambda text: normalize("NFC", text)
)
TREES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), TREES, max_size=4))
def test_whatever_is_written_is_read_back(blocks: dict[str, Any]) -> None:
    """Quotes, colons, line ends, and words that YAML takes for something else; an empty block is left out."""
    read = yaml.safe_load(_in_composed_form(file_text(blocks))) or {}
    assert read == {key: value for key, value in blocks.items() if value not in ({}, [])}


def _in_composed_form(text: str) -> str:
    """A file as the loader reads it."""
    return normalize("NFC", text)


@pytest.mark.parametrize(
    "text",
    ["a\n\u0301b", "\n\u0301\u0302", "\u200a\u030a", "\u0301", '"\u0301', "\\\u0301", "x\u0332\u0301"],
    ids=[
        "after a line end",
        "two after it",
        "after a thin space",
        "alone",
        "after a quote",
        "after a stroke",
        "in a row",
    ],
)
def test_a_mark_joins_nothing_that_is_written_for_another_sign(text: str) -> None:
    """A file is read in composed form: the number of a sign must not become a letter with an accent."""
    assert yaml.safe_load(_in_composed_form(file_text({"a": {"b": text}}))) == {"a": {"b": normalize("NFC", text)}}


def test_a_number_keeps_its_digits() -> None:
    """It stands without quotation marks, as it was printed."""
    assert (
        file_text({"a": {"value": Plain("90.40"), "printed": "90,40%"}}) == 'a:\n  value: 90.40\n  printed: "90,40%"\n'
    )


def test_what_is_short_stands_on_one_line() -> None:
    """And what is not has a line for each of its parts."""
    short = {"id": "north", "title": "North"}
    assert file_text({"areas": [short]}) == 'areas:\n  - {id: north, title: "North"}\n'
    long = {"id": "north", "title": "N" * 120}
    assert file_text({"areas": [long]}) == f'areas:\n  - id: north\n    title: "{"N" * 120}"\n'


def test_a_word_that_yaml_takes_for_a_truth_is_quoted() -> None:
    """No is a country, and not false."""
    assert file_text({"a": {"b": "no"}}) == 'a:\n  b: "no"\n'


def test_what_says_nothing_is_left_out() -> None:
    """Nothing and an empty list; an empty text says something."""
    assert kept({"a": None, "b": [], "c": "", "d": "x"}) == {"c": "", "d": "x"}
