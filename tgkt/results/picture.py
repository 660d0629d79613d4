"""A panel in one picture: how many areas stand where, of the whole, by target and by parent."""

from __future__ import annotations

from decimal import Decimal

from tgkt.record import NamedTuple


class Standings(NamedTuple):
    """How many pairs of an area and a target are in each state.

    Attributes:
        pairs: how many there are.
        known: those with a figure of the base year or a later one.
        answered: those of which the panel has a row.
        met: at the deadline, exceeded or met.
        not_met: at the deadline, not met.
        already_met: before the deadline.
        on_track: on the path or ahead of it.
        behind: behind the path.
        already_missed: before the deadline.
        uncertain: those whose answer rounding could turn round.
        perhaps_good: those of them that are met or on track.
        perhaps_bad: those of them that are missed or behind.
    """

    pairs: int
    known: int
    answered: int
    met: int
    not_met: int
    already_met: int
    on_track: int
    behind: int
    already_missed: int
    uncertain: int
    perhaps_good: int
    perhaps_bad: int

    @property
    def good(self) -> int:
        """Those that are met or on track."""
        return self.met + self.already_met + self.on_track

    @property
    def bad(self) -> int:
        """Those that are missed or behind."""
        return self.not_met + self.behind + self.already_missed

    @property
    def undecided(self) -> int:
        """Those without an assessment."""
        return self.pairs - self.good - self.bad


class Worst(NamedTuple):
    """An area whose newest figure is among the worst, in the unit of the indicator."""

    area: str
    value: Decimal
    year: int


class Aim(NamedTuple):
    """Where the areas stand on a target: an indicator and its deadline or years, as `2030` or `2026-2030`."""

    indicator: str
    period: str
    standings: Standings
    worst: tuple[Worst, ...]


class Parent(NamedTuple):
    """Where the areas of a parent stand.

    Attributes:
        name: the parent.
        standings: of all its areas and targets, or of one.
        indicator: the indicator of that one; empty where all are counted.
        period: its deadline or years.
        value: the parent's own figure.
        low: the least that it can be where areas have no figure.
        high: the most.
        value_reason: why there is no value.
        is_given: whether it is weighed as was asked and not as the plan declares.
    """

    name: str
    standings: Standings
    indicator: str = ""
    period: str = ""
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    value_reason: str | None = None
    is_given: bool = False


class Why(NamedTuple):
    """A reason why pairs are undecided, how many they are, and of how many indicators."""

    code: str
    pairs: int
    indicators: int


class Read(NamedTuple):
    """What was read.

    Attributes:
        files: the names of the files of figures.
        figures: how many figures there are in them.
        used: those up to the year as of which is judged.
        areas: how many areas there are.
        parents: how many parents they have; None where no file lists the areas.
        as_of: the last year whose figures are known.
        is_exact: whether the files do not say how many digits were printed.
        areas_file: the name of the file that lists the areas.
        weighed_by: the indicator by which parents are weighed where not as the plan declares.
        least_weight: what an area must weigh to be named among the worst.
    """

    files: tuple[str, ...]
    figures: int
    used: int
    areas: int
    parents: int | None
    as_of: int
    is_exact: bool
    areas_file: str | None
    weighed_by: str | None
    least_weight: Decimal | None


class Picture(NamedTuple):
    """A panel in one picture.

    Attributes:
        read: what was read.
        total: all pairs.
        aims: each target, in no order.
        parents: each parent, by name.
        rows: a parent and a target each; where there are too many, those with the largest share missed or behind.
        rest: how many such rows are left out.
        whys: the most frequent reasons of the undecided.
    """

    read: Read
    total: Standings
    aims: tuple[Aim, ...]
    parents: tuple[Parent, ...]
    rows: tuple[Parent, ...]
    rest: int
    whys: tuple[Why, ...]
