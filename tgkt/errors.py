"""Mistakes a user can mend, and the exit code each kind ends with.

Mistakes in data are collected as `Problem` values, so that one run shows them all;
everything else is raised at once. Nothing here ever reaches the user as a traceback.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from tgkt.source import Source

EXIT_FINE, EXIT_TRUE, EXIT_USAGE, EXIT_DATA = 0, 1, 2, 3


class Problem(NamedTuple):
    """One mistake in a data file: where, which key, what is wrong and how to mend it.

    `awaits` is the sort of what is missing, "area", "unit" …: it may stand where nothing could be read.
    """

    source: Source
    path: str
    message: str
    awaits: str = ""

    def __str__(self) -> str:
        where = f"{self.source}: {self.path}" if self.path else str(self.source)
        return f"{where}: {self.message}"


class TgktError(Exception):
    """Base of all errors shown to the user as one line on stderr."""

    exit_code = EXIT_USAGE


class UsageError(TgktError):
    """The command cannot be carried out as it was asked."""


class UnitError(TgktError):
    """Two quantities that do not go together; the message names both."""


class UnknownUnitError(UnitError):
    """A word that is no unit; a data folder may declare it."""


class NotationError(TgktError):
    """A number or phrase that fits neither notation."""


class DataError(TgktError):
    """The data cannot be read or are invalid; carries every problem found."""

    exit_code = EXIT_DATA

    def __init__(self, problems: Iterable[Problem | str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def suggest(word: str, known: Iterable[str], otherwise: str = "Check the spelling") -> str:
    """Return " Did you mean 'x'?" for the closest known word, else the whole short list.

    Args:
        word: what the user wrote.
        known: the words that would have been accepted.
        otherwise: the advice when no word is close and the list is long.
    """
    known = sorted(known)
    if close := closest(word, known):
        return f" Did you mean '{close[0]}'?"
    return f" Use one of: {', '.join(known)}." if 0 < len(known) <= 12 else f" {otherwise}."


def closest(word: str, known: Iterable[str]) -> list[str]:
    """The one known word that a slip of the pen, or missing accents, may have meant; or none."""
    plain = {unaccented(each): each for each in sorted(known)}
    return [plain[each] for each in get_close_matches(unaccented(word), plain, n=1, cutoff=0.7)]


def unaccented(word: str) -> str:
    """A word in small letters without accents, as one types it in a hurry."""
    parts = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))
