"""`tgkt completion`: the script by which a shell completes what is typed after tgkt."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.options import LangOption, OutputOption
from tgkt.cli.shell.form import SHELLS
from tgkt.cli.whole import write_whole

_SCRIPTS = Path(__file__).parent / "shell" / "scripts"
Shell = StrEnum("Shell", {name: name for name in SHELLS})  # type: ignore[misc]  # one list of names


def completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
    lang: LangOption = None,  # noqa: ARG001 - of messages
    output: OutputOption = None,
) -> None:
    """Print the script that makes a shell complete commands, options, numbers, ids and all other values.

    In bash write eval "$(tgkt completion bash)" into ~/.bashrc; in zsh write eval "$(tgkt completion zsh)" into
    ~/.zshrc.

    In fish run tgkt completion fish > ~/.config/fish/completions/tgkt.fish
    """
    text = (_SCRIPTS / f"tgkt.{shell}").read_text(encoding="utf-8")
    if output is None:
        print(text, end="")
    else:
        write_whole(output, text)
