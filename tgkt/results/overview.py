"""A plan on one screen: what `tgkt` alone computes."""

from __future__ import annotations

from tgkt.facts.plan import Plan
from tgkt.record import NamedTuple
from tgkt.results.computed import Outcome
from tgkt.results.status import Assessment, Counts, Tally, Target


class SectionCounts(NamedTuple):
    """The counts of one section of a plan, by numbered target and by part."""

    section: str
    targets: Counts
    parts: Counts


class Audit(NamedTuple):
    """What the audit says of the figures of a plan.

    Attributes:
        rows: how many rows of the plan it marks.
        outcomes: how many of the findings that mark them came out how.
        most: the row that most findings mark, the first of several; None where none is marked.
    """

    rows: int
    outcomes: dict[Outcome, int]
    most: Assessment | None


class Overview(NamedTuple):
    """A plan on one screen.

    Attributes:
        plan: the plan.
        as_of: the last year looked at.
        sections: the counts of each section that has rows.
        total: those of the whole plan.
        tallies: those of each area.
        targets: the numbered targets.
        first: the rows that need attention most.
        audit: what the audit says of the plan.
    """

    plan: Plan
    as_of: int
    sections: tuple[SectionCounts, ...]
    total: SectionCounts
    tallies: tuple[Tally, ...]
    targets: tuple[Target, ...]
    first: tuple[Assessment, ...]
    audit: Audit
