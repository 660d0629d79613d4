"""`tgkt help`: what `--help` shows, asked for as a command."""

from typing import Annotated, cast

import typer
from typer.core import TyperGroup

from tgkt.cli.options import LangOption
from tgkt.cli.pages import COMMANDS
from tgkt.errors import UsageError, suggest


def help_(
    ctx: typer.Context,
    command: Annotated[
        str | None, typer.Argument(metavar="[COMMAND]", help="A command (default: tgkt itself).")
    ] = None,
    lang: LangOption = None,  # noqa: ARG001 - decided before help is made
) -> None:
    """Show the help of a command, as its --help does; without one the list of commands."""
    root = ctx.find_root()
    if command is None:
        print(root.get_help())
        return
    found = cast(TyperGroup, root.command).get_command(root, command)
    if found is None:
        advice = suggest(command, COMMANDS)
        raise UsageError("tgkt help: unknown command '{word}'.{advice}", word=command, advice=advice)
    with found.make_context(command, [], parent=root, resilient_parsing=True) as inner:
        print(found.get_help(inner))
