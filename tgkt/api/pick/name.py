"""Things that can be named on the command line, by a number, an id, or words of a title.

"3" is every part of target 3 and "1.2" that part. Words are looked for in every language's title, with or without case
and accents; a title they fit better is preferred, a target of the plan to an indicator outside it, and of those that
fit alike the one that begins with the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from unicodedata import normalize

from tgkt.errors import UsageError, closest, suggest
from tgkt.facts.fit import Level, plain, wanted
from tgkt.message import Message
from tgkt.notes import note
from tgkt.record import NamedTuple

MOST = 10  # the most that are listed when a text means several
_STEM = 3  # letters; a shorter beginning of a word means nothing
NUMBER = re.compile(r"\d+(\.\d+)*", re.ASCII)
_WITH_COMMA = r"(?a)\d+(,\d+)+"


class Name(NamedTuple):
    """The names of a row of a plan, or of anything else; the first title is the one shown."""

    id: str
    titles: tuple[str, ...]
    number: str = ""
    area: str = ""


class Pick(NamedTuple):
    """The thing that was meant, and whether words of a title named it."""

    names: list[Name]
    by_words: bool = False


def pick(what: str, names: Sequence[Name], unknown: str, advice: str, before: str = "") -> Pick:
    """The one thing, or the rows of one number, that a text means.

    Args:
        what: the user's text.
        names: all names, in the order of their list.
        unknown: the beginning of the error about an unknown text.
        advice: the end of that error, if no name is near.
        before: the option that the text was given to, for errors: "--area: ".

    Raises:
        UsageError: the text means nothing, with the nearest there is; or several things, with a list of them.
    """
    text = normalize("NFC", what.strip())
    if found := numbered(text, names) or _with_id(text, names):
        return Pick(found)
    has_numbers = any(name.number for name in names)
    if has_numbers and re.fullmatch(_WITH_COMMA, text):
        meant = text.replace(",", ".")
        raise UsageError(
            "{before}'{what}' is not the number of a target. Write {meant}", before=before, what=what, meant=meant
        )
    found = [] if has_numbers and NUMBER.fullmatch(text) else _titled(text, names)
    if not found:
        raise UsageError(Message.joined("", (unknown, _nearest(text, names, advice))))
    if len({name.id for name in found}) > 1:
        raise several(what, found, before)
    return Pick(found, by_words=True)


def said(what: str, picked: Pick) -> list[Name]:
    """The thing that was meant; if words of a title named it, a note on the terminal says which it is."""
    if picked.by_words:
        note(Message("'{what}' is taken as {names}", what=what, names=listed(picked.names)), only_terminal=True)
    return picked.names


def several(what: str, names: Sequence[Name], before: str = "") -> UsageError:
    """The error about a text that fits several things."""
    if any(name.number for name in names):
        told = Message(
            "'{what}' matches several titles: {names}. Give a number or an id", what=what, names=listed(names)
        )
    else:
        told = Message("'{what}' matches several: {names}. Write the id of one", what=what, names=listed(names))
    return UsageError(Message.joined("", (before, told)))


def several_parts(what: str, names: Sequence[Name]) -> UsageError:
    """The error about a number where one part of its target must be named."""
    return UsageError("'{what}' has several parts: {names}. Name one of them", what=what, names=listed(names))


def listed(names: Sequence[Name]) -> Message:
    """Number, id and title of each thing, ten at most."""
    numbers: dict[str, list[str]] = {}
    for name in names:
        numbers.setdefault(name.id, []).append(name.number)
    titles = {name.id: name.titles[0] for name in names}
    called = {id: "" if title == id else f" ({title})" for id, title in titles.items()}
    told: list[str] = [f"{', '.join(filter(None, numbers[id]))} {id}{called[id]}".strip() for id in numbers]
    if len(told) > MOST:
        told = [*told[:MOST], Message("and {count} more", count=len(told) - MOST)]
    return Message.joined("; ", told)


def numbered(text: str, names: Sequence[Name]) -> list[Name]:
    """The rows of a number: in each area the row itself, else the parts of that number."""
    found = []
    for area in dict.fromkeys(name.area for name in names if name.number):
        members = [name for name in names if name.number and name.area == area]
        exact = [name for name in members if name.number.casefold() == text.casefold()]
        found += exact or [name for name in members if name.number.startswith(f"{text}.")]
    return found


def _with_id(text: str, names: Sequence[Name]) -> list[Name]:
    exact = [name for name in names if name.id == text]
    return exact or [name for name in names if name.id.casefold() == text.casefold()]


def _titled(text: str, names: Sequence[Name]) -> list[Name]:
    """The names that fit the words best, if they fit at all; of those that fit alike, first the rows of the plan."""
    sought = wanted(text)
    ranks = []
    for name in names:
        fits = max(sought.fit(title) for title in name.titles)
        begins = any(sought.begin(title) for title in name.titles)
        ranks.append((*fits, bool(name.number), begins and fits[0] >= Level.TOGETHER))
    best = max(ranks, default=(Level.NONE, Level.NONE, False, False))
    least = Level.BEGINNINGS if all(len(word) >= _STEM for word in sought.plain) else Level.ANY_ORDER
    return [name for name, rank in zip(names, ranks, strict=True) if rank == best] if best[0] >= least else []


def _nearest(text: str, names: Sequence[Name], advice: str) -> Message:
    """The id that a slip of the pen may have meant, else the title with most of the words, slips allowed."""
    if NUMBER.fullmatch(text) and (numbers := {name.number for name in names if name.number}):
        return suggest(text, numbers, advice)
    ids = {name.id for name in names}
    if not closest(text, ids):
        sought = plain(text)
        found = max(names, key=lambda name: _near(sought, name), default=None)
        if found and _near(sought, found) > (0, 0):
            if found.titles[0] == found.id:
                return Message(" Did you mean '{word}'?", word=found.id)
            return Message(" Did you mean '{word}' ({title})?", word=found.id, title=found.titles[0])
    return suggest(text, ids, advice)


def _near(sought: Sequence[str], name: Name) -> tuple[int, int]:
    """How many of the words a title holds or nearly holds; the shorter title first."""
    titles = [plain(title) for title in name.titles]
    return max(
        (sum(bool(get_close_matches(word, title, n=1, cutoff=0.8)) for word in sought), -len(title)) for title in titles
    )
