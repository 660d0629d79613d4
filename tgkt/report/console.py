"""Drawing tables with rich on a terminal. Width and colour are decided here, not by rich."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from tgkt.report.table import Cell, Table
from tgkt.report.width import width_of
from tgkt.report.wrapping import shortened, wrapped

ROOMY = 100
_COMFORTABLE = 30
_READABLE = 20  # rather than a narrower title, a column that answers less is left out
_LEAST = 14
_LINES = (1, 2, 3, 9)  # of heads, the best first
_QUOTED, _MOST = 12, 3  # the least room for quoted words, and their lines
_EVERY = 2000
_HEIGHT = 25  # of no effect on tables; unless it is given, rich reads the environment, which may hold anything
_MOODS = {"good": "green", "bad": "bold red", "warn": "yellow", "weak": "dim", "strong": "bold", "": ""}


def draw(tables: Sequence[Table], width: int, *, colour: bool, is_whole: bool = False) -> str:
    """Draw tables for a terminal of the given width.

    Args:
        tables: the tables.
        width: the width.
        colour: whether to use colour.
        is_whole: whether every column is kept whole, even where all together are wider.
    """
    fitted = _shared_widths(tables, width)
    console = Console(
        width=max([width, *(_total(widths, width) for widths in fitted if is_whole)]),
        height=_HEIGHT,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
    )
    with console.capture() as captured:
        for table, widths in zip(tables, fitted, strict=True):
            if table.title:
                console.print(Text(table.title, style="bold"))
            console.print(_rich(table, widths, _pad(width)))
            console.print(Text(_note(table.note, width), style="dim"))
    return "\n".join(line.rstrip() for line in captured.get().splitlines()).rstrip("\n") + "\n"


def _total(widths: dict[int, int], width: int) -> int:
    """How wide columns are together."""
    return sum(widths.values()) + (1 + _pad(width)) * (len(widths) - 1)


def _note(note: str, width: int) -> str:
    """A note whose lines are folded at words, the rest of each indented so that it is no row."""
    lines = note.splitlines()
    folded = [x if width_of(x) <= width else wrapped(x, width - 2).replace("\n", "\n  ") for x in lines]
    return "\n".join([*folded, ""])


def _shared_widths(tables: Sequence[Table], width: int) -> list[dict[int, int]]:
    """Widths of the columns that have room, the same for tables with the same heads."""
    groups: dict[tuple[str, ...], list[Table]] = {}
    for table in tables:
        groups.setdefault(_heads(table), []).append(table)
    fitted = {heads: _fit(members, width) for heads, members in groups.items()}
    return [fitted[_heads(table)] for table in tables]


def _heads(table: Table) -> tuple[str, ...]:
    return tuple(column.head for column in table.columns)


def _fit(tables: Sequence[Table], width: int) -> dict[int, int]:
    """Heads on as few lines as leave the folding column room enough to read.

    Where even heads folded at every space leave too little, columns give way, those first that answer least.
    """
    columns = tables[0].columns
    kept = list(range(len(columns)))
    while True:
        room = width - (1 + _pad(width)) * (len(kept) - 1)
        found = _fitted(tables, kept, room)
        least = max(reversed(kept), key=lambda at: columns[at].yields)
        if found is None and columns[least].yields <= 1:
            found = _sizes(tables, kept, room, _LEAST, _LINES[-1])
        if found is not None and (sum(found) <= room or not columns[least].yields):
            return dict(zip(kept, found, strict=True))
        kept.remove(least)


def _fitted(tables: Sequence[Table], kept: Sequence[int], room: int) -> list[int] | None:
    """The widths of columns with a title that is easy to read, if there is room for them."""
    for lines in _LINES:
        sizes = _sizes(tables, kept, room, _COMFORTABLE if lines == 1 else _READABLE, lines)
        if sum(sizes) <= room:
            return sizes
    return None


def _sizes(tables: Sequence[Table], kept: Sequence[int], room: int, least: int, lines: int) -> list[int]:
    """As wide as cells and heads on so many lines; what is too much is taken from the columns that fold."""
    columns = tables[0].columns
    sizes = []
    for at in kept:
        cells = [_width(row[at], room) for table in tables for row in table.rows]
        sizes.append(max([_head_width(columns[at].head, lines), *cells]))
    folding = {
        place: max(least, _head_width(columns[at].head, _LINES[-1]))
        for place, at in enumerate(kept)
        if columns[at].fold
    }
    return _shrunk(sizes, folding, room)


def _width(cell: Cell, room: int) -> int:
    """How wide a cell would be; quoted words do with less, and with more where there is more room."""
    wide = max(map(width_of, cell.text.split("\n")))
    return min(wide, max(_QUOTED, room // 6 - _QUOTED // 3)) if cell.is_quoted else wide


def _head_width(head: str, lines: int) -> int:
    """The least width in which a head takes at most so many lines, broken at its spaces."""
    least = max(map(width_of, head.split()), default=0)
    return next((n for n in range(least, width_of(head)) if wrapped(head, n).count("\n") < lines), width_of(head))


def _shrunk(sizes: Sequence[int], folding: Mapping[int, int], room: int) -> list[int]:
    """Take what is too much from the widest of the columns that fold, from none more than it can spare."""
    shrunk = list(sizes)
    while sum(shrunk) > room:
        sparing = [place for place, least in folding.items() if shrunk[place] > least]
        widest = max(sparing, key=lambda place: shrunk[place], default=None)
        if widest is None:
            break
        shrunk[widest] -= 1
    return shrunk


def _pad(width: int) -> int:
    """Room beside a column beyond the one space that parts it from the next."""
    return 1 if width >= ROOMY else 0


def _rich(table: Table, widths: dict[int, int], pad: int) -> RichTable:
    drawn = RichTable(
        box=SIMPLE_HEAD,
        show_header=table.has_heads,
        header_style="bold",
        padding=(0, pad, 0, 0),
        pad_edge=False,
        show_edge=False,
        expand=False,
    )
    for at, width in widths.items():
        column = table.columns[at]
        drawn.add_column(column.head, justify="right" if column.right else "left", overflow="fold", width=width)
    for row in table.rows:
        drawn.add_row(*(_drawn(row[at], width) for at, width in widths.items()))
    return drawn


def _drawn(cell: Cell, width: int) -> Text:
    """A cell in its width; of quoted words as much as goes into a few lines."""
    if cell.is_quoted:
        return Text(wrapped(shortened(cell.text, width, _MOST), width), style=_MOODS[cell.mood], justify="left")
    return Text(wrapped(cell.text, width), style=_MOODS[cell.mood])


@contextmanager
def counted(what: str) -> Iterator[Callable[[int], None]]:
    """Show on stderr how far a long reading is, while it lasts; the function it gives takes the line that is read."""
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # lazy: only long readings need it

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=None)

        def tell(line: int) -> None:
            if line % _EVERY == 0:
                shown.update(task, completed=line)

        yield tell
