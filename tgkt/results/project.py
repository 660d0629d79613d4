"""Trajectories, paces, effects of a scenario and goals sought: what `tgkt project` computes."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tgkt.facts.catalogue import Link
from tgkt.facts.plan import Row
from tgkt.reason import Reason
from tgkt.results.status import Grade


class Pace(NamedTuple):
    """A preset's answer: label, the value it rests on, and a score where the method gives one."""

    method: str
    version: str
    label: str
    value: Decimal
    score: Decimal | None


class PathPoint(NamedTuple):
    """One year of a trajectory; None where there is nothing to say for the year."""

    year: int
    required: Decimal | None
    projected: Decimal | None
    observed: Decimal | None


class Trajectory(NamedTuple):
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


class Effect(NamedTuple):
    """A target under a scenario: its figure and grade before and after, in the row's unit."""

    row: Row
    is_set: bool
    before: Decimal | None
    after: Decimal | None
    grade_before: Grade | None
    grade_after: Grade | None


class Solution(NamedTuple):
    """A goal sought: the value of the unknown at which it is just met, or the reason there is none."""

    unknown: Row
    goal: str
    value: Decimal | None
    reached: Decimal | None
    holds_above: bool | None
    reason: Reason | None
    links: tuple[Link, ...]
    effects: tuple[Effect, ...]
