"""A second reading: the printed phrase against the declared value, unit and comparator."""

from __future__ import annotations

from decimal import Decimal

from tgkt.errors import NotationError, UnitError
from tgkt.figure import Comparator, Figure
from tgkt.model import Kind, Statement
from tgkt.notation import Phrase, read_phrase
from tgkt.units import Unit, factor, parse_unit


def check_printed(statement: Statement, pick: str | None) -> str | None:
    """Say how a declaration departs from its printed phrase, or None when they agree."""
    if statement.figure is None and not statement.values:
        return None
    try:
        phrase = read_phrase(statement.printed)
    except NotationError as error:
        return str(error)
    if statement.values:
        printed = tuple(f.value for f in phrase.figures)
        same = [str(f.value) for f in statement.values] == [str(v) for v in printed]
        return None if same else f"the document prints {_list(printed)}, declared is {_list(f.value for f in statement.values)}. Mend one"
    assert statement.figure is not None
    if phrase.is_pair != (pick is not None):
        return "a printed N/M needs pick: part or pick: total, and nothing else does. Mend pick"
    found = phrase.figures[1 if pick == "total" else 0] if phrase.is_pair else phrase.figures[0]
    return _digits(statement, statement.figure, found, phrase) or _comparator(statement.figure, found) or _unit(statement, phrase)


def _digits(statement: Statement, declared: Figure, printed: Figure, phrase: Phrase) -> str | None:
    """Same digits and same precision, once scale words are taken into account."""
    shift = phrase.unit.scale - statement.unit.scale if phrase.unit and phrase.unit.above == statement.unit.above else 0
    if phrase.unit is None or phrase.unit.below != statement.unit.below:
        shift = _above_scale(phrase.unit) - _above_scale(statement.unit) if phrase.unit and phrase.unit.above == statement.unit.above else 0
    wanted = [value.scaleb(shift) for value in (printed.low, printed.high)]
    got = [declared.low, declared.high]
    if got != wanted:
        return f"the document prints {_list(dict.fromkeys(wanted))} {statement.unit}, declared is {_list(dict.fromkeys(got))}. Mend one"
    if not declared.exact and [v.as_tuple().exponent for v in got] != [v.as_tuple().exponent for v in wanted]:
        return f"the document prints the digits {_list(dict.fromkeys(wanted))}, declared is {_list(dict.fromkeys(got))}. Keep every printed digit and no other"
    return None


def _above_scale(unit: Unit | None) -> int:
    """The scale of what stands above the line: a phrase often leaves out what is below it."""
    return 0 if unit is None else parse_unit(unit.text.split("/")[0]).scale


def _comparator(declared: Figure, printed: Figure) -> str | None:
    if declared.comparator is printed.comparator:
        return None
    return f"the document's words mean '{printed.comparator}', declared is '{declared.comparator}'. Mend one"


def _unit(statement: Statement, phrase: Phrase) -> str | None:
    """The printed unit must be the declared one; what is below the line may be left out in print."""
    if phrase.unit is None:
        return None
    try:
        meant = parse_unit(statement.printed_unit) if statement.printed_unit else statement.unit
    except UnitError as error:
        return str(error)
    if phrase.unit.above == meant.above:
        return None
    return f"the document prints '{phrase.unit}', declared is '{meant}'. Mend unit, or state printed_unit"


def _list(values: object) -> str:
    return ", ".join(str(value) for value in values)  # type: ignore[attr-defined]
