"""The way of a row, by the form of its target; the formulas stand in level.py and term.py."""

from __future__ import annotations

from tgkt.engine.goal import Goal, goal_in
from tgkt.engine.trajectory.level import level_way
from tgkt.engine.trajectory.sides import on_one_side, undivided
from tgkt.engine.trajectory.term import average_way, is_mean, total_way, yearly_way
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.figure import Comparator
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.reason import Reason
from tgkt.series.base import base_of
from tgkt.series.series import Knowledge


def way_of(row: Row, knowledge: Knowledge) -> Way:
    """The way of one row; for a target in words it has a reason instead of a path.

    Args:
        row: the line of the plan.
        knowledge: what is known, up to the clock's year.
    """
    target, goal = row.target, goal_in(row, knowledge)
    if target is None or goal is None:
        reason = Reason("no_target" if target is None else "structure" if row.indicator.parts else "words_only")
        base = base_of(row, knowledge) if row.plan in knowledge.catalogue.plans else None
        is_held = target is not None and target.comparator is Comparator.MAINTAIN
        held, _, apart = on_one_side(row, base, {}, knowledge) if is_held else (base, {}, None)
        return Way(row, Form.WORDS, base=held, reason=reason, apart=apart)
    return undivided(_of_form(row, target, goal, knowledge))


def _of_form(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Way:
    """The way by the target's timing."""
    if target.timing is Timing.AVERAGE:
        return average_way(row, target, goal, knowledge)
    if target.timing is Timing.TOTAL:
        return (average_way if is_mean(row) else total_way)(row, target, goal, knowledge)
    if not target.period.is_year or target.timing is Timing.EVERY_YEAR:
        return yearly_way(row, target, goal, knowledge)
    return level_way(row, target, goal, knowledge)
