"""Numbers aligned in a column: computed ones with the same number of decimals, all at their decimal marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tgkt.report.numbers import common_places, decimal_mark, fixed
from tgkt.report.safe_tables import harmless_tables
from tgkt.report.table import Cell, Column, Table, plain
from tgkt.report.width import width_of

_BLANK = "\ue000"  # a blank that stays where blanks at the end of a cell would go
_NUMBER = r"\d(?:[\d.,]*\d)?"
_FIGURE = re.compile(rf"[^\w“]*?(?:{_NUMBER} - )*(?P<last>{_NUMBER})(?P<rest>\D.*)?\Z")
_LONGEST = 7  # what may follow a number, as " điểm" or " (2026)"; a cell with more stands for itself


def even(tables: Sequence[Table], lang: str) -> list[Table]:
    """Tables whose columns show their computed numbers with one number of decimals."""
    return [_by_columns(table, lambda _, cells: _even(cells, lang)) for table in tables]


def aligned(tables: Sequence[Table], lang: str) -> list[Table]:
    """Such tables in which the decimal marks of each column stand in one line, once they are `shown`."""
    mark = decimal_mark(lang)
    return [
        _by_columns(table, lambda column, cells: _under(cells, mark) if column.right else cells)
        for table in even(tables, lang)
    ]


def shown(drawn: str) -> str:
    """The text drawn from aligned tables with its marks removed; no line ends in a blank."""
    return "\n".join(line.rstrip() for line in drawn.replace(_BLANK, " ").split("\n"))


def piped(tables: Sequence[Table], lang: str) -> str:
    """Tables as plain text, every row one line and no sign in it that a terminal would obey."""
    return shown(plain(aligned(harmless_tables(tables), lang)))


def _by_columns(table: Table, change: Callable[[Column, list[Cell]], list[Cell]]) -> Table:
    columns = [[row[at] for row in table.rows] for at in range(len(table.columns))]
    changed = [change(column, cells) for column, cells in zip(table.columns, columns, strict=True)]
    return replace(table, rows=[list(row) for row in zip(*changed, strict=True)])


def _even(cells: list[Cell], lang: str) -> list[Cell]:
    told = [cell.number for cell in cells if cell.number]
    places = common_places([each.value for each in told], max((each.places for each in told), default=0))
    return [cell if cell.number is None else _with(cell, places, lang) for cell in cells]


def _with(cell: Cell, places: int, lang: str) -> Cell:
    assert cell.number is not None
    value, before, after, is_signed, _ = cell.number
    return cell._replace(text=f"{before}{fixed(value, places, lang, sign=is_signed)}{after}")


def _under(cells: list[Cell], mark: str) -> list[Cell]:
    """Cells with the room that stays free to the right of each."""
    tails = [_tail(cell.text, mark) for cell in cells]
    most = max((tail for tail in tails if tail is not None), default=0)
    return [
        cell if tail is None or tail == most else cell._replace(text=cell.text + _BLANK * (most - tail))
        for cell, tail in zip(cells, tails, strict=True)
    ]


def _tail(text: str, mark: str) -> int | None:
    """How much of a cell stands from the decimal mark of its number on; None where it is no figure."""
    found = _FIGURE.match(text)
    rest = width_of(found["rest"] or "") if found else 0
    if found is None or rest > _LONGEST:
        return None
    whole, _, digits = found["last"].partition(mark)
    return rest + (len(digits) + len(mark) if len(whole) < len(found["last"]) else 0)
