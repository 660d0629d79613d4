"""Fields of machine rows: each is declared once, and order, cells, JSON Schema and page follow from that."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from tgkt.record import NamedTuple


class Type(StrEnum):
    """What a field holds.

    text     a text
    code     a text made of digits, such as a number of the plan or a period; CSV and TSV put `#` before it
    date     a date as far as it is known: 2025, 2025-09, 2025-09-15
    whole    a whole number: a year, a count, a place in an order
    number   a decimal number
    flag     true or false
    words    a list of ids or words, in CSV and TSV joined by a blank
    texts    a list of texts, in CSV and TSV joined by "; "
    numbers  a list of numbers; JSON alone has it
    facts    a map of texts by name; JSON and NDJSON alone have it
    record   a map of fields; JSON and NDJSON alone have it
    rows     a list of such maps; JSON and NDJSON alone have it
    """

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    WORDS = "words"
    TEXTS = "texts"
    NUMBERS = "numbers"
    FACTS = "facts"
    RECORD = "record"
    ROWS = "rows"


NESTED = (Type.NUMBERS, Type.FACTS, Type.RECORD, Type.ROWS)
"""What has no cell in CSV and TSV."""
PURE = "1"
"""The unit of a pure number, a ratio or a share of one."""
A_YEAR = "%/year"
"""The unit of a growth a year."""
FIXED = {PURE: "a pure number", A_YEAR: "in percent a year"}
"""The units that are no field, each in words."""


class Field(NamedTuple):
    """One field.

    Attributes:
        name: its name.
        type: what it holds.
        says: what it is, in a few words.
        unit: of a number, the field that holds its unit, or one of `FIXED`.
        words: the closed list it is chosen from; of a list, that of its members. Empty where it is open.
        is_always: whether it is never null.
        is_told: whether it is a text in the plan's first language, beside which stands one for each further language.
        inner: the fields of a record or of each of the rows.
    """

    name: str
    type: Type
    says: str
    unit: str = ""
    words: tuple[str, ...] = ()
    is_always: bool = False
    is_told: bool = False
    inner: tuple[Field, ...] = ()

    def names(self, further: Iterable[str]) -> list[str]:
        """Its name, and for texts of the data the names in each further language."""
        return [self.name, *(f"{self.name}_{tag}" for tag in further if self.is_told)]


def text(name: str, says: str, words: Iterable[str] = (), *, always: bool = False) -> Field:
    """A text; with words one of a closed list."""
    return Field(name, Type.TEXT, says, words=tuple(map(str, words)), is_always=always)


def told(name: str, says: str, *, always: bool = False) -> Field:
    """A text of the data, in the plan's first language and in each further one."""
    return Field(name, Type.TEXT, says, is_always=always, is_told=True)


def code(name: str, says: str, *, always: bool = False) -> Field:
    """A text made of digits that is no number."""
    return Field(name, Type.CODE, says, is_always=always)


def date(name: str, says: str) -> Field:
    """A date."""
    return Field(name, Type.DATE, says)


def whole(name: str, says: str, *, always: bool = False) -> Field:
    """A whole number."""
    return Field(name, Type.WHOLE, says, is_always=always)


def number(name: str, says: str, unit: str) -> Field:
    """A decimal number in the unit that another field holds."""
    return Field(name, Type.NUMBER, says, unit)


def flag(name: str, says: str, *, always: bool = False) -> Field:
    """True or false."""
    return Field(name, Type.FLAG, says, is_always=always)


def words(name: str, says: str, among: Iterable[str] = ()) -> Field:
    """A list of ids or words, empty where there is none."""
    return Field(name, Type.WORDS, says, words=tuple(map(str, among)), is_always=True)


def texts(name: str, says: str) -> Field:
    """A list of texts, empty where there is none."""
    return Field(name, Type.TEXTS, says, is_always=True)


def told_texts(name: str, says: str) -> Field:
    """A list of texts, those of the data in the plan's first language and in each further one."""
    return Field(name, Type.TEXTS, says, is_always=True, is_told=True)


def numbers(name: str, says: str) -> Field:
    """A list of plain numbers, empty where there is none."""
    return Field(name, Type.NUMBERS, says, is_always=True)


def facts(name: str, says: str, among: Iterable[str] = ()) -> Field:
    """A map of texts by name, empty where there is none."""
    return Field(name, Type.FACTS, says, words=tuple(among), is_always=True)


def record(name: str, says: str, inner: tuple[Field, ...]) -> Field:
    """A map of fields."""
    return Field(name, Type.RECORD, says, is_always=True, inner=inner)


def rows(name: str, says: str, inner: tuple[Field, ...]) -> Field:
    """A list of maps of fields."""
    return Field(name, Type.ROWS, says, is_always=True, inner=inner)


def spread(name: str, says: str, unit: str) -> tuple[Field, ...]:
    """A computed number with both ends of its interval, all in one unit."""
    return (
        number(name, says, unit),
        number(f"{name}_low", f"lower end of `{name}`; null where it is open", unit),
        number(f"{name}_high", f"upper end of `{name}`; null where it is open", unit),
    )


def plain(says: str) -> tuple[Field, ...]:
    """The only number of a row, with both ends of its interval: `value`, `low` and `high`, in `unit`."""
    return (
        number("value", says, "unit"),
        number("low", "lower end of what it may stand for; null where it is open", "unit"),
        number("high", "upper end of what it may stand for; null where it is open", "unit"),
    )


def measured(name: str, says: str) -> tuple[Field, ...]:
    """The same with its unit in a field of its own."""
    return (*spread(name, says, f"{name}_unit"), text(f"{name}_unit", f"unit of `{name}` and its ends"))
