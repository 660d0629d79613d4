"""The language of a run, known before anything is read or written: that of `--lang`, else that of the locale."""

from __future__ import annotations

import os
from collections.abc import Sequence

from tgkt.language import WRITTEN, languages

OPTION = "--lang"


def language(args: Sequence[str]) -> str:
    """The language of a run with these arguments; an unknown language is refused later, by `checked`."""
    asked = asked_for(args)
    return asked if asked in languages() else of_locale()


def asked_for(args: Sequence[str]) -> str | None:
    """The value of the last `--lang` among the arguments."""
    asked = None
    for place, arg in enumerate(args):
        if arg == "--":
            break
        if arg == OPTION:
            asked = args[place + 1] if place + 1 < len(args) else None
        elif arg.startswith(f"{OPTION}="):
            asked = arg.removeprefix(f"{OPTION}=")
    return asked


def of_locale() -> str:
    """The language of the locale where the program speaks it, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            tag = value.split(".")[0].split("@")[0].split("_")[0]
            return tag if tag in languages() else WRITTEN
    return WRITTEN


def checked(tag: str | None) -> str | None:
    """A language that was asked for.

    Raises:
        UsageError: the program does not speak it.
    """
    if tag is not None and tag not in languages():
        from tgkt.errors import UsageError, suggest  # lazy: what completes a line needs the language alone

        raise UsageError("--lang: unknown language '{tag}'.{advice}", tag=tag, advice=suggest(tag, languages()))
    return tag
