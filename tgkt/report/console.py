"""Drawing tables with rich on a terminal. Width and colour are decided here, not by rich."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from tgkt.report.table import Table, width_of

ROOMY = 100
_COMFORTABLE = 30
_LEAST = 14  # a title narrower than this is no longer readable
_MOODS = {"good": "green", "bad": "bold red", "warn": "yellow", "weak": "dim", "strong": "bold", "": ""}


def draw(tables: Sequence[Table], width: int, *, colour: bool) -> str:
    """Draw tables for a terminal of the given width."""
    console = Console(
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        emoji=False,
        markup=False,
        highlight=False,
    )
    with console.capture() as captured:
        for table, widths in zip(tables, _shared_widths(tables, width), strict=True):
            if table.title:
                console.print(Text(table.title, style="bold"))
            console.print(_rich(table, widths, _pad(width)))
            console.print(Text(f"{table.note}\n" if table.note else "", style="dim"))
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def _shared_widths(tables: Sequence[Table], width: int) -> list[list[int]]:
    """Column widths, the same for tables with the same heads; what is left goes to the column that folds."""
    groups: dict[tuple[str, ...], list[Table]] = {}
    for table in tables:
        groups.setdefault(_heads(table), []).append(table)
    fitted = {heads: _fit(members, width) for heads, members in groups.items()}
    return [fitted[_heads(table)] for table in tables]


def _heads(table: Table) -> tuple[str, ...]:
    return tuple(column.head for column in table.columns)


def _fit(tables: Sequence[Table], width: int) -> list[int]:
    """Whole heads where they leave the folding column room enough to read, else heads folded at their spaces."""
    columns = tables[0].columns
    cells = [
        max([width_of(line) for table in tables for row in table.rows for line in row[i].text.split("\n")], default=0)
        for i in range(len(columns))
    ]
    folding = [i for i, column in enumerate(columns) if column.fold]
    whole = [max(size, width_of(column.head)) for size, column in zip(cells, columns, strict=True)]
    folded = [
        max(size, *map(width_of, column.head.split() or [""])) for size, column in zip(cells, columns, strict=True)
    ]
    room = width - (1 + _pad(width)) * (len(columns) - 1)
    comfortable = _shrunk(whole, folding, room, _COMFORTABLE)
    return comfortable if sum(comfortable) <= room else _shrunk(folded, folding, room, _LEAST)


def _shrunk(sizes: Sequence[int], folding: Sequence[int], room: int, least: int) -> list[int]:
    """Take what is too much from the widest of the columns that fold, none below the least."""
    shrunk = list(sizes)
    while sum(shrunk) > room:
        widest = max(folding, key=lambda i: shrunk[i], default=None)
        if widest is None or shrunk[widest] <= least:
            break
        shrunk[widest] -= 1
    return shrunk


def _pad(width: int) -> int:
    """Room beside a column beyond the one space that parts it from the next."""
    return 1 if width >= ROOMY else 0


def _rich(table: Table, widths: Sequence[int], pad: int) -> RichTable:
    drawn = RichTable(
        box=SIMPLE_HEAD,
        header_style="bold",
        padding=(0, pad, 0, 0),
        pad_edge=False,
        show_edge=False,
        expand=False,
    )
    for column, width in zip(table.columns, widths, strict=True):
        drawn.add_column(column.head, justify="right" if column.right else "left", overflow="fold", width=width)
    for row in table.rows:
        drawn.add_row(*(Text(cell.text, style=_MOODS[cell.mood]) for cell in row))
    return drawn
