"""`tgkt export`: the data, with what follows from them, as files for other programs."""

import shlex
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from tgkt.api.exchange import JSON_STAT, PACKAGE, SDMX, exported
from tgkt.api.seen import seen
from tgkt.cli.options import DataOption, LangOption
from tgkt.cli.progress import working
from tgkt.cli.whole import write_folder
from tgkt.errors import UsageError, reason
from tgkt.language import spoken
from tgkt.loading.packaged.tables import is_package
from tgkt.message import Message
from tgkt.notes import note
from tgkt.record import NamedTuple
from tgkt.report.exchange.json_stat.files import COLLECTION, listed
from tgkt.report.exchange.package import DESCRIPTION
from tgkt.report.exchange.sdmx.files import STRUCTURE, is_structure


class Form(NamedTuple):
    """A form in which figures are handed on.

    Attributes:
        told: says what was written.
        is_there: whether a folder holds an older export of it.
    """

    told: Callable[[Path, Mapping[str, str]], Message]
    is_there: Callable[[Path], bool]


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write; new, empty or an older export.")],
    sdmx: Annotated[
        bool, typer.Option("--sdmx", help="Write every figure as SDMX instead: CSV 1.0 and 2.0, with structure.xml.")
    ] = False,
    json_stat: Annotated[
        bool,
        typer.Option("--json-stat", help="Write every figure as JSON-stat 2.0 instead: a dataset for each indicator."),
    ] = False,
    lang: LangOption = None,  # noqa: ARG001  # notes and errors are said in it
    data: DataOption = None,
) -> None:
    """Write the data as a Data Package: tidy CSV, and datapackage.json that says what every column holds.

    figures.csv has a line for every printed figure, with its document and place, and for every derived one, with how
    it follows and from what. Every block of the data has a table; tgkt init --from makes a data folder of them again.

    --sdmx and --json-stat write the same figures for programs of statistics offices, which do not read Data Packages.
    """
    _require_free(folder)
    forms = [form for form, is_asked in ((SDMX, sdmx), (JSON_STAT, json_stat)) if is_asked] or [PACKAGE]
    with working(Message("writing the tables…")):
        known = seen(data, spoken())
        made = {form: exported(known, form) for form in forms}
        for form, files in made.items():
            older = _datasets(folder) if form == JSON_STAT else None
            write_folder(folder, files)
            _remove(folder, set(older or ()) - set(files))
    for form, files in made.items():
        note(FORMS[form].told(folder, files))


def _package_told(folder: Path, files: Mapping[str, str]) -> Message:
    written = Message.counted(
        len(files) - 1, "{folder}: {count} table written", "{folder}: {count} tables written", folder=folder
    )
    again = f"tgkt init NEWDIR --from {shlex.quote(str(folder / DESCRIPTION))}"
    return Message("{written}. A data folder of them: {command}", written=written, command=again)


def _sdmx_told(folder: Path, files: Mapping[str, str]) -> Message:
    return Message("{folder}: figures written as SDMX: {files}", folder=folder, files=Message.listed(files))


def _is_sdmx(folder: Path) -> bool:
    try:
        return is_structure((folder / STRUCTURE).read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return False


def _json_stat_told(folder: Path, files: Mapping[str, str]) -> Message:
    return Message.counted(
        len(files) - 1,
        "{folder}: {count} dataset of JSON-stat written; {file} lists it",
        "{folder}: {count} datasets of JSON-stat written; {file} lists them",
        folder=folder,
        file=COLLECTION,
    )


def _datasets(folder: Path) -> list[str] | None:
    """The datasets of an older export; None where there is none."""
    try:
        return listed((folder / COLLECTION).read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return None


def _remove(folder: Path, names: Iterable[str]) -> None:
    """Remove datasets of an older export that no collection lists any more: a program may read whatever lies there.

    Raises:
        UsageError: one cannot be removed.
    """
    for name in sorted(names):
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise UsageError("{file}: cannot be removed: {reason}", file=folder / name, reason=reason(error)) from None


FORMS = {
    PACKAGE: Form(_package_told, lambda folder: is_package(folder / DESCRIPTION)),
    SDMX: Form(_sdmx_told, _is_sdmx),
    JSON_STAT: Form(_json_stat_told, lambda folder: _datasets(folder) is not None),
}


def _require_free(folder: Path) -> None:
    """Refuse a folder that holds anything but an older export, in whichever form.

    Raises:
        UsageError: it does, or it is no folder.
    """
    try:
        is_free = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError as error:
        raise UsageError("{folder}: cannot be read: {reason}", folder=folder, reason=reason(error)) from None
    if not is_free and not any(form.is_there(folder) for form in FORMS.values()):
        raise UsageError("{folder}: exists and is not an export of tgkt. Name a new or an empty folder", folder=folder)
