"""Where a target stands before its deadline, and why where it has no baseline."""

from __future__ import annotations

from typing import Any, cast

import pytest
from builders import catalogue, figure_of, indicator, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import figures, law, numbers

from tgkt.engine.status.standing import standing
from tgkt.engine.status.verdict import compare
from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.statement import Placed, Statement
from tgkt.facts.units import parse_unit
from tgkt.reason import Reason
from tgkt.results.status import StandingKind

MET, OPEN, NONE = StandingKind.ALREADY_MET, StandingKind.OPEN, StandingKind.NO_BASELINE
near = numbers(-60, 60, places=2)


def before(printed: str, year: int = 2025, **changes: Any) -> Statement:
    return statement(printed, period=period(year), **changes)


@pytest.mark.parametrize(
    ("baseline", "target", "direction", "kind", "certain"),
    [
        pytest.param("> 61.6", "≥ 60", "increase", MET, True, id="more than 61.6 is at least 60"),
        pytest.param("100", "100", "increase", MET, False, id="100 reaches 100, unless it is 99.6"),
        pytest.param("1.41", "1 - 1.5", "increase", MET, True, id="1.41 lies within 1 - 1.5"),
        pytest.param("71", "> 75", "increase", OPEN, True, id="71 has not passed 75"),
        pytest.param("75", "> 75", "increase", OPEN, False, id="75 has not passed 75, unless it is 75.4"),
        pytest.param("< 3", "< 3", "decrease", MET, True, id="below 3 is below 3"),
        pytest.param("< 3", "< 2.3", "decrease", OPEN, None, id="below 3 may or may not be below 2.3"),
        pytest.param("11.2", "8.9", "neutral", OPEN, None, id="without a better way nothing is met yet"),
    ],
)
def test_the_baseline_is_judged_like_a_result(
    baseline: str, target: str, direction: str, kind: StandingKind, certain: bool | None
) -> None:
    """A target is already met when its baseline would earn a pass at the deadline."""
    share = indicator(direction=Direction(direction))
    found = standing(row(indicator=share, target=statement(target), baseline=before(baseline)), catalogue())
    assert (kind, certain) == (found.kind, found.certain)


@law
@given(figures(near), figures(near), st.sampled_from(list(Direction)))
def test_already_met_means_a_passing_verdict(base: Figure, goal: Figure, direction: Direction) -> None:
    """Standing and verdict never contradict each other about the same two figures."""
    share = indicator(direction=direction)
    target, baseline = (statement(each, period=period(year)) for each, year in ((goal, 2030), (base, 2025)))
    verdict = compare(target, baseline, share)
    found = standing(row(indicator=share, target=target, baseline=baseline), catalogue())
    assert (found.kind is MET) is verdict.grade.passed
    assert verdict.certain == found.certain
    if verdict.reason.code != "neutral_direction":  # a standing then says where it is, not that nobody can judge
        assert verdict.reason == found.reason


NORTH, SOUTH, OWN = before("49", area="north"), before("51", area="south"), before("47", 2024)


@pytest.mark.parametrize(
    ("observed", "code", "named"),
    [
        pytest.param([], "none_printed", [], id="no document prints a figure"),
        pytest.param([NORTH, SOUTH], "only_parts", [NORTH, SOUTH], id="both old provinces"),
        pytest.param([SOUTH], "only_parts", [SOUTH], id="one old province"),
        pytest.param([NORTH, OWN], "only_other_period", [OWN], id="its own figure comes first"),
        pytest.param(
            [before("43", 2021), OWN, before("45", 2023)], "only_other_period", [OWN], id="the latest of several years"
        ),
        pytest.param([before("55", 2026)], "none_printed", [], id="a figure after the base year is no baseline"),
        pytest.param([before("60", ambition=True)], "none_printed", [], id="an older ambition is no baseline"),
        pytest.param([statement(period=period(2024))], "none_printed", [], id="words are no baseline"),
        pytest.param([before("1", indicator="other")], "none_printed", [], id="another indicator is no baseline"),
    ],
)
def test_why_there_is_no_baseline(observed: list[Statement], code: str, named: list[Statement]) -> None:
    """Where no baseline is declared, the reason names the nearest figures that the documents do print."""
    found = standing(row(target=statement("≥ 50")), catalogue(*observed))
    figures = [placed for _, facts in found.reason.facts for placed in cast(tuple[Placed, ...], facts)]
    assert (NONE, None, code) == (found.kind, found.certain, found.reason.code)
    assert [(each.area, each) for each in named] == [(placed.area.en, placed.statement) for placed in figures]


def test_an_empty_target_has_no_standing() -> None:
    """Where the document leaves the target empty, that is the reason, whatever the baseline."""
    found = standing(row(baseline=before("49")), catalogue())
    assert (NONE, None, Reason("no_target")) == (found.kind, found.certain, found.reason)


@pytest.mark.parametrize(("reached", "kind"), [(True, MET), (False, OPEN), (None, OPEN)])
def test_a_milestone_is_met_by_words_that_say_so(reached: bool | None, kind: StandingKind) -> None:
    """A milestone is already met only where the printed words say yes."""
    words = statement(period=period(2025), printed="Hoàn thành", reached=reached)
    found = standing(row(target=statement(printed="Hoàn thành"), baseline=words), catalogue())
    assert kind is found.kind


def test_a_multiple_of_the_baseline_is_not_met_by_the_baseline() -> None:
    """1.5 times the income of 2025 is not reached by the income of 2025."""
    income = indicator(unit=parse_unit("triệu đồng/người/tháng"), kind=Kind.LEVEL)
    target = statement("1.5", relative_to=2025, unit=parse_unit("lần"))
    found = standing(row(indicator=income, target=target, baseline=before("5.4", unit=income.unit)), catalogue())
    assert found.kind is not MET


def test_the_reason_holds_the_figures_compared() -> None:
    """The reader is shown both figures as they are printed."""
    found = standing(row(target=statement("≥ 60"), baseline=before("> 61.6")), catalogue())
    assert {"result": figure_of("> 61.6"), "target": figure_of("≥ 60")} == dict(found.reason.facts)
