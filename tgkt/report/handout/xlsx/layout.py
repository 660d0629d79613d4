"""A sheet before it is written: what stands above its table, the table, and what stands below."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from tgkt.record import NamedTuple
from tgkt.report.handout.document import Document
from tgkt.report.handout.numerals import roman
from tgkt.report.handout.xlsx.entry import Entry
from tgkt.report.handout.xlsx.forms import POINTS, SIZE, SMALL, SMALL_POINTS


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Head(NamedTuple):
    """A column.

    Attributes:
        text: its head.
        width: how many digits it has room for.
        align: where its text stands.
        is_letter: whether it is lettered, as what names a row is, and not numbered.
        is_small: whether it holds more words than others, in smaller letters.
    """

    text: str
    width: int
    align: Align = Align.LEFT
    is_letter: bool = False
    is_small: bool = False

    @property
    def room(self) -> int:
        """How many letters a line of it has room for; small ones are narrower than digits."""
        return self.width * SIZE * 11 // 10 // SMALL if self.is_small else self.width

    @property
    def points(self) -> int:
        """How high a line of it is."""
        return SMALL_POINTS if self.is_small else POINTS


class Line(NamedTuple):
    """A row of the table; that of a section begins a group of rows, that of a total sums them up, both in bold."""

    entries: tuple[Entry, ...]
    is_section: bool = False
    is_total: bool = False


class Layout(NamedTuple):
    """A sheet.

    Attributes:
        name: what its tab says.
        titles: what stands above the table, the name of the sheet first.
        facts: what it is about, in one line below.
        says: paragraphs between these and the table.
        heads: the columns.
        lines: the rows.
        notes: what stands below the table.
        kept: how many columns stay in view.
        is_filtered: whether the rows can be filtered.
        numbers: the names of the columns; given only where one says how it follows from others.
        number: its number among the tables of the workbook.
    """

    name: str
    titles: tuple[str, ...]
    facts: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    says: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    kept: int = 2
    is_filtered: bool = True
    numbers: tuple[str, ...] = ()
    number: str = ""

    @property
    def width(self) -> int:
        """The digits of a whole line."""
        return sum(head.width for head in self.heads)


def with_room(heads: tuple[Head, ...], lines: Sequence[Line]) -> tuple[Head, ...]:
    """Columns as wide as their longest number or word asks for, within reason."""
    widest = [0] * len(heads)
    for line in lines:
        at = 0
        for entry in line.entries:
            if entry.span == 1 and not line.is_section:
                widest[at] = max(widest[at], _needed(entry))
            at += entry.span
    return tuple(
        head if head.is_small else head._replace(width=max(head.width, min(most, _WIDEST)))
        for head, most in zip(heads, widest, strict=True)
    )


def _needed(entry: Entry) -> int:
    """The digits that a number or the longest word of a text takes."""
    pieces = [entry.text] if entry.value is not None else entry.text.split()
    return max((-(-sum(map(_breadth, each)) // 10) + 1 for each in pieces), default=0)


def _breadth(sign: str) -> int:
    """How broad a letter is, in tenths of a digit."""
    return 6 if sign in " .,()-/ijlt" else 14 if sign in "%mMwWĐ≈" else 10


_WIDEST = 16


def facts_of(document: Document) -> str:
    """What a plan is about and up to when, in one line."""
    return "; ".join(f"{head}: {text}" for head, text in document.facts)


def section(number: int, title: str, columns: int) -> Line:
    """The row above a group of rows: a Roman number and its name."""
    return Line((Entry(roman(number)), Entry(title), *[Entry() for _ in range(columns - 2)]), is_section=True)


def part(title: str, columns: int) -> Line:
    """The row above a part of a section."""
    return Line((Entry(), Entry(title), *[Entry() for _ in range(columns - 2)]), is_section=True)


def names_of(heads: tuple[Head, ...]) -> tuple[str, ...]:
    """A, B, … for the columns that name a row, 1, 2, … for the others."""
    letters, numbers = iter("ABCDEFGH"), iter(range(1, len(heads) + 1))
    return tuple(next(letters) if head.is_letter else str(next(numbers)) for head in heads)
