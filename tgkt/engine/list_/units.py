"""The units that figures may be in: built in, or declared by the data; and the scale words before them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tgkt.facts.units import (
    OwnUnit,
    OwnUnits,
    as_read,
    definitions,
    factor_of,
    find_unit,
    parse_unit,
    split,
    vietnamese,
)
from tgkt.results.list_ import UnitLine

SCALE = "scale"
"""What a scale word is said to measure."""


def unit_lines(own: OwnUnits) -> Iterator[UnitLine]:
    """Every unit, those of the data first, the scale words last."""
    known = definitions()
    yield from (_own_line(unit) for unit in own.units)
    for name in dict.fromkeys(known.names.values()):
        unit = parse_unit(name)
        times, of, power = known.meanings.get(name, (None, name, 1))
        others = [word for word, meant in (*known.names.items(), *known.spellings.items()) if meant == name != word]
        called = vietnamese(unit).replace("_", " ")
        english = known.english[name].replace("_", " ")
        is_base = of == name or power > 1  # a square kilometre is no number of kilometres
        yield UnitLine(
            "%" if unit.is_percent else _spaced(name),
            called,
            english,
            unit.measure,
            None if is_base else times,
            "" if is_base else _spaced(of),
            _others(others, "%" if unit.is_percent else called, called, english),
        )
    for name, power in known.scales.items():
        english = known.english[name]
        others = [word for word, digits in known.powers.items() if digits == power]
        yield UnitLine(
            _spaced(name),
            _spaced(name),
            english,
            SCALE,
            Decimal(10) ** power,
            "",
            _others(others, _spaced(name), english),
        )


def units_meant(text: str, own: OwnUnits) -> set[str]:
    """The names of the units and scale words that a unit is made of; none where it is no unit as it is written."""
    unit = find_unit(as_read(text, own), own)
    if unit is None:
        return set()
    powers = {factor_of(part, own)[0] for part in split(unit.text)}
    scales = {_spaced(name) for name, power in definitions().scales.items() if power in powers}
    names = {declared.name for declared in own.units if declared.word in (*unit.above, *unit.below)}
    return names | scales | {"%" if name == "phần_trăm" else _spaced(name) for name in (*unit.above, *unit.below)}


def _own_line(unit: OwnUnit) -> UnitLine:
    measure = parse_unit(unit.name, OwnUnits((unit,))).measure if unit.measure else ""
    times = None if unit.measure else unit.times
    return UnitLine(
        unit.name, unit.vietnamese, unit.english, measure, times, _spaced(unit.of),
        _others([unit.singular], unit.name, unit.english), own=True,
    )  # fmt: skip


def _others(spellings: list[str], *told: str) -> tuple[str, ...]:
    """Spellings beside the names that are shown already."""
    return tuple(dict.fromkeys(each for word in spellings if (each := _spaced(word)) not in told))


def _spaced(word: str) -> str:
    return word.replace("_", " ")
