"""Weights for a blend: given, printed, derived by a route, or implied by other merged figures.

They are tried in that order. A weight of one kind never serves for another: labour does not weigh GRDP.
Of several routes the narrowest is taken that does not use the blended indicator itself. Implied
weights of one kind are intersected; when they have nothing in common, none is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.growth import NotComputableError, compound
from tgkt.arithmetic.mean import implied_weight
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, number
from tgkt.errors import UnitError
from tgkt.facts.formula import references
from tgkt.facts.indicator import Aggregation, Indicator
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.facts.statement import Placed, Statement
from tgkt.facts.units import parse_unit
from tgkt.reason import Reason
from tgkt.results.blend import Implied, WeightRoute
from tgkt.results.computed import Computed
from tgkt.series.breaks import touching
from tgkt.series.reference import lookup
from tgkt.series.series import Knowledge

PERCENT = parse_unit("%")


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each constituent, where it comes from, and every route that was looked at."""

    by_area: dict[str, Quantity]
    source: Reason
    routes: tuple[WeightRoute, ...] = ()
    of_base_year: bool = False


def kind_of_weight(indicator: Indicator) -> str | None:
    """The indicator that weighs in a blend, whatever the declared aggregation calls it."""
    blend = indicator.blend
    return {
        Aggregation.WEIGHTED: blend.weight,
        Aggregation.RATIO: blend.denominator,
        Aggregation.GROWTH: blend.level,
    }.get(blend.by)


def weights_for(indicator: Indicator, weight: str, merged: str, period: Period, knowledge: Knowledge) -> Weights | None:
    """Find the weights of a merged area's constituents; None when no document allows any.

    Args:
        indicator: what is blended.
        weight: the indicator that weighs.
        merged: the merged area.
        period: the period of the blend; weights are of its last year, for growth also of its base year.
        knowledge: what is known.
    """
    areas = knowledge.catalogue.areas[merged].constituents
    grows = indicator.blend.by is Aggregation.GROWTH
    for when in (period, _year(period.last), *([_year(period.base_year)] if grows else [])):
        printed = {area: _printed(weight, area, when, knowledge) for area in areas}
        if all(printed.values()):
            stated = tuple(
                Placed(knowledge.catalogue.areas[s.area].title, s) for pair in printed.values() if pair for s in pair[0]
            )
            return Weights(
                {a: pair[1] for a, pair in printed.items() if pair},
                Reason("printed_weights", (("figures", stated),)),
                of_base_year=when.last < period.last,
            )
    routes = tuple(_try_routes(indicator, weight, merged, period, knowledge))
    taken = next((each for each in routes if each.taken), None)
    if taken is not None and len(areas) == 2:
        share = evaluate(taken.route.formula, lookup(knowledge))
        return Weights(
            _shares(areas, taken.route.area, share), Reason("route", (("title", taken.route.title),)), routes
        )
    return _implied_weights(indicator, weight, merged, knowledge, routes)


@lru_cache(maxsize=1)
def implied_table(knowledge: Knowledge) -> tuple[Implied, ...]:
    """The weight of the second constituent that every merged figure implies, by kind of weight; computed once."""
    found = []
    for indicator in knowledge.catalogue.indicators.values():
        weight = kind_of_weight(indicator)
        for merged, area in knowledge.catalogue.areas.items():
            if weight is None or len(area.constituents) != 2:
                continue
            for period in knowledge.series(indicator.id, merged).periods():
                one = implied(indicator, merged, period, knowledge)
                if one is not None:
                    places = (merged, *area.constituents)
                    found.append(one._replace(breaks=touching(indicator.id, places, (period,), knowledge)))
    return tuple(sorted(found, key=lambda each: each.weight))


def implied(indicator: Indicator, merged: str, period: Period, knowledge: Knowledge) -> Implied | None:
    """The weight one merged figure implies; None when a figure is not printed."""
    areas = (merged, *knowledge.catalogue.areas[merged].constituents)
    printed = knowledge.series(indicator.id, merged).at(period)
    timing = printed.statement.timing if printed and printed.statement else None
    known = [knowledge.series(indicator.id, area).at(period, timing) for area in areas]
    figures = [each.quantity for each in known if each is not None]
    weight = kind_of_weight(indicator)
    if weight is None or len(areas) != 3 or len(figures) != 3:
        return None
    try:
        values = [_transformed(each, indicator, period) for each in figures]
        spread = implied_weight(values[0].interval, values[1].interval, values[2].interval)
        if spread is None:
            return Implied(weight, indicator, areas[2], period, None, Reason("no_weight_between_0_and_1"))
        middle = CONTEXT.divide(values[0].value - values[1].value, values[2].value - values[1].value)
    except NotComputableError as error:
        return Implied(weight, indicator, areas[2], period, None, error.reason)
    middle = min(max(middle, spread.low), spread.high)
    return Implied(weight, indicator, areas[2], period, percent(middle, spread), None)


def intersection(found: Sequence[Implied]) -> Interval | None:
    """What the implied weights of one kind have in common, in percent; None when nothing."""
    spread: Interval | None = Interval(Decimal(0), Decimal(100))
    for each in found:
        if each.value is not None and spread is not None:
            spread = spread.intersect(Interval(each.value.low, each.value.high))
        elif each.reason and each.reason.code == "no_weight_between_0_and_1":
            return None
    return spread


def percent(value: Decimal, spread: Interval) -> Computed:
    """A fraction with its interval, in percent."""
    return Computed(value * 100, spread.low * 100, spread.high * 100, PERCENT)


def _transformed(value: Quantity, indicator: Indicator, period: Period) -> Quantity:
    """What is linear in the weights: the value, or for growth the factor back to the base year."""
    if indicator.blend.by is not Aggregation.GROWTH:
        return value
    return compound(value, -period.years)


def _year(year: int) -> Period:
    return Period(year, year)


def _printed(
    weight: str, area: str, when: Period, knowledge: Knowledge
) -> tuple[tuple[Statement, ...], Quantity] | None:
    """An area's weight as printed, else the sum of what is printed for its own constituents."""
    found = knowledge.series(weight, area).at(when)
    if found is not None and not found.is_bound:
        return found.inputs, found.quantity
    inner = [_printed(weight, part, when, knowledge) for part in knowledge.catalogue.areas[area].constituents]
    known = [pair for pair in inner if pair is not None]
    if not known or len(known) < len(inner):
        return None
    total = known[0][1]
    for _, value in known[1:]:
        total = total + value
    return tuple(s for statements, _ in known for s in statements), total


def _try_routes(
    indicator: Indicator, weight: str, merged: str, period: Period, knowledge: Knowledge
) -> list[WeightRoute]:
    tried = []
    for route in knowledge.catalogue.routes:
        if route.weight != weight or route.within != merged or route.period.last != period.last:
            continue
        try:
            share = evaluate(route.formula, lookup(knowledge))
            shown = percent(share.value, share.interval)
            tried.append(WeightRoute(route, shown.value, shown.low, shown.high, False, None))
        except NotComputableError as error:
            tried.append(WeightRoute(route, None, None, None, False, error.reason))
        except UnitError as error:
            tried.append(WeightRoute(route, None, None, None, False, Reason("units", (("message", str(error)),))))
    return _take_narrowest(tried, indicator)


def _take_narrowest(tried: list[WeightRoute], indicator: Indicator) -> list[WeightRoute]:
    fit = [
        (each.high - each.low, place)
        for place, each in enumerate(tried)
        if each.high is not None and each.low is not None and not _uses(each, indicator)
    ]
    best = min(fit)[1] if fit else None
    return [
        WeightRoute(
            each.route,
            each.value,
            each.low,
            each.high,
            place == best,
            each.reason or (Reason("uses_itself") if _uses(each, indicator) else None),
        )
        for place, each in enumerate(tried)
    ]


def _uses(tried: WeightRoute, indicator: Indicator) -> bool:
    return any(reference.indicator == indicator.id for reference in references(tried.route.formula))


def _shares(areas: Sequence[str], of: str, share: Quantity) -> dict[str, Quantity]:
    inside = share.interval.intersect(Interval(Decimal(0), Decimal(1))) or share.interval
    share = Quantity(share.value, inside, (), Sort.SHARE)
    return {area: share if area == of else number(1) - share for area in areas}


def _implied_weights(
    indicator: Indicator, weight: str, merged: str, knowledge: Knowledge, routes: tuple[WeightRoute, ...]
) -> Weights | None:
    areas = knowledge.catalogue.areas[merged].constituents
    others = [
        each
        for each in implied_table(knowledge)
        if each.weight == weight and each.indicator.id != indicator.id and each.value is not None
    ]
    spread = intersection(others)
    if not others or spread is None or len(areas) != 2:
        return None
    low, high = spread.low / 100, spread.high / 100
    share = Quantity((low + high) / 2, Interval(low, high), (), Sort.SHARE)
    names = tuple(each.indicator.title for each in others)
    return Weights(_shares(areas, areas[1], share), Reason("implied_weights", (("titles", names),)), routes)
