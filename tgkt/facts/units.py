"""Units as the documents write them, over pint with our own definitions.

A unit text such as `triệu đồng/người/năm` is read into a power of ten (the scale word) and
base units. That much needs only `units.txt`; pint is imported where one unit has to
be turned into another, because importing it costs more than all the rest of a command.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tgkt.errors import UnitError, suggest

DEFINITIONS = Path(__file__).with_name("units.txt")
_SIGNS = {"%": "phần_trăm", "điểm %": "điểm_phần_trăm", "điểm%": "điểm_phần_trăm", "km²": "km2"}
_SPELLINGS = (("tỉ", "tỷ"), ("ngàn", "nghìn"))
_PLAIN_MEANING = re.compile(r"\[\w*\]|(?:([\d.]+) )?(\w+)(?: \*\* (\d))?")
_LEADING_NUMBER = re.compile(r"(10*|10*(?:\.000)+)\s+")


class Unit(NamedTuple):
    """A unit: ten to the `scale`, times the `above` units over the `below` units.

    `triệu đồng/người` has scale 6, above ("đồng",), below ("người",).
    """

    text: str
    scale: int
    above: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def base(self) -> str:
        """The base units as a pint expression, without the scale word."""
        return "/".join((*self.above, *self.below))

    @property
    def is_percent(self) -> bool:
        return self.above[0] == "phần_trăm"

    def per(self, below: str) -> bool:
        return below in self.below

    def __str__(self) -> str:
        return self.text


class Definitions(NamedTuple):
    """The words of `units.txt`: scale words with their powers of ten, unit names, English names.

    `meanings` holds what is said in the plain forms "0.01 km2", "km ** 2" or "[dimension]": a factor, the unit it is of
    (itself for a unit of its own) and the power of that unit. Anything more is left to pint.
    """

    scales: dict[str, int]
    names: dict[str, str]
    english: dict[str, str]
    singular: dict[str, str]
    meanings: dict[str, tuple[Decimal, str, int]]


@cache
def definitions() -> Definitions:
    """Read the words, not the meanings, of the definitions file."""
    scales: dict[str, int] = {}
    names: dict[str, str] = {}
    english: dict[str, str] = {}
    singular: dict[str, str] = {}
    meanings: dict[str, tuple[Decimal, str, int]] = {}
    for line in DEFINITIONS.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split("=")]
        if len(fields) < 2:
            continue
        name, aliases = fields[0], fields[3:]
        if name.endswith("-"):
            word = name.rstrip("_-")
            scales[word] = int(fields[1].removeprefix("1e"))
            english[word] = aliases[0].rstrip("_-").replace("_", " ")
        else:
            names |= dict.fromkeys((name, *aliases), name)
            spoken = [alias.replace("_", " ") for alias in aliases if alias.isascii()] or [name]
            english[name] = spoken[0]
            singular[name] = spoken[-1]
            if plain := _PLAIN_MEANING.fullmatch(fields[1]):
                meanings[name] = (Decimal(plain[1] or 1), plain[2] or name, int(plain[3] or 1))
    return Definitions(scales, names, english, singular, meanings)


@cache
def find_unit(text: str) -> Unit | None:
    """Read a unit text; None where a word of it is not in the definitions."""
    parts = unicodedata.normalize("NFC", text).split("/")
    if _LEADING_NUMBER.match(parts[0].strip()):
        return None
    factors = [_factor(part) for part in parts]
    if any(name not in definitions().names for _, name in factors):
        return None
    names = [definitions().names[name] for _, name in factors]
    return Unit(text, factors[0][0] - sum(power for power, _ in factors[1:]), (names[0],), tuple(names[1:]))


def parse_unit(text: str) -> Unit:
    """Read a unit text.

    Args:
        text: Vietnamese words joined by `/`, e.g. `nghìn tỷ đồng`, `bác sĩ/vạn dân`, `%/năm`.

    Raises:
        UnitError: a word is not in the definitions; the message offers the closest.
    """
    unit = find_unit(text)
    if unit is not None:
        return unit
    if _LEADING_NUMBER.match(text.strip()):
        raise UnitError(f"'{text}' begins with a number. Write the unit alone")
    unknown = next((name for part in text.split("/") if (name := _factor(part)[1]) not in definitions().names), text)
    spoken = {word.replace("_", " ") for word in definitions().names} | set(_SIGNS)
    advice = "Use the words of units.txt, such as nghìn tỷ đồng, người, xã or %"
    raise UnitError(f"unknown unit '{text.strip()}'.{suggest(unknown.replace('_', ' '), spoken, advice)}")


def _factor(part: str) -> tuple[int, str]:
    """One factor of a unit: the power of ten of its numbers and scale words, and the word that is left."""
    words = " ".join(unicodedata.normalize("NFC", part).split())
    power = 0
    if number := _LEADING_NUMBER.match(words):
        power, words = number[1].count("0"), words[number.end() :]
    words = _SIGNS.get(words, words)
    for old, new in _SPELLINGS:
        words = re.sub(rf"\b{old}\b", new, words)
    known = definitions()
    name = words.replace(" ", "_")
    for scale in sorted(known.scales, key=len, reverse=True):
        if name not in known.names and name.startswith(scale + "_"):
            power, name = power + known.scales[scale], name[len(scale) + 1 :]
    return power, known.names.get(name, name)


def english(unit: Unit) -> str:
    """The unit's English name: `nghìn tỷ đồng` is "trillion VND", `bác sĩ/vạn dân` "doctors/10,000 people"."""
    above, *below = unit.text.split("/")
    return "/".join([_english_above(above), *map(_english_below, below)])


def scale_word(unit: Unit, *, english: bool) -> str:
    """The scale word of what stands above the line: "triệu" or "million" of `triệu người`."""
    power, _ = _factor(unit.text.split("/")[0])
    known = definitions()
    found = next((name for name, digits in known.scales.items() if digits == power), "")
    if power and not found:
        return f"10^{power}"
    return known.english.get(found, "") if english else found.replace("_", " ")


def _english_above(part: str) -> str:
    _, name = _factor(part)
    words = "%" if name == "phần_trăm" else definitions().english[name]
    return f"{scale_word(parse_unit(part), english=True)} {words}".strip()


def _english_below(part: str) -> str:
    power, name = _factor(part)
    known = definitions()
    return f"{10**power:,} {known.english[name]}" if power else known.singular[name]


@cache
def registry() -> Any:  # a pint.UnitRegistry; naming the type would import pint
    """The pint registry holding our definitions and nothing else."""
    from pint import UnitRegistry  # lazy: costs more than any command that does not convert

    units: Any = UnitRegistry(None, non_int_type=Decimal)
    units.load_definitions(DEFINITIONS)
    return units


def factor(unit: Unit, into: Unit) -> Decimal:
    """What a value in `unit` is multiplied by to be in `into`.

    Raises:
        UnitError: the two measure different things; the message names both.
    """
    if unit.base == into.base:
        return Decimal(1).scaleb(unit.scale - into.scale)
    from pint.errors import DimensionalityError  # lazy: as above

    try:
        turned = registry().Quantity(Decimal(1), unit.base).to(into.base).magnitude
    except DimensionalityError:
        raise UnitError(f"'{unit}' and '{into}' do not go together: they measure different things") from None
    return Decimal(turned).scaleb(unit.scale - into.scale)


@cache
def dimensions(unit: Unit) -> tuple[Decimal, tuple[tuple[str, int], ...]]:
    """What one of the unit is in root units, and their powers; a flow is a yearly flow, so time drops out.

    `triệu đồng/người/tháng` is 12,000,000 of đồng per người.
    """
    powers: dict[str, int] = {}
    times = Decimal(1).scaleb(unit.scale)
    for name, sign in [(each, 1) for each in unit.above] + [(each, -1) for each in unit.below]:
        if name in ("năm", "tháng"):
            times = times * 12 if name == "tháng" else times
            continue
        size, roots = _rooted(name)
        times = times * size**sign
        for root, power in roots:
            if root == "điểm_phần_trăm":  # a point is a hundredth; what tells it from a percent is its sort
                times = times * Decimal("0.01") ** sign
            else:
                powers[root] = powers.get(root, 0) + sign * power
    return times, tuple(sorted((root, power) for root, power in powers.items() if power and root != "lần"))


@cache
def _rooted(name: str) -> tuple[Decimal, tuple[tuple[str, int], ...]]:
    """A unit in root units, and their powers: read from plain definitions, else asked of pint."""
    size, power, seen = Decimal(1), 1, name
    while seen in definitions().meanings:
        times, unit, raised = definitions().meanings[seen]
        size *= times**power
        power *= raised
        if unit == seen:
            return size, ((seen, power),)
        seen = unit
    scaled = registry().Quantity(Decimal(1), name).to_root_units()
    return scaled.magnitude, tuple((root, int(power)) for root, power in scaled.unit_items())


def same_dimension(unit: Unit, other: Unit) -> bool:
    """Whether values in the two units can be turned into one another."""
    try:
        factor(unit, other)
    except UnitError:
        return False
    return True


def a_year(unit: Unit) -> Unit:
    """The unit of a yearly change in something: `tỷ đồng/năm` of `tỷ đồng`; a unit that is a year's already stays."""
    return unit if unit.per("năm") or unit.per("tháng") else parse_unit(f"{unit.text}/năm")


PERCENT = parse_unit("%")
PERCENT_A_YEAR = parse_unit("%/năm")
POINTS_A_YEAR = parse_unit("điểm %/năm")
POINTS = parse_unit("điểm %")
TIMES = parse_unit("lần")
