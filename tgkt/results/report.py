"""A plan as it is handed on in a file: what `tgkt report` gathers."""

from __future__ import annotations

from enum import StrEnum

from tgkt.facts.plan import Plan
from tgkt.facts.statement import Origin
from tgkt.record import NamedTuple
from tgkt.results.blend import Merge
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.results.explain import Account
from tgkt.results.overview import Overview
from tgkt.results.project import Trajectory
from tgkt.results.status import Assessment, Tally
from tgkt.series.printed import Clock

_FOUND = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)


class Part(StrEnum):
    """A part that a report may have or leave out."""

    STATUS = "status"
    RESULTS = "results"
    FINDINGS = "findings"
    BLEND = "blend"


class Told(NamedTuple):
    """A row of the plan: its story, and its way where it has one.

    Attributes:
        item: the row, assessed and marked.
        account: what is known of it, with its sources.
        way: its years: what was found, what is required, where its pace leads.
    """

    item: Assessment
    account: Account
    way: Trajectory


class Term(NamedTuple):
    """An earlier plan: its rows beside the labels of its document."""

    plan: Plan
    items: tuple[Assessment, ...]
    tallies: tuple[Tally, ...]


class Report(NamedTuple):
    """A plan with all that a file says of it; a part that was left out is empty.

    Attributes:
        plan: the plan.
        clock: up to when figures were looked at.
        parts: which parts it has.
        section: the one section it is about; the whole plan where there is none.
        overview: counts, and what needs attention first.
        rows: the rows of the plan.
        terms: the plans before it, the newest first.
        judged: every relation that the audit judged, the weightiest first; of a section what touches one of its rows.
        merges: the printed figures of merged areas, recomputed.
        origins: the documents that any of it rests on.
    """

    plan: Plan
    clock: Clock
    parts: tuple[Part, ...]
    section: str | None
    overview: Overview
    rows: tuple[Told, ...]
    terms: tuple[Term, ...]
    judged: tuple[Finding, ...]
    merges: tuple[Merge, ...]
    origins: tuple[Origin, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What does not hold as printed."""
        return tuple(each for each in self.judged if each.outcome in _FOUND)
