"""The figures that a plan needs for a year, each with the last one known."""

from __future__ import annotations

from tgkt.engine.status.rows import assess_row
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.period import Period
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Timing
from tgkt.results.computed import Amount, amount
from tgkt.results.status import Assessment
from tgkt.results.template import SheetLine
from tgkt.series.base import words_of
from tgkt.series.series import Knowledge


def template(plan: Plan, knowledge: Knowledge, year: Period, area: str | None = None) -> list[SheetLine]:
    """A line for every target of a plan, in document order; a structure has a line for each of its shares.

    Args:
        plan: the plan.
        knowledge: what is known.
        year: the year whose figures are asked for, as the plan writes years.
        area: the only area that is asked about; all unless given.
    """
    items = [assess_row(row, knowledge) for row in plan.rows if area in (None, row.area)]
    return [_line(each, knowledge, year) for item in items for each in item.parts or (item,)]


def _line(item: Assessment, knowledge: Knowledge, year: Period) -> SheetLine:
    """A line with the last figure of a row: its result, else the newest, else the base.

    Totals and averages are filled in year by year, so for them the newest year's figure comes before that of a term.
    """
    known = item.result
    if known is None and item.row.result is None:
        known = item.current or item.baseline
    if item.row.target is not None and item.row.target.timing in (Timing.TOTAL, Timing.AVERAGE):
        known = _newest_year(item, knowledge) or known
    words = None if known else words_of(item.row, knowledge) or item.row.result or item.row.baseline
    return SheetLine(item.row, known, words, _own_year(item.row, year, knowledge.catalogue))


def _newest_year(item: Assessment, knowledge: Knowledge) -> Amount | None:
    """The newest printed figure of a single year since the term before the plan."""
    plan = knowledge.catalogue.plans[item.row.plan]
    series = knowledge.series(item.row.indicator.id, item.row.area)
    years = series.years(plan.baseline - plan.period.years, knowledge.clock.as_of)
    return amount(years[max(years)], item.row.unit) if years else None


def _own_year(row: Row, year: Period, catalogue: Catalogue) -> Period:
    """The year in the calendar of the indicator's figures, which may differ from the plan's (fiscal years)."""
    own = catalogue.in_calendar(row.indicator.id, Period(int(year.first), int(year.last)))
    is_open = row.target is None or row.target.period.is_fiscal
    return year if year.is_fiscal and not own.is_fiscal and is_open else own
