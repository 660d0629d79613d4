"""Merged figures and their weights: what `tgkt blend` computes."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tgkt.facts.catalogue import Break, Route
from tgkt.facts.indicator import Indicator
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Timing
from tgkt.reason import Reason
from tgkt.results.computed import Computed, Outcome


class Constituent(NamedTuple):
    """One province's part in a blend."""

    area: str
    statement: Statement | None
    weight: Decimal | None
    weight_low: Decimal | None
    weight_high: Decimal | None
    contribution: Decimal | None


class WeightRoute(NamedTuple):
    """A weight as one route gives it: the share of an area, and why it was or was not taken."""

    route: Route
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    taken: bool
    reason: Reason | None


class Merge(NamedTuple):
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
    breaks: tuple[Break, ...] = ()


class Implied(NamedTuple):
    """A weight that one merged figure implies, and whether all of its kind agree."""

    weight: str
    indicator: Indicator
    area: str
    period: Period
    value: Computed | None
    reason: Reason | None
    breaks: tuple[Break, ...] = ()
