"""What stands against a target whatever the pace: a breach, a year that was missed, a deadline without a figure.

The answers are those of `tgkt status`, so that both commands say the same.
"""

from __future__ import annotations

from tgkt.engine.status.standing import standing
from tgkt.engine.status.verdict import judge
from tgkt.engine.trajectory.level import breach_of
from tgkt.engine.trajectory.way import Way
from tgkt.reason import Reason
from tgkt.results.status import Grade, StandingKind
from tgkt.series.series import Knowledge


def shortfall(way: Way, knowledge: Knowledge) -> Reason | None:
    """Why a target is breached, missed for good, or without a figure after its deadline; None otherwise."""
    if (breach := breach_of(way)) is not None:
        return breach
    verdict = judge(way.row, knowledge).verdict
    if verdict.grade is not Grade.PENDING:
        return verdict.reason if verdict.reason.code in ("no_result", "years_missing", "missed_in") else None
    now = standing(way, knowledge)
    return now.reason if now.kind is StandingKind.ALREADY_MISSED else None
