"""The sheets of an xlsx workbook, streamed with openpyxl, with each cell as the spreadsheet shows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from tgkt.errors import DataError, UsageError
from tgkt.loading.tabular.cells import EMPTY, Cell, Kind, Line, Sheet, SheetPlace
from tgkt.loading.tabular.characters import cleaned
from tgkt.loading.tabular.sheet_xml import Layout, layout_of
from tgkt.loading.tabular.shown import shown
from tgkt.message import Message
from tgkt.source import Source

_MOST_BYTES = 4_000_000_000  # unpacked


class Worksheet(Sheet):
    """A sheet of a workbook."""

    def __init__(self, file: str, name: str, opened: Any, *, from_stdin: bool) -> None:
        self.file, self.name, self.from_stdin, self.dropped = file, name, from_stdin, 0
        self._opened = opened
        self._place = Message("{file}: sheet {sheet}", file=file, sheet=name)

    @cached_property
    def layout(self) -> Layout:
        """Its merged and hidden cells."""
        archive: ZipFile = self._opened.parent._archive
        try:
            with archive.open(self._opened._worksheet_path) as xml:
                return layout_of(xml)  # type: ignore[arg-type]  # a file of bytes
        except Exception as error:  # as below
            raise _damaged(self.file, error) from None

    def lines(self) -> Iterator[Line]:
        """The rows; a merged text stands in every row that its cell covers."""
        self._opened.reset_dimensions()  # what the file says of its size may be wrong
        self.dropped = 0
        waiting, active = list(reversed(self.layout.merged)), []
        for number, row in enumerate(self._rows(), 1):
            cells = [self._cell(cell, number, column) for column, cell in enumerate(row, 1)]
            while waiting and waiting[-1][0] <= number:
                found = waiting.pop()
                active.append((found, cells[found[1] - 1] if found[1] <= len(cells) else EMPTY))
            active = [(each, cell) for each, cell in active if each[2] >= number]
            yield _covered(number, cells, active) if active else Line(number, cells)

    def _rows(self) -> Iterator[Any]:
        """The rows as the library reads them: one at a time, so that a damaged one is met here."""
        try:
            yield from self._opened.iter_rows()
        except Exception as error:  # as below
            raise _damaged(self.file, error) from None

    def at(self, line: int, column: int) -> Source:
        """Where a cell is; its column counts from 0."""
        return SheetPlace(self._place, line, column + 1)

    def hidden(self) -> tuple[int, int]:
        """How many rows and columns are hidden."""
        return self.layout.hidden_rows, self.layout.hidden_columns

    def _cell(self, cell: Any, row: int, column: int) -> Cell:
        value = cell.value
        if value is None:
            return Cell("", Kind.UNCOMPUTED) if (row, column) in self.layout.uncomputed else EMPTY
        if isinstance(value, bool):
            return Cell(str(value).upper())
        if isinstance(value, str):
            found = cleaned(value)
            self.dropped += found.dropped
            return Cell(found.text, Kind.ERROR if cell.data_type == "e" else Kind.TEXT, spoilt=found.spoilt)
        if hasattr(value, "isoformat"):
            shows_year = set(cell.number_format.casefold()) == {"y"}
            return Cell(value.isoformat()[:4]) if shows_year else Cell(value.isoformat()[:10], Kind.DATE)
        if not hasattr(value, "real"):  # a span of time
            return Cell(str(value), Kind.DATE)
        text = shown(str(value), cell.number_format)
        return Cell(text.text, Kind.NUMBER, text.holds)


def sheets_of(name: str, file: BinaryIO, *, from_stdin: bool = False) -> list[Sheet]:
    """The sheets of a workbook with cells.

    Raises:
        UsageError: openpyxl is not installed.
        DataError: the file is no workbook of this kind.
    """
    try:
        from openpyxl import load_workbook  # lazy: an extra, which only reading spreadsheets needs
    except ImportError:
        raise UsageError(
            "{file}: reading spreadsheets needs openpyxl. Run: pip install 'tgkt[xlsx]'", file=name
        ) from None
    _require_workbook(name, file)
    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # a damaged file can fail in any part of the library
        raise _damaged(name, error) from None
    return [Worksheet(name, sheet.title, sheet, from_stdin=from_stdin) for sheet in book.worksheets]


def _damaged(file: str, error: Exception) -> DataError:
    told = Message(
        "{file}: the workbook cannot be read ({error}). Open it in a spreadsheet program and save it again as .xlsx",
        file=file,
        error=type(error).__name__,
    )
    return DataError([told])


def _require_workbook(name: str, file: BinaryIO) -> None:
    """Refuse archives that are no xlsx, and those that unpack without end."""
    try:
        with ZipFile(file) as archive:
            names, size = archive.namelist(), sum(entry.file_size for entry in archive.infolist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise DataError([no_table(name, Message("a damaged zip archive"))]) from None
    if "xl/workbook.xml" not in names:
        is_open_document = "mimetype" in names
        kind = (
            Message("an OpenDocument file")
            if is_open_document
            else Message("a zip archive that is not an xlsx workbook")
        )
        raise DataError([no_table(name, kind)])
    if size > _MOST_BYTES:
        told = Message(
            "{file}: unpacks to {size} bytes; at most {most} are read. Split it", file=name, size=size, most=_MOST_BYTES
        )
        raise DataError([told])


def no_table(file: str, kind: Message) -> Message:
    """That a file is of a kind that is not read, and what to do."""
    return Message("{file}: {kind}. Save it as .xlsx or CSV", file=file, kind=kind)


def _covered(number: int, cells: list[Cell], active: list[tuple[tuple[int, int, int, int], Cell]]) -> Line:
    """A row in which the merged ranges that cover it show what they hold."""
    merged: set[int] = set()
    for (first, left, last, right), cell in active:
        if last == first:
            continue
        cells += [EMPTY] * (left - len(cells))
        cells[left - 1] = cell
        merged |= set(range(left - 1, min(right, 20_000)))
    return Line(number, cells, frozenset(merged))
