"""What all workbooks have in common."""

from __future__ import annotations

import pytest

from tgkt.report.spreadsheet import cell_text, lines_in, sheet_name

NAMES = {
    "a plain one": ("Chỉ tiêu", (), "Chỉ tiêu"),
    "marks that none may have": ("a[b]:c*d?e/f\\g", (), "a-b--c-d-e-f-g"),
    "longer than a tab": ("x" * 40, (), "x" * 31),
    "an apostrophe at its ends": ("'a'", (), "a"),
    "nothing": ("", (), "-"),
    "one that is taken": ("Results", ("results",), "Results (2)"),
    "two that are taken": ("Results", ("Results", "Results (2)"), "Results (3)"),
    "a long one that is taken": ("x" * 40, ("x" * 31,), "x" * 27 + " (2)"),
}


@pytest.mark.parametrize(("text", "taken", "name"), NAMES.values(), ids=NAMES)
def test_a_name_of_a_sheet_is_one_that_excel_opens(text: str, taken: tuple[str, ...], name: str) -> None:
    """At most 31 letters, none of them refused, unlike every other."""
    assert sheet_name(text, taken) == name
    assert len(name) <= 31


TEXTS = {
    "ends of lines are blanks": ("a\nb\tc", "a b c"),
    "controls": ("a\x1b[31mb", "a\\u001b[31mb"),
    "signs that turn the direction": ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
    "what XML has no place for": ("a\ufffeb", "a\ufffdb"),
    "zero width stays": ("a\u200bb", "a\u200bb"),
    "emoji stay": ("👩‍👩‍👧", "👩‍👩‍👧"),
    "longer than a cell": ("x" * 40_000, "x" * 32_767),
}


@pytest.mark.parametrize(("text", "kept"), TEXTS.values(), ids=TEXTS)
def test_a_cell_holds_what_it_can(text: str, kept: str) -> None:
    """What would break the file, or be obeyed by its reader, is shown."""
    assert cell_text(text) == kept


def test_a_note_keeps_its_lines() -> None:
    """Words of a document, then its place."""
    assert cell_text("“a”\r\nplace\x07", is_folded=False) == "“a”\nplace\\u0007"


LINES = {"one": ("a b", 10, 1), "two": ("word word word", 10, 2), "a long word is broken": ("x" * 25, 10, 3)}


@pytest.mark.parametrize(("text", "width", "count"), LINES.values(), ids=LINES)
def test_lines_of_a_width(text: str, width: int, count: int) -> None:
    """A row is as high as they ask for."""
    assert lines_in(text, width) == count
