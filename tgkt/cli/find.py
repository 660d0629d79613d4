"""`tgkt find`: printed figures by a number or by words."""

from typing import Annotated

import typer

from tgkt.api.find import find as find_in
from tgkt.api.seen import seen
from tgkt.cli.options import DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.cli.screen import reading
from tgkt.errors import EXIT_TRUE


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
    where = output_for(form, lang, output)
    with reading():
        found = find_in(seen(data, where.lang), " ".join(text))
    if found.rows or where.is_machine:
        where.show(found)
    if not found.rows:
        raise typer.Exit(EXIT_TRUE)
