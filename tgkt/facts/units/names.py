"""The names of a unit in English and Vietnamese, and the scale word with which it is printed."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tgkt.facts.units.definitions import definitions
from tgkt.facts.units.unit import OwnUnits, Unit, as_word, factor_of, find_unit, parse_unit, split

_UNITS = 1024
"""How many units are remembered; a plan has some dozens."""


@lru_cache(_UNITS)
def english(unit: Unit) -> str:
    """The unit's English name: `nghìn tỷ đồng` is "trillion VND", `bác sĩ/vạn dân` "doctors/10,000 people"."""
    above, *below = split(unit.text)
    return "/".join([_above(above, unit.own), *(_below(part, unit.own) for part in below)])


@lru_cache(_UNITS)
def vietnamese(unit: Unit) -> str:
    """The unit's Vietnamese name: "million people" is `triệu người`; one written in Vietnamese stays."""
    if not is_english(unit):
        return unit.text
    return "/".join(_in_vietnamese(part, unit.own) for part in split(unit.text))


def _in_vietnamese(part: str, own: OwnUnits) -> str:
    power, word = factor_of(part, own)
    declared = own.find(word)
    name = "%" if word == "phần_trăm" else declared.vietnamese if declared else word.replace("_", " ")
    scale = next((name for name, digits in definitions().scales.items() if digits == power), "").replace("_", " ")
    return f"{scale or (f'10^{power}' if power else '')} {name}".strip()


def scale_word(unit: Unit, *, english: bool) -> str:
    """The scale word of what stands above the line: "triệu" or "million" of `triệu người`."""
    power, _ = factor_of(split(unit.text)[0], unit.own)
    known = definitions()
    found = next((name for name, digits in known.scales.items() if digits == power), "")
    if power and not found:
        return f"10^{power}"
    return known.english.get(found, "") if english else found.replace("_", " ")


def is_english(unit: Unit) -> bool:
    """Whether a unit is written in words that only English has: "million people", "% a year", not "km" or "USD"."""
    return bool(set(re.split(r"[\s/]+", unit.text)) & _english_words())


def languages_of(words: str) -> set[str]:
    """The languages that unit words are of: "triệu người" is Vietnamese, "% a year" English, "kg" neither."""
    found = [word for word in re.split(r"[\s/]+", words.casefold()) if len(word) > _SIGN or not word.isascii()]
    told = {"vi" for word in found if set(word) & _VIETNAMESE_LETTERS or word in _vietnamese_words()}
    return told | {"en" for word in found if word in _english_words()}


def is_unit_word(word: str) -> bool:
    """Whether a word stands in the name of a scale or a unit."""
    return word.casefold() in _unit_words()


def of_scale(words: str, unit: Unit) -> Unit | None:
    """The unit in another scale, where the words are a scale word alone: "triệu" of nghìn người is triệu người."""
    if as_word(words.casefold()) not in definitions().powers or unit.is_percent or unit.measure == "points":
        return None
    above, *below = split(unit.text)
    _, word = factor_of(above, unit.own)
    return find_unit("/".join([f"{words.casefold()} {word.replace('_', ' ')}", *below]), unit.own)


_SIGN = 2  # letters: "pp", "ha" and "l" are of every language
_VIETNAMESE_LETTERS = set("àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")


@cache
def _vietnamese_words() -> frozenset[str]:
    """The Vietnamese words for units that are written without a Vietnamese letter, such as "khu"."""
    known = definitions()
    words = {word for word, name in known.names.items() if known.english[name] not in (name, word)}
    return frozenset(word for word in words if word.isalpha() and word.isascii() and word.islower()) - _english_words()


@cache
def _unit_words() -> frozenset[str]:
    known = definitions()
    spoken = (*known.names, *known.powers, *known.spellings, *known.english.values(), *known.singular.values())
    return frozenset(word for name in spoken for word in re.split(r"[\s_/]+", name.casefold()) if word)


@cache
def _english_words() -> frozenset[str]:
    known = definitions()
    names = {*known.names.values(), *known.scales}
    spoken = {*known.english.values(), *known.singular.values()}
    spoken |= {word.replace("_", " ") for word in known.spellings if word.isascii() and word.isalpha()}
    return frozenset(word for phrase in spoken - names for word in phrase.split())


def _above(part: str, own: OwnUnits) -> str:
    _, word = factor_of(part, own)
    words = "%" if word == "phần_trăm" else _named(word, own)[0]
    return f"{scale_word(parse_unit(part, own), english=True)} {words}".strip()


def _below(part: str, own: OwnUnits) -> str:
    power, word = factor_of(part, own)
    many, one = _named(word, own)
    return f"{10**power:,} {many}" if power else one


def _named(word: str, own: OwnUnits) -> tuple[str, str]:
    """The English names of several and of one."""
    if declared := own.find(word):
        return declared.english, declared.singular
    return definitions().english[word], definitions().singular[word]
