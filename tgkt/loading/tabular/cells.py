"""The parts of a table from any kind of file: cells with the text that they show, lines, and sheets."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from enum import StrEnum

from tgkt.language import WRITTEN, said
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source


class Kind(StrEnum):
    """The kind of a cell in a spreadsheet; in CSV every cell is text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"
    UNCOMPUTED = "uncomputed"


class Cell(NamedTuple):
    """A cell.

    Attributes:
        text: the text it shows; a number of a spreadsheet in plain notation, a date as YYYY-MM-DD.
        kind: its kind in the spreadsheet.
        holds: the number behind it, where that has more digits than are shown.
        spoilt: the reason why its characters cannot be read, with advice; empty where they can.
    """

    text: str
    kind: Kind = Kind.TEXT
    holds: str = ""
    spoilt: str = ""


EMPTY = Cell("")


class Line(NamedTuple):
    """A line of a sheet; `merged` holds the columns in which it shares a cell with another line."""

    number: int
    cells: Sequence[Cell]
    merged: frozenset[int] = frozenset()

    def cell(self, column: int) -> Cell:
        """The cell of a column counted from 0; an empty one beyond the end of the line."""
        return self.cells[column] if column < len(self.cells) else EMPTY

    @property
    def is_blank(self) -> bool:
        return not any(cell.text or cell.kind is not Kind.TEXT for cell in self.cells)


class SheetPlace(Source):
    """A cell of a spreadsheet; `file` names the sheet too."""

    __slots__ = ()

    def within(self, lang: str) -> str:
        """The place for readers of a language."""
        return said(Message("{file}, cell {cell}", file=self.file, cell=f"{letters(self.column)}{self.line}"), lang)

    def __str__(self) -> str:
        return self.within(WRITTEN)


class Sheet(ABC):
    """A sheet of a workbook, or the one table of a CSV file.

    Attributes:
        file: how messages name the file.
        name: the sheet's name; empty in CSV.
        mark: what parts the columns of CSV; empty in a workbook.
        from_stdin: whether it came through standard input.
    """

    file: str
    name: str = ""
    mark: str = ""
    from_stdin: bool = False

    @abstractmethod
    def lines(self) -> Iterator[Line]:
        """The lines from the first on; may be asked again."""

    def at(self, line: int, column: int) -> Source:
        """The place of a cell, in CSV its line and column of the table; `column` counts from 0."""
        return Source(self.file, line, column + 1)

    def hidden(self) -> tuple[int, int]:
        """The number of hidden rows and columns."""
        return 0, 0

    @property
    def where(self) -> str:
        """File and sheet as a place in an origin."""
        short = self.file.replace("\\", "/").rsplit("/", 1)[-1]
        return f"{short}, {self.name}" if self.name else short


def letters(column: int) -> str:
    """A spreadsheet's name of a column that counts from 1: A, Z, AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
