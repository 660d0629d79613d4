"""Computed facts: what the engine found, ready to be shown. Nothing here is declared by a file."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tgkt.interval import Interval
from tgkt.model import Indicator, Link, Route, Row, Severity, Statement, Timing, Words
from tgkt.period import Period
from tgkt.source import Source
from tgkt.units import Unit


class Grade(StrEnum):
    """A verdict at the deadline."""

    EXCEEDED = "exceeded"
    MET = "met"
    NOT_MET = "not_met"
    PENDING = "pending"
    NOT_ASSESSABLE = "not_assessable"

    @property
    def passed(self) -> bool:
        return self in (Grade.EXCEEDED, Grade.MET)

    @property
    def assessed(self) -> bool:
        return self.passed or self is Grade.NOT_MET


class Agreement(StrEnum):
    """A computed grade beside the document's own label."""

    AGREES = "agrees"
    DEGREE = "degree"
    OUTCOME = "outcome"


class StandingKind(StrEnum):
    """Where a target stands before its deadline."""

    ALREADY_MET = "already_met"
    OPEN = "open"
    NO_BASELINE = "no_baseline"


class Placed(NamedTuple):
    """A statement with the name of its area, for a sentence."""

    area: Words
    statement: Statement


class Reason(NamedTuple):
    """Why an answer is what it is: a code, and what fills its sentence (texts, figures, statements)."""

    code: str
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade, whether rounding could flip it, and the comparison it rests on."""

    grade: Grade
    certain: bool | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a target stands from its baseline, and whether rounding could flip that."""

    kind: StandingKind
    certain: bool | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Change:
    """What must change between baseline and target.

    Attributes:
        gap: target less baseline in the indicator's unit (points for shares).
        multiple: target over baseline, for totals over a term.
        growth: required average growth in percent a year, on a geometric path.
        points: required points (or units) a year, on a linear path.
        pace: the same measure over the last term, where figures allow it.
        stretch: required pace over last term's pace.
    """

    gap: Decimal | None = None
    multiple: Decimal | None = None
    growth: Decimal | None = None
    points: Decimal | None = None
    pace: Decimal | None = None
    stretch: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """A row of a plan with everything computed about it."""

    row: Row
    verdict: Verdict
    standing: Standing | None
    change: Change
    agreement: Agreement | None
    parts: tuple[Assessment, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one area's rows in one plan."""

    plan: str
    area: str
    rows: int
    passed: int
    failed: int
    not_assessable: int
    pending: int
    already_met: int
    open: int
    no_baseline: int
    agree: int
    differ_in_degree: int
    differ_in_outcome: int
    uncertain: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A computed value with the interval its printed inputs allow, in a unit given as text."""

    value: Decimal
    interval: Interval
    unit: str


@dataclass(frozen=True, slots=True)
class Undefined:
    """No number: the reason why."""

    reason: Reason


class Outcome(StrEnum):
    """Whether printed figures can hold together."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NEEDS_ASSUMPTION = "needs_assumption"
    NOT_COMPUTABLE = "not_computable"


@dataclass(frozen=True, slots=True)
class Computed:
    """A number for people: value and ends in the given unit."""

    value: Decimal
    low: Decimal
    high: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class Constituent:
    """One province's part in a blend."""

    area: str
    statement: Statement | None
    weight: Decimal | None
    weight_low: Decimal | None
    weight_high: Decimal | None
    contribution: Decimal | None


@dataclass(frozen=True, slots=True)
class WeightRoute:
    """A weight as one route gives it: the share of an area, and why it was or was not taken."""

    route: Route
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    taken: bool
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Merge:
    """An indicator of the merged province as its constituents make it, beside what is printed."""

    indicator: Indicator
    area: str
    period: Period
    timing: Timing
    weight: str | None
    weight_from: Reason
    constituents: tuple[Constituent, ...]
    blended: Computed | None
    first_order: Computed | None
    coverage: Decimal | None
    printed: Statement | None
    printed_range: Computed | None
    implied: Computed | None
    outcome: Outcome
    reason: Reason | None
    routes: tuple[WeightRoute, ...]


@dataclass(frozen=True, slots=True)
class Implied:
    """A weight that one merged figure implies, and whether all of its kind agree."""

    weight: str
    indicator: Indicator
    area: str
    period: Period
    value: Computed | None
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A calculation: its formula, the texts put in, and the value with the interval their digits allow."""

    operation: str
    formula: str
    inputs: tuple[str, ...]
    years: int | None
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of one indicator."""

    indicator: Indicator
    assessments: tuple[Assessment, ...]
    statements: tuple[Statement, ...]
    merges: tuple[Merge, ...]
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Pace:
    """A preset's answer: label, the value it rests on, and a score where the method gives one."""

    method: str
    version: str
    label: str
    value: Decimal
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class PathPoint:
    """One year of a trajectory; None where there is nothing to say for the year."""

    year: int
    required: Decimal | None
    projected: Decimal | None
    observed: Decimal | None


@dataclass(frozen=True, slots=True)
class Trajectory:
    """A target's way: what it requires year by year, where a pace leads, and how the two compare.

    Attributes:
        form: how the target moves: level, growth, every_year, total, multiple, milestone.
        points: the years from the first observed to the target year.
        goal: the target's nearer edge in the row's unit.
        pace: the pace projected with: percent a year on a geometric path, else units a year.
        need: the pace needed from the last known year on, in the same measure.
        stretch: required over last term's pace.
        arrival: the first year in which the projection reaches the target; None with its reason.
        progress: the chosen preset's answer, or the reason there is none.
        other_label: the label of the linear preset where it differs.
    """

    row: Row
    form: str
    points: tuple[PathPoint, ...]
    goal: Decimal | None
    pace: Decimal | None
    pace_is_growth: bool
    need: Decimal | None
    stretch: Decimal | None
    arrival: int | None
    reason: Reason | None
    progress: Pace | None
    progress_reason: Reason | None
    other_label: str | None
    trend: str | None

    def at(self, year: int) -> PathPoint | None:
        """The point of a year, or None outside the trajectory."""
        return next((each for each in self.points if each.year == year), None)


@dataclass(frozen=True, slots=True)
class Effect:
    """A target under a scenario: its figure and grade before and after, in the row's unit."""

    row: Row
    is_set: bool
    before: Decimal | None
    after: Decimal | None
    grade_before: Grade | None
    grade_after: Grade | None


@dataclass(frozen=True, slots=True)
class Solution:
    """A goal sought: the value of the unknown at which it is just met, or the reason there is none."""

    unknown: Row
    goal: str
    value: Decimal | None
    reached: Decimal | None
    holds_above: bool | None
    reason: Reason | None
    links: tuple[Link, ...]
    effects: tuple[Effect, ...]


class Closing(NamedTuple):
    """What would close a finding: one figure, the value it would need, the others as printed."""

    figure: str
    printed: Decimal
    needed: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class Finding:
    """One relation between printed figures and what came of it.

    Attributes:
        id: stable name, for --id and baselines.
        kind: sum, ratio, growth, blend, targets, duplicate, floor, label, unit, series, gap …
        sentence: what it says, in both languages.
        left: the printed side with its interval, in the unit of its first figure.
        right: the computed side, in the same unit.
        residual: the gap between the two intervals; zero where they meet.
        relative: the residual over the printed value.
        formula: the relation as text; `worked` is the same with numbers put in.
        closings: what each figure in turn would have to be.
        statements: every figure it rests on.
        indicators: the (indicator, area) pairs it speaks of.
    """

    id: str
    kind: str
    outcome: Outcome
    severity: Severity
    sentence: Words
    left: Computed | None = None
    right: Computed | None = None
    residual: Decimal | None = None
    relative: Decimal | None = None
    formula: str = ""
    worked: str = ""
    closings: tuple[Closing, ...] = ()
    statements: tuple[Statement, ...] = ()
    indicators: tuple[tuple[str, str], ...] = ()
    assumes: Words | None = None
    reason: Reason | None = None
    source: Source | None = None
