"""`tgkt status` and `tgkt project` say the same of a row: what is needed and missing, where it starts and stands."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from builders import catalogue, indicator, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers

from tgkt.engine.project.choice import Choice
from tgkt.engine.project.judgement import judged
from tgkt.engine.project.projection import project
from tgkt.engine.status.rows import assess_row
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Direction, Kind, Path
from tgkt.facts.plan import Row
from tgkt.facts.statement import Timing
from tgkt.facts.units import parse_unit
from tgkt.results.project import Trajectory
from tgkt.results.status import Assessment, Grade, StandingKind
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

from .entered import known

figures = numbers(-300, 3000, places=1)
BOUNDS = [Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.NEAR_BELOW]
KINDS = [Kind.LEVEL, Kind.SHARE, Kind.GROWTH, Kind.RATIO, Kind.INDEX, Kind.COUNT, Kind.CHANGE, Kind.RANK]


class Case(NamedTuple):
    """A row and what is known."""

    row: Row
    knowledge: Knowledge


@st.composite
def targets(draw: st.DrawFn) -> Figure:
    """A target: a number, a range, a bound, or about a number."""
    low, high = sorted((draw(figures), draw(figures)))
    comparator = draw(st.sampled_from([Comparator.EQUALS, Comparator.ABOUT, Comparator.BETWEEN, *BOUNDS]))
    is_range = comparator is Comparator.BETWEEN and low < high
    return Figure(low, high, comparator) if is_range else Figure(low, low, Comparator.AT_LEAST)


@st.composite
def rows(draw: st.DrawFn) -> Case:
    """Any sort of row, with or without a base, with some years observed, before and after its deadline."""
    declared = indicator(
        kind=draw(st.sampled_from(KINDS)),
        path=draw(st.sampled_from([Path.GEOMETRIC, Path.LINEAR, Path.HOLD])),
        direction=draw(st.sampled_from(Direction)),
        unit=parse_unit("triệu người"),
        price=None,
    )
    timing = draw(st.sampled_from([Timing.IN_YEAR, Timing.IN_YEAR, Timing.AVERAGE, Timing.TOTAL, Timing.EVERY_YEAR]))
    is_multiple = timing is Timing.IN_YEAR and draw(st.integers(0, 4)) == 0
    term = period(2030 if timing is Timing.IN_YEAR else "2026-2030")
    unit = parse_unit("lần" if is_multiple else "nghìn người")
    goal = statement(draw(targets()), period=term, timing=timing, unit=unit, relative_to=2025 if is_multiple else None)
    base_period = "2021-2025" if timing in (Timing.AVERAGE, Timing.TOTAL) else 2025
    base = None
    if draw(st.booleans()):
        base_timing = timing if base_period != 2025 else Timing.IN_YEAR
        value = draw(numbers(100, 3000, places=1) if is_multiple else figures)
        base = statement(f"{value}", period=period(base_period), timing=base_timing, unit=declared.unit)
    years = st.integers(2026, 2031) if is_multiple else st.integers(2018, 2031)  # a base of its own
    seen = draw(st.dictionaries(years, figures, max_size=6))
    told = [statement(f"{each}", period=period(year), unit=declared.unit) for year, each in seen.items()]
    one = row(indicator=declared, target=goal, baseline=base)
    facts = catalogue(*filter(None, [base]), *told, rows=[one], indicators=[declared])
    return Case(one, Knowledge(facts, Clock(draw(st.integers(2025, 2032)))))


def numbers_of(found: Assessment | Trajectory) -> dict[str, Any]:
    """What both commands show of a row."""
    return {
        "gap": found.gap,
        "needed": found.needed,
        "stretch": found.stretch,
        "baseline": found.baseline,
        "current": found.current,
        "target": found.target,
        "edge": found.goal if isinstance(found, Trajectory) else found.edge,
    }


def assert_agree(one: Row, knowledge: Knowledge) -> None:
    """Status and project say the same, ranges and units included, and of a breach both say that it is one."""
    stated, projected = assess_row(one, knowledge), project(one, knowledge, Choice())
    expected, found = numbers_of(stated), numbers_of(projected)
    if projected.form is None:
        del expected["current"], found["current"]  # without a target only project shows what was observed
    assert expected == found
    told = projected.reason.code if projected.reason else None
    if stated.standing and stated.standing.reason.code == "breach":
        assert (told, judged(way_of(one, knowledge), knowledge, "linear").reason) == ("breach", projected.reason)
    if stated.standing and stated.standing.kind is StandingKind.ALREADY_MISSED:
        assert projected.reason == stated.standing.reason
    if stated.verdict.grade is Grade.NOT_ASSESSABLE and stated.verdict.reason.code == "no_result":
        assert told in ("no_result", "words_only", "breach")


@law
@given(rows())
def test_any_row_has_the_same_numbers_in_both_commands(case: Case) -> None:
    """Whatever its form, base, figures and year."""
    assert_agree(*case)


@pytest.mark.parametrize("as_of", [2015, 2020, 2024, 2025, 2026, 2030, 2035])
def test_every_shipped_row_has_the_same_numbers_in_both_commands(as_of: int) -> None:
    """Both plans, seen from any year."""
    catalogue_, clock = known().catalogue, Clock(as_of)
    knowledge = Knowledge(catalogue_, clock)
    for plan in catalogue_.plans.values():
        for one in plan.rows:
            assert_agree(one, knowledge)


@law
@given(rows())
def test_a_need_never_counts_years_that_are_gone(case: Case) -> None:
    """After the deadline, or in its last year with a figure, nothing is needed any more."""
    one, knowledge = case
    assert one.target is not None
    found = project(one, knowledge, Choice())
    if knowledge.clock.as_of >= one.target.period.last:
        assert found.needed is None


@law
@given(rows())
def test_every_number_has_its_unit(case: Case) -> None:
    """A growth is a percentage a year and nothing else is; each figure is in the unit of the row."""
    found = project(*case, Choice())
    units = [each.unit for each in (found.baseline, found.current) if each]
    assert set(units) <= {case.row.unit}
    for pace in (found.needed, found.pace):
        if pace is not None and case.row.indicator.kind is not Kind.GROWTH:
            grows = case.row.indicator.path is Path.GEOMETRIC
            is_growth = found.form == "multiple" or (found.form == "level" and grows)
            assert (pace.unit.text == "%/năm") is is_growth


def test_the_law_sees_rows_that_differ() -> None:
    """A gap that is not the target less the newest figure would be seen."""
    one = row(
        indicator=indicator(kind=Kind.SHARE), target=statement("75"), baseline=statement("71", period=period(2025))
    )
    knowledge = Knowledge(catalogue(rows=[one]), Clock(2025))
    assert project(one, knowledge, Choice()).gap == Decimal(4) == assess_row(one, knowledge).gap
