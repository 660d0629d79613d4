"""The command `tgkt`: its list of commands and its entry point."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from tgkt import __version__
from tgkt.cli.boundary import Boundary
from tgkt.errors import UsageError

app = typer.Typer(
    name="tgkt",
    cls=Boundary,
    pretty_exceptions_enable=False,
    add_completion=False,  # `tgkt completion` is ours, and answers without typer
    rich_markup_mode=None,  # help in a pipe must be the same text, and the manual is made from it
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"tgkt {__version__}")
        raise typer.Exit


def _former_completion(asked: bool) -> None:
    if asked:
        raise UsageError("--install-completion is now a command. Write tgkt completion bash, zsh or fish")


@app.callback()
def tgkt(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
    completion: Annotated[
        bool,
        typer.Option(
            "--install-completion", "--show-completion", callback=_former_completion, is_eager=True, hidden=True
        ),
    ] = False,
) -> None:
    """Calculator and auditor for development targets, driven by plain text.

    Without a command, tgkt shows a plan on one screen, as tgkt overview does.
    """


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # None where it was closed
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
