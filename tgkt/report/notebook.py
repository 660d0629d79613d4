"""Tables as HTML for notebooks; whatever the data hold is text there, never a tag."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tgkt.report.alignment import even
from tgkt.report.safe_tables import harmless_tables
from tgkt.report.table import Cell, Column, Table

_RIGHT = ' style="text-align:right"'
_LEFT = ' style="text-align:left"'


def html(tables: Sequence[Table], lang: str) -> str:
    """The tables one below another, each with its title above and its note below."""
    return "\n".join(_table(each) for each in even(harmless_tables(tables), lang))


def _table(table: Table) -> str:
    caption = f'<caption style="text-align:left"><b>{escape(table.title)}</b></caption>' if table.title else ""
    heads = "".join(f'<th scope="col"{_side(column)}>{escape(column.head)}</th>' for column in table.columns)
    head = f"<thead><tr>{heads}</tr></thead>" if table.has_heads else ""
    rows = "".join(f"<tr>{_cells(row, table.columns)}</tr>" for row in table.rows)
    note = "".join(f"<p>{escape(line)}</p>" for line in table.note.splitlines())
    return f"<table>{caption}{head}<tbody>{rows}</tbody></table>{note}"


def _cells(row: Sequence[Cell], columns: Sequence[Column]) -> str:
    return "".join(f"<td{_side(column)}>{escape(cell.text)}</td>" for cell, column in zip(row, columns, strict=True))


def _side(column: Column) -> str:
    return _RIGHT if column.right else _LEFT
