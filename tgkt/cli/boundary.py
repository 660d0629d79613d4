"""The group of all commands: finds them, and turns every error into a line and an exit code.

0  fine         1  something asked for by --fail-on or check is true
2  usage        3  data cannot be read or are invalid
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from tgkt.errors import EXIT_USAGE, TgktError

COMMANDS = ("status", "project", "blend", "calc", "explain", "validate", "schema")


class Boundary(TyperGroup):
    """The group `tgkt`. A command is the function of its name in the file of its name.

    A command's file is imported when it is asked for, so that no command pays for another.
    """

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the caller's signature
        """The commands, in the order help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:  # noqa: ARG002 - the caller's signature
        """Import one command, or None when there is none of the name."""
        if name not in COMMANDS:
            return None
        single = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        single.command(name, context_settings={"help_option_names": ["-h", "--help"]})(
            getattr(import_module(f"tgkt.cli.{name}"), name)
        )
        return typer.main.get_command(single)

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
