"""The range of a formula over the intervals of its figures, tight where a figure stands twice.

Interval arithmetic takes a figure that stands twice for two figures: x / (x + y) comes out too wide. Here every figure
is one input. Its slope f'(x) is enclosed over the whole range: where it keeps one sign the formula moves one way with
the input, and the end of the range is found at an end of the input. Where it does not, ranges are halved until both
ends are known to a ten-millionth, or until the work grows too long, which leaves the range a hair too wide (Moore,
Kearfott and Cloud, Introduction to Interval Analysis, chapters 6 and 7).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from heapq import heappop, heappush
from itertools import count

from tgkt.arithmetic.growth import path_range
from tgkt.arithmetic.mean import weight_range
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.formula import Call, Literal, Negation, Operation, Reference, Term, references
from tgkt.facts.interval import INFINITY, Interval, point
from tgkt.record import NamedTuple

Ranges = Mapping[Reference, Interval]
_GRAIN, _MOST = Decimal("1e-7"), 400
_NOTHING, _ONE, _MINUS_ONE = (point(Decimal(each)) for each in (0, 1, -1))


class Slope(NamedTuple):
    """The range of a term, and the ranges of its slopes f'(x) by each of its figures."""

    range: Interval
    by: dict[Reference, Interval]


def enclosed(term: Term, ranges: Ranges, outer: Interval) -> Interval:
    """The range of a term over the ranges of its figures.

    Args:
        term: a parsed formula.
        ranges: the interval of each figure, in root units.
        outer: the range that interval arithmetic gives; the answer lies within it.
    """
    named = references(term)
    if len(named) == len(set(named)) or outer.is_point or all(each.is_point for each in ranges.values()):
        return outer
    if not all(_is_finite(each) for each in (*ranges.values(), outer)):
        return outer
    if (ends := between(term, ranges, slopes_of(term, ranges))) is not None:
        return ends.intersect(outer) or outer
    grain = CONTEXT.multiply(_GRAIN, max(outer.low.copy_abs(), outer.high.copy_abs()))
    low, high = _least(term, ranges, grain), _least(Negation(term), ranges, grain).copy_negate()
    return Interval(low, high).intersect(outer) or outer


def range_of(term: Term, ranges: Ranges) -> Interval:
    """The range of a term by interval arithmetic."""
    return _slope(term, ranges, frozenset()).range


def slopes_of(term: Term, ranges: Ranges) -> dict[Reference, Interval]:
    """The ranges of a term's slopes by each of its figures that is not one value."""
    return _slope(term, ranges, frozenset(each for each, own in ranges.items() if not own.is_point)).by


def between(term: Term, ranges: Ranges, slopes: Mapping[Reference, Interval]) -> Interval | None:
    """The range of a term that rises or falls with each of its figures, from their ends; None where it may turn."""
    if not all(slope.low >= 0 or slope.high <= 0 for slope in slopes.values()):
        return None
    least = {each: point(own.low if _rises(slopes, each) else own.high) for each, own in ranges.items()}
    most = {each: point(own.high if _rises(slopes, each) else own.low) for each, own in ranges.items()}
    low, high = (range_of(term, each) for each in (least, most))
    return Interval(low.low, high.high)


def _rises(slopes: Mapping[Reference, Interval], figure: Reference) -> bool:
    """Whether a term rises with a figure; one value may be taken as either end."""
    return figure not in slopes or slopes[figure].low >= 0


def _is_finite(interval: Interval) -> bool:
    return interval.low.is_finite() and interval.high.is_finite()


def _least(term: Term, ranges: Ranges, grain: Decimal) -> Decimal:
    """The least value of a term, or a hair below it: branch and bound over the figures without one direction."""
    order, best = count(), INFINITY
    boxes: list[tuple[Decimal, int, Ranges, Slope]] = []
    halves: Sequence[Ranges] = [ranges]
    for _ in range(_MOST):
        for half in halves:
            box, found = _settled(term, half)
            low, middle = _bounds(term, box, found)
            best = min(best, middle)
            heappush(boxes, (low, next(order), box, found))
        low, _, box, found = heappop(boxes)
        if CONTEXT.subtract(best, low) <= grain:
            return low
        halves = _halves(box, found)
    return min(low, *(each[0] for each in boxes), low)


def _bounds(term: Term, box: Ranges, found: Slope) -> tuple[Decimal, Decimal]:
    """Bounds of the least value of a term in a box: below by its range and by the mean value theorem.

    The theorem: f(x) lies in f(c) + Σ f'_i (x_i - c_i). The upper bound is the value f(c) at the centre c.
    """
    if not found.by:
        return found.range.low, found.range.high
    centre = {each: _centre(own) for each, own in box.items()}
    middle = value = _slope(term, centre, frozenset()).range
    for each, slope in found.by.items():
        value = value + slope * (box[each] - centre[each])
    return max(found.range.low, value.low), middle.high


def _settled(term: Term, box: Ranges) -> tuple[Ranges, Slope]:
    """A box in which every figure with a slope of one sign is fixed at the end where the term is least.

    Fixing one figure narrows the slopes of the others, so this is repeated until nothing more can be fixed.
    """
    settled = dict(box)
    while True:
        open_ones = frozenset(each for each, own in settled.items() if not own.is_point)
        found = _slope(term, settled, open_ones)
        ends = {
            each: point(settled[each].low if slope.low >= 0 else settled[each].high)
            for each, slope in found.by.items()
            if slope.low >= 0 or slope.high <= 0
        }
        if not ends:
            return settled, found
        settled |= ends


def _halves(box: Ranges, found: Slope) -> list[dict[Reference, Interval]]:
    """The two halves of a box, cut across the figure that moves the term most."""

    def moves(each: Reference) -> Decimal:
        slope, own = found.by.get(each, _NOTHING), box[each]
        return CONTEXT.multiply(CONTEXT.subtract(slope.high, slope.low), CONTEXT.subtract(own.high, own.low))

    widest = max(box, key=moves)
    centre = _centre(box[widest]).low
    return [
        {**box, widest: Interval(box[widest].low, centre)},
        {**box, widest: Interval(centre, box[widest].high)},
    ]


def _centre(interval: Interval) -> Interval:
    return point(CONTEXT.divide(CONTEXT.add(interval.low, interval.high), Decimal(2)))


def _slope(term: Term, ranges: Ranges, inputs: frozenset[Reference]) -> Slope:
    """The range of a term and its slopes by the given figures."""
    match term:
        case Literal():
            return Slope(point(term.value), {})
        case Reference():
            return Slope(ranges[term], {term: _ONE} if term in inputs else {})
        case Negation():
            inner = _slope(term.term, ranges, inputs)
            return Slope(-inner.range, {each: -slope for each, slope in inner.by.items()})
        case Operation():
            left, right = _slope(term.left, ranges, inputs), _slope(term.right, ranges, inputs)
            return _power(left, right) if term.sign == "**" else _OPERATIONS[term.sign](left, right)
        case Call():
            return _FUNCTIONS[term.name]([_slope(each, ranges, inputs) for each in term.terms])


def _combined(value: Interval, *moves: tuple[Slope, Interval]) -> Slope:
    """The slopes of an operation by the chain rule, from its derivative by each operand."""
    by: dict[Reference, Interval] = {}
    for operand, slope in moves:
        for each, inner in operand.by.items():
            moved = inner if slope is _ONE else -inner if slope is _MINUS_ONE else slope * inner
            by[each] = by[each] + moved if each in by else moved
    return Slope(value, by)


def _plus(one: Slope, other: Slope) -> Slope:
    return _combined(one.range + other.range, (one, _ONE), (other, _ONE))


def _minus(one: Slope, other: Slope) -> Slope:
    return _combined(one.range - other.range, (one, _ONE), (other, _MINUS_ONE))


def _times(one: Slope, other: Slope) -> Slope:
    return _combined(one.range * other.range, (one, other.range), (other, one.range))


def _over(one: Slope, other: Slope) -> Slope:
    value = one.range / other.range
    moves = []
    if one.by:
        moves.append((one, _ONE / other.range))
    if other.by:
        moves.append((other, -(value / other.range)))
    return _combined(value, *moves)


def _power(base: Slope, exponent: Slope) -> Slope:
    power = int(exponent.range.low)
    result = Slope(_ONE, {})
    for _ in range(abs(power)):
        result = _times(result, base)
    return _over(Slope(_ONE, {}), result) if power < 0 else result


_OPERATIONS: dict[str, Callable[[Slope, Slope], Slope]] = {"+": _plus, "-": _minus, "*": _times, "/": _over}


def _sum(terms: list[Slope]) -> Slope:
    result = terms[0]
    for each in terms[1:]:
        result = _plus(result, each)
    return result


def _weight(terms: list[Slope]) -> Slope:
    """(merged - one) / (other - one), by merged 1/d, by one (merged - other)/d², by other -(merged - one)/d²."""
    merged, one, other = (each.range for each in terms)
    value = weight_range(merged, one, other)
    apart = other - one
    square = apart * apart
    slopes = (_ONE / apart, (merged - other) / square, (one - merged) / square)
    return _combined(value, *zip(terms, slopes, strict=True))


def _compound(terms: list[Slope]) -> Slope:
    growth, years = terms[0], int(terms[1].range.low)
    step = growth.range + _ONE
    slope = point(Decimal(years)) * (step.power(years - 1) if years != 1 else _ONE)
    return _combined(step.power(years) if years else _ONE, (growth, slope))


def _average_growth(terms: list[Slope]) -> Slope:
    start, end, years = terms[0], terms[1], int(terms[2].range.low)
    root = (end.range / start.range).root(years)
    share = root / point(Decimal(years))
    return _combined(root - _ONE, (start, -(share / start.range)), (end, share / end.range))


def _deflator(terms: list[Slope]) -> Slope:
    nominal, real = (_plus(each, Slope(_ONE, {})) for each in terms)
    return _minus(_over(nominal, real), Slope(_ONE, {}))


def _path_total(terms: list[Slope]) -> Slope:
    """The sum over k = 1..n of s (e/s)^(k/n), which rises with s and with e."""
    start, end, years = terms[0], terms[1], int(terms[2].range.low)
    root = (end.range / start.range).root(years)
    powers = [root.power(k) for k in range(1, years + 1)]
    by_start = by_end = _NOTHING
    for k, power in enumerate(powers, 1):
        by_start += power * point(CONTEXT.divide(Decimal(years - k), Decimal(years)))
        by_end += power * (start.range / end.range) * point(CONTEXT.divide(Decimal(k), Decimal(years)))
    return _combined(path_range(start.range, end.range, years), (start, by_start), (end, by_end))


_FUNCTIONS: dict[str, Callable[[list[Slope]], Slope]] = {
    "sum": _sum,
    "weight": _weight,
    "compound": _compound,
    "average_growth": _average_growth,
    "deflator": _deflator,
    "path_total": _path_total,
}
