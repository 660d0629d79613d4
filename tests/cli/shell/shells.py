"""Shells on a terminal of their own, in which a person types and presses Tab.

What they call tgkt is a script: asked to complete, it is tgkt; else it prints what it was given, so that a test sees
what a line had become when it was sent.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tgkt.cli.shell import form

from ..runner import ROOT

SCRIPTS = Path(form.__file__).parent / "scripts"
_LONGEST = 20  # seconds
_STAND_IN = """\
#!/bin/sh
if [ -n "$_TGKT_COMPLETE" ]; then exec "{python}" -m tgkt "$@"; fi
printf 'given:'
printf '[%s]' "$@"
echo ' end'
"""
# fish wants the terminal to be its own
_ON_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
)
_START = {
    "bash": (("bash", "--norc", "--noprofile", "-i"), "PS1='> '; bind 'set bell-style none'; source {script}"),
    "zsh": (("zsh", "-f", "-i"), "PS1='> '; setopt no_beep; autoload -Uz compinit; compinit -D -u; source {script}"),
    "fish": (("fish", "--no-config", "-i"), "function fish_prompt; echo '> '; end; source {script}"),
}


_GIVEN = re.compile(r"given:(\[.*\]) end")


class Line(NamedTuple):
    """What became of a typed line: what tgkt was given, and all that was shown."""

    given: list[str]
    shown: str


class Shell:
    """A shell that runs until it is closed."""

    def __init__(self, name: str, folder: Path, env: Mapping[str, str]) -> None:
        self.name = name
        stand_in = folder / "bin" / "tgkt"
        stand_in.parent.mkdir()
        stand_in.write_text(_STAND_IN.format(python=sys.executable), encoding="utf-8")
        stand_in.chmod(0o755)
        words = {
            "PATH": f"{stand_in.parent}:{env['PATH']}",
            "PYTHONPATH": str(ROOT),
            "HOME": str(folder),
            "TERM": "xterm",
        }
        command, start = _START[name]
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
        self._process = subprocess.Popen(
            (sys.executable, "-c", _ON_TERMINAL, *command), env={**env, **words, "LC_ALL": "C.UTF-8"}, cwd=folder,
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self._send(start.format(script=SCRIPTS / f"tgkt.{name}") + "\n")

    def type(self, keys: str) -> Line:
        """Type keys, send the line, and wait for what became of it."""
        self._send(f"{keys}\n")
        shown = self._until_given()
        return Line(_GIVEN.findall(shown)[-1][1:-1].split("]["), shown)

    def close(self) -> None:
        """End the shell."""
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def _send(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def _until_given(self) -> str:
        """What is shown until tgkt has printed what it was given."""
        shown, end = b"", time.monotonic() + _LONGEST
        while not _GIVEN.search(shown.decode(errors="replace")):
            assert time.monotonic() < end, shown.decode(errors="replace")
            if select.select([self._ours], [], [], 1)[0]:
                shown += os.read(self._ours, 65536)
        return shown.decode(errors="replace")
