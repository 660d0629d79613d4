"""Standings of rows whose figures lie on two sides of a break: open, with the break named."""

from __future__ import annotations

from tgkt.engine.trajectory.sides import break_reason
from tgkt.engine.trajectory.way import Way
from tgkt.results.status import Standing, StandingKind


def divided(found: Standing, way: Way) -> Standing:
    """The standing, or open where only figures beyond a break could tell it.

    A figure on the target's side is compared with the target; alone, it has no way to be held against.
    """
    reason = break_reason(way)
    if reason is None or not (way.is_divided or found.reason.code in _WITHOUT_BASE):
        return found
    return Standing(StandingKind.OPEN, (), reason)


_WITHOUT_BASE = ("no_start", "multiple_of_base")
