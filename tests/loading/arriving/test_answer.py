"""The rows of an import's answer."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tgkt.loading.arriving.answer import rows
from tgkt.results.imported import Action, ImportRow

from ..tabular.tables import content, workbook
from .arriving import FIRST, arrive


def test_a_row_says_what_a_figure_is_and_where_it_stands(folder: Path) -> None:
    """By line in CSV."""
    assert rows(arrive(folder, FIRST)) == [
        ImportRow(
            "forest", "whole", "2026", (Decimal("91.50"),), "equals", "%", "", "report", "t.csv", "", 2, "", Action.NEW
        )
    ]


def test_a_row_of_a_workbook_names_sheet_and_cell(folder: Path) -> None:
    """And a line that cannot be read only its place."""
    book = workbook(("indicator", 2026), ("forest", 91), ("forst", 92), name="Nhập")
    found = arrive(folder, content(book), origin="report", name="t.xlsx")
    assert [(row.id, row.sheet, row.line, row.cell, row.action) for row in rows(found)] == [
        ("forest", "Nhập", 2, "B2", "new"),
        ("", "Nhập", 3, "A3", "held"),
    ]


def test_rows_come_in_the_order_of_the_table(folder: Path) -> None:
    """Wrong lines among right ones."""
    found = arrive(folder, f"forst,2026,5,report\n{FIRST}forest,x,5,report\n")
    assert [row.line for row in rows(found)] == [2, 3, 4]
