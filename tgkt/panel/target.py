"""The targets of a plan as a table: one line for each, every number in the unit of its indicator.

Where less is better every edge is turned round (`sign` is -1), so that in the statement more is always better. An edge
without end is NULL. What the statement does not judge has the reason in `refused`.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tgkt.arithmetic.quantity import CONTEXT
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Direction, Indicator, Kind, Path
from tgkt.facts.interval import INFINITY, Interval, hull
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Statement, Timing
from tgkt.facts.units import Unit, factor, scale_word
from tgkt.record import NamedTuple

_AGAINST = {
    Direction.INCREASE: (Comparator.AT_MOST, Comparator.LESS_THAN),
    Direction.DECREASE: (Comparator.AT_LEAST, Comparator.MORE_THAN),
}
_NUMBERS = (Comparator.EQUALS, Comparator.MAINTAIN)
_ADDITIVE = (Kind.LEVEL, Kind.COUNT)
_STANDS = (Kind.SHARE, Kind.RATIO, Kind.RATE_PER)
BEYOND = "beyond_panel"


class Target(NamedTuple):
    """One target, as the statement reads it.

    Attributes:
        id: its place in the plan, from 1.
        area: the area that its row names.
        is_general: whether it holds for every area of the table that has no row of its own.
        indicator: the indicator.
        form: level, average, total or every_year.
        refused: why the statement does not judge it; None where it does.
        first: the first year of its period.
        last: its deadline.
        base_year: the base year of the plan.
        plan_years: the years of the plan's term, and so of the one before.
        of_year: the base year of a multiple.
        is_held: whether the figure of the base is to be held, without a number.
        sign: -1 where less is better, else 1.
        comparator: the words around the number.
        word: the printed number, by which a bound in the same words is known.
        is_neutral: whether neither way is better.
        is_number: whether it is neutral and a number, met by what rounds to its digits.
        is_inside: whether values are inside or outside, without a better side.
        worse: the edge below which it is not met, signed.
        worse_open: whether that edge itself is not met.
        better: the edge beyond which it is exceeded, signed.
        better_open: whether that edge itself is exceeded already.
        inside_low: the lower end of the values that its words allow, signed.
        inside_high: the upper end.
        inside_low_open: whether the lower end is not allowed itself.
        inside_high_open: whether the upper end is not.
        digits_low: the lower end of what rounds to its digits.
        digits_high: the upper end.
        near_edge: its worse edge, finite and signed.
        far_edge: its better edge, finite and signed.
        floor: the declared limit below.
        ceiling: the declared limit above.
        fill_low: the least that a missing year may be.
        fill_high: the most.
        keeps: whether no figure can be below zero, so that a sum never falls.
        is_geometric: whether its way is by percent a year.
        is_step: whether it moves at once.
        is_hold: whether its path is the target in every year.
        is_rise: whether yearly figures compound.
        one: what 1 is in the unit of a growth: 100 of percents.
        stands: whether a figure of the last term stands for its base.
        adds_up: whether the years of a term are added up.
    """

    id: int
    area: str
    is_general: bool
    indicator: str
    form: str
    refused: str | None
    first: int
    last: int
    base_year: int
    plan_years: int
    of_year: int | None
    is_held: bool
    sign: int
    comparator: str
    word: Decimal | None
    is_neutral: bool
    is_number: bool
    is_inside: bool
    worse: Decimal | None
    worse_open: bool
    better: Decimal | None
    better_open: bool
    inside_low: Decimal | None
    inside_high: Decimal | None
    inside_low_open: bool
    inside_high_open: bool
    digits_low: Decimal | None
    digits_high: Decimal | None
    near_edge: Decimal | None
    far_edge: Decimal | None
    floor: Decimal | None
    ceiling: Decimal | None
    fill_low: Decimal | None
    fill_high: Decimal | None
    keeps: bool
    is_geometric: bool
    is_step: bool
    is_hold: bool
    is_rise: bool
    one: Decimal
    stands: bool
    adds_up: bool


def targets_of(plan: Plan, catalogue: Catalogue) -> list[Target]:
    """The targets of a plan; rows without one are left out.

    A target holds for its own area. Where all rows of an indicator name one area, they hold for every other area too.
    """
    rows = [row for row in plan.rows if row.target is not None]
    areas: dict[str, set[str]] = {}
    for row in rows:
        areas.setdefault(row.indicator.id, set()).add(row.area)
    return [
        _target(place, row, row.target, plan, catalogue, is_general=len(areas[row.indicator.id]) == 1)
        for place, row in enumerate(rows, 1)
        if row.target is not None
    ]


def same_in_all(targets: Iterable[Target]) -> dict[str, str]:
    """The flags and signs that all targets share, as SQL writes them."""
    kept = [each for each in targets if each.refused is None]
    found = {}
    for name in Target._fields:
        values = {getattr(each, name) for each in kept}
        if len(values) == 1 and (name == "sign" or isinstance(next(iter(values)), bool)) and name != "is_general":
            found[name] = str(next(iter(values))).upper()
    return found


def _target(place: int, row: Row, target: Statement, plan: Plan, catalogue: Catalogue, *, is_general: bool) -> Target:
    indicator, figure = row.indicator, _figure(target)
    goal = _Goal(figure, target, indicator)
    kind, path, natural = indicator.kind, indicator.path, _natural(indicator)
    return Target(
        id=place,
        area=row.area,
        is_general=is_general,
        indicator=indicator.id,
        form=_form(target, kind),
        refused=_refused(row, target, catalogue),
        first=int(target.period.first),
        last=int(target.period.last),
        base_year=int(plan.baseline),
        plan_years=plan.period.years,
        of_year=target.relative_to,
        is_held=figure is None and target.comparator is Comparator.MAINTAIN,
        sign=goal.sign,
        comparator=str(target.comparator),
        word=figure.low if figure else None,
        is_neutral=indicator.direction is Direction.NEUTRAL,
        is_number=goal.is_number,
        is_inside=goal.is_inside,
        **goal.edges(),
        floor=_finite(indicator.floor),
        ceiling=_finite(indicator.ceiling),
        fill_low=_finite(natural.low),
        fill_high=_finite(natural.high),
        keeps=natural.low >= 0,
        is_geometric=path is Path.GEOMETRIC,
        is_step=path is Path.STEP,
        is_hold=path is Path.HOLD,
        is_rise=kind is Kind.GROWTH,
        one=_one(indicator),
        stands=kind in _STANDS,
        adds_up=kind in _ADDITIVE,
    )


def _form(target: Statement, kind: Kind) -> str:
    """The form of a target, by its timing; the total of a share or ratio is its average."""
    if target.timing is Timing.TOTAL and kind not in _ADDITIVE:
        return "average"
    if target.timing in (Timing.AVERAGE, Timing.TOTAL):
        return str(target.timing)
    return "level" if target.period.is_year and target.timing is not Timing.EVERY_YEAR else "every_year"


def _refused(row: Row, target: Statement, catalogue: Catalogue) -> str | None:
    """Why a target is not judged by the statement."""
    indicator = row.indicator
    if target.figure is None and target.comparator is not Comparator.MAINTAIN:
        return "structure" if indicator.parts else "words_only"
    is_broken = any(each.indicator == indicator.id and each.since is not None for each in catalogue.breaks)
    is_term = target.timing in (Timing.AVERAGE, Timing.TOTAL)
    is_odd = target.period.is_part or target.period.is_fiscal or (is_term and target.period.is_year)
    is_counted_apart = indicator.kind is Kind.RATIO and is_term
    is_term = is_term or target.timing is Timing.EVERY_YEAR or not target.period.is_year
    is_relative = is_term and (target.figure is None or target.relative_to is not None)
    is_other = target.is_index or indicator.kind is Kind.RANK or bool(target.readings) or is_relative
    return BEYOND if is_broken or is_odd or is_counted_apart or is_other else None


def _figure(target: Statement) -> Figure | None:
    """The printed figure in the unit of its indicator; a multiple stays a multiple."""
    figure = target.figure
    if figure is None or target.relative_to is not None:
        return figure
    times = target.times
    step = CONTEXT.multiply(figure.digit, times)
    low, high = (CONTEXT.multiply(end, times) for end in (figure.low, figure.high))
    return figure if times == 1 else Figure(low, high, figure.comparator, figure.exact, step)


def _natural(indicator: Indicator) -> Interval:
    """The declared limits, completed by 0 for levels and counts and by -100 % for growth."""
    low = indicator.floor
    if indicator.kind is Kind.GROWTH:
        low = max(low, -_one(indicator))
    elif low == -INFINITY and indicator.kind in _ADDITIVE:
        low = Decimal(0)
    return Interval(low, indicator.ceiling)


def _one(indicator: Indicator) -> Decimal:
    return Decimal(100 if indicator.unit.is_percent else 1)


def _finite(value: Decimal) -> Decimal | None:
    return None if abs(value) == INFINITY else value


class _Goal:
    """The values that meet a target, turned so that more is better."""

    def __init__(self, figure: Figure | None, target: Statement, indicator: Indicator) -> None:
        direction = indicator.direction
        self.figure, self.target, self.indicator = figure, target, indicator
        self.sign = -1 if direction is Direction.DECREASE else 1
        is_neutral = direction is Direction.NEUTRAL
        self.is_number = is_neutral and target.comparator in _NUMBERS
        self.is_inside = not self.is_number and (is_neutral or target.comparator in _AGAINST[direction])

    def edges(self) -> dict[str, Any]:
        """Its edges by the names of `Target`."""
        if self.figure is None:
            ends = (
                "worse",
                "better",
                "inside_low",
                "inside_high",
                "digits_low",
                "digits_high",
                "near_edge",
                "far_edge",
            )
            flags = ("worse_open", "better_open", "inside_low_open", "inside_high_open")
            return {**dict.fromkeys(ends), **dict.fromkeys(flags, False)}
        region = self.figure.region() if self.sign > 0 else -self.figure.region()
        is_bound = region.high == INFINITY
        near, far = (region.high if region.low == -INFINITY else region.low), (region.low if is_bound else region.high)
        digits = self._digits(self.figure)
        return {
            "worse": _finite(region.low),
            "worse_open": region.low_open,
            "better": _finite(region.low if is_bound else region.high),
            "better_open": region.high_open and not is_bound,
            "inside_low": _finite(region.low),
            "inside_high": _finite(region.high),
            "inside_low_open": region.low_open,
            "inside_high_open": region.high_open,
            "digits_low": _finite(digits.low),
            "digits_high": _finite(digits.high),
            "near_edge": near,
            "far_edge": far,
        }

    def _digits(self, figure: Figure) -> Interval:
        own = self.target.relative_to is None
        limits = (self.indicator.floor, self.indicator.ceiling) if own else (-INFINITY, INFINITY)
        found = figure.interval(*limits)
        if self.target.tolerance is None:
            return found
        given = CONTEXT.multiply(self.target.tolerance, self.target.times)
        low, high = CONTEXT.subtract(figure.low, given), CONTEXT.add(figure.low, given)
        return hull(min(low, found.low), max(high, found.high))


class Measure(NamedTuple):
    """A unit in which figures of an indicator are given, and how their digits count in it.

    Attributes:
        indicator: the indicator.
        unit: the unit as the table writes it; empty for the indicator's own.
        times: what one of it is in the indicator's unit.
        is_scaled: whether a scale word stands in it, after which zeros at the end are no digits.
        is_count: whether it counts things one by one.
        thousand: a thousand things in it.
    """

    indicator: str
    unit: str
    times: Decimal
    is_scaled: bool
    is_count: bool
    thousand: Decimal


def measure_of(indicator: Indicator, unit: Unit | None = None, text: str = "") -> Measure:
    """The measure of an indicator's figures in a unit; in its own unless another is given.

    Raises:
        UnitError: the unit measures something else.
    """
    used = indicator.unit if unit is None else unit
    return Measure(
        indicator.id,
        text,
        Decimal(1) if unit is None else factor(used, indicator.unit),
        bool(scale_word(used, english=False)),
        indicator.kind is Kind.COUNT,
        Decimal(1000).scaleb(-used.scale),
    )


def measures(indicators: Iterable[Indicator]) -> list[Measure]:
    """The indicators' own measures."""
    return [measure_of(each) for each in indicators]
