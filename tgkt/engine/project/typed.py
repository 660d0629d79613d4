"""The meaning of an amount that a person typed: `9`, `9%/năm`, `+1pp`, `×1.05`, `400 nghìn tỷ đồng`.

With v the figure before and a the number typed:

    9, 400 nghìn tỷ đồng   a, in the unit typed or else in the row's        +1pp   v + a points
    ×1.05                  v a                                              +5%    v (1 + a / 100)

`--set` takes them all, `--for` a number with or without a unit, `--pace` a rate: `9%`, `+0.5pp`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, of_unit
from tgkt.engine.project.choice import RATE, Choice
from tgkt.engine.project.what_if import State, from_now_on, own_reference
from tgkt.errors import NotationError, UnitError, UsageError
from tgkt.facts.formula import Reference
from tgkt.facts.interval import point
from tgkt.facts.notation import BY, MINUS, PLUS, Amount
from tgkt.facts.plan import Row
from tgkt.facts.units import Unit, dimensions, parse_unit, split
from tgkt.message import Message
from tgkt.series.limits import natural_limits
from tgkt.series.series import Knowledge

RATES = Message("Write observed, last_term, required, 9% or +0.5pp")
_POINTS = re.compile(r"(?:pp|điểm(?: ?%| phần trăm)?|%[ -]points?|percentage points?)(?: ?/ ?(?:năm|year)| a year)?\Z")
_HUNDRED = Decimal(100)
_A_YEAR = ((), ("năm",))
_PURE = (Sort.SHARE, Sort.GROWTH, Sort.POINTS, Sort.RATIO)


def read_setting(amount: Amount, row: Row, state: State, knowledge: Knowledge) -> tuple[Reference, Quantity]:
    """The figure a row speaks of, set to a value.

    Args:
        amount: an absolute value, perhaps with a unit; `+1pp` of a share or growth; `×1.05` or `+5%` of a level.
        row: the row whose target period is meant.
        state: the state before, for relative settings.
        knowledge: what is known: an average that has begun is set for the years left.

    Raises:
        UsageError: the row has no number to set.
        NotationError: an amount that is no setting.
        UnitError: one that does not fit the indicator; the message says what would.
    """
    reference = own_reference(row)
    if reference is None:
        raise UsageError("its target has no number of its own to set. Set another indicator")
    try:
        value = _read(amount, row, reference, state)
        _require_possible(value, row)
        return reference, from_now_on(value, row, knowledge)
    except NotComputableError as error:
        if error.reason.code == "no_year_left":
            raise UsageError("every year of its term has a figure already. Set another indicator") from None
        raise UsageError("there is no value to change. Set a number outright") from None


def read_pace(amount: Amount | None, source: str | None = None) -> Choice:
    """A growth in percent or points a year; without an amount the source of pace that was asked for.

    Raises:
        UsageError: the amount is neither; the message names what is.
    """
    if amount is None:
        return Choice(source)
    if amount.sign == BY:
        raise UsageError("'{text}' is not a rate. {rates}", text=amount.text, rates=RATES)
    if _POINTS.match(amount.words):
        return Choice(RATE, points=amount.value)
    unit = amount.unit()
    if unit is not None and not (unit.is_percent and unit.below in _A_YEAR and not unit.scale):
        raise UsageError("'{text}' is not a rate. {rates}", text=amount.text, rates=RATES)
    if amount.value <= -100:
        raise UsageError("nothing is left after {rate}% a year. Write a rate above -100%", rate=f"{amount.value:f}")
    return Choice(RATE, growth=CONTEXT.divide(amount.value, _HUNDRED))


def _require_possible(value: Quantity, row: Row) -> None:
    """Refuse a value beyond the natural limits, a negative level, a fall of all.

    Raises:
        UnitError: with the limit that it passes.
    """
    if not natural_limits(row.indicator).contains(value.value):
        raise UnitError(
            "{value} {unit} lies beyond the natural limits of {id}. Set another value",
            value=f"{value.within(row.indicator.unit):f}",
            unit=row.indicator.unit,
            id=row.indicator.id,
        )


def in_unit(amount: Amount, row: Row) -> Quantity:
    """A number, bare in the row's unit, with a scale word of it, or with a unit of the same kind.

    Raises:
        NotationError: a sign before it that makes it no plain number.
        UnitError: the unit is of another kind; the message names both.
    """
    if amount.sign not in ("", MINUS):
        raise NotationError(
            "'{text}' is a change, and a change is written +1pp for a share or growth, ×1.05 or +5% "
            "for a level. Write one of these, or the value without its sign",
            text=amount.text,
        )
    unit = amount.unit(row.unit.own, row.unit) or row.unit
    if unit.is_percent and not unit.below and row.unit.is_percent:
        unit = row.unit
    if not _fits(unit, row):
        if unit.below or not _fits(_completed(unit.text, row), row):
            raise UnitError(
                "'{unit}' and '{own}' measure different things. Write the value in {own}", unit=unit, own=row.unit
            )
        unit = _completed(unit.text, row)
    return of_unit(amount.value, point(amount.value), unit, row.indicator)


def _read(amount: Amount, row: Row, reference: Reference, state: State) -> Quantity:
    step = CONTEXT.divide(amount.value, _HUNDRED)
    if amount.sign == BY:
        return _times(amount, state.value(reference))
    if amount.sign and _POINTS.match(amount.words):
        now = state.value(reference)
        if now.sort not in _PURE:
            raise UnitError("points are for shares and growth, not for {unit}. Write ×1.05 or +5%", unit=row.unit)
        return now.exactly(CONTEXT.add(now.value, step))
    if _is_change(amount):
        now = state.value(reference)
        if now.sort in _PURE:
            raise UnitError("a change in % of a percentage is ambiguous. Write +1pp or ×1.05")
        return _scaled(now, CONTEXT.add(step, 1))
    return in_unit(amount, row)


def _times(amount: Amount, now: Quantity) -> Quantity:
    if amount.words:
        raise NotationError(
            "'{text}' is a multiple, and a multiple has no unit. Write ×{value}",
            text=amount.text,
            value=f"{amount.value:f}",
        )
    return _scaled(now, amount.value)


def _is_change(amount: Amount) -> bool:
    """Whether it is a change in percent: "+5%" and "-5%"; "-5 %/năm" is a fall of 5 % a year."""
    return amount.words == "%" if amount.sign == MINUS else amount.sign == PLUS and amount.words[:1] == "%"


def _scaled(value: Quantity, by: Decimal) -> Quantity:
    return value.exactly(CONTEXT.multiply(value.value, by))


def _fits(unit: Unit, row: Row) -> bool:
    """Whether a unit measures what the row's does: percent, points and times are three things."""
    measured = dimensions(unit)[1]
    return measured == dimensions(row.unit)[1] and (bool(measured) or unit.above == row.unit.above)


def _completed(text: str, row: Row) -> Unit:
    """A unit with what is below the line left out, as in "220 triệu đồng" per head."""
    return parse_unit("/".join([text, *split(row.unit.text)[1:]]), row.unit.own)
