"""The natural limits of an indicator: what no figure of it can pass."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.units import dimensions
from tgkt.series.known import scaled

_LEVELS = (Kind.LEVEL, Kind.COUNT)


def declared_limits(indicator: Indicator) -> Interval:
    """The limits the data declare, in root units."""
    return scaled(Interval(indicator.floor, indicator.ceiling), dimensions(indicator.unit)[0])


def natural_limits(indicator: Indicator) -> Interval:
    """The declared limits and what no data need say: no level below zero, no growth that leaves nothing."""
    limits = declared_limits(indicator)
    if indicator.kind is Kind.GROWTH:
        return Interval(Decimal(-1), limits.high, low_open=True)
    low = max(limits.low, Decimal(0)) if indicator.kind in _LEVELS else limits.low
    return Interval(low, limits.high)


def is_limited(indicator: Indicator) -> bool:
    """Whether the data declare a limit."""
    return abs(indicator.floor) != INFINITY or abs(indicator.ceiling) != INFINITY
