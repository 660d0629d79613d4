"""The columns of exchanged tables, each declared once; cells and table schemas follow from that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from tgkt.facts.indicator import Words
from tgkt.record import NamedTuple
from tgkt.results.export import Exported

Cells = Mapping[str, Any]


class Type(StrEnum):
    """What the cells of a column hold, in the words of Table Schema; arrays and objects are JSON."""

    STRING = "string"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    ARRAY = "array"
    OBJECT = "object"


class Column(NamedTuple):
    """One column.

    Attributes:
        name: its name.
        says: what it holds.
        type: the type of its cells.
        words: the closed list it is chosen from; empty where it is open.
        is_always: whether no cell is empty.
        of: the table, and its column, that it names a row of; empty where it names none.
    """

    name: str
    says: str
    type: Type = Type.STRING
    words: tuple[str, ...] = ()
    is_always: bool = False
    of: tuple[str, str] | None = None

    @property
    def title(self) -> str:
        """Its name for people."""
        return self.name.replace("_", " ").capitalize()


class Sheet(NamedTuple):
    """One table of the package.

    Attributes:
        name: its name, and that of its file.
        title: what it is called.
        says: what it holds.
        columns: its columns, in order.
        key: the columns whose cells together name a row.
        rows: makes its rows.
    """

    name: str
    title: str
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Exported], Iterable[Cells]]


def text(
    name: str,
    says: str,
    words: type[StrEnum] | tuple[str, ...] = (),
    *,
    always: bool = False,
    of: str | tuple[str, str] | None = None,
) -> Column:
    """A column of texts, perhaps of a closed list, perhaps of ids of another table."""
    named = (of, "id") if isinstance(of, str) else of
    return Column(name, says, Type.STRING, tuple(map(str, words)), always, named)


def number(name: str, says: str, *, always: bool = False) -> Column:
    """A column of decimal numbers."""
    return Column(name, says, Type.NUMBER, is_always=always)


def whole(name: str, says: str, *, always: bool = False) -> Column:
    """A column of whole numbers."""
    return Column(name, says, Type.INTEGER, is_always=always)


def flag(name: str, says: str, *, always: bool = False) -> Column:
    """A column of true and false."""
    return Column(name, says, Type.BOOLEAN, is_always=always)


def texts(name: str, says: str) -> Column:
    """A column of lists of texts, as JSON."""
    return Column(name, says, Type.ARRAY)


def told(name: str, says: str, *, always: bool = False) -> tuple[Column, ...]:
    """The columns of a text in several languages; one that was written once stands in both of the first."""
    return (
        text(f"{name}_vi", f"{says}, in Vietnamese where it was written in it", always=always),
        text(f"{name}_en", f"{says}, in English where it was written in it", always=always),
        Column(f"{name}_other", f"{says}, in further languages by their tags", Type.OBJECT),
    )


def words(name: str, found: Words | None) -> Cells:
    """The cells of a text in several languages."""
    if found is None:
        return {}
    return {f"{name}_vi": found.vi, f"{name}_en": found.en, f"{name}_other": dict(found.others) or None}
