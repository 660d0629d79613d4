"""`tgkt report`: a plan as a file to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tgkt.cli.choose import known_at
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
    unless_stdout,
    write_whole,
)
from tgkt.cli.pick import choose_plan, section_among
from tgkt.cli.progress import working
from tgkt.engine.check.audit import audit
from tgkt.engine.report import report as gather
from tgkt.errors import UsageError, reason
from tgkt.harmless import harmless
from tgkt.loading.files import data_folder, load_folder
from tgkt.message import Message
from tgkt.report.handout.document import document_of
from tgkt.report.handout.kinds import KINDS, TEMPLATED, written
from tgkt.results.report import Part

_MAKING = Message("making the report…")


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
            callback=unless_stdout,
            help="The file to write; its ending says its kind. Markdown to the terminal unless given, or with -.",
        ),
    ] = None,
) -> None:
    """Write a plan as a file to hand on: where every target stands, with sources, findings and merged figures."""
    kind, asked = _kind(output), _parts(parts)
    filling = _template(template, kind, output) if template is not None else None
    where = output_for(Format.MD, lang, None)
    with working(_MAKING):
        catalogue = load_folder(data_folder(data))
    knowledge = known_at(catalogue, as_of, known_by, baseline, across_breaks=across_breaks)
    chosen = choose_plan(plan, catalogue)
    within = section_among(section, catalogue.sections) if section is not None else None
    with working(_MAKING):
        found = gather(chosen, knowledge, audit(knowledge), asked, within)
        content = written(kind, document_of(found, catalogue, where.lang), filling)
    if output is None:
        where.put(content)
    else:
        write_whole(output, harmless(content) if isinstance(content, str) else content)


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


def _parts(text: str | None) -> tuple[Part, ...]:
    """The parts that are asked for; all unless any is.

    Raises:
        UsageError: there is no such part.
    """
    if text is None:
        return tuple(Part)
    names = [name.strip() for name in text.split(",") if name.strip()]
    strange = [name for name in names if name not in list(Part)]
    if strange or not names:
        raise UsageError(
            "--parts: unknown part '{part}'. Use one of: {parts}",
            part=strange[0] if strange else text,
            parts=", ".join(Part),
        )
    return tuple(Part(name) for name in names)


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
    if output is not None and output.resolve() == file.resolve():
        raise UsageError("--output: {file} is the template, which would be lost. Name another file", file=output)
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError("--template {file}: cannot be read: {reason}", file=file, reason=reason(error)) from None
