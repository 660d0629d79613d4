"""`tgkt report`: a plan as a file to hand on."""

import os
from pathlib import Path
from typing import Annotated

import typer

from tgkt.api.handout import handout
from tgkt.api.seen import seen
from tgkt.cli.ending import answer_file
from tgkt.cli.options import (
    AcrossBreaksOption,
    AsOfOption,
    Baseline,
    BaselineOption,
    DataOption,
    Format,
    KnownByOption,
    LangOption,
    output_for,
)
from tgkt.cli.progress import working
from tgkt.cli.tables import read_named
from tgkt.cli.whole import write_whole
from tgkt.errors import UsageError, reason
from tgkt.message import Message
from tgkt.report.handout.kinds import KINDS, TEMPLATED


def report(
    ctx: typer.Context,
    plan: Annotated[str | None, typer.Option(help="A plan, or its term (default: the plan in force).")] = None,
    section: Annotated[str | None, typer.Option(help="Only this section.")] = None,
    parts: Annotated[
        str | None, typer.Option(metavar="A,B,…", help="Only these parts: status, results, findings, blend.")
    ] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    baseline: BaselineOption = Baseline.LATER,
    across_breaks: AcrossBreaksOption = False,
    panel: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="The areas of tables of figures, CSV or Parquet, on one page; repeatable."),
    ] = None,
    areas: Annotated[
        Path | None, typer.Option(metavar="FILE", help="With --panel: the areas there are: area, parent, weight.")
    ] = None,
    weight_by: Annotated[
        str | None,
        typer.Option(metavar="INDICATOR", help="With --areas: weigh by this indicator, not as the plan declares."),
    ] = None,
    min_weight: Annotated[
        int | None,
        typer.Option(metavar="W", min=0, help="With --areas: name areas as worst that weigh so much or more."),
    ] = None,
    memory: Annotated[
        str | None,
        typer.Option(metavar="SIZE", help="With --panel: memory to use before it spills to disk (default: 2GB)."),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="NAME=COLUMN", help="With --panel: what a column is called; repeatable."),
    ] = None,
    lang: LangOption = None,
    data: DataOption = None,
    template: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="For .docx: the Word template to fill, your own."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            callback=answer_file,
            help="The file to write; its ending says its kind. Markdown to the terminal unless given, or with -.",
        ),
    ] = None,
) -> None:
    """Write a plan as a file to hand on: where every target stands, with sources, findings and merged figures.

    With --panel the file shows how many areas of large tables stand where, by target and by parent.
    """
    _require_match(ctx, has_panel=bool(panel))
    kind = _kind(output)
    filling = _template(template, kind, output) if template is not None else None
    where = output_for(Format.MD, lang, None)
    if panel:
        from tgkt.cli.picture import Page, Tables, picture_content  # lazy: only --panel needs it

        tables = Tables(panel, areas, weight_by, min_weight, memory, names)
        content = picture_content(tables, Page(kind, where.lang, filling, output), data, plan, section, as_of)
    else:
        with working(Message("making the report…")):
            asked = seen(data, where.lang, as_of, known_by, baseline, across_breaks=across_breaks)
            content = handout(asked, kind, plan, section, None if parts is None else _names(parts), filling)
    if output is None:
        where.put(content)
    else:
        write_whole(output, content)


def _names(parts: str) -> list[str]:
    """The parts that are asked for; a text that names none as it stands."""
    return [name.strip() for name in parts.split(",") if name.strip()] or [parts]


def _kind(file: Path | None) -> str:
    """The kind of a file by its ending; what is not written to a file is Markdown.

    Raises:
        UsageError: a report is not written as such a file.
    """
    kind = ".md" if file is None else file.suffix.lower()
    if file is None or kind in KINDS:
        return kind
    if not kind:
        raise UsageError(
            "--output: {file}: the name has no ending that says what to write. End it in one of: {endings}",
            file=file,
            endings=", ".join(KINDS),
        )
    raise UsageError(
        "--output: {file}: a report cannot be written as {ending}. End the name in one of: {endings}",
        file=file,
        ending=kind,
        endings=", ".join(KINDS),
    )


def _template(file: Path, kind: str, output: Path | None) -> bytes:
    """The content of a template.

    Raises:
        UsageError: this kind of file has none, it cannot be read, or the report would replace it.
    """
    if kind not in TEMPLATED:
        raise UsageError(
            "--template: only {kinds} has a template. Write such a file, or leave out --template",
            kinds=", ".join(TEMPLATED),
        )
    if output is not None and os.path.realpath(output) == os.path.realpath(file):
        raise UsageError("--output: {file} is the template, which would be lost. Name another file", file=output)
    try:
        return read_named(file)
    except OSError as error:
        raise UsageError("--template {file}: cannot be read: {reason}", file=file, reason=reason(error)) from None


_OF_PANEL = {
    "areas": "--areas",
    "weight_by": "--weight-by",
    "min_weight": "--min-weight",
    "memory": "--memory",
    "names": "--map",
}
_OF_DOCUMENTS = {
    "parts": "--parts",
    "known_by": "--known-by",
    "baseline": "--baseline",
    "across_breaks": "--across-breaks",
}


def _require_match(ctx: typer.Context, *, has_panel: bool) -> None:
    """Refuse options of a panel without one, and with one those about the figures of documents.

    Raises:
        UsageError: with the first such option.
    """
    for name, option in (_OF_DOCUMENTS if has_panel else _OF_PANEL).items():
        source = ctx.get_parameter_source(name)
        if source is None or source.name == "DEFAULT":
            continue
        if has_panel:
            raise UsageError(
                "{option} is about the figures of documents, and --panel reads none. Leave it out", option=option
            )
        raise UsageError("{option} is about tables of figures. Name them with --panel, or leave it out", option=option)
