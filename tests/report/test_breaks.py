"""Breaks beside rows: the sign, the note that names each once, the words with their place."""

from __future__ import annotations

import pytest
from builders import HERE, broken, catalogue, origin
from shipped import TONGUES

from tgkt.facts.catalogue import Break
from tgkt.report.breaks import break_rows, breaks_note, breaks_tables, place_of, saying_across, signed
from tgkt.report.table import Column, Table

DATED, MARK = broken(2026), broken(None, id="scope")


@pytest.mark.parametrize(
    ("text", "breaks", "expected"),
    [("22", (), "22"), ("22", (DATED,), "22 ‡"), ("22", (DATED, MARK), "22 ‡")],
    ids=["untouched", "touched once", "touched twice"],
)
def test_one_sign_marks_a_row(text: str, breaks: tuple[Break, ...], expected: str) -> None:
    """However many breaks touch it."""
    assert signed(text, breaks) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("22", ())], [], id="nothing is touched"),
        pytest.param([("22", (DATED,))], ["‡ Not one series: tgkt explain 22"], id="one row"),
        pytest.param(
            [("1", ()), ("25", (MARK, DATED)), ("22", (DATED,))],
            ["‡ Not one series: tgkt explain 25"],
            id="the first of several rows",
        ),
    ],
)
def test_the_note_is_one_line(rows: list[tuple[str, tuple[Break, ...]]], expected: list[str]) -> None:
    """It says what the sign means, and ends with the command that tells more."""
    assert breaks_note(rows, "en") == expected


def test_the_place_is_the_document_else_the_line_that_declares_it() -> None:
    """Whatever the data know."""
    facts = catalogue(origins=[origin("report")])
    assert place_of(DATED._replace(origin="report", locator="p. 7"), facts, "en") == "report, p. 7"
    assert place_of(DATED, facts, "en") == str(HERE)


def test_words_year_and_place_stand_in_a_table() -> None:
    """In the reader's language; without a break there is no table."""
    (table,) = breaks_tables((DATED, MARK), catalogue(), "vi")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["standard", "2026", "chuẩn mới", str(HERE)],
        ["scope", "", "chuẩn mới", str(HERE)],
    ]
    assert breaks_tables((), catalogue(), "vi") == []


def test_machines_read_each_break_once() -> None:
    """With its year, side and words; one without a year has no sides."""
    first, second = break_rows([(DATED, MARK), (), (DATED,)], TONGUES)
    assert (first["key"], first["from"], first["target"], first["says_en"]) == (
        "standard",
        2026,
        "new",
        "a new standard",
    )
    assert (second["key"], second["from"], second["target"]) == ("scope", None, None)


def test_what_was_compared_across_breaks_says_so() -> None:
    """Below the last table, after its own note."""
    told = saying_across([Table("", []), Table("", [Column("a")], note="own")], "en", is_across=True)
    assert [table.note for table in told] == ["", "own\nFigures are compared across breaks (--across-breaks)."]
    assert saying_across([Table("", [])], "en", is_across=False)[0].note == ""
    assert saying_across([], "en", is_across=True) == []
