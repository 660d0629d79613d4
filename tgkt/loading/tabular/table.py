"""A table as figures: each line of the sheet that says one, with the place of every cell it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tgkt.loading.tabular.arrived import Arrived, Told, Wishes
from tgkt.loading.tabular.cells import Kind, Line, Sheet
from tgkt.loading.tabular.headings import Heading
from tgkt.loading.tabular.lines import Reading
from tgkt.loading.tabular.names import Head, folded
from tgkt.loading.tabular.notation import Column, Notation
from tgkt.loading.tabular.values import CellError, has_number, read_value
from tgkt.source import Source

Progress = Callable[[int], None]


class Table:
    """The figures of a sheet, read in two passes that keep nothing but what a column tells of its notation.

    Args:
        sheet: the sheet.
        heading: its heading.
        wishes: what its cells leave open.
    """

    def __init__(self, sheet: Sheet, heading: Heading, wishes: Wishes) -> None:
        self.sheet, self.heading, self.wishes, self.told = sheet, heading, wishes, Told()
        self._first_line = [folded(text) for text in heading.heads]

    def at(self, arrived: Arrived, head: str = "") -> Source:
        """The cell a figure came from; with the name of a column, that cell of its line."""
        column = self.heading.columns.get(Head(head)) if head in list(Head) and head != Head.VALUE else None
        return self.sheet.at(arrived.line, arrived.column if column is None else column)

    def figures(self, progress: Progress = lambda _: None) -> Iterator[Arrived]:
        """The figures; what is wrong or was assumed is in `told` when the last has come."""
        notations = self.notations(progress)
        self._describe()
        reading = Reading(self.sheet, self.heading, self.wishes, self.told, notations)
        for line in self.lines(progress):
            yield from reading.figures(line)
        self._count()

    def lines(self, progress: Progress = lambda _: None) -> Iterator[Line]:
        """The lines below the heading that are not blank and do not repeat it."""
        for line in self.sheet.lines():
            if line.number > self.heading.line and not line.is_blank and not self._repeats(line):
                progress(line.number)
                yield line

    def _repeats(self, line: Line) -> bool:
        """Whether a line is the heading again, as at the top of a printed page."""
        at = self.heading.values[0].place
        if line.cell(at).text.casefold() != self.heading.heads[at].casefold():
            return False
        return [folded(cell.text) for cell in line.cells] == self._first_line

    def notations(self, progress: Progress = lambda _: None) -> dict[int, Notation | None]:
        """The notation of each column of figures, decided over the whole column."""
        columns = {each.place: Column(each.head) for each in self.heading.values}
        if self.wishes.notation is None:
            for line in self.lines(progress):
                for index, column in columns.items():
                    self._meet(line, index, column)
        found: dict[int, Notation | None] = {}
        for index, column in columns.items():
            decided = column.decide(self.wishes.notation, self.sheet.mark, is_open_ended=self.sheet.from_stdin)
            found[index], sentence, problem = decided
            self.told.say(sentence)
            if problem is not None:
                self.told.fail(problem.source, problem.path, problem.message)
        return found

    def _meet(self, line: Line, index: int, column: Column) -> None:
        cell = line.cell(index)
        if cell.kind is Kind.TEXT and has_number(cell.text):
            try:
                said = read_value(cell.text)
            except CellError:
                return
            for text in said.numbers:
                column.meet(text, self.sheet.at(line.number, index))

    def _describe(self) -> None:
        """Say what of the table is not read."""
        at = self.sheet.at(self.heading.line, 0)
        if self.heading.planned:
            self.told.say(f"{at}: a plan, not read as results: {_listed(self.heading.planned)}")
        if self.heading.unread:
            self.told.say(f"{at}: columns not read: {_listed(self.heading.unread)}")
        rows, columns = self.sheet.hidden()
        if rows or columns:
            self.told.say(f"{at}: hidden and read too: {_many(rows, 'row')}, {_many(columns, 'column')}")

    def _count(self) -> None:
        if dropped := getattr(self.sheet, "dropped", 0):
            self.told.counts["zero-width characters dropped"] = dropped


def _listed(heads: tuple[str, ...]) -> str:
    return ", ".join(f"'{head}'" for head in heads)


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
