"""The answer to a shell that asks for the next words; after any error it is empty."""

from __future__ import annotations

import sys
from contextlib import suppress

from tgkt.cli.language import language
from tgkt.cli.shell.fit import Fitting, fitting
from tgkt.cli.shell.form import Typed, formed
from tgkt.cli.shell.line import Line, line_of, plain, whole
from tgkt.cli.shell.table import commands
from tgkt.cli.shell.values import command_values, option_values, parameter_values

_BY_SHELL = ("file", "folder")  # what the shell completes better itself


def complete(shell: str, words: list[str]) -> None:
    """Print what may come next.

    Args:
        shell: bash, zsh or fish.
        words: the words of the line after the program's name, up to the cursor, the last one being typed.
    """
    with suppress(Exception):  # a shell shows what is printed in the middle of what is typed
        sys.stdout.buffer.write(answer(shell, words).encode("utf-8", errors="surrogateescape"))
        sys.stdout.buffer.flush()


def answer(shell: str, words: list[str]) -> str:
    """What may come next, in the form that the shell reads."""
    parts, kept = whole(words) if shell == "bash" else (words, "")
    line = line_of(parts, commands())
    lang = language([plain(part) for part in parts])
    parameter = line.option or line.argument
    if not line.is_option and parameter is not None and parameter.takes in _BY_SHELL:
        return f"{parameter.takes}s\n"
    typed = Typed(line.before, line.typed, kept, is_quoted=words[-1:] != [] and words[-1][:1] in ("'", '"'))
    found = formed(shell, _found(line, lang), typed)
    return found or ("folders\n" if parameter is not None and parameter.takes == "side" else "")


def _found(line: Line, lang: str) -> Fitting:
    """The values that fit what is typed."""
    if line.command is None:
        return fitting(line.typed, command_values(lang))
    if line.is_option:
        return fitting(line.typed, option_values(line, lang))
    parameter = line.option or line.argument
    if parameter is None:
        return Fitting([])
    return fitting(line.typed, parameter_values(parameter, line, lang), is_list=parameter.is_list)
