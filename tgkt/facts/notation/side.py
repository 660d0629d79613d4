"""Words whose meaning depends on which direction is better: "30 or better", "at least 20th"."""

from __future__ import annotations

from enum import StrEnum

from tgkt.facts.figure import Comparator
from tgkt.facts.notation.language import Language

_TURNED = {
    Comparator.AT_LEAST: Comparator.AT_MOST,
    Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.MORE_THAN: Comparator.LESS_THAN,
    Comparator.LESS_THAN: Comparator.MORE_THAN,
}


class Side(StrEnum):
    """Of what a comparator speaks that is read as where more is better.

    `BETTER`: the words say better or worse. `PLACE`: they say so of a place among others, and elsewhere speak of the
    number. `EITHER`: of a place they may mean the better or the worse side.
    """

    BETTER = "better"
    PLACE = "place"
    EITHER = "either"


def side_of(words: str, language: Language) -> Side | None:
    """The side that the words of a comparator refer to; None where they refer to the number alone."""
    sides = {Side.BETTER: language.by_direction, Side.PLACE: language.by_place, Side.EITHER: language.by_either}
    for side, known in sides.items():
        if any(f"{words} ".startswith(f"{each} ") for each in known):
            return side
    return None


def turned(comparator: Comparator) -> Comparator:
    """The comparator of the other side."""
    return _TURNED.get(comparator, comparator)
