"""Row numbers that a document leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.facts.catalogue import Severity
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge


def omissions(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every row number that a plan is declared to leave out; it belongs to no indicator."""
    for plan in knowledge.catalogue.plans.values() if of is None else ():
        for each in plan.omissions:
            yield Finding(
                id=f"gap.{plan.id}.{each.area}.{each.code}",
                kind="gap",
                outcome=Outcome.NEEDS_ASSUMPTION,
                severity=Severity.LOW,
                sentence=each.note,
                source=plan.source,
            )
