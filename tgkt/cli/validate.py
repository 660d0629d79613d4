"""`tgkt validate`: check data files and say every mistake in them."""

from pathlib import Path
from typing import Annotated

import typer

from tgkt.api.validity import validate as validate_files
from tgkt.cli.options import DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.cli.screen import reading
from tgkt.errors import EXIT_DATA, DataError
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.fields.problems import PROBLEMS
from tgkt.report.formats import machine_text
from tgkt.report.problems import problem_rows


def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]…", help="Files to check (default: all data).")
    ] = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Check data files: keys, units, ids, digits against the printed words. Exit 3 when something is wrong.

    A FILE is checked together with the data folder; it replaces the file of the same name there.
    """
    where = output_for(form, lang, output)
    with reading():
        found = validate_files(data, files or [])
    if where.is_machine:
        where.write(list, lambda form: machine_text(form, PROBLEMS, {}, problem_rows(found.problems)))
    elif found.problems:
        raise DataError(found.problems)
    if found.problems:
        raise typer.Exit(EXIT_DATA)
    for told in (*found.notes, Message.counted(found.files, "{count} file valid", "{count} files valid")):
        note(told)
