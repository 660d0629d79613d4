"""The audit: every declared identity and every rule over the whole knowledge, the weightiest findings first."""

from __future__ import annotations

from tgkt.engine.check.identities import check_identity
from tgkt.engine.check.rules import rules
from tgkt.facts.catalogue import Severity
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge
from tgkt.source import Source

_ORDER = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION, Outcome.NOT_COMPUTABLE, Outcome.CONSISTENT)
_SEVERITIES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def audit(knowledge: Knowledge) -> list[Finding]:
    """Judge everything there is to judge; by severity, then outcome, then id."""
    declared = [check_identity(each, knowledge) for each in knowledge.catalogue.identities]
    covered = {frozenset(s.source for s in each.statements) for each in declared}
    generated = [
        each
        for each in rules(knowledge)
        if each.kind not in ("duplicate", "blend") or frozenset(s.source for s in each.statements) not in covered
    ]
    found = declared + generated
    return sorted(found, key=lambda f: (_SEVERITIES.index(f.severity), _ORDER.index(f.outcome), f.kind, f.id))


def marks_of(found: list[Finding]) -> dict[Source, tuple[str, ...]]:
    """Findings that touch more than presentation, by the place of every figure they rest on."""
    marks: dict[Source, list[str]] = {}
    for each in found:
        if each.outcome in (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION) and each.severity is not Severity.LOW:
            for statement in each.statements:
                marks.setdefault(statement.source, []).append(each.id)
    return {source: tuple(dict.fromkeys(ids)) for source, ids in marks.items()}
