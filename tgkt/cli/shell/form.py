"""How each shell is answered: first a line that says how to take what follows, then a line for every value.

words    the lines are words; bash adds what is theirs to the word at the cursor
open     the same, and the word goes on: no blank is put after it
titles   the words fit by their titles alone: one may take the place of what is typed, several are only listed
files    names of files are wanted, which the shell knows; folders likewise
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from tgkt.cli.shell.fit import Fitting
from tgkt.cli.shell.values import Value
from tgkt.record import NamedTuple

_LISTS = {"9", "33", "63", "64"}  # COMP_TYPE of bash where several words are listed and none is put in whole
_SPECIAL = re.compile(r"[^\w.,:=/@%+~-]")


class Typed(NamedTuple):
    """The word at the cursor.

    Attributes:
        before: what stands before the value within it, as `--plan=`.
        text: what there is of the value.
        kept: the part of the word that bash does not replace.
        is_quoted: whether it began with a quotation mark.
    """

    before: str
    text: str
    kept: str
    is_quoted: bool


def formed(shell: str, found: Fitting, typed: Typed) -> str:
    """The answer to a shell; empty where nothing fits."""
    if not found.values:
        return ""
    is_open = all(each.text.endswith("=") for each in found.values)
    head = "titles" if found.by_title else "open" if is_open else "words"
    return "\n".join((head, *_FORMS[shell](found, typed), ""))


def _bash(found: Fitting, typed: Typed) -> list[str]:
    """Words from where bash replaces; with titles beside where they are only listed."""
    words = [f"{typed.before}{each.text}".removeprefix(typed.kept) for each in found.values]
    is_listed = len(words) > 1 and os.environ.get("COMP_TYPE") in _LISTS
    if is_listed:
        told = [_beside(word, each.title, " — ") for word, each in zip(words, found.values, strict=True)]
        return [f"{typed.text} …", *told] if found.by_title else told  # the first line keeps bash from putting in more
    return words if typed.is_quoted else [_SPECIAL.sub(r"\\\g<0>", word) for word in words]


def _zsh(found: Fitting, typed: Typed) -> list[str]:
    """Words, each with the line it is listed as."""
    widest = max(len(each.text) for each in found.values)
    shown = [_beside(each.text.ljust(widest) if each.title else each.text, each.title, "  ") for each in found.values]
    return [f"{typed.before}{each.text}\t{line}" for each, line in zip(found.values, shown, strict=True)]


def _fish(found: Fitting, typed: Typed) -> list[str]:
    """Words and titles; fish shows no word that does not hold what is typed, so the title itself is the word."""

    def pair(each: Value) -> tuple[str, str]:
        title = next((title for title in (each.title, *each.titles) if _holds(title, typed.text)), each.title)
        return (title, each.text) if found.by_title else (each.text, each.title)

    return [f"{typed.before}{word}\t{told}" for word, told in map(pair, found.values)]


def _holds(title: str, text: str) -> bool:
    return text.casefold() in title.casefold()


def _beside(word: str, title: str, mark: str) -> str:
    """A word with its title on one line of the terminal."""
    width = os.environ.get("COLUMNS", "")
    room = (int(width) if width.isdecimal() and len(width) < 8 else 80) - len(word) - len(mark) - 2
    if not title or room < 8:
        return word.rstrip()
    return f"{word}{mark}{title if len(title) <= room else title[: room - 1].rstrip() + '…'}"


_FORMS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
SHELLS: Sequence[str] = tuple(_FORMS)
