"""The figures of a merged area that follow from its parts, by the declared aggregation.

With x_i the figures of the parts, w_i their weights, Y_i levels and g_i growth over n years:

    sum        sum x_i
    ratio      sum of numerators / sum of denominators; where the parts print ratios alone, weighted by denominators
    weighted   sum w_i x_i / sum w_i
    growth     (sum Y0_i (1+g_i)^n / sum Y0_i)^(1/n) - 1, the exact growth of the merged level

A part that has no figure of its own is taken apart into its own parts, so that a blend of blends is the blend of the
leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tgkt.facts.formula import Call, Literal, Operation, Term
from tgkt.facts.indicator import Aggregation
from tgkt.facts.statement import Timing
from tgkt.series.derive.route import Asked, Route
from tgkt.series.derive.weights import Weights, weights_for
from tgkt.series.known import How, Known, Step
from tgkt.series.room import Room

_WEIGHED = (Aggregation.WEIGHTED, Aggregation.RATIO, Aggregation.GROWTH)


def blend_routes(asked: Asked, room: Room, given: Weights | None = None) -> Iterator[Route]:
    """Every blend of the parts of a merged area.

    Args:
        asked: the merged figure.
        room: what is known.
        given: the weights to use, instead of all that there are.
    """
    by = asked.indicator.blend.by
    leaves = leaves_of(asked, room)
    if not leaves or asked.timing is Timing.EVERY_YEAR:
        return
    assumes = (asked.indicator.blend.assumes,) if asked.indicator.blend.assumes else ()
    if by is Aggregation.SUM:
        yield Route(How.BLEND, added([asked.part(each) for each in leaves]), Step.COUNTED, assumes)
    if by is Aggregation.RATIO:
        yield Route(How.BLEND, _of_sums(asked, leaves), Step.COUNTED, assumes)
    if by in _WEIGHED and all(part_figure(asked, each, room) for each in leaves):
        for weights in [given] if given else _weights(asked, leaves, room):
            told = (*assumes, *weights.assumes)
            yield Route(How.BLEND, blended(asked, weights), weights.step, told, given=weights.given)


def _weights(asked: Asked, leaves: tuple[str, ...], room: Room) -> Iterator[Weights]:
    """Weights of the leaves, else of the parts as they are."""
    for areas in dict.fromkeys((leaves, room.catalogue.areas[asked.area].constituents)):
        yield from weights_for(asked, areas, room)


def leaves_of(asked: Asked, room: Room) -> tuple[str, ...]:
    """The parts of an area; one without a figure of its own is taken apart."""
    found: list[str] = []
    for part in room.catalogue.areas[asked.area].constituents:
        inner = leaves_of(asked._replace(area=part), room)
        found += inner if inner and _is_made_of_parts(part_figure(asked, part, room)) else (part,)
    return tuple(found)


def part_figure(asked: Asked, part: str, room: Room) -> Known | None:
    """The figure of a part."""
    return room.figure(asked.indicator.id, part, asked.period, asked.timing)


def blended(asked: Asked, weights: Weights) -> Term:
    """The blend with given weights as a formula."""
    parts = [(term, asked.part(area)) for area, term in weights.terms.items()]
    if asked.indicator.blend.by is not Aggregation.GROWTH:
        products = added([Operation("*", weight, figure) for weight, figure in parts])
        return products if weights.are_shares else Operation("/", products, added([weight for weight, _ in parts]))
    years = Literal(Decimal(asked.period.years))
    whole = Literal(Decimal(1)) if weights.are_shares else added([weight for weight, _ in parts])
    factors = [(weight, Call("compound", (figure, years))) for weight, figure in parts]
    sign = "*" if weights.of_base else "/"
    moved = added([Operation(sign, weight, factor) for weight, factor in factors])
    return Call("average_growth", (whole, moved, years) if weights.of_base else (moved, whole, years))


def added(terms: Sequence[Term]) -> Term:
    """Terms added up."""
    return terms[0] if len(terms) == 1 else Call("sum", tuple(terms))


def _of_sums(asked: Asked, leaves: Sequence[str]) -> Term:
    blend = asked.indicator.blend
    above, below = (
        added([asked._replace(area=each).of(name) for each in leaves])
        for name in (blend.numerator, blend.denominator)
        if name
    )
    return Operation("/", above, below)


def _is_made_of_parts(known: Known | None) -> bool:
    return known is None or known.how in (How.BLEND, How.BOUNDS)
