"""Breaks: those that lie between two figures, so that they cannot be compared, and those that touch a row.

A break with a year divides the figures of its indicator: earlier years are on the old side, that year and later ones
on the new side, and a term that runs across it on neither. A target due before the break is on the old side; one due
later is on the declared side, by default the new one. A break without a year divides nothing and only marks the rows
that it touches.
"""

from __future__ import annotations

from collections.abc import Iterable

from tgkt.facts.catalogue import Break, Side
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.series.room import Room


def parting(row: Row, period: Period, knowledge: Room) -> Break | None:
    """The break between a figure of a period and a row's target, the latest of several; None where none lies there."""
    target = row.target
    if target is None:
        return None
    found = _parting(row.indicator.id, row.area, knowledge)
    apart = [(since, each) for since, each in found if _side(period, since) is not _side_of(target.period, each, since)]
    return _latest(apart)


def dividing(indicator: str, area: str, one: Period, other: Period, knowledge: Room) -> Break | None:
    """The break between two figures of an indicator, the latest of several; None where none lies there."""
    found = _parting(indicator, area, knowledge)
    return _latest([(since, each) for since, each in found if not _is_one_side((one, other), since)])


def touching(indicator: str, areas: Iterable[str], periods: Iterable[Period], knowledge: Room) -> tuple[Break, ...]:
    """Every break that concerns figures of an indicator, whether or not figures are compared across it.

    Args:
        indicator: what is measured.
        areas: their areas; a break concerns them if it holds in one of these.
        periods: their periods; a break with a year concerns them unless all are on one side of it. Without periods
            every break of the indicator counts.
        knowledge: what is known.
    """
    where, asked = tuple(areas), tuple(periods)
    declared = dict.fromkeys(each for area in where for each in _declared(indicator, area, knowledge))
    return tuple(each for each in declared if each.since is None or not asked or not _is_one_side(asked, each.since))


def breaks_of(row: Row, knowledge: Room) -> tuple[Break, ...]:
    """Every break that touches a row: from the term before its base up to its target."""
    target, plan = row.target, knowledge.catalogue.plans.get(row.plan)
    if target is None or plan is None:
        return touching(row.indicator.id, [row.area], (), knowledge)
    years = [plan.baseline - plan.period.years, target.relative_to, row.baseline.period.first if row.baseline else None]
    first = min(year for year in years if year is not None)
    return touching(row.indicator.id, [row.area], (Period(first, first), target.period), knowledge)


def _declared(indicator: str, area: str, knowledge: Room) -> list[Break]:
    return [each for each in knowledge.breaks(indicator) if not each.areas or area in each.areas]


def _parting(indicator: str, area: str, knowledge: Room) -> list[tuple[int, Break]]:
    """The breaks with a year, and their years; none where the clock compares across breaks."""
    if knowledge.clock.across_breaks:
        return []
    found = _declared(indicator, area, knowledge)
    return [(each.since, each) for each in found if each.since is not None]


def _side(period: Period, since: int) -> Side | None:
    if period.first >= since:
        return Side.NEW
    return Side.OLD if period.last < since else None


def _side_of(target: Period, declared: Break, since: int) -> Side:
    """The side of a break on which a target lies."""
    return declared.target if target.last >= since else Side.OLD


def _is_one_side(periods: Iterable[Period], since: int) -> bool:
    sides = {_side(each, since) for each in periods}
    return len(sides) == 1 and None not in sides


def _latest(found: list[tuple[int, Break]]) -> Break | None:
    return max(found, key=lambda each: each[0])[1] if found else None
