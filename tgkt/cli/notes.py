"""Sentences beside an answer: on stderr, in the language of the run."""

from __future__ import annotations

import sys

from tgkt.cli.language import spoken
from tgkt.language import said


def note(message: str, *, only_terminal: bool = False) -> None:
    """Say a message beside the answer; what only helps a person may be kept from what reads a pipe.

    Args:
        message: a finished text, or a message that is said in the language of the run.
        only_terminal: say it only where stderr is a terminal.
    """
    if sys.stderr is not None and (sys.stderr.isatty() or not only_terminal):
        print(said(message, spoken()), file=sys.stderr)
