"""A second reading: the printed phrase against the declared value, unit and comparator."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tgkt.errors import NotationError, UnitError
from tgkt.facts.figure import Figure
from tgkt.facts.notation import Phrase, read_phrase
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit, parse_unit


def check_printed(statement: Statement, pick: str | None) -> str | None:
    """Say how a declaration departs from its printed phrase, or None when they agree."""
    if not statement.printed or (statement.figure is None and not statement.values):
        return None
    try:
        phrase = read_phrase(statement.printed)
    except NotationError as error:
        return str(error)
    if statement.figure is None:
        return _differ([f.value for f in phrase.figures], [f.value for f in statement.values], statement.unit)
    if phrase.is_pair != (pick is not None):
        return "a printed N/M needs pick: part or pick: total, and nothing else does. Mend pick"
    found = phrase.figures[1 if pick == "total" else 0]
    return (
        _digits(statement, statement.figure, found, phrase)
        or _comparator(statement.figure, found)
        or _unit(statement, phrase)
    )


def _digits(statement: Statement, declared: Figure, printed: Figure, phrase: Phrase) -> str | None:
    """Same digits and same precision, once scale words are taken into account."""
    shift = _shift(phrase.unit, statement.unit)
    wanted = [value.scaleb(shift) for value in dict.fromkeys((printed.low, printed.high))]
    got = list(dict.fromkeys((declared.low, declared.high)))
    return _differ(wanted, got, statement.unit, exact=declared.exact)


def _shift(printed: Unit | None, declared: Unit) -> int:
    """The power of ten between the two units; a phrase often leaves out what is below the line."""
    if printed is None or printed.above != declared.above:
        return 0
    if printed.below == declared.below:
        return printed.scale - declared.scale
    return parse_unit(printed.text.split("/")[0]).scale - parse_unit(declared.text.split("/")[0]).scale


def _differ(wanted: list[Decimal], got: list[Decimal], unit: Unit, *, exact: bool = False) -> str | None:
    told = f"the document prints {_list(wanted)} {unit}, declared is {_list(got)}"
    if wanted != got:
        return f"{told}. Mend one"
    if not exact and [f"{value:f}" for value in wanted] != [f"{value:f}" for value in got]:
        return f"{told}. Keep every printed digit and no other"
    return None


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


def _list(values: Sequence[Decimal]) -> str:
    return ", ".join(f"{value:f}" for value in values)
