"""`tgkt list`: what there is to name: indicators, areas, plans, sections, documents, units."""

from __future__ import annotations

from typing import Annotated

import typer

from tgkt.api.pick.name import Name, pick
from tgkt.cli.options import DataOption, Format, FormatOption, LangOption, OutputOption, output_for
from tgkt.engine.list_.list_ import lines, names_of
from tgkt.errors import EXIT_TRUE, suggest
from tgkt.facts.fit import plain
from tgkt.language import languages
from tgkt.loading.files import data_folder, load_folder
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.fields.list_ import LISTS
from tgkt.report.formats import machine_text
from tgkt.report.list_.rows import list_head, list_row
from tgkt.report.list_.tables import list_tables
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.list_ import Line, Measure, Subject


def list_(
    subject: Annotated[str, typer.Argument(metavar=f"<{'|'.join(Subject)}>", help="What to list.")],
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
    listed = _subject(subject)
    text = _of_measure(" ".join(words or [])) if listed is Subject.UNITS else " ".join(words or [])
    catalogue, where = load_folder(data_folder(data)), output_for(form, lang, output)
    found = lines(listed, text, catalogue)
    everything = found or lines(listed, "", catalogue)
    if found or where.is_machine:
        tongues = tongues_of(catalogue)
        rows = [list_row(each, tongues) for each in found]
        where.write(
            lambda: list_tables(listed, found, catalogue, View(where.lang, where.width)),
            lambda form: machine_text(form, LISTS[listed], list_head(listed, text), rows, tongues.further),
        )
    if not found:
        note(_nothing(text, everything))
        raise typer.Exit(EXIT_TRUE)


def _subject(text: str) -> Subject:
    """The subject of the list, by its word in any language, singular or plural.

    Raises:
        UsageError: nothing of the sort is listed.
    """
    names = [Name(each, (*(word(f"list_{each}", lang) for lang in languages()), each[:-1])) for each in Subject]
    return Subject(pick(text, names, Message("there is no list of '{text}'.", text=text), "").names[0].id)


def _of_measure(text: str) -> str:
    """What units measure, by its word in any language: "tiền" is money; any other text as it is typed."""
    named = {plain(word(f"measure_{each}", lang)): str(each) for each in Measure for lang in languages()}
    return named.get(plain(text), text)


def _nothing(text: str, everything: list[Line]) -> Message:
    """The message that nothing is listed, with the nearest names."""
    if not everything:
        return Message("the data have none")
    titles = {name for line in everything for name in names_of(line) if name}
    return Message("nothing matches '{text}'.{advice}", text=text, advice=suggest(text, titles, _WITHOUT))


_WITHOUT = Message("Leave out the words to list everything")
