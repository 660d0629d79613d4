"""The form of a row's way, and the bundle it carries."""

from __future__ import annotations

from typing import Any

import pytest
from builders import knowledge, period, row, statement
from worked import case_known, case_row

from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Form
from tgkt.facts.indicator import Path

TERM = {"to": "2026-2030"}


@pytest.mark.parametrize(
    ("given", "form"),
    [
        pytest.param({"target": "75"}, Form.LEVEL, id="a figure of one year"),
        pytest.param({"target": "75", "path": "hold"}, Form.LEVEL, id="a figure that is to hold in one year"),
        pytest.param({"target": "12", "kind": "growth"}, Form.LEVEL, id="the growth of one year"),
        pytest.param({"target": "1.5", "relative_to": 2025}, Form.LEVEL, id="a multiple"),
        pytest.param({**TERM, "target": "10.5", "timing": "average"}, Form.AVERAGE, id="an average"),
        pytest.param({**TERM, "target": "90", "timing": "total"}, Form.AVERAGE, id="a total of shares is a mean"),
        pytest.param({**TERM, "target": "90", "timing": "total", "kind": "level"}, Form.TOTAL, id="a total"),
        pytest.param({**TERM, "target": "90", "timing": "every_year"}, Form.EVERY_YEAR, id="every year"),
        pytest.param({"target": None}, Form.WORDS, id="words"),
        pytest.param({"target": None, "comparator": "maintain"}, Form.WORDS, id="to maintain words"),
        pytest.param(
            {"target": None, "comparator": "maintain", "baseline": "95"}, Form.LEVEL, id="to maintain a figure"
        ),
        pytest.param({"baseline": "95"}, Form.WORDS, id="no target"),
    ],
)
def test_the_form_follows_the_target(given: dict[str, Any], form: Form) -> None:
    """By timing, kind and words."""
    judged = case_row(given)
    assert way_of(judged, case_known(given, judged)).form is form


def test_a_way_without_numbers_says_why() -> None:
    """Words and empty cells have no path, each for its reason."""
    rows = row(target=statement()), row()
    reasons = [way_of(each, knowledge(rows=[each])).reason for each in rows]
    assert [each and each.code for each in reasons] == ["words_only", "no_target"]


def test_the_growth_of_one_year_moves_in_points_from_the_growth_of_another() -> None:
    """From 7.3 % in 2025 to 12.3 % in 2030 is one point a year."""
    judged = case_row({"kind": "growth", "baseline": "7.3", "target": "12.3"})
    way = way_of(judged, knowledge(rows=[judged]))
    assert (way.path, [f"{each.value * 100:.1f}" for each in way.required.values()]) == (
        Path.LINEAR,
        ["7.3", "8.3", "9.3", "10.3", "11.3", "12.3"],
    )


def test_the_latest_is_the_newest_figure_else_the_start() -> None:
    """Before anything is found a way stands where it starts."""
    judged = case_row({"baseline": "71", "target": "75"})
    before = way_of(judged, knowledge(rows=[judged]))
    after = way_of(judged, knowledge(statement("72", period=period(2026)), rows=[judged]))
    assert (before.latest is before.start, after.latest is after.current, after.deadline) == (True, True, 2030)
