"""An amount as a person types it in a shell: `126.8`, `+0,5 điểm %`, `×1.05`, `1.845,7 nghìn người`.

It is taken apart here; its digits are read in the one notation of its call.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tgkt.errors import NotationError
from tgkt.facts.notation.number import clean
from tgkt.facts.units import NO_OWN, OwnUnits, Unit, find_unit, of_scale, parse_unit
from tgkt.record import NamedTuple

PLUS, MINUS, BY = "+", "-", "×"
_FORM = re.compile(r"([+\-×x*]?)\s*([\d.,]+)(?:\s*([^\s\d.,;+\-].*))?\Z")


class Written(NamedTuple):
    """An amount taken apart, its digits unread.

    Attributes:
        text: as it was typed, its blanks tidied.
        sign: what stands before the digits: `+`, `-`, `×` or nothing.
        digits: the digits with their marks.
        words: the unit, perhaps only a scale word; empty for a bare number.
        line: the line of an input it stands in; 0 for an argument.
    """

    text: str
    sign: str
    digits: str
    words: str
    line: int = 0


class Amount(NamedTuple):
    """An amount that has been read.

    Attributes:
        text: as it was typed.
        sign: `+`, `-`, `×` or nothing.
        value: the number, below zero after a minus.
        words: the unit; empty for a bare number.
    """

    text: str
    sign: str
    value: Decimal
    words: str

    def unit(self, own: OwnUnits = NO_OWN, of: Unit | None = None) -> Unit | None:
        """The unit it is in; None for a bare number.

        Args:
            own: the units that the data folder declares.
            of: the unit that a scale word alone is completed with: "1.9 triệu" of people.

        Raises:
            UnitError: the words are no unit.
        """
        if not self.words:
            return None
        if of is not None and find_unit(self.words, own) is None and (scaled := of_scale(self.words, of)):
            return scaled
        return parse_unit(self.words, own)


def written(text: str, line: int = 0) -> Written:
    """Take an amount apart.

    Args:
        text: a number, perhaps with a sign before it and a unit behind it.
        line: the line of an input it stands in.

    Raises:
        NotationError: it is no number.
    """
    tidy = clean(text)
    match = _FORM.match(tidy)
    if not match:
        raise NotationError(
            "'{text}' is not a number. Write digits, perhaps with a unit: 126.8 or '126,8 nghìn tỷ đồng'", text=tidy
        )
    sign, digits, words = match.groups(default="")
    return Written(tidy, BY if sign in ("x", "*") else sign, digits, words, line)
