"""`tgkt export`: the data, with what follows from them, as files for other programs."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from tgkt.api.choose import known_at
from tgkt.cli.options import DataOption, LangOption, write_folder
from tgkt.engine.export.export import export as gather
from tgkt.errors import UsageError, reason
from tgkt.loading.files import data_folder, load_folder
from tgkt.loading.packaged.tables import is_package
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.exchange.package import DESCRIPTION, package_files


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write; new, empty or an older export.")],
    lang: LangOption = None,  # noqa: ARG001  # notes and errors are said in it
    data: DataOption = None,
) -> None:
    """Write the data as a Data Package: tidy CSV, and datapackage.json that says what every column holds.

    figures.csv has a line for every printed figure, with its document and place, and for every derived one, with how
    it follows and from what. Every block of the data has a table; tgkt init --from makes a data folder of them again.
    """
    _require_free(folder)
    files = package_files(gather(known_at(load_folder(data_folder(data)))))
    write_folder(folder, files)
    told = Message.counted(
        len(files) - 1, "{folder}: {count} table written", "{folder}: {count} tables written", folder=folder
    )
    again = f"tgkt init NEWDIR --from {shlex.quote(str(folder / DESCRIPTION))}"
    note(Message("{written}. A data folder of them: {command}", written=told, command=again))


def _require_free(folder: Path) -> None:
    """Refuse a folder that holds anything but an older export.

    Raises:
        UsageError: it does, or it is no folder.
    """
    try:
        is_free = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise UsageError("{folder}: cannot be read: {reason}", folder=folder, reason=reason(error)) from None
    if not is_free and not is_package(folder / DESCRIPTION):
        raise UsageError("{folder}: exists and is not an export of tgkt. Name a new or an empty folder", folder=folder)
