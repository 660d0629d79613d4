"""The entry point: a shell that asks what may come next is answered before anything else is imported."""

from __future__ import annotations

import os
import sys

ASKED = "_TGKT_COMPLETE"  # names the shell that asks; the scripts of `tgkt completion` set it


def main() -> None:
    """Answer the shell, or run the command line."""
    if shell := os.environ.get(ASKED):
        from tgkt.cli.shell.answer import complete  # lazy: only a shell asks this

        complete(shell, sys.argv[1:])
    else:
        from tgkt.cli.app import main as run  # lazy: typer costs more than all that a shell is answered

        run()
