"""`tgkt init`: a data folder of one's own, begun with a file that validates, with a sheet, or on other data."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.options import LangOption, lang_for
from tgkt.cli.tables import STDIN, Notation, opened
from tgkt.cli.whole import write_folder
from tgkt.errors import UsageError
from tgkt.language import WRITTEN
from tgkt.loading.base import begin_on
from tgkt.loading.begin import BEGINNINGS, PLAN_FILE, beginning
from tgkt.loading.files import base_files, load_folder
from tgkt.loading.planned.wishes import Wishes
from tgkt.loading.tabular.notation import Notation as FileNotation
from tgkt.message import Message
from tgkt.notes import note


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make; it must be new or empty.")],
    areas: Annotated[
        str | None,
        typer.Option(metavar="A,B,…", help="The areas that were merged; starts a plan for the merged area."),
    ] = None,
    base: Annotated[
        str | None, typer.Option(metavar="DATA", help="Build on other data: tgkt:NAME, or a folder.")
    ] = None,
    sheet_file: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE|-",
            help="Make the plan from a sheet, CSV or xlsx; or the folder from a datapackage.json.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TITLE", help="The plan's title, for --from.")] = None,
    term: Annotated[str | None, typer.Option(metavar="PERIOD", help="The plan's term, for --from: 2026-2030.")] = None,
    sheet: Annotated[str | None, typer.Option(metavar="NAME", help="The sheet of a workbook, for --from.")] = None,
    notation: Annotated[
        Notation | None, typer.Option(help="How numbers are written, for --from: 1.845,7 or 1,845.7.")
    ] = None,
    lang: LangOption = None,
) -> None:
    """Begin a data folder: one commented file with an example that is valid and can be shown at once.

    With --base the folder holds only what it adds to other data. With --from the file holds the indicators of a
    sheet: columns such as Indicator, Unit, Direction, Base year, Base, Target year and Target, or Target 2030;
    Vietnamese headings work too. With --from DIR/datapackage.json the folder holds everything that tgkt export wrote.
    """
    of_sheet = {"--title": title, "--term": term, "--sheet": sheet, "--notation": notation}
    _require_sense(folder, areas, base, sheet_file, [name for name, value in of_sheet.items() if value])
    if base:
        files, of = base_files(base, folder)
        written = begin_on(folder, of, files, lang_for(lang))
    elif sheet_file is not None and _is_package(sheet_file):
        written = _of_package(sheet_file, folder)
    else:
        named = [each.strip() for each in areas.split(",") if each.strip()] if areas else []
        tag, way = begun_in(lang_for(lang)), FileNotation(notation) if notation else None
        wishes = Wishes(folder, tag, named, title, term, sheet, way)
        text = _of_sheet(sheet_file, wishes) if sheet_file else beginning(folder, wishes.lang, named)
        written = folder / PLAN_FILE
        write_folder(folder, {PLAN_FILE: text})
    command = f"tgkt status --data {shlex.quote(str(folder))}"
    note(Message("{file}: written. Next: {command}", file=written, command=command))


def _require_sense(
    folder: Path, areas: str | None, base: str | None, sheet_file: Path | None, of_sheet: list[str]
) -> None:
    """Refuse a folder that is not free, and options that do not go together.

    Raises:
        UsageError: it is not, or they do not.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError("{folder}: exists and is not empty. Name a new folder", folder=folder)
    if base and (areas or sheet_file):
        option = "--areas" if areas else "--from"
        raise UsageError(
            "{option} is for a plan of your own, and --base builds on another. Give one of them", option=option
        )
    if not sheet_file and of_sheet:
        raise UsageError(
            "{option} is for a plan made from a sheet. Name the sheet with --from FILE, or leave it out",
            option=of_sheet[0],
        )
    if sheet_file and _is_package(sheet_file) and (areas or of_sheet):
        option = of_sheet[0] if of_sheet else "--areas"
        raise UsageError("{option} is for a plan made from a sheet, and a package has it. Leave it out", option=option)


def _is_package(file: Path) -> bool:
    return file.suffix.lower() == ".json"


def _of_package(description: Path, folder: Path) -> Path:
    """The data folder that a package was made of.

    Raises:
        DataError: what the package says is no valid data; the folder is there, and each mistake is told with its line.
    """
    from tgkt.loading.packaged.folder import folder_files  # lazy: no other beginning needs it

    write_folder(folder, folder_files(description))
    load_folder(folder)
    return folder


def begun_in(tag: str) -> str:
    """The language of a new file: the reader's, if there is a template in it."""
    return tag if (BEGINNINGS / f"{tag}.yaml").is_file() else WRITTEN


def _of_sheet(file: Path, wishes: Wishes) -> str:
    """The plan made from a sheet; assumptions are reported on stderr."""
    from tgkt.loading.planned.begun import begin_from  # lazy: yaml, which no other beginning needs

    with opened(file, f"init {shlex.quote(str(wishes.folder))} --from") as (name, stream):
        begun = begin_from(name, stream, wishes, from_stdin=file == Path(STDIN))
    for sentence in begun.said:
        note(sentence)
    return begun.text
