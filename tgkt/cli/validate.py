"""`tgkt validate`: check data files and say every mistake in them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.options import DataOption
from tgkt.loading.files import data_folder
from tgkt.loading.files import validate as check_files


def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]…", help="Files to check; all data unless given.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Check data files: keys, units, ids, digits against the printed words. Exit 3 when something is wrong.

    A FILE is checked together with the data folder; one that bears the name of a file there takes its place.
    """
    count = check_files(data_folder(data), files or [])
    print(f"{count} {'file' if count == 1 else 'files'} valid", file=sys.stderr)
