"""Standings of rows whose figures lie on two sides of a break: open, with the break named."""

from __future__ import annotations

from tgkt.engine.trajectory.sides import break_reason
from tgkt.engine.trajectory.way import Way
from tgkt.results.status import Standing, StandingKind


def divided(found: Standing, way: Way) -> Standing:
    """The standing as found, or open with the break as its reason where a break leaves nothing to compare.

    That happens where the newest figure lies on the other side than the target, or where the base does: a figure on
    the target's side is compared with the target, but without a base on that side there is no path.
    """
    reason = break_reason(way)
    if reason is None or not (way.is_divided or found.reason.code in _WITHOUT_BASE):
        return found
    return Standing(StandingKind.OPEN, (), reason)


_WITHOUT_BASE = ("no_start", "multiple_of_base")
