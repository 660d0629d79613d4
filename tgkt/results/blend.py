"""Merged figures and their weights: what `tgkt blend` computes."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.catalogue import Break, Route
from tgkt.facts.indicator import Indicator, Words
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Timing
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.computed import Amount, Computed, Outcome


class Constituent(NamedTuple):
    """One constituent's part in a blend."""

    area: str
    statement: Statement | None
    figure: Amount | None
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
    """An indicator of a merged area as its parts make it, beside what is printed.

    Attributes:
        indicator: what is blended.
        area: the merged area.
        period: the year or term.
        timing: how the figures relate to it.
        weight: the indicator that weighs; None where nothing does.
        weight_from: where the weights come from.
        weights_of_base: for growth, whether they are of the year it starts from; else None.
        constituents: the parts.
        blended: what they make; None where one has no figure, or no weight is known.
        bound: between what it then lies.
        first_order: for growth, the weighted mean of the rates.
        missing: the parts without a figure.
        printed: what a document prints for the merged area.
        printed_range: the same with its interval.
        figure: the figure that counts for the merged area, printed or derived.
        implied: the weight of the second part for which the printed figure would follow.
        outcome: whether parts and printed figure can hold together; None where nothing is printed to compare with.
        reason: why there is no blend.
        assumes: what must hold for the blend, or the bound, to be right.
        routes: every declared route to the weights.
    """

    indicator: Indicator
    area: str
    period: Period
    timing: Timing
    weight: str | None
    weight_from: Reason
    weights_of_base: bool | None
    constituents: tuple[Constituent, ...]
    blended: Computed | None
    bound: Computed | None
    first_order: Computed | None
    missing: tuple[str, ...]
    printed: Statement | None
    printed_range: Computed | None
    figure: Amount | None
    implied: Computed | None
    outcome: Outcome | None
    reason: Reason | None
    assumes: tuple[Words | Reason, ...]
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
