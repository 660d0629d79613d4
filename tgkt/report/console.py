"""Drawing tables with rich on a terminal. Width and colour are decided here, not by rich."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from tgkt.report.table import Table

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
        for table in tables:
            console.print(_rich(table, width))
            if table.note:
                console.print(Text(table.note, style="dim"))
    return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"


def _rich(table: Table, width: int) -> RichTable:
    drawn = RichTable(
        title=table.title or None,
        title_style="bold",
        title_justify="left",
        box=SIMPLE_HEAD,
        header_style="bold",
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
        expand=False,
    )
    for column in table.columns:
        drawn.add_column(
            column.head,
            justify="right" if column.right else "left",
            no_wrap=not column.fold,
            overflow="fold",
            ratio=1 if column.fold and column.width is None else None,
            width=column.width,
        )
    for row in table.rows:
        drawn.add_row(*(Text(cell.text, style=_MOODS[cell.mood]) for cell in row))
    return drawn
