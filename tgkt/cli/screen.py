"""The terminal an answer is read on: its size, and the pager that shows what is longer."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from shutil import which

from tgkt.cli.manner import SIZE
from tgkt.message import Message
from tgkt.report.width import width_of

LEAST_WIDTH = 40
_LESS = "less -FRX"  # ends at once where all fits, shows colour, leaves the answer on the screen
_NONE = ("", "cat")


def is_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def reading() -> AbstractContextManager[None]:
    """A step that reads the data, and is said where it takes over a second."""
    return _step(Message("reading the data…"))


def answering() -> AbstractContextManager[None]:
    """A step that makes an answer out of data that are read, and is said likewise."""
    return _step(Message("making the answer…"))


def _step(message: Message) -> AbstractContextManager[None]:
    """A step that only a person at a terminal is told of, and a pipe pays nothing for."""
    if sys.stderr is None or not sys.stderr.isatty():
        return nullcontext()
    from tgkt.cli.progress import working  # lazy: nobody waits at a pipe

    return working(message)


def asked_width() -> int | None:
    """The width that COLUMNS asks for."""
    given = os.environ.get("COLUMNS", "")
    return max(int(given), LEAST_WIDTH) if SIZE.fullmatch(given) else None


def width() -> int:
    """The width that COLUMNS asks for, else that of the terminal."""
    return asked_width() or max(_size().columns, LEAST_WIDTH)


def show(text: str) -> None:
    """Write an answer to the terminal: through the pager where it is longer than the screen and there is a pager."""
    sys.stdout.flush()
    command = _pager()
    if not command or _height(text) < _size().lines or not _paged(text, command):
        sys.stdout.write(text)


def _size() -> os.terminal_size:
    try:
        return os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return os.terminal_size((80, 24))


def _height(text: str) -> int:
    """The lines that a text takes on the terminal, which breaks long ones."""
    room = max(_size().columns, 1)
    return sum(max(1, -(-width_of(line) // room)) for line in text.splitlines())


def _pager() -> list[str]:
    """The command of the pager; nothing where there is none, or none is wanted."""
    if os.environ.get("TERM", "dumb") == "dumb":
        return []
    asked = os.environ.get("PAGER", _LESS).strip()
    try:
        command = [] if asked in _NONE else shlex.split(asked)
    except ValueError:  # a quotation mark without its other
        return []
    return command if command and which(command[0]) else []


def _paged(text: str, command: list[str]) -> bool:
    """Whether the pager took the text; a reader who leaves early has seen enough."""
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env={**os.environ, "LESSCHARSET": "utf-8"})
    except OSError:
        return False
    with _left_to_the_pager():
        try:
            pager.communicate(text.encode("utf-8"))
        except BrokenPipeError:
            pager.wait()
    return True


@contextmanager
def _left_to_the_pager() -> Iterator[None]:
    """Interruptions are the pager's while it runs."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
