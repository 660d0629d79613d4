"""What conditions allow one figure to be: the least and the greatest value that is part of a solution.

Narrowing gives an outer range. Each end is then tried: if a solution lies within a grain of it, it is the end;
otherwise the part without a solution is cut off by halves.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tgkt.arithmetic.existence import TooHardError, solution
from tgkt.arithmetic.fixpoint import System, narrowed, places_of
from tgkt.arithmetic.inverse import NoValueError
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.interval import Interval, hull
from tgkt.record import NamedTuple

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
    cuts = [own for each in _forms(system, place) if (own := _cut(each, ranges, place, care)) is not None]
    return Interval(_end(cuts, is_low=True), _end(cuts, is_low=False)) if cuts else None


def _forms(system: System, place: int) -> list[System]:
    """The conditions, once for each form of those of the figure that have several."""
    for at, each in enumerate(system.conditions):
        if len(each) > 1 and place in places_of(each):
            before, after = system.conditions[:at], system.conditions[at + 1 :]
            return [one for form in each for one in _forms(System((*before, (form,), *after)), place)]
    return [system]


def _cut(system: System, ranges: Sequence[Interval], place: int, care: Care) -> _Cut | None:
    """Where the ends of the figure's range are sought; None where there is no solution."""
    try:
        ranges = narrowed(system, ranges)
    except NoValueError:
        return None
    found = solution(system, ranges, (), _MOST)
    return _Cut(system, ranges, place, found[place], care) if found is not None else None


def _end(cuts: Sequence[_Cut], *, is_low: bool) -> Decimal:
    """The outermost end of several ranges; none is sought within what another has."""
    first, *others = sorted(cuts, key=lambda each: each.outer(is_low=is_low), reverse=not is_low)
    best = first.end(first.outer(is_low=is_low), first.known(is_low=is_low))
    for each in others:
        far, near = each.outer(is_low=is_low), each.known(is_low=is_low)
        if _is_within(near, best, is_low=is_low):
            best = each.end(far, best) if _is_within(best, far, is_low=is_low) and each.may_reach(far, best) else best
        else:
            best = each.end(far, near)
    return best


def _is_within(one: Decimal, other: Decimal, *, is_low: bool) -> bool:
    """Whether a value lies farther inside than another, as seen from an end."""
    return one > other if is_low else one < other


class _Cut:
    """Values of one figure between which there is a solution, or none."""

    def __init__(self, system: System, ranges: Sequence[Interval], place: int, solved: Interval, care: Care) -> None:
        self._system, self._ranges, self._place, self._solved, self._care = system, ranges, place, solved, care

    def outer(self, *, is_low: bool) -> Decimal:
        """The end that narrowing leaves."""
        own = self._ranges[self._place]
        return own.low if is_low else own.high

    def known(self, *, is_low: bool) -> Decimal:
        """A value that is part of a solution."""
        return self._solved.low if is_low else self._solved.high

    def may_reach(self, far: Decimal, near: Decimal) -> bool:
        """Whether a solution lies between two values, as far as that can be told."""
        try:
            return not far.is_finite() or self._nearest(far, near) is not None
        except TooHardError:
            return True

    def end(self, far: Decimal, near: Decimal) -> Decimal:
        """The end of the range between a value at or beyond it and one within it; beyond it where that is too hard."""
        if not far.is_finite():
            return far
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
