"""How a sheet is laid out before it is written."""

from __future__ import annotations

from decimal import Decimal

from tgkt.report.handout.xlsx.entry import Entry
from tgkt.report.handout.xlsx.layout import Head, Line, names_of, section, with_room

HEADS = (Head("No.", 4, is_letter=True), Head("Indicator", 20, is_letter=True), Head("2025", 6), Head("2026", 6))


def test_columns_are_lettered_and_numbered() -> None:
    """Letters for what names a row."""
    assert names_of(HEADS) == ("A", "B", "1", "2")


def test_a_section_takes_a_whole_row() -> None:
    """With a Roman number."""
    found = section(4, "Society", 4)
    assert [each.text for each in found.entries] == ["IV", "Society", "", ""]
    assert found.is_section


def test_a_column_has_room_for_its_longest_number() -> None:
    """A number cannot be broken; of a text the longest word counts, and more than a page allows is not given."""
    long = Entry("1,234,567.8", Decimal("1234567.8"), "0.0")
    lines = (Line((Entry("1"), Entry("a title"), long, Entry("w" * 40))),)
    assert [head.width for head in with_room(HEADS, lines)] == [4, 20, 11, 16]
