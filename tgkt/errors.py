"""Mistakes that a user can correct, and the exit code of each kind.

Mistakes in data are collected as `Problem` values, so that one run shows them all;
everything else is raised at once. Nothing here ever reaches the user as a traceback.
"""

from __future__ import annotations

import errno
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from tgkt.message import Message, MessageError
from tgkt.record import NamedTuple
from tgkt.source import Source

EXIT_FINE, EXIT_TRUE, EXIT_USAGE, EXIT_DATA = 0, 1, 2, 3


class Problem(NamedTuple):
    """One mistake in a data file: its place, its key, and a message with the remedy.

    `awaits` is the sort of a missing thing ("area", "unit" …), which may be declared in a part that could not be read.
    `name` is the missing unit as written.
    """

    source: Source
    path: str
    message: str
    awaits: str = ""
    name: str = ""

    def __str__(self) -> str:
        return str(shown(self))


class TgktError(MessageError):
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
        super().__init__(Message.joined("\n", (shown(problem) for problem in self.problems)))


def shown(problem: Problem | str) -> str:
    """A mistake as one line: its place, its key and the message."""
    if isinstance(problem, str):
        return problem
    return Message.joined(": ", (each for each in (problem.source, problem.path, problem.message) if each))


def suggest(word: str, known: Iterable[str], otherwise: str | None = None) -> Message:
    """The advice " Did you mean 'x'?" with the closest known word, else the whole list if it is short.

    Args:
        word: the user's word.
        known: the words that would have been accepted.
        otherwise: the advice when no word is close and the list is long: a sentence without its dot.
    """
    known = sorted(known)
    if close := closest(word, known):
        return Message(" Did you mean '{word}'?", word=close[0])
    if 0 < len(known) <= 12:
        return Message(" Use one of: {words}.", words=", ".join(known))
    return Message(" {advice}.", advice=Message("Check the spelling") if otherwise is None else otherwise)


def closest(word: str, known: Iterable[str]) -> list[str]:
    """The one known word that a slip of the pen, or missing accents, may have meant; or none."""
    plain = {unaccented(each): each for each in sorted(known)}
    return [plain[each] for each in get_close_matches(unaccented(word), plain, n=1, cutoff=0.7)]


def unaccented(word: str) -> str:
    """A word in small letters without accents, as one types it in a hurry."""
    parts = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def reason(error: OSError) -> Message | str:
    """The reason why a file could not be read or written, in small letters."""
    return SYSTEM.get(error.errno or 0) or (error.strerror or str(error)).lower()


SYSTEM = {
    errno.ENOENT: Message("no such file or directory"),
    errno.EACCES: Message("permission denied"),
    errno.EPERM: Message("operation not permitted"),
    errno.EEXIST: Message("file exists"),
    errno.ENOTDIR: Message("not a directory"),
    errno.EISDIR: Message("is a directory"),
    errno.ENOSPC: Message("no space left on device"),
    errno.EROFS: Message("read-only file system"),
    errno.ENAMETOOLONG: Message("file name too long"),
    errno.ELOOP: Message("too many levels of symbolic links"),
    errno.EIO: Message("input/output error"),
    errno.EFBIG: Message("file too large"),
}
