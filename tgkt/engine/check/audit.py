"""The audit: every declared identity and every rule over the whole knowledge, the weightiest findings first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from tgkt.engine.check.experts import Experts
from tgkt.engine.check.general import identities
from tgkt.engine.check.identities import check_identity
from tgkt.engine.check.resolution import as_printed
from tgkt.engine.check.rules.blends import blends
from tgkt.engine.check.rules.breaks import breaks
from tgkt.engine.check.rules.duplicates import duplicates
from tgkt.engine.check.rules.floors import floors
from tgkt.engine.check.rules.gradings import gradings, overall
from tgkt.engine.check.rules.label_runs import label_runs
from tgkt.engine.check.rules.labels import labels
from tgkt.engine.check.rules.lowered import lowered
from tgkt.engine.check.rules.omissions import omissions
from tgkt.engine.check.rules.reprints import reprints
from tgkt.engine.check.rules.slips import slips
from tgkt.engine.check.rules.terms import terms
from tgkt.engine.check.rules.units import units
from tgkt.engine.check.rules.weights import weights
from tgkt.engine.check.weight import weight_of
from tgkt.facts.catalogue import Break, Severity
from tgkt.facts.statement import Statement
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.breaks import touching
from tgkt.series.series import Knowledge
from tgkt.source import Source

RULES: tuple[Callable[[Knowledge, Collection[str] | None], Iterator[Finding]], ...] = (
    duplicates,
    terms,
    slips,
    floors,
    lowered,
    reprints,
    labels,
    label_runs,
    gradings,
    overall,
    units,
    omissions,
    blends,
    weights,
    breaks,
)
_DECLARABLE = ("duplicate", "revision", "blend", "growth", "series")
"""Kinds of rule that give way to an identity over the same figures."""


def audit(knowledge: Knowledge, of: Collection[str] | None = None) -> list[Finding]:
    """All findings: declared identities and rules over all figures, sorted by severity, then outcome, then id.

    It is about what is printed: it respects breaks and takes baselines as they count, whatever the clock says of them.

    Args:
        knowledge: what is known.
        of: only relations that involve one of these indicators; all unless given.
    """
    knowledge = as_printed(knowledge)
    experts = Experts(knowledge)
    declared = [check_identity(each, knowledge, experts) for each in identities(knowledge, of)]
    covered = {_places(each.statements) for each in declared}
    ruled = (each for rule in RULES for each in rule(knowledge, of))
    found = [*declared, *(each for each in ruled if not _is_declared(each, covered))]
    found = [each for each in found if of is None or any(id in of for id, _ in each.indicators)]
    found = [each._replace(breaks=_breaks(each, knowledge)) for each in found]
    return sorted(found, key=weight_of)


def _breaks(found: Finding, knowledge: Knowledge) -> tuple[Break, ...]:
    """The breaks that touch the figures a finding rests on."""
    touched: list[Break] = []
    for indicator, area in found.indicators:
        periods = [each.period for each in found.statements if (each.indicator, each.area) == (indicator, area)]
        touched += touching(indicator, [area], periods, knowledge)
    return tuple(dict.fromkeys(touched))


def marks_of(found: list[Finding]) -> dict[Source, dict[str, str]]:
    """The ids and outcomes of findings that concern more than presentation, by the place of each figure involved."""
    marks: dict[Source, dict[str, str]] = {}
    for each in found:
        if each.outcome in (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION) and each.severity is not Severity.LOW:
            for statement in (one for relation in each.relations for one in relation.statements):
                marks.setdefault(statement.source, {})[each.id] = each.outcome.value
    return marks


def _is_declared(found: Finding, covered: set[frozenset[Source]]) -> bool:
    """Whether a declared identity already covers the same figures."""
    return found.kind in _DECLARABLE and bool(found.statements) and _places(found.statements) in covered


def _places(statements: Iterable[Statement]) -> frozenset[Source]:
    return frozenset(each.source for each in statements)
