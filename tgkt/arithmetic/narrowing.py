"""Ranges narrowed by a relation: what the other figures leave for each.

A formula is a tree. Its ranges are computed from the figures up to the whole; the whole is cut by what the relation
asks of it, and the cut is handed down: of z = x + y remains x in z - y and y in z - x, of z = x y remains x in z / y,
and so on through every operation. What lies outside cannot be part of any solution; ends are rounded outward.

    compound(g, n) = z            g in z^(1/n) - 1
    average_growth(s, e, n) = z   e in s (1 + z)^n, s in e / (1 + z)^n
    deflator(g, r) = z            g in (1 + z)(1 + r) - 1, r in (1 + g) / (1 + z) - 1
    weight(m, a, b) = z           m in (1 - z) a + z b, a in (m - z b) / (1 - z), b in (m - (1 - z) a) / z
    path_total(s, e, n) = z       s and e between where the sum of the path takes the ends of z

Source: Benhamou and others, Revising hull and box consistency (1999), the algorithm HC4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from tgkt.arithmetic.enclosure import between, range_of, slopes_of
from tgkt.arithmetic.growth import NotComputableError, path_range
from tgkt.arithmetic.mean import weight_range
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.formula import Call, Identity, Literal, Negation, Operation, Reference, Term, replaced
from tgkt.facts.interval import INFINITY, Interval, point
from tgkt.facts.period import Period

ALL = Interval(-INFINITY, INFINITY)
_ONE = point(Decimal(1))
_POSITIVE = Interval(Decimal(0), INFINITY, low_open=True)
_SHARE = Interval(Decimal(0), Decimal(1))
_STEPS = 8


class NoValueError(Exception):
    """No value of the figures satisfies the relation."""


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
    _met(found or ALL, wanted)
    for place, count in zip(relation.places, relation.counts, strict=True):
        slope = slopes.get(_figure(place))
        if count > 1 and slope is not None and not slope.low <= 0 <= slope.high:
            left = _met(ranges[place], _newton(apart, own, _figure(place), slope, wanted))
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
        common = _met(left, right)
        return common, common
    if sign == ">=":
        return _met(left, Interval(right.low, INFINITY)), _met(right, Interval(-INFINITY, left.high))
    return _met(left, Interval(-INFINITY, right.high)), _met(right, Interval(left.low, INFINITY))


def _met(one: Interval, other: Interval) -> Interval:
    common = one.intersect(other)
    if common is None:
        raise NoValueError
    return common


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
    return _Ranged(_UP[node.name](*(each.range for each in parts)), parts)


def _down(node: Node, found: _Ranged, allowed: Interval, ranges: list[Interval], changed: list[int]) -> None:
    """Hand what is allowed for a formula down to its figures."""
    if node.place >= 0:
        left = _met(ranges[node.place], allowed)
        if left != ranges[node.place]:
            ranges[node.place] = left
            changed.append(node.place)
        return
    if not node.parts:
        return
    own = [each.range for each in found.parts]
    for at, each in enumerate(_DOWN[node.name](allowed, *own)):
        if each is not None:
            _down(node.parts[at], found.parts[at], _met(own[at], each), ranges, changed)


# ---- up: the range of an operation over ranges


def _over(above: Interval, below: Interval) -> Interval:
    """A quotient; a divisor that may be zero on one side only does not take it, for then there is no value."""
    try:
        return above / _without_zero(below)
    except ZeroDivisionError:
        return ALL


def _without_zero(divisor: Interval) -> Interval:
    if divisor.is_point and divisor.low == 0:
        raise NoValueError
    low_open = divisor.low_open or divisor.low == 0
    return Interval(divisor.low, divisor.high, low_open, divisor.high_open or divisor.high == 0)


def _power(base: Interval, exponent: Interval) -> Interval:
    power, result = int(exponent.low), _ONE
    for _ in range(abs(power)):
        result = result * base
    return _over(_ONE, result) if power < 0 else result


def _sum(*terms: Interval) -> Interval:
    result = terms[0]
    for each in terms[1:]:
        result = result + each
    return result


def _weight(merged: Interval, one: Interval, other: Interval) -> Interval:
    try:
        found = weight_range(merged, one, other)
    except NotComputableError:  # the parts may be equal: any weight would do
        return _SHARE
    return _met(found, _SHARE)


def _step(rate: Interval) -> Interval:
    return _met(rate + _ONE, _POSITIVE)


def _compound(rate: Interval, years: Interval) -> Interval:
    count = int(years.low)
    return _step(rate).power(count) if count else _ONE


def _average_growth(start: Interval, end: Interval, years: Interval) -> Interval:
    start, end = _met(start, _POSITIVE), _met(end, _POSITIVE)
    return _met(end / start, _POSITIVE).root(int(years.low)) - _ONE


def _deflator(nominal: Interval, real: Interval) -> Interval:
    return _step(nominal) / _step(real) - _ONE


def _path_total(start: Interval, end: Interval, years: Interval) -> Interval:
    start, end, count = _met(start, _POSITIVE), _met(end, _POSITIVE), int(years.low)
    low = path_range(point(start.low), point(end.low), count).low if start.low > 0 and end.low > 0 else Decimal(0)
    is_finite = start.high < INFINITY and end.high < INFINITY
    return Interval(low, path_range(point(start.high), point(end.high), count).high if is_finite else INFINITY)


_UP: dict[str, Callable[..., Interval]] = {
    "neg": lambda one: -one,
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "/": _over,
    "**": _power,
    "sum": _sum,
    "weight": _weight,
    "compound": _compound,
    "average_growth": _average_growth,
    "deflator": _deflator,
    "path_total": _path_total,
}

# ---- down: what is left of each part, given the range of the whole


def _shared(whole: Interval, factor: Interval) -> Interval | None:
    """What is left of x in x * factor = whole; nothing is known where the factor may be zero."""
    try:
        return whole / factor
    except ZeroDivisionError:
        return None


def _sum_down(whole: Interval, *terms: Interval) -> list[Interval]:
    return [_rest(whole, [*terms[:at], *terms[at + 1 :]]) for at in range(len(terms))]


def _rest(whole: Interval, others: Sequence[Interval]) -> Interval:
    for each in others:
        whole = whole - each
    return whole


def _power_down(whole: Interval, base: Interval, exponent: Interval) -> list[Interval | None]:
    power = int(exponent.low)
    if power <= 0 or base.low < 0 or whole.high <= 0:
        return [None, None]
    low = whole.low if whole.low > 0 else Decimal(0)
    return [_rooted(Interval(low, whole.high), power), None]


def _rooted(whole: Interval, degree: int) -> Interval:
    low = point(whole.low).root(degree).low if whole.low > 0 else Decimal(0)
    return Interval(low, point(whole.high).root(degree).high, whole.low_open, whole.high_open)


def _weight_down(share: Interval, merged: Interval, one: Interval, other: Interval) -> list[Interval | None]:
    rest = _ONE - share
    return [
        rest * one + share * other,
        _shared(merged - share * other, rest),
        _shared(merged - rest * one, share),
    ]


def _compound_down(whole: Interval, rate: Interval, years: Interval) -> list[Interval | None]:
    count = int(years.low)
    factor = _met(whole, _POSITIVE)
    if count < 0:
        factor, count = _over(_ONE, factor), -count
    return [_rooted(factor, count) - _ONE if count else None, None]


def _average_growth_down(
    rate: Interval, start: Interval, end: Interval, years: Interval
) -> list[Interval | None]:
    factor = _step(rate).power(int(years.low))
    return [_shared(_met(end, _POSITIVE), factor), _met(start, _POSITIVE) * factor, None]


def _deflator_down(prices: Interval, nominal: Interval, real: Interval) -> list[Interval | None]:
    step = _step(prices)
    return [step * _step(real) - _ONE, _step(nominal) / step - _ONE]


def _path_total_down(whole: Interval, start: Interval, end: Interval, years: Interval) -> list[Interval | None]:
    """The sum of a path rises with both of its ends."""
    count = int(years.low)
    if not all(0 < each.low and each.high < INFINITY for each in (start, end)):
        return [None, None, None]
    start_of = lambda at, other: path_range(point(at), point(other), count)  # noqa: E731 - a formula of two
    end_of = lambda at, other: path_range(point(other), point(at), count)  # noqa: E731
    return [_inverse(start_of, whole, start, end), _inverse(end_of, whole, end, start), None]


def _inverse(
    sum_of: Callable[[Decimal, Decimal], Interval], whole: Interval, own: Interval, other: Interval
) -> Interval:
    """The values of one end of a path for which the sum may lie within the whole, by halving."""
    low = _first(lambda at: sum_of(at, other.high).high >= whole.low, own)
    high = _last(lambda at: sum_of(at, other.low).low <= whole.high, own)
    return Interval(low, high)


def _first(holds: Callable[[Decimal], bool], within: Interval) -> Decimal:
    """A value below the first for which something holds that, once it does, goes on to hold."""
    if holds(within.low):
        return within.low
    if not holds(within.high):
        raise NoValueError
    return _halved(holds, within.low, within.high)[0]


def _last(holds: Callable[[Decimal], bool], within: Interval) -> Decimal:
    """A value above the last for which something still holds."""
    if holds(within.high):
        return within.high
    if not holds(within.low):
        raise NoValueError
    return _halved(lambda at: not holds(at), within.low, within.high)[1]


def _halved(holds: Callable[[Decimal], bool], low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    for _ in range(_STEPS):
        middle = CONTEXT.divide(CONTEXT.add(low, high), Decimal(2))
        low, high = (low, middle) if holds(middle) else (middle, high)
    return low, high


_DOWN: dict[str, Callable[..., Sequence[Interval | None]]] = {
    "neg": lambda whole, one: [-whole],
    "+": lambda whole, one, other: [whole - other, whole - one],
    "-": lambda whole, one, other: [whole + other, one - whole],
    "*": lambda whole, one, other: [_shared(whole, other), _shared(whole, one)],
    "/": lambda whole, above, below: [whole * below, _shared(above, whole)],
    "**": _power_down,
    "sum": _sum_down,
    "weight": _weight_down,
    "compound": _compound_down,
    "average_growth": _average_growth_down,
    "deflator": _deflator_down,
    "path_total": _path_total_down,
}
