"""The weights that printed merged figures imply, by what weighs them.

With a and b the figures of two parts and m the printed merged figure, the weight of the second part is
w = (m - a) / (b - a) within [0, 1]; for growth over n years each g is replaced by (1 + g)^-n. Each kind is
computed once. Source: docs/methods.md, "Blends".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from tgkt.arithmetic.growth import NotComputableError, compound
from tgkt.arithmetic.mean import implied_weight
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort
from tgkt.facts.indicator import Aggregation, Indicator
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.series.room import Room

_UNIT = Interval(Decimal(0), Decimal(1))


class Implied(NamedTuple):
    """The weight of the second part that one merged figure implies, or why there is none."""

    weight: str
    indicator: Indicator
    merged: str
    parts: tuple[str, ...]
    period: Period
    share: Quantity | None
    reason: Reason | None

    @property
    def area(self) -> str:
        """The part whose weight it is."""
        return self.parts[1]


def kind_of_weight(indicator: Indicator) -> str | None:
    """The indicator that weighs in a blend, whatever the declared aggregation calls it."""
    blend = indicator.blend
    return {
        Aggregation.WEIGHTED: blend.weight,
        Aggregation.RATIO: blend.denominator,
        Aggregation.GROWTH: blend.level,
    }.get(blend.by)


def implied_weights(room: Room) -> tuple[Implied, ...]:
    """The weight of the second part that every merged figure implies, by kind of weight."""
    kinds = _kinds(room)
    return tuple(each for weight in sorted(kinds.indicators) for each in kinds.implied(weight))


def implied_of(weight: str, room: Room) -> tuple[Implied, ...]:
    """Those of one kind of weight."""
    return _kinds(room).implied(weight)


class _Kinds:
    """The indicators that are weighed, by what weighs them, and what they imply of it; each kind is computed once."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._found: dict[str, tuple[Implied, ...]] = {}
        self.indicators: dict[str, list[Indicator]] = {}
        self._merged = [name for name, area in room.catalogue.areas.items() if len(area.constituents) == 2]
        for each in room.catalogue.indicators.values():
            if (weight := kind_of_weight(each)) is not None:
                self.indicators.setdefault(weight, []).append(each)

    def implied(self, weight: str) -> tuple[Implied, ...]:
        """The weight of the second part that every merged figure of a kind implies."""
        if weight not in self._found:
            self._found[weight] = tuple(
                one
                for indicator in self.indicators.get(weight, ())
                for merged in self._merged
                for period in self._room.series(indicator.id, merged).periods()
                if (one := implied_by(indicator, merged, period, self._room)) is not None
            )
        return self._found[weight]


@lru_cache(maxsize=4)
def _kinds(room: Room) -> _Kinds:
    return _Kinds(room)


def implied_by(indicator: Indicator, merged: str, period: Period, room: Room) -> Implied | None:
    """The weight w = (m - a) / (b - a) that one merged figure implies; None where one of the three is not printed."""
    areas = (merged, *room.catalogue.areas[merged].constituents)
    printed = room.series(indicator.id, merged).at(period)
    timing = printed.statement.timing if printed and printed.statement else None
    known = [room.series(indicator.id, area).at(period, timing) for area in areas]
    figures = [each.quantity for each in known if each is not None]
    weight = kind_of_weight(indicator)
    if weight is None or len(areas) != 3 or len(figures) != 3:
        return None
    share, reason = None, None
    try:
        values = [_transformed(each, indicator, period) for each in figures]
        spread = implied_weight(values[0].interval, values[1].interval, values[2].interval)
        if spread is None:
            reason = Reason("no_weight_between_0_and_1")
        else:
            middle = CONTEXT.divide(values[0].value - values[1].value, values[2].value - values[1].value)
            share = Quantity(min(max(middle, spread.low), spread.high), spread, (), Sort.SHARE)
    except NotComputableError as error:
        reason = error.reason
    return Implied(weight, indicator, merged, areas[1:], period, share, reason)


def in_common(found: Sequence[Implied]) -> Interval | None:
    """The intersection of the implied weights of one kind; None where it is empty."""
    spread: Interval | None = _UNIT
    for each in found:
        if each.share is not None and spread is not None:
            spread = spread.intersect(each.share.interval)
        elif each.reason and each.reason.code == "no_weight_between_0_and_1":
            return None
    return spread


def _transformed(value: Quantity, indicator: Indicator, period: Period) -> Quantity:
    """The value that is linear in the weights: the figure itself, or (1 + g)^-n for growth, back to the base year."""
    if indicator.blend.by is not Aggregation.GROWTH:
        return value
    return compound(value, -period.years)
