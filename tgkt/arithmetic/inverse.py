"""The operations of formulas over ranges, both ways: up to the whole, and from the whole down to the parts.

z = x + y                     x in z - y, y in z - x
z = x y                       x in z / y, y in z / x; nothing is known where the other may be zero
compound(g, n) = z            g in z^(1/n) - 1
average_growth(s, e, n) = z   e in s (1 + z)^n, s in e / (1 + z)^n
deflator(g, r) = z            g in (1 + z)(1 + r) - 1, r in (1 + g) / (1 + z) - 1
weight(m, a, b) = z           m in (1 - z) a + z b, a in (m - z b) / (1 - z), b in (m - (1 - z) a) / z
path_total(s, e, n) = z       s and e between where the sum of the path takes the ends of z
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError, path_range
from tgkt.arithmetic.mean import weight_range
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.interval import INFINITY, Interval, point

ALL = Interval(-INFINITY, INFINITY)
_ONE = point(Decimal(1))
_POSITIVE = Interval(Decimal(0), INFINITY, low_open=True)
_SHARE = Interval(Decimal(0), Decimal(1))
_STEPS = 8


class NoValueError(Exception):
    """No value of the figures satisfies the relation."""


def met(one: Interval, other: Interval) -> Interval:
    """The values in both ranges.

    Raises:
        NoValueError: there is none.
    """
    common = one.intersect(other)
    if common is None:
        raise NoValueError
    return common


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
    return met(found, _SHARE)


def _step(rate: Interval) -> Interval:
    return met(rate + _ONE, _POSITIVE)


def _compound(rate: Interval, years: Interval) -> Interval:
    count = int(years.low)
    return _step(rate).power(count) if count else _ONE


def _average_growth(start: Interval, end: Interval, years: Interval) -> Interval:
    start, end = met(start, _POSITIVE), met(end, _POSITIVE)
    return met(end / start, _POSITIVE).root(int(years.low)) - _ONE


def _deflator(nominal: Interval, real: Interval) -> Interval:
    return _step(nominal) / _step(real) - _ONE


def _path_total(start: Interval, end: Interval, years: Interval) -> Interval:
    start, end, count = met(start, _POSITIVE), met(end, _POSITIVE), int(years.low)
    low = path_range(point(start.low), point(end.low), count).low if start.low > 0 and end.low > 0 else Decimal(0)
    is_finite = start.high < INFINITY and end.high < INFINITY
    return Interval(low, path_range(point(start.high), point(end.high), count).high if is_finite else INFINITY)


UP: dict[str, Callable[..., Interval]] = {
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
        met(rest * one + share * other, one + share * (other - one)),
        _shared(merged - share * other, rest),
        _shared(merged - rest * one, share),
    ]


def _compound_down(whole: Interval, _rate: Interval, years: Interval) -> list[Interval | None]:
    count = int(years.low)
    factor = met(whole, _POSITIVE)
    if count < 0:
        factor, count = _over(_ONE, factor), -count
    return [_rooted(factor, count) - _ONE if count else None, None]


def _average_growth_down(rate: Interval, start: Interval, end: Interval, years: Interval) -> list[Interval | None]:
    factor = _step(rate).power(int(years.low))
    return [_shared(met(end, _POSITIVE), factor), met(start, _POSITIVE) * factor, None]


def _deflator_down(prices: Interval, nominal: Interval, real: Interval) -> list[Interval | None]:
    step = _step(prices)
    return [step * _step(real) - _ONE, _step(nominal) / step - _ONE]


def _path_total_down(whole: Interval, start: Interval, end: Interval, years: Interval) -> list[Interval | None]:
    """The sum of a path rises with both of its ends."""
    count = int(years.low)
    if not all(each.low > 0 and each.high < INFINITY for each in (start, end)):
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


DOWN: dict[str, Callable[..., Sequence[Interval | None]]] = {
    "neg": lambda whole, _one: [-whole],
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
