"""How the figures of a parent follow from those of its areas: the declared blends of the plan as a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from tgkt.arithmetic.quantity import CONTEXT, in_roots, in_unit
from tgkt.errors import UsageError, suggest
from tgkt.facts.indicator import Aggregation, Direction, Indicator, Kind, Path
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
        sign: -1 where less is better, 1 where more is; None where neither is.
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
    sign: int | None


def blendings(indicators: Mapping[str, Indicator], weigh_by: str | None = None) -> list[Blending]:
    """The blends of all indicators.

    Args:
        indicators: the indicators by their ids.
        weigh_by: the indicator that weighs whatever is not summed up, instead of what the plan declares.

    Raises:
        UsageError: no indicator weighs.
    """
    if weigh_by is not None and weigh_by not in indicators:
        advice = suggest(weigh_by, list(indicators))
        raise UsageError("--weight-by: unknown indicator '{id}'.{advice}", id=weigh_by, advice=advice)
    found = [_declared(each, indicators) for each in indicators.values()]
    return [_weighed(each, indicators[each.indicator], weigh_by) if weigh_by else each for each in found]


def _weighed(declared: Blending, indicator: Indicator, weigh_by: str) -> Blending:
    """A blend with another weight; sums, ranks, and what is weighed so already, stay as they are."""
    is_same = declared.form == Aggregation.WEIGHTED and declared.weight == weigh_by
    if declared.form == Aggregation.SUM or indicator.kind is Kind.RANK or indicator.id == weigh_by or is_same:
        return declared
    return declared._replace(
        form=str(Aggregation.WEIGHTED), weight=weigh_by, numerator=None, top=1, bottom=1, refused=None, is_given=True
    )


def types(decimal: str) -> list[str]:
    """The types of the columns of a `Blending`, whose limits are numbers of the type `decimal`."""
    kinds = {"top": "BIGINT", "bottom": "BIGINT", "floor": decimal, "ceiling": decimal}
    kinds |= {"is_geometric": "BOOLEAN", "is_given": "BOOLEAN", "sign": "INTEGER"}
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
        sign={Direction.INCREASE: 1, Direction.DECREASE: -1}.get(indicator.direction),
    )


def _times(indicator: Indicator, above: Indicator, below: Indicator) -> Fraction | None:
    """What numerator / denominator, each in its own unit, is multiplied by; None where it has no few digits."""
    one = Decimal(1)
    found = Fraction(in_unit(CONTEXT.divide(in_roots(one, above.unit), in_roots(one, below.unit)), indicator.unit))
    return found if max(found.numerator, found.denominator) <= _MOST else None
