"""One state of the data: which figures are looked at, and what they are in it."""

from __future__ import annotations

import pytest
from builders import figure_of

from tgkt.engine.diff.state import State
from tgkt.series.identity import identity
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

from .worlds import state, told, world

LINES = ["report 2026 = 7", "gazette 2026 = 8", "report 2027 = 9", "early 2030 = 12"]


@pytest.mark.parametrize(
    ("clock", "by_year", "expected"),
    [
        pytest.param(Clock(2026), False, LINES, id="without a clock every figure is there, forecasts too"),
        pytest.param(Clock(2026), True, LINES[:2], id="by year those of its periods"),
        pytest.param(Clock(2027, "2031-06-01"), False, [LINES[0], LINES[2], LINES[3]], id="by date what was printed"),
    ],
)
def test_which_figures_are_looked_at(clock: Clock, by_year: bool, expected: list[str]) -> None:
    """A year hides later periods, a date later documents."""
    figures = State(Knowledge(world(LINES), clock), by_year=by_year).figures(None)
    assert [each for found in figures.values() for each in found] == [told(line) for line in expected]


def test_what_counts_for_what_a_figure_measures() -> None:
    """One figure for an indicator, area, period and sense; none for an aim, or for what is not declared."""
    known, about = state(LINES), identity(told(LINES[0]))
    found = known.counted(about)
    assert found is not None
    assert found.statement == told(LINES[1])
    assert known.counted(about._replace(is_aim=True)) is None
    assert known.counted(about._replace(indicator="strange")) is None


def test_a_figure_is_told_in_its_own_unit_and_words_not_at_all() -> None:
    """With the digits it is printed with."""
    found = state(LINES).amount(told(LINES[0]))
    assert found is not None
    assert (found.figure, found.unit.text) == (figure_of("7"), "%")
    assert state(LINES).amount(told(LINES[0])._replace(figure=None)) is None
