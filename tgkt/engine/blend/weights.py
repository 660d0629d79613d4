"""The weights of a blend as results: what merged figures imply, and what every route gives.

A weight is a share of the whole: implied w = (m - a) / (b - a) of the second part, by a route the value of its formula;
in percent for tables, as fractions beside a blend. Source: docs/methods.md, "Blends".
"""

from __future__ import annotations

from functools import lru_cache

from tgkt.arithmetic.quantity import Quantity
from tgkt.facts.formula import references
from tgkt.facts.units import parse_unit
from tgkt.reason import Reason
from tgkt.results.blend import Implied, WeightRoute
from tgkt.results.computed import Computed, computed
from tgkt.series.breaks import touching
from tgkt.series.derive.implied import Implied as ImpliedShare
from tgkt.series.derive.implied import implied_weights
from tgkt.series.derive.route import Asked
from tgkt.series.derive.weights import Tried, Weights, tried
from tgkt.series.series import Knowledge

PERCENT = parse_unit("%")


def implied_table(knowledge: Knowledge) -> tuple[Implied, ...]:
    """The weight of the second part that every merged figure implies, by kind of weight."""
    return tuple(_marked(each, knowledge) for each in implied_weights(knowledge))


def _marked(each: ImpliedShare, knowledge: Knowledge) -> Implied:
    """An implied weight with the breaks that touch its figures."""
    breaks = touching(each.indicator.id, (each.merged, *each.parts), (each.period,), knowledge)
    return implied_row(each)._replace(breaks=breaks)


def implied_row(each: ImpliedShare) -> Implied:
    """An implied weight in percent."""
    value = percent(each.share) if each.share else None
    return Implied(each.weight, each.indicator, each.area, each.period, value, each.reason)


def routes_of(weight: str, asked: Asked, taken: Weights | None, knowledge: Knowledge) -> tuple[WeightRoute, ...]:
    """Every declared route to a weight, with its value and whether the blend uses it."""
    found = []
    for each in _tried(weight, asked.area, asked.period.last, knowledge):
        share = percent(each.share) if each.share else None
        is_taken = taken is not None and each.route.formula in taken.terms.values()
        uses_itself = any(named.indicator == asked.indicator.id for named in references(each.route.formula))
        reason = each.reason or (Reason("uses_itself") if uses_itself else None)
        value, low, high = (share.value, share.low, share.high) if share else (None, None, None)
        found.append(WeightRoute(each.route, value, low, high, is_taken, reason))
    return tuple(found)


@lru_cache(maxsize=32)
def _tried(weight: str, merged: str, year: int, knowledge: Knowledge) -> tuple[Tried, ...]:
    """The routes to a weight, tried once and kept for every indicator with that weight."""
    return tuple(tried(weight, merged, year, knowledge))


def percent(share: Quantity) -> Computed:
    """A fraction with its interval, in percent."""
    return computed(share, PERCENT)
