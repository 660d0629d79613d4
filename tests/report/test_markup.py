"""Markdown in which nothing of a text is markup: a reader shows what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tgkt.report.markup import in_markdown, paragraph

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
KEPT = {
    "an id": "grdp_per_capita",
    "a star alone": "○ open *",
    "a sign before a word": "~ needs an assumption",
    "an interval": "[7.345; 7.355]",
    "less than": "< 3 and > 2",
    "two words joined": "R & D",
}
SHOWN = {
    "stress": ("*a* _b_ **c**", r"\*a\* \_b\_ \*\*c\*\*"),
    "a link": ("[a](b)", r"[a\](b)"),
    "a tag": ("<b>x</b>", r"\<b>x\</b>"),
    "a sign by its name": ("&amp; &#42;", r"\&amp; \&#42;"),
    "code and strokes": ("`a` | b", r"\`a\` \| b"),
    "a backslash": (r"\*", r"\\\*"),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_is_no_markup_stays_as_it_is(text: str) -> None:
    """So that the text reads well before it is rendered."""
    assert in_markdown(text) == text


@pytest.mark.parametrize(("text", "written"), SHOWN.values(), ids=SHOWN)
def test_what_would_be_markup_is_shown(text: str, written: str) -> None:
    """By a backslash before it."""
    assert in_markdown(text) == written


@given(st.text("ab1 *_~`[]()<>!&;#|\\-+=.:\"'{}/@é", min_size=1, max_size=30).filter(str.strip))
def test_a_reader_shows_what_was_typed(text: str) -> None:
    """As a paragraph, as a heading and in a table, whatever is typed; spaces side by side are one."""
    told = " ".join(text.split())
    (inline,) = (each for each in READER.parse(paragraph(text)) if each.type == "inline")
    assert [each.type for each in READER.parse(paragraph(text))] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(each.content for each in inline.children or []) == told
    table = READER.parse(f"| a |\n| --- |\n| {in_markdown(text)} |")
    cell = [each for each in table if each.type == "inline"][-1]
    assert "".join(each.content for each in cell.children or []) == told
