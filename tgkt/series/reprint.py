"""A target that is printed once more, and the row of a plan that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement


def row_of(again: Statement, rows: Sequence[Row]) -> Row | None:
    """The row that a target belongs to: that of its period and sense, else that whose deadline is nearest.

    Args:
        again: the target where it is printed once more.
        rows: the rows about its indicator and area.
    """
    promised = [(row, row.target) for row in rows if row.target is not None]
    same = [row for row, target in promised if when(target) == when(again)]
    nearest = sorted(promised, key=lambda each: abs(each[1].period.last - again.period.last))
    return next(iter(same), nearest[0][0] if nearest else None)


def when(stated: Statement) -> tuple[object, ...]:
    """The period and the sense of a target."""
    return stated.period, stated.timing, stated.relative_to
