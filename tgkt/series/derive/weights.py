"""Weights for a blend: printed, derived, or implied by other merged figures.

With W_i the weights of the parts, a and b the figures of two parts and m the printed merged figure:

    share     W_i / Σ W_i
    implied   w = (m - a) / (b - a) within [0, 1]; for growth over n years each g is replaced by (1 + g)^-n

They are tried in that order. A weight of one kind never serves for another: labour does not weigh GRDP. Of several
derived weights the narrowest is taken that is not circular: a declared route must not use the blended indicator at all,
and figures of the parts may follow from the parts' own figures of it (members = admitted / rate), never from the merged
one. Implied weights of one kind are intersected; if they have nothing in common, none is taken. Where no weight of the
period is known, those of the nearest year within five are used, under the assumption that they did not change. Weights
are fractions of one. Source: docs/methods.md, "Blends" and "Derived figures".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Context, Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort
from tgkt.errors import UnitError
from tgkt.facts.catalogue import Route as Declared
from tgkt.facts.formula import Call, Literal, Operation, Reference, Term, references
from tgkt.facts.indicator import Aggregation, Words
from tgkt.facts.period import Period
from tgkt.facts.statement import Placed, Status
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.series.certainty import Rest
from tgkt.series.derive.implied import implied_of, in_common, kind_of_weight
from tgkt.series.derive.route import Asked, expanded, value_of
from tgkt.series.known import Known, Step
from tgkt.series.room import Room

ONE = Literal(Decimal(1))
_FAR = 5
_ROUGH = Context(prec=12)


class Weights(NamedTuple):
    """A weight for each part.

    Attributes:
        terms: the formula of each part's weight.
        source: their origin, for the reader.
        step: the step of a blend with them in the order of derived figures.
        assumes: the assumptions under which they are right, beyond those of their figures.
        are_shares: whether they add up to one already.
        of_base: whether they are those of the base year of a growth.
        given: figures for references that no document prints.
    """

    terms: dict[str, Term]
    source: Reason
    step: Step = Step.WEIGHED
    assumes: tuple[Words | Reason, ...] = ()
    are_shares: bool = False
    of_base: bool = False
    given: Mapping[Reference, Known] = {}

    @property
    def references(self) -> list[Reference]:
        """The figures they are made of."""
        return list(dict.fromkeys(each for term in self.terms.values() for each in references(term)))


class Tried(NamedTuple):
    """A declared route to the share of an area, with the share or the reason why there is none."""

    route: Declared
    share: Quantity | None
    reason: Reason | None


def weights_for(asked: Asked, areas: Sequence[str], room: Room, weight: str | None = None) -> Iterator[Weights]:
    """The weights of some parts of an area, those that count first.

    Args:
        asked: the merged figure; weights are of its last year, for growth also of its base year.
        areas: the parts to be weighed.
        room: what is known.
        weight: the indicator that weighs, where it is not the declared one.
    """
    weight = weight or kind_of_weight(asked.indicator)
    if weight is None:
        return
    year = asked.period.last
    found = [each for when in _whens(asked) if (each := _of_figures(weight, asked, areas, when, room))]
    yield from (each for each in found[:1] if each.step is Step.COUNTED)
    derived = _of_routes(weight, asked, areas, room) if set(areas) == set(_parts(asked.area, room)) else []
    derived += [each for each in found if each.step is not Step.COUNTED]
    derived = [each for each in derived if not _is_circular(each, asked, room)]
    if derived:
        yield _narrowest(derived, room)
    implied = _of_implied(weight, asked, areas, year, room)
    if implied and not derived:
        yield implied
    if not found and not derived and not implied:
        yield from _of_nearest(weight, asked, areas, room)


def _parts(area: str, room: Room) -> tuple[str, ...]:
    return room.catalogue.areas[area].constituents


def share_of(area: str, weights: Weights, room: Room) -> Quantity | None:
    """An area's share W_i / Σ W_i of all weights, as a fraction; None where no number follows."""
    own, terms = weights.terms[area], list(weights.terms.values())
    if not weights.are_shares and len(terms) > 1:
        own = Operation("/", own, Call("sum", tuple(terms)))
    try:
        return value_of(own, room, weights.given)
    except (NotComputableError, UnitError, ValueError):
        return None


def tried(weight: str, merged: str, year: int, room: Room) -> list[Tried]:
    """Every declared route to a weight within a merged area, with the share it gives."""
    found = []
    for route in room.catalogue.routes:
        if route.weight != weight or route.within != merged or route.period.last != year:
            continue
        share, reason = None, None
        try:
            share = value_of(route.formula, room)
        except NotComputableError as error:
            reason = error.reason
        except UnitError as error:
            reason = Reason("units", (("message", error.message),))
        found.append(Tried(route, share, reason))
    return found


def _whens(asked: Asked) -> list[Period]:
    """The periods from which weights are taken: that of the figure, its last year, for growth its base year."""
    period = asked.period
    grows = asked.indicator.blend.by is Aggregation.GROWTH
    found = [period, _year(period.last), *([_year(period.base_year)] if grows else [])]
    return list(dict.fromkeys(found))


def _of_figures(weight: str, asked: Asked, areas: Sequence[str], when: Period, room: Room) -> Weights | None:
    """The figures of the parts themselves, printed or derived."""
    found = [room.figure(weight, area, when) for area in areas]
    figures = [each for each in found if each is not None and each.region.is_point and each.quantity.interval.low >= 0]
    if len(figures) < len(areas) or not any(each.quantity.value for each in figures):
        return None
    is_counted = all(each.step <= Step.COUNTED for each in figures)
    source = _printed(figures, room) if is_counted else _derived(weight, when, room)
    terms: dict[str, Term] = {area: Reference(weight, area, when) for area in areas}
    step = Step.COUNTED if is_counted else Step.WEIGHED
    return Weights(terms, source, step, of_base=when.last < asked.period.last)


def _printed(figures: Sequence[Known], room: Room) -> Reason:
    stated = (each for figure in figures for each in figure.inputs)
    placed = tuple(Placed(room.catalogue.areas[each.area].title, each) for each in stated)
    return Reason("printed_weights", (("figures", placed),))


def _derived(weight: str, when: Period, room: Room) -> Reason:
    title = room.catalogue.indicators[weight].title
    return Reason("derived_weights", (("title", title), ("period", str(when))))


def _of_routes(weight: str, asked: Asked, areas: Sequence[str], room: Room) -> list[Weights]:
    """The weights by declared routes, for two parts: w for one and 1 - w for the other."""
    if len(areas) != 2:
        return []
    found = []
    for each in tried(weight, asked.area, asked.period.last, room):
        if each.share is None:
            continue
        own = each.route.formula
        terms: dict[str, Term] = {a: own if a == each.route.area else Operation("-", ONE, own) for a in areas}
        assumes = (each.route.assumes,) if each.route.assumes else ()
        source = Reason("route", (("title", each.route.title),))
        found.append(Weights(terms, source, assumes=assumes, are_shares=True))
    return found


def _of_implied(weight: str, asked: Asked, areas: Sequence[str], year: int, room: Room) -> Weights | None:
    """The weights, for two parts, on which all other merged figures of the kind and year agree."""
    others = [
        each
        for each in implied_of(weight, room)
        if each.indicator.id != asked.indicator.id
        if each.area in areas and each.period.last == year
    ]
    spread = in_common(others)
    if spread is None or len(areas) != 2 or not any(each.share for each in others):
        return None
    second = others[0].area
    middle = CONTEXT.divide(CONTEXT.add(spread.low, spread.high), Decimal(2))
    share = Quantity(middle, spread, (), Sort.SHARE)
    own = Reference(weight, second, _year(year), None, "implied")
    inputs = tuple(
        stated
        for each in others
        if each.share is not None
        for name in (asked.area, *areas)
        if (known := room.series(each.indicator.id, name).at(each.period))
        for stated in known.inputs
    )
    given = {
        own: Known(own.period, share, spread, Status.UNSTATED, rests=(Rest.ASSUMPTION,), inputs=inputs),
    }
    names = tuple(each.indicator.title for each in others if each.share is not None)
    source = Reason("implied_weights", (("titles", names),))
    terms: dict[str, Term] = {area: own if area == second else Operation("-", ONE, own) for area in areas}
    return Weights(terms, source, assumes=(source,), are_shares=True, given=given)


def _of_nearest(weight: str, asked: Asked, areas: Sequence[str], room: Room) -> Iterator[Weights]:
    """The weights of the nearest year that has them, the later one of two."""
    last = asked.period.last
    years = {each.last for area in areas for each in room.series(weight, area).periods() if each.is_year}
    years |= {each.period.last for each in room.catalogue.routes if each.weight == weight}
    years |= {each.period.last for each in implied_of(weight, room)}
    years |= {each.period.last for each in room.catalogue.indicators[weight].derive if each.period is not None}
    years = {each for each in years if abs(each - last) <= _FAR} - {each.last for each in _whens(asked)}
    for year in sorted(years, key=lambda each: (abs(each - last), -each)):
        moved = asked._replace(period=_year(year))
        found = [*_of_routes(weight, moved, areas, room), _of_figures(weight, moved, areas, _year(year), room)]
        fit = [each for each in found if each is not None and not _is_circular(each, asked, room)]
        fit += [each] if not fit and (each := _of_implied(weight, asked, areas, year, room)) else []
        if fit:
            best = _narrowest(fit, room)
            still = Reason("weights_of_year", (("year", str(year)), ("period", str(asked.period))))
            yield best._replace(step=Step.ASSUMED, assumes=(*best.assumes, still), of_base=year < last)
            return


def _is_circular(weights: Weights, asked: Asked, room: Room) -> bool:
    """Whether a weight is computed from the figure that it is meant to give.

    A declared route is circular if it uses the indicator anywhere; figures of the parts are if they use that of the
    merged area or of an area above it.
    """
    terms = [expanded(term, room, weights.given) for term in weights.terms.values()]
    used = {each.area for term in terms for each in references(term) if each.indicator == asked.indicator.id}
    return bool(used) if weights.are_shares else any(_is_within(asked.area, area, room) for area in used)


def _is_within(area: str, other: str, room: Room) -> bool:
    """Whether an area is another one or lies in it, at any depth."""
    return area == other or any(_is_within(area, part, room) for part in _parts(other, room))


def _narrowest(found: Sequence[Weights], room: Room) -> Weights:
    return found[0] if len(found) == 1 else min(found, key=lambda each: _width(each, room))


def _width(weights: Weights, room: Room) -> Decimal:
    """The width of the last part's share, to twelve digits, so that rounding errors do not decide."""
    share = share_of(list(weights.terms)[-1], weights, room)
    return _ROUGH.subtract(share.interval.high, share.interval.low) if share else Decimal(2)


def _year(year: int) -> Period:
    return Period(year, year)
