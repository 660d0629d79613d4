"""Reading amounts that a person types: `9`, `9%/năm`, `+1pp`, `×1.05`, `400 nghìn tỷ đồng`.

`--set` takes them all, `--for` a number with or without a unit, `--pace` a rate: `9%`, `+0.5pp`.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, of_unit
from tgkt.engine.project.choice import LAST_TERM, OBSERVED, RATE, REQUIRED, Choice
from tgkt.engine.project.what_if import State, from_now_on, own_reference
from tgkt.errors import NotationError, UnitError, UsageError
from tgkt.facts.formula import Reference
from tgkt.facts.interval import point
from tgkt.facts.notation import document_number, plain_number, read_argument
from tgkt.facts.plan import Row
from tgkt.facts.units import Unit, dimensions, parse_unit, split
from tgkt.series.limits import natural_limits
from tgkt.series.series import Knowledge

SOURCES = (OBSERVED, LAST_TERM, REQUIRED)
_RATES = "Write observed, last_term, required, 9% or +0.5pp"
_TIMES = re.compile(r"[×x*]\s*(\S+)\Z")
_POINTS = re.compile(r"([+\-−])\s*(\S+?)\s*(?:pp|điểm(?:\s*(?:%|phần\s+trăm))?)\Z")
_PERCENT = re.compile(r"([+\-−])\s*(\S+?)\s*%\Z")
_RATE = re.compile(r"([+\-−]?)\s*(.+?)\s*(pp|điểm(?:\s*(?:%|phần\s+trăm))?(?:/năm)?|%(?:/năm)?)?\Z")
_NO_VALUE = {"no_year_left": "every year of its term has its figure. Set another indicator"}
_MINUS = ("-", "−")
_PURE = (Sort.SHARE, Sort.GROWTH, Sort.POINTS, Sort.RATIO)


def read_setting(text: str, row: Row, state: State, knowledge: Knowledge) -> tuple[Reference, Quantity]:
    """The figure a row speaks of, set to a value.

    Args:
        text: an absolute value, perhaps with a unit; `+1pp` of a share or growth; `×1.05` or `+5%` of a level.
        row: the row whose target period is meant.
        state: the state before, for relative settings.
        knowledge: what is known: an average that has begun is set for the years left.

    Raises:
        UsageError: it cannot be read, or does not fit the indicator; the message says what would.
    """
    reference = own_reference(row)
    if reference is None:
        raise UsageError(f"--set {row.indicator.id}: its target has no number of its own to set. Set another indicator")
    try:
        value = _read(unicodedata.normalize("NFC", text.strip()), row, reference, state)
        _require_possible(value, row)
        return reference, from_now_on(value, row, knowledge)
    except (NotationError, UnitError) as error:
        raise UsageError(f"--set {row.indicator.id}={text}: {error}") from None
    except NotComputableError as error:
        told = _NO_VALUE.get(error.reason.code, "there is no value to change. Set a number outright")
        raise UsageError(f"--set {row.indicator.id}={text}: {told}") from None


def read_pace(text: str | None) -> Choice:
    """A source of pace, a growth in percent, or points a year.

    Raises:
        UsageError: it is none of them; the message names what is.
    """
    if text is None or text in SOURCES:
        return Choice(text)
    if text == "trend":
        raise UsageError("--pace trend is now --pace last_term. Write --pace last_term")
    match = _RATE.match(unicodedata.normalize("NFC", text.strip()))
    if match is None:
        raise UsageError(f"--pace: nothing is written. {_RATES}")
    sign, digits, unit = match.groups(default="")
    is_vietnamese = "," in digits and unit.endswith("/năm")
    try:
        value = document_number(digits, "vi") if is_vietnamese else plain_number(digits)
    except NotationError as error:
        raise UsageError(f"--pace: {error}. {_RATES}") from None
    signed = -value if sign in _MINUS else value
    if unit and not unit.startswith("%"):
        return Choice(RATE, points=signed)
    if signed <= -100:
        raise UsageError(f"--pace: nothing is left after {signed} % a year. Write a rate above -100%")
    return Choice(RATE, growth=signed / 100)


def _require_possible(value: Quantity, row: Row) -> None:
    """Refuse a value beyond the natural limits, a negative level, a fall of all.

    Raises:
        UnitError: with the limit that it passes.
    """
    if not natural_limits(row.indicator).contains(value.value):
        own = value.within(row.indicator.unit)
        raise UnitError(
            f"{own:f} {row.indicator.unit} lies beyond the natural limits of {row.indicator.id}. Set another value"
        )


def in_unit(text: str, row: Row) -> Quantity:
    """A number, bare in the row's unit or with a unit of the same kind.

    Raises:
        NotationError: it is no number.
        UnitError: the unit is of another kind; the message names both.
    """
    try:
        value, unit = read_argument(text, own=row.unit.own)
    except NotationError as error:
        raise NotationError(f"{str(error).split('. --notation')[0]}. Write e.g. 9.5 or '9,5%/năm'") from None
    if unit is not None and unit.is_percent and not unit.below and row.unit.is_percent:
        unit = row.unit
    unit = unit or row.unit
    if not _fits(unit, row):
        if unit.below or not _fits(_completed(unit.text, row), row):
            raise UnitError(f"'{unit}' and '{row.unit}' measure different things. Write the value in {row.unit}")
        unit = _completed(unit.text, row)
    return of_unit(value, point(value), unit, row.indicator)


def _read(text: str, row: Row, reference: Reference, state: State) -> Quantity:
    if match := _TIMES.match(text):
        return _scaled(state.value(reference), plain_number(match[1]))
    if match := _POINTS.match(text):
        now, step = state.value(reference), plain_number(match[2]) / 100
        if now.sort not in _PURE:
            raise UnitError(f"points are for shares and growth, not for {row.unit}. Write ×1.05 or +5%")
        return _shifted(now, step if match[1] == "+" else -step)
    if match := _PERCENT.match(text):
        now = state.value(reference)
        if now.sort in _PURE:
            raise UnitError("a change in % of a percentage is ambiguous. Write +1pp or ×1.05")
        step = plain_number(match[2]) / 100
        return _scaled(now, 1 + (step if match[1] == "+" else -step))
    return in_unit(text, row)


def _scaled(value: Quantity, by: Decimal) -> Quantity:
    return value.exactly(CONTEXT.multiply(value.value, by))


def _shifted(value: Quantity, by: Decimal) -> Quantity:
    return value.exactly(CONTEXT.add(value.value, by))


def _fits(unit: Unit, row: Row) -> bool:
    """Whether a unit measures what the row's does: percent, points and times are three things."""
    measured = dimensions(unit)[1]
    return measured == dimensions(row.unit)[1] and (bool(measured) or unit.above == row.unit.above)


def _completed(text: str, row: Row) -> Unit:
    """A unit with what is below the line left out, as in "220 triệu đồng" per head."""
    return parse_unit("/".join([text, *split(row.unit.text)[1:]]), row.unit.own)
