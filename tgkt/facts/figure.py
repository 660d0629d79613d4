"""A printed figure: digits, comparator, and the interval of values it may stand for."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tgkt.facts.interval import INFINITY, Interval


class Comparator(StrEnum):
    """How a document relates a quantity to the number it prints."""

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
}
_UPWARD = (Comparator.AT_LEAST, Comparator.MORE_THAN)
_DOWNWARD = (Comparator.AT_MOST, Comparator.LESS_THAN)


class Figure(NamedTuple):
    """What a document prints: one number, or two with `between`.

    Attributes:
        low: the number, or the first of two.
        high: the same number, or the second of two.
        comparator: the words around it.
        exact: whole counts of things are exact; everything else is rounded.
        step: one unit of the last printed digit, where the digits no longer tell it (after a change of unit).
    """

    low: Decimal
    high: Decimal
    comparator: Comparator = Comparator.EQUALS
    exact: bool = False
    step: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """The printed number; for a range, its first end."""
        return self.low

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
            step = self.step or last_digit(self.low)
            return Interval(self.low - step, self.low + step)
        return Interval(self.low, self.high)

    def interval(self, floor: Decimal = -INFINITY, ceiling: Decimal = INFINITY) -> Interval:
        """The values the printed figure may stand for, rounding included.

        Half a unit of the last printed digit on each side; a whole unit for `about`; a bound
        keeps its bound as printed; a whole count is exact. Natural limits cut the result.
        """
        region = self.region(floor, ceiling)
        if self.exact or self.is_bound:
            return region
        if self.comparator is not Comparator.ABOUT:
            half_low, half_high = ((self.step or last_digit(end)) / 2 for end in (self.low, self.high))
            region = Interval(self.low - half_low, self.high + half_high)
        return region.intersect(Interval(floor, ceiling)) or region


def last_digit(value: Decimal) -> Decimal:
    """One unit of the last printed digit: 0.01 for 7.35, 1 for 240."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is not a number")
    return Decimal(1).scaleb(exponent)


def figure(value: Decimal, comparator: Comparator = Comparator.EQUALS, exact: bool = False) -> Figure:
    """A figure of one number."""
    return Figure(value, value, comparator, exact)
