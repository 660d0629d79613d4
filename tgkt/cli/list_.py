"""`tgkt list`: what there is to name: indicators, areas, plans, sections, documents, units."""

from typing import Annotated

import typer

from tgkt.api.listing import SUBJECTS, list_of
from tgkt.api.seen import seen
from tgkt.cli.options import DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.cli.screen import reading
from tgkt.errors import EXIT_TRUE


def list_(
    subject: Annotated[str, typer.Argument(metavar=f"<{'|'.join(SUBJECTS)}>", help="What to list.")],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]…", help="Only what matches these words: an id or part of a name."),
    ] = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """List what commands can name: indicators with their numbers, areas, plans, sections, documents, units.

    Accents and case do not matter.
    """
    where = output_for(form, lang, output)
    with reading():
        found = list_of(seen(data, where.lang), subject, " ".join(words or []))
    if found.rows or where.is_machine:
        where.show(found)
    if not found.rows:
        raise typer.Exit(EXIT_TRUE)
