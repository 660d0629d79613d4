"""`tgkt init`: a data folder of one's own, begun with a file that validates, with a sheet, or on other data."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.options import LangOption, lang_for, write_whole
from tgkt.errors import UsageError
from tgkt.loading.base import begin_on
from tgkt.loading.begin import PLAN_FILE, beginning
from tgkt.loading.files import base_files


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; it must be new or empty.")],
    areas: Annotated[
        str | None, typer.Option(metavar="A,B,…", help="The areas that one was merged from: a merged plan is begun.")
    ] = None,
    base: Annotated[
        str | None, typer.Option(metavar="DATA", help="Build on other data: tgkt:NAME, or a folder.")
    ] = None,
    lang: LangOption = None,
) -> None:
    """Begin a data folder: one commented file with an example, which validates and shows something at once.

    With --base the folder holds only what it adds to other data.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder}: is there and not empty. Name a new folder")
    if base and areas:
        raise UsageError("--areas is of a plan of one's own, --base builds on another. Give one of them")
    named = [each.strip() for each in areas.split(",") if each.strip()] if areas else []
    if base:
        files, of = base_files(base, folder)
        written = begin_on(folder, of, files)
    else:
        text = beginning(folder, lang_for(lang), named)
        folder.mkdir(parents=True, exist_ok=True)
        written = folder / PLAN_FILE
        write_whole(written, text)
    print(f"{written}: written. Next: tgkt status --data {shlex.quote(str(folder))}", file=sys.stderr)
