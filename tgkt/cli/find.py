"""`tgkt find`: printed figures by a number or by words."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.options import DataOption, Format, FormatOption, LangOption, Output, OutputOption, output_for
from tgkt.engine.find.find import find as find_in
from tgkt.errors import EXIT_TRUE
from tgkt.loading.files import data_folder, load_folder
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.fields.find import FIND
from tgkt.report.find import find_head, find_row, find_tables
from tgkt.report.formats import machine_text
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.numbers import number
from tgkt.report.view import View
from tgkt.results.find import Found


def find(
    text: Annotated[
        list[str],
        typer.Argument(metavar="WORDS|NUMBER", help="A printed number in either notation, or words."),
    ],
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Find printed figures: a number as any document prints it, or words of a title, a phrase, a note or a place.

    Accents and case do not matter. 37,5 and 37.5 are one number; 1.845 can be read as two, and both are found. Each
    figure is shown with its words, its document and its place there.
    """
    catalogue, where = load_folder(data_folder(data)), output_for(form, lang, output)
    found = find_in(" ".join(text), catalogue)
    tongues = tongues_of(catalogue)
    if found.hits or where.is_machine:
        where.write(
            lambda: find_tables(found, _next(found, data), View(where.lang, where.width)),
            lambda form: machine_text(
                form, FIND, find_head(found), [find_row(hit, tongues) for hit in found.hits], tongues.further
            ),
        )
    if not found.hits:
        note(_nothing(found, where))
        raise typer.Exit(EXIT_TRUE)


def _next(found: Found, data: Path | None) -> str:
    """The command that shows all that is known of the first hit."""
    first = found.hits[0]
    of_data = "" if data is None else f" --data {shlex.quote(str(data))}"
    return f"tgkt explain {first.codes[0] if first.codes else first.indicator.id}{of_data}"


def _nothing(found: Found, where: Output) -> Message:
    """The message that nothing was found, with the nearest figures or words."""
    if found.near:
        near = [number(each, where.lang) for each in found.near]
        if len(near) == 1:
            return Message("no document prints '{text}'. The nearest figure is {one}", text=found.asked, one=near[0])
        fields = {"text": found.asked, "below": near[0], "above": near[1]}
        return Message("no document prints '{text}'. The nearest figures are {below} and {above}", **fields)
    if found.readings:
        return Message("no document prints '{text}'. Leave out its unit", text=found.asked)
    if found.meant:
        return Message("nothing found for '{text}'. Did you mean '{words}'?", text=found.asked, words=found.meant)
    return Message("nothing found for '{text}'. tgkt list indicators shows every title", text=found.asked)
