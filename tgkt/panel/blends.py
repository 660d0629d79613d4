"""How the figures of a parent follow from those of its areas: the declared blends of the plan as a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from tgkt.arithmetic.quantity import CONTEXT, in_roots, in_unit
from tgkt.facts.indicator import Aggregation, Indicator, Path
from tgkt.record import NamedTuple

_REFUSED = {
    Aggregation.GROWTH: "beyond_panel",
    Aggregation.BOUNDS: "bounds_only",
    Aggregation.NONE: "no_aggregation",
}
_MOST = 10**9


class Blending(NamedTuple):
    """The blend of one indicator, as the statement reads it.

    Attributes:
        indicator: the indicator.
        form: sum, weighted or ratio; else the declared word.
        weight: the indicator that weighs, or the denominator.
        numerator: the indicator that is divided.
        top: what a numerator is multiplied by, so that the quotient is in the unit of the indicator.
        bottom: what a weight is multiplied by for the same.
        refused: why no value is computed; None where one is.
        floor: the declared limit below.
        ceiling: the declared limit above.
        is_geometric: whether its way is by percent a year.
        is_given: whether the weight was asked for and is not the plan's.
    """

    indicator: str
    form: str
    weight: str | None
    numerator: str | None
    top: int
    bottom: int
    refused: str | None
    floor: Decimal | None
    ceiling: Decimal | None
    is_geometric: bool
    is_given: bool


def blendings(indicators: Mapping[str, Indicator]) -> list[Blending]:
    """The blends of all indicators."""
    return [_declared(each, indicators) for each in indicators.values()]


def types(decimal: str) -> list[str]:
    """The types of the columns of a `Blending`, whose limits are numbers of the type `decimal`."""
    kinds = {"top": "BIGINT", "bottom": "BIGINT", "floor": decimal, "ceiling": decimal}
    kinds |= {"is_geometric": "BOOLEAN", "is_given": "BOOLEAN"}
    return [kinds.get(name, "VARCHAR") for name in Blending._fields]


def _declared(indicator: Indicator, indicators: Mapping[str, Indicator]) -> Blending:
    blend = indicator.blend
    times: Fraction | None = Fraction(1)
    is_ratio = blend.by is Aggregation.RATIO
    if is_ratio and blend.numerator and blend.denominator:
        times = _times(indicator, indicators[blend.numerator], indicators[blend.denominator])
    return Blending(
        indicator=indicator.id,
        form=str(blend.by),
        weight=blend.denominator if is_ratio else blend.weight,
        numerator=blend.numerator if is_ratio else None,
        top=times.numerator if times else 1,
        bottom=times.denominator if times else 1,
        refused=_REFUSED.get(blend.by) if times else "beyond_decimal",
        floor=indicator.floor if indicator.floor.is_finite() else None,
        ceiling=indicator.ceiling if indicator.ceiling.is_finite() else None,
        is_geometric=indicator.path is Path.GEOMETRIC,
        is_given=False,
    )


def _times(indicator: Indicator, above: Indicator, below: Indicator) -> Fraction | None:
    """What numerator / denominator, each in its own unit, is multiplied by; None where it has no few digits."""
    one = Decimal(1)
    found = Fraction(in_unit(CONTEXT.divide(in_roots(one, above.unit), in_roots(one, below.unit)), indicator.unit))
    return found if max(found.numerator, found.denominator) <= _MOST else None
