"""Computed numbers with their ends and units, and whether figures can hold together."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from tgkt.arithmetic.quantity import Quantity, in_roots, in_unit
from tgkt.facts.figure import Figure
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Status
from tgkt.facts.units import TIMES, Unit
from tgkt.record import NamedTuple
from tgkt.series.certainty import Rest
from tgkt.series.known import Derivation, How, Known


class Outcome(StrEnum):
    """Whether printed figures can hold together."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NEEDS_ASSUMPTION = "needs_assumption"
    NOT_COMPUTABLE = "not_computable"

    @property
    def mood(self) -> str:
        """How it reads."""
        return {"consistent": "good", "inconsistent": "bad", "needs_assumption": "warn"}.get(self, "weak")


class Computed(NamedTuple):
    """A number for people: value and ends in the given unit."""

    value: Decimal
    low: Decimal
    high: Decimal
    unit: Unit


class Ends(NamedTuple):
    """Two ends in a unit, for a sentence; one number where they are equal. Two decimals unless given otherwise."""

    low: Decimal
    high: Decimal
    unit: Unit
    places: int = 2


class Amount(NamedTuple):
    """A known figure for people, in one unit.

    Attributes:
        value: its value; of a range the middle.
        low: the lower end of what it may stand for.
        high: the upper end.
        unit: the unit of all three.
        period: what it is about.
        how: printed, or how it was derived.
        status: how settled it is.
        rests: the reservations that an answer inherits from it.
        figure: the digits as printed, in the unit; None where it was computed.
        statement: the statement that counts; None where it was computed.
        is_point: whether it is a number, and not a range or a bound.
        inputs: every statement it stands on.
        derivation: how it follows from them; None where a document prints it as it stands.
    """

    value: Decimal
    low: Decimal
    high: Decimal
    unit: Unit
    period: Period
    how: How
    status: Status
    rests: tuple[Rest, ...]
    figure: Figure | None
    statement: Statement | None
    is_point: bool = True
    inputs: tuple[Statement, ...] = ()
    derivation: Derivation | None = None

    @property
    def origins(self) -> tuple[str, ...]:
        """The documents it comes from."""
        stated = self.inputs if self.statement is None or self.derivation else (self.statement,)
        return tuple(dict.fromkeys(each.origin for each in stated))


def computed(value: Quantity, unit: Unit) -> Computed:
    """A quantity in a unit."""
    ends = value.span(unit)
    return Computed(value.within(unit), ends.low, ends.high, unit)


def amount(known: Known, unit: Unit) -> Amount:
    """A known figure in a unit; a multiple of an earlier year stays a number of times."""
    if known.statement is not None and known.statement.relative_to is not None:
        unit = TIMES
    value, ends = known.quantity, known.quantity.span(unit)
    return Amount(
        value=value.within(unit),
        low=ends.low,
        high=ends.high,
        unit=unit,
        period=known.period,
        how=known.how,
        status=known.status,
        rests=known.rests,
        figure=figure_in(known.statement, unit) if known.statement else None,
        statement=known.statement,
        is_point=known.region.is_point,
        inputs=known.inputs,
        derivation=known.derivation,
    )


def figure_in(statement: Statement, unit: Unit) -> Figure | None:
    """A statement's figure in another unit of its kind, its digits kept; a multiple stays a multiple."""
    figure = statement.figure
    if figure is None or statement.relative_to is not None or statement.unit == unit:
        return figure

    def turned(value: Decimal) -> Decimal:
        return in_unit(in_roots(value, statement.unit), unit)

    step = turned(figure.digit)
    return Figure(turned(figure.low), turned(figure.high), figure.comparator, figure.exact, step)
