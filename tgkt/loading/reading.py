"""Reading nodes: what collects the problems of a file, and what a record is once it is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

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


class Sort(NamedTuple):
    """What is declared in a block of its own, for the answer to a name that nothing declares.

    Attributes:
        unknown: what such a name is.
        none: what it is that nothing at all is declared.
        block: the block.
        example: how it is written.
    """

    unknown: Message
    none: Message
    block: str
    example: str

    @property
    def remedy(self) -> Message:
        """How to declare the first one."""
        return Message("there is no block '{block}:'. Add '{example}'", block=self.block, example=self.example)


SORTS = {
    "area": Sort(Message("unknown area"), Message("no area is declared"), "areas", "areas: {my_area: {title: …}}"),
    "origin": Sort(
        Message("unknown origin"), Message("no origin is declared"), "origins", "origins: {report: {title: …}}"
    ),
    "section": Sort(
        Message("unknown section"), Message("no section is declared"), "sections", "sections: {economy: …}"
    ),
    "indicator": Sort(
        Message("unknown indicator"),
        Message("no indicator is declared"),
        "indicators",
        "indicators: {population: {title: …, unit: …}}",
    ),
}


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
        self._add(node, path, _finished(message, fields))

    def unknown(self, node: Node | Source, path: str, sort: str, name: str, known: Collection[str]) -> None:
        """Report a name that nothing declares: the nearest there is, or how its block is written where there is none.

        Such a mistake is told only where everything could be read that may declare the name.
        """
        unknown, remedy = SORTS[sort].unknown, SORTS[sort].remedy
        if known:
            told = Message("{unknown} '{name}'.{advice}", unknown=unknown, name=name, advice=suggest(name, known))
        else:
            told = Message("{unknown} '{name}': {remedy}", unknown=unknown, name=name, remedy=remedy)
        self._add(node, path, told, sort)

    def nothing(self, node: Node | Source, path: str, sort: str) -> None:
        """Report that something needs an area, a document …, and that none is declared: once for all files."""
        if sort not in self.lacking:
            self.lacking.add(sort)
            self._add(node, path, Message.joined(": ", (SORTS[sort].none, SORTS[sort].remedy)), sort)

    def missing(self, node: Node | Source, path: str, message: str, sort: str, /, **fields: object) -> None:
        """Report what may stand in another file; told only where all of its sort could be read."""
        self._add(node, path, _finished(message, fields), sort)

    def unit(self, node: Node | Source, path: str, text: str, error: UnitError) -> None:
        """Report what is wrong with a unit, which may be declared where nothing could be read."""
        awaits, name = ("unit", text) if isinstance(error, UnknownUnitError) else ("", "")
        self._add(node, path, message_of(error), awaits, name)

    def is_alias(self, node: Node, path: str) -> bool:
        """Whether a node was read before; reports it."""
        if id(node) in self._seen:
            self.fail(node, path, "an anchor ('&…') is used again by an alias ('*…'). Write the value out")
            return True
        self._seen.add(id(node))
        return False

    def _add(self, node: Node | Source, path: str, message: str, awaits: str = "", name: str = "") -> None:
        source = node if isinstance(node, Source) else source_of(node, self.name)
        self.problems.append(Problem(source, path, message, awaits, name))


def _finished(message: str, fields: dict[str, object]) -> Message:
    return message if isinstance(message, Message) and not fields else Message(message, **fields)


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
        got = Message("a list") if isinstance(node, Sequence) else Message("a map")
        reader.fail(node, path, "expected {wanted}, got {got}. Write {wanted}", wanted=wanted, got=got)
    elif node.value == "":
        reader.fail(node, path, "expected {wanted}, got nothing. Write {wanted} or remove the key", wanted=wanted)
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
            told = Message(
                "'{key}' has no ':'. Quote a text that holds a comma: inside {{…}} a comma begins a new key", key=key
            )
            reader.fail(key_node, path, told)
        elif key in seen:
            here = f"{path}.{key}" if path else key
            told = Message("the key '{key}' appears twice, first in line {line}. Remove one", key=key, line=seen[key])
            reader.fail(key_node, here, told)
        else:
            seen[key] = key_node.start_mark.line + 1
            yield key, key_node, value_node


def _has_no_colon(key_node: Node, value_node: Node) -> bool:
    """Whether a key stands alone, as "000 people" does in `{2030: 100,000 people}`."""
    ends = value_node.start_mark.index == value_node.end_mark.index == key_node.end_mark.index
    return ends and isinstance(value_node, Scalar)
