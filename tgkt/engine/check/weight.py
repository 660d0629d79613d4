"""The order of findings."""

from __future__ import annotations

from tgkt.facts.catalogue import Severity
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome

_OUTCOMES = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION, Outcome.NOT_COMPUTABLE, Outcome.CONSISTENT)
_SEVERITIES = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def weight_of(found: Finding) -> tuple[int, int, str, str]:
    """By what findings are sorted, the weightiest first: severity, outcome, kind, id."""
    return _SEVERITIES.index(found.severity), _OUTCOMES.index(found.outcome), found.kind, found.id
