"""How well typed words match a text: exactly as typed, else without case and accents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache
from unicodedata import normalize

from tgkt.errors import unaccented
from tgkt.record import NamedTuple

Tokens = tuple[str, ...]
_WORD = r"[\w\udc80-\udcff]+"  # bytes that are no letters make a word that is nowhere


class Level(IntEnum):
    """How words fit a text, the better the higher."""

    NONE = 0
    BEGINNINGS = 1
    ANY_ORDER = 2
    TOGETHER = 3
    WHOLE = 4


class Wanted(NamedTuple):
    """Words that are looked for: as typed in small letters, and without accents."""

    typed: Tokens
    plain: Tokens

    @property
    def has_accents(self) -> bool:
        """Whether accents were typed, so that they may be meant."""
        return self.typed != self.plain

    def fit(self, text: str) -> tuple[Level, Level]:
        """How well the words fit a text without accents, and then with those that were typed."""
        return level(self.plain, plain(text)), level(self.typed, typed(text)) if self.has_accents else Level.NONE

    def begin(self, text: str) -> bool:
        """Whether a text begins with the words."""
        return plain(text)[: len(self.plain)] == self.plain


def wanted(text: str) -> Wanted:
    """The words of a text that is looked for."""
    return Wanted(typed(text), plain(text))


@lru_cache(maxsize=65_536)
def plain(text: str) -> Tokens:
    """The words of a text in small letters without accents."""
    return _words(unaccented(text))


@lru_cache(maxsize=65_536)
def typed(text: str) -> Tokens:
    """The words of a text in small letters with their accents."""
    return _words(normalize("NFC", text.casefold()))


def level(sought: Tokens, held: Tokens) -> Level:
    """How well words fit the words of a text; no words fit nothing."""
    if not sought:
        return Level.NONE
    size = len(sought)
    if sought[0] in held and any(held[at : at + size] == sought for at in range(len(held) - size + 1)):
        return Level.WHOLE if size == len(held) else Level.TOGETHER
    if all(word in held for word in sought):
        return Level.ANY_ORDER
    begins = all(any(each.startswith(word) for each in held) for word in sought)
    return Level.BEGINNINGS if begins else Level.NONE


def tier(fits: Iterable[tuple[Level, Level]]) -> int:
    """The group, from 1 (best) to 4, of a text by its best match; 0 where nothing matches.

    1 whole words with the accents typed, 2 their beginnings; 3 whole words without accents, 4 their beginnings.
    """
    found = 0
    for loosely, closely in fits:
        group = 1 if closely > 1 else 2 if closely else 3 if loosely > 1 else 4 if loosely else 0
        found = min(filter(None, (found, group)), default=0)
    return found


def first_tier(tiers: Sequence[int]) -> int:
    """The best group that has any member; 0 where none has."""
    return min(filter(None, tiers), default=0)


def _words(text: str) -> Tokens:
    return tuple(re.findall(_WORD, text))
