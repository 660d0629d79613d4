"""Digits of machine numbers: printed ones as they stand, computed ones at most twelve, their ends rounded outward."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from tgkt.facts.figure import Figure
from tgkt.results.computed import Amount, Computed

MOST = 12
_NEAREST = Context(prec=MOST)
_DOWN = Context(prec=MOST, rounding=ROUND_FLOOR)
_UP = Context(prec=MOST, rounding=ROUND_CEILING)


def meant(value: Decimal | None) -> Decimal | None:
    """A computed number, half to even; None for what has no end."""
    return _rounded(value, _NEAREST)


def lowest(value: Decimal | None) -> Decimal | None:
    """The lower end of a computed range, rounded down; None where it is open."""
    return _rounded(value, _DOWN)


def highest(value: Decimal | None) -> Decimal | None:
    """The upper end of a computed range, rounded up; None where it is open."""
    return _rounded(value, _UP)


def _rounded(value: Decimal | None, context: Context) -> Decimal | None:
    return None if value is None or not value.is_finite() else context.plus(value)


def ends_of(value: Computed | Amount | None, name: str) -> dict[str, Decimal | None]:
    """Both ends of a range as the fields `name_low` and `name_high`."""
    return {
        f"{name}_low": lowest(value.low) if value else None,
        f"{name}_high": highest(value.high) if value else None,
    }


def number_of(figure: Figure | None) -> Decimal | None:
    """The printed number with its digits; a range has none of its own."""
    return None if figure is None or figure.is_range else figure.low
