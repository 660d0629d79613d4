"""Merged figures recomputed from the areas that were merged, beside what the documents print.

With x_i the parts' figures, w_i their weights and Y_i, g_i levels and growth over n years:

    sum        Σ x_i                    weighted, ratio   Σ w_i x_i / Σ w_i
    growth     (Σ Y_i (1+g_i)^n / Σ Y_i)^(1/n) - 1, beside it Σ w_i g_i / Σ w_i
    bounds     [min x_i; max x_i] whatever the weights, where no weight is known
    implied    w with (1 - w) x_1 + w x_2 = m, of two parts and the printed m

All figures are in the indicator's unit, weights are shares of one. A blend that cannot be made has a reason and raises
nothing. Source: docs/methods.md, "Blends".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.mean import Blended, Part, blend_growth, blend_sum, blend_weighted
from tgkt.arithmetic.quantity import Quantity, in_unit, sort_of
from tgkt.engine.blend.weights import implied_row, routes_of
from tgkt.facts.formula import Literal
from tgkt.facts.indicator import Aggregation, Indicator, Words
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.facts.statement import Timing
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.blend import Constituent, Implied, Merge
from tgkt.results.computed import Computed, Outcome, amount, computed
from tgkt.series.breaks import touching
from tgkt.series.derive.blend import blend_routes, leaves_of, part_figure
from tgkt.series.derive.bounds import bounds_of
from tgkt.series.derive.implied import implied_by, kind_of_weight
from tgkt.series.derive.route import Asked, value_of
from tgkt.series.derive.route import computed as put_to_work
from tgkt.series.derive.weights import Weights, share_of, weights_for
from tgkt.series.known import Known
from tgkt.series.series import Knowledge

_WITHOUT_WEIGHTS = (Aggregation.SUM, Aggregation.BOUNDS, Aggregation.NONE)


class Given(NamedTuple):
    """Weights from elsewhere: by another indicator, or by area, of the year a growth starts from or of its end."""

    weigh_by: str | None = None
    by_area: Mapping[str, Decimal] | None = None
    of_base: bool = False


def mergeable(knowledge: Knowledge, of: Collection[str] | None = None) -> list[tuple[Indicator, str, Period]]:
    """Every indicator, merged area and period for which at least one part has a figure, the newest period first."""
    known = knowledge.catalogue.indicators
    return [
        (indicator, area, period)
        for indicator in (known.values() if of is None else [known[id] for id in of])
        if indicator.blend.by is not Aggregation.NONE
        for area in knowledge.catalogue.areas
        for period in periods_of(indicator, area, knowledge)
    ]


def comparable(knowledge: Knowledge, of: Collection[str] | None = None) -> list[tuple[Indicator, str, Period]]:
    """The blends that can be compared with a merged figure that a document prints."""
    return [each for each in mergeable(knowledge, of) if knowledge.series(each[0].id, each[1]).at(each[2]) is not None]


def periods_of(indicator: Indicator, area: str, knowledge: Knowledge) -> list[Period]:
    """The periods for which a part of an area has a figure, newest first."""
    parts = _below(knowledge.catalogue.areas[area].constituents, knowledge)
    periods = {period for part in parts for period in _periods(indicator, part, knowledge)}
    return sorted(periods, key=lambda p: (-p.last, p.first))


def merge(indicator: Indicator, area: str, period: Period, knowledge: Knowledge, given: Given = Given()) -> Merge:  # noqa: B008 - immutable
    """Blend an indicator's parts by its declared aggregation.

    Args:
        indicator: what is blended.
        area: the merged area.
        period: the year or term.
        knowledge: what is known.
        given: weights instead of those found in the data.
    """
    asked = Asked(indicator, area, period, _timing(indicator, area, period, knowledge))
    parts, weights = _weighed(asked, knowledge, given)
    figures = {part: part_figure(asked, part, knowledge) for part in parts}
    printed = knowledge.series(indicator.id, area).at(period, asked.timing)
    blended, first, reason = _blended(asked, figures, weights, knowledge)
    derived = _derived(asked, blended, weights, knowledge)
    missing = tuple(part for part, figure in figures.items() if _value(asked, part, figure, knowledge) is None)
    bound = bounds_of(asked, knowledge) if blended is None else None
    weight = given.weigh_by or kind_of_weight(indicator)
    implication = implied_by(indicator, area, period, knowledge) if weight == kind_of_weight(indicator) else None
    implied = implied_row(implication) if implication else None
    counting = knowledge.figure(indicator.id, area, period, asked.timing)
    return Merge(
        indicator=indicator,
        area=area,
        period=period,
        timing=asked.timing or Timing.IN_YEAR,
        weight=weight,
        weight_from=weights.source if weights else _unweighed(indicator.blend.by),
        weights_of_base=weights.of_base if weights and indicator.blend.by is Aggregation.GROWTH else None,
        constituents=tuple(_constituents(asked, figures, weights, blended, knowledge)),
        blended=computed(derived.quantity if derived else blended.value, indicator.unit) if blended else None,
        bound=_spread(bound, indicator),
        first_order=computed(first.value, indicator.unit) if first else None,
        missing=missing,
        printed=printed.statement if printed else None,
        printed_range=computed(printed.quantity, indicator.unit) if printed else None,
        figure=amount(counting, indicator.unit) if counting else None,
        implied=implied.value if implied else None,
        outcome=_outcome(derived, blended, bound, printed, implied),
        reason=_reason(reason, missing, knowledge),
        assumes=_assumes(derived or bound),
        routes=routes_of(weight, asked, weights, knowledge) if weight and not given.by_area else (),
        breaks=touching(indicator.id, (area, *parts), (period,), knowledge),
    )


def _periods(indicator: Indicator, area: str, knowledge: Knowledge) -> set[Period]:
    """The periods an area has a figure for, printed or as the ratio of two that are."""
    blend, found = indicator.blend, set(knowledge.series(indicator.id, area).periods())
    if blend.numerator and blend.denominator:
        above, below = (knowledge.series(name, area).periods() for name in (blend.numerator, blend.denominator))
        found |= set(above) & set(below)
    return found


def _below(parts: Iterable[str], knowledge: Knowledge) -> list[str]:
    """Areas, and all that they were merged from."""
    return [each for part in parts for each in (part, *_below(knowledge.catalogue.areas[part].constituents, knowledge))]


def _blended(
    asked: Asked, figures: Mapping[str, Known | None], weights: Weights | None, knowledge: Knowledge
) -> tuple[Blended | None, Blended | None, Reason | None]:
    """The blend (for growth with its first-order value too), or the reason why there is none."""
    values = {part: _value(asked, part, figure, knowledge) for part, figure in figures.items()}
    whole = {part: value for part, value in values.items() if value is not None}
    if len(whole) < len(values) or not whole:
        return None, None, None
    if any(each is not None and each.derivation and each.is_only_bounded for each in figures.values()):
        return None, None, Reason("bounds_only")
    try:
        found, first = _mean(asked, whole, weights, knowledge)
    except NotComputableError as error:
        return None, None, error.reason
    return found, first, None


def _mean(
    asked: Asked, values: Mapping[str, Quantity], weights: Weights | None, knowledge: Knowledge
) -> tuple[Blended, Blended | None]:
    by = asked.indicator.blend.by
    if by is Aggregation.SUM:
        return blend_sum(list(values.values())), None
    if by in _WITHOUT_WEIGHTS:
        raise NotComputableError(_unweighed(by).code)
    if weights is None:
        raise NotComputableError("no_weights")
    parts = [Part(value, value_of(weights.terms[part], knowledge, weights.given)) for part, value in values.items()]
    if by is Aggregation.GROWTH:
        at_end = not weights.of_base
        return blend_growth(parts, asked.period.years, weights_at_end=at_end), blend_weighted(parts)
    return blend_weighted(parts), None


def _unweighed(by: Aggregation) -> Reason:
    """The reason why no weights are known."""
    if by is Aggregation.SUM:
        return Reason("no_weights_needed")
    if by is Aggregation.NONE:
        return Reason("no_aggregation")
    return Reason("bounds_only") if by is Aggregation.BOUNDS else Reason("no_weights")


def _derived(asked: Asked, blended: Blended | None, weights: Weights | None, knowledge: Knowledge) -> Known | None:
    """The blend with its assumptions and its tight interval, in which a figure used twice counts as one."""
    for route in blend_routes(asked, knowledge, weights) if blended else ():
        known = put_to_work(asked, route, knowledge)
        if known is not None and blended is not None and known.quantity.interval.contains(blended.value.value):
            return known._replace(quantity=known.quantity.spread(blended.value.value, known.quantity.interval))
    return None


def _weighed(asked: Asked, knowledge: Knowledge, given: Given) -> tuple[tuple[str, ...], Weights | None]:
    """The parts that are blended, with their weights: the smallest parts, else the direct parts of the merged area."""
    constituents, leaves = knowledge.catalogue.areas[asked.area].constituents, leaves_of(asked, knowledge)
    if given.by_area is not None:
        terms = {part: Literal(value) for part, value in given.by_area.items()}
        return constituents, Weights(dict(terms), Reason("given_weights"), of_base=given.of_base)
    for parts in dict.fromkeys((leaves, constituents)):
        if (found := next(weights_for(asked, parts, knowledge, given.weigh_by), None)) is not None:
            return parts, found
    return leaves, None


def _value(asked: Asked, part: str, known: Known | None, knowledge: Knowledge) -> Quantity | None:
    """A part's value: numerator over denominator where both are known and no bounds, else the known figure."""
    blend, indicator = asked.indicator.blend, asked.indicator
    if blend.numerator and blend.denominator:
        names = (blend.numerator, blend.denominator)
        above, below = (knowledge.figure(name, part, asked.period) for name in names)
        if above and below and below.quantity.interval.low > 0 and not (above.is_bound or below.is_bound):
            value = above.quantity / below.quantity
            return Quantity(value.value, value.interval, value.dimensions, sort_of(indicator, value))
    return known.quantity if known is not None else None


def _timing(indicator: Indicator, area: str, period: Period, knowledge: Knowledge) -> Timing | None:
    """The timing of the parts' figures (average, total …), by the first printed one; the merged figure shares it."""
    parts = _below(knowledge.catalogue.areas[area].constituents, knowledge)
    known = (knowledge.series(indicator.id, part).at(period) for part in parts)
    stated = (each.statement for each in known if each is not None)
    return next((each.timing for each in stated if each), None if period.is_year else Timing.AVERAGE)


def _constituents(
    asked: Asked,
    figures: Mapping[str, Known | None],
    weights: Weights | None,
    blended: Blended | None,
    knowledge: Knowledge,
) -> Iterable[Constituent]:
    for place, (part, known) in enumerate(figures.items()):
        has_weight = weights is not None and part in weights.terms
        share = share_of(part, weights, knowledge) if weights is not None and has_weight else None
        yield Constituent(
            area=part,
            statement=known.statement if known else None,
            figure=amount(known, asked.indicator.unit) if known else None,
            weight=share.value if share else None,
            weight_low=share.interval.low if share else None,
            weight_high=share.interval.high if share else None,
            contribution=in_unit(blended.contributions[place], asked.indicator.unit) if blended else None,
        )


def _spread(bound: Known | None, indicator: Indicator) -> Computed | None:
    return computed(bound.quantity, indicator.unit) if bound else None


def _outcome(
    derived: Known | None,
    blended: Blended | None,
    bound: Known | None,
    printed: Known | None,
    implied: Implied | None,
) -> Outcome | None:
    """Whether printed figure and parts can hold together; None where nothing is printed to compare with."""
    if printed is None:
        return None
    if blended is not None:
        return _compared(derived.quantity.interval if derived else blended.value.interval, printed)
    if bound is not None and not bound.quantity.interval.meets(printed.quantity.interval):
        return Outcome.INCONSISTENT
    if implied is not None and implied.value is not None:
        return Outcome.NEEDS_ASSUMPTION
    impossible = implied is not None and implied.reason and implied.reason.code == "no_weight_between_0_and_1"
    return Outcome.INCONSISTENT if impossible else Outcome.NOT_COMPUTABLE


def _compared(interval: Interval, printed: Known) -> Outcome:
    return Outcome.CONSISTENT if interval.meets(printed.quantity.interval) else Outcome.INCONSISTENT


def _reason(reason: Reason | None, missing: tuple[str, ...], knowledge: Knowledge) -> Reason | None:
    if not missing:
        return reason
    titles = tuple(knowledge.catalogue.areas[part].title for part in missing)
    return Reason("parts_missing", (("areas", titles),))


def _assumes(known: Known | None) -> tuple[Words | Reason, ...]:
    """The assumptions of the blend, or of its bounds."""
    return known.derivation.assumes if known is not None and known.derivation is not None else ()
