"""Notes and complaints on stderr, in the language of the run."""

from __future__ import annotations

import os
import sys

from tgkt.cli.manner import asked
from tgkt.harmless import harmless, on_one_line
from tgkt.language import said, spoken
from tgkt.message import Message


def show_note(message: str, only_terminal: bool) -> None:
    """Write a note on stderr, unless --quiet was given.

    Args:
        message: a finished text, or a message, which is translated into the language of the run.
        only_terminal: write it only if stderr is a terminal, because it is of use to a person alone.
    """
    if not asked().is_quiet and (not only_terminal or (sys.stderr is not None and sys.stderr.isatty())):
        complain(message)


def complain(message: str) -> None:
    """Write a message that --quiet must not hide: an error, or a line that could not be answered.

    What data and arguments put into it stays on its line, so that no text can look like a message of its own. Where
    stderr cannot be written, nothing more can be said, and the answer and the exit code stay.
    """
    if sys.stderr is None:
        return
    message = message.exchanged(on_one_line) if isinstance(message, Message) else message
    try:
        print(harmless(said(message, spoken())), file=sys.stderr, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())  # else the interpreter would fail at its end
