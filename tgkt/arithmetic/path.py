"""The arithmetic of a way: the pace between two values, the values along it, and the pace needed in the years left.

With s the start, e the end, n the years between and k those gone:

    geometric   pace (e/s)^(1/n) - 1      after k years s (e/s)^(k/n)        grows on: s (1 + p)^k
    linear      pace (e - s) / n          after k years s + (e - s) k/n      moves on: s + p k
    average     what the n - k years left must show each so that all n average G:
                growth ((1+G)^n / prod(1+g_i))^(1/(n-k)) - 1, other figures (n G - sum g_i) / (n - k)
    total       a flow that begins at f and grows smoothly by h: sum over j = 1..n of f (1+h)^j = T, solved for h

Every answer is monotone in each of its inputs, so its interval is taken at the ends of theirs. Paces are fractions a
year on a geometric path, else root units a year. Source: docs/methods.md, "Trajectories, what-if, goal seek".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import product

from tgkt.arithmetic.growth import NotComputableError, root_growth, total
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort
from tgkt.facts.indicator import Path
from tgkt.facts.interval import INFINITY, Interval, hull

_HALVINGS = 140
_GUARD = CONTEXT.copy()
_GUARD.prec -= 4

Numbers = Callable[..., Decimal]


def monotone(compute: Numbers, like: Quantity, *inputs: Quantity) -> Quantity:
    """A function that rises or falls steadily with each input, and the interval that it takes over their intervals.

    Such a function is extreme at the ends of its inputs, so its interval runs from the least to the greatest corner.

    Args:
        compute: the function of plain numbers.
        like: a quantity of the kind of the answer.
        inputs: the inputs; where the function has no value at some corner, the interval is unbounded.
    """
    value = compute(*(each.value for each in inputs))
    ends = {each.interval.low for each in inputs} | {each.interval.high for each in inputs}
    if all(each.interval.is_point for each in inputs):
        return like.exactly(value)
    corners = []
    for corner in product(*((each.interval.low, each.interval.high) for each in inputs)):
        try:
            corners.append(compute(*corner))
        except (NotComputableError, ArithmeticError):
            return like.spread(value, Interval(-INFINITY, INFINITY))
    low, high = min(*corners, value), max(*corners, value)
    open_ends = any(abs(end) == INFINITY for end in ends)
    return like.spread(value, hull(low, high) if open_ends else hull(_outward(low, -1), _outward(high, 1)))


def pace(start: Quantity, end: Quantity, years: int, path: Path) -> Quantity:
    """The pace from one value to another: growth (e/s)^(1/n) - 1 a year on a geometric path, else (e - s) / n a year.

    Raises:
        NotComputableError: no year between; on a geometric path a value that is zero or negative.
    """
    if years <= 0:
        raise NotComputableError("no_years", years=years)
    if path is Path.GEOMETRIC:
        return monotone(lambda s, e: _growth(s, e, years), _GROWTH, start, end)
    return monotone(lambda s, e: CONTEXT.divide(CONTEXT.subtract(e, s), Decimal(years)), step(start), start, end)


def along(start: Quantity, end: Quantity, gone: int, years: int, path: Path) -> Quantity:
    """The value after k of n years, s (e/s)^(k/n) or s + (e - s) k/n; exact at both ends. Same errors as `pace`."""
    if gone <= 0 or gone >= years:
        return start if gone <= 0 else end
    if path is Path.GEOMETRIC:
        return monotone(lambda s, e: _grown(s, _growth(s, e, years), gone), start, start, end)

    def between(s: Decimal, e: Decimal) -> Decimal:
        way = CONTEXT.multiply(CONTEXT.subtract(e, s), Decimal(gone))
        return CONTEXT.add(s, CONTEXT.divide(way, Decimal(years)))

    return monotone(between, start, start, end)


def onward(start: Quantity, by: Quantity, years: int, path: Path) -> Quantity:
    """The value that a pace p leads to in k years: s (1 + p)^k on a geometric path, else s + p k."""
    if path is Path.GEOMETRIC:
        return monotone(lambda s, p: _grown(s, p, years), start, start, by)
    return monotone(lambda s, p: CONTEXT.add(s, CONTEXT.multiply(p, Decimal(years))), start, start, by)


def average(values: Sequence[Quantity], *, compounds: bool) -> Quantity:
    """The average of n yearly figures: Π(1 + g_i)^(1/n) - 1 for growth rates, else Σ x_i / n."""

    def mean(*numbers: Decimal) -> Decimal:
        if not compounds:
            return CONTEXT.divide(total(numbers), Decimal(len(numbers)))
        return _mean_growth(numbers, len(numbers))

    return _corner(mean, values)


def rest(goal: Quantity, seen: Sequence[Quantity], left: int, *, compounds: bool) -> Quantity:
    """The average that the l years left need, so that all n years average the goal G.

    For growth ((1+G)^n / Π(1+g_i))^(1/l) - 1, else (n G - Σ x_i) / l.

    Raises:
        NotComputableError: no year is left, or nothing positive would do.
    """
    if left <= 0:
        raise NotComputableError("no_years", years=left)
    if not seen:
        return goal
    values, years = [each.value for each in seen], len(seen) + left
    need = _rest_of_growth if compounds else _rest_of_sum
    value = need(goal.value, values, years)
    if all(each.interval.is_point for each in (goal, *seen)):
        return goal.exactly(value)
    try:  # the more the years gone have brought, the less is needed
        low = need(goal.interval.low, [each.interval.high for each in seen], years)
        high = need(goal.interval.high, [each.interval.low for each in seen], years)
    except (NotComputableError, ArithmeticError):
        return goal.spread(value, Interval(-INFINITY, INFINITY))
    return goal.spread(value, hull(_outward(min(low, value), -1), _outward(max(high, value), 1)))


def flow_growth(flow: Decimal, wanted: Decimal, years: int, skipped: int = 0) -> Decimal:
    """The growth h with which a flow f adds up to a total T: Σ_{j=1..n} f (1+h)^(k+j) = T, solved by bisection.

    Args:
        flow: the flow f of the year before, or of k + 1 years before the first.
        wanted: the total T.
        years: the number n of years that make up the total.
        skipped: the number k of years between that of the flow and the first of the total.

    Raises:
        NotComputableError: the flow or the total is not positive.
    """
    if flow <= 0 or wanted <= 0 or years <= 0:
        raise NotComputableError("not_positive", start=flow, end=wanted)
    low, high = Decimal(0), Decimal(2)
    while flow_total(flow, CONTEXT.subtract(high, 1), years, skipped) < wanted:
        high = CONTEXT.multiply(high, Decimal(2))
    for _ in range(_HALVINGS):
        middle = CONTEXT.divide(CONTEXT.add(low, high), Decimal(2))
        if flow_total(flow, CONTEXT.subtract(middle, 1), years, skipped) < wanted:
            low = middle
        else:
            high = middle
    return CONTEXT.subtract(high, 1)


def flow_total(flow: Decimal, growth: Decimal, years: int, skipped: int = 0) -> Decimal:
    """The sum of n years of a flow f that grows by h, beginning k + 1 years after its own: Σ_{j=1..n} f (1+h)^(k+j)."""
    return total(_grown(flow, growth, skipped + year) for year in range(1, years + 1))


def last_flow(summed: Decimal, growth: Decimal, years: int) -> Decimal:
    """The flow of the last of n years, from their total T and their growth h a year: T / Σ_{j=0..n-1} (1+h)^-j."""
    weights = total(_grown(Decimal(1), growth, -back) for back in range(years))
    return CONTEXT.divide(summed, weights)


def step(like: Quantity) -> Quantity:
    """A quantity of the kind that a change in another has: points for shares and growth, else the same kind."""
    sort = Sort.POINTS if like.sort in (Sort.SHARE, Sort.GROWTH) else like.sort
    return Quantity(like.value, like.interval, like.dimensions, sort, None)


_GROWTH = Quantity(Decimal(0), Interval(Decimal(0), Decimal(0)), (), Sort.GROWTH)


def _rest_of_sum(wanted: Decimal, gone: Sequence[Decimal], years: int) -> Decimal:
    missing = CONTEXT.subtract(CONTEXT.multiply(wanted, Decimal(years)), total(gone))
    return CONTEXT.divide(missing, Decimal(years - len(gone)))


def _rest_of_growth(wanted: Decimal, gone: Sequence[Decimal], years: int) -> Decimal:
    whole = CONTEXT.power(CONTEXT.add(1, wanted), Decimal(years))
    return _growth(_factor(gone), whole, years - len(gone))


def _growth(start: Decimal, end: Decimal, years: int) -> Decimal:
    if start <= 0 or end <= 0:
        raise NotComputableError("not_positive", start=start, end=end)
    return root_growth(start, end, years)


def _grown(start: Decimal, growth: Decimal, years: int) -> Decimal:
    return CONTEXT.multiply(start, CONTEXT.power(CONTEXT.add(1, growth), Decimal(years)))


def _factor(rates: Sequence[Decimal]) -> Decimal:
    factor = Decimal(1)
    for each in rates:
        factor = CONTEXT.multiply(factor, CONTEXT.add(1, each))
    return factor


def _mean_growth(rates: Sequence[Decimal], years: int) -> Decimal:
    """Π(1 + g_i)^(1/n) - 1; -100 % as soon as one rate is -100 %."""
    if any(abs(each) == INFINITY for each in rates):
        return INFINITY if min(rates) > -1 else Decimal(-1)
    factor = _factor(rates)
    return root_growth(Decimal(1), factor, years) if factor > 0 else Decimal(-1)


def _corner(compute: Numbers, values: Sequence[Quantity]) -> Quantity:
    """A function that rises with every input; its interval runs from all lower ends to all upper ends."""
    value = compute(*(each.value for each in values))
    low = compute(*(each.interval.low for each in values))
    high = compute(*(each.interval.high for each in values))
    if all(each.interval.is_point for each in values):
        return values[0].exactly(value)
    return values[0].spread(value, hull(_outward(min(low, value), -1), _outward(max(high, value), 1)))


def _outward(value: Decimal, way: int) -> Decimal:
    """The value, moved outward by one unit of its 36th digit, which covers the rounding errors of forty digits."""
    if abs(value) == INFINITY:
        return value
    return _GUARD.next_minus(_GUARD.plus(value)) if way < 0 else _GUARD.next_plus(_GUARD.plus(value))
