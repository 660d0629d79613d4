"""One line of a table, its cells asked for by what they hold; a cell that holds something else is an error there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from tgkt.errors import DataError, Problem
from tgkt.loading.packaged.tree import Plain, Tree
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}\Z", re.ASCII)


class Line(NamedTuple):
    """One line of a table."""

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, name: Any) -> Any:  # a tuple is asked by place
        return tuple.__getitem__(self, name)

    def text(self, name: str) -> str | None:
        """A text; None where the cell is empty."""
        return self.cells.get(name) or None

    def needed(self, name: str) -> str:
        """A text that must be there.

        Raises:
            DataError: the cell is empty.
        """
        found = self.text(name)
        if found is None:
            raise self.wrong(name, Message("an empty cell. Fill it in, or remove the line"))
        return found

    def number_of(self, name: str) -> Plain | None:
        """A number digit by digit; None where the cell is empty.

        Raises:
            DataError: it is no number.
        """
        found = self.text(name)
        if found is not None and not _NUMBER.match(found):
            raise self.wrong(name, Message("'{text}' is not a number. Write digits with a dot, e.g. 90.40", text=found))
        return None if found is None else Plain(found)

    def period(self, name: str) -> str | None:
        """A period or a year; a year alone is no text."""
        found = self.text(name)
        return Plain(found) if found is not None and _YEAR.match(found) else found

    def flag(self, name: str) -> Plain | None:
        """True or false; None where the cell is empty.

        Raises:
            DataError: it is neither.
        """
        found = self.text(name)
        if found not in (None, "true", "false"):
            raise self.wrong(name, Message("'{text}' is neither true nor false. Write one of them", text=found))
        return None if found is None else Plain(found)

    def texts(self, name: str) -> list[str]:
        """A list of texts, written as JSON; empty where the cell is.

        Raises:
            DataError: it is no such list.
        """
        found = self._json(name, "[]")
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            raise self.wrong(name, Message('not a list of texts. Write e.g. ["a", "b"]'))
        return found

    def words(self, name: str) -> Tree | None:
        """A text in several languages, or in one.

        Raises:
            DataError: its further languages are no map of texts.
        """
        found = {tag: text for tag in ("vi", "en") if (text := self.text(f"{name}_{tag}"))}
        others = self._json(f"{name}_other", "{}")
        if not isinstance(others, dict) or not all(isinstance(each, str) for each in others.values()):
            raise self.wrong(f"{name}_other", Message('not a map of texts. Write e.g. {{"fr": "…"}}'))
        if len(found) == 2 and found["vi"] == found["en"] and not others:
            return found["en"]
        return {**found, **others} or None

    def _json(self, name: str, otherwise: str) -> Any:
        try:
            return json.loads(self.text(name) or otherwise)
        except (ValueError, RecursionError):
            raise self.wrong(name, Message("not JSON. Write e.g. {example}", example=otherwise)) from None

    def wrong(self, name: str, told: Message) -> DataError:
        """What is wrong with a cell, with its place."""
        column = list(self.cells).index(name) + 1 if name in self.cells else 1
        return DataError([Problem(Source(self.file, self.number, column), name, told)])
