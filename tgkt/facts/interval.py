"""Interval arithmetic in Decimal with outward rounding.

An interval holds every value a printed figure may stand for. Each operation returns an
interval that contains every exact result for values drawn from its operands: lower ends
are rounded down, upper ends up, at 40 significant digits.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import lru_cache
from typing import Final

INFINITY = Decimal("Infinity")
PRECISION = 40
DOWN = Context(prec=PRECISION, rounding=ROUND_FLOOR)
UP = Context(prec=PRECISION, rounding=ROUND_CEILING)
EXACT = Context(prec=1000)
_ZERO = Decimal(0)


class Interval:
    """The values from `low` to `high`; an open end is not itself included.

    A class of slots, as an audit makes tens of thousands; it is no tuple, whose order and sums mean something else.
    """

    __slots__ = ("high", "high_open", "low", "low_open")

    def __init__(self, low: Decimal, high: Decimal, low_open: bool = False, high_open: bool = False) -> None:
        self.low: Final = low
        self.high: Final = high
        self.low_open: Final = low_open
        self.high_open: Final = high_open

    def _parts(self) -> tuple[Decimal, Decimal, bool, bool]:
        return self.low, self.high, self.low_open, self.high_open

    def __eq__(self, other: object) -> bool:
        return self._parts() == other._parts() if isinstance(other, Interval) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"Interval{self._parts()!r}"

    def __reduce__(self) -> tuple[type[Interval], tuple[Decimal, Decimal, bool, bool]]:
        return Interval, self._parts()

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def _is_plain(self) -> bool:
        """Whether it is closed, finite and above zero, so that products and quotients have their ends at its ends."""
        return not (self.low_open or self.high_open) and self.low > 0 and self.high < INFINITY

    @property
    def _is_closed(self) -> bool:
        """Whether it is closed and finite."""
        return not (self.low_open or self.high_open) and self.low > -INFINITY and self.high < INFINITY

    def contains(self, value: Decimal) -> bool:
        above = value > self.low or (value == self.low and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.intersect(other) is not None

    def within(self, other: Interval) -> bool:
        """Whether every value of this interval lies in the other."""
        return self.intersect(other) == self

    def intersect(self, other: Interval) -> Interval | None:
        """The values in both, or None when there are none."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        if low > high or (low == high and (low_open or not high_closed)):
            return None
        return Interval(low, high, low_open, not high_closed)

    def shift(self, by: int) -> Interval:
        """Multiply by ten to the power `by`: exact, used for a change of scale words."""
        low, high = self.low.scaleb(by, EXACT), self.high.scaleb(by, EXACT)
        return Interval(low, high, self.low_open, self.high_open)

    def __neg__(self) -> Interval:
        return Interval(self.high.copy_negate(), self.low.copy_negate(), self.high_open, self.low_open)

    def __add__(self, other: object) -> Interval:
        rest = as_interval(other)
        return Interval(
            DOWN.add(self.low, rest.low),
            UP.add(self.high, rest.high),
            self.low_open or rest.low_open,
            self.high_open or rest.high_open,
        )

    def __sub__(self, other: object) -> Interval:
        return self + -as_interval(other)

    def __mul__(self, other: object) -> Interval:
        rest = as_interval(other)
        if self._is_plain and rest._is_plain:
            return Interval(DOWN.multiply(self.low, rest.low), UP.multiply(self.high, rest.high))
        if self._is_closed and rest._is_closed:
            pairs = ((self.low, rest.low), (self.low, rest.high), (self.high, rest.low), (self.high, rest.high))
            return Interval(
                min([DOWN.multiply(a, b) for a, b in pairs]) or _ZERO,
                max([UP.multiply(a, b) for a, b in pairs]) or _ZERO,
            )
        corners = [
            (a, b, a_open or b_open)
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((rest.low, rest.low_open), (rest.high, rest.high_open))
        ]
        downs = [(_product(DOWN, a, b), is_open) for a, b, is_open in corners]
        ups = [(_product(UP, a, b), is_open) for a, b, is_open in corners]
        return _spanned(downs, ups)

    def __truediv__(self, other: object) -> Interval:
        """Divide.

        Raises:
            ZeroDivisionError: the divisor may be zero.
        """
        rest = as_interval(other)
        if self._is_plain and rest._is_plain:
            return Interval(DOWN.divide(self.low, rest.high), UP.divide(self.high, rest.low))
        if rest.low < 0 < rest.high or (rest.low == 0 and not rest.low_open) or (rest.high == 0 and not rest.high_open):
            raise ZeroDivisionError("the divisor may be zero")
        corners = [
            (a, b, a_open or b_open)
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((rest.low, rest.low_open), (rest.high, rest.high_open))
        ]
        negative = rest.high <= 0
        downs = [(_quotient(DOWN, a, b, negative=negative), is_open) for a, b, is_open in corners]
        ups = [(_quotient(UP, a, b, negative=negative), is_open) for a, b, is_open in corners]
        return _spanned(downs, ups)

    def power(self, exponent: int) -> Interval:
        """Raise positive values to a whole power.

        Raises:
            ValueError: a value may be zero or negative, where growth has no meaning.
        """
        self._require_positive()
        if exponent < 0:
            return point(Decimal(1)) / self.power(-exponent)
        return Interval(
            _power(self.low, exponent, DOWN), _power(self.high, exponent, UP), self.low_open, self.high_open
        )

    def root(self, degree: int) -> Interval:
        """The n-th root of positive values, rounded outward.

        Raises:
            ValueError: a value may be zero or negative.
        """
        self._require_positive()
        low = near_root(self.low, degree)
        is_one = _ALIKE.plus(self.low) == _ALIKE.plus(self.high)  # their roots differ in digits that are not certain
        high = low if is_one else near_root(self.high, degree)
        return Interval(
            _root(self.low, degree, DOWN, low), _root(self.high, degree, UP, high), self.low_open, self.high_open
        )

    def _require_positive(self) -> None:
        if self.low < 0 or (self.low == 0 and not self.low_open):
            raise ValueError("a value may be zero or negative")


def point(value: Decimal) -> Interval:
    """The interval that holds one exact value."""
    return Interval(value, value)


def hull(low: Decimal, high: Decimal) -> Interval:
    """The closed interval between two values, in whichever order they come."""
    return Interval(min(low, high), max(low, high))


def as_interval(value: object) -> Interval:
    """An interval unchanged, a number as a point.

    Raises:
        TypeError: a float or anything else that is no exact number.
    """
    if isinstance(value, Interval):
        return value
    if isinstance(value, (Decimal, int)):
        return point(Decimal(value))
    raise TypeError(f"{type(value).__name__} is not an exact number")


def _spanned(downs: list[tuple[Decimal, bool]], ups: list[tuple[Decimal, bool]]) -> Interval:
    """The interval between the least and the greatest corner; an end is open where every corner there is."""
    low, high = min(value for value, _ in downs), max(value for value, _ in ups)
    return Interval(
        low,
        high,
        low != 0 and all(is_open for value, is_open in downs if value == low),
        high != 0 and all(is_open for value, is_open in ups if value == high),
    )


def _quotient(context: Context, a: Decimal, b: Decimal, *, negative: bool) -> Decimal:
    """A corner of a division; a divisor that nears zero without reaching it sends the quotient beyond all bounds."""
    if a == 0:
        return Decimal(0)
    if b == 0:
        return -INFINITY if (a > 0) == negative else INFINITY
    if not b.is_finite():
        return Decimal(0) if a.is_finite() else (INFINITY if (a > 0) == (b > 0) else -INFINITY)
    return context.divide(a, b)


def _product(context: Context, a: Decimal, b: Decimal) -> Decimal:
    return Decimal(0) if a == 0 or b == 0 else context.multiply(a, b)


def _power(value: Decimal, exponent: int, outward: Context) -> Decimal:
    """A whole power by squaring: every product is rounded outward, which `Context.power` does not promise."""
    result, square = Decimal(1), value
    while exponent:
        if exponent & 1:
            result = outward.multiply(result, square)
        square = outward.multiply(square, square)
        exponent >>= 1
    return result


def _root(value: Decimal, degree: int, outward: Context, near: Decimal) -> Decimal:
    """The n-th root, rounded outward; exact where the root is a short decimal."""
    if value == 0 or not value.is_finite() or degree == 1:
        return value
    nearest = _SHORT.plus(near)
    if _power(nearest, degree, DOWN) == value == _power(nearest, degree, UP):
        return nearest
    return _SHORT.next_minus(nearest) if outward is DOWN else _SHORT.next_plus(nearest)


def near_root(value: Decimal, degree: int) -> Decimal:
    """The n-th root of a positive value to forty digits and more; the same digits for 0.9 and 0.90, but for n = 1."""
    if value == 0 or not value.is_finite() or degree == 1:
        return value
    return _near_root(value.normalize(EXACT), degree)


@lru_cache(maxsize=4096)  # which takes 0.9 for 0.90
def _near_root(value: Decimal, degree: int) -> Decimal:
    """From a rough root, four steps x - (x^n - v) / (n x^(n-1)), each of which more than doubles its good digits."""
    root, times = _rough_root(value, degree), Decimal(degree)
    for _ in range(_STEPS):
        below = _power(root, degree - 1, _LONG)
        miss = _LONG.subtract(_LONG.multiply(below, root), value)
        root = _LONG.subtract(root, _LONG.divide(miss, _LONG.multiply(below, times)))
    return root


def _rough_root(value: Decimal, degree: int) -> Decimal:
    """The n-th root to five digits and more: of whole numbers, which is many times faster than by a logarithm."""
    if degree > _MANY:
        return _ROUGH.power(value, _ROUGH.divide(Decimal(1), Decimal(degree)))
    shift = _DIGITS - value.adjusted() // degree
    whole = int(value.scaleb(shift * degree, _LONG))
    root = 1 << -(-whole.bit_length() // degree)
    while (lower := ((degree - 1) * root + whole // root ** (degree - 1)) // degree) < root:
        root = lower
    return Decimal(root).scaleb(-shift)


_SHORT = Context(prec=PRECISION - 5)  # the last digits of a root are not certain
_ALIKE = Context(prec=PRECISION - 2)
_LONG, _ROUGH = Context(prec=PRECISION + 14), Context(prec=16)
_DIGITS, _MANY, _STEPS = 5, 64, 4
