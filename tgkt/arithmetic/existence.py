"""Whether values exist that satisfy many relations at once, each within its range.

Ranges are narrowed by every relation until nothing changes. Where one is left empty there is no solution. Otherwise
figures are fixed one after another, those of most relations first, at the middle of what is left; relations that no
longer share an open figure are solved apart. A figure that cannot be fixed there is halved (branch and prune), so that
the search misses nothing: it ends with values, known to thirty digits, or with the proof that there are none.

Source: Van Hentenryck and others, Numerica (1997); Jaulin and others, Applied Interval Analysis (2001), chapter 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tgkt.arithmetic.narrowing import NoValueError, Relation, is_certain, narrow
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.interval import INFINITY, Interval, point

_TINY, _PROGRESS, _TENTH = Decimal("1e-30"), Decimal("0.02"), Decimal("0.1")
_ROUNDS, _DEPTH, _PASSES, _GUESSES = 40, 8, 3, 6
_PRICE = 40  # of shaving, in narrowings
_SHARES = (Decimal("0.5"), Decimal("0.2"), Decimal("0.05"))
_MOST = 4000
Condition = tuple[Relation, ...]
"""A relation, or several of which one must hold."""


Reasons = frozenset[int]
"""The figures on whose given ranges something rests."""


class ClashError(NoValueError):
    """A condition that no value of its figures satisfies."""

    def __init__(self, condition: Condition) -> None:
        self.condition = condition
        super().__init__()


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
        return _shaved(system, ranges, {}) is not None


class System(NamedTuple):
    """Conditions over figures that have places."""

    conditions: tuple[Condition, ...]

    def places(self) -> set[int]:
        """The figures that are involved."""
        return {place for each in self.conditions for place in places_of(each)}


def narrowed(system: System, ranges: Sequence[Interval], since: Iterable[int] | None = None) -> list[Interval]:
    """The ranges that the conditions leave.

    Args:
        system: the conditions.
        ranges: the range of each figure.
        since: the figures that have changed since they were last narrowed; all unless given.

    Raises:
        NoValueError: no value is left of one.
    """
    found = list(ranges)
    for _ in _rounds(system, found, since):
        pass
    return found


def clash(system: System, ranges: Sequence[Interval], fixed: Iterable[int], *, shaves: bool = False) -> Reasons | None:
    """Figures of a given range that are apart: those that led to an empty range; None where narrowing finds none.

    Args:
        system: the conditions.
        ranges: the range of each figure.
        fixed: the figures whose range is given; those of all others are no reason.
        shaves: whether the ends of ranges are tried too, where narrowing alone leaves none empty.
    """
    found, reasons = list(ranges), {place: frozenset([place]) for place in fixed}
    why = _emptied(system, found, reasons, None)
    return _shaved(system, found, reasons) if why is None and shaves else why


def _emptied(
    system: System, found: list[Interval], reasons: dict[int, Reasons], since: Iterable[int] | None
) -> Reasons | None:
    """Narrow ranges in place, noting for each what it rests on; what an empty one rests on."""

    def together(condition: Condition) -> Reasons:
        return frozenset[int]().union(*(reasons.get(place, ()) for place in places_of(condition)))

    try:
        for at, moved in _rounds(system, found, since):
            if moved:
                why = together(system.conditions[at])
                reasons.update(dict.fromkeys(moved, why))
    except ClashError as error:
        return together(error.condition)
    return None


def _shaved(system: System, found: list[Interval], reasons: dict[int, Reasons]) -> Reasons | None:
    """Cut ends off ranges in place where narrowing shows that they hold no solution; what an empty one rests on."""
    places = sorted(place for place in system.places() if not is_tiny(found[place]))
    for _ in range(_PASSES):
        is_cut = False
        for place in places:
            for is_low in (True, False):
                why, has_cut = _shorn(system, found, reasons, place, is_low=is_low)
                if why is not None:
                    return why
                is_cut |= has_cut
        if not is_cut:
            break
    return None


def _shorn(
    system: System, found: list[Interval], reasons: dict[int, Reasons], place: int, *, is_low: bool
) -> tuple[Reasons | None, bool]:
    """One end of a range cut off, the largest part that holds no solution; and what is empty then."""
    for share in _SHARES:
        own = found[place]
        if is_tiny(own) or not _is_finite(own):
            break
        edge = _at(own, share if is_low else CONTEXT.subtract(Decimal(1), share))
        low, high = Interval(own.low, edge, low_open=own.low_open), Interval(edge, own.high, high_open=own.high_open)
        tried, traced = _with(found, place, low if is_low else high), dict(reasons)
        if (why := _emptied(system, tried, traced, (place,))) is not None:
            found[place] = high if is_low else low
            reasons[place] = reasons.get(place, frozenset()) | why
            return _emptied(system, found, reasons, (place,)), True
    return None, False


def _at(own: Interval, share: Decimal) -> Decimal:
    return CONTEXT.add(own.low, CONTEXT.multiply(CONTEXT.subtract(own.high, own.low), share))


def _rounds(
    system: System, found: list[Interval], since: Iterable[int] | None
) -> Iterator[tuple[int, list[int]]]:
    """Narrow ranges in place, condition by condition, each with the figures it has moved, until none moves any more."""
    by_place: dict[int, list[int]] = {}
    for at, each in enumerate(system.conditions):
        for place in places_of(each):
            by_place.setdefault(place, []).append(at)
    waiting = dict.fromkeys(
        range(len(system.conditions)) if since is None else (at for place in since for at in by_place.get(place, ()))
    )
    for _ in range(_ROUNDS * len(system.conditions)):
        if not waiting:
            return
        at = next(iter(waiting))
        del waiting[at]
        before = {place: found[place] for place in places_of(system.conditions[at])}
        _narrow(system.conditions[at], found)
        moved = [place for place, own in before.items() if own is not found[place]]
        for place in moved:
            if _has_moved(before[place], found[place]):
                waiting |= dict.fromkeys(each for each in by_place[place] if each != at)
        yield at, moved


def _narrow(condition: Condition, ranges: list[Interval]) -> None:
    try:
        if len(condition) == 1:
            narrow(condition[0], ranges)
        else:
            _narrow_by_one(condition, ranges)
    except NoValueError:
        raise ClashError(condition) from None


def _narrow_by_one(condition: Condition, ranges: list[Interval]) -> None:
    """Narrow by the one form of a condition that is possible; several leave the ranges as they are."""
    possible = []
    for each in condition:
        tried = list(ranges)
        try:
            narrow(each, tried)
        except NoValueError:
            continue
        possible.append(tried)
    if not possible:
        raise NoValueError
    if len(possible) == 1:
        ranges[:] = possible[0]


def _has_moved(before: Interval, after: Interval) -> bool:
    """Whether a range has become so much narrower that others may follow."""
    if is_tiny(before):
        return False
    if not _is_finite(after):
        return _has_gone(before.low, after.low) or _has_gone(before.high, after.high)
    if not _is_finite(before):
        return True
    width = CONTEXT.subtract(before.high, before.low)
    lost = CONTEXT.subtract(width, CONTEXT.subtract(after.high, after.low))
    return lost > CONTEXT.multiply(width, _PROGRESS)


def _has_gone(before: Decimal, after: Decimal) -> bool:
    """Whether one end of an endless range has come nearer by more than its tenth."""
    if before == after:
        return False
    moved = CONTEXT.subtract(after, before).copy_abs()
    return not before.is_finite() or moved > CONTEXT.multiply(before.copy_abs(), _TENTH)


def _is_finite(interval: Interval) -> bool:
    return interval.low.is_finite() and interval.high.is_finite()


def is_tiny(interval: Interval) -> bool:
    """Whether a range is one value but for rounding."""
    if not _is_finite(interval):
        return False
    size = max(interval.low.copy_abs(), interval.high.copy_abs())
    return CONTEXT.subtract(interval.high, interval.low) <= CONTEXT.multiply(size, _TINY)


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
        waiting += [(each, own) for each, half in _cut(system, ranges, search) if (own := search.narrowed(each, half)) is not None]
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
            if (found := search.narrowed(system, _with(ranges, place, point(at)), (place,))) is not None:
                return found
        left = [search.narrowed(system, _with(ranges, place, half), (place,)) for half in _halves(ranges[place])]
        open_ones = [each for each in left if each is not None]
        if not open_ones:
            return None
        ranges = max(open_ones, key=lambda each: CONTEXT.subtract(each[place].high, each[place].low))
    return None


def _with(ranges: list[Interval], place: int, own: Interval) -> list[Interval]:
    """The ranges with another one of one figure."""
    return [*ranges[:place], own, *ranges[place + 1 :]]


def _halves(own: Interval) -> tuple[Interval, Interval]:
    middle = _points(own)[0]
    return Interval(own.low, middle, low_open=own.low_open), Interval(middle, own.high, high_open=own.high_open)


def _busiest(system: System, ranges: Sequence[Interval], search: _Search) -> int:
    """The open figure that was hardest to fix, else that stands most often; those that stand once are solved for at the end."""
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
    return [(system, _with(ranges, place, half)) for half in _halves(ranges[place])]


def _open(system: System, ranges: list[Interval]) -> list[Condition]:
    """The conditions that are not settled yet."""
    return [each for each in system.conditions if not _is_settled(each, ranges)]


def _is_settled(condition: Condition, ranges: list[Interval]) -> bool:
    if any(is_certain(each, ranges) for each in condition):
        return True
    return all(is_tiny(ranges[place]) for place in places_of(condition))


def _apart(conditions: Sequence[Condition], ranges: Sequence[Interval]) -> list[System]:
    """Groups of conditions that share no open figure."""
    groups: list[tuple[set[int], list[Condition]]] = []
    for each in conditions:
        places = {place for place in places_of(each) if not is_tiny(ranges[place])}
        joined = [group for group in groups if group[0] & places]
        groups = [group for group in groups if not group[0] & places]
        groups.append((places.union(*(g[0] for g in joined)), [*(c for g in joined for c in g[1]), each]))
    return [System(tuple(found)) for _, found in groups]


def places_of(condition: Condition) -> tuple[int, ...]:
    """The figures of a condition."""
    if len(condition) == 1:
        return condition[0].places
    return tuple(dict.fromkeys(place for each in condition for place in each.places))
