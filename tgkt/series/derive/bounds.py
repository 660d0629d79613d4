"""Bounds of a merged figure that hold whatever the weights.

With x_i the figures of the parts, w_i >= 0 their weights and [L, U] the natural limits:

    all parts known      min x_i <= Σ w_i x_i / Σ w_i <= max x_i
    sum, some missing    Σ x_i over the known parts <= x, if nothing in it can be negative (L >= 0)
    mean, some missing   the blend with [L, U] for the missing parts, if the known ones weigh more than half

The first holds for shares and rates of parts that partition the area and are defined alike, and for growth of levels
that cannot be negative; for changes in points only if the weights stand still. Ranks and indices have no bounds.
Source: docs/methods.md, "Derived figures".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tgkt.arithmetic.growth import total
from tgkt.arithmetic.mean import Part, blend_growth, blend_weighted
from tgkt.arithmetic.quantity import CONTEXT, Quantity
from tgkt.facts.indicator import Aggregation, Indicator, Kind, Words
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.statement import Timing
from tgkt.reason import Reason
from tgkt.series.certainty import Rest, in_order
from tgkt.series.derive.blend import leaves_of, part_figure
from tgkt.series.derive.route import Asked, figure_of, value_of
from tgkt.series.derive.weights import Weights, share_of, weights_for
from tgkt.series.known import Attempt, Derivation, How, Known, Step, together
from tgkt.series.limits import natural_limits
from tgkt.series.room import Room

_MEANS = (Aggregation.WEIGHTED, Aggregation.RATIO, Aggregation.GROWTH, Aggregation.BOUNDS)
_WITHOUT = (Kind.INDEX, Kind.RANK, Kind.MILESTONE, Kind.STRUCTURE)
_HALF = Decimal("0.5")


def bounds_of(asked: Asked, room: Room) -> Known | None:
    """The bounds of a merged figure, as formulated above; None where none can be given."""
    leaves = leaves_of(asked, room)
    figures = {each: part_figure(asked, each, room) for each in leaves}
    known = {area: figure for area, figure in figures.items() if figure is not None}
    missing = tuple(area for area in leaves if area not in known)
    if not known or asked.indicator.kind in _WITHOUT or asked.timing is Timing.EVERY_YEAR:
        return None
    by = asked.indicator.blend.by
    if by is Aggregation.SUM and missing:
        return _at_least(asked, known, missing)
    if by not in _MEANS or not _adds_up(asked.indicator, room):
        return None
    return _with_limits(asked, known, missing, room) if missing else _between(asked, known)


def _between(asked: Asked, known: dict[str, Known]) -> Known:
    """The hull of the parts' intervals: from the least to the greatest."""
    intervals = [each.quantity.interval for each in known.values()]
    low, low_open = min((each.low, each.low_open) for each in intervals)
    high, closed = max((each.high, not each.high_open) for each in intervals)
    return _bounded(asked, known, Interval(low, high, low_open, not closed), "bounds", _stands_still(asked.indicator))


def _at_least(asked: Asked, known: dict[str, Known], missing: tuple[str, ...]) -> Known | None:
    """The lower bound of a sum with a part missing; None where a part may be negative."""
    if natural_limits(asked.indicator).low < 0:
        return None
    values = [each.quantity for each in known.values()]
    added = values[0]
    for each in values[1:]:
        added = added + each
    return _bounded(asked, known, Interval(added.interval.low, INFINITY), "sum", (), missing)


def _with_limits(asked: Asked, known: dict[str, Known], missing: tuple[str, ...], room: Room) -> Known | None:
    """The range of a mean whose missing parts may be anything within the limits."""
    limits = natural_limits(asked.indicator)
    if not (limits.low.is_finite() and limits.high.is_finite()) or asked.indicator.blend.by is Aggregation.BOUNDS:
        return None
    like = next(iter(known.values())).quantity
    values = {area: figure.quantity for area, figure in known.items()}
    values |= {area: like.spread(like.value, limits) for area in missing}
    for weights in weights_for(asked, tuple(values), room):
        if _coverage(weights, tuple(known), room) <= _HALF:
            continue
        parts = [Part(value, value_of(weights.terms[area], room, weights.given)) for area, value in values.items()]
        interval = _mean(asked, parts, weights).interval.intersect(limits) or limits
        figures = (weights.given.get(each) or figure_of(each, room) for each in weights.references)
        weighing = [each for each in figures if each is not None]
        return _bounded(asked, known, interval, "mean", weights.assumes, missing, weighing)
    return None


def _mean(asked: Asked, parts: list[Part], weights: Weights) -> Quantity:
    if asked.indicator.blend.by is Aggregation.GROWTH:
        return blend_growth(parts, asked.period.years, weights_at_end=not weights.of_base).value
    return blend_weighted(parts).value


def _coverage(weights: Weights, areas: tuple[str, ...], room: Room) -> Decimal:
    """The least share of all the weight that the given areas have."""
    return total(share.interval.low for area in areas if (share := share_of(area, weights, room)))


def _bounded(
    asked: Asked,
    known: dict[str, Known],
    interval: Interval,
    told: str,
    assumes: tuple[Words | Reason, ...],
    missing: tuple[str, ...] = (),
    weighing: Sequence[Known] = (),
) -> Known:
    """Bounds as a figure, which inherits what its parts and weights rest on and assume."""
    parts, declared = [*known.values(), *weighing], asked.indicator.blend.assumes
    like = parts[0].quantity
    middle = (
        like.value
        if not interval.high.is_finite()
        else CONTEXT.divide(CONTEXT.add(interval.low, interval.high), Decimal(2))
    )
    found = together(asked.period, like.spread(middle, interval), parts)
    inner = [each for part in parts if part.derivation for each in part.derivation.assumes]
    given = tuple(dict.fromkeys([*([declared] if declared else []), *assumes, *inner]))
    formula = f"{told}({', '.join(str(asked.part(each)) for each in known)})"
    return found._replace(
        region=interval,
        how=How.BOUNDS,
        rests=in_order([*found.rests, *([Rest.ASSUMPTION] if given else [])]),
        derivation=Derivation(
            Step.BOUNDED,
            formula,
            None,
            given,
            missing,
            (Attempt(How.BOUNDS, Step.BOUNDED, formula, interval, given),),
        ),
    )


def _adds_up(indicator: Indicator, room: Room) -> bool:
    """Whether no weight can be negative; the weight of growth is the level that grows."""
    level = indicator.blend.level
    return level is None or natural_limits(room.catalogue.indicators[level]).low >= 0


def _stands_still(indicator: Indicator) -> tuple[Reason, ...]:
    """The assumption under which a change in points lies between the parts: the weights do not move."""
    return (Reason("weights_stand_still"),) if indicator.kind is Kind.CHANGE else ()
