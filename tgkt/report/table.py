"""Tables for people: one shape, drawn plainly in a pipe, as Markdown, or by rich on a terminal.

In a pipe every row is one line and no cell is cut or folded, so that `grep` sees whole rows; rich
is left out there because it folds to 80 columns and costs as much as the whole command.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tgkt.record import NamedTuple
from tgkt.report.markup import in_markdown, paragraph
from tgkt.report.width import width_of


class Column(NamedTuple):
    """A column.

    Attributes:
        head: its head; a table whose columns have none is drawn without a line of heads.
        right: whether its numbers align right.
        fold: whether it may be folded.
        yields: where a terminal has no room for all columns, the highest gives way first; those of 1 only when nothing
            else can be narrower, those of 0 never.
        key: the name by which `--columns` may ask for it, beside its head.
    """

    head: str
    right: bool = False
    fold: bool = False
    yields: int = 0
    key: str = ""


class Number(NamedTuple):
    """A computed number of a cell, which has as many decimals as the others of its column.

    Attributes:
        value: the number.
        before: what stands before it.
        after: what stands after it.
        is_signed: whether a plus is written too.
        places: at most how many decimals are of use.
    """

    value: Decimal
    before: str = ""
    after: str = ""
    is_signed: bool = False
    places: int = 2


class Cell(NamedTuple):
    """A cell.

    Attributes:
        text: what it says.
        mood: the meaning that colour may repeat (good, bad, weak, warn).
        is_quoted: whether it holds words in a column of numbers, which a terminal folds and shortens.
        number: the computed number it shows, if it shows one.
    """

    text: str
    mood: str = ""
    is_quoted: bool = False
    number: Number | None = None


@dataclass(slots=True)
class Table:
    """A titled table with rows of cells.

    Attributes:
        title: what stands above it.
        columns: its columns.
        rows: its rows, each with a cell for every column.
        note: what stands below it.
        of: for each row the result it shows; nothing where a table is no list of results.
    """

    title: str
    columns: list[Column]
    rows: list[list[Cell]] = field(default_factory=list)
    note: str = ""
    of: list[object] = field(default_factory=list)

    @property
    def has_heads(self) -> bool:
        """Whether any column has a head."""
        return any(column.head for column in self.columns)

    def add(self, *cells: Cell | str, of: object = None) -> None:
        """Add a row, and the result it shows."""
        self.rows.append([cell if isinstance(cell, Cell) else Cell(cell) for cell in cells])
        if of is not None:
            self.of.append(of)

    def without_empty(self) -> Table:
        """The table without the columns in which no row says anything; unchanged where it has no rows."""
        kept = [at for at in range(len(self.columns)) if any(row[at].text for row in self.rows) or not self.rows]
        rows = [[row[at] for at in kept] for row in self.rows]
        return Table(self.title, [self.columns[at] for at in kept], rows, self.note, self.of)


def plain(tables: Sequence[Table]) -> str:
    """Aligned text without colour or cut cells; one row, one line."""
    return "\n".join(_plain(table) for table in tables)


def _plain(table: Table) -> str:
    heads = [column.head for column in table.columns]
    grid = [[" ".join(cell.text.split()) for cell in row] for row in table.rows]
    columns = [_padded(cells, column) for column, *cells in zip(table.columns, heads, *grid, strict=True)]
    told, *lines = ("  ".join(row).rstrip() for row in zip(*columns, strict=True))
    if table.has_heads:
        lines[:0] = [told, "  ".join("-" * width_of(column[0]) for column in columns)]
    head = [table.title] if table.title else []
    note = table.note.splitlines()
    return "\n".join([*head, *lines, *note]) + "\n"


def _padded(cells: Sequence[str], column: Column) -> list[str]:
    """The cells of a column, all as wide as the widest."""
    widths = [width_of(each) for each in cells]
    most = max(widths)
    if column.right:
        return [" " * (most - width) + each for each, width in zip(cells, widths, strict=True)]
    return [each + " " * (most - width) for each, width in zip(cells, widths, strict=True)]


def markdown(tables: Sequence[Table]) -> str:
    """GitHub-style Markdown tables."""
    return "\n".join(_markdown(table) for table in tables)


def _markdown(table: Table) -> str:
    lines = [f"### {in_markdown(table.title)}", ""] if table.title else []
    lines.append("| " + " | ".join(in_markdown(column.head) for column in table.columns) + " |")
    lines.append("|" + "|".join(" ---: " if column.right else " --- " for column in table.columns) + "|")
    lines += ["| " + " | ".join(in_markdown(cell.text) for cell in row) + " |" for row in table.rows]
    lines += ["", *map(paragraph, table.note.splitlines())] if table.note else []
    return "\n".join(lines) + "\n"
