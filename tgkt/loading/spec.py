"""Shapes of composed values: lists, maps, records, and figures in short or in full."""

from __future__ import annotations

import re
from collections import abc
from dataclasses import dataclass, field
from typing import Any

from tgkt.errors import closest, suggest
from tgkt.loading.nodes import Mapping, Node, Sequence, is_quoted, source_of
from tgkt.loading.reading import Entry, Reader, Schema, Shape, is_trap, pairs, place_of
from tgkt.loading.scalars import NumberOrRange, Text, YearOrTerm
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source


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
            reader.fail(node, path, _too_short(len(node.value), self.least))
        before = len(reader.problems)
        values = [self.item.read(item, f"{path}[{index}]", reader) for index, item in enumerate(node.value)]
        told_inside = len(reader.problems) > before
        if len(node.value) < self.least or (told_inside and not isinstance(self.item, Record | ShortFigure)):
            return None  # a shorter list would be reported a second time where its length is checked
        return [value for value in values if value is not None]

    def schema(self, defs: Schema) -> Schema:
        return {"type": "array", "items": self.item.schema(defs), "minItems": self.least}


def _too_short(count: int, least: int) -> Message:
    return Message.counted(
        count,
        "the list has {count} item, at least {least} needed. Add one or remove the key",
        "the list has {count} items, at least {least} needed. Add one or remove the key",
        least=least,
    )


class Named(dict[str, Any]):
    """Values by name, and the place of every name, including those whose value was refused."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, Source] = {}


@dataclass(frozen=True, slots=True)
class MapOf:
    """A map from ids to values of one shape."""

    value: Shape
    key_pattern: str = r"[a-z][a-z0-9_]*"

    def read(self, node: Node, path: str, reader: Reader) -> Named | None:
        result = Named()
        is_map = isinstance(node, Mapping)
        for key, key_node, value_node in pairs(node, path, reader):
            here = f"{path}.{key}" if path else key
            if is_trap(key_node, key):
                reader.fail(key_node, here, "YAML tools do not read unquoted '{key}' as text. Use another id", key=key)
                continue
            if not re.fullmatch(self.key_pattern, key):
                told = Message("'{key}' is not an id. Use small letters, digits and '_', e.g. grdp_growth", key=key)
                reader.fail(key_node, here, told)
                continue
            result.places[key] = source_of(key_node, reader.name)
            value = self.value.read(value_node, here, reader)
            if value is not None:
                result[key] = value
        return result if is_map else None

    def schema(self, defs: Schema) -> Schema:
        return {
            "type": "object",
            "patternProperties": {f"^{self.key_pattern}$": self.value.schema(defs)},
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a record: the shape of its value, its meaning, whether it is required, and its default if it is not.

    The meaning of a required key is part of the message about a missing one, and is therefore a `Message`.
    """

    shape: Shape
    doc: str
    required: bool = False
    inferred: str = ""
    example: str = ""


class Elsewhere(NamedTuple):
    """A key that people write in a record although it belongs elsewhere or has another name.

    Attributes:
        advice: the advice on what to write instead.
        meant: the key of the record that it stands for, which is then not reported as missing.
    """

    advice: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A map with a closed set of keys.

    Attributes:
        name: its name in messages.
        fields: its keys.
        elsewhere: keys that it does not have, each with advice.
        together: keys that require those in `needs`.
        needs: the keys that each key in `together` requires.
        unless: a key and a word that lift this requirement.
    """

    name: str
    fields: abc.Mapping[str, Field]
    elsewhere: abc.Mapping[str, Elsewhere] = field(default_factory=dict)
    together: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, str] | None = None

    def read(self, node: Node, path: str, reader: Reader) -> Entry | None:
        if not isinstance(node, Mapping):
            keys = ", ".join(list(self.fields)[:6])
            reader.fail(node, path, "expected a map of {record}. Write its keys: {keys} …", record=self.name, keys=keys)
            return None
        entry, before = Entry({}, source_of(node, reader.name), path, {}), len(reader.problems)
        for key, key_node, value_node in pairs(node, path, reader):
            here = f"{path}.{key}" if path else key
            if key not in self.fields:
                reader.fail(key_node, here, self._unknown(key))
                moved = self.elsewhere.get(key)
                entry.meant |= {moved.meant} if moved else {*closest(key, self.fields)}
                continue
            entry.places[key] = place_of(value_node)
            value = self.fields[key].shape.read(value_node, here, reader)
            if value is not None:
                entry.values[key] = value
        for key, expected in self.fields.items():
            if expected.required and key not in entry.places and key not in entry.meant:
                told = Message(
                    "{record} has no '{key}'. Add '{key}: …' ({meaning})",
                    record=self.name,
                    key=key,
                    meaning=expected.doc,
                )
                reader.fail(node, path, told)
        entry.is_broken = len(reader.problems) > before
        return entry

    def _unknown(self, key: str) -> Message:
        """The advice on what to write instead of a key that the record does not have."""
        moved = self.elsewhere.get(key)
        advice = Message(" {advice}.", advice=moved.advice) if moved else suggest(key, self.fields)
        return Message("unknown key '{key}' in {record}.{advice}", key=key, record=self.name, advice=advice)

    def schema(self, defs: Schema) -> Schema:
        name = self.name.split(" ", maxsplit=1)[1].replace(" ", "_")
        if name not in defs:
            defs[name] = {}  # a record that holds itself would never end
            defs[name] = self._described(defs)
        return {"$ref": f"#/definitions/{name}"}

    def _described(self, defs: Schema) -> Schema:
        described: Schema = {
            "type": "object",
            "properties": {key: _explained(f.doc, f.shape.schema(defs)) for key, f in self.fields.items()},
            "additionalProperties": False,
        }
        if required := [key for key, f in self.fields.items() if f.required]:
            described["required"] = required
        if self.needs:
            needed = {key: [each for each in self.needs if each != key] for key in self.together}
            described |= _unless(self.unless, {"dependencies": needed}) if self.unless else {"dependencies": needed}
        return described


def _unless(exempt: tuple[str, str], schema: Schema) -> Schema:
    """A schema that holds unless a key has a word."""
    key, word = exempt
    return {"if": {"properties": {key: {"const": word}}, "required": [key]}, "else": schema}


def _explained(doc: str, schema: Schema) -> Schema:
    """A key's schema with its sentence; beside a reference an editor would pass it over."""
    return {"description": doc, **({"allOf": [schema]} if "$ref" in schema else schema)}


@dataclass(frozen=True, slots=True)
class ShortFigure:
    """A figure in full, as its number or range alone, or as the words of the document alone."""

    record: Record

    def read(self, node: Node, path: str, reader: Reader) -> Entry | None:
        if isinstance(node, Mapping):
            return self.record.read(node, path, reader)
        if isinstance(node, Sequence) or not (is_quoted(node) or not _NUMBERLIKE.fullmatch(node.value)):
            return _alone("value", NumberOrRange(), node, path, reader)
        return _alone("printed", _NUMBER_OR_WORDS, node, path, reader)

    def schema(self, defs: Schema) -> Schema:
        return {"anyOf": [NumberOrRange().schema(defs), Text().schema(defs), self.record.schema(defs)]}


_NUMBER_OR_WORDS = Text(Message("a number, or the words of a document"))
_NUMBERLIKE = re.compile(r"[-+\d.,_eE]*\d[-+\d.,_eE]*|[-+]?\.(?:inf|nan)")


def _alone(key: str, shape: Shape, node: Node, path: str, reader: Reader) -> Entry:
    """A figure of which one key alone is written."""
    before, source = len(reader.problems), source_of(node, reader.name)
    value = shape.read(node, path, reader)
    values = {} if value is None else {key: value}
    return Entry(values, source, path, {key: place_of(node)}, is_broken=len(reader.problems) > before)


@dataclass(frozen=True, slots=True)
class ByPeriod:
    """Figures by period: `{2008: 70.3, 2011: 68.6}`; where one figure may stand instead, that figure.

    Read as a list of figures, each with its period.
    """

    figure: ShortFigure
    or_one: bool = False
    may_be_part: bool = False

    def read(self, node: Node, path: str, reader: Reader) -> list[Entry] | None:
        if self.or_one and not _is_by_period(node, self.figure.record):
            one = self.figure.read(node, path, reader)
            return None if one is None else [one]
        if isinstance(node, Mapping) and not node.value:
            reader.fail(node, path, "expected figures by period, got an empty map. Write {2030: …} or remove the key")
        found = []
        for key, key_node, value_node in pairs(node, path, reader):
            here = f"{path}.{key}"
            period = YearOrTerm(may_be_part=self.may_be_part).read(key_node, here, reader)
            entry = self.figure.read(value_node, here, reader)
            if entry is None:
                continue
            if "period" in entry.places:
                told = Message("the period {period} is already given before it. Remove one", period=key)
                reader.fail(entry.at("period"), f"{here}.period", told)
            entry.values |= {} if period is None else {"period": period}
            entry.places.setdefault("period", place_of(key_node))
            found.append(entry)
        return found

    def schema(self, defs: Schema) -> Schema:
        figure = self.figure.schema(defs)
        several: Schema = {
            "type": "object",
            "patternProperties": {r"^\d{4}": figure},
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"anyOf": [several, *(figure["anyOf"] if self.or_one else [])]}


def _is_by_period(node: Node, figure: Record) -> bool:
    """Whether a map holds figures by period: anything that has no key of a figure in full."""
    return isinstance(node, Mapping) and not any(str(key.value) in figure.fields for key, _ in node.value)
