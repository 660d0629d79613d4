"""Units of a sheet, and those that the sheet declares by a column saying what they measure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tgkt.errors import UnitError, UnknownUnitError, closest
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
    unit_instead,
)
from tgkt.loading.planned.heads import PlanHeading
from tgkt.loading.planned.words import MEASURE_OF, MEASURE_WORDS, Column
from tgkt.loading.tabular.cells import Line
from tgkt.loading.tabular.names import MISSING
from tgkt.message import Message
from tgkt.record import NamedTuple

Fail = Callable[[int, Column, str], None]


class _Meaning(NamedTuple):
    """What a unit measures: its name in data files, the word of the sheet, and the line."""

    measure: str
    text: str
    line: int


def declared_units(
    lines: Iterable[tuple[Line, str, str]], fail: Fail, heading: PlanHeading
) -> tuple[OwnUnits, dict[str, str]]:
    """The units that lines declare: every unit word that is not built in, by what its line says that it measures.

    Args:
        lines: each line with its unit and what that measures.
        fail: reports a mistake by line number and column.
        heading: the heading.

    Returns:
        The units, and the block of the data file that declares them.
    """
    found: dict[str, _Meaning] = {}
    for line, unit, told in lines:
        if not unit or not told or told.casefold() in MISSING:
            continue
        meaning = MEASURE_OF.get(told.casefold(), told)
        if meaning not in MEASURES and not told[:1].isdigit():
            fail(line.number, Column.MEASURE, _no_measure(told))
            continue
        here = _Meaning(meaning, told, line.number)
        for word in unknown_words(unit):
            first = found.setdefault(word, here)
            if first.measure != meaning:
                fail(line.number, Column.MEASURE, _two_meanings(word, first, here))
    own, problems = own_units({word: Declared(each.measure) for word, each in found.items()})
    for word, problem in problems.items():
        fail(found[word].line, Column.MEASURE if Column.MEASURE in heading.columns else Column.UNIT, problem)
    return own, {word: each.measure for word, each in found.items() if word not in problems}


def _two_meanings(unit: str, first: _Meaning, here: _Meaning) -> Message:
    return Message(
        "'{unit}' measures '{other}' in line {line} and '{measure}' here. Write both the same way",
        unit=unit,
        other=first.text,
        line=first.line,
        measure=here.text,
    )


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
        raise UnitError(
            "{unknown}. {instead} Or write what {words} measures in a column '{column}': {measures}",
            unknown=error.message.fields["told"],
            instead=unit_instead(text.strip(), own),
            words=", ".join(f"'{word}'" for word in words),
            column=heading.head(Column.MEASURE) if heading else Column.MEASURE.value,
            measures=_measures(heading),
        ) from None


def _measures(heading: PlanHeading | None) -> str:
    """The things a unit may measure, in Vietnamese if the sheet is, else in the reader's language."""
    if heading and heading.language == "vi":
        return ", ".join(each for each in MEASURE_OF if each != "đếm")
    return MEASURE_WORDS


def _no_measure(text: str) -> Message:
    """The message that a unit cannot measure something, with the nearest word that is possible, else all of them."""
    near = closest(text, [*MEASURES, *MEASURE_OF])
    if near:
        return Message("a unit cannot measure '{text}'. Did you mean '{word}'?", text=text, word=near[0])
    return Message("a unit cannot measure '{text}'. Use one of: {words}.", text=text, words=MEASURE_WORDS)
