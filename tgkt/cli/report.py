"""`tgkt report`: a plan as a file to hand on."""

from __future__ import annotations

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
    plan: Annotated[str | None, typer.Option(help="A plan, or its term (default: the plan in force).")] = None,
    section: Annotated[str | None, typer.Option(help="Only this section.")] = None,
    parts: Annotated[
        str | None, typer.Option(metavar="A,B,…", help="Only these parts: status, results, findings, blend.")
    ] = None,
    as_of: AsOfOption = None,
    known_by: KnownByOption = None,
    baseline: BaselineOption = Baseline.LATER,
    across_breaks: AcrossBreaksOption = False,
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
    """Write a plan as a file to hand on: where every target stands, with sources, findings and merged figures."""
    kind, names = _kind(output), None if parts is None else _names(parts)
    filling = _template(template, kind, output) if template is not None else None
    where = output_for(Format.MD, lang, None)
    with working(Message("making the report…")):
        asked = seen(data, where.lang, as_of, known_by, baseline, across_breaks=across_breaks)
        content = handout(asked, kind, plan, section, names, filling)
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
