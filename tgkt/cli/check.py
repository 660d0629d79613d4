"""`tgkt check`: the plan audited against itself."""

from __future__ import annotations

import json
import re
import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from tgkt.cli.choose import known_at
from tgkt.cli.notes import note
from tgkt.cli.options import (
    AsOfOption,
    ColumnsOption,
    DataOption,
    Format,
    FormatOption,
    LangOption,
    Output,
    OutputOption,
    former,
    output_for,
)
from tgkt.cli.pick import indicators_named, rows_told
from tgkt.cli.pick.findings import findings_named
from tgkt.cli.progress import working
from tgkt.engine.check.audit import audit
from tgkt.engine.check.suggestions import suggestions
from tgkt.errors import EXIT_TRUE, UsageError, reason
from tgkt.facts.catalogue import Catalogue, Severity
from tgkt.loading.files import data_folder, load_folder
from tgkt.message import Message
from tgkt.report.audit import Telling, audit_tables
from tgkt.report.breaks import break_rows
from tgkt.report.check import (
    suggestions_table,
)
from tgkt.report.check_page import findings_page
from tgkt.report.check_rows import figure_rows, finding_row, suggestion_row
from tgkt.report.fields.check import CHECK, CHECK_LONG, SUGGEST
from tgkt.report.formats import Form, machine_text
from tgkt.report.machine.tongues import Tongues, tongues_of
from tgkt.report.view import View
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge

_FOUND = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)
SeverityChoice = StrEnum("SeverityChoice", {each.name: each.value for each in Severity})  # type: ignore[misc]


def check(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT]…",
            help="Only findings about these rows or indicators; with the id of a finding, that one in full.",
        ),
    ] = None,
    ids: Annotated[list[str] | None, typer.Option("--id", help="Only these findings; repeatable.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only this kind: sum, ratio, targets, duplicate …")] = None,
    severity: Annotated[SeverityChoice | None, typer.Option(help="Only this severity.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Include the consistent relations.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Each finding in full: both sides, what would reconcile them, places.")
    ] = False,
    known: Annotated[Path | None, typer.Option(metavar="FILE", help="Accept the findings listed in this file.")] = None,
    baseline: Annotated[str | None, former("--baseline", "--known")] = None,  # noqa: ARG001 - its callback answers
    propose: Annotated[
        bool, typer.Option("--suggest", help="Propose relations that hold and are not declared.")
    ] = False,
    page: Annotated[bool, typer.Option("--page", help="The whole audit as a Markdown page.")] = False,
    as_of: AsOfOption = None,
    columns: ColumnsOption = None,
    form: FormatOption = Format.TABLE,
    lang: LangOption = None,
    data: DataOption = None,
    output: OutputOption = None,
) -> None:
    """Audit the plan against itself: which printed figures can hold together. Exit 1 when some cannot."""
    where = output_for(form, lang, output, columns)
    with working(Message("checking the figures…")):
        knowledge = known_at(load_folder(data_folder(data)), as_of)
        catalogue, everything = knowledge.catalogue, audit(knowledge)
    asked = _asked(what or [], everything, catalogue, where.lang)
    if propose:
        _propose(asked, knowledge, where)
        return
    if page:
        _page(everything, bool(what), catalogue, where)
        return
    _require_kind(everything, kind)
    named = findings_named(ids or [], everything)
    found = [each for each in everything if asked.has(each)]
    shown = [each for each in _chosen(found, named, kind, severity) if every or named or asked.shows(each)]
    if not found:
        note(Message("no relation of the audit involves this. {command} shows them all", command="tgkt check --all"))
    telling = Telling(catalogue, View(where.lang, where.width), is_full=explain or asked.is_of_findings, has_all=every)
    where.write(
        lambda: audit_tables(found, shown, telling, "" if data is None else f" --data {shlex.quote(str(data))}"),
        lambda form: _written(found, shown, catalogue, form),
        None if telling.is_full else lambda each: finding_row(each, tongues_of(catalogue)),
    )
    _end(shown, _accepted(known) if known else set())


def _written(found: list[Finding], shown: list[Finding], catalogue: Catalogue, form: Form) -> str:
    tongues = tongues_of(catalogue)
    head = _head(found, shown, tongues)
    if form.is_long:
        return machine_text(form, CHECK_LONG, head, figure_rows(shown, tongues), tongues.further)
    return machine_text(form, CHECK, head, [finding_row(each, tongues) for each in shown], tongues.further)


class _Asked(NamedTuple):
    """The things that WHAT names: findings, indicators, and rows (an indicator in an area)."""

    ids: tuple[str, ...]
    indicators: frozenset[str]
    rows: frozenset[tuple[str, str]]

    @property
    def is_of_findings(self) -> bool:
        """Whether only findings are named."""
        return bool(self.ids) and not self.indicators and not self.rows

    def has(self, finding: Finding) -> bool:
        """Whether a finding is asked for; if nothing is named, every finding is."""
        touches = any(id in self.indicators or (id, area) in self.rows for id, area in finding.indicators)
        return touches or finding.id in self.ids or not any(self)

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is shown: it does not hold as printed, or it was named."""
        return finding.outcome in _FOUND or finding.id in self.ids


def _asked(what: list[str], found: list[Finding], catalogue: Catalogue, lang: str) -> _Asked:
    """The meaning of texts: ids of findings, numbers of the plan in force (rows), or indicators."""
    known = {each.id for each in found}
    ids, others = [text for text in what if text in known], [text for text in what if text not in known]
    plan = catalogue.plan_in_force()
    indicators, rows = set[str](), set[tuple[str, str]]()
    for text in others:
        for indicator in indicators_named([text], catalogue, lang):
            codes = rows_told(text, indicator, catalogue)
            here = [row.area for row in (plan.rows if plan else ()) if row.indicator is indicator and row.code in codes]
            rows |= {(indicator.id, area) for area in here}
            indicators |= set() if here else {indicator.id}
    return _Asked(tuple(ids), frozenset(indicators), frozenset(rows))


def _require_kind(found: list[Finding], kind: str | None) -> None:
    kinds = sorted({each.kind for each in found})
    if kind is not None and kind not in kinds:
        raise UsageError("--kind: unknown value '{kind}'. Use one of: {kinds}", kind=kind, kinds=", ".join(kinds))


def _chosen(found: list[Finding], ids: list[str], kind: str | None, severity: str | None) -> list[Finding]:
    return [
        each
        for each in found
        if (not ids or each.id in ids) and kind in (None, each.kind) and severity in (None, each.severity)
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
        raise UsageError("--known {path}: cannot be read: {reason}", path=path, reason=reason(error)) from None
    except (ValueError, KeyError, TypeError):
        raise UsageError(
            "--known {path}: is neither a list of ids nor the JSON of tgkt check. Correct the file", path=path
        ) from None
    found = {line.split("#")[0].strip() for line in text.splitlines()} - {""}
    if strange := sorted(each for each in found if not _ID.fullmatch(each)):
        raise UsageError(
            "--known {path}: '{id}' is not the id of a finding. Write one per line; {command} lists them",
            path=path,
            id=strange[0],
            command="tgkt check --columns key,says",
        )
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


def _page(found: list[Finding], is_narrowed: bool, catalogue: Catalogue, where: Output) -> None:
    where.require_text()
    where.require_no_columns()
    if is_narrowed:
        raise UsageError("--page writes the whole audit. Leave out WHAT, or --page")
    where.put(findings_page(found, catalogue, where.lang))


def _propose(asked: _Asked, knowledge: Knowledge, where: Output) -> None:
    wanted = asked.indicators | {id for id, _ in asked.rows}
    found = [each for each in suggestions(knowledge) if not wanted or wanted & set(each.indicators)]
    if not found:
        note(Message("no relation to propose: every relation that holds is declared already"))
    tongues = tongues_of(knowledge.catalogue)
    where.write(
        lambda: [suggestions_table(found, where.lang)],
        lambda form: machine_text(
            form, SUGGEST, {}, [suggestion_row(each, tongues) for each in found], tongues.further
        ),
        lambda each: suggestion_row(each, tongues),
    )


def _head(found: list[Finding], shown: list[Finding], tongues: Tongues) -> dict[str, Any]:
    counts = {str(outcome): sum(each.outcome is outcome for each in found) for outcome in Outcome}
    return {**counts, "breaks": break_rows((each.breaks for each in shown), tongues)}
