"""Levels, shares and multiples: what the path asks for in each year."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import law, numbers
from worked import case_known, case_row, rounded

from tgkt.engine.trajectory.level import is_breached
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Path

GRDP: dict[str, Any] = {"kind": "level", "path": "geometric", "baseline": "202.925", "target": "361.6"}
INCOME: dict[str, Any] = {
    "kind": "level", "path": "geometric", "unit": "triệu đồng/người/tháng", "target": "1.5", "relative_to": 2025
}  # fmt: skip
levels = numbers(100, 10**5, places=2)


def way(given: dict[str, Any]) -> Way:
    judged = case_row(given)
    return way_of(judged, case_known(given, judged))


def required(given: dict[str, Any], like: str = "1.000") -> dict[int, str | None]:
    """What is required by year, in the row's unit."""
    found = way(given)
    unit = found.row.unit if found.goal else None
    return {y: rounded(each.within(unit) if unit else each.value, like) for y, each in found.required.items()}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            GRDP,
            {2025: "202.925", 2026: "227.779", 2027: "255.678", 2028: "286.993", 2029: "322.144", 2030: "361.600"},
            id="a geometric path",
        ),
        pytest.param(
            {"baseline": "71", "target": "> 75"},
            {2025: "71.000", 2026: "71.800", 2027: "72.600", 2028: "73.400", 2029: "74.200", 2030: "75.000"},
            id="a linear path to a strict edge",
        ),
        pytest.param(
            {"baseline": "61.6", "target": "≥ 60", "to": 2027},
            {2025: "60.000", 2026: "60.000", 2027: "60.000"},
            id="a floor that the base meets is asked in every year",
        ),
        pytest.param(
            {"baseline": "62", "target": "≤ 60", "direction": "decrease", "path": "hold", "to": 2027},
            {2025: "60.000", 2026: "60.000", 2027: "60.000"},
            id="what holds is asked in every year, met or not",
        ),
        pytest.param({"baseline": "40", "target": "50", "path": "step"}, {2030: "50.000"}, id="one step at the end"),
        pytest.param(
            {"kind": "level", "path": "geometric", "baseline": "5", "target": "0", "direction": "decrease"},
            {2025: "5.000", 2030: "0.000"},
            id="a geometric path to zero has both ends and nothing between",
        ),
        pytest.param({"target": "≥ 75"}, {2030: "75.000"}, id="without a start only the target year"),
        pytest.param(
            {"target": "75", "observed": {2027: "72"}},
            {2027: "72.000", 2028: "73.000", 2029: "74.000", 2030: "75.000"},
            id="without a base from the first figure",
        ),
        pytest.param(
            {"baseline": "70", "target": "75", "to": 2025}, {2025: "75.000"}, id="a deadline in the base year"
        ),
        pytest.param({"baseline": "70", "target": "75", "to": 2024}, {2024: "75.000"}, id="a deadline before it"),
        pytest.param(
            {**INCOME, "observed": {2025: "5.40"}, "to": 2027},
            {2025: "5.400", 2026: "6.614", 2027: "8.100"},
            id="a multiple as levels, where its base is known",
        ),
        pytest.param(
            {**INCOME, "to": 2027},
            {2025: "1.000", 2026: "1.225", 2027: "1.500"},
            id="a multiple of a base nobody knows",
        ),
    ],
)
def test_what_is_required_in_each_year(given: dict[str, Any], expected: dict[int, str]) -> None:
    """Every year of the way, worked out with a calculator."""
    assert required(given) == expected


def test_of_a_multiple_the_base_stands_in_it_once() -> None:
    """1.5 times a base of 5.35 to 5.45 is 8.025 to 8.175: the path is a multiple of the base in every year."""
    found = way({**INCOME, "observed": {2025: "5.4"}})
    spans = {year: each.span(found.row.unit) for year, each in found.required.items()}
    assert (spans[2030].low, spans[2030].high) == (Decimal("8.025"), Decimal("8.175"))
    relative = {Fraction(each.high) / Fraction(each.low) for each in spans.values()}
    assert all(abs(each - Fraction("5.45") / Fraction("5.35")) < Fraction(1, 10**30) for each in relative)


@pytest.mark.parametrize(
    ("given", "breached"),
    [
        pytest.param({"observed": {2027: "59.4"}}, True, id="below what the base met"),
        pytest.param({"observed": {2027: "60.4"}}, False, id="still above it"),
        pytest.param({"observed": {2026: "59.4", 2027: "60.4"}}, False, id="below once and above again"),
        pytest.param({}, False, id="nothing found since"),
        pytest.param({"baseline": "58.0", "observed": {2027: "57.0"}}, False, id="the base did not meet it"),
    ],
)
def test_a_breach(given: dict[str, Any], *, breached: bool) -> None:
    """The newest figure fell below a target that the base met."""
    assert is_breached(way({"baseline": "61.6", "target": "≥ 60", **given})) is breached


def test_figures_after_the_deadline_are_not_of_the_way() -> None:
    """A figure of 2031 says nothing of a target for 2030."""
    found = way({"baseline": "71", "target": "75", "observed": {2029: "74", 2031: "80"}})
    assert [*found.observed] == [2029]


def test_a_rank_has_no_path() -> None:
    """Ranks are compared and not reckoned with."""
    found = way({"kind": "rank", "unit": "bậc", "direction": "decrease", "baseline": "12", "target": "≤ 10"})
    assert (found.form, found.required, found.need) == (Form.LEVEL, {}, None)


@law
@given(levels, levels, st.sampled_from([Path.LINEAR, Path.GEOMETRIC]), st.integers(2, 12))
def test_a_path_leads_from_base_to_target_without_a_jump(start: Decimal, goal: Decimal, path: Path, years: int) -> None:
    """The first year is the base, the last the target, and steps (or ratios) between are all alike."""
    assume(goal > start)
    told = {"kind": "level", "path": str(path), "baseline": f"{start}", "target": f"{goal}", "to": 2025 + years}
    values = [Fraction(each.value) for each in way(told).required.values()]
    assert len(values) == years + 1
    steps: list[Fraction] = [b / a if path is Path.GEOMETRIC else b - a for a, b in pairwise(values)]
    greatest: Fraction = max(steps)
    assert greatest - min(steps) <= Fraction(1, 10**25) * max(Fraction(1), abs(greatest))
