"""Merged figures, their weights and outcomes: what `tgkt blend` computes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tgkt.model import Indicator, Route, Statement, Timing
from tgkt.period import Period
from tgkt.results.verdicts import Reason
from tgkt.units import Unit


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
