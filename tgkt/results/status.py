"""Grades, standings and what must change: what `tgkt status` computes."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.reason import Reason


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


class Verdict(NamedTuple):
    """A grade, whether rounding could flip it, and the comparison it rests on."""

    grade: Grade
    certain: bool | None
    reason: Reason


class Standing(NamedTuple):
    """Where a target stands from its baseline, and whether rounding could flip that."""

    kind: StandingKind
    certain: bool | None
    reason: Reason


class Change(NamedTuple):
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


class Assessment(NamedTuple):
    """A row of a plan with everything computed about it."""

    row: Row
    verdict: Verdict
    standing: Standing | None
    change: Change
    agreement: Agreement | None
    parts: tuple[Assessment, ...] = ()
    current: Statement | None = None
    findings: tuple[str, ...] = ()


class Tally(NamedTuple):
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
