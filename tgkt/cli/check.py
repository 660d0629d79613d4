"""`tgkt check`: the plan audited against itself."""

from __future__ import annotations

import json
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from tgkt.cli.choose import known_at
from tgkt.cli.notes import note
from tgkt.cli.options import (
    AsOfOption,
    DataOption,
    Format,
    FormatOption,
    LangOption,
    Output,
    OutputOption,
    former,
    output_for,
)
from tgkt.cli.pick import indicators_named
from tgkt.cli.pick.findings import findings_named
from tgkt.engine.check.audit import audit
from tgkt.engine.check.suggestions import suggestions
from tgkt.errors import EXIT_TRUE, UsageError
from tgkt.facts.catalogue import Catalogue, Severity
from tgkt.loading.files import data_folder, load_folder
from tgkt.message import Message
from tgkt.report.breaks import break_rows
from tgkt.report.check import (
    counts_table,
    finding_tables,
    findings_page,
    findings_tables,
    suggestions_table,
)
from tgkt.report.check_rows import figure_rows, finding_row, suggestion_row
from tgkt.report.fields.check import CHECK, CHECK_LONG, SUGGEST
from tgkt.report.formats import Form, machine_text
from tgkt.report.machine.tongues import Tongues, tongues_of
from tgkt.report.table import Table
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge

_FOUND = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)
SeverityChoice = StrEnum("SeverityChoice", {each.name: each.value for each in Severity})  # type: ignore[misc]


def check(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHAT]…", help="Only what touches these: numbers, ids or words of a title."),
    ] = None,
    ids: Annotated[list[str] | None, typer.Option("--id", help="Only these findings; repeatable.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind: sum, ratio, targets, duplicate …")] = None,
    severity: Annotated[SeverityChoice | None, typer.Option(help="Only this severity.")] = None,
    every: Annotated[bool, typer.Option("--all", help="The consistent relations too.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Each finding in full: both sides, what closes it, places.")
    ] = False,
    known: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Accept the findings whose ids stand here.")
    ] = None,
    baseline: Annotated[str | None, former("--baseline", "--known")] = None,  # noqa: ARG001 - its callback answers
    propose: Annotated[
        bool, typer.Option("--suggest", help="Propose relations that hold and are not declared.")
    ] = False,
    page: Annotated[bool, typer.Option("--page", help="The whole audit as a Markdown page.")] = False,
    as_of: AsOfOption = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Audit the plan against itself: which printed figures can hold together. Exit 1 when some cannot."""
    catalogue, where = load_folder(data_folder(data)), output_for(form, lang, output)
    asked = {each.id for each in indicators_named(what or [], catalogue, where.lang)}
    knowledge = known_at(catalogue, as_of)
    if propose:
        _propose(asked, knowledge, where)
        return
    everything = audit(knowledge)
    if page:
        _page(everything, asked, catalogue, where)
        return
    _require_kind(everything, kind)
    named = findings_named(ids or [], everything)
    found = [each for each in everything if _touches(each, asked)]
    shown = _chosen(found, named, kind, severity, every=every)
    if not found:
        note(Message("no relation of the audit touches it"))
    where.write(
        lambda: _tables(found, shown, catalogue, where, explain=explain),
        lambda form: _written(found, shown, catalogue, form),
    )
    _end(shown, _accepted(known) if known else set())


def _written(found: list[Finding], shown: list[Finding], catalogue: Catalogue, form: Form) -> str:
    tongues = tongues_of(catalogue)
    head = _head(found, shown, tongues)
    if form.is_long:
        return machine_text(form, CHECK_LONG, head, figure_rows(shown, tongues), tongues.further)
    return machine_text(form, CHECK, head, [finding_row(each, tongues) for each in shown], tongues.further)


def _tables(
    found: list[Finding], shown: list[Finding], catalogue: Catalogue, where: Output, *, explain: bool
) -> list[Table]:
    if explain:
        return [table for each in shown for table in finding_tables(each, catalogue, where.lang)]
    on_terminal = where.width is not None
    return [counts_table(found, where.lang), *findings_tables(shown, where.lang, on_terminal=on_terminal)]


def _touches(finding: Finding, asked: set[str]) -> bool:
    return not asked or any(id in asked for id, _ in finding.indicators)


def _require_kind(found: list[Finding], kind: str | None) -> None:
    kinds = sorted({each.kind for each in found})
    if kind is not None and kind not in kinds:
        raise UsageError("--kind: unknown value '{kind}'. Use one of: {kinds}", kind=kind, kinds=", ".join(kinds))


def _chosen(
    found: list[Finding], ids: list[str], kind: str | None, severity: str | None, *, every: bool
) -> list[Finding]:
    return [
        each
        for each in found
        if (every or bool(ids) or each.outcome in _FOUND)
        and (not ids or each.id in ids)
        and kind in (None, each.kind)
        and severity in (None, each.severity)
    ]


def _accepted(path: Path) -> set[str]:
    """Ids of known findings: one a line, a JSON list of them, or the JSON that `tgkt check -f json` writes."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        if text.lstrip().startswith("{"):
            known = json.loads(text)
            found = known.get("rows", known.get("findings"))
            return {each.get("key") or each["id"] for each in found}  # before tgkt/check/3 it was `id`
        if text.lstrip().startswith("["):
            return {str(each) for each in json.loads(text)}
    except OSError as error:
        raise UsageError(f"--known {path}: cannot be read: {(error.strerror or '').lower()}") from None
    except (ValueError, KeyError, TypeError):
        raise UsageError(
            f"--known {path}: is neither a list of ids nor the JSON of tgkt check. Mend the file"
        ) from None
    found = {line.split("#")[0].strip() for line in text.splitlines()} - {""}
    if strange := sorted(each for each in found if not _ID.fullmatch(each)):
        raise UsageError(f"--known {path}: '{strange[0]}' is no id of a finding. Write one a line, as check shows them")
    return found


_ID = re.compile(r"\w+(?:\.\w+)*")


def _end(shown: list[Finding], accepted: set[str]) -> None:
    """Exit 1 when something shown is inconsistent and not accepted."""
    apart = [each.id for each in shown if each.outcome is Outcome.INCONSISTENT]
    new = [id for id in apart if id not in accepted]
    if accepted:
        note(Message("{known} known, {new} new", known=len(apart) - len(new), new=len(new)))
    if new:
        sys.stdout.flush()
        raise typer.Exit(EXIT_TRUE)


def _page(found: list[Finding], asked: set[str], catalogue: Catalogue, where: Output) -> None:
    if asked:
        raise UsageError("--page is the whole audit. Leave out WHAT, or --page")
    where.put(findings_page(found, catalogue))


def _propose(asked: set[str], knowledge: Knowledge, where: Output) -> None:
    found = [each for each in suggestions(knowledge) if not asked or asked & set(each.indicators)]
    if not found:
        note(Message("no relation to propose: what holds in one place is declared"))
    tongues = tongues_of(knowledge.catalogue)
    where.write(
        lambda: [suggestions_table(found, where.lang)],
        lambda form: machine_text(
            form, SUGGEST, {}, [suggestion_row(each, tongues) for each in found], tongues.further
        ),
    )


def _head(found: list[Finding], shown: list[Finding], tongues: Tongues) -> dict[str, Any]:
    counts = {str(outcome): sum(each.outcome is outcome for each in found) for outcome in Outcome}
    return {**counts, "breaks": break_rows((each.breaks for each in shown), tongues)}
