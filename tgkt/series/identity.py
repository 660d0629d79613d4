"""When two statements are about the same figure, and when they also say the same.

Two statements are about the same figure if indicator, area, period, sense and document are the same, wherever in the
document they stand.
"""

from __future__ import annotations

from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Timing
from tgkt.record import NamedTuple


class Identity(NamedTuple):
    """The key of a figure; `relative_to` is the base year of a multiple."""

    indicator: str
    area: str
    period: Period
    timing: Timing
    relative_to: int | None
    is_aim: bool
    origin: str
    is_reprint: bool = False


def identity(statement: Statement) -> Identity:
    """The key of the figure that a statement is about."""
    told = statement
    sense = told.period, told.timing, told.relative_to
    return Identity(told.indicator, told.area, *sense, told.ambition, told.origin, told.reprint)


def content(statement: Statement) -> tuple[str, ...]:
    """The content of a statement: every digit, the unit and the status, or the words."""
    figures = statement.values if statement.figure is None else (statement.figure,)
    digits = " ".join(map(str, figures))
    words = "" if figures else f"{statement.reached} {statement.printed}"
    return statement.comparator, digits, words, statement.unit.text, str(statement.status or "")


def promise(statement: Statement | None) -> tuple[str, ...]:
    """The content of a target: its figure or words, its deadline and the sense in which it is meant."""
    if statement is None:
        return ()
    readings = " ".join(statement.readings)
    sense = statement.timing, str(statement.relative_to), readings, str(statement.tolerance)
    return (*content(statement), str(statement.period), *sense)
