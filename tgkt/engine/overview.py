"""A plan on one screen: counts by numbered target and by part, what needs attention first, and the audit in short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tgkt.engine.status.attention import by_attention
from tgkt.engine.status.marked import mark
from tgkt.engine.status.tally import column_of, counts_of, tally, targets_of
from tgkt.facts.plan import Plan
from tgkt.results.computed import Outcome
from tgkt.results.overview import Audit, Overview, SectionCounts
from tgkt.results.status import Assessment, Attention, Target
from tgkt.series.series import Knowledge
from tgkt.source import Source

FIRST = 5
_CALM = (Attention.ON_TRACK, Attention.ALREADY_MET, Attention.MET)


def overview(
    plan: Plan,
    assessed: Iterable[Assessment],
    knowledge: Knowledge,
    marks: Mapping[Source, Mapping[str, str]],
    section: str | None = None,
) -> Overview:
    """A plan on one screen.

    Args:
        plan: the plan.
        assessed: its rows.
        knowledge: what is known.
        marks: ids and outcomes of the audit's findings, by the place where a figure is declared.
        section: the one section that is asked about; all unless given.
    """
    items = mark(assessed, marks)
    items = [item for item in items if section in (None, item.row.indicator.section)]
    targets = targets_of(items)
    used = {item.row.indicator.section for item in items}
    return Overview(
        plan=plan,
        as_of=knowledge.clock.as_of,
        sections=tuple(_counted(each, targets, items) for each in knowledge.catalogue.sections if each in used),
        total=_counted("", targets, items),
        tallies=tuple(tally(items)),
        targets=tuple(targets),
        first=tuple([item for item in by_attention(items) if item.attention not in _CALM][:FIRST]),
        audit=_audit(items, marks),
    )


def _counted(section: str, targets: Iterable[Target], items: Iterable[Assessment]) -> SectionCounts:
    """The counts of a section, or of all; a target counts in the section of its first part."""
    return SectionCounts(
        section,
        counts_of([each.column for each in targets if section in ("", each.section)]),
        counts_of([column_of(item) for item in items if section in ("", item.row.indicator.section)]),
    )


def _audit(items: Sequence[Assessment], marks: Mapping[Source, Mapping[str, str]]) -> Audit:
    outcome_of = {id: outcome for found in marks.values() for id, outcome in found.items()}
    marked = [item for item in items if item.findings]
    outcomes = Counter(Outcome(outcome_of[id]) for id in {id for item in marked for id in item.findings})
    return Audit(len(marked), dict(outcomes), max(marked, key=lambda item: len(item.findings), default=None))
