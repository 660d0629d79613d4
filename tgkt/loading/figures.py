"""The figure of an entry: its stated keys, completed from the printed words."""

from __future__ import annotations

from decimal import Decimal

from tgkt.errors import UnitError
from tgkt.facts.figure import Comparator, Figure, ends_in_thousands
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.notation import Phrase
from tgkt.facts.statement import Timing
from tgkt.facts.units import TIMES, OwnUnits, Unit, factor, parse_unit, same_dimension, split
from tgkt.loading.changes import CHANGES, Against
from tgkt.loading.printed import Said, picked, printed_step
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message
from tgkt.record import NamedTuple

Value = tuple[Decimal, ...]
WORDLESS = "comparator: milestone"
"""How a data file says that a target is words without a number."""


class Stated(NamedTuple):
    """The figure of an entry: its comparator, its value or values, its unit."""

    comparator: Comparator
    value: Value | None
    values: tuple[Decimal, ...]
    unit: Unit


def stated_figure(entry: Entry, indicator: Indicator, said: Said, own: OwnUnits, reader: Reader) -> Stated:
    """The figure that an entry states, completed from its printed words.

    A stated value is in the stated unit, else in the indicator's; a value from the words is in the unit of the words.
    A stated comparator takes precedence over that of the words.
    """
    unit = unit_of(entry, indicator, own, reader)
    phrase = said.phrase if _is_read(entry, indicator) else None
    found = picked(phrase, entry["pick"]) if phrase is not None else None
    value: Value | None = entry["value"]
    values = tuple(entry["values"] or ())
    if phrase is not None and found is not None:
        if indicator.kind is Kind.STRUCTURE:
            values = tuple(each.low for each in phrase.figures)
        else:
            value = (found.low,) if found.low == found.high else (found.low, found.high)
            unit = unit if "unit" in entry.places else _printed_unit(entry, indicator, phrase)
    return Stated(_comparator(entry, said, value, values), value, values, unit)


def _is_read(entry: Entry, indicator: Indicator) -> bool:
    """Whether the number is taken from the words: no number is stated, and the entry may have one."""
    has_own = any(entry.has(key) for key in ("value", "values", "reached", *CHANGES))
    return not has_own and indicator.kind is not Kind.MILESTONE and entry["comparator"] != Comparator.MILESTONE


def _comparator(entry: Entry, said: Said, value: Value | None, values: tuple[Decimal, ...]) -> Comparator:
    if entry["comparator"]:
        return Comparator(entry["comparator"])
    if value is None and said.holds:
        return Comparator.MAINTAIN
    if value is None:
        return Comparator.EQUALS if values or entry.has("value") or entry.has("values") else Comparator.MILESTONE
    if said.phrase is not None:
        return picked(said.phrase, entry["pick"]).comparator
    return Comparator.BETWEEN if len(value) == 2 else Comparator.EQUALS


def unit_of(entry: Entry, indicator: Indicator, own: OwnUnits, reader: Reader) -> Unit:
    """The stated unit, which must be of the same kind as the indicator's; else the indicator's."""
    text = entry["unit"]
    if text is None:
        return indicator.unit
    try:
        unit = parse_unit(text, own)
    except UnitError as error:
        reader.unit(entry.at("unit"), f"{entry.path}.unit", text, error)
        return indicator.unit
    if any(key in entry.meant for key in CHANGES):
        return unit  # the unit that was meant is reported already
    if entry.has_any(CHANGES):
        told = Message("a change against an earlier year has no unit of its own. Remove unit")
        reader.fail(entry.at("unit"), f"{entry.path}.unit", told)
    elif not same_dimension(unit, indicator.unit):
        told = Message(
            "'{text}' and the indicator's unit '{unit}' measure different things. "
            "Use a unit of the same kind, or printed_unit for what the document prints",
            text=text,
            unit=indicator.unit,
        )
        reader.fail(entry.at("unit"), f"{entry.path}.unit", told)
    return unit


def _printed_unit(entry: Entry, indicator: Indicator, phrase: Phrase) -> Unit:
    """The unit of the words, completed by the denominator that they leave out; the indicator's where they name none."""
    unit = phrase.unit
    if unit is None or entry["printed_unit"] or unit.text == indicator.unit.text:
        return indicator.unit
    if unit.above != indicator.unit.above:
        return unit if same_dimension(unit, indicator.unit) else indicator.unit
    if unit.below == indicator.unit.below:
        return unit
    below = split(indicator.unit.text)[1:]
    return indicator.unit if unit.below else parse_unit("/".join([unit.text, *below]), indicator.unit.own)


def figure_as_printed(entry: Entry, indicator: Indicator, stated: Stated, said: Said) -> Figure | None:
    """The stated number, with the precision of its digits and of its printed words."""
    value = stated.value
    if value is None:
        return None
    is_count = indicator.kind is Kind.COUNT and entry["timing"] != Timing.AVERAGE
    is_exact = is_count and not all(ends_in_thousands(end.scaleb(stated.unit.scale)) for end in value)
    found = Figure(value[0], value[-1], stated.comparator, exact=is_exact or indicator.kind is Kind.RANK)
    return found._replace(step=printed_step(found, stated.unit, said, entry["pick"], is_count=is_count))


def check_value(entry: Entry, indicator: Indicator, stated: Stated, said: Said, reader: Reader) -> None:
    """Report a figure without the numbers that its comparator and indicator need, or beyond the natural limits."""
    if indicator.kind is Kind.STRUCTURE:
        _check_structure(entry, indicator, stated, reader)
        return
    if "values" in entry.places:
        told = Message("'{id}' is not a structure. Write value: instead", id=indicator.id)
        reader.fail(entry.at("values"), f"{entry.path}.values", told)
    is_word = stated.comparator is Comparator.MILESTONE
    if is_word and "value" in entry:
        told = Message("a milestone has no number. Remove value or change the comparator")
        reader.fail(entry.at("value"), f"{entry.path}.value", told)
    _check_presence(entry, indicator, stated, said, reader)
    if "reached" in entry and "value" in entry:
        told = Message("a figure with a number needs no 'reached'. Remove one of them")
        reader.fail(entry.at("reached"), f"{entry.path}.reached", told)
    check_limits(entry, indicator, stated.value, reader)
    _check_whole(entry, indicator, stated, reader)


def _check_presence(entry: Entry, indicator: Indicator, stated: Stated, said: Said, reader: Reader) -> None:
    """Report a missing number, a missing second one of a range, or words alone where a number is needed."""
    wordless = stated.comparator in (Comparator.MILESTONE, Comparator.MAINTAIN)
    missing = stated.value is None and not entry.has("value") and not entry.has("values")
    is_meant = (
        indicator.kind is Kind.MILESTONE
        or said.holds
        or any(entry.has(key) for key in ("comparator", "reached", "pick"))
    )
    if missing and not is_meant:
        told = Message("a figure has neither a number nor words. Add 'value: …' or 'printed: …'")
        if said.problem:
            told = Message(
                "{problem}, or write {example} for words without a number", problem=said.problem, example=WORDLESS
            )
        reader.fail(entry.at("printed"), f"{entry.path}.printed" if said.problem else entry.path, told)
    elif missing and not wordless:
        told = Message(
            "the comparator '{comparator}' needs a number. Add value:, or use milestone for words",
            comparator=stated.comparator,
        )
        reader.fail(entry.source, entry.path, told)
    if "value" in entry and (len(entry["value"]) == 2) != (stated.comparator is Comparator.BETWEEN):
        told = Message(
            "a range [low, high] needs the comparator 'between', and 'between' needs a range. Correct one of them"
        )
        reader.fail(entry.at("value"), f"{entry.path}.value", told)


def _check_structure(entry: Entry, indicator: Indicator, stated: Stated, reader: Reader) -> None:
    if len(stated.values) != len(indicator.parts):
        told = Message(
            "a structure of {count} parts needs as many values. Write values: [..]", count=len(indicator.parts)
        )
        reader.fail(entry.at("values"), f"{entry.path}.values", told)
    if "value" in entry:
        told = Message("a structure has values:, one for each part. Remove value")
        reader.fail(entry.at("value"), f"{entry.path}.value", told)
    for share in stated.values:
        if not indicator.floor <= share <= indicator.ceiling:
            reader.fail(entry.at("values"), f"{entry.path}.values", _out_of_limits(indicator))


def check_limits(entry: Entry, indicator: Indicator, value: Value | None, reader: Reader) -> None:
    """Report a value beyond the natural limits of its indicator."""
    if value and not indicator.floor <= min(value) <= max(value) <= indicator.ceiling:
        key = "value" if "value" in entry.places else "printed"
        reader.fail(entry.at(key), f"{entry.path}.{key}", _out_of_limits(indicator))


def _out_of_limits(indicator: Indicator) -> Message:
    return Message("outside the natural limits of '{id}'. Check the digits or the limit", id=indicator.id)


def _check_whole(entry: Entry, indicator: Indicator, stated: Stated, reader: Reader) -> None:
    """Report a count that is not a whole number."""
    if indicator.kind is not Kind.COUNT or not stated.value:
        return
    times = factor(stated.unit, indicator.unit) if same_dimension(stated.unit, indicator.unit) else Decimal(1)
    if any((value * times) % 1 for value in stated.value):
        told = Message(
            "a count of {unit} is a whole number, got {value}. Check the digits, or the kind",
            unit=indicator.unit,
            value=stated.value[0],
        )
        reader.fail(entry.at("value"), f"{entry.path}.value", told)


def in_multiples(change: Against) -> Stated:
    """The figure of a change from an earlier year, as a multiple of that year's figure."""
    figure = change.multiple
    return Stated(figure.comparator, (figure.low, figure.high), (), TIMES)
