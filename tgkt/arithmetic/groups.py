"""Things that share something in groups, in time that grows with their number (union and find).

Source: Tarjan, Efficiency of a good but not linear set union algorithm (1975).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def groups_of(things: Iterable[Thing], keys: Callable[[Thing], Iterable[Hashable]]) -> list[list[Thing]]:
    """The things, those that have a key in common together; a group stands where the last of it does.

    Args:
        things: what is grouped.
        keys: what each may share with others; one without any is a group alone.
    """
    groups: dict[int, deque[Thing]] = {}
    of_key: dict[Hashable, int] = {}
    into: dict[int, int] = {}
    for at, each in enumerate(things):
        own = tuple(keys(each))
        joined = sorted({_whole(of_key[key], into) for key in own if key in of_key})
        groups[at] = _together([groups.pop(group) for group in joined])
        groups[at].append(each)
        into |= dict.fromkeys(joined, at)
        of_key |= dict.fromkeys(own, at)
    return [list(each) for each in groups.values()]


def _whole(group: int, into: dict[int, int]) -> int:
    """The group that a group has become a part of; the way there is halved for the next who asks."""
    while (above := into.get(group)) is not None:
        into[group] = into.get(above, above)
        group = above
    return group


def _together(groups: list[deque[Thing]]) -> deque[Thing]:
    """Groups one after another, the smaller ones put around the largest."""
    if not groups:
        return deque()
    largest = max(range(len(groups)), key=lambda at: len(groups[at]))
    whole = groups[largest]
    for each in reversed(groups[:largest]):
        whole.extendleft(reversed(each))
    for each in groups[largest + 1 :]:
        whole.extend(each)
    return whole
