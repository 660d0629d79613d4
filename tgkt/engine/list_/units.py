"""The units that figures may have, built in or declared by the data, and the scale words before them."""

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
from tgkt.results.list_ import Measure, UnitLine

PERCENT = "%"
"""How data write a percent, which units.txt cannot name so."""


def unit_lines(own: OwnUnits) -> Iterator[UnitLine]:
    """Every unit, those of the data first, the scale words last."""
    known = definitions()
    yield from (_own_line(unit, own) for unit in own.units)
    yield from (_line(name) for name in dict.fromkeys(known.names.values()))
    yield from (_scale_line(name, power) for name, power in known.scales.items())


def units_meant(text: str, own: OwnUnits) -> set[str]:
    """The names of the units and scale words that make up a unit; none where the text is not a unit."""
    unit = find_unit(as_read(text, own), own)
    if unit is None:
        return set()
    powers = {factor_of(part, own)[0] for part in split(unit.text)}
    scales = {_spaced(name) for name, power in definitions().scales.items() if power in powers}
    names = {declared.name for declared in own.units if declared.word in (*unit.above, *unit.below)}
    built_in = {_line(word).name for word in (*unit.above, *unit.below) if word in definitions().names}
    return names | scales | built_in


def _line(name: str) -> UnitLine:
    known, unit = definitions(), parse_unit(name)
    times, of, power = known.meanings.get(name, (None, name, 1))
    is_base = of == name or power > 1  # a square kilometre is no number of kilometres
    called, english = _spaced(vietnamese(unit)), _spaced(known.english[name])
    shown = PERCENT if unit.is_percent else _spaced(name)
    others = [word for word, meant in (*known.names.items(), *known.spellings.items()) if meant == name != word]
    return UnitLine(
        shown, called, english, Measure(unit.measure), None if is_base else times, "" if is_base else _spaced(of),
        _others(others, shown, called, english),
    )  # fmt: skip


def _scale_line(name: str, power: int) -> UnitLine:
    known, shown = definitions(), _spaced(name)
    others = [word for word, digits in known.powers.items() if digits == power]
    english = known.english[name]
    times = Decimal(10) ** power
    return UnitLine(shown, shown, english, Measure.SCALE, times, "", _others(others, shown, english))


def _own_line(unit: OwnUnit, own: OwnUnits) -> UnitLine:
    measures = Measure(parse_unit(unit.name, own).measure)
    times = None if unit.measure else unit.times
    return UnitLine(
        unit.name, unit.vietnamese, unit.english, measures, times, _spaced(unit.of),
        _others([unit.singular, unit.vietnamese], unit.name, unit.english), own=True,
    )  # fmt: skip


def _others(spellings: list[str], *told: str) -> tuple[str, ...]:
    """The spellings that are not shown as names already."""
    return tuple(dict.fromkeys(each for word in spellings if (each := _spaced(word)) not in told))


def _spaced(word: str) -> str:
    return word.replace("_", " ")
