"""Units as documents write them: `triệu đồng/người/năm`, `million people`, `% a year`.

A unit text is read into a power of ten (the scale word) and base units. The words are those of `units.txt`, in
Vietnamese and English, and those a data folder declares of its own; a unit carries with it the own ones it is made of.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache

from tgkt.errors import UnitError, UnknownUnitError, closest
from tgkt.facts.units.definitions import LINE, definitions
from tgkt.facts.units.signs import SIGNS
from tgkt.message import Message
from tgkt.record import NamedTuple

_NUMBER = re.compile(r"(10{0,2}(?:\.000|,000| 000)+|10*)\s+")


class OwnUnit(NamedTuple):
    """A unit that a data folder declares.

    Attributes:
        name: as declared.
        english: its English name, the plural; `singular` that of one.
        vietnamese: its Vietnamese name.
        measure: what a base unit measures, "money" or "count"; empty where it is derived.
        times: how many `of` one of it is.
        of: the unit it is derived from, by its own name; empty for a base unit.
    """

    name: str
    english: str
    singular: str
    vietnamese: str
    measure: str
    times: Decimal = Decimal(1)
    of: str = ""

    @property
    def word(self) -> str:
        """The name that units are built of: "_" for spaces."""
        return as_word(self.name)


class OwnUnits(NamedTuple):
    """The units that a data folder declares, in an order in which each stands after the one it is derived from."""

    units: tuple[OwnUnit, ...] = ()

    def find(self, word: str) -> OwnUnit | None:
        """The unit that has this name in one of its spellings."""
        for unit in self.units:
            if word in {as_word(each) for each in (unit.name, unit.english, unit.singular, unit.vietnamese)}:
                return unit
        return None

    def only(self, words: tuple[str, ...]) -> OwnUnits:
        """Those of these names, and what they are derived from."""
        wanted, found = set(words), []
        for unit in reversed(self.units):
            if unit.word in wanted:
                wanted.add(unit.of)
                found.append(unit)
        return OwnUnits(tuple(reversed(found)))

    def __or__(self, other: object) -> OwnUnits:
        """Both, each once."""
        added = other.units if isinstance(other, OwnUnits) else ()
        return OwnUnits(tuple(dict.fromkeys((*self.units, *added))))


NO_OWN = OwnUnits()


class Unit(NamedTuple):
    """A unit: ten to the `scale`, times the `above` units over the `below` units.

    `triệu đồng/người` has scale 6, above ("đồng",), below ("người",). `own` holds the declared units it is made of.
    """

    text: str
    scale: int
    above: tuple[str, ...]
    below: tuple[str, ...]
    own: OwnUnits = NO_OWN

    @property
    def base(self) -> str:
        """The base units without the scale word, joined by strokes."""
        return "/".join((*self.above, *self.below))

    @property
    def is_percent(self) -> bool:
        return self.above[0] == "phần_trăm"

    @property
    def measure(self) -> str:
        """What stands above the line measures: "money", "energy", "count", "index" …"""
        return measure_of(self.above[0], self.own)

    @property
    def is_money(self) -> bool:
        return self.measure == "money"

    def per(self, below: str) -> bool:
        return below in self.below

    def __str__(self) -> str:
        return self.text


def as_word(text: str) -> str:
    """A name as units are built of: composed, "_" for spaces."""
    return "_".join(unicodedata.normalize("NFC", text).split())


def measure_of(word: str, own: OwnUnits = NO_OWN) -> str:
    """What a unit measures, by its own name; a power of a length is named after it ("area")."""
    seen = word
    while declared := own.find(seen):
        if declared.measure:
            return declared.measure
        seen = declared.of
    known = definitions()
    power = 1
    while seen not in known.measures:
        _, seen, raised = known.meanings[seen]
        power *= raised
    return known.measures[seen] if power == 1 else {2: "area", 3: "volume"}[power]


@cache
def find_unit(text: str, own: OwnUnits = NO_OWN) -> Unit | None:
    """The unit of a text exactly as written; None where one of its words is unknown."""
    parts = split(text)
    if _NUMBER.match(parts[0]):
        return None
    factors = [factor_of(part, own) for part in parts]
    names = [_known(word, own) for _, word in factors]
    found = tuple(name for name in names if name is not None)
    if len(found) < len(names):
        return None
    scale = factors[0][0] - sum(power for power, _ in factors[1:])
    return Unit(text, scale, found[:1], found[1:], own.only(found) if own.units else NO_OWN)


def as_read(text: str, own: OwnUnits = NO_OWN) -> str:
    """A unit text as `find_unit` can read it: in small letters if it is known only in these, else unchanged."""

    def lowered(word: re.Match[str]) -> str:
        is_symbol = len(word[0]) == 1 or definitions().find(word[0]) or own.find(word[0])
        return word[0] if is_symbol else word[0].lower()

    small = re.sub(r"[^\s/]+", lowered, unicodedata.normalize("NFC", text))
    return small if find_unit(small, own) and not find_unit(text, own) else text


def parse_unit(text: str, own: OwnUnits = NO_OWN) -> Unit:
    """Read a unit text.

    Words that begin a heading, "Tỷ đồng" or "TỶ ĐỒNG", are read in small letters; symbols stay as they are (MW, USD).

    Args:
        text: words joined by `/` or "per", e.g. `nghìn tỷ đồng`, `doctors/10,000 people`, `% a year`.
        own: the units that the data folder declares.

    Raises:
        UnitError: a word is not known; the message offers the closest.
    """
    unit = find_unit(as_read(text, own), own)
    if unit is not None:
        return unit
    if _NUMBER.match(text.strip()):
        raise UnitError("'{text}' begins with a number. Write the unit alone", text=text)
    text = text.strip()
    told = Message("unknown unit '{text}'{which}", text=text, which=_which(text, own))
    raise UnknownUnitError("{told}. {advice}", told=told, advice=_what_to_write(text, own))


_OTHERWISE = {
    "places": ("rank", "ranking", "position", "thứ hạng", "xếp hạng", "thứ bậc"),
    "index": ("index", "indices", "chỉ số"),
}


def _which(text: str, own: OwnUnits) -> Message | str:
    """Which words of a unit are not known, where it is not the whole and nothing near is."""
    unknown = _unknown_words(text, own)
    if unknown in ([], [text]) or _meant_by_habit(text, own) or _nearest(unknown, own):
        return ""
    words = Message.listed(f"'{word}'" for word in unknown)
    return Message.counted(len(unknown), ": {words} is not a known unit", ": {words} are not known units", words=words)


def _what_to_write(text: str, own: OwnUnits) -> Message:
    """What to write instead of a unit that is not known."""
    unknown = _unknown_words(text, own)
    if found := _meant_by_habit(text, own) or _nearest(unknown, own):
        return found
    if not unknown:
        return Message("Use words such as {examples} or %", examples=_examples(text))
    block = ", ".join(f"{word}: count" if word.replace(" ", "").isalpha() else f"'{word}': count" for word in unknown)
    return Message(
        "Add units: {{{block}}} (what each measures), or use words such as {examples} or %",
        block=block,
        examples=_examples(text),
    )


def _meant_by_habit(text: str, own: OwnUnits) -> Message | None:
    """What to write for what people often write and no unit is: "rank", "index", "$", "EUR bn"."""
    plain = text.casefold()
    if plain in _OTHERWISE["places"]:
        return Message("Write 'places' ({vietnamese}), the unit of a rank", vietnamese="hạng")
    if plain in _OTHERWISE["index"]:
        return Message(
            "Add units: {{'{text} 2020 = 100': index}} (with what equals 100), and use that name as the unit", text=text
        )
    if sign := next((sign for sign in SIGNS if sign in text), None):
        codes = ", ".join(SIGNS[sign][:3])
        return Message(
            "Write the code of the currency, such as {codes}: several share the sign '{sign}'", codes=codes, sign=sign
        )
    moved = _scale_first(text, own)
    return Message("Did you mean '{word}'?", word=moved) if moved else None


def _nearest(unknown: list[str], own: OwnUnits) -> Message | None:
    """The known word that the only unknown one is nearly; None where there is none."""
    near = closest(unknown[0], _readable(own)) if len(unknown) == 1 else []
    return Message("Did you mean '{word}'?", word=near[0]) if near else None


def unit_instead(text: str, own: OwnUnits = NO_OWN) -> Message:
    """What to write instead of a unit that is not known, where it cannot be declared: the one meant, else any."""
    moved, is_index = _scale_first(text, own), text.casefold() in _OTHERWISE["index"]
    if moved:
        return Message("Did you mean '{word}'?", word=moved)
    habit = None if is_index else _meant_by_habit(text, own)
    if habit:
        return Message("{habit}. Use a known unit.", habit=habit)
    near = None if is_index else _nearest(_unknown_words(text, own), own)
    return near or Message("Use a known unit.")


def _examples(text: str) -> str:
    """Words that are known: in Vietnamese beside Vietnamese ones, else in both languages."""
    return f"people, million EUR, {_VIETNAMESE}" if text.isascii() else _VIETNAMESE


_VIETNAMESE = "người, nghìn tỷ đồng, xã"


def _scale_first(text: str, own: OwnUnits) -> str:
    """The unit with its scale word before it where it was written after it, "bn EUR" of "EUR bn"; else ""."""
    first, *below = split(text)
    words = first.split()
    for place in range(1, len(words)):
        moved = "/".join([" ".join([*words[place:], *words[:place]]), *below])
        if as_word(" ".join(words[place:])) in definitions().powers and find_unit(moved, own) is not None:
            return moved
    return ""


def _unknown_words(text: str, own: OwnUnits) -> list[str]:
    words = (factor_of(part, own)[1] for part in split(text))
    return [word.replace("_", " ") for word in dict.fromkeys(words) if word and _known(word, own) is None]


def _readable(own: OwnUnits) -> set[str]:
    """Every word that is read as a unit, with spaces."""
    known = definitions()
    spoken = {*known.names, *(word for word, meant in known.spellings.items() if meant != LINE)}
    spoken |= {as_word(each) for unit in own.units for each in (unit.name, unit.english, unit.vietnamese)}
    return {word.replace("_", " ") for word in spoken}


def _known(word: str, own: OwnUnits) -> str | None:
    """The unit a word stands for, of the declared ones or the built-in."""
    declared = own.find(word) if own.units else None
    meant = declared.word if declared else definitions().find(word)
    return None if meant == LINE else meant


@cache
def _joints() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What divides a unit, and the spellings that only look as if they held such a word ("per cent")."""
    spellings = definitions().spellings
    dividing = [word for word, meant in spellings.items() if meant == LINE]
    whole = [word.replace("_", " ") for word in spellings if {*word.split("_")[:-1]} & {*dividing}]
    line = re.compile(rf"\s*/\s*|(?:^|(?<=[\s%]))\s*(?:{'|'.join(dividing)})\s+")
    return line, re.compile(rf"\b(?:{'|'.join(whole)})\b")


def split(text: str) -> list[str]:
    """The factors of a unit text: what stands above the line, then each thing below it."""
    line, whole = _joints()
    text = unicodedata.normalize("NFC", text)
    text = whole.sub(lambda found: as_word(found[0]), text)
    return [" ".join(part.split()) for part in line.split(text)]


def factor_of(part: str, own: OwnUnits = NO_OWN) -> tuple[int, str]:
    """One factor of a unit: the power of ten of its numbers and scale words, and the word that is left."""
    power, words = 0, as_word(part).replace("_", " ")
    if number := _NUMBER.match(words):
        power, words = len(re.sub(r"[., ]", "", number[1])) - 1, words[number.end() :]
    known, word = definitions(), words.replace(" ", "_")
    for scale in _scales():
        if word.startswith(scale + "_") and _known(word, own) is None:
            power, word = power + known.powers[scale], word[len(scale) + 1 :]
    return power, word if own.find(word) else known.find(word) or word


@cache
def _scales() -> tuple[str, ...]:
    """Scale words, the longest first: "nghìn tỷ" before "tỷ"."""
    return tuple(sorted(definitions().powers, key=len, reverse=True))
