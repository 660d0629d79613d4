"""The one place where errors become a line on stderr and an exit code.

    0  fine         1  something asked for by --fail-on or check is true
    2  usage        3  data cannot be read or are invalid
"""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from tgkt.errors import EXIT_USAGE, TgktError


class Boundary(TyperGroup):
    """The group of all commands; no error passes it as a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a pipe closed by its reader ends it quietly."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # The reader has all it wanted. Point stdout elsewhere, or the interpreter complains at its exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return result

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run, and turn every error into its line and exit code."""
        extra["standalone_mode"] = False
        try:
            sys.exit(super().main(*args, **extra) or 0)
        except TgktError as error:
            print(error, file=sys.stderr)
            sys.exit(error.exit_code)
        except typer.Abort:
            sys.exit(130)
        except typer.TyperException as error:
            sys.exit(_usage(error))


def _usage(error: Any) -> int:
    """Print a usage error as one line with the way to help."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "tgkt"
    print(f"{command}: {error.format_message()} Run '{command} --help' for what it takes.", file=sys.stderr)
    return EXIT_USAGE
