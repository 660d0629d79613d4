"""What rounding leaves unexplained: how far two intervals are apart.

Zero where [a; b] and [c; d] meet, else a - d (the first lies above) or b - c (below), in the unit of both.
Source: docs/methods.md, "Audit".
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.quantity import CONTEXT, in_unit
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.units import Unit


def residual(one: Interval, other: Interval) -> Decimal:
    """The distance between two intervals; zero where they meet, positive when the first lies above."""
    if one.meets(other):
        return Decimal(0)
    above = one.low >= other.high
    return CONTEXT.subtract(one.low, other.high) if above else CONTEXT.subtract(one.high, other.low)


def within(distance: Decimal, unit: Unit) -> Decimal | None:
    """A distance in a unit; None where it is infinite."""
    return None if abs(distance) == INFINITY else in_unit(distance, unit)
