"""A line on the terminal while a step takes long; when the step ends, nothing is left of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from tgkt.cli.manner import asked
from tgkt.language import said, spoken
from tgkt.message import Message
from tgkt.notes import delayed
from tgkt.report.width import width_of

PATIENCE = 1
"""The seconds that a step may take before anything is said."""

_ERASED = "\r\x1b[K"


@contextmanager
def working(message: Message) -> Iterator[None]:
    """Say what is being done once it takes over a second; only on a terminal, and never with --quiet.

    Notes wait until the step has ended, and no answer may be written before: they would stand in the same line.
    """
    text = said(message, spoken())
    if not _has_room(text):
        yield
        return
    ended = Event()
    teller = Thread(target=_tell, args=(text, ended), daemon=True)
    teller.start()
    with delayed():
        try:
            yield
        finally:
            ended.set()
            teller.join()


def _has_room(text: str) -> bool:
    """Whether there is a person to tell, and a terminal that can take the text back: one line of it."""
    if asked().is_quiet or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return False
    with suppress(OSError, ValueError):
        return width_of(text) < os.get_terminal_size(sys.stderr.fileno()).columns
    return False


def _tell(text: str, ended: Event) -> None:
    """Write the text if the step goes on, and take it back at its end."""
    if ended.wait(PATIENCE):
        return
    with suppress(OSError, ValueError):  # a terminal that has gone
        sys.stderr.write(text)
        sys.stderr.flush()
        ended.wait()
        sys.stderr.write(_ERASED)
        sys.stderr.flush()
