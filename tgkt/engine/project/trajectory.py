"""Trajectories: the way from the baseline to the target, year by year, and where a pace leads.

With b the baseline of year B, t the target's nearer edge in year T, n = T - B and k years gone:

    geometric   b (t/b)^(k/n)            linear   b + (t - b) k/n
    average growth over a term           the growth itself each year; after k years with growths g_i
                                         the rest needs ((1+G)^n / Π(1+g_i))^(1/(n-k)) - 1
    total over a term                    t k/n, cumulated evenly
    multiple of the base year            m^(k/n), as a multiple
    every year, maintain                 the target in each year

A projection continues a pace from the last known value and is clipped at natural limits.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tgkt.arithmetic.growth import CONTEXT
from tgkt.engine.project.path import between, moved, on_path, rest, stretch
from tgkt.engine.status.change import average_growth, last_pace, nearer_edge
from tgkt.engine.status.verdict import compare, edges, grade_of, into_unit
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Kind, Path
from tgkt.facts.interval import point
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.reason import Reason
from tgkt.results.project import PathPoint, Trajectory

HORIZON = 50
_RATES = (Kind.GROWTH, Kind.CHANGE)


@dataclass(frozen=True, slots=True)
class PaceChoice:
    """The pace to project with: the required one, the last term's, or a rate (a growth in percent, or units a year)."""

    source: str = "trend"
    growth: Decimal | None = None
    points: Decimal | None = None


TREND = PaceChoice()


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a row's own quantity, in the row's unit: values by year, the baseline's year, the goal."""

    values: dict[int, Decimal]
    met: frozenset[int]
    base_year: int
    goal: Decimal
    goal_year: int


def trajectory(
    row: Row, catalogue: Catalogue, as_of: int, choice: PaceChoice = TREND, until: int | None = None
) -> Trajectory:
    """The trajectory of one row; a row with nothing to compute says why in `reason`.

    Args:
        row: the line of the plan.
        catalogue: the declared facts.
        as_of: the year up to which figures are known.
        choice: the pace to project with.
        until: project levels on to this year, when it lies after the target's.
    """
    target = row.target
    if target is None or target.figure is None:
        return _without(row, "milestone", Reason("words_only" if target else "no_target"))
    if target.relative_to is not None:
        return _multiple(row, target)
    if row.indicator.kind in _RATES or target.timing is Timing.EVERY_YEAR or row.indicator.path is Path.HOLD:
        return _rate(row, target, catalogue, as_of, choice)
    if target.timing in (Timing.TOTAL, Timing.AVERAGE) and row.indicator.kind not in (Kind.LEVEL, Kind.COUNT):
        return _rate(row, target, catalogue, as_of, choice)  # a ratio over a term has no yearly parts to add up
    if target.timing is Timing.TOTAL:
        return _total(row, target, catalogue, as_of, choice)
    known = _known(row, target, catalogue, as_of)
    if known is None:
        years = (PathPoint(target.period.last, _edge(row), None, None),)
        return _without(row, "level", Reason("no_baseline"), years, _edge(row))
    return _level(row, known, catalogue, choice, until or known.goal_year)


def _level(row: Row, known: _Known, catalogue: Catalogue, choice: PaceChoice, until: int) -> Trajectory:
    """A level or share on its way by a year."""
    last_year = max(year for year in known.values)
    now, start = known.values[last_year], known.values[known.base_year]
    is_growth = row.indicator.path is Path.GEOMETRIC
    need = between(now, known.goal, known.goal_year - last_year, is_growth)
    whole = between(start, known.goal, known.goal_year - known.base_year, is_growth)
    last = last_pace(row, catalogue)
    pace, is_growth_pace = _chosen(choice, whole, last, is_growth)
    if last_year in known.met:
        need = None
    floor = known.goal if known.base_year in known.met else start  # what is met is to be kept, not to be let down to
    keeps_path = choice.source == "required" and last_year == known.base_year
    years = range(min(known.values), max(known.goal_year, until) + 1)
    points = tuple(
        PathPoint(
            year,
            on_path(floor, known.goal, year - known.base_year, known.goal_year - known.base_year, is_growth)
            if known.base_year <= year <= known.goal_year
            else None,
            None
            if year < last_year
            else on_path(start, known.goal, year - last_year, known.goal_year - last_year, is_growth)
            if keeps_path and year <= known.goal_year
            else moved(now, pace, year - last_year, is_growth_pace, row),
            known.values.get(year),
        )
        for year in years
    )
    arrival, reason = _arrival(now, pace, last_year, is_growth_pace, row)
    if pace is None and choice.source == "rate" and arrival is None:
        reason = Reason("rate_does_not_fit")
    if keeps_path and need is not None:
        arrival = known.goal_year  # an edge that a strict bound leaves out is still where its path ends
    arrival = _first_met(known) or arrival
    reason = None if arrival else reason
    return Trajectory(
        row,
        "level",
        points,
        known.goal,
        pace,
        is_growth_pace,
        need,
        stretch(whole, last),
        arrival,
        reason,
        None,
        None,
        None,
        None,
    )


def _rate(row: Row, target: Statement, catalogue: Catalogue, as_of: int, choice: PaceChoice) -> Trajectory:
    """A growth or a yearly share: the target is itself what each year must show."""
    goal = _edge(row)
    seen = _yearly(row, catalogue, as_of)
    base = row.baseline
    last = _own(base, row) if base is not None and base.figure is not None else None
    given = {Kind.GROWTH: choice.growth, Kind.CHANGE: choice.points}.get(row.indicator.kind)
    projected = {"required": goal, "trend": last}.get(choice.source, given)
    years = range(target.period.first, target.period.last + 1)
    left = [year for year in years if year not in seen]
    gone = [seen[year] for year in years if year in seen]
    is_average = target.timing is Timing.AVERAGE and row.indicator.kind is Kind.GROWTH
    need = rest(goal, gone, len(left)) if is_average and goal is not None else goal
    points = tuple(PathPoint(year, goal, None if year in seen else projected, seen.get(year)) for year in years)
    arrival = _kept(gone, projected, row, years, is_average)
    missing = "rate_does_not_fit" if choice.source == "rate" else "no_last_term"
    reason = None if arrival else Reason(missing if projected is None else "pace_falls_short")
    form = "growth" if row.indicator.kind in _RATES else "every_year"
    return Trajectory(
        row, form, points, goal, projected, False, need, stretch(goal, last), arrival, reason, None, None, None, None
    )


def _kept(gone: list[Decimal], projected: Decimal | None, row: Row, years: range, is_average: bool) -> int | None:
    """The year from which a yearly target stands: the first, or for an average that has begun the last."""
    if projected is None:
        return None
    if not gone or not is_average:
        return years[0] if all(_meets(each, row) for each in [*gone, projected]) else None
    factor = Decimal(1)
    for each in [*gone, *[projected] * (len(years) - len(gone))]:
        factor = CONTEXT.multiply(factor, CONTEXT.add(1, CONTEXT.divide(each, Decimal(100))))
    whole = average_growth(Decimal(1), factor, len(years)) if factor > 0 else None
    return years[-1] if whole is not None and _meets(whole, row) else None


def _total(row: Row, target: Statement, catalogue: Catalogue, as_of: int, choice: PaceChoice) -> Trajectory:
    """A total over a term, cumulated evenly; the trend repeats the last term's yearly average."""
    goal = _edge(row)
    assert goal is not None
    years = range(target.period.first, target.period.last + 1)
    seen = _yearly(row, catalogue, as_of)
    base = row.baseline
    total = _own(base, row) if base is not None and base.figure is not None and base.timing is Timing.TOTAL else None
    last = CONTEXT.divide(total, Decimal(base.period.years)) if total is not None and base else None
    even = CONTEXT.divide(goal, Decimal(len(years)))
    pace, _ = _chosen(choice, even, last, False)
    done = sum(seen.values(), Decimal(0))
    gone = [year for year in years if year in seen]
    points = []
    for place, year in enumerate(years, 1):
        ahead = place - len(gone)
        projected = done + pace * ahead if pace is not None and ahead >= 0 else None
        cumulated = sum((seen[y] for y in gone if y <= year), Decimal(0)) if year in seen else None
        points.append(PathPoint(year, even * place, projected, cumulated))
    left = len(years) - len(gone)
    need = CONTEXT.divide(goal - done, Decimal(left)) if left and done < goal else None
    final = points[-1].projected
    arrival = next((p.year for p in points if p.projected is not None and p.projected >= goal), None)
    reason = None if arrival else Reason("no_last_term" if final is None else "pace_falls_short")
    return Trajectory(
        row,
        "total",
        tuple(points),
        goal,
        pace,
        False,
        need,
        stretch(even, last),
        arrival,
        reason,
        None,
        None,
        None,
        None,
    )


def _multiple(row: Row, target: Statement) -> Trajectory:
    """A multiple of a base year: the way of the multiple itself, which needs no baseline."""
    assert target.figure is not None
    assert target.relative_to is not None
    goal, years = target.figure.value, target.period.last - target.relative_to
    growth = average_growth(Decimal(1), goal, years)
    points = tuple(
        PathPoint(target.relative_to + k, on_path(Decimal(1), goal, k, years, True), None, None)
        for k in range(years + 1)
    )
    reason = Reason("no_baseline")
    return Trajectory(row, "multiple", points, goal, None, True, growth, None, None, reason, None, None, None, None)


def _known(row: Row, target: Statement, catalogue: Catalogue, as_of: int) -> _Known | None:
    base = row.baseline
    if base is None or base.figure is None or not base.period.is_year or base.period.last >= target.period.last:
        return None
    stated = {
        s.period.last: s
        for s in reversed(catalogue.about(row.indicator.id, row.area))
        if s.figure and s.period.is_year and s.relative_to is None and not s.ambition and s.period.last <= as_of
    }
    stated[base.period.last] = base
    values = {year: _own(s, row) for year, s in stated.items()}
    met = frozenset(year for year, s in stated.items() if _is_met(s, target, row))
    goal = CONTEXT.divide(nearer_edge(row, into_unit(base).value), target.times)
    return _Known(values, met, base.period.last, goal, target.period.last)


def _yearly(row: Row, catalogue: Catalogue, as_of: int) -> dict[int, Decimal]:
    """Yearly figures observed within the target's term."""
    assert row.target is not None
    term = row.target.period
    return {
        s.period.last: _own(s, row)
        for s in reversed(catalogue.about(row.indicator.id, row.area))
        if s.figure
        and s.period.is_year
        and s.relative_to is None
        and not s.ambition
        and term.first <= s.period.last <= min(term.last, as_of)
    }


def _own(statement: Statement, row: Row) -> Decimal:
    """A statement's value in the unit the row's target is printed in."""
    assert row.target is not None
    value = into_unit(statement).value
    return value if row.target.times == 1 else CONTEXT.divide(value, row.target.times)


def _edge(row: Row) -> Decimal | None:
    """The edge of the target to be reached when nothing is known of the present: its worse one."""
    if row.target is None or row.target.figure is None:
        return None
    worse, _ = edges(row.target.figure, row.indicator.direction)
    return worse


def _is_met(stated: Statement, target: Statement, row: Row) -> bool:
    """As printed, so that a figure "below 3" meets "below 3"."""
    grade = compare(target, stated, row.indicator).grade
    return grade is not None and grade.passed


def _meets(value: Decimal, row: Row) -> bool:
    assert row.target is not None
    assert row.target.figure is not None
    grade = grade_of(point(value), row.target.figure, row.indicator.direction)
    return grade is not None and grade.passed


def _chosen(
    choice: PaceChoice, required: Decimal | None, last: Decimal | None, is_growth: bool
) -> tuple[Decimal | None, bool]:
    """The pace to project with, and whether it is a growth in percent; none where a rate does not fit the path."""
    if choice.growth is not None:
        return (choice.growth if is_growth else None), True
    if choice.points is not None:
        return (None if is_growth else choice.points), False
    return (required if choice.source == "required" else last), is_growth


def _first_met(known: _Known) -> int | None:
    """The first observed year from which on every observed value meets the target."""
    first = None
    for year in sorted((y for y in known.values if y >= known.base_year), reverse=True):
        if year not in known.met:
            break
        first = year
    return first


def _arrival(
    now: Decimal, pace: Decimal | None, year: int, is_growth: bool, row: Row
) -> tuple[int | None, Reason | None]:
    if _meets(now, row):
        return year, None
    if pace is None:
        return None, Reason("no_last_term")
    for ahead in range(HORIZON + 1):
        there = moved(now, pace, ahead, is_growth, row)
        if there is not None and _meets(there, row):
            return year + ahead, None
    return None, Reason("never_at_this_pace", (("years", str(HORIZON)),))


def _without(
    row: Row, form: str, reason: Reason, points: tuple[PathPoint, ...] = (), goal: Decimal | None = None
) -> Trajectory:
    return Trajectory(row, form, points, goal, None, False, None, None, None, reason, None, None, None, None)
