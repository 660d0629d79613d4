"""Marks of statistics offices."""

from __future__ import annotations

import pytest

from tgkt.facts.statement import Status
from tgkt.loading.tabular.statistical.marks import Marked, marked
from tgkt.loading.tabular.values import CellError


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Marked()),
        ("A", Marked(Status.OFFICIAL)),
        ("E", Marked(Status.ESTIMATED)),
        ("I", Marked(Status.ESTIMATED)),
        ("e", Marked(Status.ESTIMATED)),
        ("P", Marked(Status.PROVISIONAL)),
        ("F", Marked(Status.FORECAST)),
        ("B", Marked(is_break=True)),
        ("bp", Marked(Status.PROVISIONAL, is_break=True)),
        ("M", Marked(is_missing=True)),
        ("L", Marked(is_missing=True)),
        ("..", Marked(is_missing=True)),
        (":", Marked(is_missing=True)),
        (".", Marked(is_missing=True)),
        ("sơ bộ", Marked(Status.PROVISIONAL)),
        ("Preliminary", Marked(Status.PROVISIONAL)),
        ("ước", Marked(Status.ESTIMATED)),
    ],
)
def test_a_mark_is_read(text: str, meant: Marked) -> None:
    """As a code of SDMX, letters side by side, or a word."""
    assert marked(text, {}) == meant


def test_the_users_word_goes_first() -> None:
    """Also for what is a code of SDMX."""
    assert marked("A", {"A": "unstated"}) == Marked(Status.UNSTATED)
    assert marked("*", {"*": "provisional"}) == Marked(Status.PROVISIONAL)


@pytest.mark.parametrize(
    ("text", "told"),
    [("U", "the mark 'U' is not known"), ("?", "the mark '?' is not known"), ("ep", "says estimated and provisional")],
)
def test_what_is_not_known_is_refused(text: str, told: str) -> None:
    """With the line of the file of codes that settles it."""
    with pytest.raises(CellError, match="Say what it is in a file for --map: status: ") as error:
        marked(text, {})
    assert told in error.value.message
