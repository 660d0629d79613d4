"""Shapes of values a data file may hold: each reads a node and describes itself as JSON Schema.

The grammar of the files (`grammar.py`) is built from these shapes, so the loader and the shipped
schema cannot say different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from tgkt.errors import NotationError, Problem, closest, suggest
from tgkt.facts.notation import plain_number
from tgkt.facts.period import FISCAL_YEAR, PART_OF_YEAR, YEARS, Period, parse_period
from tgkt.loading.nodes import Mapping, Node, Scalar, Sequence, is_quoted, source_of
from tgkt.source import Source

Schema = dict[str, Any]

# Words that YAML tools turn into booleans, nulls, times or numbers when they stand unquoted.
_TRAP = re.compile(
    r"(?i)(?:y|yes|n|no|on|off|true|false|null|~)\Z|\d+:\d\d|[-+]?[\d._]+(?:e[-+]?\d+)?\Z|0x[0-9a-f]+\Z"
    r"|[-+]?\.(?:nan|inf)\Z|\d{4}-\d\d?-\d\d?"
)


class Shape(Protocol):
    """What a value may look like: how to read it and how to describe it."""

    def read(self, node: Node, path: str, reader: Reader) -> Any: ...

    def schema(self) -> Schema: ...


@dataclass(slots=True)
class Reader:
    """Collects the problems of one file and notices a node that is used twice (an alias)."""

    name: str
    problems: list[Problem] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)

    def fail(self, node: Node | Source, path: str, message: str) -> None:
        source = node if isinstance(node, Source) else source_of(node, self.name)
        self.problems.append(Problem(source, path, message))

    def is_alias(self, node: Node, path: str) -> bool:
        if id(node) in self._seen:
            self.fail(node, path, "an anchor ('&…') is used again by an alias ('*…'). Write the value out")
            return True
        self._seen.add(id(node))
        return False


@dataclass(slots=True)
class Entry:
    """A record as read: its values, where it stands and where each key's value stands.

    `is_broken` says that something in it was refused; `meant` holds keys that a misspelt one stands for.
    """

    values: dict[str, Any]
    source: Source
    path: str
    places: dict[str, Source]
    is_broken: bool = False
    meant: set[str] = field(default_factory=set)

    def __getitem__(self, key: str) -> Any:
        return self.values.get(key)

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def at(self, key: str) -> Source:
        return self.places.get(key, self.source)


def scalar(node: Node, path: str, reader: Reader, wanted: str) -> str | None:
    """The raw text of a scalar node, or a problem when it is something else or empty."""
    if not isinstance(node, Scalar):
        got = "a list" if isinstance(node, Sequence) else "a map"
        reader.fail(node, path, f"expected {wanted}, got {got}. Write {wanted}")
    elif node.value == "":
        reader.fail(node, path, f"expected {wanted}, got nothing. Write {wanted} or remove the key")
    else:
        return str(node.value)
    return None


@dataclass(frozen=True, slots=True)
class Text:
    """A text; unquoted words that YAML tools would turn into something else are refused."""

    wanted: str = "a text"
    pattern: str | None = None
    choices: tuple[str, ...] = ()
    how: str = "Write it so"

    def read(self, node: Node, path: str, reader: Reader) -> str | None:
        text = scalar(node, path, reader, self.wanted)
        if text is None:
            return None
        if not is_quoted(node) and _TRAP.match(text):
            reader.fail(node, path, f'expected {self.wanted}, got unquoted {text}. Write "{text}" in quotes')
        elif self.choices and text not in self.choices:
            reader.fail(node, path, f"unknown value '{text}'.{suggest(text, self.choices)}")
        elif self.pattern and not re.fullmatch(self.pattern, text):
            reader.fail(node, path, f"'{text}' is not {self.wanted}. {self.how}")
        elif not text.strip():
            reader.fail(node, path, f"expected {self.wanted}, got blanks. Write it or remove the key")
        else:
            return text
        return None

    def schema(self) -> Schema:
        if self.choices:
            return {"type": "string", "enum": list(self.choices)}
        described: Schema = {"type": "string", "minLength": 1}
        return described | ({"pattern": f"^(?:{self.pattern})$"} if self.pattern else {})


@dataclass(frozen=True, slots=True)
class Number:
    """A number in plain notation, kept digit by digit."""

    def read(self, node: Node, path: str, reader: Reader) -> Decimal | None:
        text = scalar(node, path, reader, "a number")
        if text is None:
            return None
        if is_quoted(node):
            reader.fail(node, path, f'expected a number, got the text "{text}". Remove the quotes')
            return None
        try:
            return plain_number(text)
        except NotationError as error:
            reader.fail(node, path, str(error))
            return None

    def schema(self) -> Schema:
        return {"type": "number"}


@dataclass(frozen=True, slots=True)
class NumberOrRange:
    """A number, or `[low, high]` for a figure printed as a range."""

    def read(self, node: Node, path: str, reader: Reader) -> tuple[Decimal, ...] | None:
        if not isinstance(node, Sequence):
            number = Number().read(node, path, reader)
            return None if number is None else (number,)
        if len(node.value) != 2:
            reader.fail(node, path, f"a range has two ends, got {len(node.value)}. Write [low, high]")
            return None
        low, high = (Number().read(item, path, reader) for item in node.value)
        if low is None or high is None:
            return None
        if high <= low:
            reader.fail(node, path, f"the range [{low}, {high}] does not rise. Write the smaller number first")
            return None
        return low, high

    def schema(self) -> Schema:
        pair = {"type": "array", "items": Number().schema(), "minItems": 2, "maxItems": 2}
        return {"anyOf": [Number().schema(), pair]}


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`; no other spelling."""

    def read(self, node: Node, path: str, reader: Reader) -> bool | None:
        text = scalar(node, path, reader, "true or false")
        if text is None:
            return None
        if is_quoted(node) or text not in ("true", "false"):
            reader.fail(node, path, f"expected true or false, got '{text}'. Write true or false, unquoted")
            return None
        return text == "true"

    def schema(self) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class YearOrTerm:
    """A year (2030, 2029/30) or, where allowed, a term (2026-2030) or a part of a year (2026-6M, 2026-Q2, 2026-06)."""

    only_year: bool = False
    may_be_part: bool = False

    def read(self, node: Node, path: str, reader: Reader) -> Period | None:
        text = scalar(node, path, reader, "a year" if self.only_year else "a year or a term")
        if text is None:
            return None
        if self.only_year and is_quoted(node) and text.isdigit():
            reader.fail(node, path, f'expected a year, got the text "{text}". Remove the quotes')
            return None
        try:
            period = parse_period(text)
        except ValueError as error:
            reader.fail(node, path, str(error))
            return None
        if self.only_year and not period.is_year:
            what = "part of a year" if period.is_part else "term"
            reader.fail(node, path, f"expected a year, got the {what} '{text}'. Write one year, e.g. 2030")
        elif period.is_part and not self.may_be_part:
            told = f"expected a year or a term, got '{text}'. Write {period.first}; only observations are within a year"
            reader.fail(node, path, told)
        else:
            return period
        return None

    def schema(self) -> Schema:
        pattern = FISCAL_YEAR if self.only_year else YEARS + (f"|{PART_OF_YEAR}" if self.may_be_part else "")
        year: Schema = {"type": "integer", "minimum": 1900, "maximum": 2200}
        return {"anyOf": [year, {"type": "string", "pattern": f"^(?:{pattern})$"}]}


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one shape."""

    item: Shape
    least: int = 1

    def read(self, node: Node, path: str, reader: Reader) -> list[Any] | None:
        if not isinstance(node, Sequence):
            reader.fail(node, path, "expected a list. Begin each item with '- ' or write [a, b]")
            return None
        if reader.is_alias(node, path):
            return None
        if len(node.value) < self.least:
            told = f"the list has {len(node.value)} items, at least {self.least} needed. Add one or remove the key"
            reader.fail(node, path, told)
        before = len(reader.problems)
        values = [self.item.read(item, f"{path}[{index}]", reader) for index, item in enumerate(node.value)]
        told_inside = len(reader.problems) > before
        if len(node.value) < self.least or (told_inside and not isinstance(self.item, Record)):
            return None  # a short list would be told again by what counts it
        return [value for value in values if value is not None]

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema(), "minItems": self.least}


@dataclass(frozen=True, slots=True)
class MapOf:
    """A map from ids to values of one shape."""

    value: Shape
    key_pattern: str = r"[a-z][a-z0-9_]*"

    def read(self, node: Node, path: str, reader: Reader) -> dict[str, Any] | None:
        result: dict[str, Any] = {}
        for key, key_node, value_node in pairs(node, path, reader):
            here = f"{path}.{key}" if path else key
            if not is_quoted(key_node) and _TRAP.match(key):
                reader.fail(key_node, here, f"'{key}' unquoted is no text to YAML tools. Use another id")
                continue
            if not re.fullmatch(self.key_pattern, key):
                reader.fail(
                    key_node, here, f"'{key}' is not an id. Use small letters, digits and '_', e.g. grdp_growth"
                )
                continue
            value = self.value.read(value_node, here, reader)
            if value is not None:
                result[key] = value
        return result

    def schema(self) -> Schema:
        return {
            "type": "object",
            "patternProperties": {f"^{self.key_pattern}$": self.value.schema()},
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: the shape of its value, whether it must be there, what it means."""

    shape: Shape
    doc: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A map with a closed set of keys."""

    name: str
    fields: dict[str, Field]

    def read(self, node: Node, path: str, reader: Reader) -> Entry | None:
        if not isinstance(node, Mapping):
            reader.fail(
                node, path, f"expected a map of {self.name}. Write its keys: {', '.join(list(self.fields)[:6])} …"
            )
            return None
        entry, before = Entry({}, source_of(node, reader.name), path, {}), len(reader.problems)
        for key, key_node, value_node in pairs(node, path, reader):
            here = f"{path}.{key}" if path else key
            if key not in self.fields:
                reader.fail(key_node, here, f"unknown key '{key}' in {self.name}.{suggest(key, self.fields)}")
                entry.meant |= set(closest(key, self.fields))
                continue
            entry.places[key] = source_of(value_node, reader.name)
            value = self.fields[key].shape.read(value_node, here, reader)
            if value is not None:
                entry.values[key] = value
        for key, expected in self.fields.items():
            if expected.required and key not in entry.places and key not in entry.meant:
                reader.fail(node, path, f"{self.name} has no '{key}'. Add '{key}: …' ({expected.doc})")
        entry.is_broken = len(reader.problems) > before
        return entry

    def schema(self) -> Schema:
        described: Schema = {
            "type": "object",
            "properties": {key: {"description": f.doc, **f.shape.schema()} for key, f in self.fields.items()},
            "additionalProperties": False,
        }
        required = [key for key, f in self.fields.items() if f.required]
        return described | ({"required": required} if required else {})


def pairs(node: Node, path: str, reader: Reader) -> Iterator[tuple[str, Node, Node]]:
    """The keys and values of a map, with duplicate and non-text keys refused."""
    if not isinstance(node, Mapping):
        reader.fail(node, path, "expected a map. Write 'key: value' lines")
        return
    if reader.is_alias(node, path):
        return
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key_node, Scalar) or not isinstance(key, str):
            reader.fail(key_node, path, "a key must be one word. Write 'key: value'")
        elif key == "<<":
            reader.fail(key_node, path, "the merge key '<<' is not allowed. Write the keys out")
        elif key in seen:
            here = f"{path}.{key}" if path else key
            reader.fail(key_node, here, f"the key '{key}' stands twice, first in line {seen[key]}. Remove one")
        else:
            seen[key] = key_node.start_mark.line + 1
            yield key, key_node, value_node
