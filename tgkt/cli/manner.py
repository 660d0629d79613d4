"""The manner in which a run answers, by the options that all commands share; kept for the whole run."""

from __future__ import annotations

import os
import re
from contextvars import ContextVar

from tgkt.record import NamedTuple


class Manner(NamedTuple):
    """The choices made by the options that every command shares.

    Attributes:
        has_format: whether `--format` is an option of the command.
        is_format_given: whether it was given; else the ending of a file may decide.
        is_json: whether `--json` was given.
        is_quiet: whether notes are left out.
        has_colour: whether colour is allowed.
        is_paged: whether a long answer may go through a pager.
    """

    has_format: bool = False
    is_format_given: bool = False
    is_json: bool = False
    is_quiet: bool = False
    has_colour: bool = True
    is_paged: bool = True


SIZE = re.compile("[1-9][0-9]{0,6}")  # of a terminal, in one direction
_UNASKED = Manner()
_MANNER = ContextVar("manner", default=_UNASKED)


def asked() -> Manner:
    """The manner of the run."""
    return _MANNER.get()


def ask(**wishes: bool) -> None:
    """Add a choice to the manner of the run."""
    _MANNER.set(asked()._replace(**wishes))


def begin() -> None:
    """Begin a run without any choices; what is no size of a terminal leaves the environment.

    Every library would read it in its own way, and some stumble over it.
    """
    _MANNER.set(_UNASKED)
    for name in ("COLUMNS", "LINES"):
        if not SIZE.fullmatch(os.environ.get(name, "1")):
            del os.environ[name]
