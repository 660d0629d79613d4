"""Changes from another year in a phrase: a cut, a rise or a multiple."""

from __future__ import annotations

import re
from decimal import Decimal

from tgkt.errors import NotationError
from tgkt.facts.notation.language import Language
from tgkt.facts.notation.place import unit_after
from tgkt.facts.notation.words import GAP, base_year, base_years, sized_by, verb, verb_before
from tgkt.facts.units import PERCENT, TIMES, OwnUnits, Unit
from tgkt.record import NamedTuple

CUT, RISE, MULTIPLE = "cut", "rise", "times"


class Change(NamedTuple):
    """A figure that is a change of another: a cut or a rise in percent, or a multiple.

    "Halve" is a cut of 50 percent, so that "at least halve" is a cut of at least that; "double" is 2 times.

    Attributes:
        kind: "cut", "rise" or "times".
        base: the year it is of; None where the words leave it open.
    """

    kind: str
    base: int | None

    def multiple(self, value: Decimal, unit: Unit) -> Decimal:
        """What the base is multiplied by: a cut of 55 percent is 0.45 times."""
        if self.kind == MULTIPLE:
            return value / 100 if unit.is_percent else value
        return 1 + (value if self.kind == RISE else -value) / 100


class Base(NamedTuple):
    """The year that something is compared with, and the word before it."""

    year: int
    word: str


def take_base(text: str, language: Language, own: OwnUnits) -> tuple[Base | None, str]:
    """The year of a comparison, and the text without it.

    Raises:
        NotationError: it is compared with several years.
    """
    if found := base_years(language).search(text):
        raise NotationError(
            "'{words}' compares with several years. Quote words that name one, or leave printed out", words=found[0]
        )
    for found in base_year(language).finditer(text):
        word = (found[1] or "").lower()
        if word in language.firmly or unit_after(text, found.end(2), own)[0] is None:
            return Base(int(found[2]), word), f"{text[: max(found.start(), found.end(1))]}{GAP}{text[found.end() :]}"
    return None, text


def whole_change(text: str, language: Language) -> tuple[re.Match[str], Change, Decimal, Unit] | None:
    """A change said in a word, "halve" or "gấp đôi": where, what, its number and unit."""
    for pattern, (kind, value) in language.wholes.items():
        if found := re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE):
            return found, Change(kind, None), value, TIMES if kind == MULTIPLE else PERCENT
    return None


def change_of(before: str, after: str, unit: Unit | None, base: Base | None, language: Language) -> Change | None:
    """Whether a figure is a change of another year's: by the verbs around it and the year it is compared with.

    Raises:
        NotationError: it falls by a number of times, which has no one meaning.
    """
    year = base.year if base else None
    kind = _kind(before.lower(), after.lower(), language)
    if unit is None or unit.below or unit.scale:
        return None
    if unit.above == TIMES.above:
        if verb(language.multiples).search(before.lower()) or kind == RISE or (base and kind != CUT):
            return Change(MULTIPLE, year)
        if kind == CUT:
            raise NotationError(
                "'{words}': a fall by a number of times is ambiguous. Declare cut or times, and leave printed out",
                words=" ".join((before + after).split()),
            )
        return None
    if not unit.is_percent or base is None:
        return None
    stands_for_part = base.word in language.parts and not verb_before(language.by).search(before.lower())
    if stands_for_part or verb_before(language.shares).search(before.lower()):
        return Change(MULTIPLE, year)
    if kind is None or verb_before(language.levels).search(before.lower()):
        return None
    return Change(kind, year)


def open_change(before: str, after: str, unit: Unit | None, language: Language) -> Change | None:
    """A percent by which something falls or rises against a year that the words leave open: "reduce by 20%".

    Args:
        before: what stands before the words that compare: "reduce by" of "reduce by at least 20%".
        after: what stands after the unit.
        unit: the unit of the figure.
        language: the language of the words.
    """
    if unit is None or not unit.is_percent or unit.below not in ((), ("năm",)):
        return None
    for kind, pattern in language.sized.items():
        if re.match(pattern, after.lower()):
            return Change(kind, None)
    way = _kind(before.lower(), "", language) if sized_by(language).search(before.lower()) else None
    return Change(way, None) if way else None


def _kind(before: str, after: str, language: Language) -> str | None:
    """Whether something falls or rises: the last such word before the figure, else the first after it."""
    ways = {CUT: verb(language.cuts), RISE: verb(language.rises)}
    said = [(found.start(), way) for way, words in ways.items() for found in words.finditer(before)]
    if said:
        return max(said)[1]
    said = [(found.start(), way) for way, words in ways.items() for found in words.finditer(after)]
    return min(said)[1] if said else None
