"""The unit that belongs to a number in a text: after it, or a currency before it.

A sign that several currencies share ("$") is read as a unit of its own; the indicator then decides which one is meant.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from tgkt.errors import NotationError
from tgkt.facts.units import NO_OWN, SIGNS, OwnUnit, OwnUnits, Unit, find_unit

_MOST, _LONGEST = 9, 200  # words and letters of a unit
_WORD = re.compile(r"\S+")
_MONEY = re.compile(r"[(<>≤≥=~≈'\"]*(\S+?)\s*\Z")


def with_signs(text: str, own: OwnUnits) -> OwnUnits:
    """The declared units, and the signs of several currencies that a text holds."""
    signs = (sign for sign in SIGNS if sign in text and own.find(sign) is None)
    return OwnUnits((*own.units, *(OwnUnit(sign, sign, sign, sign, "money") for sign in signs)))


def refuse_unknown_sign(text: str, start: int, end: int) -> None:
    """Refuse a currency sign beside a number that no unit was read from.

    Raises:
        NotationError: with what to declare.
    """
    around = (text[:start].rstrip()[-1:], text[end:].lstrip()[:1])
    for sign in around:
        if sign and unicodedata.category(sign) == "Sc":
            word = next(each for each in text.split() if sign in each).strip("0123456789.,-() ")
            if word in SIGNS or find_unit(word, NO_OWN) is not None:
                raise NotationError(
                    "there is a mark between '{word}' and {number}. Write the sign directly before the number",
                    word=word,
                    number=text[start:end],
                )
            raise NotationError(
                "'{word}' beside {number} is not a known unit. Write the currency's code, or declare "
                "it: units: {{'{word}': money}}",
                word=word,
                number=text[start:end],
            )


def unit_after(text: str, start: int, own: OwnUnits, money: str = "") -> tuple[Unit | None, int]:
    """The longest run of words after a number that reads as a unit, and where it ends.

    Args:
        text: the whole text.
        start: where the number ends.
        own: the declared units.
        money: a currency that stands before the number; the words after it are then its scale and what it is per.
    """
    words_after = islice(_WORD.finditer(text, start, start + _LONGEST), _MOST)
    ends = [found.end() for found in words_after]
    if sign := re.compile(r"\s*%").match(text, start):
        ends = sorted({*ends, sign.end()})
    for end in reversed(ends):
        words = text[start:end].strip()
        trimmed = words.rstrip(".,;:) ")
        for candidate in _with_money(trimmed, money) if money else (trimmed,):
            if candidate and (unit := find_unit(candidate, own)) is not None:
                return unit, end - len(words) + len(trimmed)
    return (find_unit(money, own), start) if money else (None, start)


def money_before(text: str, start: int, own: OwnUnits) -> tuple[int, str] | None:
    """A currency right before a number, and where it begins: "EUR 5 billion", "€5 billion"."""
    found = _MONEY.search(text, max(0, text.rfind(" ", 0, max(0, start - 1))), start)
    if found is None:
        return None
    unit = find_unit(found[1], own)
    return (found.start(1), found[1]) if unit is not None and unit.is_money else None


def _with_money(words: str, money: str) -> list[str]:
    """The words with the currency after the first, the second …: "billion EUR/year" of "billion/year"."""
    parts = re.split(r"(?=[\s/])", words)
    places = range(len(parts) + 1)
    placed = (f"{''.join(parts[:place])} {money} {''.join(parts[place:])}" for place in places)
    return [" ".join(each.split()) for each in placed]
