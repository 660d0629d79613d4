"""Ranges narrowed by many relations until nothing changes, and what an empty one rests on.

A condition is narrowed again whenever a figure of it has lost a fiftieth of its range. Where nothing moves any more the
ends are shaved: one that holds no solution, as narrowing shows, is cut off (3B consistency).

Source: Lhomme, Consistency techniques for numeric CSPs (1993).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tgkt.arithmetic.inverse import NoValueError
from tgkt.arithmetic.narrowing import Relation, narrow
from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.interval import Interval
from tgkt.record import NamedTuple

_TINY, _PROGRESS, _TENTH = Decimal("1e-30"), Decimal("0.02"), Decimal("0.1")
_ROUNDS, _PASSES = 40, 3
_SHARES = (Decimal("0.25"),)
Condition = tuple[Relation, ...]
"""A relation, or several of which one must hold."""


class System(NamedTuple):
    """Conditions over figures that have places."""

    conditions: tuple[Condition, ...]

    def places(self) -> set[int]:
        """The figures that are involved."""
        return {place for each in self.conditions for place in places_of(each)}


class Why(NamedTuple):
    """What a range rests on.

    Attributes:
        figures: the figures whose given ranges it rests on.
        conditions: the places of the conditions it follows by.
    """

    figures: frozenset[int] = frozenset()
    conditions: frozenset[int] = frozenset()

    def with_(self, *others: Why) -> Why:
        """The same together with others."""
        figures, conditions = (other.figures for other in others), (other.conditions for other in others)
        return Why(self.figures.union(*figures), self.conditions.union(*conditions))


class ClashError(NoValueError):
    """A condition that no value of its figures satisfies."""

    def __init__(self, at: int) -> None:
        self.at = at
        super().__init__()


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


def clash(system: System, ranges: Sequence[Interval], fixed: Iterable[int], *, shaves: bool = False) -> Why | None:
    """Figures of a given range, and conditions, that led to an empty range; None where narrowing finds none.

    Args:
        system: the conditions.
        ranges: the range of each figure.
        fixed: the figures whose range is given; those of all others are no reason.
        shaves: whether the ends of ranges are tried too, where narrowing alone leaves none empty.
    """
    found, reasons = list(ranges), {place: Why(frozenset([place])) for place in fixed}
    why = _emptied(system, found, reasons, None)
    return shaved(system, found, reasons) if why is None and shaves else why


def _emptied(system: System, found: list[Interval], reasons: dict[int, Why], since: Iterable[int] | None) -> Why | None:
    """Narrow ranges in place, noting for each what it rests on; what an empty one rests on."""

    def together(at: int) -> Why:
        known = (reasons.get(place, _NO_REASON) for place in places_of(system.conditions[at]))
        return Why(conditions=frozenset([at])).with_(*known)

    try:
        for at, moved in _rounds(system, found, since):
            if moved:
                why = together(at)
                reasons.update(dict.fromkeys(moved, why))
    except ClashError as error:
        return together(error.at)
    return None


_NO_REASON = Why()


def shaved(system: System, found: list[Interval], reasons: dict[int, Why]) -> Why | None:
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
    system: System, found: list[Interval], reasons: dict[int, Why], place: int, *, is_low: bool
) -> tuple[Why | None, bool]:
    """One end of a range cut off, the largest part that holds no solution; and what is empty then."""
    for share in _SHARES:
        own = found[place]
        if is_tiny(own) or not _is_finite(own):
            break
        edge = _at(own, share if is_low else CONTEXT.subtract(Decimal(1), share))
        low, high = Interval(own.low, edge, low_open=own.low_open), Interval(edge, own.high, high_open=own.high_open)
        tried, traced = with_one(found, place, low if is_low else high), dict(reasons)
        if (why := _emptied(system, tried, traced, (place,))) is not None:
            found[place] = high if is_low else low
            reasons[place] = reasons.get(place, _NO_REASON).with_(why)
            return _emptied(system, found, reasons, (place,)), True
    return None, False


def _at(own: Interval, share: Decimal) -> Decimal:
    return CONTEXT.add(own.low, CONTEXT.multiply(CONTEXT.subtract(own.high, own.low), share))


def _rounds(system: System, found: list[Interval], since: Iterable[int] | None) -> Iterator[tuple[int, list[int]]]:
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
        _narrow(system, at, found)
        moved = [place for place, own in before.items() if own is not found[place]]
        for place in moved:
            if _has_moved(before[place], found[place]):
                waiting |= dict.fromkeys(each for each in by_place[place] if each != at)
        yield at, moved


def _narrow(system: System, at: int, ranges: list[Interval]) -> None:
    condition = system.conditions[at]
    try:
        if len(condition) == 1:
            narrow(condition[0], ranges)
        else:
            _narrow_by_one(condition, ranges)
    except NoValueError:
        raise ClashError(at) from None


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


def with_one(ranges: list[Interval], place: int, own: Interval) -> list[Interval]:
    """The ranges with another one of one figure."""
    return [*ranges[:place], own, *ranges[place + 1 :]]


def places_of(condition: Condition) -> tuple[int, ...]:
    """The figures of a condition."""
    if len(condition) == 1:
        return condition[0].places
    return tuple(dict.fromkeys(place for each in condition for place in each.places))
