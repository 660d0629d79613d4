"""The question of a search: a number in either notation, perhaps with its unit, or words."""

from __future__ import annotations

import re
from decimal import Decimal

from tgkt.facts.fit import Wanted, wanted
from tgkt.facts.notation import clean, readings
from tgkt.facts.units import OwnUnits, Unit, as_read, factor_of, find_unit, split
from tgkt.record import NamedTuple

_SIGNS = re.compile(r"^[≥≤<>=≈≲~]+\s*")
_NUMBER = re.compile(r"(-?\d(?:[\d.,\s]*\d)?)\s*(.*)", re.ASCII)


class Question(NamedTuple):
    """A question: the possible values of a number, with its unit if one is typed; or words.

    Attributes:
        text: as typed.
        numbers: the values a number may have; empty where words are meant.
        unit: the unit beside the number.
        words: the words, where no number is meant.
    """

    text: str
    numbers: tuple[Decimal, ...]
    unit: Unit | None
    words: Wanted

    def is_of(self, value: Decimal, unit: Unit) -> bool:
        """Whether a printed number with its unit is the number asked for."""
        if self.unit is None:
            return value in self.numbers
        if self.unit.above != unit.above or (self.unit.below and self.unit.below != unit.below):
            return False
        ours, theirs = (each.scale if self.unit.below else _power(each) for each in (self.unit, unit))
        return any(each.scaleb(ours) == value.scaleb(theirs) for each in self.numbers)


def question(text: str, own: OwnUnits) -> Question:
    """The question that a typed text asks.

    Args:
        text: "37,5", "7.3 %", "202,9 nghìn tỷ đồng", or words.
        own: the units that the data declare.
    """
    match = _NUMBER.fullmatch(_SIGNS.sub("", clean(text)))
    numbers = readings(match[1]) if match else ()
    unit = find_unit(as_read(match[2], own), own) if match and match[2] else None
    if not match or not numbers or (match[2] and unit is None):
        return Question(text, (), None, wanted(text))
    return Question(text, numbers, unit, wanted(""))


def _power(unit: Unit) -> int:
    """The power of ten of a unit's scale word: 6 for "triệu đồng/người"."""
    return factor_of(split(unit.text)[0], unit.own)[0]
