"""Drawing tables with rich on a terminal. Width and colour are decided here, not by rich."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from tgkt.report.table import Table, width_of

ROOMY = 100
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
    needed: dict[tuple[str, ...], list[int]] = {}
    for table in tables:
        cells = [
            [*column.head.split(), *(row[i].text for row in table.rows), ""] for i, column in enumerate(table.columns)
        ]
        natural = [max(map(width_of, texts)) for texts in cells]
        known = needed.get(_heads(table), natural)
        needed[_heads(table)] = [max(pair) for pair in zip(natural, known, strict=True)]
    return [_fit(table, needed[_heads(table)], width) for table in tables]


def _heads(table: Table) -> tuple[str, ...]:
    return tuple(column.head for column in table.columns)


def _fit(table: Table, natural: list[int], width: int) -> list[int]:
    spare = width - sum(natural) - (1 + _pad(width)) * (len(natural) - 1)
    folding = [i for i, column in enumerate(table.columns) if column.fold]
    if spare >= 0 or not folding:
        return natural
    return [max(_LEAST, size + spare) if i == folding[0] else size for i, size in enumerate(natural)]


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
