"""Ranges narrowed by a relation: what the other figures leave for each.

A formula is a tree. Its ranges are computed from the figures up to the whole; the whole is cut by what the relation
asks of it, and the cut is handed down: of z = x + y remains x in z - y and y in z - x, of z = x y remains x in z / y,
and so on through every operation. What lies outside cannot be part of any solution; ends are rounded outward.
The operations are in inverse.py.

Source: Benhamou and others, Revising hull and box consistency (1999), the algorithm HC4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from tgkt.arithmetic.enclosure import between, range_of, slopes_of
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.inverse import ALL, DOWN, UP, met
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.formula import Call, Identity, Literal, Negation, Operation, Reference, Term, replaced
from tgkt.facts.interval import INFINITY, Interval, point
from tgkt.facts.period import Period
from tgkt.record import NamedTuple


class Node(NamedTuple):
    """A part of a formula: an operation over other parts, a figure (by its place), or a number.

    Attributes:
        name: the sign or function; "" for a figure or a number.
        parts: what it joins.
        place: the place of the figure among the ranges.
        number: the number.
    """

    name: str = ""
    parts: tuple[Node, ...] = ()
    place: int = -1
    number: Interval = ALL


class Relation(NamedTuple):
    """Two sides and what holds between them, with the places of their figures.

    Attributes:
        left: one side.
        right: the other.
        sign: ==, >= or <=.
        places: the places of the figures.
        counts: how often each figure stands in it.
        apart: left - right, where a figure stands twice, so that its range can be computed as that of one figure.
    """

    left: Node
    right: Node
    sign: str
    places: tuple[int, ...]
    counts: tuple[int, ...]
    apart: Term | None = None


def relation_of(identity: Identity, places: Mapping[Reference, int]) -> Relation:
    """An identity over figures that have places among some ranges."""
    left, right = _node(identity.left, places), _node(identity.right, places)
    named = [*_places(left), *_places(right)]
    own = tuple(dict.fromkeys(named))
    counts = tuple(named.count(each) for each in own)
    if len(own) == len(named):
        return Relation(left, right, identity.relation, own, counts)
    apart = replaced(Operation("-", identity.left, identity.right), lambda each: _figure(places[each]))
    return Relation(left, right, identity.relation, own, counts, apart)


def _figure(place: int) -> Reference:
    """A figure that stands for a place."""
    return Reference(str(place), "", Period(0, 0))


def _node(term: Term, places: Mapping[Reference, int]) -> Node:
    match term:
        case Literal():
            return Node(number=point(term.value))
        case Reference():
            return Node(place=places[term])
        case Negation():
            return Node("neg", (_node(term.term, places),))
        case Operation():
            return Node(term.sign, (_node(term.left, places), _node(term.right, places)))
        case Call():
            return Node(term.name, tuple(_node(each, places) for each in term.terms))


def _places(node: Node) -> list[int]:
    return [node.place] if node.place >= 0 else [each for part in node.parts for each in _places(part)]


def narrow(relation: Relation, ranges: list[Interval]) -> list[int]:
    """Narrow the ranges by a relation, in place, and tell which have changed.

    Raises:
        NoValueError: no value satisfies it.
    """
    left, right = _up(relation.left, ranges), _up(relation.right, ranges)
    allowed = _allowed(relation.sign, left.range, right.range)
    changed: list[int] = []
    _down(relation.left, left, allowed[0], ranges, changed)
    _down(relation.right, right, allowed[1], ranges, changed)
    if relation.apart is not None:
        _as_one(relation, relation.apart, ranges, changed)
    return changed


def _as_one(relation: Relation, apart: Term, ranges: list[Interval], changed: list[int]) -> None:
    """Narrow by left - right =: f with each figure taken as one, however often it stands.

    The range of f must hold a wanted value v; and with its slope f' by a figure x, x lies in c + (v - f(c)) / f', c in
    the middle of x (interval Newton).
    """
    own = {_figure(place): ranges[place] for place in relation.places}
    if not all(abs(end) < INFINITY for each in own.values() for end in (each.low, each.high)):
        return
    wanted = _WANTED[relation.sign]
    try:
        slopes = slopes_of(apart, own)
        found = between(apart, own, slopes)
    except (ZeroDivisionError, ValueError, NotComputableError):  # it has no number at some of the values
        return
    met(found or ALL, wanted)
    for place, count in zip(relation.places, relation.counts, strict=True):
        slope = slopes.get(_figure(place))
        if count > 1 and slope is not None and not slope.low <= 0 <= slope.high:
            left = met(ranges[place], _newton(apart, own, _figure(place), slope, wanted))
            if left != ranges[place]:
                ranges[place] = own[_figure(place)] = left
                changed.append(place)


def _newton(
    apart: Term, own: Mapping[Reference, Interval], figure: Reference, slope: Interval, wanted: Interval
) -> Interval:
    """The values of one figure that the slope of a term leaves, so that the term may take a wanted value."""
    centre = point(CONTEXT.divide(CONTEXT.add(own[figure].low, own[figure].high), Decimal(2)))
    return centre + (wanted - range_of(apart, {**own, figure: centre})) / slope


_WANTED = {"==": point(Decimal(0)), ">=": Interval(Decimal(0), INFINITY), "<=": Interval(-INFINITY, Decimal(0))}


def is_certain(relation: Relation, ranges: list[Interval]) -> bool:
    """Whether a relation holds for all values of the ranges."""
    if relation.sign == "==":
        return False
    left, right = _up(relation.left, ranges).range, _up(relation.right, ranges).range
    return left.low >= right.high if relation.sign == ">=" else left.high <= right.low


def _allowed(sign: str, left: Interval, right: Interval) -> tuple[Interval, Interval]:
    """What a relation leaves of both of its sides."""
    if sign == "==":
        common = met(left, right)
        return common, common
    if sign == ">=":
        return met(left, Interval(right.low, INFINITY)), met(right, Interval(-INFINITY, left.high))
    return met(left, Interval(-INFINITY, right.high)), met(right, Interval(left.low, INFINITY))


class _Ranged(NamedTuple):
    """A part of a formula with its range and those of what it joins."""

    range: Interval
    parts: tuple[_Ranged, ...] = ()


def _up(node: Node, ranges: Sequence[Interval]) -> _Ranged:
    """The ranges of a formula from those of its figures."""
    if node.place >= 0:
        return _Ranged(ranges[node.place])
    if not node.parts:
        return _Ranged(node.number)
    parts = tuple(_up(each, ranges) for each in node.parts)
    return _Ranged(UP[node.name](*(each.range for each in parts)), parts)


def _down(node: Node, found: _Ranged, allowed: Interval, ranges: list[Interval], changed: list[int]) -> None:
    """Hand what is allowed for a formula down to its figures."""
    if node.place >= 0:
        left = met(ranges[node.place], allowed)
        if left != ranges[node.place]:
            ranges[node.place] = left
            changed.append(node.place)
        return
    if not node.parts:
        return
    own = [each.range for each in found.parts]
    for at, each in enumerate(DOWN[node.name](allowed, *own)):
        if each is not None:
            _down(node.parts[at], found.parts[at], met(own[at], each), ranges, changed)
