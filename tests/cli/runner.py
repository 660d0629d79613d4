"""Runs tgkt as a user would: a process of its own, in a pipe or on a terminal of known width.

It is answered by a fork that need not import anything (`forks`), and only where the start itself matters by a new
interpreter.

The environment holds what is written here and nothing of the machine the tests run on: no locale,
no colour wishes, no pager, a home and a cache of its own.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NamedTuple

from .forks import Forks

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (str(Path(sys.executable).with_name("tgkt")),)  # what installing put beside this Python
LONGEST = 60  # seconds; a run takes a fifth of one
_OF_THE_START = ("PYTHON", "LC_", "LANG")  # variables that an interpreter reads when it starts
_ERASED = re.compile(r"[^\n]*\r\x1b\[K")  # what a terminal showed for a while, and no longer does

Environment = Mapping[str, str]


class Answer(NamedTuple):
    """What a run left behind."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output, which is UTF-8 whatever the locale; line ends stay as they are."""
        return self.raw.decode("utf-8")

    @property
    def json(self) -> Any:
        """Standard output as JSON, every number with its digits."""
        return json.loads(self.raw, parse_float=Decimal, parse_int=Decimal)


class Tgkt:
    """Runs tgkt and remembers the answers, so that many tests share one run."""

    def __init__(self, home: Path, cache: Path) -> None:
        self.home, self.cache = home, cache
        self._forks = Forks()
        self._answers: dict[tuple[object, ...], Answer] = {}
        self._screens: dict[tuple[object, ...], tuple[int, str]] = {}

    def __call__(self, *args: str, **env: str) -> Answer:
        """The answer to a command in a pipe; the same question is asked once."""
        question = (args, tuple(sorted(env.items())))
        if question not in self._answers:
            self._answers[question] = self.fresh(*args, env=env)
        return self._answers[question]

    def fresh(self, *args: str, cwd: Path = ROOT, env: Environment | None = None) -> Answer:
        """The answer of a process of its own, for runs that read or leave something of their own.

        Its output goes to files, which to the program are as little a terminal as pipes.
        """
        if any(name.startswith(_OF_THE_START) for name in env or {}):
            return self.started(*args, cwd=cwd, env=env)
        with open(os.devnull) as nothing, TemporaryFile() as out, TemporaryFile() as err:
            self._forks.start(args, self.environment(env or {}), cwd, [nothing.fileno(), out.fileno(), err.fileno()])
            code = self._forks.end()
            out.seek(0)
            err.seek(0)
            return Answer(code, out.read(), err.read().decode("utf-8"))

    def started(self, *args: str, cwd: Path = ROOT, env: Environment | None = None) -> Answer:
        """The answer of a new interpreter."""
        return answer((*COMMAND, *args), self.environment(env or {}), cwd)

    def screen(self, *args: str, width: int, **env: str) -> str:
        """What a terminal of the given width shows, with colour codes where there are any."""
        return self.on_terminal(*args, width=width, **env)[1]

    def on_terminal(self, *args: str, width: int, **env: str) -> tuple[int, str]:
        """Exit code, and what a terminal of the given width and 50 lines shows; without a pager unless one is named."""
        question = (args, width, tuple(sorted(env.items())))
        if question not in self._screens:
            terminal = {"TERM": "xterm-256color", "COLUMNS": str(width), **env}
            with shown_on(width) as (terminal_end, read):
                self._forks.start(args, self.environment(terminal), ROOT, [terminal_end] * 3)
                os.close(terminal_end)
                shown = _ERASED.sub("", read())
                self._screens[question] = self._forks.end(), shown
        return self._screens[question]

    def close(self) -> None:
        """End what runs on."""
        self._forks.close()

    def environment(self, extra: Environment) -> dict[str, str]:
        """The whole environment of a run; an empty value takes the variable out."""
        own = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_CACHE_HOME": str(self.cache),
            "PAGER": "cat",
        }
        return {name: value for name, value in {**own, **extra}.items() if value}


def answer(command: Sequence[str], env: Environment, cwd: Path = ROOT) -> Answer:
    """Run a command to its end, with nothing on its standard input."""
    done = subprocess.run(
        command, env=env, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=LONGEST
    )
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8"))


def show(command: Sequence[str], env: Environment, width: int) -> str:
    """Run a command on a terminal and return what it showed, errors included."""
    with shown_on(width) as (theirs, read):
        with subprocess.Popen(command, env=env, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs) as process:
            os.close(theirs)
            shown = read()
            process.wait(timeout=LONGEST)
        return shown


@contextmanager
def shown_on(width: int) -> Iterator[tuple[int, Callable[[], str]]]:
    """A terminal of a width: the end for a process, to be closed here, and what reads until all have left it."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    try:
        yield theirs, lambda: b"".join(iter(lambda: _read(ours), b"")).decode("utf-8").replace("\r\n", "\n")
    finally:
        os.close(ours)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side has gone
        return b""
