"""A part of a file: its title, its paragraphs and its tables."""

from __future__ import annotations

from tgkt.record import NamedTuple
from tgkt.report.table import Table


class Passage(NamedTuple):
    """A part of a file.

    Attributes:
        id: its name in addresses.
        title: what stands above it.
        says: its paragraphs.
        tables: its tables.
        rest: tables for those who want all; they may be folded.
        short: its name where there is little room; empty where the title is short.
    """

    id: str
    title: str
    says: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    rest: tuple[Table, ...] = ()
    short: str = ""
