"""Sentences beside an answer: on stderr, in the language of the run."""

from __future__ import annotations

import sys

from tgkt.cli.language import spoken
from tgkt.cli.manner import asked
from tgkt.language import said
from tgkt.report.harmless import harmless


def note(message: str, *, only_terminal: bool = False) -> None:
    """Say a message beside the answer, unless --quiet was given.

    Args:
        message: a finished text, or a message that is said in the language of the run.
        only_terminal: say it only where stderr is a terminal, because it only helps a person.
    """
    if not asked().is_quiet and (not only_terminal or (sys.stderr is not None and sys.stderr.isatty())):
        complain(message)


def complain(message: str) -> None:
    """Say what must be heard: an error, or a line that could not be answered."""
    if sys.stderr is not None:
        print(harmless(said(message, spoken())), file=sys.stderr)
