"""Reading nodes: the collector of a file's problems, and the record as it is once read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set
from dataclasses import dataclass, field
from typing import Any, Protocol

from tgkt.errors import Problem, UnitError, UnknownUnitError, suggest
from tgkt.loading.content import MOST_BYTES
from tgkt.loading.nodes import Mapping, Node, Scalar, Sequence, is_quoted, source_of
from tgkt.message import Message, message_of
from tgkt.record import NamedTuple
from tgkt.source import Source

Schema = dict[str, Any]

# Words that YAML tools turn into booleans, nulls, times or numbers when they stand unquoted.
TRAP = re.compile(
    r"(?i)(?:y|yes|n|no|on|off|true|false|null|~)\Z|\d+:\d\d|[-+]?(?=[\d._])[\d_]*\.?[\d_]*(?:e[-+]?\d+)?\Z|0x[0-9a-f]+\Z"
    r"|[-+]?\.(?:nan|inf)\Z|\d{4}-\d\d?-\d\d?"
)


class Sort(NamedTuple):
    """A sort of thing that has a block of its own, for the message about an undeclared name.

    Attributes:
        unknown: the beginning of the message about one unknown name.
        none: the beginning of the message where nothing of the sort is declared.
        block: the block.
        example: an entry of the block, as an example.
    """

    unknown: Message
    none: Message
    block: str
    example: str

    @property
    def remedy(self) -> Message:
        """The advice on how to declare the first one."""
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
    "plan": Sort(
        Message("unknown plan"), Message("no plan is declared"), "plan", "plan: {title: …, period: 2026-2030}"
    ),
}


class Shape(Protocol):
    """The shape of a value, which reads it and describes it.

    `schema` describes it as JSON Schema; shapes that are described once for all add themselves to the definitions.
    """

    def read(self, node: Node, path: str, reader: Reader) -> Any: ...

    def schema(self, defs: Schema, /) -> Schema: ...


@dataclass(slots=True)
class Reader:
    """Collects the problems of one file and notices a node that is used twice (an alias).

    Attributes:
        name: the file.
        problems: its problems so far.
        lacking: the sorts ("area", "origin" …) that no file declares and that were reported; shared within a folder.
    """

    name: str
    problems: list[Problem] = field(default_factory=list)
    lacking: set[str] = field(default_factory=set)
    _seen: set[int] = field(default_factory=set)

    def fail(self, node: Node | Source, path: str, message: str, /, **fields: object) -> None:
        """Report a mistake: a sentence in English with values for its names in braces, or a finished message."""
        self._add(node, path, _finished(message, fields))

    def unknown(self, node: Node | Source, path: str, sort: str, name: str, known: Collection[str]) -> None:
        """Report an undeclared name, with the nearest known one, or with an example where nothing is declared.

        It is shown only if every file and block that might declare the name could be read.
        """
        unknown, remedy = SORTS[sort].unknown, SORTS[sort].remedy
        if known:
            told = Message("{unknown} '{name}'.{advice}", unknown=unknown, name=name, advice=suggest(name, known))
        else:
            told = Message("{unknown} '{name}': {remedy}", unknown=unknown, name=name, remedy=remedy)
        self._add(node, path, told, sort)

    def nothing(self, node: Node | Source, path: str, sort: str) -> None:
        """Report, once for all files, that something needs an area, a document … and none is declared."""
        if sort not in self.lacking:
            self.lacking.add(sort)
            self._add(node, path, Message.joined(": ", (SORTS[sort].none, SORTS[sort].remedy)), sort)

    def missing(self, node: Node | Source, path: str, message: str, sort: str, /, **fields: object) -> None:
        """Report something missing that another file may declare; shown only if all such blocks could be read."""
        self._add(node, path, _finished(message, fields), sort)

    def unit(self, node: Node | Source, path: str, text: str, error: UnitError) -> None:
        """Report an error in a unit; shown only if all blocks of units could be read."""
        awaits, name = ("unit", text) if isinstance(error, UnknownUnitError) else ("", "")
        self._add(node, path, message_of(error), awaits, name)

    def is_alias(self, node: Node, path: str) -> bool:
        """Whether a node was read before (an alias), which is reported."""
        if id(node) in self._seen:
            self.fail(node, path, "an anchor ('&…') is used again by an alias ('*…'). Write the value out")
            return True
        self._seen.add(id(node))
        return False

    def forget(self) -> None:
        """Forget the nodes that were read, once there is none to come."""
        self._seen.clear()

    def _add(self, node: Node | Source, path: str, message: str, awaits: str = "", name: str = "") -> None:
        source = node if isinstance(node, Source) else source_of(node, self.name)
        self.problems.append(Problem(source, path, message, awaits, name))


def _finished(message: str, fields: dict[str, object]) -> Message:
    return message if isinstance(message, Message) and not fields else Message(message, **fields)


COLUMNS = MOST_BYTES + 2
"""More than a line of a file can have."""


def place_of(node: Node) -> int:
    """Where a node begins, its line and column in one number."""
    return (node.start_mark.line + 1) * COLUMNS + node.start_mark.column + 1


@dataclass(slots=True)
class Entry:
    """A record as read: its values, its place and the place of each value.

    `is_broken` means that something in it was refused; `meant` are the keys that misspelt ones stand for. The place of
    a value is its line and column in one number: a folder has hundreds of thousands, and hardly one is asked for.
    """

    values: dict[str, Any]
    source: Source
    path: str
    places: dict[str, int]
    is_broken: bool = False
    meant: frozenset[str] = frozenset()

    def __getitem__(self, key: str) -> Any:
        return self.values.get(key)

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def at(self, key: str) -> Source:
        """The place of a key's value; that of the record where the key is missing."""
        place = self.places.get(key)
        return self.source if place is None else Source(self.source.file, *divmod(place, COLUMNS))

    def has(self, key: str) -> bool:
        """Whether a key is present, even if its value was refused or the key is misspelt."""
        return key in self.places or key in self.meant

    def has_any(self, keys: Set[str]) -> bool:
        """Whether one of some keys is present."""
        return not (keys.isdisjoint(self.places) and keys.isdisjoint(self.meant))


def scalar(node: Node, path: str, reader: Reader, wanted: str) -> str | None:
    """The raw text of a scalar node; anything else, or an empty text, is reported."""
    if not isinstance(node, Scalar):
        got = Message("a list") if isinstance(node, Sequence) else Message("a map")
        reader.fail(node, path, "expected {wanted}, got {got}. Write {wanted}", wanted=wanted, got=got)
    elif node.value == "":
        reader.fail(node, path, "expected {wanted}, got nothing. Write {wanted} or remove the key", wanted=wanted)
    else:
        return str(node.value)
    return None


def is_trap(node: Node, text: str) -> bool:
    """Whether a text is unquoted and YAML tools would read it as something else than a text."""
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
