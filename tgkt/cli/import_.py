"""`tgkt import`: figures of later years, from CSV."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from tgkt.errors import UsageError
from tgkt.loading.files import shipped_data
from tgkt.loading.imports import copy_shipped, import_csv


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.csv", help="Columns: area, indicator, period, value, unit, status, origin.")
    ],
    data: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Your data folder; a new one begins as a copy of the shipped data."),
    ] = None,
) -> None:
    """Add observations from a CSV file to a data folder: all of them or none, and never twice.

    Further columns may be comparator, timing, printed, locator. Shipped data are never changed: name your own folder.
    """
    folder = data or (Path(os.environ["TGKT_DATA"]) if os.environ.get("TGKT_DATA") else None)
    if folder is None:
        raise UsageError("import writes to a data folder of your own. Name one with --data DIR or TGKT_DATA")
    if folder.resolve() == shipped_data().resolve():
        raise UsageError(
            f"{folder} holds the shipped data, which import never changes. Name another folder with --data"
        )
    if copy_shipped(folder):
        print(f"{folder}: made, a copy of the shipped data", file=sys.stderr)
    done = import_csv(file, folder)
    print(f"{done.file}: {done.read} figures read, {done.new} new", file=sys.stderr)
