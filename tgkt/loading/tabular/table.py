"""A table as figures: each line of the sheet that says one, with the place of every cell it came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgkt.loading.tabular.arrived import Arrived, Passed, Progress, Told, Wishes
from tgkt.loading.tabular.cells import Cell, Kind, Line, Sheet, letters
from tgkt.loading.tabular.headings import Heading
from tgkt.loading.tabular.lines import Reading
from tgkt.loading.tabular.names import Head, folded
from tgkt.loading.tabular.notation import Column, Notation
from tgkt.loading.tabular.values import CellError, has_number, read_value
from tgkt.message import Message
from tgkt.source import Source

NO_ORIGIN = Message("no origin. Add a column 'Origin' ('Nguồn'), or name --origin")


class Table:
    """The figures of a sheet, read in two passes, of which the first only finds the notation of each column.

    Args:
        sheet: the sheet.
        heading: its heading.
        wishes: what its cells leave open.
    """

    def __init__(self, sheet: Sheet, heading: Heading, wishes: Wishes) -> None:
        self.sheet, self.heading, self.wishes, self.told = sheet, heading, wishes, Told()
        self.mixed: dict[int, Column] = {}

    def at(self, arrived: Arrived, head: str = "") -> Source:
        """The cell a figure came from; with the name of a column, that cell of its line."""
        column = self.heading.columns.get(Head(head)) if head in list(Head) and head != Head.VALUE else None
        return self.sheet.at(arrived.line, arrived.column if column is None else column)

    @property
    def where(self) -> str:
        """File and sheet as a place in an origin."""
        return self.sheet.where

    @property
    def no_origin(self) -> Message:
        """That a figure has no document."""
        return NO_ORIGIN

    def document_at(self, arrived: Arrived) -> Source:
        """The cell of a figure's document, or the heading where no cell names it."""
        if Head.ORIGIN in self.heading.columns:
            return self.at(arrived, Head.ORIGIN)
        return self.sheet.at(self.heading.line, 0)

    def cell(self, at: Source) -> tuple[str, str]:
        """Sheet and cell of a place in a workbook."""
        return (self.sheet.name, f"{letters(at.column)}{at.line}") if self.sheet.name else ("", "")

    def figures(self, progress: Progress = lambda _: None) -> Iterator[Arrived]:
        """The figures; after the last one `told` has all mistakes and notes."""
        notations = self.notations(progress)
        self._describe()
        reading = Reading(self.sheet, self.heading, self.wishes, self.told, notations, self.mixed)
        for line in self.lines(progress):
            yield from reading.figures(line)
        self._count()

    def lines(self, progress: Progress = lambda _: None) -> Iterator[Line]:
        """The lines below the heading that are not blank and do not repeat it."""
        for line in lines_below(self.sheet, self.heading.line, self.heading.heads):
            progress(line.number)
            yield line

    def notations(self, progress: Progress = lambda _: None) -> dict[int, Notation | None]:
        """The notation of each column of figures, decided over the whole column.

        If a column mixes two, it is the one that most numbers have; the others are reported cell by cell.
        """
        columns = {each.place: Column(each.head) for each in self.heading.values}
        if self.wishes.notation is None:
            for line in self.lines(progress):
                for index, column in columns.items():
                    meet(column, line.cell(index), self.sheet.at(line.number, index))
        found: dict[int, Notation | None] = {}
        for index, column in columns.items():
            if len(column.settled) > 1 and column.mostly is not None:
                found[index], self.mixed[index] = column.mostly, column
                continue
            decided = column.decide(self.wishes.notation, self.sheet.mark, is_open_ended=self.sheet.from_stdin)
            found[index] = decided.notation
            self.told.say(decided.said)
            if decided.problem is not None:
                self.told.fail(*decided.problem[:3])
        return found

    def _describe(self) -> None:
        """Add notes on the parts of the table that are not read."""
        at = self.sheet.at(self.heading.line, 0)
        if self.heading.planned:
            told = Message("a plan, not read as results: {heads}", heads=_listed(self.heading.planned))
            self.told.say(Message.joined(": ", (at, told)))
        for sentence in not_read(self.sheet, self.heading.line, self.heading.unread):
            self.told.say(sentence)

    def _count(self) -> None:
        if dropped := getattr(self.sheet, "dropped", 0):
            self.told.counts[Passed.INVISIBLE] = dropped


def lines_below(sheet: Sheet, number: int, heads: Sequence[str]) -> Iterator[Line]:
    """The lines below a heading that are not blank and do not repeat it.

    Args:
        sheet: the sheet.
        number: the number of the heading's line.
        heads: its heads.
    """
    first = [folded(text) for text in heads]
    at = next((place for place, text in enumerate(heads) if text), None)
    for line in sheet.lines():
        if line.number <= number or line.is_blank:
            continue
        may_repeat = at is not None and line.cell(at).text.casefold() == heads[at].casefold()
        if not may_repeat or [folded(cell.text) for cell in line.cells] != first:
            yield line


def not_read(sheet: Sheet, number: int, unread: tuple[str, ...]) -> Iterator[Message]:
    """Notes on columns that are not read, and on hidden ones that are.

    Args:
        sheet: the sheet.
        number: the number of the heading's line.
        unread: the heads that are not known.
    """
    at = sheet.at(number, 0)
    if unread:
        yield Message.joined(": ", (at, Message("columns not read: {heads}", heads=_listed(unread))))
    hidden_rows, hidden_columns = sheet.hidden()
    if hidden_rows or hidden_columns:
        rows = Message.counted(hidden_rows, "{count} row", "{count} rows")
        columns = Message.counted(hidden_columns, "{count} column", "{count} columns")
        yield Message.joined(": ", (at, Message("hidden and read too: {rows}, {columns}", rows=rows, columns=columns)))


def meet(column: Column, cell: Cell, place: Source) -> None:
    """Add a cell to the evidence about the notation of its column."""
    if cell.kind is Kind.TEXT and has_number(cell.text):
        try:
            said = read_value(cell.text)
        except CellError:
            return
        for text in said.numbers:
            column.meet(text, place)


def _listed(heads: tuple[str, ...]) -> str:
    return ", ".join(f"'{head}'" for head in heads)
