"""The arithmetic of a way: against fractions and mpmath, and the intervals hold what their inputs may be."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import figure_of, indicator, statement
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import inside, law, numbers, positive

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import (
    along,
    average,
    flow_growth,
    flow_total,
    last_flow,
    monotone,
    onward,
    pace,
    rest,
    step,
)
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, number, quantity
from tgkt.facts.indicator import Kind, Path
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.units import parse_unit

GEOMETRIC, LINEAR = Path.GEOMETRIC, Path.LINEAR
paths = st.sampled_from([GEOMETRIC, LINEAR])
spans = st.integers(1, 12)
levels = numbers(10, 10**6, places=2).map(lambda value: Decimal(f"{max(value, Decimal(1))}"))


def printed(text: str, kind: Kind = Kind.LEVEL, unit: str = "tỷ đồng") -> Quantity:
    """A figure as a document prints it."""
    return quantity(statement(figure_of(text), unit=parse_unit(unit)), indicator(kind=kind, unit=parse_unit(unit)))


def rate(text: str) -> Quantity:
    return printed(text, Kind.GROWTH, "%/năm")


def true(value: Quantity, data: st.DataObject) -> Any:
    """One of the values that a figure may stand for, as mpmath has it."""
    drawn: Fraction = data.draw(inside(value.interval))
    return mpmath.mpf(drawn.numerator) / drawn.denominator


def holds(found: Quantity, value: Any) -> bool:
    """Whether an interval holds a value, computed at 60 digits."""
    low, high = (mpmath.mpf(str(end)) if end.is_finite() else mpmath.inf * (1 if end > 0 else -1) for end in
                 (found.interval.low, found.interval.high))  # fmt: skip
    return bool(low <= value <= high)


# ---- Known numbers, each computed a second way


@pytest.mark.parametrize(
    ("start", "end", "years", "percent"),
    [
        pytest.param("114.1", "220", 5, "14.0321748", id="114.1 to 220 is 14.03 % a year"),
        pytest.param("119", "220", 5, "13.0772255", id="119 to 220 is 13.08 % a year"),
        pytest.param("100", "133.1", 3, "10.0000000", id="100 to 133.1 is 10 % a year"),
        pytest.param("200", "100", 5, "-12.9449437", id="half in five years is -12.94 % a year"),
    ],
)
def test_a_geometric_pace(start: str, end: str, years: int, percent: str) -> None:
    """A growth a year, as a hand calculator finds it."""
    found = pace(printed(start), printed(end), years, GEOMETRIC)
    assert (f"{found.value * 100:.7f}", found.sort) == (percent, Sort.GROWTH)


def test_a_linear_pace_is_in_points_for_shares_and_in_units_else() -> None:
    """71 to 75 % in five years is 0.8 points a year; 100 to 150 is 10 a year."""
    share = pace(printed("71", Kind.SHARE, "%"), printed("75", Kind.SHARE, "%"), 5, LINEAR)
    level = pace(printed("100"), printed("150"), 5, LINEAR)
    assert (share.value, share.sort, level.sort) == (Decimal("0.008"), Sort.POINTS, Sort.QUANTITY)
    assert level.value == 10 * Decimal(10) ** 9


def test_the_average_of_growth_is_geometric() -> None:
    """9.0, 10.0, 11.0, 11.5 and 11.8 % are 10.655 % a year; the fractions multiply to the fifth power of it."""
    rates = ("9.0", "10.0", "11.0", "11.5", "11.8")
    found = average([rate(each) for each in rates], compounds=True)
    product = Fraction(1)
    for each in rates:
        product *= 1 + Fraction(each) / 100
    assert abs((1 + Fraction(found.value)) ** 5 - product) < Fraction(1, 10**35)
    assert f"{found.value * 100:.4f}" == "10.6552"


def test_the_flow_that_adds_up_to_a_total() -> None:
    """374 over 2021-2025 along 1.6 in five years is 89.5 in 2025; 793.3 after it asks for 235 in two years."""
    growth = pace(number(1), number(Decimal("1.6")), 5, GEOMETRIC).value
    flow = last_flow(Decimal(374), growth, 5)
    ahead = flow_growth(flow, Decimal("793.3"), 5)
    two = flow_total(flow, ahead, 2)
    with mpmath.workdps(40):
        each_year = mpmath.mpf("1.6") ** (mpmath.mpf(1) / 5)
        last = 374 / sum(each_year**-k for k in range(5))
        h = mpmath.findroot(lambda x: sum(last * x**k for k in range(1, 6)) - mpmath.mpf("793.3"), 1.2)
        assert abs(mpmath.mpf(str(flow)) - last) < mpmath.mpf("1e-30")
        assert abs(mpmath.mpf(str(two)) - last * (h + h**2)) < mpmath.mpf("1e-30")
    assert (f"{flow:.1f}", f"{two:.1f}") == ("89.5", "235.4")


def test_what_the_rest_must_average() -> None:
    """After 9 and 10 % three years of 11.1725 % make 10.5 % of all five."""
    found = rest(rate("10.5").exactly(), [rate("9"), rate("10")], 3, compounds=True)
    gone = Fraction("1.09") * Fraction("1.10")
    assert abs(gone * (1 + Fraction(found.value)) ** 3 - Fraction("1.105") ** 5) < Fraction(1, 10**35)
    plain = rest(number(90), [number(80), number(85)], 3, compounds=False)
    assert plain.value == 95


# ---- Ends, and what has no value


@given(levels, levels, spans, paths)
@law
def test_a_path_is_exact_at_both_ends(start: Decimal, end: Decimal, years: int, path: Path) -> None:
    """After no year it is its start, after all of them its end, interval included; beyond both it stays."""
    one, other = printed(f"{start}"), printed(f"{end}")
    assert along(one, other, 0, years, path) == along(one, other, -1, years, path) == one
    assert along(one, other, years, years, path) == along(one, other, years + 1, years, path) == other


@given(levels, levels, spans, paths)
@law
def test_a_pace_leads_where_it_came_from(start: Decimal, end: Decimal, years: int, path: Path) -> None:
    """The pace between two values, kept for as many years, leads from one to the other; half way is on the path."""
    one, other = (printed(f"{each}").exactly() for each in (start, end))
    there = onward(one, pace(one, other, years, path), years, path)
    assert abs(there.value - other.value) <= other.value * Decimal("1e-30")
    for gone in range(years):
        on_path = along(one, other, gone, years, path).value
        assert abs(onward(one, pace(one, other, years, path), gone, path).value - on_path) <= on_path * Decimal("1e-30")


@pytest.mark.parametrize(
    ("compute", "reason"),
    [
        pytest.param(lambda: pace(number(1), number(2), 0, LINEAR), "no_years", id="no year between"),
        pytest.param(lambda: pace(number(0), number(2), 5, GEOMETRIC), "not_positive", id="growth from zero"),
        pytest.param(lambda: pace(number(-1), number(2), 5, GEOMETRIC), "not_positive", id="growth from below zero"),
        pytest.param(lambda: along(number(5), number(0), 2, 5, GEOMETRIC), "not_positive", id="a path to zero"),
        pytest.param(lambda: rest(number(1), [], 0, compounds=True), "no_years", id="no year left"),
        pytest.param(
            lambda: rest(rate("10"), [rate("-100")], 2, compounds=True), "not_positive", id="nothing left to grow"
        ),
        pytest.param(lambda: flow_growth(Decimal(0), Decimal(5), 5), "not_positive", id="a flow of zero"),
        pytest.param(lambda: flow_growth(Decimal(5), Decimal(-5), 5), "not_positive", id="a total below zero"),
    ],
)
def test_what_has_no_value_says_why(compute: Callable[[], object], reason: str) -> None:
    """A reason and never a number."""
    with pytest.raises(NotComputableError) as caught:
        compute()
    assert caught.value.reason.code == reason


def test_a_year_that_leaves_nothing_makes_the_average_minus_100_percent() -> None:
    """-100 % in one year is -100 % on average."""
    assert average([rate("-100"), rate("50")], compounds=True).value == -1


def test_without_any_year_the_rest_must_average_the_goal() -> None:
    """Nothing gone, nothing to make up."""
    assert rest(rate("10.5"), [], 5, compounds=True) == rate("10.5")


def test_the_step_of_a_share_is_in_points() -> None:
    """A change of a share or of a growth is in points, a change of a level in its unit."""
    sorts = [step(each).sort for each in (printed("5", Kind.SHARE, "%"), rate("5"), printed("5"))]
    assert sorts == [Sort.POINTS, Sort.POINTS, Sort.QUANTITY]


@law
@given(levels, levels.filter(lambda value: value > 1), spans, st.integers(0, 4))
def test_a_flow_that_grows_smoothly_adds_up_to_its_total(
    flow: Decimal, wanted: Decimal, years: int, skipped: int
) -> None:
    """The growth found makes the total, however many years lie before the first."""
    growth = flow_growth(flow, wanted, years, skipped)
    assert abs(flow_total(flow, growth, years, skipped) - wanted) <= wanted * Decimal("1e-30")


# ---- Intervals hold what their inputs may be


@law
@given(levels, levels, spans, st.integers(0, 12), paths, st.data())
def test_along_holds_every_path_between_true_values(
    start: Decimal, end: Decimal, years: int, gone: int, path: Path, data: st.DataObject
) -> None:
    """Whatever start and end truly are, the path between them lies in the interval."""
    one, other = printed(f"{start}"), printed(f"{end}")
    assume(one.interval.low > 0 and other.interval.low > 0)
    found, k = along(one, other, gone, years, path), min(gone, years)
    with mpmath.workdps(60):
        s, e = true(one, data), true(other, data)
        value = s * (e / s) ** (mpmath.mpf(k) / years) if path is GEOMETRIC else s + (e - s) * k / years
        assert holds(found, value) or 0 in (k, years - k)


@law
@given(levels, levels, spans, paths, st.data())
def test_pace_holds_every_pace_between_true_values(
    start: Decimal, end: Decimal, years: int, path: Path, data: st.DataObject
) -> None:
    """Whatever start and end truly are, the pace between them lies in the interval."""
    one, other = printed(f"{start}"), printed(f"{end}")
    assume(one.interval.low > 0 and other.interval.low > 0)
    with mpmath.workdps(60):
        s, e = true(one, data), true(other, data)
        value = (e / s) ** (mpmath.mpf(1) / years) - 1 if path is GEOMETRIC else (e - s) / years
        assert holds(pace(one, other, years, path), value)


@law
@given(st.lists(numbers(-500, 2000, places=1), min_size=1, max_size=5), st.booleans(), st.data())
def test_average_holds_every_average_of_true_values(drawn: list[Decimal], compounds: bool, data: st.DataObject) -> None:
    """Whatever the years truly were, their average lies in the interval."""
    rates = [rate(f"{each}") for each in drawn]
    assume(not compounds or all(each.interval.low > -1 for each in rates))
    with mpmath.workdps(60):
        years = [true(each, data) for each in rates]
        value = mpmath.fprod(1 + each for each in years) ** (mpmath.mpf(1) / len(years)) - 1
        assert holds(average(rates, compounds=compounds), value if compounds else sum(years) / len(years))


@law
@given(
    numbers(1, 300, places=1),
    st.lists(numbers(-300, 900, places=1), min_size=1, max_size=4),
    spans,
    st.booleans(),
    st.data(),
)
def test_rest_holds_what_true_values_would_need(
    goal: Decimal, drawn: list[Decimal], left: int, compounds: bool, data: st.DataObject
) -> None:
    """Whatever the years gone truly were, what the rest must average lies in the interval."""
    wanted, rates = rate(f"{goal}"), [rate(f"{each}") for each in drawn]
    assume(all(each.interval.low > -1 for each in rates))
    found = rest(wanted, rates, left, compounds=compounds)
    with mpmath.workdps(60):
        g, gone = true(wanted, data), [true(each, data) for each in rates]
        years = len(gone) + left
        value = ((1 + g) ** years / mpmath.fprod(1 + each for each in gone)) ** (mpmath.mpf(1) / left) - 1
        assert holds(found, value if compounds else (years * g - sum(gone)) / left)


@law
@given(positive, numbers(), numbers(1, 99, places=0), st.data())
def test_monotone_holds_every_value(first: Decimal, second: Decimal, times: Decimal, data: st.DataObject) -> None:
    """Of a value that rises with one input and falls with the other, every true one lies in the interval."""
    one, other = printed(f"{first}"), printed(f"{second}")
    found = monotone(lambda a, b: CONTEXT.subtract(CONTEXT.multiply(a, times), b), one, one, other)
    with mpmath.workdps(60):
        value = true(one, data) * int(times) - true(other, data)
        assert holds(found, value)


def test_an_end_without_a_value_leaves_the_interval_open() -> None:
    """Growth between levels that may be zero has a value and no bounds."""
    found = pace(printed("1"), printed("0.4"), 5, GEOMETRIC)
    assert found.value < 0
    assert pace(printed("≥ 0.0"), printed("5"), 5, LINEAR).interval.low == -INFINITY
    assert along(printed("0.4"), printed("5"), 2, 5, GEOMETRIC).interval != Interval(-INFINITY, INFINITY)
    wide = quantity(statement(figure_of("0"), unit=parse_unit("tỷ đồng")), indicator(kind=Kind.LEVEL))
    assert pace(
        wide.spread(Decimal(1), Interval(Decimal(0), Decimal(2))), number(2), 5, GEOMETRIC
    ).interval == Interval(-INFINITY, INFINITY)


@law
@given(levels, levels, spans, paths, st.integers(3, 12))
def test_the_callers_precision_changes_nothing(
    start: Decimal, end: Decimal, years: int, path: Path, digits: int
) -> None:
    """Every function answers alike whatever decimal context the caller works in."""
    one, other = printed(f"{start}"), printed(f"{end}")

    def everything() -> list[object]:
        by = pace(one, other, years, path)
        flows = flow_growth(one.value, other.value, years), last_flow(one.value, Decimal("0.05"), years)
        mean = average([one, other], compounds=False), rest(other, [one], years, compounds=False)
        return [by, along(one, other, 1, years, path), onward(one, by, years, path), *flows, *mean]

    expected = everything()
    with localcontext() as context:
        context.prec = digits
        assert expected == everything()
