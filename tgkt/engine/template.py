"""Which figures a plan asks for in a year, each with the last one known."""

from __future__ import annotations

from tgkt.engine.status.rows import assess_row
from tgkt.facts.plan import Plan
from tgkt.results.status import Assessment
from tgkt.results.template import SheetLine
from tgkt.series.base import words_of
from tgkt.series.series import Knowledge


def template(plan: Plan, knowledge: Knowledge, area: str | None = None) -> list[SheetLine]:
    """A line for every target of a plan, in document order; of a structure a line for each of its shares.

    Args:
        plan: the plan.
        knowledge: what is known.
        area: the only area that is asked about; all unless given.
    """
    items = [assess_row(row, knowledge) for row in plan.rows if area in (None, row.area)]
    return [_line(each, knowledge) for item in items for each in item.parts or (item,)]


def _line(item: Assessment, knowledge: Knowledge) -> SheetLine:
    """A line with the figure that tells where the row stands: what came of it, else the newest, else the base."""
    known = item.result
    if known is None and item.row.result is None:
        known = item.current or item.baseline
    words = None if known else words_of(item.row, knowledge) or item.row.result or item.row.baseline
    return SheetLine(item.row, known, words)
