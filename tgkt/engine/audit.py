"""The audit: every declared identity and every rule over the whole catalogue, the weightiest findings first."""

from __future__ import annotations

from tgkt.engine.identity import check_identity
from tgkt.engine.rules import rules
from tgkt.model import Catalogue, Severity
from tgkt.results import Finding, Outcome

_ORDER = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION, Outcome.NOT_COMPUTABLE, Outcome.CONSISTENT)
_SEVERITIES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def audit(catalogue: Catalogue, as_of: int) -> list[Finding]:
    """Judge everything there is to judge; by severity, then outcome, then id."""
    declared = [check_identity(each, catalogue) for each in catalogue.identities]
    covered = {frozenset(s.source for s in each.statements) for each in declared}
    generated = [
        each
        for each in rules(catalogue, as_of)
        if frozenset(s.source for s in each.statements) not in covered or not each.statements
    ]
    found = declared + generated
    return sorted(found, key=lambda f: (_SEVERITIES.index(f.severity), _ORDER.index(f.outcome), f.kind, f.id))
