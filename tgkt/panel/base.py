"""What the panel asks of whatever carries out its statements, which are written in the words of DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

File = Path | str
"""A file of this machine, or any path that a cluster knows."""


class Base(Protocol):
    """A database that lives as long as one question."""

    @property
    def mistake(self) -> type[Exception] | tuple[type[Exception], ...]:
        """What is raised where a statement cannot be carried out."""

    def run(self, text: str) -> None:
        """Carry out a statement that makes a table or a view."""

    def keep(self, name: str, text: str) -> None:
        """Carry out a question once and keep its rows under a name, or in place of those that are kept there."""

    def share(self) -> int | None:
        """How much of the statement that runs is done, in percent; None where that is not known."""

    def rows(self, text: str) -> list[tuple[Any, ...]]:
        """The rows of a question."""

    def columns(self, source: str) -> dict[str, str]:
        """The columns of a table or of a reading function, each with its type."""

    def table(self, name: str, rows: Sequence[tuple[object, ...]], fields: Sequence[str], types: Sequence[str]) -> None:
        """A table of these rows."""

    def is_text(self, file: File) -> bool:
        """Whether a file is CSV, else Parquet; an error where that cannot be read here."""

    def reader(self, files: Sequence[File]) -> str:
        """What stands after FROM for these files, all of one kind; columns meet by name, and those of CSV are text."""
