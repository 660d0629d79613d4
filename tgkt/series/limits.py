"""The natural limits of an indicator: the least and the greatest value possible, in root units.

They are the declared limits. Where no lower one is declared it is 0 for levels and counts; growth is above -1 (-100 %).
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.quantity import range_in_roots
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.interval import INFINITY, Interval

_LEVELS = (Kind.LEVEL, Kind.COUNT)
_NOTHING_LEFT = Decimal(-1)


def declared_limits(indicator: Indicator) -> Interval:
    """The limits the data declare, in root units."""
    return range_in_roots(Interval(indicator.floor, indicator.ceiling), indicator.unit)


def natural_limits(indicator: Indicator) -> Interval:
    """The declared limits, completed by 0 for levels and counts and by -100 % (excluded) for growth."""
    limits = declared_limits(indicator)
    if indicator.kind is Kind.GROWTH and limits.low <= _NOTHING_LEFT:
        return Interval(_NOTHING_LEFT, limits.high, low_open=True)
    is_open = limits.low == -INFINITY and indicator.kind in _LEVELS
    return Interval(Decimal(0) if is_open else limits.low, limits.high)
