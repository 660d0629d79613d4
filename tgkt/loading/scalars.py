"""Shapes of single values: texts, words of a closed list, ids, units, numbers, years, and texts in several languages.

The grammar of the files (`grammar.py`) is built from these shapes and those of `spec.py`, so the loader and the shipped
schema cannot say different things.
"""

from __future__ import annotations

import re
from collections import abc
from dataclasses import dataclass, replace
from decimal import Decimal

from tgkt.errors import NotationError, suggest
from tgkt.facts.indicator import Words, in_one, in_several
from tgkt.facts.notation import plain_number
from tgkt.facts.period import FISCAL_YEAR, PART_OF_YEAR, YEARS, Period, parse_period
from tgkt.loading.nodes import Mapping, Node, Sequence, is_quoted
from tgkt.loading.reading import Reader, Schema, is_trap, pairs, scalar
from tgkt.message import Message, message_of

_A_TEXT = Message("a text")
_A_NUMBER = Message("a number")
_A_WORD = Message("a word")
_A_YEAR = Message("a year")
_A_PERIOD = Message("a year or a term")
_A_TRUTH = Message("true or false")


@dataclass(frozen=True, slots=True)
class Text:
    """A text; unquoted words that YAML tools would turn into something else are refused.

    Attributes:
        wanted: its name in messages.
        pattern: its pattern; any text unless given.
        how: the advice on how to write it, where it has a pattern.
        is_line: whether it stands on one line.
    """

    wanted: str = _A_TEXT
    pattern: str | None = None
    how: str = ""
    is_line: bool = False

    def read(self, node: Node, path: str, reader: Reader) -> str | None:
        wanted = self.wanted
        text = scalar(node, path, reader, wanted)
        if text is None:
            return None
        if is_trap(node, text):
            told = Message('expected {wanted}, got unquoted {text}. Write "{text}" in quotes', wanted=wanted, text=text)
            reader.fail(node, path, told)
        elif self.pattern and not re.fullmatch(self.pattern, text):
            reader.fail(node, path, "'{text}' is not {wanted}. {how}", text=text, wanted=wanted, how=self.how)
        elif not text.strip():
            reader.fail(node, path, "expected {wanted}, got blanks. Write it or remove the key", wanted=wanted)
        elif self.is_line and (broken := _BREAK.search(text)):
            told = Message(
                "a line end or tab after '{begins}', in a text that stands on one line. Write it on one line, a folded "
                "text with '>-'",
                begins=text[: broken.start()][-_SHOWN:],
            )
            reader.fail(node, path, told)
        else:
            return text
        return None

    def schema(self, _defs: Schema) -> Schema:
        described: Schema = {"type": "string", "minLength": 1}
        if self.pattern:
            return described | {"pattern": f"^(?:{self.pattern})$"}
        return described | ({"pattern": _ON_ONE_LINE} if self.is_line else {})


_BREAK = re.compile(r"[\n\r\t]")
_ON_ONE_LINE = r"^[^\n\r\t]+$"
_SHOWN = 40
"""Signs of a text that a message shows."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list of words, each with its meaning."""

    meanings: abc.Mapping[str, str]

    def read(self, node: Node, path: str, reader: Reader) -> str | None:
        text = scalar(node, path, reader, _A_WORD)
        if text is None:
            return None
        if is_trap(node, text):
            advice = suggest(text, self.meanings)
            reader.fail(node, path, "expected a word, got unquoted {text}.{advice}", text=text, advice=advice)
        elif text not in self.meanings:
            advice = suggest(text, self.meanings)
            reader.fail(node, path, "unknown value '{text}'.{advice}", text=text, advice=advice)
        else:
            return text
        return None

    def schema(self, _defs: Schema) -> Schema:
        return {"oneOf": [{"const": word, "description": meant} for word, meant in self.meanings.items()]}


@dataclass(frozen=True, slots=True)
class Id:
    """The name of something declared in a block; editors complete it from the declared names."""

    of: str = ""

    def read(self, node: Node, path: str, reader: Reader) -> str | None:
        return _ID.read(node, path, reader)

    def schema(self, defs: Schema) -> Schema:
        if not self.of:
            return _ID.schema(defs)
        defs.setdefault(f"id_of_{self.of}", {"anyOf": [{"enum": [""]}, _ID.schema(defs)]})
        return {"$ref": f"#/definitions/id_of_{self.of}"}


_ID = Text(Message("an id"), r"[a-z][a-z0-9_]*", Message("Use small letters, digits and '_', e.g. grdp_growth"))


@dataclass(frozen=True, slots=True)
class UnitText:
    """The words of a unit; editors complete them from the known units."""

    def read(self, node: Node, path: str, reader: Reader) -> str | None:
        return _UNIT.read(node, path, reader)

    def schema(self, defs: Schema) -> Schema:
        defs.setdefault("unit", {"anyOf": [{"enum": [""]}, Text().schema(defs)]})
        return {"$ref": "#/definitions/unit"}


_UNIT = Text(Message("a unit"))


@dataclass(frozen=True, slots=True)
class Title:
    """A text in one language, or a map of texts by language tag.

    Attributes:
        is_line: whether each stands on one line.
    """

    is_line: bool = False

    def read(self, node: Node, path: str, reader: Reader) -> Words | None:
        if not isinstance(node, Mapping):
            text = replace(_TITLE, is_line=self.is_line).read(node, path, reader)
            return None if text is None else in_one(text)
        before, texts = len(reader.problems), {}
        for tag, key_node, value_node in pairs(node, path, reader):
            if not _TAG.fullmatch(tag):
                told = Message("'{tag}' is not a language tag. Write {{vi: …, en: …}}, or the text alone", tag=tag)
                reader.fail(key_node, f"{path}.{tag}", told)
            elif text := Text(is_line=self.is_line).read(value_node, f"{path}.{tag}", reader):
                texts[tag] = text
        if not texts and len(reader.problems) == before:
            reader.fail(node, path, "expected a text, got an empty map. Write {vi: …, en: …}, or the text alone")
        return in_several(texts) if len(reader.problems) == before else None

    def schema(self, defs: Schema) -> Schema:
        name, text = "title" if self.is_line else "words", Text(is_line=self.is_line).schema(defs)
        several = {"type": "object", "patternProperties": {f"^{_TAG.pattern}$": text}, "minProperties": 1}
        defs.setdefault(name, {"anyOf": [text, {**several, "additionalProperties": False}]})
        return {"$ref": f"#/definitions/{name}"}


_TITLE = Text(Message("a text, or texts by language such as {vi: …, en: …}"))
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in plain notation, kept digit by digit."""

    def read(self, node: Node, path: str, reader: Reader) -> Decimal | None:
        text = scalar(node, path, reader, _A_NUMBER)
        if text is None:
            return None
        try:
            number = plain_number(text)
        except NotationError as error:
            told = message_of(error)
            if is_quoted(node):
                told = Message("expected a number, got a text in quotes: {error}, without quotes", error=error)
            reader.fail(node, path, told)
            return None
        if is_quoted(node):
            reader.fail(node, path, 'expected a number, got the text "{text}". Remove the quotes', text=text)
            return None
        return number

    def schema(self, _defs: Schema) -> Schema:
        return {"type": "number"}


@dataclass(frozen=True, slots=True)
class NumberOrRange:
    """A number, or `[low, high]` for a figure printed as a range."""

    def read(self, node: Node, path: str, reader: Reader) -> tuple[Decimal, ...] | None:
        if not isinstance(node, Sequence):
            number = Number().read(node, path, reader)
            return None if number is None else (number,)
        if len(node.value) != 2:
            reader.fail(node, path, "a range has two ends, got {count}. Write [low, high]", count=len(node.value))
            return None
        low, high = (Number().read(item, path, reader) for item in node.value)
        if low is None or high is None:
            return None
        if high <= low:
            told = Message(
                "the range [{low}, {high}] does not rise. Write the smaller number first", low=low, high=high
            )
            reader.fail(node, path, told)
            return None
        return low, high

    def schema(self, defs: Schema) -> Schema:
        pair = {"type": "array", "items": Number().schema(defs), "minItems": 2, "maxItems": 2}
        return {"anyOf": [Number().schema(defs), pair]}


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`; no other spelling."""

    def read(self, node: Node, path: str, reader: Reader) -> bool | None:
        text = scalar(node, path, reader, _A_TRUTH)
        if text is None:
            return None
        if is_quoted(node) or text not in ("true", "false"):
            reader.fail(node, path, "expected true or false, got '{text}'. Write true or false, unquoted", text=text)
            return None
        return text == "true"

    def schema(self, _defs: Schema) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class YearOrTerm:
    """A year (2030, 2029/30) or, where allowed, a term (2026-2030) or a part of a year (2026-6M, 2026-Q2, 2026-06)."""

    only_year: bool = False
    may_be_part: bool = False

    def read(self, node: Node, path: str, reader: Reader) -> Period | None:
        text = scalar(node, path, reader, _A_YEAR if self.only_year else _A_PERIOD)
        if text is None:
            return None
        if self.only_year and is_quoted(node) and text.isdigit():
            reader.fail(node, path, 'expected a year, got the text "{text}". Remove the quotes', text=text)
            return None
        try:
            period = parse_period(text)
        except ValueError as error:
            reader.fail(node, path, message_of(error))
            return None
        if slip := self._of_another_sort(text, period):
            reader.fail(node, path, slip)
            return None
        return period

    def _of_another_sort(self, text: str, period: Period) -> Message | None:
        """The message about a period that is not of a wanted sort."""
        if self.only_year and period.is_part:
            return Message("expected a year, got the part of a year '{text}'. Write one year, e.g. 2030", text=text)
        if self.only_year and not period.is_year:
            return Message("expected a year, got the term '{text}'. Write one year, e.g. 2030", text=text)
        if period.is_part and not self.may_be_part:
            return Message(
                "expected a year or a term, got '{text}'. Write {year}; only observations are within a year",
                text=text,
                year=period.first,
            )
        return None

    def schema(self, _defs: Schema) -> Schema:
        pattern = FISCAL_YEAR if self.only_year else YEARS + (f"|{PART_OF_YEAR}" if self.may_be_part else "")
        year: Schema = {"type": "integer", "minimum": 1900, "maximum": 2200}
        return {"anyOf": [year, {"type": "string", "pattern": f"^(?:{pattern})$"}]}
