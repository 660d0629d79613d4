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
from tgkt.notes import Share, delayed, followed
from tgkt.report.width import width_of

PATIENCE = 1
"""The seconds that a step may take before anything is said."""

PULSES = 5
"""How often in a second it is looked at how much is done."""
_ERASED = "\r\x1b[K"


@contextmanager
def working(message: Message) -> Iterator[None]:
    """Say what is being done once it takes over a second; only on a terminal, and never with --quiet.

    Work that tells its steps is said by these, with how much of each is done.

    Notes wait until the step has ended, but for those that say why it takes long; no answer may be written before: it
    would stand in the same line.
    """
    line = _Line(message)
    if not _has_room(line.text()):
        yield
        return
    ended = Event()
    teller = Thread(target=_tell, args=(line, ended), daemon=True)
    teller.start()
    with delayed(_erase), followed(line.begin):
        try:
            yield
        finally:
            ended.set()
            teller.join()


class _Line:
    """What is said at a time: a step, and how much of it is done."""

    def __init__(self, message: str) -> None:
        self._step: tuple[str, Share | None] = (said(message, spoken()), None)

    def begin(self, message: str, share: Share | None) -> None:
        """Say the next step from now on."""
        self._step = (said(message, spoken()), share)

    def text(self) -> str:
        """The line."""
        told, share = self._step
        part = share() if share is not None else None
        return told if part is None else f"{told} {part} %"


def _has_room(text: str) -> bool:
    """Whether there is a person to tell, and a terminal that can take the text back: one line of it."""
    if asked().is_quiet or sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return False
    with suppress(OSError, ValueError):
        return width_of(text) < os.get_terminal_size(sys.stderr.fileno()).columns
    return False


def _tell(line: _Line, ended: Event) -> None:
    """Write the line if the work goes on, anew where it changes, and take it back at the end."""
    if ended.wait(PATIENCE):
        return
    shown = ""
    with suppress(OSError, ValueError):  # a terminal that has gone
        while True:
            if (text := line.text()) != shown and _has_room(text):
                sys.stderr.write((_ERASED if shown else "") + text)
                sys.stderr.flush()
                shown = text
            if ended.wait(1 / PULSES):
                break
    _erase()


def _erase() -> None:
    """Take back what stands in the line."""
    with suppress(OSError, ValueError):
        sys.stderr.write(_ERASED)
        sys.stderr.flush()
