"""The plan audited against itself, and relations that could be declared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.audited import closed_relations, relations
from tgkt.api.pick import indicators_named, rows_told
from tgkt.api.pick.findings import findings_named
from tgkt.api.seen import Seen
from tgkt.api.size import size_of
from tgkt.engine.check.causes import by_cause
from tgkt.engine.check.suggestions import suggestions
from tgkt.errors import UsageError
from tgkt.facts.catalogue import Catalogue, Severity
from tgkt.message import Message
from tgkt.notes import note
from tgkt.record import NamedTuple
from tgkt.report.audit import Telling, audit_tables
from tgkt.report.breaks import break_rows
from tgkt.report.check import suggestions_table
from tgkt.report.check_page import findings_page
from tgkt.report.check_rows import figure_rows, finding_row, suggestion_row
from tgkt.report.fields.check import CHECK, CHECK_LONG, SUGGEST
from tgkt.report.least import least_told
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.report.words import WORDS
from tgkt.results.check import Finding, Suggestion
from tgkt.results.computed import Outcome

SEVERITIES = tuple(Severity)
RELATION = "relation_"
KINDS = tuple(sorted(key.removeprefix(RELATION) for key in WORDS if key.startswith(RELATION)))
"""The kinds of findings, each of which has a word."""
_FOUND = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)


class Asked(NamedTuple):
    """The findings that are asked for; what is left out selects all.

    Attributes:
        what: numbers, ids or words of a title; ids of findings.
        id: ids of findings, or words of them.
        kind: a kind: sum, ratio, targets, duplicate …
        severity: a severity.
        all: whether relations that hold are shown too.
        full: whether each is told in full.
    """

    what: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    kind: str | None = None
    severity: str | None = None
    all: bool = False
    full: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class Check(Answer[Finding]):
    """Findings of the audit: which printed figures cannot hold together, and what would reconcile them.

    Attributes:
        found: every finding that was asked about, relations that hold included.
        is_full: whether tables tell each in full.
        has_all: whether tables count the relations that hold.
        option: the option for the data that commands in the tables need.
        folder: the folder of the data; None where only some of its relations were asked about.
    """

    shape: ClassVar[Shape] = CHECK
    long_shape: ClassVar[Shape | None] = CHECK_LONG

    found: tuple[Finding, ...]
    is_full: bool = False
    has_all: bool = False
    option: str = ""
    folder: Path | None = None

    @property
    def inconsistent(self) -> tuple[Finding, ...]:
        """Those of the rows whose figures cannot hold together as printed."""
        return tuple(each for each in self.rows if each.outcome is Outcome.INCONSISTENT)

    def page(self) -> str:
        """The findings as a Markdown page."""
        least = least_told(size_of(self.folder, self.knowledge)) if self.folder is not None else None
        return findings_page(self.found, self.knowledge.catalogue, self.lang, least=least)

    def tables(self, view: View) -> list[Table]:
        """Counts, what to look at first, and the findings; or each in full."""
        telling = Telling(self.knowledge.catalogue, view, self.is_full, self.has_all)
        return audit_tables(self.found, self.rows, telling, self.option)

    def head(self) -> Values:
        """How many relations have which outcome, and breaks."""
        relations = [relation for each in self.found for relation in each.relations]
        counts = {str(outcome): sum(each.outcome is outcome for each in relations) for outcome in Outcome}
        return {**counts, "breaks": break_rows((each.breaks for each in self.rows), self.tongues)}

    def values(self, *, is_long: bool = False) -> list[Values]:
        """A row for each finding; of the long form one for each of its figures."""
        if is_long:
            return figure_rows(self.rows, self.tongues)
        return [finding_row(each, self.tongues) for each in self.rows]

    @property
    def listed(self) -> Callable[[Finding], Values] | None:
        """The fields of a finding; none where each is told in full."""
        return None if self.is_full else lambda each: finding_row(each, self.tongues)


@dataclass(frozen=True, eq=False, repr=False)
class Suggestions(Answer[Suggestion]):
    """Relations between printed figures that hold and are not declared."""

    shape: ClassVar[Shape] = SUGGEST

    def tables(self, view: View) -> list[Table]:
        """One table."""
        return [suggestions_table(self.rows, view.lang)]

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """A row for each relation."""
        return [suggestion_row(each, self.tongues) for each in self.rows]

    @property
    def listed(self) -> Callable[[Suggestion], Values]:
        """The fields of a row."""
        return lambda each: suggestion_row(each, self.tongues)


class _Named(NamedTuple):
    """The things that are named: findings, indicators, and rows (an indicator in an area)."""

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
        return touches or self.names(finding) or not any(self)

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is shown: it does not hold as printed, or it was named."""
        return finding.outcome in _FOUND or self.names(finding)

    def names(self, finding: Finding) -> bool:
        """Whether the id of one of its relations is named."""
        return any(each.id in self.ids for each in finding.relations)


def check(seen: Seen, asked: Asked) -> Check:
    """The answer to `Data.check`.

    Raises:
        UsageError: a name, kind or severity that is none.
    """
    knowledge, catalogue = seen.knowledge, seen.knowledge.catalogue
    everything = by_cause(closed_relations(seen.folder, knowledge), knowledge)
    wanted = _named(asked.what, everything, catalogue, seen.lang)
    _require_known("--kind", asked.kind, KINDS)
    _require_known("--severity", asked.severity, SEVERITIES)
    ids = findings_named(asked.id, everything)
    found = [each for each in everything if wanted.has(each)]
    if not found:
        note(Message("no relation of the audit involves this. {command} shows them all", command="tgkt check --all"))
    shown = [each for each in _chosen(found, ids, asked) if asked.all or ids or wanted.shows(each)]
    is_full = asked.full or wanted.is_of_findings
    folder = seen.folder if found == everything else None
    return Check(tuple(shown), knowledge, seen.lang, tuple(found), is_full, asked.all, seen.option, folder)


def propose(seen: Seen, what: Sequence[str]) -> Suggestions:
    """The answer to `Data.suggest`.

    Raises:
        UsageError: a name that means nothing.
    """
    wanted = _named(what, relations(seen.folder, seen.knowledge) if what else [], seen.knowledge.catalogue, seen.lang)
    ids = wanted.indicators | {id for id, _ in wanted.rows}
    found = [each for each in suggestions(seen.knowledge) if not ids or ids & set(each.indicators)]
    if not found:
        note(Message("no relation to propose: every relation that holds is declared already"))
    return Suggestions(tuple(found), seen.knowledge, seen.lang)


def _named(what: Sequence[str], found: Sequence[Finding], catalogue: Catalogue, lang: str) -> _Named:
    """The meaning of texts: ids of findings, numbers of the plan in force (rows), or indicators."""
    known = {relation.id for each in found for relation in each.relations}
    ids, others = [text for text in what if text in known], [text for text in what if text not in known]
    plan = catalogue.plan_in_force()
    indicators, rows = set[str](), set[tuple[str, str]]()
    for text in others:
        for indicator in indicators_named([text], catalogue, lang):
            codes = rows_told(text, indicator, catalogue)
            here = [row.area for row in (plan.rows if plan else ()) if row.indicator is indicator and row.code in codes]
            rows |= {(indicator.id, area) for area in here}
            indicators |= set() if here else {indicator.id}
    return _Named(tuple(ids), frozenset(indicators), frozenset(rows))


def _require_known(option: str, value: str | None, known: Sequence[str]) -> None:
    if value is not None and value not in known:
        raise UsageError(
            "{option}: unknown value '{value}'. Use one of: {known}", option=option, value=value, known=", ".join(known)
        )


def _chosen(found: Sequence[Finding], ids: Sequence[str], asked: Asked) -> list[Finding]:
    return [
        each
        for each in found
        if (not ids or any(relation.id in ids for relation in each.relations))
        and (asked.kind is None or any(relation.kind == asked.kind for relation in each.relations))
        and asked.severity in (None, each.severity)
    ]
