"""Whether values exist that satisfy many relations at once, each within its range.

Ranges are narrowed by every relation until nothing changes. Where one is left empty there is no solution. Otherwise
figures are fixed one after another, those of most relations first, at the middle of what is left; relations that no
longer share an open figure are solved apart. A figure that cannot be fixed there is halved (branch and prune), so that
the search misses nothing: it ends with values, known to thirty digits, or with the proof that there are none.

Source: Van Hentenryck and others, Numerica (1997); Jaulin and others, Applied Interval Analysis (2001), chapter 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tgkt.arithmetic.fixpoint import Condition, System, is_tiny, narrowed, places_of, shaved, with_one
from tgkt.arithmetic.groups import groups_of
from tgkt.arithmetic.inverse import NoValueError
from tgkt.arithmetic.narrowing import is_certain
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.interval import INFINITY, Interval, point

_DEPTH, _GUESSES, _MOST = 5, 2, 4000
_PRICE = 40  # of shaving, in narrowings


class TooHardError(Exception):
    """The search has grown too long to know."""


class _Search:
    """Steps spent, so that a search without an end is given up."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.failures: dict[int, int] = {}  # how often a figure could not be fixed: such are fixed first

    def narrowed(
        self, system: System, ranges: list[Interval], since: Iterable[int] | None = None
    ) -> list[Interval] | None:
        """The ranges that conditions leave; None where one is left empty."""
        self.left -= 1
        if self.left < 0:
            raise TooHardError
        try:
            return narrowed(system, ranges, since)
        except NoValueError:
            return None

    def shaved(self, system: System, ranges: list[Interval]) -> bool:
        """Whether ranges, whose ends are cut off in place, are left empty."""
        self.left -= _PRICE
        return shaved(system, ranges, {}) is not None


def solution(
    system: System, ranges: Sequence[Interval], since: Iterable[int] | None = None, most: int = _MOST
) -> list[Interval] | None:
    """Values for all figures that satisfy every condition, each to thirty digits; None where there are none.

    Args:
        system: the conditions.
        ranges: the range of each figure.
        since: the figures whose ranges have changed since the conditions narrowed them; all unless given.
        most: how often ranges are narrowed before the search is given up.

    Raises:
        TooHardError: the search took too many steps.
    """
    search = _Search(most)
    return _solved(system, list(ranges), search, since)


def _solved(
    system: System, ranges: list[Interval], search: _Search, since: Iterable[int] | None = None
) -> list[Interval] | None:
    """The same of conditions that may fall apart into groups without a figure in common."""
    if (found := search.narrowed(system, ranges, since)) is None:
        return None
    for each in _apart(_open(system, found), found):
        if (solved := _searched(each, found, search)) is None:
            return None
        found = solved
    return found


def _searched(system: System, ranges: list[Interval], search: _Search) -> list[Interval] | None:
    """A solution of conditions that hang together: guessed, or found by cutting the ranges until guesses hit."""
    waiting = [(system, ranges)]
    while waiting:
        system, ranges = waiting.pop()
        if all(len(each) == 1 for each in system.conditions):
            if (found := _guessed(system, ranges, search)) is not None:
                return found
            if search.shaved(system, ranges):
                continue
            for _ in range(_GUESSES):
                if (found := _guessed(system, ranges, search)) is not None:
                    return found
        parts = ((each, search.narrowed(each, half)) for each, half in _cut(system, ranges, search))
        waiting += [(each, own) for each, own in parts if own is not None]
    return None


def _guessed(system: System, ranges: list[Interval], search: _Search) -> list[Interval] | None:
    """A solution with the figures fixed one after another, none of them twice."""
    groups = _apart(_open(system, ranges), ranges)
    while groups:
        group = groups.pop()
        place = _busiest(group, ranges, search)
        if (found := _settled(group, ranges, place, search)) is None:
            search.failures[place] = search.failures.get(place, 0) + 1
            return None
        ranges = found
        groups += _apart(_open(group, ranges), ranges)
    return ranges


def _settled(system: System, ranges: list[Interval], place: int, search: _Search) -> list[Interval] | None:
    """The ranges that remain with a figure fixed; where a guess fails, the wider half that is left is guessed in."""
    for _ in range(_DEPTH):
        for at in _points(ranges[place]):
            if (found := search.narrowed(system, with_one(ranges, place, point(at)), (place,))) is not None:
                return found
        left = [search.narrowed(system, with_one(ranges, place, half), (place,)) for half in _halves(ranges[place])]
        open_ones = [each for each in left if each is not None]
        if not open_ones:
            return None
        ranges = max(open_ones, key=lambda each: CONTEXT.subtract(each[place].high, each[place].low))
    return None


def _halves(own: Interval) -> tuple[Interval, Interval]:
    middle = _points(own)[0]
    return Interval(own.low, middle, low_open=own.low_open), Interval(middle, own.high, high_open=own.high_open)


def _busiest(system: System, ranges: Sequence[Interval], search: _Search) -> int:
    """The open figure that was hardest to fix, else that stands most often; the others are solved for at the end."""
    counts: dict[int, int] = {}
    for condition in system.conditions:
        for each in condition:
            for place, count in zip(each.places, each.counts, strict=True):
                if not is_tiny(ranges[place]):
                    counts[place] = counts.get(place, 0) + count
    return max(counts, key=lambda each: (search.failures.get(each, 0), counts[each], -each))


def _points(own: Interval) -> list[Decimal]:
    """Values inside a range to guess: its middle, and nearer to its ends."""
    low, high = own.low, own.high
    if low == -INFINITY:
        low = CONTEXT.subtract(CONTEXT.multiply(min(high, Decimal(0)), Decimal(2)), Decimal(1))
    if high == INFINITY:
        high = CONTEXT.add(CONTEXT.multiply(max(low, Decimal(0)), Decimal(2)), Decimal(1))
    width = CONTEXT.subtract(high, low)
    return [CONTEXT.add(low, CONTEXT.multiply(width, part)) for part in _PARTS]


_PARTS = (Decimal("0.5"), Decimal("0.0625"), Decimal("0.9375"))


def _cut(system: System, ranges: list[Interval], search: _Search) -> list[tuple[System, list[Interval]]]:
    """The search in two: by the forms of a condition that has several, else by the halves of the hardest range."""
    for at, each in enumerate(system.conditions):
        if len(each) > 1:
            rest = (*system.conditions[:at], *system.conditions[at + 1 :])
            return [(System(((form,), *rest)), ranges) for form in each]
    place = _busiest(system, ranges, search)
    return [(system, with_one(ranges, place, half)) for half in _halves(ranges[place])]


def _open(system: System, ranges: list[Interval]) -> list[Condition]:
    """The conditions that are not settled yet."""
    return [each for each in system.conditions if not _is_settled(each, ranges)]


def _is_settled(condition: Condition, ranges: list[Interval]) -> bool:
    if any(is_certain(each, ranges) for each in condition):
        return True
    return all(is_tiny(ranges[place]) for place in places_of(condition))


def _apart(conditions: Sequence[Condition], ranges: Sequence[Interval]) -> list[System]:
    """Groups of conditions that share no open figure."""

    def open_places(condition: Condition) -> list[int]:
        return [place for place in places_of(condition) if not is_tiny(ranges[place])]

    return [System(tuple(found)) for found in groups_of(conditions, open_places)]
