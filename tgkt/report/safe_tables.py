"""Tables whose texts hold no sign that a terminal would obey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tgkt.harmless import harmless
from tgkt.report.table import Cell, Table


def harmless_tables(tables: Sequence[Table]) -> list[Table]:
    """The tables with every title, head, cell and note harmless."""
    return [
        replace(
            table,
            title=harmless(table.title),
            columns=[column._replace(head=harmless(column.head)) for column in table.columns],
            rows=[[cell if cell.text.isprintable() else _harmless(cell) for cell in row] for row in table.rows],
            note=harmless(table.note),
        )
        for table in tables
    ]


def _harmless(cell: Cell) -> Cell:
    return cell._replace(text=harmless(cell.text))
