"""What is told beside an answer: notes on how it was found, and the steps of long work; who asks says where they go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str, bool], None]
"""Takes a note, and whether it is of use to a person alone."""


def _unheard(_note: str, _only_terminal: bool) -> None:
    """Notes go nowhere unless someone listens."""


_LISTENER: ContextVar[Listener] = ContextVar("listener", default=_unheard)
_AT_ONCE: ContextVar[Listener | None] = ContextVar("at once", default=None)


def note(message: str, *, only_terminal: bool = False, at_once: bool = False) -> None:
    """Hand a note to whoever listens.

    Args:
        message: a finished text, or a message, which can be translated.
        only_terminal: whether it only helps a person at a terminal.
        at_once: whether it says what takes so long, and so cannot wait until that has ended.
    """
    listener = (_AT_ONCE.get() if at_once else None) or _LISTENER.get()
    listener(message, only_terminal)


Share = Callable[[], int | None]
"""Tells how much of a step is done, in percent; None where that is not known."""
Follower = Callable[[str, Share | None], None]
_FOLLOWER: ContextVar[Follower | None] = ContextVar("follower", default=None)


def step(message: str, share: Share | None = None) -> None:
    """Tell whoever follows that a step of long work has begun.

    Args:
        message: what is being done.
        share: how much of it is done; may be asked from another thread.
    """
    if (follower := _FOLLOWER.get()) is not None:
        follower(message, share)


@contextmanager
def followed(follower: Follower) -> Iterator[None]:
    """Tell a follower the steps of a block."""
    token = _FOLLOWER.set(follower)
    try:
        yield
    finally:
        _FOLLOWER.reset(token)


def listen(listener: Listener) -> None:
    """Give all notes from now on to a listener."""
    _LISTENER.set(listener)


@contextmanager
def noted() -> Iterator[list[str]]:
    """Collect the notes of a block; whoever listened before still hears them."""
    before, kept = _LISTENER.get(), list[str]()

    def keep(message: str, only_terminal: bool) -> None:
        kept.append(message)
        before(message, only_terminal)

    token = _LISTENER.set(keep)
    try:
        yield kept
    finally:
        _LISTENER.reset(token)


@contextmanager
def delayed(clear: Callable[[], None]) -> Iterator[None]:
    """Hand the notes of a block on when it has ended, whether it succeeded or not.

    Args:
        clear: makes room for a note that cannot wait.
    """
    before, kept = _LISTENER.get(), list[tuple[str, bool]]()

    def pass_on(message: str, only_terminal: bool) -> None:
        clear()
        before(message, only_terminal)

    token = _LISTENER.set(lambda message, only_terminal: kept.append((message, only_terminal)))
    other = _AT_ONCE.set(pass_on)
    try:
        yield
    finally:
        _AT_ONCE.reset(other)
        _LISTENER.reset(token)
        for message, only_terminal in kept:
            before(message, only_terminal)
