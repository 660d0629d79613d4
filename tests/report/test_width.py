"""The width of a text, as another library measures it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from tgkt.report import width
from tgkt.report.width import width_of

TEXTS = {
    "plain": "GRDP 7.35 %",
    "Vietnamese": "Tỷ lệ hộ nghèo, ước đạt ≥ 10,5%",
    "Vietnamese with marks of its own": "e\u0323\u0302",
    "signs of tables": "✓✗○▲→‡≈≥−–×●",
    "wide letters": "漢字 한국 ㄅ",
    "letters of parts": "\u1100\u1161",
    "a picture": "😀",
    "pictures joined to one": "👩‍👩‍👧",
    "a coloured picture": "👍🏽",
    "a sign as a picture": "❤️",
    "a flag": "🇻🇳",
    "no width": "zero\u200bwidth\u2060\ufeff",
    "a soft hyphen": "a\u00adb",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_is_as_wide_as_a_terminal_shows_it(text: str) -> None:
    """Letters one, wide letters and pictures two, marks none."""
    assert width_of(text) == wcswidth(text)


@given(st.text("aệ漢😀\u0301\u200b…✓한₫ ộ\u00adé-", max_size=12))
def test_texts_of_every_mixture_agree(text: str) -> None:
    """Whatever stands beside what."""
    assert width_of(text) == wcswidth(text)


def test_what_is_counted_by_its_length_takes_a_column_each() -> None:
    """The shortcut for plain texts counts as the rule does, for every sign there is."""
    plain = [chr(code) for code in range(0x110000) if width._plain().fullmatch(chr(code))]
    assert len(plain) > 700
    assert [sign for sign in plain if sum(width._widths(sign)) != 1] == []
