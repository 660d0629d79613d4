"""How much an attack tries: little in `make test`, much in `make soak`; the same seed tries the same."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

SEED = int(os.environ.get("TGKT_SEED", "14"))


def tries(name: str, few: int) -> int:
    """How often something is tried: as often as the variable says, else a few times."""
    return int(os.environ.get(name, str(few)))


EXAMPLES = tries("TGKT_EXAMPLES", 40)
"""The examples that a law is held against where it says nothing else."""


class HangError(Exception):
    """Something took longer than it may."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End what takes longer.

    Raises:
        HangError: it did.
    """

    def end(*_: object) -> None:
        raise HangError

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
