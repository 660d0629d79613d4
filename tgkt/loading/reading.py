"""Reading nodes: what collects the problems of a file, and what a record is once it is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from tgkt.errors import Problem, UnitError, UnknownUnitError, suggest
from tgkt.loading.nodes import Mapping, Node, Scalar, Sequence, is_quoted, source_of
from tgkt.message import Message, message_of
from tgkt.source import Source

Schema = dict[str, Any]

# Words that YAML tools turn into booleans, nulls, times or numbers when they stand unquoted.
TRAP = re.compile(
    r"(?i)(?:y|yes|n|no|on|off|true|false|null|~)\Z|\d+:\d\d|[-+]?(?=[\d._])[\d_]*\.?[\d_]*(?:e[-+]?\d+)?\Z|0x[0-9a-f]+\Z"
    r"|[-+]?\.(?:nan|inf)\Z|\d{4}-\d\d?-\d\d?"
)

# How a block is written of which there is none: the answer to a name that nothing declares.
BLOCKS = {
    "area": ("areas", "areas: {my_area: {title: …}}"),
    "origin": ("origins", "origins: {report: {title: …}}"),
    "section": ("sections", "sections: {economy: …}"),
    "indicator": ("indicators", "indicators: {population: {title: …, unit: …}}"),
}


def _no_block(sort: str) -> str:
    block, example = BLOCKS[sort]
    return f"there is no block '{block}:'. Add '{example}'"


class Shape(Protocol):
    """What a value may look like: how to read it and how to describe it.

    `schema` describes it as JSON Schema; what is described once for all puts itself into the definitions it is given.
    """

    def read(self, node: Node, path: str, reader: Reader) -> Any: ...

    def schema(self, defs: Schema, /) -> Schema: ...


@dataclass(slots=True)
class Reader:
    """Collects the problems of one file and notices a node that is used twice (an alias).

    Attributes:
        name: the file.
        problems: what is wrong with it.
        lacking: what no file declares and was told of, "area", "origin" …; shared by the readers of a folder.
    """

    name: str
    problems: list[Problem] = field(default_factory=list)
    lacking: set[str] = field(default_factory=set)
    _seen: set[int] = field(default_factory=set)

    def fail(self, node: Node | Source, path: str, message: str, /, **fields: object) -> None:
        """Report a mistake: a sentence in English and what is put in for its names in braces, or a finished message."""
        self._add(node, path, Message(message, **fields) if fields or not isinstance(message, Message) else message)

    def unknown(self, node: Node | Source, path: str, sort: str, name: str, known: Collection[str]) -> None:
        """Report a name that nothing declares: the nearest there is, or how its block is written where there is none.

        Such a mistake is told only where everything could be read that may declare the name.
        """
        told = f"unknown {sort} '{name}'.{suggest(name, known)}"
        if not known and sort in BLOCKS:
            told = f"unknown {sort} '{name}': {_no_block(sort)}"
        self._add(node, path, told, sort)

    def nothing(self, node: Node | Source, path: str, sort: str) -> None:
        """Report that something needs an area, a document …, and that none is declared: once for all files."""
        if sort not in self.lacking:
            self.lacking.add(sort)
            self._add(node, path, f"no {sort} is declared: {_no_block(sort)}", sort)

    def missing(self, node: Node | Source, path: str, message: str, sort: str) -> None:
        """Report what may stand in another file; told only where all of its sort could be read."""
        self._add(node, path, message, sort)

    def unit(self, node: Node | Source, path: str, error: UnitError) -> None:
        """Report what is wrong with a unit, which may be declared where nothing could be read."""
        self._add(node, path, message_of(error), "unit" if isinstance(error, UnknownUnitError) else "")

    def is_alias(self, node: Node, path: str) -> bool:
        """Whether a node was read before; reports it."""
        if id(node) in self._seen:
            self.fail(node, path, "an anchor ('&…') is used again by an alias ('*…'). Write the value out")
            return True
        self._seen.add(id(node))
        return False

    def _add(self, node: Node | Source, path: str, message: str, awaits: str = "") -> None:
        source = node if isinstance(node, Source) else source_of(node, self.name)
        self.problems.append(Problem(source, path, message, awaits))


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
        """Where a key's value stands; the record itself where the key is missing."""
        return self.places.get(key, self.source)

    def has(self, key: str) -> bool:
        """Whether a key is written, read or not, or meant by one that is misspelt."""
        return key in self.places or key in self.meant


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


def is_trap(node: Node, text: str) -> bool:
    """Whether a text is unquoted and would be something else to YAML tools."""
    return not is_quoted(node) and TRAP.match(text) is not None


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
        elif _has_no_colon(key_node, value_node):
            told = f"'{key}' has no ':'. Write what holds a comma in quotes: inside {{…}} a comma begins a new key"
            reader.fail(key_node, path, told)
        elif key in seen:
            here = f"{path}.{key}" if path else key
            reader.fail(key_node, here, f"the key '{key}' stands twice, first in line {seen[key]}. Remove one")
        else:
            seen[key] = key_node.start_mark.line + 1
            yield key, key_node, value_node


def _has_no_colon(key_node: Node, value_node: Node) -> bool:
    """Whether a key stands alone, as "000 people" does in `{2030: 100,000 people}`."""
    ends = value_node.start_mark.index == value_node.end_mark.index == key_node.end_mark.index
    return ends and isinstance(value_node, Scalar)
