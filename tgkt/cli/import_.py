"""`tgkt import`: a table of figures, or a file of a statistics office, into a data folder."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tgkt.api.pick import area_named, choose_plan, indicators_named
from tgkt.cli.options import Format, FormatOption, LangOption, Output, OutputOption, output_for
from tgkt.cli.tables import STDIN, Notation, opened
from tgkt.engine.arrival.arrival import arrival
from tgkt.errors import EXIT_DATA, EXIT_TRUE, UsageError, shown
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Issuer, Status
from tgkt.language import said, spoken
from tgkt.loading.arriving.answer import rows
from tgkt.loading.arriving.batch import batch
from tgkt.loading.arriving.item import ALL, Asked, Batch, Item
from tgkt.loading.files import shipped_data
from tgkt.loading.folder import real
from tgkt.loading.tabular.arrived import Progress
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.arrival import arrival_head, arrival_tables, suspicion
from tgkt.report.diff.tables import names_of
from tgkt.report.fields.imported import IMPORT
from tgkt.report.formats import machine_text
from tgkt.report.imported import counts, import_rows, import_tables, summary
from tgkt.report.machine.tongues import tongues_of
from tgkt.report.view import View
from tgkt.results.arrival import Arrival
from tgkt.results.imported import Action, ImportRow

Settled = StrEnum("Settled", {each.name: each.value for each in Status})  # type: ignore[misc]  # one list of names
Issued = StrEnum("Issued", {each.name: each.value for each in Issuer})  # type: ignore[misc]  # one list of names


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE|-", help="CSV, xlsx, JSON-stat or SDMX-CSV; - is standard input.")
    ],
    data: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Your data folder; a new one builds on the shipped data."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be done, without writing.")] = False,
    origin: Annotated[
        str | None, typer.Option(metavar="TITLE", help="The document, by id or title; a new title makes one.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The date of new documents: 2026-12-20.")
    ] = None,
    issuer: Annotated[
        Issued | None, typer.Option(help="The issuer of new documents; decides which figure counts.")
    ] = None,
    status: Annotated[Settled | None, typer.Option(help="The status of figures that state none.")] = None,
    sheet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The sheet of a workbook, the dataset of JSON-stat.")
    ] = None,
    heads: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=HEAD|FILE",
            help="What column headings mean: indicator=Chỉ_tiêu, value=Outturn; of JSON-stat and SDMX-CSV also a file "
            "that says what codes mean.",
        ),
    ] = None,
    notation: Annotated[Notation | None, typer.Option(help="How numbers are written: 1.845,7 or 1,845.7.")] = None,
    area: Annotated[
        str | None, typer.Option("--area", metavar="AREA", help="The area for lines that name none.")
    ] = None,
    plan: Annotated[
        str | None, typer.Option("--plan", metavar="PLAN", help="The plan that numbers of indicators refer to.")
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="[ID]", help="Accept figures that would be held back: all, or those of one indicator."),
    ] = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    output: OutputOption = None,
) -> None:
    """Add the figures of a table to a data folder: all of them or none, and never twice.

    The heading line is found by its columns: an indicator (id, title or number in the plan) and values, with the
    period beside them or in their headings. Exit 3 when a line is wrong or a figure is held back, 1 with --dry-run.
    """
    folder, where = _folder(data), output_for(form, lang, _elsewhere(file, output))
    with opened(file) as (name, stream), _progress() as progress:
        asked = Asked(
            name,
            stream,
            file == Path(STDIN),
            tuple(heads or ()),
            sheet,
            notation,
            plan,
            area,
            origin,
            date,
            Status(status) if status else None,
            tuple(accept or ()),
            Issuer(issuer) if issuer else None,
            where.lang,
        )
        with batch(asked, folder, progress, _named) as found:
            brings = _judged(found)
            if not (dry_run or found.is_held):
                found.write()
            _tell(found, brings, answer := rows(found), is_dry=dry_run)
    _answer(answer, brings, found, where, is_written=not (dry_run or found.is_held))
    _end(found, is_dry=dry_run)


def _named(asked: Asked, before: Catalogue) -> Asked:
    """The user's options, with the names of plan, area and indicators replaced by ids."""
    accepted = [text for text in asked.accept if text != ALL]
    return asked._replace(
        plan=choose_plan(asked.plan, before).id if asked.plan is not None else None,
        area=area_named(asked.area, before).id if asked.area is not None else None,
        accept=(
            *(text for text in asked.accept if text == ALL),
            *(each.id for each in indicators_named(accepted, before, spoken(), "--accept: ")),
        ),
    )


def _judged(found: Batch) -> Arrival | None:
    """The effect of the figures, with suspect ones held back or warned of; None where the data cannot be read."""
    if found.after is None:
        return None
    brings = arrival(found.before, found.after, found.added, found.asked.plan)
    for suspect in brings.suspects:
        item = found.item_of(suspect.statement)
        told = suspicion(suspect)
        if item is not None and suspect.doubt.needs_acceptance:
            found.hold(item, told)
        elif item is not None:
            item.note = told
    return brings


def _elsewhere(file: Path, output: Path | None) -> Path | None:
    """The file to write the answer to, which is never the table that is read."""
    if output is not None and output.exists() and file.exists() and output.samefile(file):
        raise UsageError("--output: {file} is the table that is read. Name another file", file=output)
    return output


def _folder(data: Path | None) -> Path:
    """The folder to write to, which is never that of the shipped data."""
    folder = data or (Path(os.environ["TGKT_DATA"]) if os.environ.get("TGKT_DATA") else None)
    if folder is None:
        raise UsageError("import writes to a data folder of your own. Name one with --data DIR or TGKT_DATA")
    if real(folder) == real(shipped_data()):
        raise UsageError(
            "{folder} holds the shipped data, which import never changes. Name another folder with --data",
            folder=folder,
        )
    return folder


@contextmanager
def _progress() -> Iterator[Progress]:
    """The function that shows the progress of reading, on a terminal only."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from tgkt.report.console import counted  # lazy: rich costs half a command, and a pipe needs none of it

    with counted(said(Message("lines read:"), spoken())) as tell:
        yield tell


def _tell(found: Batch, brings: Arrival | None, answer: list[ImportRow], *, is_dry: bool) -> None:
    """Report assumptions, mistakes and suspect figures, each once and in the order of the table, and the outcome."""
    noted = [*_warned(found, brings), *_waiting(found)]
    placed = [(each.source, shown(each)) for each in found.problems]
    placed += [(found.table.at(each.arrived), _beside(found, each)) for each in noted]
    lines = [*found.said, *(line for _, line in sorted(dict.fromkeys(placed), key=lambda each: each[0]))]
    if found.place.is_new and found.place.is_done:
        lines.append(Message("{folder}: created on top of the shipped data", folder=found.place.shown))
    read = Message.joined(": ", (found.shown, summary(answer)))
    undone = [Message("nothing written")] if is_dry or found.is_held else []
    for line in (*lines, Message.joined("; ", (read, *undone))):
        note(line)


def _beside(found: Batch, item: Item) -> Message:
    """A figure of the table, and what is noted of it."""
    return Message.joined(": ", (found.table.at(item.arrived), item.arrived.indicator, item.note))


def _warned(found: Batch, brings: Arrival | None) -> list[Item]:
    """The figures that look wrong and are taken all the same."""
    suspects = [each for each in brings.suspects if not each.doubt.needs_acceptance] if brings else []
    items = (found.item_of(each.statement) for each in suspects)
    return [each for each in items if each is not None]


def _waiting(found: Batch) -> list[Item]:
    """The figures that only wait to be accepted."""
    return [each for each in found.items if each.action is Action.HELD and each.note and not each.wrong]


def _answer(answer: list[ImportRow], brings: Arrival | None, found: Batch, where: Output, *, is_written: bool) -> None:
    """Write the rows and their effect: suspect figures, and rows of plans whose standing changes."""
    names = names_of(found.after or found.before, found.before)._replace(is_written=is_written)
    changes = arrival_tables(brings, names, View(where.lang, where.width)) if brings and not where.is_machine else []
    tongues = tongues_of(found.after or found.before)
    head = {**counts(answer), **(arrival_head(brings, tongues) if brings else {"changes": [], "suspects": []})}
    where.write(
        lambda: [*import_tables(answer, where.lang), *changes],
        lambda form: machine_text(form, IMPORT, head, import_rows(answer), tongues.further),
    )


def _end(found: Batch, *, is_dry: bool) -> None:
    """Exit with 3 if nothing could be written, with 1 if a dry run shows that nothing could be."""
    if found.is_held:
        if sys.stdout is not None:
            sys.stdout.flush()
        raise typer.Exit(EXIT_TRUE if is_dry else EXIT_DATA)
