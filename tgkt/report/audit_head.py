"""What stands above the audit wherever it is told: counts, the least that would suffice, and what to read first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgkt.facts.catalogue import Severity
from tgkt.message import Message
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome

FIRST = 5
"""How many findings are to be read before the rest."""
_OF_MEANING = "targets"  # the kind of relation that says what a target means


def audit_head(found: Sequence[Finding], least: Message | None = None) -> Iterator[Message]:
    """How many relations came out how; then the least that would suffice to reconcile them, where it is known.

    Args:
        found: every relation that was judged.
        least: that least, in a sentence.
    """
    relations = [relation.outcome for each in found for relation in each.relations]
    if not relations:
        yield Message("There are no two printed figures between which a relation could be judged.")
        return
    apart, causes = relations.count(Outcome.INCONSISTENT), sum(each.outcome is Outcome.INCONSISTENT for each in found)
    told = Message.counted(causes, "{apart} (for {count} cause)", "{apart} (for {count} causes)", apart=apart)
    yield Message.counted(
        len(relations),
        "{count} relation between printed figures. Agree: {consistent}; do not follow: {inconsistent}; hold only "
        "under an assumption or as read: {assumed}; cannot be computed: {unknown}.",
        "{count} relations between printed figures. Agree: {consistent}; do not follow: {inconsistent}; hold "
        "only under an assumption or as read: {assumed}; cannot be computed: {unknown}.",
        consistent=relations.count(Outcome.CONSISTENT),
        inconsistent=apart if causes == apart else told,
        assumed=relations.count(Outcome.NEEDS_ASSUMPTION),
        unknown=relations.count(Outcome.NOT_COMPUTABLE),
    )
    if least is not None:
        yield least


def foremost(found: Sequence[Finding]) -> list[Finding]:
    """The findings to read first: they change what a target means, else how it is judged.

    Args:
        found: findings, the weightiest first.
    """
    weighty = [each for each in found if each.severity is Severity.HIGH and each.outcome is not Outcome.CONSISTENT]
    weighty.sort(key=lambda each: (each.kind != _OF_MEANING, each.outcome is not Outcome.INCONSISTENT))
    return weighty[:FIRST]
