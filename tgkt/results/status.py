"""Verdicts, standings and what they rest on: what `tgkt status` computes."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from tgkt.facts.catalogue import Break
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.computed import Amount, Computed
from tgkt.series.certainty import Rest, is_certain


class Look(NamedTuple):
    """What one needs to know of a grade or a standing: does it pass, and how does it read."""

    passes: bool | None
    mood: str


class Grade(StrEnum):
    """A verdict at the deadline, the best first."""

    EXCEEDED = "exceeded"
    MET = "met"
    NOT_MET = "not_met"
    PENDING = "pending"
    NOT_ASSESSABLE = "not_assessable"

    @property
    def passed(self) -> bool:
        """Whether the target is met."""
        return _GRADES[self].passes is True

    @property
    def assessed(self) -> bool:
        """Whether a figure was compared with the target."""
        return _GRADES[self].passes is not None

    @property
    def mood(self) -> str:
        """How it reads: good, bad, weak."""
        return _GRADES[self].mood


_GRADES = {
    Grade.EXCEEDED: Look(True, "good"),
    Grade.MET: Look(True, "good"),
    Grade.NOT_MET: Look(False, "bad"),
    Grade.PENDING: Look(None, "weak"),
    Grade.NOT_ASSESSABLE: Look(None, "weak"),
}


class Agreement(StrEnum):
    """A computed grade beside the document's own label."""

    AGREES = "agrees"
    DEGREE = "degree"
    OUTCOME = "outcome"

    @property
    def mood(self) -> str:
        """How it reads."""
        return {"agrees": "weak", "degree": "warn", "outcome": "bad"}[self]


class StandingKind(StrEnum):
    """Where a target stands before its deadline, the best first."""

    ALREADY_MET = "already_met"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    ALREADY_MISSED = "already_missed"
    OPEN = "open"
    NO_FIGURE = "no_figure"

    @property
    def passes(self) -> bool | None:
        """Whether the target is met or on its way; None where nothing says."""
        return _STANDINGS[self].passes

    @property
    def mood(self) -> str:
        """How it reads."""
        return _STANDINGS[self].mood


_STANDINGS = {
    StandingKind.ALREADY_MET: Look(True, "good"),
    StandingKind.ON_TRACK: Look(True, "good"),
    StandingKind.BEHIND: Look(False, "warn"),
    StandingKind.ALREADY_MISSED: Look(False, "bad"),
    StandingKind.OPEN: Look(None, ""),
    StandingKind.NO_FIGURE: Look(None, "weak"),
}


class Attention(StrEnum):
    """The class of a row in the order of attention; the most urgent comes first.

    missed           the deadline has passed and the target is not met
    no_result        the deadline has passed and there is no result yet
    missed_newest    a target of every year was missed, a ceiling passed or a floor breached in the newest year
    behind           worse than the path
    not_assessable   the deadline has passed, and what is known does not settle it
    open             there is a start and no figure after it, or what is known does not settle it
    no_figure        nothing is known
    missed_earlier   a target of every year was missed in an earlier year, and not in the newest
    on_track         at or better than the path
    already_met      the newest figure meets the target
    met              met at the deadline
    """

    MISSED = "missed"
    NO_RESULT = "no_result"
    MISSED_NEWEST = "missed_newest"
    BEHIND = "behind"
    NOT_ASSESSABLE = "not_assessable"
    OPEN = "open"
    NO_FIGURE = "no_figure"
    MISSED_EARLIER = "missed_earlier"
    ON_TRACK = "on_track"
    ALREADY_MET = "already_met"
    MET = "met"

    @property
    def place(self) -> int:
        """Its place in the order, from 0."""
        return _PLACES[self]


_PLACES = {each: place for place, each in enumerate(Attention)}


class Need(StrEnum):
    """The measure of the need of the years left."""

    GROWTH = "growth"
    STEP = "step"
    LEVEL = "level"


class Verdict(NamedTuple):
    """A grade, what it rests on, and the comparison behind it.

    Attributes:
        grade: the grade at the deadline.
        rests: what it rests on; empty where nothing was compared.
        reason: the comparison, or why there is none.
        plan_grade: the grade by the plan's own baseline, where a later one replaced it and the target is relative.
    """

    grade: Grade
    rests: tuple[Rest, ...]
    reason: Reason
    plan_grade: Grade | None = None

    @property
    def certain(self) -> bool | None:
        """Whether nothing it rests on could turn pass into fail; None where nothing was compared."""
        return is_certain(self.rests) if self.grade.assessed else None


class Standing(NamedTuple):
    """Where a target stands before its deadline.

    Attributes:
        kind: where it stands.
        rests: what that rests on.
        reason: why.
        share: of a level the way covered over the way required by now; of averages and totals the figure over the
            required one.
        is_locked: whether nothing can undo it any more.
        missed: the year in which a target of every year was first broken.
    """

    kind: StandingKind
    rests: tuple[Rest, ...]
    reason: Reason
    share: Decimal | None = None
    is_locked: bool = False
    missed: int | None = None

    @property
    def certain(self) -> bool | None:
        """Whether nothing it rests on could change it; None where no figure is known."""
        return None if self.kind is StandingKind.NO_FIGURE else is_certain(self.rests)


class Assessment(NamedTuple):
    """A row of a plan with everything computed about it, every number in the row's unit.

    Attributes:
        row: the line of the plan.
        unit: the unit of the row.
        verdict: the grade at the deadline.
        standing: where it stands before the deadline; None after it.
        target: the values the target allows, as printed; of a multiple, as a level where its base is known.
        baseline: the figure it starts from.
        plan_baseline: the plan's own, as printed, where another replaced it.
        current: the newest figure; of an average or total, that of the years so far.
        implied: what the plan's own targets imply for the base; never computed with.
        proxy: the figure of another measure, where the row has none of its own; never compared.
        result: the result at the deadline.
        required: the value of the path in the year of the current figure.
        edge: the edge of the target to be reached.
        gap: the edge less the newest figure.
        gap_low: the lower end of the gap, by the interval of the figure.
        gap_high: the upper end of the gap.
        needed: the pace or amount needed in each year left.
        needed_in: its measure.
        years_left: the years it is spread over.
        stretch: the pace required from base to target over the pace of the last term.
        earlier: the pace of the last term, in the unit of `needed`.
        agreement: the grade beside the official label.
        parts: a structure's shares, each assessed.
        attention: what the row asks of its reader.
        distance: how far its figure is worse than required, over the way from base to target; negative where it is
            better. None where no figure of the term is known or there is no way.
        rank: its place among the rows of its plan, from 1, what needs attention most first.
        findings: ids of the audit's findings that touch its figures.
        breaks: the breaks that touch it.
        answer: of a milestone, the newest that says whether it was reached.
    """

    row: Row
    unit: Unit
    verdict: Verdict
    standing: Standing | None = None
    target: Computed | None = None
    baseline: Amount | None = None
    plan_baseline: Statement | None = None
    current: Amount | None = None
    implied: Amount | None = None
    proxy: Amount | None = None
    result: Amount | None = None
    required: Computed | None = None
    edge: Decimal | None = None
    gap: Decimal | None = None
    gap_low: Decimal | None = None
    gap_high: Decimal | None = None
    needed: Computed | None = None
    needed_in: Need | None = None
    years_left: int | None = None
    stretch: Decimal | None = None
    earlier: Computed | None = None
    agreement: Agreement | None = None
    parts: tuple[Assessment, ...] = ()
    attention: Attention = Attention.NO_FIGURE
    distance: Decimal | None = None
    rank: int | None = None
    findings: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    answer: Statement | None = None

    @property
    def sought(self) -> Words | None:
        """What was looked for; None as soon as there is a figure."""
        return self.row.sought if self.standing and self.row.sought in self.standing.reason.beside else None


class Target(NamedTuple):
    """A numbered target of a plan: the rows that share the whole-number part of their code.

    Attributes:
        plan: the plan.
        area: the area.
        number: the number as the document prints it.
        parts: its rows, in document order.
        column: the one column in which it is counted.
        met: how many of its parts are met at their deadline.
        is_exceeded: whether every part is exceeded.
        worst: the part that needs attention most.
    """

    plan: str
    area: str
    number: str
    parts: tuple[Assessment, ...]
    column: str
    met: int
    is_exceeded: bool
    worst: Assessment

    @property
    def section(self) -> str:
        """The section it is counted in: that of its first part."""
        return self.parts[0].row.indicator.section


class Counts(NamedTuple):
    """How many targets, or parts of targets, there are, and in which of the columns; each is in exactly one."""

    total: int
    passed: int
    failed: int
    not_settled: int
    not_assessable: int
    already_met: int
    on_track: int
    behind: int
    already_missed: int
    open: int
    no_figure: int


class Tally(NamedTuple):
    """Counts of one area's rows in one plan, by numbered target and by part."""

    plan: str
    area: str
    targets: Counts
    parts: Counts
    agree: int
    differ_in_degree: int
    differ_in_outcome: int
    uncertain: int
