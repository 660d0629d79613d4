"""Characters that are put right, dropped or refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgkt.loading.tabular.characters import cleaned


@pytest.mark.parametrize(
    ("raw", "text", "dropped"),
    [
        ("  a \t b\r\n", "a b", 0),
        ("1\u00a0845\u202f700", "1 845 700", 0),
        ("\ufeffgrdp\u200b\u2060", "grdp", 3),
        (unicodedata.normalize("NFD", "Chỉ tiêu"), "Chỉ tiêu", 0),
        ("km² ≥ “x”", "km² ≥ “x”", 0),
    ],
)
def test_what_is_put_right(raw: str, text: str, dropped: int) -> None:
    """White space is one blank, accents are composed, characters without width are dropped and counted."""
    assert cleaned(raw) == (text, dropped, "")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("a\x1b[31m", "a control character (U+001B)"),
        ("a\x00", "a control character (U+0000)"),
        ("a\x85b", "a control character (U+0085)"),
        ("5\u202e", "turns the direction of the text (U+202E)"),
        ("5\u2067", "turns the direction of the text (U+2067)"),
        ("5\u200f", "turns the direction of the text (U+200F)"),
        ("\uff15", "'５', a digit of another script (U+FF15). Write the digits 0 to 9"),
        ("a\u2028b", "a line separator (U+2028)"),
        ("a\ue000", "a character without a meaning (U+E000)"),
        ("a\u00adb", "an invisible character (U+00AD)"),
    ],
)
def test_what_is_refused(raw: str, told: str) -> None:
    """By code point."""
    assert told in cleaned(raw).spoilt


@given(st.text())
def test_a_text_does_no_harm_where_it_is_shown(raw: str) -> None:
    """Whatever comes in, no control character and no line end goes into a message."""
    shown = cleaned(raw).text
    assert not any(unicodedata.category(each) in ("Cc", "Zl", "Zp", "Cs") for each in shown)
