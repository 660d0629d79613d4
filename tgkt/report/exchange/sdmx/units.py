"""Units as SDMX has them: what is counted, and apart from it the power of ten that a scale word stands for."""

from __future__ import annotations

from collections.abc import Iterable

from tgkt.facts.indicator import Words
from tgkt.facts.units import Unit, definitions, english, factor_of, find_unit, split, vietnamese
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.exchange.sdmx.code import ids_of


class Scaled(NamedTuple):
    """A unit without its scale word, and the power of ten of that: "nghìn tỷ đồng" is VND and 12."""

    name: Words
    power: int


def scaled(unit: Unit) -> Scaled:
    """A unit in its two parts; what stands below the line stays: "bác sĩ/vạn dân" is doctors/10,000 people and 0."""
    above, *below = split(unit.text)
    power, word = factor_of(above, unit.own)
    base = find_unit("/".join([word.replace("_", " "), *below]), unit.own) if power else unit
    if base is None:
        base, power = unit, 0
    return Scaled(Words(vietnamese(base), english(base)), power)


def unit_codes(units: Iterable[Unit]) -> dict[str, str]:
    """The code of each unit by its English name without scale: two names of one unit share a code."""
    return ids_of(sorted({scaled(each).name.en for each in units}))


def power_name(power: int) -> Message | Words:
    """The name of a power of ten."""
    if not power:
        return Message("units")
    known = definitions()
    found = next((name for name, digits in known.scales.items() if digits == power), None)
    if found is None:
        return Words(f"10^{power}", f"10^{power}")
    return Words(found.replace("_", " "), known.english[found])
