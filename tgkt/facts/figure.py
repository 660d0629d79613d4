"""A printed figure: digits, comparator, and the interval of values it may stand for."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from tgkt.facts.interval import EXACT, INFINITY, Interval
from tgkt.record import NamedTuple


class Comparator(StrEnum):
    """The relation of a quantity to the printed number: at least, about, between and so on."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    NEAR_BELOW = "near_below"
    BETWEEN = "between"
    EQUALS = "equals"
    MAINTAIN = "maintain"
    MILESTONE = "milestone"


SIGNS = {
    Comparator.AT_LEAST: "≥ ",
    Comparator.MORE_THAN: "> ",
    Comparator.AT_MOST: "≤ ",
    Comparator.LESS_THAN: "< ",
    Comparator.ABOUT: "≈ ",
    Comparator.NEAR_BELOW: "≲ ",
}
_UPWARD = (Comparator.AT_LEAST, Comparator.MORE_THAN)
_DOWNWARD = (Comparator.AT_MOST, Comparator.LESS_THAN)
_LOOSE = (Comparator.ABOUT, Comparator.NEAR_BELOW)  # these words widen the figure themselves
_ROUND = (*_LOOSE, Comparator.MORE_THAN)  # after these words zeros at the end only fill up


class Figure(NamedTuple):
    """What a document prints: one number, or two with `between`.

    Attributes:
        low: the number, or the first of two.
        high: the same number, or the second of two.
        comparator: the words around it.
        exact: whole counts of things are exact; everything else is rounded.
        step: one unit of the last printed digit, where the digits do not show it: after a change of unit, and
            where zeros at the end only fill up, as in "gần 200".
    """

    low: Decimal
    high: Decimal
    comparator: Comparator = Comparator.EQUALS
    exact: bool = False
    step: Decimal | None = None

    def __str__(self) -> str:
        """The digits with the sign of their words: `≥ 10.5`, `6.5 - 7.0`."""
        ends = f"{self.low:f} - {self.high:f}" if self.is_range else f"{self.low:f}"
        return f"{SIGNS.get(self.comparator, '')}{ends}"

    @property
    def value(self) -> Decimal:
        """The printed number; for a range, its first end."""
        return self.low

    @property
    def digit(self) -> Decimal:
        """One unit of the last printed digit of the number, or of the first of two."""
        return self.step or last_digit(self.low)

    @property
    def is_range(self) -> bool:
        return self.comparator is Comparator.BETWEEN

    @property
    def is_bound(self) -> bool:
        """Whether the document prints a bound ("trên 46%") and not the value itself."""
        return self.comparator in _UPWARD or self.comparator in _DOWNWARD

    def region(self, floor: Decimal = -INFINITY, ceiling: Decimal = INFINITY) -> Interval:
        """The values the words allow when the digits are taken as exact.

        Args:
            floor: natural lower limit, for "dưới 3%".
            ceiling: natural upper limit, for "trên 46%".
        """
        if self.comparator in _UPWARD:
            return Interval(self.low, max(self.low, ceiling), low_open=self.comparator is Comparator.MORE_THAN)
        if self.comparator in _DOWNWARD:
            return Interval(min(self.low, floor), self.low, high_open=self.comparator is Comparator.LESS_THAN)
        if self.comparator is Comparator.ABOUT:
            return Interval(EXACT.subtract(self.low, self.digit), EXACT.add(self.low, self.digit))
        if self.comparator is Comparator.NEAR_BELOW:
            return Interval(EXACT.subtract(self.low, self.digit), self.low, high_open=True)
        return Interval(self.low, self.high)

    def interval(self, floor: Decimal = -INFINITY, ceiling: Decimal = INFINITY) -> Interval:
        """The values the printed figure may stand for, rounding included.

        Half a unit of the last printed digit on each side; a whole unit for `about`, and only below
        for `near_below`; a bound keeps its bound as printed; a whole count is exact. Natural limits
        cut the result.
        """
        region = self.region(floor, ceiling)
        if self.exact or self.is_bound:
            return region
        if self.comparator not in _LOOSE:
            half_low, half_high = (EXACT.divide(self.step or last_digit(end), 2) for end in (self.low, self.high))
            region = Interval(EXACT.subtract(self.low, half_low), EXACT.add(self.high, half_high))
        return region.intersect(Interval(floor, ceiling)) or region


def last_digit(value: Decimal) -> Decimal:
    """One unit of the last printed digit: 0.01 for 7.35, 1 for 240."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is not a number")
    return Decimal(1).scaleb(exponent)


def counted_digit(value: Decimal) -> Decimal:
    """One unit of the last digit where zeros at the end of a whole number only fill up: 20 for 200, 100 for 2300.

    It is the place of the last digit that is not zero, at most a tenth of the value.
    """
    printed = last_digit(value)
    if printed < 1 or not value:
        return printed
    return max(printed, min(printed.scaleb(_zeros(value)), abs(value) / 10))


def step_of(printed: Figure, *, is_scaled: bool, is_count: bool) -> Decimal | None:
    """One unit of the last digit of a figure as printed, where zeros at its end are no digits; else None.

    Args:
        printed: the figure in the words of the document.
        is_scaled: whether a scale word such as "nghìn tỷ" follows it.
        is_count: whether it counts things; then it ends in 000 or its zeros are digits.
    """
    ends = (printed.low, printed.high)
    thousands = is_count and all(ends_in_thousands(end) for end in ends)
    if not (is_scaled or thousands or printed.comparator in _ROUND):
        return None
    step = min(counted_digit(end) for end in ends)
    return step if step > max(last_digit(end) for end in ends) else None


def ends_in_thousands(value: Decimal) -> bool:
    """Whether a whole number ends in 000, so that it says thousands."""
    return bool(value) and last_digit(value).scaleb(_zeros(value)) >= 1000


def _zeros(value: Decimal) -> int:
    """How many zeros the digits of a number end in."""
    digits = value.as_tuple().digits
    return next((place for place, digit in enumerate(reversed(digits)) if digit), 0)


def figure(value: Decimal, comparator: Comparator = Comparator.EQUALS, exact: bool = False) -> Figure:
    """A figure of one number."""
    return Figure(value, value, comparator, exact)
