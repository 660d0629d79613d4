"""Merged figures recomputed from the old provinces, beside what the documents print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError, total
from tgkt.arithmetic.mean import Blended, Part, blend_growth, blend_sum, blend_weighted
from tgkt.arithmetic.quantity import CONTEXT, Quantity, in_unit, number, of_unit, sort_of
from tgkt.engine.blend.weights import Weights, implied, kind_of_weight, weights_for
from tgkt.facts.indicator import Aggregation, Indicator
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.facts.statement import Timing
from tgkt.reason import Reason
from tgkt.results.blend import Constituent, Implied, Merge
from tgkt.results.computed import Outcome, computed
from tgkt.series.breaks import touching
from tgkt.series.known import Known
from tgkt.series.series import Knowledge


def mergeable(knowledge: Knowledge) -> list[tuple[Indicator, str, Period]]:
    """Every indicator, merged area and period for which a constituent has a figure, newest first."""
    found = []
    for indicator in knowledge.catalogue.indicators.values():
        for name, area in knowledge.catalogue.areas.items():
            if not area.constituents or indicator.blend.by is Aggregation.NONE:
                continue
            parts = (knowledge.series(indicator.id, part) for part in area.constituents)
            periods = {period for part in parts for period in part.periods()}
            found += [(indicator, name, period) for period in sorted(periods, key=lambda p: (-p.last, p.first))]
    return found


def merge(
    indicator: Indicator,
    area: str,
    period: Period,
    knowledge: Knowledge,
    *,
    weigh_by: str | None = None,
    given: Mapping[str, Decimal] | None = None,
) -> Merge:
    """Blend an indicator's constituents by its declared aggregation.

    Args:
        indicator: what is blended.
        area: the merged area.
        period: the year or term.
        knowledge: what is known.
        weigh_by: another indicator to weigh by, instead of the declared one.
        given: weights by area, instead of any found in the data.
    """
    constituents = knowledge.catalogue.areas[area].constituents
    timing = _timing(indicator, constituents, period, knowledge)
    figures = {part: knowledge.series(indicator.id, part).at(period, timing) for part in constituents}
    values = {part: _value(indicator, part, period, figures[part], knowledge) for part in constituents}
    printed = knowledge.series(indicator.id, area).at(period, timing)
    weight = weigh_by or kind_of_weight(indicator)
    implication = implied(indicator, area, period, knowledge) if weight == kind_of_weight(indicator) else None
    weights = _weights(indicator, weight, area, period, knowledge, given)
    blended: Blended | None = None
    first: Blended | None = None
    reason = None
    try:
        blended, first = _blend(indicator, values, weights, period)
    except NotComputableError as error:
        reason = error.reason
    shown = computed(blended.value, indicator.unit) if blended else None
    return Merge(
        indicator=indicator,
        area=area,
        period=period,
        timing=timing,
        weight=weight,
        weight_from=weights.source if weights else Reason("no_weights_needed" if weight is None else "no_weights"),
        constituents=tuple(
            _constituent(part, figures[part], weights, blended, place, indicator)
            for place, part in enumerate(constituents)
        ),
        blended=shown,
        first_order=computed(first.value, indicator.unit) if first else None,
        coverage=blended.coverage if blended else None,
        printed=printed.statement if printed else None,
        printed_range=computed(printed.quantity, indicator.unit) if printed else None,
        implied=implication.value if implication else None,
        outcome=_outcome(blended, printed, implication),
        reason=reason if blended is None else Reason("partial") if blended.coverage < 1 else None,
        routes=weights.routes if weights else (),
        breaks=touching(indicator.id, (area, *constituents), (period,), knowledge),
    )


def _blend(
    indicator: Indicator, values: Mapping[str, Quantity | None], weights: Weights | None, period: Period
) -> tuple[Blended, Blended | None]:
    if indicator.blend.by is Aggregation.SUM:
        return blend_sum(list(values.values())), None
    if indicator.blend.by is Aggregation.NONE:
        raise NotComputableError("no_aggregation")
    if weights is None:
        raise NotComputableError("no_weights")
    parts = [Part(value, weights.by_area[part]) for part, value in values.items()]
    if indicator.blend.by is Aggregation.GROWTH:
        return blend_growth(parts, period.years, weights_at_end=not weights.of_base_year), blend_weighted(parts)
    return blend_weighted(parts), None


def _weights(
    indicator: Indicator,
    weight: str | None,
    area: str,
    period: Period,
    knowledge: Knowledge,
    given: Mapping[str, Decimal] | None,
) -> Weights | None:
    if given is not None:
        return Weights({part: number(value) for part, value in given.items()}, Reason("given_weights"))
    return weights_for(indicator, weight, area, period, knowledge) if weight else None


def _outcome(blended: Blended | None, printed: Known | None, implication: Implied | None) -> Outcome:
    if blended is None or printed is None:
        if implication is None or printed is None:
            return Outcome.NOT_COMPUTABLE
        if implication.value is not None:
            return Outcome.NEEDS_ASSUMPTION
        impossible = implication.reason is not None and implication.reason.code == "no_weight_between_0_and_1"
        return Outcome.INCONSISTENT if impossible else Outcome.NOT_COMPUTABLE
    if blended.coverage < 1:
        return Outcome.NOT_COMPUTABLE
    return Outcome.CONSISTENT if blended.value.interval.meets(printed.quantity.interval) else Outcome.INCONSISTENT


def _value(
    indicator: Indicator, area: str, period: Period, known: Known | None, knowledge: Knowledge
) -> Quantity | None:
    """A constituent's value: from printed counts where it is a ratio, else as printed, else from its own parts."""
    if (counted := _quotient(indicator, area, period, knowledge)) is not None:
        return counted
    if known is not None:
        return known.quantity
    if not knowledge.catalogue.areas[area].constituents:
        return None
    found = merge(indicator, area, period, knowledge)
    inner = found.blended
    if inner is None or found.coverage != 1:
        return None
    return of_unit(inner.value, Interval(inner.low, inner.high), inner.unit, indicator)


def _quotient(indicator: Indicator, area: str, period: Period, knowledge: Knowledge) -> Quantity | None:
    """Numerator over denominator as printed: a ratio of sums is then exact, and needs no printed ratio."""
    blend = indicator.blend
    if blend.numerator is None or blend.denominator is None:
        return None
    above, below = (knowledge.series(name, area).at(period) for name in (blend.numerator, blend.denominator))
    if above is None or below is None or below.quantity.interval.low <= 0:
        return None
    value = above.quantity / below.quantity
    return Quantity(value.value, value.interval, value.dimensions, sort_of(indicator, value))


def _timing(indicator: Indicator, areas: Iterable[str], period: Period, knowledge: Knowledge) -> Timing:
    """How the constituents' figures relate to the period; the merged figure must relate to it in the same way."""
    known = (knowledge.series(indicator.id, area).at(period) for area in areas)
    stated = (each.statement for each in known if each is not None)
    return next((each.timing for each in stated if each), Timing.IN_YEAR if period.is_year else Timing.AVERAGE)


def _constituent(
    area: str,
    known: Known | None,
    weights: Weights | None,
    blended: Blended | None,
    place: int,
    indicator: Indicator,
) -> Constituent:
    share = _share(area, weights) if weights and area in weights.by_area else None
    contribution = in_unit(blended.contributions[place], indicator.unit) if blended else None
    return Constituent(
        area=area,
        statement=known.statement if known else None,
        weight=share[0] if share else None,
        weight_low=share[1] if share else None,
        weight_high=share[2] if share else None,
        contribution=contribution,
    )


def _share(area: str, weights: Weights) -> tuple[Decimal, Decimal, Decimal] | None:
    """An area's share of all weights with its ends: smallest where the others are heaviest."""
    own = weights.by_area[area]
    others = [weight for name, weight in weights.by_area.items() if name != area]
    whole = total([own.value, *(each.value for each in others)])
    low = total([own.interval.low, *(each.interval.high for each in others)])
    high = total([own.interval.high, *(each.interval.low for each in others)])
    if not whole or not low or not high or not all(end.is_finite() for end in (low, high)):
        return None
    return tuple(  # type: ignore[return-value]  # three in, three out
        CONTEXT.divide(part, all_of)
        for part, all_of in ((own.value, whole), (own.interval.low, low), (own.interval.high, high))
    )
