"""Arriving figures compared with those of the data: new, unchanged, or different."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.facts.units import Unit, factor
from tgkt.loading.tabular.arrived import Arrived
from tgkt.record import NamedTuple
from tgkt.results.imported import Action

_Key = tuple[str, str, Period, Timing]


class Compared(NamedTuple):
    """The result for one figure: the action, and the figure that it corrects."""

    action: Action
    corrects: Statement | None = None


class Known:
    """The figures of a catalogue by indicator, area, period and origin, which together identify a figure.

    Another value from the same origin is a correction, unless its status differs (an estimate, later the official
    figure). A different value from another origin is a revision.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._units = {id: each.unit for id, each in catalogue.indicators.items()}
        self._figures: dict[_Key, list[Statement]] = {}
        for each in catalogue.observations:
            says = each.figure is not None or each.reached is not None
            if says and not each.ambition and each.relative_to is None:
                self._figures.setdefault((each.indicator, each.area, each.period, each.timing), []).append(each)

    def compare(self, arrived: Arrived, origin: str) -> Compared:
        """The relation of a document's figure to those in the data."""
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
        """Whether two figures have the same number and comparator; in the same unit every digit must agree."""
        if stated.figure is None:
            return stated.reached is arrived.reached
        ends = (stated.figure.low, stated.figure.high) if stated.figure.is_range else (stated.figure.low,)
        unit = arrived.unit or self._units[arrived.indicator]
        return stated.comparator is comparator_of(arrived) and _alike(ends, stated.unit, arrived.values, unit)


def comparator_of(arrived: Arrived) -> Comparator:
    """The comparator of a figure: as stated, else the one that follows from a milestone, a range or a number."""
    if arrived.reached is not None:
        return Comparator.MILESTONE
    return arrived.comparator or (Comparator.BETWEEN if len(arrived.values) == 2 else Comparator.EQUALS)


def _key(arrived: Arrived) -> _Key:
    return arrived.indicator, arrived.area, arrived.period, arrived.timing or Timing.IN_YEAR


def _says(status: Status | None) -> bool:
    """Whether a figure states its status."""
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
    """The figures of one table, kept to find repeated ones."""

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], list[Arrived]] = {}

    def meet(self, arrived: Arrived, origin: str) -> tuple[Arrived | None, bool]:
        """The earlier line about the same figure, and whether it says the same."""
        others = self._first.setdefault((*_key(arrived), origin), [])
        for other in others:
            if _written(other) == _written(arrived):
                return other, True
            if other.status is arrived.status:
                return other, False
        others.append(arrived)
        return None, False


def _written(arrived: Arrived) -> tuple[object, ...]:
    """The content of a figure, with every digit."""
    return arrived.said, comparator_of(arrived), arrived.unit
