"""Columns of numbers: one number of decimals for what is computed, decimal marks one under the other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tgkt.report.alignment import aligned, even, shown
from tgkt.report.amounts import number_cell, times_cell
from tgkt.report.table import Cell, Column, Table, plain


def column(*cells: Cell | str, right: bool = True, lang: str = "en") -> list[str]:
    """The lines of a column as they are shown between two bars."""
    table = Table("", [Column("|"), Column("n", right=right), Column("|")])
    for cell in cells:
        table.add("|", cell, "|")
    return shown(plain(aligned([table], lang))).splitlines()[2:]


def numbers(*values: str, lang: str = "en") -> list[str]:
    """The texts of a column of computed numbers."""
    table = Table("", [Column("n")])
    for value in values:
        table.add(number_cell(Decimal(value), lang))
    return [row[0].text for row in even([table], lang)[0].rows]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param(["12.251", "10.5"], ["12.25", "10.50"], id="two decimals for all"),
        pytest.param(["1", "2.5"], ["1.0", "2.5"], id="fewer where all are rounder"),
        pytest.param(["1", "20"], ["1", "20"], id="none where none is needed"),
        pytest.param(["0.0383", "1"], ["0.04", "1.00"], id="what two decimals show has no more"),
        pytest.param(["0.0013", "158.675"], ["0.0013", "158.6750"], id="more where one would vanish"),
        pytest.param(["0", "1.25"], ["0.00", "1.25"], id="zero has the decimals of the others"),
        pytest.param(["-0.25", "1"], ["−0.25", "1.00"], id="below zero"),
        pytest.param(["1789.125", "1.235"], ["1,789.12", "1.24"], id="half to even"),
    ],
)
def test_computed_numbers_of_a_column_have_one_number_of_decimals(values: list[str], expected: list[str]) -> None:
    """Every digit that is shown is one of the number: none is written for the looks of it."""
    assert numbers(*values) == expected


def test_a_number_keeps_what_stands_around_it() -> None:
    """Sign, multiplication sign and unit."""
    table = Table("", [Column("n")])
    for cell in (times_cell(Decimal(1), "vi"), times_cell(Decimal("1.244"), "vi"), Cell("≈ 1,5"), Cell("")):
        table.add(cell)
    assert [row[0].text for row in even([table], "vi")[0].rows] == ["×1,00", "×1,24", "≈ 1,5", ""]


@pytest.mark.parametrize(
    ("cells", "lang", "expected"),
    [
        pytest.param(
            ["361.6", "220", "≥ 10.25"], "en", ["|   361.6   |", "|   220     |", "|  ≥ 10.25  |"], id="a mark"
        ),
        pytest.param(["1.845", "0,75"], "vi", ["|  1.845     |", "|      0,75  |"], id="the mark of the language"),
        pytest.param(["(52.49)", "11.2"], "en", ["|  (52.49)  |", "|   11.2    |"], id="brackets"),
        pytest.param(["(4 - 39.5)", "10"], "en", ["|  (4 - 39.5)  |", "|       10     |"], id="the last of a range"),
        pytest.param(["+12.25 %", "+0.42 pts"], "en", ["|  +12.25 %    |", "|   +0.42 pts  |"], id="units"),
        pytest.param(["12", "7"], "en", ["|  12  |", "|   7  |"], id="whole numbers"),
        pytest.param(["12.5", "in words"], "en", ["|      12.5  |", "|  in words  |"], id="words stand for themselves"),
        pytest.param(
            ["12.5", "×1.5 of the year 2025"],
            "en",
            ["|                   12.5  |", "|  ×1.5 of the year 2025  |"],
            id="what says much more than a number too",
        ),
    ],
)
def test_decimal_marks_stand_one_under_the_other(cells: list[str], lang: str, expected: list[str]) -> None:
    """Printed figures keep their digits, so the marks are what aligns."""
    lines = column(*cells, lang=lang)
    assert lines == expected


def test_what_does_not_align_right_stays() -> None:
    """Codes, titles and years align left."""
    assert column("1.1", "10", right=False) == ["|  1.1  |", "|  10   |"]


def test_no_line_ends_in_a_blank() -> None:
    """Where the last column is one of numbers."""
    table = Table("", [Column("n", right=True)])
    table.add("1.25")
    table.add("3")
    assert shown(plain(aligned([table], "en"))) == "   n\n----\n1.25\n3\n"
