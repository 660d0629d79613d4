"""Blends: a merged area's value from those of its constituents.

With x_i the constituents' values, w_i their weights (any scale), Y_i levels and g_i growth over n years:

    sum        Σ x_i
    weighted   Σ w_i x_i / Σ w_i                     also a ratio of sums, with the denominators as weights
    growth     (Σ Y0_i (1+g_i)^n / Σ Y0_i)^(1/n) - 1   exact: levels compounded
               Σ w_i g_i / Σ w_i                     first order, shown beside it

A weighted blend lies between its constituents whatever the weights. Blends nest: a blend with the sum of its weights
is itself a constituent. A value is in the unit of its constituents, whose weights need only be in one unit.
Source: docs/methods.md, "Blends".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from tgkt.arithmetic.growth import NotComputableError, compound, root_growth
from tgkt.arithmetic.growth import total as summed
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, number, require_same
from tgkt.facts.interval import DOWN, INFINITY, UP, Interval, hull, point
from tgkt.record import NamedTuple

_OUTWARD = {True: DOWN, False: UP}


class Part(NamedTuple):
    """A constituent: its value and its weight."""

    value: Quantity
    weight: Quantity


class Blended(NamedTuple):
    """A blend with each constituent's contribution; contributions add up to the value."""

    value: Quantity
    contributions: tuple[Decimal, ...]


def blend_sum(values: Sequence[Quantity]) -> Blended:
    """The sum of the constituents' values, Σ x_i.

    Raises:
        NotComputableError: there is no constituent.
        UnitError: the values measure different things.
    """
    _require_alike(values)
    total = values[0]
    for value in values[1:]:
        total = total + value
    return Blended(total, tuple(value.value for value in values))


def blend_weighted(parts: Sequence[Part]) -> Blended:
    """The weighted mean of the constituents, Σ w_i x_i / Σ w_i; contributions are w_i x_i / Σ w_i.

    Raises:
        NotComputableError: no constituent has weight, or a weight may be negative.
        UnitError: values or weights of different kinds.
    """
    total = _weighed(parts)
    value = CONTEXT.divide(summed(CONTEXT.multiply(w.value, x.value) for x, w in parts), total)
    spread = _mean_interval([x.interval for x, _ in parts], [w.interval for _, w in parts])
    first = parts[0].value
    blended = Quantity(value, spread, first.dimensions, first.sort, first.price)
    shares = tuple(CONTEXT.divide(CONTEXT.multiply(w.value, x.value), total) for x, w in parts)
    return Blended(blended, shares)


def blend_growth(parts: Sequence[Part], years: int, *, weights_at_end: bool) -> Blended:
    """Exact growth a year of the merged level: (Σ w_i (1+g_i)^n / Σ w_i)^(1/n) - 1, as a fraction.

    With the levels of the last year as weights it is (Σ w_i (1+g_i)^-n / Σ w_i)^(-1/n) - 1.

    Args:
        parts: growth as a fraction a year, with the constituents' levels (or their shares) as weights.
        years: the steps of the term.
        weights_at_end: whether the levels are those of the last year; they are then taken back to the base year.

    Raises:
        NotComputableError: a term without years, no weight, a negative weight, or a growth of -100 % or less.
        UnitError: values or weights of different kinds.
    """
    if years < 1:
        raise NotComputableError("no_years", years=years)
    _weighed(parts)
    power = -years if weights_at_end else years
    mean = blend_weighted([Part(compound(growth, power), weight) for growth, weight in parts]).value
    if weights_at_end:
        mean = number(1) / mean
    value = root_growth(Decimal(1), mean.value, years)
    spread = mean.interval.root(years) - point(Decimal(1))
    growth = Quantity(value, spread, (), Sort.GROWTH, parts[0].value.price)
    rises = _rises(parts, years, weights_at_end=weights_at_end)
    whole = summed(rises)
    shares = tuple(Decimal(0) if whole == 0 else CONTEXT.divide(CONTEXT.multiply(value, r), whole) for r in rises)
    return Blended(growth, shares)


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
    """The weight w = (m - a) / (b - a) as `implied_weight` has it, but not limited to [0, 1].

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


def _require_alike(values: Sequence[Quantity]) -> None:
    if not values:
        raise NotComputableError("no_constituent")
    for value in values[1:]:
        require_same(values[0], value, "blend")


def _weighed(parts: Sequence[Part]) -> Decimal:
    """The sum of the weights, none of them negative."""
    _require_alike([value for value, _ in parts])
    for _, weight in parts:
        require_same(parts[0].weight, weight, "weigh by")
        if weight.interval.low < 0:
            raise NotComputableError("negative_weight")
    total = summed(weight.value for _, weight in parts)
    if total <= 0:
        raise NotComputableError("no_weight")
    return total


def _mean_interval(values: Sequence[Interval], weights: Sequence[Interval]) -> Interval:
    """The range of Σ w_i x_i / Σ w_i over all values and weights; its ends have every weight at one of its own ends."""
    low = _extreme([v.low for v in values], weights, minimise=True)
    high = _extreme([v.high for v in values], weights, minimise=False)
    return Interval(low, high)


def _extreme(values: Sequence[Decimal], weights: Sequence[Interval], *, minimise: bool) -> Decimal:
    """The extreme mean: sorted by value, the parts up to some place have their highest weight, the rest the lowest."""
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


def _rises(parts: Sequence[Part], years: int, *, weights_at_end: bool) -> list[Decimal]:
    """The rise of each constituent's level over the term, w_i ((1+g_i)^n - 1), in units of weight."""
    rises = []
    for part in parts:
        factor = compound(part.value, years).value
        base = CONTEXT.divide(part.weight.value, factor) if weights_at_end else part.weight.value
        rises.append(CONTEXT.multiply(base, factor - 1))
    return rises
