"""Arriving figures beside those the data have: which are new, which the same, which say something else."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.facts.units import Unit, factor
from tgkt.loading.tabular.arrived import Arrived
from tgkt.results.imported import Action

_Key = tuple[str, str, Period, Timing]


class Compared(NamedTuple):
    """What a figure is to the data: what is done with it, and the figure it corrects."""

    action: Action
    corrects: Statement | None = None


class Known:
    """The figures of a catalogue by what they are about.

    One figure is one indicator, area, period and origin. Another value from the same origin is a correction, unless it
    is said to be settled otherwise, as an estimate and the official figure are; from another origin it is a revision.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._units = {id: each.unit for id, each in catalogue.indicators.items()}
        self._figures: dict[_Key, list[Statement]] = {}
        for each in catalogue.observations:
            says = each.figure is not None or each.reached is not None
            if says and not each.ambition and each.relative_to is None:
                self._figures.setdefault((each.indicator, each.area, each.period, each.timing), []).append(each)

    def compare(self, arrived: Arrived, origin: str) -> Compared:
        """What a figure of a document is to those that are there."""
        there = self._figures.get(_key(arrived), [])
        own = [each for each in there if each.origin == origin]
        alike = [each for each in own if self._is_same(each, arrived)]
        if any(not _says(arrived.status) or each.status is arrived.status for each in alike):
            return Compared(Action.SAME)
        open_ones = [each for each in own if not (_says(each.status) and _says(arrived.status))]
        as_settled = [each for each in own if each.status is arrived.status]
        if wrong := (*alike, *as_settled, *open_ones):
            return Compared(Action.CORRECTION, wrong[0])
        differs = own or any(not self._is_same(each, arrived) for each in there)
        return Compared(Action.REVISION if differs else Action.NEW)

    def _is_same(self, stated: Statement, arrived: Arrived) -> bool:
        """Whether two figures say the same number in the same words; in one unit every digit counts."""
        if stated.figure is None:
            return stated.reached is arrived.reached
        ends = (stated.figure.low, stated.figure.high) if stated.figure.is_range else (stated.figure.low,)
        unit = arrived.unit or self._units[arrived.indicator]
        return stated.comparator is comparator_of(arrived) and _alike(ends, stated.unit, arrived.values, unit)


def comparator_of(arrived: Arrived) -> Comparator:
    """The comparator of a figure: as said, else of a milestone, a range or a number."""
    if arrived.reached is not None:
        return Comparator.MILESTONE
    return arrived.comparator or (Comparator.BETWEEN if len(arrived.values) == 2 else Comparator.EQUALS)


def _key(arrived: Arrived) -> _Key:
    return arrived.indicator, arrived.area, arrived.period, arrived.timing or Timing.IN_YEAR


def _says(status: Status | None) -> bool:
    """Whether a figure says how settled it is."""
    return status not in (None, Status.UNSTATED)


def _alike(ends: Iterable[Decimal], unit: Unit, values: tuple[Decimal, ...], other: Unit) -> bool:
    ends = tuple(ends)
    if len(ends) != len(values):
        return False
    if (unit.base, unit.scale) == (other.base, other.scale):
        return [f"{each:f}" for each in ends] == [f"{each:f}" for each in values]
    times = factor(unit, other)
    return [each * times for each in ends] == list(values)


class Repeats:
    """The figures of one table, so that one that stands twice is seen."""

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], list[Arrived]] = {}

    def meet(self, arrived: Arrived, origin: str) -> tuple[Arrived | None, bool]:
        """The line that says the same or something else of a figure, and whether it is the same."""
        others = self._first.setdefault((*_key(arrived), origin), [])
        for other in others:
            if _written(other) == _written(arrived):
                return other, True
            if other.status is arrived.status:
                return other, False
        others.append(arrived)
        return None, False


def _written(arrived: Arrived) -> tuple[object, ...]:
    """What a figure says, digit by digit."""
    return arrived.said, comparator_of(arrived), arrived.unit
