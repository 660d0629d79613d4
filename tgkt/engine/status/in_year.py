"""The current year: its newest figure so far, the same part of the year before, and the year's plan.

With v the figure, u that of the same part of the year before and p the year's plan, in the row's unit:

    change   v / u - 1 in percent for levels and counts, else v - u (points for percents)
    share    v / p in percent, of what adds up from the beginning of the year on
    gap      p - v, of everything else

adds_up     a share of the year's plan, from the beginning of the year on; a quarter or a month alone has none
otherwise   the plan less the figure

The year's plan is a target of that one year for the same indicator and area in any plan, the newest document first.
Where no plan has one, it is what the row's own path asks for in that year, and called so.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError, average_growth
from tgkt.arithmetic.quantity import Quantity
from tgkt.engine.goal import Goal, goal_of
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Form
from tgkt.facts.indicator import Kind
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Timing
from tgkt.facts.units import PERCENT, POINTS, Unit
from tgkt.results.computed import Computed, amount, computed
from tgkt.results.in_year import Aim, InYear, Meaning
from tgkt.series.breaks import dividing, parting
from tgkt.series.certainty import Rest, in_order
from tgkt.series.in_year import in_year_figures
from tgkt.series.known import Known
from tgkt.series.series import Knowledge

_AMOUNTS = (Kind.LEVEL, Kind.COUNT)
_MOVES = (Kind.GROWTH, Kind.CHANGE)


def in_year(rows: Iterable[Row], knowledge: Knowledge, until: int | None = None) -> list[InYear]:
    """The rows that have a figure within a year, in the order they come.

    Args:
        rows: lines of plans.
        knowledge: what is known.
        until: the last year such figures may be of; any unless given.
    """
    found = (in_year_of(row, knowledge, until) for row in rows)
    return [each for each in found if each.now is not None]


def in_year_of(row: Row, knowledge: Knowledge, until: int | None = None) -> InYear:
    """One row with its newest figure within a year."""
    figures = in_year_figures(row.indicator.id, row.area, knowledge, until)
    found = InYear(row, meaning_of(row))
    if not figures:
        return found
    now = figures[list(figures)[-1]]
    before = figures.get(now.period.a_year_before())
    found = found._replace(now=amount(now, row.unit), before=amount(before, row.unit) if before else None)
    return _against_plan(_against_year_before(found, now, before, knowledge), now, knowledge)


def meaning_of(row: Row) -> Meaning:
    """The meaning of such a figure for its year: a part that adds up, a stock, or a movement of the part itself."""
    if row.indicator.kind in _MOVES:
        return Meaning.OF_PERIOD
    return Meaning.ADDS_UP if row.indicator.accumulates else Meaning.STANDS


def _against_year_before(found: InYear, now: Known, before: Known | None, knowledge: Knowledge) -> InYear:
    """The change from the same part of the year before; None across a break."""
    row = found.row
    if before is None or row.indicator.kind is Kind.RANK:
        return found._replace(rests=now.rests)
    parted = dividing(row.indicator.id, row.area, before.period, now.period, knowledge)
    if parted is not None:
        return found._replace(rests=now.rests, parted=parted)
    mixed = () if now.origin == before.origin else (Rest.MIXED_RELEASE,)
    rests = in_order((*now.rests, *before.rests, *mixed))
    return found._replace(change=_change(row, before.quantity, now.quantity), rests=rests)


def _change(row: Row, before: Quantity, now: Quantity) -> Computed | None:
    """v / u - 1 in percent for levels and counts, else v - u."""
    if row.indicator.kind not in _AMOUNTS:
        return computed(now - before, difference_unit(row.unit))
    try:
        return computed(average_growth(before, now, 1), PERCENT)
    except NotComputableError:
        return None


def _against_plan(found: InYear, now: Known, knowledge: Knowledge) -> InYear:
    """The share v / p of the year's plan, or the gap p - v."""
    row, year = found.row, now.period.last
    if row.indicator.kind is Kind.RANK:
        return found
    if (parted := parting(row, now.period, knowledge)) is not None:
        return found._replace(parted=parted)
    planned = _plan_of(row, year, knowledge)
    if planned is not None:
        of, goal = planned
        edge = goal.exactly(_edge(goal, now, found.meaning))
        found = found._replace(aim=Aim(computed(edge, row.unit), of.target, of.plan))
    elif (on_path := _on_path(row, year, knowledge)) is not None:
        edge = on_path
        found = found._replace(aim=Aim(computed(edge, row.unit)))
    else:
        return found
    if found.meaning is not Meaning.ADDS_UP:
        return found._replace(gap=computed(edge - now.quantity, difference_unit(row.unit)))
    if not now.period.is_cumulative or edge.interval.low <= 0:
        return found
    return found._replace(share=computed(now.quantity / edge, PERCENT))


def _edge(goal: Goal, now: Known, meaning: Meaning) -> Decimal:
    """The edge of the plan that must be reached: the nearest, or for a flow the worse edge, which fulfils the plan."""
    return goal.edges[0] if meaning is Meaning.ADDS_UP else goal.nearest(now.quantity.value)


def _plan_of(row: Row, year: int, knowledge: Knowledge) -> tuple[Row, Goal] | None:
    """The row with the target of one year, from the plan with the newest document; None where no plan has one."""
    found = []
    for each in knowledge.rows(row.indicator.id, row.area):
        target = each.target
        if target is None or target.relative_to is not None or target.timing is not Timing.IN_YEAR:
            continue
        goal = goal_of(each) if target.period == Period(year, year) and knowledge.is_seen(target) else None
        if goal is not None:
            origin = knowledge.catalogue.origins.get(target.origin)
            found.append(((origin.date if origin else None) or "", each, goal))
    newest = max(found, key=lambda each: each[0], default=None)
    return None if newest is None else newest[1:]


def _on_path(row: Row, year: int, knowledge: Knowledge) -> Quantity | None:
    """The value that the row's path requires in a year after its start; for a total the part of that year alone."""
    way = way_of(row, knowledge)
    is_begun = way.form is not Form.LEVEL or way.start is None or year > way.start.period.last
    required = way.required.get(year) if is_begun and not way.is_divided else None
    if required is None or way.form is not Form.TOTAL or year - 1 not in way.required:
        return required
    return required - way.required[year - 1]


def difference_unit(unit: Unit) -> Unit:
    """The unit of a difference of two figures: points for percents, else the unit itself."""
    return POINTS if unit.is_percent else unit
