"""Units of a sheet, and those that it declares itself in a column of what they measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tgkt.errors import UnitError, UnknownUnitError, suggest
from tgkt.facts.units import (
    MEASURES,
    NO_OWN,
    Declared,
    OwnUnits,
    Unit,
    factor_of,
    find_unit,
    own_units,
    parse_unit,
    split,
)
from tgkt.loading.planned.heads import PlanHeading
from tgkt.loading.planned.words import MEASURE_OF, Column
from tgkt.loading.tabular.cells import Line
from tgkt.loading.tabular.names import MISSING

Fail = Callable[[int, Column, str], None]


def declared_units(
    lines: Iterable[tuple[Line, str, str]], fail: Fail, heading: PlanHeading
) -> tuple[OwnUnits, dict[str, str]]:
    """The units that lines declare, each word of a unit that is not built in by what its line says it measures.

    Args:
        lines: each line with its unit and what that measures.
        fail: tells a mistake by line number and column.
        heading: the heading.

    Returns:
        The units, and the block of the data file that declares them.
    """
    found: dict[str, tuple[str, int]] = {}
    for line, unit, told in lines:
        if not unit or not told or told.casefold() in MISSING:
            continue
        meaning = MEASURE_OF.get(told.casefold(), told)
        if meaning not in MEASURES and not told[:1].isdigit():
            advice = suggest(told, MEASURES)
            fail(line.number, Column.MEASURE, f"a unit cannot measure '{told}'.{advice}")
            continue
        for word in unknown_words(unit):
            other, first = found.setdefault(word, (meaning, line.number))
            if other != meaning:
                message = f"'{word}' measures '{other}' in line {first} and '{meaning}' here. Write both alike"
                fail(line.number, Column.MEASURE, message)
    own, problems = own_units({word: Declared(meaning) for word, (meaning, _) in found.items()})
    for word, told in problems.items():
        fail(found[word][1], Column.MEASURE if Column.MEASURE in heading.columns else Column.UNIT, told)
    return own, {word: meaning for word, (meaning, _) in found.items()}


def unknown_words(unit: str) -> list[str]:
    """The words of a unit that are not built in."""
    words = [factor_of(part)[1].replace("_", " ") for part in split(unit)]
    return [word for word in words if word and find_unit(word) is None and not word[:1].isdigit()]


def plan_unit(text: str, own: OwnUnits = NO_OWN, heading: PlanHeading | None = None) -> Unit:
    """A unit of a line.

    Raises:
        UnitError: a word of it is not known; the message says how a sheet declares one.
    """
    try:
        return parse_unit(text, own)
    except UnknownUnitError as error:
        words = unknown_words(text) or [text]
        column = heading.head(Column.MEASURE) if heading else Column.MEASURE
        known = [each for each in MEASURE_OF if each != "đếm"] if heading and heading.language == "vi" else MEASURES
        told = str(error).split(". Add units")[0].split(". Use ")[0].rstrip(".")
        told += "" if told.endswith("?") else ". Use a known unit."
        several = ", ".join(f"'{word}'" for word in words)
        raise UnitError(f"{told} Or write what {several} measures in a column '{column}': {', '.join(known)}") from None
