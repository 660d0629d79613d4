"""The shape of an answer for machines: its name and version, what holds for all rows, and the fields of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tgkt.record import NamedTuple
from tgkt.report.machine.field import NESTED, Field


class Shape(NamedTuple):
    """The shape of an answer.

    Attributes:
        name: what `tgkt schema` calls it.
        version: raised with every change that a script may notice.
        says: what one row is.
        command: how it is asked for.
        row: the fields of a row, in their order; the first is the key but for `keys`.
        head: what holds for all rows; only JSON has it.
        is_long: whether it is the long form of another.
        keys: of rows that a database writes, CSV, NDJSON and Parquet without JSON, the fields that are unique together.
    """

    name: str
    version: int
    says: str
    command: str
    row: tuple[Field, ...]
    head: tuple[Field, ...] = ()
    is_long: bool = False
    keys: tuple[str, ...] = ()

    @property
    def schema(self) -> str:
        """Name and version, as JSON carries them."""
        return f"tgkt/{self.name}/{self.version}"


def columns(fields: Sequence[Field], further: Iterable[str] = ()) -> list[str]:
    """The heads of CSV and TSV, texts in their further languages included."""
    tags = tuple(further)
    return [name for field in fields if field.type not in NESTED for name in field.names(tags)]
