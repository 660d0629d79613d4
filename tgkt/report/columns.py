"""The columns of a table that were asked for, by their heads or by what machines read of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from tgkt.errors import UsageError, suggest, unaccented
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.numbers import number
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import word

Fields = Callable[[Any], Mapping[str, object]]
HELP = "help"
_INSTEAD = {"title": "indicator", "id": "key"}  # the title in the reader's language; what has no id has a key


class _Choice(NamedTuple):
    """A column and what it says of each row."""

    column: Column
    cells: list[Cell]


def chosen(tables: Iterable[Table], names: Sequence[str], fields: Fields, lang: str) -> list[Table]:
    """The tables that list results, with the columns that were asked for, in their order.

    Args:
        tables: the tables of an answer; those that list no results are left out.
        names: heads of columns, or fields.
        fields: makes what machines read of a result.
        lang: the language of heads and cells.

    Raises:
        UsageError: no table has such a column.
    """
    lists = [table for table in tables if table.of]
    rows = [[fields(result) for result in table.of] for table in lists]
    for name in names:
        if lists and not any(_choice(name, *each, lang) for each in zip(lists, rows, strict=True)):
            raise _unknown(name, lists, rows)
    return [_narrowed(table, names, of, lang) for table, of in zip(lists, rows, strict=True)]


def _narrowed(table: Table, names: Sequence[str], rows: Sequence[Mapping[str, object]], lang: str) -> Table:
    empty = [Cell("")] * len(rows)
    found = [_choice(name, table, rows, lang) or _Choice(Column(name), empty) for name in names]
    cells = zip(*(each.cells for each in found), strict=True)
    return Table(table.title, [each.column for each in found], [list(row) for row in cells], table.note)


def _choice(name: str, table: Table, rows: Sequence[Mapping[str, object]], lang: str) -> _Choice | None:
    """A column of the table, else a field of its rows."""
    wanted = _plain(_INSTEAD.get(name, name))
    for at, column in enumerate(table.columns):
        if wanted in (_plain(column.key), _plain(column.head)):
            is_text = not column.right
            return _Choice(column._replace(yields=0, fold=is_text), [row[at] for row in table.rows])
    field = next((each for each in (f"{name}_{lang}", name, _INSTEAD.get(name)) if each in rows[0]), None)
    if field is None or not _is_shown(row[field] for row in rows):
        return None
    values = [row[field] for row in rows]
    is_number = any(isinstance(value, (Decimal, int)) and not isinstance(value, bool) for value in values)
    cells = [Cell(_told(value, lang)) for value in values]
    return _Choice(Column(name, right=is_number, fold=any(" " in cell.text for cell in cells)), cells)


def _is_shown(values: Iterable[object]) -> bool:
    """Whether values fit into cells: no maps, and no lists of them."""
    flat = [inner for value in values for inner in (value if isinstance(value, (list, tuple)) else [value])]
    return not any(isinstance(value, Mapping) for value in flat)


def _told(value: object, lang: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return word("yes" if value else "no", lang)
    if isinstance(value, Decimal):
        return number(value, lang)
    if isinstance(value, (list, tuple)):
        return ", ".join(_told(each, lang) for each in value)
    return str(value)


def _plain(text: str) -> str:
    """A name as one types it: without accents, signs and capitals."""
    return " ".join("".join(mark if mark.isalnum() else " " for mark in unaccented(text)).split())


def _unknown(name: str, tables: Sequence[Table], rows: Sequence[Sequence[Mapping[str, object]]]) -> UsageError:
    """Which columns there are; for a slip of the pen the nearest."""
    heads = list(dict.fromkeys(column.head for table in tables for column in table.columns if column.head))
    keys = [column.key for table in tables for column in table.columns if column.key]
    fields = [each for each in rows[0][0] if _is_shown(row[each] for of in rows for row in of if each in row)]
    there = Message(
        "Use any of: {heads}; or fields of --json: {fields}", heads=", ".join(heads), fields=", ".join(fields)
    )
    if name == HELP:
        return UsageError("--columns: {there}", there=there)
    advice = suggest(name, {*heads, *keys, *fields}, there)
    return UsageError("--columns: no column '{name}'.{advice}", name=name, advice=advice)
