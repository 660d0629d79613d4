"""Figures as cells: words that may be folded, computed numbers that take the decimals of their column."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import figure_of, period, row, statement

from tgkt.facts.statement import Statement
from tgkt.facts.units import PERCENT_A_YEAR, POINTS_A_YEAR, Unit, parse_unit
from tgkt.report.amounts import needed, needed_cell, number_cell, shown_cell, times_cell
from tgkt.results.computed import Computed


def pace(value: str, unit: Unit) -> Computed:
    """A pace that is known exactly."""
    number = Decimal(value)
    return Computed(number, number, number, unit)


@pytest.mark.parametrize(
    ("stated", "text", "is_quoted"),
    [
        pytest.param(None, "", False, id="nothing"),
        pytest.param(statement("≥ 75"), "≥ 75", False, id="a number"),
        pytest.param(statement(None, printed="for everybody"), "“for everybody”", True, id="words"),
        pytest.param(statement(None, printed=""), "(in words)", True, id="words that the data do not hold"),
        pytest.param(statement(None, printed="done", reached=True), "✓ yes", False, id="a yes"),
        pytest.param(statement("1.5", relative_to=2025), "×1.5 of 2025", True, id="against a year"),
        pytest.param(
            statement(None, values=(figure_of("61"), figure_of("39"))), "61 - 39", False, id="shares of a structure"
        ),
    ],
)
def test_a_target_in_words_shows_its_words(stated: Statement | None, text: str, is_quoted: bool) -> None:
    """And may be folded where a number may not."""
    cell = shown_cell(stated, row(target=statement("80", period=period(2030))), "en")
    assert (cell.text, cell.is_quoted) == (text, is_quoted)


@pytest.mark.parametrize(
    ("unit", "lang", "is_change", "expected"),
    [
        (PERCENT_A_YEAR, "en", True, "+12.25 %"),
        (PERCENT_A_YEAR, "vi", True, "+12,25%"),
        (PERCENT_A_YEAR, "vi", False, "12,25%"),
        (POINTS_A_YEAR, "vi", True, "+12,25 điểm %"),
        (parse_unit("tỷ đồng"), "vi", True, "12,25"),
    ],
)
def test_vietnamese_sets_no_blank_before_a_percent_sign(unit: Unit, lang: str, is_change: bool, expected: str) -> None:
    """In a sentence as in a cell."""
    assert needed(pace("12.25", unit), lang, is_change=is_change) == expected
    assert needed_cell(pace("12.251", unit), lang, is_change=is_change).text == expected


def test_what_is_not_known_is_an_empty_cell() -> None:
    """And no number of its column."""
    cells = [number_cell(None, "en"), times_cell(None, "en"), needed_cell(None, "en")]
    assert [(cell.text, cell.number) for cell in cells] == [("", None)] * 3
