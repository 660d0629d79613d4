"""Values that satisfy many relations, sought near values that are known.

All figures but those that change, and those some relations away from them, keep their known value, so that only the
relations about them are solved again. Finding none proves nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tgkt.arithmetic.existence import TooHardError, solution
from tgkt.arithmetic.fixpoint import System, clash, places_of
from tgkt.facts.interval import Interval
from tgkt.record import NamedTuple

_ROUNDS, _MOST = 12, 60


class Nearby(NamedTuple):
    """Values that satisfy all relations.

    Attributes:
        values: the value of each figure.
        touched: the conditions about figures that may have another value than before, by place.
    """

    values: list[Interval]
    touched: frozenset[int]


def solution_near(
    system: System, ranges: Sequence[Interval], known: Sequence[Interval], changed: Collection[int]
) -> Nearby | None:
    """Values that satisfy every condition and differ from known ones as little as is easily found.

    Args:
        system: the conditions.
        ranges: the range of each figure.
        known: values that satisfy every condition within other ranges.
        changed: the figures whose range is another than that within which the known values lie.

    Returns:
        The values; None where none were found, which proves nothing.
    """
    open_ones = frozenset(changed)
    for _ in range(_ROUNDS):
        touched = frozenset(
            at for at, each in enumerate(system.conditions) if not open_ones.isdisjoint(places_of(each))
        )
        part = System(tuple(system.conditions[at] for at in sorted(touched)))
        tried = [own if at in open_ones else known[at] for at, own in enumerate(ranges)]
        kept = part.places() - open_ones
        if (why := clash(part, tried, kept)) is None:
            try:
                found = solution(part, tried, most=_MOST)
            except TooHardError:
                found = None
            if found is not None:
                return Nearby(found, touched)
        if not kept:
            return None
        open_ones |= why.figures if why is not None and why.figures else kept
    return None
