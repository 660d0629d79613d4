"""Blends: the merged province's value from those of its constituents.

With x_i the constituents' values, w_i their weights (any scale), Y_i levels and g_i growth over n years:

    sum        Σ x_i
    weighted   Σ w_i x_i / Σ w_i                     also a ratio of sums, with the denominators as weights
    growth     (Σ Y0_i (1+g_i)^n / Σ Y0_i)^(1/n) - 1   exact: levels compounded
               Σ w_i g_i / Σ w_i                     first order, shown beside it

A weighted blend lies between its constituents whatever the weights. Coverage is the share of the
weight that has a value. Blends nest: a blend with the sum of its weights is itself a constituent.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from tgkt.arithmetic.growth import NotComputableError, compound, root_growth
from tgkt.arithmetic.growth import total as summed
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, number, require_same
from tgkt.facts.interval import DOWN, INFINITY, UP, Interval, hull, point

_OUTWARD = {True: DOWN, False: UP}


@dataclass(frozen=True, slots=True)
class Part:
    """A constituent: its value, None where no document prints it, and its weight."""

    value: Quantity | None
    weight: Quantity


@dataclass(frozen=True, slots=True)
class Blended:
    """A blend with its coverage and each constituent's contribution; contributions add up to the value."""

    value: Quantity
    coverage: Decimal
    contributions: tuple[Decimal, ...]


def blend_sum(values: Sequence[Quantity | None]) -> Blended:
    """Add extensive values; coverage is the share of constituents that have one.

    Raises:
        NotComputableError: no constituent has a value.
        UnitError: the values measure different things.
    """
    known = _known(values)
    total = known[0]
    for value in known[1:]:
        total = total + value
    parts = tuple(Decimal(0) if value is None else value.value for value in values)
    return Blended(total, CONTEXT.divide(Decimal(len(known)), Decimal(len(values))), parts)


def blend_weighted(parts: Sequence[Part]) -> Blended:
    """The weighted mean of the constituents that have a value.

    Raises:
        NotComputableError: no constituent with a value has weight, or a weight may be negative.
        UnitError: values or weights of different kinds.
    """
    known, total = _weighed(parts)
    value = CONTEXT.divide(summed(CONTEXT.multiply(w.value, x.value) for x, w in known), total)
    spread = _mean_interval([x.interval for x, _ in known], [w.interval for _, w in known])
    first = known[0][0]
    blended = Quantity(value, spread, first.dimensions, first.sort, first.price)
    return Blended(blended, _coverage(parts, total), _spread_over(parts, total, lambda x: x.value))


def blend_growth(parts: Sequence[Part], years: int, *, weights_at_end: bool) -> Blended:
    """Exact growth of the merged level from growth and levels of the constituents.

    Args:
        parts: growth as a fraction a year, with the constituents' levels (or their shares) as weights.
        years: the steps of the term.
        weights_at_end: whether the levels are those of the last year; they are then taken back to the base year.
    """
    if years < 1:
        raise NotComputableError("no_years", years=years)
    known, total = _weighed(parts)
    power = -years if weights_at_end else years
    factors = [Part(compound(growth, power), weight) for growth, weight in known]
    mean = blend_weighted(factors).value
    if weights_at_end:
        mean = number(1) / mean
    value = root_growth(Decimal(1), mean.value, years)
    spread = mean.interval.root(years) - point(Decimal(1))
    growth = Quantity(value, spread, (), Sort.GROWTH, known[0][0].price)
    rises = _rises(parts, years, weights_at_end=weights_at_end)
    whole = summed(rises)
    shares = tuple(Decimal(0) if whole == 0 else CONTEXT.divide(CONTEXT.multiply(value, r), whole) for r in rises)
    return Blended(growth, _coverage(parts, total), shares)


def implied_weight(merged: Interval, one: Interval, other: Interval) -> Interval | None:
    """The weight w of `other` for which (1 - w) one + w other = merged, within [0, 1].

    Each end is taken at a corner of the three intervals, because w moves one way with each of them.

    Returns:
        The weights that printed figures allow; None when there is none: the three do not fit together.

    Raises:
        NotComputableError: the two constituents may be equal, so that any weight would do.
    """
    return weight_range(merged, one, other).intersect(Interval(Decimal(0), Decimal(1)))


def weight_range(merged: Interval, one: Interval, other: Interval) -> Interval:
    """The same, whether or not it lies within [0, 1].

    Raises:
        NotComputableError: the two constituents may be equal, so that any weight would do.
    """
    if any(abs(end) == INFINITY for interval in (merged, one, other) for end in (interval.low, interval.high)):
        raise NotComputableError("only_a_bound")
    if one.meets(other):
        raise NotComputableError("constituents_may_be_equal")
    ends = product((merged.low, merged.high), (one.low, one.high), (other.low, other.high))
    corners = [(CONTEXT.subtract(m, a), CONTEXT.subtract(b, a)) for m, a, b in ends]
    if any(below == 0 for _, below in corners):
        raise NotComputableError("constituents_may_be_equal")
    low = min(DOWN.divide(above, below) for above, below in corners)
    high = max(UP.divide(above, below) for above, below in corners)
    return hull(low, high)


def _known(values: Sequence[Quantity | None]) -> list[Quantity]:
    known = [value for value in values if value is not None]
    if not known:
        raise NotComputableError("no_constituent")
    for value in known[1:]:
        require_same(known[0], value, "blend")
    return known


def _weighed(parts: Sequence[Part]) -> tuple[list[tuple[Quantity, Quantity]], Decimal]:
    known = [(part.value, part.weight) for part in parts if part.value is not None]
    _known([value for value, _ in known])
    for _, weight in known:
        require_same(known[0][1], weight, "weigh by")
        if weight.interval.low < 0:
            raise NotComputableError("negative_weight")
    total = summed(weight.value for _, weight in known)
    if total <= 0:
        raise NotComputableError("no_weight")
    return known, total


def _mean_interval(values: Sequence[Interval], weights: Sequence[Interval]) -> Interval:
    """The weighted mean over all values and weights: extreme at corners of the weights."""
    low = _extreme([v.low for v in values], weights, minimise=True)
    high = _extreme([v.high for v in values], weights, minimise=False)
    return Interval(low, high)


def _extreme(values: Sequence[Decimal], weights: Sequence[Interval], *, minimise: bool) -> Decimal:
    """Greedy: the mean falls when weight moves to smaller values, so one threshold splits heavy from light."""
    order = sorted(range(len(values)), key=lambda i: values[i], reverse=not minimise)
    best: Decimal | None = None
    for heavy in range(1, len(order) + 1):
        chosen = [weights[i].high if place < heavy else weights[i].low for place, i in enumerate(order)]
        total = summed(chosen)
        if total == 0:
            continue
        pulled = _OUTWARD[minimise].copy()
        weighed = Decimal(0)
        for weight, i in zip(chosen, order, strict=True):
            part = Decimal(0) if weight == 0 or values[i] == 0 else pulled.multiply(weight, values[i])
            weighed = pulled.add(weighed, part)
        mean = values[order[0]] if total == INFINITY else pulled.divide(weighed, total)
        best = mean if best is None else (min if minimise else max)(best, mean)
    if best is None:
        raise NotComputableError("no_weight")
    return best


def _coverage(parts: Sequence[Part], known: Decimal) -> Decimal:
    return CONTEXT.divide(known, summed(part.weight.value for part in parts))


def _spread_over(parts: Sequence[Part], total: Decimal, value: Callable[[Quantity], Decimal]) -> tuple[Decimal, ...]:
    return tuple(
        Decimal(0) if p.value is None else CONTEXT.divide(CONTEXT.multiply(p.weight.value, value(p.value)), total)
        for p in parts
    )


def _rises(parts: Sequence[Part], years: int, *, weights_at_end: bool) -> list[Decimal]:
    """How much each constituent's level rose over the term, in units of weight."""
    rises = []
    for part in parts:
        if part.value is None:
            rises.append(Decimal(0))
            continue
        factor = compound(part.value, years).value
        base = CONTEXT.divide(part.weight.value, factor) if weights_at_end else part.weight.value
        rises.append(CONTEXT.multiply(base, factor - 1))
    return rises
