"""Goal seek on the shipped plan: every answer is put back in, and reckoned a second time without tgkt."""

from __future__ import annotations

from decimal import Decimal

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import amount
from hypothesis import given, settings
from strategies import law, numbers

from tgkt.engine.project.goal_seek import solve
from tgkt.engine.project.typed import in_unit, read_setting
from tgkt.engine.project.what_if import State, own_reference
from tgkt.facts.units import dimensions
from tgkt.results.computed import Computed
from tgkt.results.project import Solution

from .entered import known, target

few = settings(law, max_examples=10)  # a goal sought takes a tenth of a second


def sought(unknown: str, goal: str, sign: str, wanted: str) -> Solution:
    """The answer to --solve UNKNOWN --for "GOAL SIGN WANTED"."""
    rows = known().catalogue.plans["targets_2025_2030"].rows
    return solve(target(unknown), target(goal), sign, in_unit(amount(wanted), target(goal)), rows, known())


def put_back(unknown: str, value: Decimal, goal: str) -> Decimal:
    """The goal's figure once the unknown is set to a value."""
    setting = dict([read_setting(amount(f"{value:.30f}"), target(unknown), State(known(), {}), known())])
    reference = own_reference(target(goal))
    assert reference is not None
    return State(known(), setting).value(reference).value / dimensions(target(goal).unit)[0]


def growth_for(per_head: Decimal) -> Decimal:
    """The real growth at which GRDP a head of 2030 has a level, reckoned from the printed figures."""
    with mpmath.workdps(50):
        grdp = mpmath.mpf(str(per_head)) * mpmath.mpf("1.8457")
        prices = mpmath.root(mpmath.mpf("361.6") / mpmath.mpf("202.925"), 5) / mpmath.mpf("1.105")
        return Decimal(mpmath.nstr((mpmath.root(grdp / mpmath.mpf("202.925"), 5) / prices - 1) * 100, 30))


def test_two_hundred_twenty_million_a_head_need_thirteen_percent_a_year() -> None:
    """The answer, the side on which it holds, and the figure it reaches."""
    found = sought("grdp_growth", "grdp_per_capita", ">=", "220 triệu đồng/người")
    assert found.value is not None
    assert found.reached is not None
    assert (f"{found.value:.12f}", f"{found.reached:.12f}") == ("13.092382210261", "220.000000000000")
    assert (found.holds_above, found.reason) == (True, None)
    assert abs(found.value - growth_for(Decimal(220))) < Decimal("1e-20")


def test_the_way_to_the_answer_is_told() -> None:
    """The links used and everything else that changes come with the answer."""
    found = sought("grdp_growth", "grdp_per_capita", ">=", "220")
    assert {"price_growth", "grdp_from_growth", "per_head"} <= {link.id for link in found.links}
    changed = {each.row.indicator.id: (str(each.grade_before), str(each.grade_after)) for each in found.effects}
    assert changed == {
        "grdp": ("met", "exceeded"),
        "grdp_growth": ("met", "exceeded"),
        "grdp_per_capita": ("not_met", "met"),
        "revenue_growth": ("exceeded", "exceeded"),
        "investment_to_grdp": ("not_met", "not_met"),
        "labour_productivity": ("exceeded", "exceeded"),
    }


@pytest.mark.parametrize(
    ("unknown", "goal", "wanted", "expected"),
    [
        pytest.param("population", "grdp_per_capita", "220", "1643.636363636364", id="fewer people share GRDP"),
        pytest.param("grdp", "grdp_per_capita", "220", "406.054000000000", id="GRDP itself"),
        pytest.param("grdp_growth", "labour_productivity", "437", "10.460979641835", id="growth for productivity"),
        pytest.param("investment", "investment_to_grdp", "68", "988.851702067171", id="investment for its ratio"),
        pytest.param("grdp_growth", "grdp_growth", "9", "9.000000000000", id="a figure for itself"),
        pytest.param("grdp_growth", "grdp", "361.6", "10.500000000000", id="the plan's own growth for its own GRDP"),
    ],
)
def test_an_answer_is_the_one_reckoned_by_hand(unknown: str, goal: str, wanted: str, expected: str) -> None:
    """Twelve decimals of the answer agree with mpmath."""
    found = sought(unknown, goal, ">=", wanted)
    assert found.value is not None
    assert expected == f"{found.value:.12f}"


@pytest.mark.parametrize(
    ("unknown", "sign", "above"),
    [
        ("grdp_growth", ">=", True),
        ("grdp_growth", "<=", False),
        ("grdp_growth", "=", None),
        ("population", ">=", False),
        ("population", "<=", True),
        ("population", "=", None),
    ],
)
def test_the_side_on_which_the_goal_holds(unknown: str, sign: str, above: bool | None) -> None:
    """More growth or fewer people for at least so much; with "=" there is no side."""
    assert above is sought(unknown, "grdp_per_capita", sign, "220").holds_above


@few
@given(numbers(1000, 40_000, places=2).filter(lambda wanted: 100 < wanted < 400))
def test_an_answer_put_back_meets_its_goal(wanted: Decimal) -> None:
    """The figure set to the answer makes the goal, to twenty digits."""
    found = sought("grdp_growth", "grdp_per_capita", "=", f"{wanted:f}")
    assert found.value is not None
    assert abs(put_back("grdp_growth", found.value, "grdp_per_capita") - wanted) <= Decimal("1e-20") * wanted
    assert abs(found.value - growth_for(wanted)) < Decimal("1e-18")


@few
@given(numbers(101, 399, places=0), numbers(1, 50, places=0))
def test_a_tighter_goal_never_needs_less(wanted: Decimal, more: Decimal) -> None:
    """More money a head needs more growth."""
    near, far = (sought("grdp_growth", "grdp_per_capita", ">=", f"{goal}") for goal in (wanted, wanted + more))
    assert near.value is not None
    assert far.value is not None
    assert near.value < far.value


@pytest.mark.parametrize(
    ("unknown", "goal", "wanted", "reason"),
    [
        pytest.param("grdp_growth", "forest_cover", "70", "does_not_depend", id="growth plants no forest"),
        pytest.param("grdp_per_capita", "grdp_growth", "12", "does_not_depend", id="links are not run backwards"),
        pytest.param("grdp_growth", "grdp_per_capita", "999999", "out_of_reach", id="more than any growth makes"),
        pytest.param("grdp_growth", "grdp_per_capita", "-5", "out_of_reach", id="less than nothing"),
        pytest.param("next_generation_mobile", "grdp", "400", "words_only", id="an unknown in words"),
    ],
)
def test_a_goal_without_an_answer_has_a_reason(unknown: str, goal: str, wanted: str, reason: str) -> None:
    """No number is made up, and no other figure is said to change."""
    found = sought(unknown, goal, ">=", wanted)
    assert found.reason is not None
    assert (None, None, reason, ()) == (found.value, found.reached, found.reason.code, found.effects)


def test_out_of_reach_tells_how_far_it_goes() -> None:
    """The reason holds the lowest and the highest figure that can be had."""
    found = sought("grdp_growth", "grdp_per_capita", ">=", "999999")
    assert found.reason is not None
    low, high = (value for _, value in found.reason.facts)
    assert isinstance(low, Computed)
    assert isinstance(high, Computed)
    assert low.value < Decimal("195.9") < high.value < 999999


def test_an_answer_lies_within_the_natural_limits() -> None:
    """Forest cover of 150 % is out of reach, whatever is sought."""
    assert sought("forest_cover", "forest_cover", ">=", "150").value is None
