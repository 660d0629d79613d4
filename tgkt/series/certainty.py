"""What an answer rests on, and whether that leaves it certain.

An answer is certain when nothing it rests on could turn pass into fail: no rounding, assumption, dispute or reading.
That a figure is an estimate, or that base and figure come from two releases, is said beside and leaves it certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Rest(StrEnum):
    """Something an answer rests on."""

    ROUNDING = "rounding"
    ESTIMATE = "estimate"
    ASSUMPTION = "assumption"
    DISPUTE = "dispute"
    READING = "reading"
    MIXED_RELEASE = "mixed_release"


_UNSETTLING = (Rest.ROUNDING, Rest.ASSUMPTION, Rest.DISPUTE, Rest.READING)


def is_certain(rests: Iterable[Rest]) -> bool:
    """Whether an answer that rests on these is certain."""
    return not any(each in _UNSETTLING for each in rests)


def in_order(rests: Iterable[Rest]) -> tuple[Rest, ...]:
    """Each once, in the order of the list above."""
    found = set(rests)
    return tuple(each for each in Rest if each in found)
