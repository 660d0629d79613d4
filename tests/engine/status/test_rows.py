"""A plan's rows with everything computed about them, and the counts of a scoreboard."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from builders import catalogue, figure_of, indicator, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import figures, law, numbers

from tgkt.engine.status.rows import assess, assess_row, tally
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.results.status import Agreement, Grade, StandingKind, Tally

near = numbers(-60, 60, places=2)
target = statement("≥ 50")


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Rows of every sort: with and without target, baseline, result and label, due in 2025 or 2030."""
    due = period(draw(st.sampled_from([2025, 2030])))

    def told(when: Period) -> Statement | None:
        drawn = draw(st.none() | figures(near))
        return statement(drawn, period=when) if drawn else None

    return row(
        area=draw(st.sampled_from(["north", "south"])),
        indicator=indicator(direction=draw(st.sampled_from(list(Direction)))),
        target=told(due),
        baseline=told(period(2025)),
        result=told(due),
        official=draw(st.sampled_from(["Vượt mục tiêu", "Đạt mục tiêu", "Không đạt", "Tích cực", None])),
    )


@law
@given(st.lists(rows(), max_size=7))
def test_every_row_is_counted_once(drawn: list[Row]) -> None:
    """Passed, failed, without grade and pending make all rows of an area; so do the standings of the pending ones."""
    everything = catalogue(rows=drawn)
    counts = tally(assess(everything.plans["targets"], everything, 2025))
    assert [each.area for each in counts] == list(dict.fromkeys(each.area for each in drawn))
    for count in counts:
        assert count.rows == sum(each.area == count.area for each in drawn)
        assert count.rows == count.passed + count.failed + count.not_assessable + count.pending
        assert count.pending == count.already_met + count.open + count.no_baseline
        assert count.agree + count.differ_in_degree + count.differ_in_outcome <= count.passed + count.failed
        assert count.uncertain <= count.passed + count.failed


@law
@given(rows())
def test_a_standing_is_for_pending_rows_only(drawn: Row) -> None:
    """Before the deadline a row has a standing, after it a grade, and never both."""
    found = assess_row(drawn, catalogue(), 2025)
    assert (found.standing is not None) is (found.verdict.grade is Grade.PENDING)
    assert found.agreement is None or found.verdict.grade.assessed


def test_counts_of_a_small_plan() -> None:
    """One row of each sort is counted under its own head."""
    due: dict[str, Any] = {"period": period(2025)}
    goal = statement("50", **due)
    drawn = [
        row(target=goal, result=statement("57", **due), official="Vượt mục tiêu"),
        row(target=goal, result=statement("50", **due), official="Vượt mục tiêu"),
        row(target=goal, result=statement("44", **due), official="Đạt mục tiêu"),
        row(target=goal, official="Đạt mục tiêu"),
        row(target=target, baseline=statement("57", **due)),
        row(target=target, baseline=statement("44", **due)),
        row(target=target),
    ]
    everything = catalogue(rows=drawn)
    expected = Tally(
        plan="targets", area="merged", rows=7, passed=2, failed=1, not_assessable=1, pending=3,
        already_met=1, open=1, no_baseline=1, agree=1, differ_in_degree=1, differ_in_outcome=1, uncertain=1,
    )  # fmt: skip
    assert [expected] == tally(assess(everything.plans["targets"], everything, 2025))


@pytest.mark.parametrize(
    ("observed", "expected"),
    [
        pytest.param([statement("57")], Grade.EXCEEDED, id="an observation for the target's year"),
        pytest.param([statement("44"), statement("57")], Grade.NOT_MET, id="the first of two observations"),
        pytest.param([statement("57", period=period(2029))], Grade.NOT_ASSESSABLE, id="another year"),
        pytest.param([statement("57", area="north")], Grade.NOT_ASSESSABLE, id="another area"),
        pytest.param([statement("57", indicator="other")], Grade.NOT_ASSESSABLE, id="another indicator"),
        pytest.param([statement("57", timing=Timing.TOTAL)], Grade.NOT_ASSESSABLE, id="another timing"),
        pytest.param([statement("57", ambition=True)], Grade.NOT_ASSESSABLE, id="an older ambition"),
        pytest.param([statement("1.6", relative_to=2025)], Grade.NOT_ASSESSABLE, id="a multiple of another year"),
        pytest.param([], Grade.NOT_ASSESSABLE, id="nothing observed"),
    ],
)
def test_a_result_may_arrive_as_an_observation(observed: Sequence[Statement], expected: Grade) -> None:
    """After the deadline a row without a result takes the first figure observed for just its target's period."""
    assert expected is assess_row(row(target=target), catalogue(*observed), 2030).verdict.grade


def test_a_declared_result_counts_more_than_an_observation() -> None:
    """What the plan's own table prints as the result is not replaced."""
    found = assess_row(row(target=target, result=statement("44")), catalogue(statement("57")), 2030)
    expected = figure_of("44")
    assert found.row.result is not None
    assert expected == found.row.result.figure


def test_a_pending_row_keeps_its_change_and_its_standing() -> None:
    """Before the deadline a row says where it stands and what must change."""
    found = assess_row(row(target=target, baseline=statement("49", period=period(2025))), catalogue(), 2025)
    assert found.standing is not None
    assert (found.standing.kind, found.change.points) == (StandingKind.OPEN, Decimal("0.2"))


def test_a_structure_is_assessed_share_by_share() -> None:
    """Each share of a structure is a row of its own, judged by its own declaration, without the common label."""
    parts = [
        indicator(id="industry", direction=Direction.INCREASE),
        indicator(id="agriculture", direction=Direction.DECREASE),
        indicator(id="services", direction=Direction.NEUTRAL),
    ]
    structure = indicator(id="structure", kind=Kind.STRUCTURE, parts=("industry", "agriculture", "services"))
    promised, found = (
        statement(values=tuple(map(figure_of, shares)), comparator=Comparator.EQUALS)
        for shares in (("61", "8", "31"), ("56.5", "9.5", "34"))
    )
    whole = row(indicator=structure, target=promised, result=found, official="Đạt mục tiêu")
    assessed = assess_row(whole, catalogue(indicators=[structure, *parts]), 2030)
    grades = [Grade.NOT_MET, Grade.NOT_MET, Grade.NOT_ASSESSABLE]
    assert assessed.verdict.grade is Grade.NOT_ASSESSABLE
    assert grades == [part.verdict.grade for part in assessed.parts]
    assert [part.row.indicator.id for part in assessed.parts] == ["industry", "agriculture", "services"]
    assert {None} == {part.agreement for part in assessed.parts}


def test_agreement_is_carried_beside_the_grade() -> None:
    """The document's own verdict is compared with the computed one."""
    found = assess_row(row(target=target, result=statement("44"), official="Đạt mục tiêu"), catalogue(), 2030)
    assert (found.verdict.grade, found.agreement) == (Grade.NOT_MET, Agreement.OUTCOME)
