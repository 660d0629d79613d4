"""A file of tables: its kind by its first bytes, its sheets, and the sheet and heading to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import BinaryIO, Protocol, TypeVar

from tgkt.errors import DataError, Problem, UsageError, suggest
from tgkt.loading.tabular.cells import Cell, Line, Sheet
from tgkt.loading.tabular.delimited import Delimited
from tgkt.loading.tabular.names import folded
from tgkt.loading.tabular.workbook import no_table, sheets_of
from tgkt.message import Message

_KINDS = {
    b"\xd0\xcf\x11\xe0": Message("a workbook of old Excel (.xls), or one with a password"),
    b"%PDF": Message("a PDF"),
    b"{\\rtf": Message("a text document"),
    b"\x89PNG": Message("a picture"),
    b"\xff\xd8\xff": Message("a picture"),
    b"\x1f\x8b": Message("a compressed file"),
    b"{": Message("JSON, which only import reads"),
}


class Found(Protocol):
    """A heading of any sort; it has the heads as written."""

    @property
    def heads(self) -> tuple[str, ...]: ...


FoundT_co = TypeVar("FoundT_co", bound=Found, covariant=True)


class Sought(Protocol[FoundT_co]):
    """The sort of heading that is looked for: a set of columns and their words.

    Attributes:
        wanted: the columns that a heading needs, for messages.
        names: heads that the user has mapped to columns, folded.
    """

    @property
    def wanted(self) -> Message: ...

    @property
    def names(self) -> Mapping[str, str]: ...

    def known(self, cells: Sequence[Cell]) -> int:
        """The number of known heads in a line; 0 if it cannot be a heading."""

    def heading(self, line: Line, sheet: Sheet) -> FoundT_co | None:
        """The heading that a line is; None where it is not one."""

    def nothing(self, sheet: Sheet, first: Line | None, nearest: Line | None) -> Problem:
        """The problem of a sheet without a heading, at the line most like one, or the first."""


def open_book(name: str, file: BinaryIO, asked: Sought[Found], *, from_stdin: bool = False) -> list[Sheet]:
    """The sheets of a file; its kind is known by its first bytes and not by its ending.

    Args:
        name: the name of the file in messages.
        file: its bytes, as a stream that can be rewound.
        asked: the columns that are looked for.
        from_stdin: whether it came through standard input.

    Raises:
        DataError: it is no table, or damaged.
        UsageError: what reads it is not installed.
    """
    file.seek(0)
    head = file.read(8)
    if not head:
        raise DataError(
            [Message("{file}: the file is empty. Write a heading line and a line for each figure", file=name)]
        )
    for mark, kind in _KINDS.items():
        if head.startswith(mark):
            raise DataError([no_table(name, kind)])
    if head.startswith(b"PK"):
        return sheets_of(name, file, from_stdin=from_stdin)
    return [Delimited(name, file, asked.known, from_stdin=from_stdin)]


def chosen_sheet(sheets: list[Sheet], name: str | None, asked: Sought[FoundT_co]) -> tuple[Sheet, FoundT_co]:
    """The sheet asked for, else the one with a heading, and that heading.

    Raises:
        UsageError: no such sheet.
        DataError: no heading, several sheets with one, or a heading with mistakes.
    """
    if name is not None:
        sheets = [_named(name, sheets)]
    found, problems = [], []
    for sheet in sheets:
        heading, first, nearest = _search(sheet, asked)
        if heading is not None:
            found.append((sheet, heading))
        elif len(sheets) == 1:
            problems.append(asked.nothing(sheet, first, nearest))
    if len(found) == 1:
        _require_mapped(found[0][0], found[0][1], asked)
        return found[0]
    if problems:
        raise DataError(problems)
    raise DataError([_undecided(sheets, [sheet for sheet, _ in found], asked.wanted)])


def _undecided(sheets: list[Sheet], found: list[Sheet], wanted: Message) -> Message:
    """The message that several sheets have a heading, or none."""
    why = (
        Message("several sheets have {wanted}", wanted=wanted)
        if found
        else Message("no sheet has {wanted}", wanted=wanted)
    )
    return Message(
        "{file}: {why}: {sheets}. Name one with --sheet",
        file=sheets[0].file,
        why=why,
        sheets=", ".join(f"'{each.name}'" for each in found or sheets),
    )


def _named(asked: str, sheets: list[Sheet]) -> Sheet:
    if not sheets[0].name:
        raise UsageError("--sheet: {file} is CSV and has no sheets. Leave --sheet out", file=sheets[0].file)
    exact = [sheet for sheet in sheets if sheet.name == asked]
    alike = exact or [sheet for sheet in sheets if folded(sheet.name) == folded(asked)]
    if len(alike) != 1:
        advice = suggest(asked, [sheet.name for sheet in sheets])
        raise UsageError("--sheet: no sheet '{name}'.{advice}", name=asked, advice=advice)
    return alike[0]


def _search(sheet: Sheet, asked: Sought[FoundT_co]) -> tuple[FoundT_co | None, Line | None, Line | None]:
    """The heading of a sheet; else its first line that is not blank, and the one nearest to a heading."""
    first = nearest = None
    most = 0
    for line in sheet.lines():
        if line.is_blank:
            continue
        if heading := asked.heading(line, sheet):
            return heading, first, nearest
        first = first or line
        if (known := _likeness(line, asked)) > most:
            nearest, most = line, known
    return None, first, nearest


def _likeness(line: Line, asked: Sought[Found]) -> int:
    """How much a line looks like a heading: the number of known heads in it."""
    return sum(asked.known([cell, cell]) > 0 or folded(cell.text) in asked.names for cell in line.cells)


def _require_mapped(sheet: Sheet, heading: Found, asked: Sought[Found]) -> None:
    there = {folded(head) for head in heading.heads}
    for head, column in asked.names.items():
        if head not in there:
            advice = suggest(head, [text for text in heading.heads if text])
            given = f"{column}={head}"
            raise UsageError(
                "--map {given}: {file} has no such heading.{advice}", given=given, file=sheet.file, advice=advice
            )
