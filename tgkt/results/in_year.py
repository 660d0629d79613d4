"""A row's newest figure within a year, beside the same part of the year before and the year's plan."""

from __future__ import annotations

from enum import StrEnum

from tgkt.facts.catalogue import Break
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.record import NamedTuple
from tgkt.results.computed import Amount, Computed
from tgkt.series.certainty import Rest


class Meaning(StrEnum):
    """What a figure of a part of a year is to the year.

    adds_up     a part of the year's own figure: revenue, output
    stands      how it stands at the end of the part: population, coverage, a share
    of_period   the movement of the part itself: growth, a rate
    """

    ADDS_UP = "adds_up"
    STANDS = "stands"
    OF_PERIOD = "of_period"


class Aim(NamedTuple):
    """What a year is to bring.

    Attributes:
        value: how much.
        target: the target for the year in a plan; None where it is what the row's own path asks for in that year.
        plan: the plan that has the target.
    """

    value: Computed
    target: Statement | None = None
    plan: str | None = None


class InYear(NamedTuple):
    """A row with its newest figure within a year.

    Attributes:
        row: the line of the plan.
        meaning: what the figure is to the year.
        now: the newest figure; None where no document prints one.
        before: the figure of the same part of the year before, where one is printed.
        change: against it: in percent for levels and counts, else in points or in the unit.
        aim: the year's plan, or what the row's path asks for.
        share: of a figure from the beginning of the year that adds up: how much of the aim it is, in percent.
        gap: the aim less any other figure.
        rests: what the comparisons rest on.
        parted: the break that lies between the figure and what it would be compared with.
    """

    row: Row
    meaning: Meaning
    now: Amount | None = None
    before: Amount | None = None
    change: Computed | None = None
    aim: Aim | None = None
    share: Computed | None = None
    gap: Computed | None = None
    rests: tuple[Rest, ...] = ()
    parted: Break | None = None
