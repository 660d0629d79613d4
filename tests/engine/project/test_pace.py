"""Pace presets: the worked examples of `cases/pace.yaml`, and laws that hold for every course."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import cases
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import law, positive

from tgkt.arithmetic.growth import NotComputableError
from tgkt.engine.project.pace import PRESETS, VERSIONS, Course, pace
from tgkt.facts.indicator import Direction

KEYS = ("base", "value", "target", "base_year", "year", "target_year", "direction", "limit", "method")
CASES = cases("pace", given=KEYS, expect=["label", "value", "score", "reason"])
UP, DOWN = Direction.INCREASE, Direction.DECREASE
# From the worst label to the best.
RANKS = {
    "statcan": ["deterioration", "limited_progress", "moderate_progress", "substantial_progress", "target_achieved"],
    "unsd2023": ["stagnation_or_regression", "fair_progress", "on_track", "target_achieved"],
    "healthy_people": ["getting_worse", "little_change", "improving", "target_met"],
    "linear": ["moving_away", "behind", "on_track", "target_achieved"],
}
each_method = pytest.mark.parametrize("method", PRESETS)


def course(given: dict[str, Any]) -> Course:
    """The course a case describes."""
    numbers = {key: Decimal(given[key]) if key in given else None for key in ("base", "value", "target", "limit")}
    assert numbers["base"] is not None
    assert numbers["value"] is not None
    return Course(
        given.get("base_year", 2015),
        numbers["base"],
        given.get("year", 2025),
        numbers["value"],
        Direction(given.get("direction", "increase")),
        given.get("target_year", 2030) if "target" in given else None,
        numbers["target"],
        numbers["limit"],
    )


def rank(one: Course, method: str) -> int:
    """How good a label is, 0 the worst."""
    return RANKS[method].index(pace(one, method).label)


def rounded(value: Decimal | None, like: str | None) -> str | None:
    """A number with as many decimals as an expected one."""
    return None if value is None else f"{value:.{len((like or '1.0').split('.')[1])}f}"


@pytest.mark.parametrize(("given", "expect"), CASES)
def test_worked_example(given: dict[str, Any], expect: dict[str, str | None]) -> None:
    """Every worked example has the label, value and score that an expert worked out."""
    method = given.get("method", "statcan")
    if "reason" in expect:
        with pytest.raises(NotComputableError) as caught:
            pace(course(given), method)
        assert expect["reason"] == caught.value.reason.code
        return
    found = pace(course(given), method)
    numbers = {"value": found.value, "score": found.score}
    told = {key: rounded(numbers[key], expect[key]) for key in expect if key in numbers}
    assert expect == {"label": found.label, **told}
    assert (method, VERSIONS[method]) == (found.method, found.version)


@each_method
def test_a_target_that_printed_figures_do_not_meet_is_not_reached(method: str) -> None:
    """75 does not meet more than 75, so no method says that it is reached."""
    one = course({"base": "71", "value": "75", "target": "75"})
    assert pace(one._replace(is_met=False), method).label != RANKS[method][-1]
    assert pace(one, method).label == RANKS[method][-1]


@each_method
def test_every_preset_has_a_version_and_ranked_labels(method: str) -> None:
    """A preset is named with its version, and every label it gives is one a reader can place."""
    assert VERSIONS[method].strip() != ""
    seen = {pace(course({"base": "100", "value": f"{v}", "target": "200"}), method).label for v in range(50, 260, 3)}
    assert set(RANKS[method]) == seen


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Courses with positive figures and a target ahead of the base."""
    base, other = draw(positive), draw(positive)
    assume(base != other)
    way = draw(st.sampled_from([UP, DOWN]))
    low, high = sorted((base, other))
    start, goal = (low, high) if way is UP else (high, low)
    year = draw(st.integers(2016, 2029))
    return Course(2015, start, year, draw(positive), way, draw(st.integers(year, 2040)), goal)


@each_method
@law
@given(one=courses(), base=st.sampled_from(["0", "same", "behind", "below zero"]))
def test_what_is_reached_is_reached_under_every_method(method: str, one: Course, base: str) -> None:
    """Also where no ratio exists: the label says so and nothing is raised."""
    assert one.target is not None
    bases = {"0": Decimal(0), "same": one.target, "behind": one.target + one.sign, "below zero": -one.base}
    reached = one._replace(base=bases[base], value=one.target, limit=None)
    assert pace(reached, method).label == RANKS[method][-1]
    assert pace(reached._replace(value=one.target + one.sign), method).label == RANKS[method][-1]


@each_method
@law
@given(one=courses(), share=st.integers(1, 300))
def test_a_tighter_target_never_improves_the_label(method: str, one: Course, share: int) -> None:
    """A target further away, in the same year, earns the same label or a worse one; a loss is no smaller for it."""
    assert one.target is not None
    tighter = one.target * (100 + share) / 100 if one.direction is UP else one.target * 100 / (100 + share)
    assert rank(one._replace(target=tighter), method) <= rank(one, method)


@pytest.mark.parametrize("method", ["statcan", "unsd2023", "linear"])
@law
@given(one=courses(), years=st.integers(1, 10))
def test_an_earlier_deadline_never_improves_the_label(method: str, one: Course, years: int) -> None:
    """The same target some years earlier earns the same label or a worse one."""
    assert one.target_year is not None
    assume(one.target_year - years >= one.year)
    assert rank(one._replace(target_year=one.target_year - years), method) <= rank(one, method)


@each_method
@law
@given(one=courses(), share=st.integers(1, 300))
def test_a_better_value_never_worsens_the_label(method: str, one: Course, share: int) -> None:
    """More where more is wanted, less where less is wanted: the same label or a better one."""
    better = one.value * (100 + share) / 100 if one.direction is UP else one.value * 100 / (100 + share)
    assert rank(one._replace(value=better), method) >= rank(one, method)


@each_method
@law
@given(one=courses(), power=st.integers(-9, 9))
def test_the_unit_changes_nothing(method: str, one: Course, power: int) -> None:
    """Figures in thousands or millionths have the same label and value: no epsilon is in the way."""
    assert one.target is not None
    scaled = one._replace(base=one.base.scaleb(power), value=one.value.scaleb(power), target=one.target.scaleb(power))
    assert pace(one, method) == pace(scaled, method)


@law
@given(courses())
def test_statcan_agrees_with_mpmath(one: Course) -> None:
    """An independent library at 60 digits finds the same ratio."""
    assert one.target is not None
    assert one.target_year is not None
    with mpmath.workdps(60):
        base, value, goal = (mpmath.mpf(str(each)) for each in (one.base, one.value, one.target))
        observed = mpmath.root(value / base, one.year - one.base_year) - 1
        required = mpmath.root(goal / base, one.target_year - one.base_year) - 1
        expected = Decimal(mpmath.nstr(one.sign * observed / abs(required), 40))
    found = pace(one, "statcan").value
    assert found is not None
    assert abs(found - expected) <= Decimal("1e-20") * max(Decimal(1), abs(expected))


@law
@given(courses())
def test_linear_and_healthy_people_agree_with_fractions(one: Course) -> None:
    """Both are ratios of whole numbers, so fractions give them exactly."""
    assert one.target is not None
    assert one.target_year is not None
    base, value, goal = (Fraction(each) for each in (one.base, one.value, one.target))
    done = (value - base) / (goal - base)
    due = Fraction(one.year - one.base_year, one.target_year - one.base_year)
    away = -100 * abs(value - base) / base  # against the target a change counts in percent of the base
    for method, expected in (("linear", done / due), ("healthy_people", 100 * done if done >= 0 else away)):
        found = pace(one, method).value
        assert found is not None
        assert abs(Fraction(found) - expected) <= abs(expected) * Fraction(1, 10**25)


@pytest.mark.parametrize(
    ("growth", "way", "label"),
    [
        ("1.015", UP, "substantial_progress"),
        ("1.005", UP, "moderate_progress"),
        ("0.985", DOWN, "substantial_progress"),
        ("0.995", DOWN, "moderate_progress"),
    ],
)
def test_growth_on_a_threshold_counts_over_any_number_of_years(growth: str, way: Direction, label: str) -> None:
    """Exactly 1.5 % and 0.5 % a year are inclusive, however many digits the compounded figure has."""
    labels = {}
    for years in range(1, 31):
        with localcontext(prec=400):
            value = 100 * Decimal(growth) ** years
        labels[years] = pace(Course(2000, Decimal(100), 2000 + years, value, way), "statcan").label
    assert labels == dict.fromkeys(range(1, 31), label)


@each_method
def test_the_answer_does_not_hang_on_the_callers_precision(method: str) -> None:
    """The engine computes at 40 digits, whatever context its caller has set."""
    one = course({"base": "14.5", "value": "10.2", "target": "7.25", "direction": "decrease"})
    expected = pace(one, method)
    with localcontext(prec=6):
        assert expected == pace(one, method)
