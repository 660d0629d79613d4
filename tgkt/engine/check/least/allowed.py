"""What conditions allow one figure to be: the least and the greatest value that is part of a solution.

Narrowing gives an outer range. Each end is then tried: if a solution lies within a grain of it, it is the end;
otherwise the part without a solution is cut off by halves.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tgkt.arithmetic.existence import TooHardError, solution
from tgkt.arithmetic.fixpoint import System, narrowed, places_of
from tgkt.arithmetic.inverse import NoValueError
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.interval import Interval, hull

_HALVES, _MOST = 26, 250


class Care(NamedTuple):
    """How closely the ends of a range are sought.

    Attributes:
        grain: how near to its ends, beside its size, the range is known; it leaves nothing out.
        most: how long a solution near an end is looked for; without one the range is left as wide as it was.
    """

    grain: Decimal
    most: int


FINE, COARSE = Care(Decimal("1e-7"), 800), Care(Decimal("1e-4"), 90)


def allowed(system: System, ranges: Sequence[Interval], place: int, care: Care = FINE) -> Interval | None:
    """The range of one figure over all solutions; None where there is none.

    Args:
        system: the conditions.
        ranges: the range of each figure.
        place: the figure.
        care: how closely its ends are sought.

    Raises:
        TooHardError: no solution was found in time.
    """
    several = next(
        (at for at, each in enumerate(system.conditions) if len(each) > 1 and place in places_of(each)), None
    )
    if several is not None:
        return _of_any_form(system, several, ranges, place, care)
    try:
        ranges = narrowed(system, ranges)
    except NoValueError:
        return None
    found, outer = solution(system, ranges, (), _MOST), ranges[place]
    if found is None or not (outer.low.is_finite() and outer.high.is_finite()):
        return None if found is None else outer
    cut = _Cut(system, ranges, place, care)
    return Interval(cut.end(outer.low, found[place].low), cut.end(outer.high, found[place].high))


class _Cut:
    """Values of one figure between which there is a solution, or none."""

    def __init__(self, system: System, ranges: Sequence[Interval], place: int, care: Care) -> None:
        self._system, self._ranges, self._place, self._care = system, ranges, place, care

    def end(self, far: Decimal, near: Decimal) -> Decimal:
        """The end of the range between a value at or beyond it and one within it; beyond it where that is too hard."""
        grain = CONTEXT.multiply(self._care.grain, max(far.copy_abs(), near.copy_abs()))
        for _ in range(_HALVES):  # what narrowing alone shows to be without a solution
            if _apart(far, near) <= grain or not self._is_empty(far, middle := _middle(far, near)):
                break
            far = middle
        try:
            for part in (grain if near > far else -grain, *[None] * _HALVES):
                if _apart(far, near) <= grain:
                    return far
                middle = CONTEXT.add(far, part) if part is not None else _middle(far, near)
                found = self._nearest(far, middle)
                if part is not None and found is not None:
                    return far
                far, near = (middle, near) if found is None else (far, found)
        except TooHardError:
            return far
        return far

    def _between(self, one: Decimal, other: Decimal) -> list[Interval]:
        tried = list(self._ranges)
        tried[self._place] = hull(one, other)
        return tried

    def _is_empty(self, one: Decimal, other: Decimal) -> bool:
        """Whether narrowing shows that no solution lies between two values."""
        try:
            narrowed(self._system, self._between(one, other), (self._place,))
        except NoValueError:
            return True
        return False

    def _nearest(self, far: Decimal, near: Decimal) -> Decimal | None:
        """The value of a solution between two values, nearer to the first; None where there is none."""
        found = solution(self._system, self._between(far, near), (self._place,), self._care.most)
        if found is None:
            return None
        return found[self._place].low if far < near else found[self._place].high


def _apart(one: Decimal, other: Decimal) -> Decimal:
    return CONTEXT.subtract(one, other).copy_abs()


def _middle(one: Decimal, other: Decimal) -> Decimal:
    return CONTEXT.divide(CONTEXT.add(one, other), Decimal(2))


def _of_any_form(system: System, several: int, ranges: Sequence[Interval], place: int, care: Care) -> Interval | None:
    """The range over all forms of a condition that has several."""
    before, after = system.conditions[:several], system.conditions[several + 1 :]
    forms = (System((*before, (form,), *after)) for form in system.conditions[several])
    found = [own for each in forms if (own := allowed(each, ranges, place, care)) is not None]
    return Interval(min(own.low for own in found), max(own.high for own in found)) if found else None
