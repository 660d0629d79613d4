"""A JSON file as parts that know the keys that lead to them; its numbers keep the digits they are written in."""

from __future__ import annotations

import json
import re
from typing import Any, BinaryIO

from tgkt.errors import DataError, Problem
from tgkt.loading.tabular.characters import cleaned
from tgkt.loading.tabular.delimited import encoding_of
from tgkt.loading.tabular.statistical.cube import CubePlace
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source

MOST_BYTES = 50_000_000
_LONGEST_INDEX = 15
_OUTSIDE_TEXTS = re.compile(r'"(?:\\.|[^"\\])*"|(-?Infinity|NaN)')


class Numeral(str):
    """A number as it is written."""

    __slots__ = ()


class Part(NamedTuple):
    """A part of a JSON file.

    Attributes:
        file: how messages name the file.
        path: the keys that lead to it, joined by dots.
        value: what it holds.
    """

    file: str
    path: str
    value: Any

    def wrong(self, message: Message) -> DataError:
        """The error that this part is wrong."""
        return DataError([Problem(CubePlace(self.file, 1, 1), self.path, message)])

    def has(self, key: str) -> bool:
        """Whether it is a map with a key that holds something."""
        return isinstance(self.value, dict) and self.value.get(key) is not None

    def part(self, key: str) -> Part:
        """What a key holds; nothing where there is no such key.

        Raises:
            DataError: this part is no map.
        """
        return Part(self.file, f"{self.path}.{shown(key)}" if self.path else shown(key), self.map().get(key))

    def map(self) -> dict[str, Any]:
        """A map.

        Raises:
            DataError: it is none.
        """
        if not isinstance(self.value, dict):
            raise self.wrong(self._expected(Message("a map")))
        return self.value

    def list(self) -> list[Any]:
        """A list.

        Raises:
            DataError: it is none.
        """
        if not isinstance(self.value, list):
            raise self.wrong(self._expected(Message("a list")))
        return self.value

    def text(self) -> str:
        """A text, its characters looked at; a number is its digits, nothing is an empty text.

        Raises:
            DataError: it is no text, or holds characters that cannot be read.
        """
        if self.value is None:
            return ""
        if not isinstance(self.value, str):
            raise self.wrong(self._expected(Message("a text")))
        found = cleaned(self.value)
        if found.spoilt:
            raise self.wrong(Message.joined(" ", (f"'{shown(found.text)}'", found.spoilt)))
        return found.text

    def position(self) -> int:
        """A whole number that counts from 0.

        Raises:
            DataError: it is none.
        """
        found = index_of(self.value) if isinstance(self.value, Numeral) else None
        if found is None:
            raise self.wrong(self._expected(Message("a whole number")))
        return found

    def _expected(self, wanted: Message) -> Message:
        return Message("expected {wanted} here. Get the file from the office again", wanted=wanted)


def shown(text: str, most: int = 60) -> str:
    """A text of the file for messages: harmless, and cut where it is long."""
    found = cleaned(text[:most]).text
    return f"{found}…" if len(text) > most else found


def index_of(text: str) -> int | None:
    """A whole number that counts from 0, written without a sign or leading zeros; None where it is none."""
    is_plain = text.isascii() and text.isdigit() and len(text) <= _LONGEST_INDEX
    return int(text) if is_plain and str(int(text)) == text else None


def read_json(name: str, file: BinaryIO) -> Part:
    """The content of a JSON file.

    Args:
        name: how messages name it.
        file: its bytes, as a stream that can be rewound.

    Raises:
        DataError: it is too large, or is not JSON.
    """
    whole = Part(name, "", None)
    file.seek(0)
    raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise whole.wrong(
            Message("has more than {most} bytes. Ask the office for a part of the table", most=MOST_BYTES)
        )
    try:
        return whole._replace(value=_parsed(raw.decode(encoding_of(raw[:4096])), whole))
    except UnicodeDecodeError:
        raise whole.wrong(Message("the text is neither UTF-8 nor UTF-16. Get the file again")) from None
    except RecursionError:
        raise whole.wrong(Message("nested too deeply for a table. Get the file again")) from None
    except json.JSONDecodeError as error:
        told = Message("not JSON from here on. The file was cut off or edited: get it again")
        raise DataError([Problem(Source(name, error.lineno, error.colno), "", told)]) from None


def _parsed(text: str, whole: Part) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for at, key in enumerate(keys) if key in keys[:at])
            raise whole.wrong(
                Message("the key '{key}' stands twice in one place. Get the file again", key=shown(twice))
            )
        return found

    def no_number(word: str) -> Any:
        at = next(found.start(1) for found in _OUTSIDE_TEXTS.finditer(text) if found[1])
        place = Source(whole.file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        told = Message("{word} is no number. A missing value is written null", word=word)
        raise DataError([Problem(place, "", told)])

    return json.loads(text, parse_float=Numeral, parse_int=Numeral, parse_constant=no_number, object_pairs_hook=unique)
