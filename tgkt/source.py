"""The place of a declared fact: file, line and column."""

from __future__ import annotations

from tgkt.record import NamedTuple


class Source(NamedTuple):
    """A place in a data file; lines and columns count from 1."""

    file: str
    line: int
    column: int

    @property
    def folder(self) -> str:
        """The folder of the file, as messages name it."""
        return self.file.rpartition("/")[0]

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
