"""Notes beside an answer: what its reader should know of how it was found; whoever asks says where they go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str, bool], None]
"""Takes a note, and whether it is of use to a person alone."""


def _unheard(_note: str, _only_terminal: bool) -> None:
    """Notes go nowhere unless someone listens."""


_LISTENER: ContextVar[Listener] = ContextVar("listener", default=_unheard)


def note(message: str, *, only_terminal: bool = False) -> None:
    """Hand a note to whoever listens.

    Args:
        message: a finished text, or a message, which can be translated.
        only_terminal: whether it only helps a person at a terminal.
    """
    _LISTENER.get()(message, only_terminal)


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
