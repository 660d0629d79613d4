"""The page of the format: made from the grammar, current, and about every key."""

from __future__ import annotations

import re
from pathlib import Path

from tgkt.loading.grammar import FILE, INDICATOR
from tgkt.loading.page import format_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "format.md"
SECTIONS = dict(re.findall(r"(?ms)^## ([^\n]+)\n(.*?)(?=^## |\Z)", format_page()))


def test_the_page_is_current() -> None:
    """`tgkt schema --page -o docs/format.md` would write the page that is there."""
    assert format_page() == PAGE.read_text(encoding="utf-8")


def test_every_key_of_a_file_and_of_an_indicator_has_a_line() -> None:
    """No key is left to be guessed."""
    for title, record in (("A data file", FILE), ("An indicator", INDICATOR)):
        keys = re.findall(r"(?m)^\| `(\w+)` \|", SECTIONS[title])
        assert keys == list(record.fields), title


def test_what_may_be_left_out_says_what_follows() -> None:
    """A key is needed, or the page says from what it follows, or it is simply not there."""
    cells = [line.split("|") for line in SECTIONS["An indicator"].splitlines()[4:] if line]
    lines = {each[1].strip(" `"): each[2].strip() for each in cells}
    assert lines["title"] == "where it is declared"
    assert lines["path"].startswith("no: from kind")
    assert lines["definition"] == "no"


def test_every_link_of_the_page_leads_to_a_heading() -> None:
    """A block is explained where its link leads."""
    anchors = {title.lower().replace(" ", "-") for title in SECTIONS}
    assert set(re.findall(r"\(#([\w-]+)\)", format_page())) <= anchors


def test_every_closed_list_is_explained_word_by_word() -> None:
    """The words of a list stand with what each means."""
    assert "- `at_least`: that much or more" in SECTIONS["Closed lists"]
    assert "**`by`**" in SECTIONS["Closed lists"]
