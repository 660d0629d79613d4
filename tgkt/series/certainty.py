"""The reservations with which an answer is given, and whether it is certain all the same.

An answer is certain when nothing that it rests on could turn pass into fail: no rounding, assumption, dispute or
reading. An estimate, or a base and a figure from two releases, is mentioned but leaves the answer certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Rest(StrEnum):
    """A reservation on which an answer rests: rounding, estimate, assumption and so on."""

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
