"""Trajectories, paces, effects of a scenario and goals sought: what `tgkt project` computes."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from tgkt.facts.catalogue import Break, Link
from tgkt.facts.plan import Row
from tgkt.facts.units import Unit
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.computed import Amount, Computed
from tgkt.results.status import Grade, Look


class PaceLabel(StrEnum):
    """What a method calls a pace."""

    TARGET_ACHIEVED = "target_achieved"
    TARGET_MET = "target_met"
    SUBSTANTIAL_PROGRESS = "substantial_progress"
    ON_TRACK = "on_track"
    IMPROVING = "improving"
    MODERATE_PROGRESS = "moderate_progress"
    FAIR_PROGRESS = "fair_progress"
    LIMITED_PROGRESS = "limited_progress"
    LITTLE_CHANGE = "little_change"
    BEHIND = "behind"
    DETERIORATION = "deterioration"
    STAGNATION_OR_REGRESSION = "stagnation_or_regression"
    GETTING_WORSE = "getting_worse"
    MOVING_AWAY = "moving_away"

    @property
    def is_on_its_way(self) -> bool:
        """Whether the target is reached, or will be at this pace."""
        return _LABELS[self].passes is True

    @property
    def mood(self) -> str:
        """How it reads."""
        return _LABELS[self].mood


_LABELS = {
    PaceLabel.TARGET_ACHIEVED: Look(True, "good"),
    PaceLabel.TARGET_MET: Look(True, "good"),
    PaceLabel.SUBSTANTIAL_PROGRESS: Look(True, "good"),
    PaceLabel.ON_TRACK: Look(True, "good"),
    PaceLabel.IMPROVING: Look(None, "good"),
    PaceLabel.MODERATE_PROGRESS: Look(None, "warn"),
    PaceLabel.FAIR_PROGRESS: Look(None, "warn"),
    PaceLabel.LIMITED_PROGRESS: Look(None, "warn"),
    PaceLabel.LITTLE_CHANGE: Look(None, "warn"),
    PaceLabel.BEHIND: Look(False, "warn"),
    PaceLabel.DETERIORATION: Look(False, "bad"),
    PaceLabel.STAGNATION_OR_REGRESSION: Look(False, "bad"),
    PaceLabel.GETTING_WORSE: Look(False, "bad"),
    PaceLabel.MOVING_AWAY: Look(False, "bad"),
}


class Pace(NamedTuple):
    """A preset's answer: label, the value it rests on where there is one, and a score where the method gives one."""

    method: str
    version: str
    label: PaceLabel
    value: Decimal | None
    score: Decimal | None


class PathPoint(NamedTuple):
    """One year of a trajectory; None where there is nothing to say for the year.

    Attributes:
        year: the year.
        required: what the path demands; of a total, cumulated.
        observed: the observed figure; for a total, cumulated.
        projected: where the pace leads.
        gap: the target less the observed figure.
        projected_gap: the target less the projected figure.
        is_ahead: whether the pace leads at least where the path demands; None where no way is better.
        observed_low: the lower end of the observed figure's interval.
        observed_high: its upper end.
    """

    year: int
    required: Decimal | None = None
    observed: Decimal | None = None
    projected: Decimal | None = None
    gap: Decimal | None = None
    projected_gap: Decimal | None = None
    is_ahead: bool | None = None
    observed_low: Decimal | None = None
    observed_high: Decimal | None = None


class Trajectory(NamedTuple):
    """A target's way and where a pace leads, every number in its unit.

    Attributes:
        row: the line of the plan.
        form: how the target moves: level, multiple, average, total, every_year, words; None without a target.
        unit: the unit of the years' figures and of the goal; times for a multiple whose base nobody prints.
        target: the values the target allows.
        points: the years from the first observed to the target year.
        goal: the edge of the target to be reached.
        baseline: the figure it starts from, in the row's unit.
        current: the newest figure, in the row's unit; of an average or total, that of the years so far.
        gap: the goal less the newest figure.
        gap_low: the lower end of the gap, by the interval of the figure.
        gap_high: the upper end of the gap.
        pace: the pace projected with.
        pace_from: observed, last_term, required or rate.
        span: the years an observed or earlier pace speaks of.
        needed: what the years left must bring a year.
        stretch: the pace required from base to target over the pace of the last term.
        year_reached: the first year in which the target is reached; None with its reason.
        is_in_time: whether that year is not later than the target's; None without a year.
        reason: why there is no path, no projection or no year, or what stands against the target whatever the pace.
        breaks: the breaks that touch the row.
    """

    row: Row
    form: str | None
    unit: Unit
    target: Computed | None = None
    points: tuple[PathPoint, ...] = ()
    goal: Decimal | None = None
    baseline: Amount | None = None
    current: Amount | None = None
    gap: Decimal | None = None
    gap_low: Decimal | None = None
    gap_high: Decimal | None = None
    pace: Computed | None = None
    pace_from: str | None = None
    span: tuple[int, int] | None = None
    needed: Computed | None = None
    stretch: Decimal | None = None
    year_reached: int | None = None
    is_in_time: bool | None = None
    reason: Reason | None = None
    breaks: tuple[Break, ...] = ()

    def is_due_in(self, year: int) -> bool:
        """Whether the year is the target's last, so that what it requires is the target; true where nothing is due."""
        return self.row.target is None or self.row.target.period.last == year

    def at(self, year: int) -> PathPoint | None:
        """The point of a year, or None outside the trajectory."""
        return next((each for each in self.points if each.year == year), None)


class Judgement(NamedTuple):
    """Pace and trend of a row: two answers beside the trajectory, never merged with it.

    Attributes:
        pace: the preset's answer.
        reason: why there is none.
        linear_label: what the linear preset says, where it says something else.
        trend: which way the last two figures moved: better, worse, steady.
    """

    pace: Pace | None = None
    reason: Reason | None = None
    linear_label: PaceLabel | None = None
    trend: str | None = None


class Outlook(NamedTuple):
    """What is asked of one row: its trajectory, its pace and trend."""

    trajectory: Trajectory
    judgement: Judgement


class Effect(NamedTuple):
    """A target under a scenario: its figure and grade before and after, in the row's unit, and what breaks touch it."""

    row: Row
    is_set: bool
    before: Decimal | None
    after: Decimal | None
    change: Decimal | None
    grade_before: Grade | None
    grade_after: Grade | None
    breaks: tuple[Break, ...] = ()


class Scenario(NamedTuple):
    """A named scenario, what it changes, and the links that carry the change.

    Attributes:
        name: its title, or the settings as they were typed.
        effects: every target it changes.
        links: the links that carried the change.
        is_typed: whether its settings are all the name it has.
    """

    name: str
    effects: tuple[Effect, ...]
    links: tuple[Link, ...]
    is_typed: bool = False


class Solution(NamedTuple):
    """A goal sought: the value of the unknown at which it is just met, or the reason there is none.

    Attributes:
        unknown: the row whose figure is sought.
        goal: the row whose figure is to reach the wanted value.
        sign: >=, <= or =.
        wanted: the wanted value, in the goal's unit.
        value: the answer, in the unknown's unit.
        reached: what the goal's figure then is.
        holds_above: whether more of the unknown keeps the goal; None where neither side does.
        reason: why there is no answer.
        links: the links that carry the change.
        effects: what else changes.
        breaks: the breaks that touch the unknown or the goal.
    """

    unknown: Row
    goal: Row
    sign: str
    wanted: Decimal
    value: Decimal | None = None
    reached: Decimal | None = None
    holds_above: bool | None = None
    reason: Reason | None = None
    links: tuple[Link, ...] = ()
    effects: tuple[Effect, ...] = ()
    breaks: tuple[Break, ...] = ()
