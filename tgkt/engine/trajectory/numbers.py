"""The numbers of a way in a unit, computed once for status and project.

    gap       t - v, the target's nearer edge less the newest figure, in the row's unit
    needed    (t/v)^(1/n) - 1 in percent a year, (t - v) / n in points or units a year, over the n years left;
              for averages the figure that each of them must show
    stretch   the pace required by the whole way over the pace of the last term, both of one sign

Source: docs/methods.md, "Trajectories, what-if, goal seek".
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, in_unit
from tgkt.engine.goal import Goal
from tgkt.engine.grade import graded
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Kind
from tgkt.facts.units import PERCENT_A_YEAR, POINTS_A_YEAR, Unit, a_year
from tgkt.record import NamedTuple
from tgkt.results.computed import Amount, Computed, amount, computed, figure_in
from tgkt.results.status import Need
from tgkt.series.known import Known


class Numbers(NamedTuple):
    """The numbers of a way in one unit: start, newest figure, gap, needed pace, stretch."""

    baseline: Amount | None
    current: Amount | None
    goal: Decimal | None
    gap: Decimal | None
    gap_low: Decimal | None
    gap_high: Decimal | None
    needed: Computed | None
    stretch: Decimal | None


def numbers_of(way: Way, unit: Unit) -> Numbers:
    """The numbers of a way in a unit; in a way of multiples, levels keep their own unit."""
    of_levels = way.row.unit if way.is_of_multiples else unit
    gap = gap_of(way, unit)
    low, high = gap_ends(way, unit) if gap is not None else (None, None)
    return Numbers(
        baseline=shown(way.shown_base.known, of_levels) if way.shown_base else None,
        current=shown(way.shown_current, of_levels),
        goal=edge_of(way, unit),
        gap=gap,
        gap_low=low,
        gap_high=high,
        needed=in_measure(way.need, way, unit),
        stretch=stretch_of(way),
    )


def target_of(way: Way) -> Computed | None:
    """The values that meet the target, in the row's unit; its worse edge is the value."""
    if way.goal is None:
        return None
    return computed(way.goal.kind.spread(way.goal.edges[0], way.goal.meeting), way.unit)


def edge_of(way: Way, unit: Unit) -> Decimal | None:
    """The edge of the target nearest to the newest figure; the worse one if that lies inside or is unknown."""
    if way.goal is None:
        return None if way.edge is None else way.edge.value
    latest = way.latest.quantity.value if way.latest else None
    edge = way.goal.edges[0] if latest is None else way.goal.nearest(latest)
    return way.goal.exactly(way.goal.edges[0] if edge == latest else edge).within(unit)


def gap_of(way: Way, unit: Unit) -> Decimal | None:
    """The gap t - v: the target less the newest figure, or less the last term's where the term has not begun."""
    if way.goal is None or way.latest is None or way.is_divided or way.row.indicator.kind is Kind.RANK:
        return None
    latest = way.latest.quantity
    is_year = way.latest.period.is_year and way.current is None
    if way.form is Form.TOTAL and (is_year or not way.latest.region.is_point):
        return None  # neither a year nor a part of the years so far can be subtracted from a term
    if way.latest.is_only_bounded and (way.form is not Form.LEVEL or not _is_inside(way.goal, way.latest)):
        return None  # how far away it lies is not known
    edge = way.goal.nearest(latest.value)
    return in_unit(CONTEXT.subtract(edge, latest.value), unit)


def gap_ends(way: Way, unit: Unit) -> tuple[Decimal, Decimal]:
    """The ends of the gap, which follow from the interval of the newest figure."""
    assert way.goal is not None and way.latest is not None  # noqa: PT018 - where there is a gap there are both
    seen = way.latest.quantity.interval
    low, high = (in_unit(CONTEXT.subtract(way.goal.nearest(end), end), unit) for end in (seen.high, seen.low))
    return low, high


def _is_inside(goal: Goal, known: Known) -> bool:
    """Whether a printed bound meets the target at every value that it allows."""
    return known.derivation is None and graded(goal, known).passed


def in_measure(value: Quantity | None, way: Way, unit: Unit) -> Computed | None:
    """A pace in its unit: percent a year, points a year, the row's own unit, or that a year."""
    if value is None:
        return None
    is_growth = value.sort is Sort.GROWTH and way.row.indicator.kind is not Kind.GROWTH
    if way.need_in is Need.GROWTH or is_growth:
        return computed(value, PERCENT_A_YEAR)
    if way.need_in is Need.STEP:
        return computed(value, POINTS_A_YEAR if unit.is_percent else a_year(unit))
    return computed(value, a_year(unit) if way.form is Form.TOTAL else unit)


def stretch_of(way: Way) -> Decimal | None:
    """The pace required by the whole way over the pace of the last term; none unless both go the same way."""
    whole, earlier = way.whole, way.earlier
    if whole is None or earlier is None or not whole.value or (whole.value > 0) is not (earlier.value > 0):
        return None
    if not earlier.value:
        return None
    return CONTEXT.divide(whole.value, earlier.value)


def told_target(way: Way) -> object:
    """The target to be named in a sentence: as printed, else the level that it means."""
    target, unit = way.row.target, way.unit
    if target is not None and target.figure is not None and target.relative_to is None:
        return figure_in(target, unit)
    return None if way.edge is None else computed(way.edge, unit)


def shown(known: Known | None, unit: Unit) -> Amount | None:
    """A known figure in a unit."""
    return None if known is None else amount(known, unit)
