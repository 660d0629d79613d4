"""Reasons why a target fails at any pace: a breach, a missed year, a deadline that passed without a figure.

The answers are those of `tgkt status`, so that both commands say the same.
"""

from __future__ import annotations

from tgkt.engine.status.standing import standing
from tgkt.engine.status.verdict import judge
from tgkt.engine.trajectory.level import breach_of
from tgkt.engine.trajectory.way import Form, Way
from tgkt.reason import Reason
from tgkt.results.status import Grade, StandingKind
from tgkt.series.series import Knowledge


def shortfall(way: Way, knowledge: Knowledge) -> Reason | None:
    """Why a target is breached, missed for good, or without a figure after its deadline; None otherwise."""
    if (breach := breach_of(way)) is not None:
        return breach
    verdict = judge(way.row, knowledge).verdict
    if verdict.grade is Grade.PENDING:
        now = standing(way, knowledge)
        return now.reason if now.kind is StandingKind.ALREADY_MISSED else None
    is_open = verdict.reason.code in ("no_result", "years_missing")
    return verdict.reason if is_open or (way.form is not Form.LEVEL and not verdict.grade.passed) else None


def verdict_against(way: Way, knowledge: Knowledge) -> Reason | None:
    """The comparison in which the target was missed, once its deadline has passed."""
    verdict = judge(way.row, knowledge).verdict
    return verdict.reason if verdict.grade is Grade.NOT_MET else None


def is_over(way: Way, knowledge: Knowledge) -> bool:
    """Whether a target of a whole term has its verdict already, so that a projection has no meaning."""
    return way.form is not Form.LEVEL and judge(way.row, knowledge).verdict.grade is not Grade.PENDING
