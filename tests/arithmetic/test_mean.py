"""The laws of blending: between the parts, blind to scale and order, nested as flat, contributions that add up.

Worked examples stand in `tests/cases/blend.yaml`; `tests/engine/test_calc.py` runs them. Fractions are the oracle:
that g is the blended growth over n years is checked as (1 + g)^n, so that no root is taken.
"""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import inside, law, numbers, positive

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.mean import Blended, Part, blend_growth, blend_sum, blend_weighted, implied_weight
from tgkt.arithmetic.quantity import Quantity, Sort
from tgkt.facts.figure import Figure
from tgkt.facts.interval import INFINITY, Interval, point

CLOSE = Fraction(1, 10**22)
Drawn = tuple[Quantity, Fraction]  # a printed number, and an exact value it may stand for
Pairs = list[tuple[Drawn, Drawn]]  # values with their weights

values = numbers(-(10**4), 10**4, places=2)
rates = numbers(-400, 900, places=3).map(lambda percent: percent / 1000)  # -40 % to 90 % a year
terms = st.integers(1, 10)
sides = st.booleans()


@st.composite
def drawn(draw: st.DrawFn, source: st.SearchStrategy[Decimal], sort: Sort = Sort.NUMBER) -> Drawn:
    value = draw(source)
    spread = Figure(value, value).interval(Decimal(0) if source is positive else -INFINITY)
    return Quantity(value, spread, (), sort), draw(inside(spread))


def several(each: st.SearchStrategy[Drawn]) -> st.SearchStrategy[Pairs]:
    return st.lists(st.tuples(each, drawn(positive)), min_size=2, max_size=4)


shares, growths = several(drawn(values)), several(drawn(rates, Sort.GROWTH))


def parts(pairs: Pairs) -> list[Part]:
    return [Part(value[0], weight[0]) for value, weight in pairs]


def exact(value: Decimal, sort: Sort = Sort.NUMBER) -> Quantity:
    return Quantity(value, point(value), (), sort)


def covers(spread: Interval, value: Fraction) -> bool:
    slack = CLOSE * max(Fraction(1), abs(value))
    return Fraction(spread.low) - slack <= value <= Fraction(spread.high) + slack


def near(one: Decimal | Fraction, other: Decimal | Fraction) -> bool:
    return abs(Fraction(one) - Fraction(other)) <= CLOSE * max(Fraction(1), abs(Fraction(other)))


def alike(one: Blended, other: Blended) -> bool:
    ends = [(each.value.value, each.value.interval.low, each.value.interval.high) for each in (one, other)]
    return all(near(a, b) for a, b in zip(*ends, strict=True))


def mean(pairs: list[tuple[Fraction, Fraction]]) -> Fraction:
    return sum((x * w for x, w in pairs), Fraction(0)) / sum((w for _, w in pairs), Fraction(0))


@law
@given(shares)
def test_a_weighted_blend_is_the_mean_and_lies_between_its_parts(pairs: Pairs) -> None:
    """Whatever the weights, the blend is the weighted mean and never outside its constituents."""
    found = blend_weighted(parts(pairs)).value.value
    each = [Fraction(value.value) for (value, _), _ in pairs]
    assert near(found, mean([(x, Fraction(weight.value)) for x, (_, (weight, _)) in zip(each, pairs, strict=True)]))
    assert min(each) - CLOSE <= Fraction(found) <= max(each) + CLOSE


@law
@given(shares)
def test_the_interval_of_a_weighted_blend_holds_every_exact_result(pairs: Pairs) -> None:
    """Whatever the printed values and weights stand for, their mean lies inside."""
    assume(any(w for _, (_, w) in pairs))
    assert covers(blend_weighted(parts(pairs)).value.interval, mean([(x, w) for (_, x), (_, w) in pairs]))


@law
@given(growths, terms)
def test_the_interval_of_a_growth_blend_holds_every_exact_result(pairs: Pairs, years: int) -> None:
    """Whatever growth and levels stand for, the growth of the whole lies inside, with weights of either year."""
    assume(any(w for _, (_, w) in pairs))
    for at_end in (False, True):
        spread = blend_growth(parts(pairs), years, weights_at_end=at_end).value.interval
        power = -years if at_end else years
        factor = mean([((1 + g) ** power, w) for (_, g), (_, w) in pairs])
        low, high = ((1 + Fraction(end)) ** years for end in (spread.low, spread.high))
        assert low * (1 - CLOSE) <= (1 / factor if at_end else factor) <= high * (1 + CLOSE)


@law
@given(shares, positive)
def test_the_scale_of_weights_changes_nothing(pairs: Pairs, factor: Decimal) -> None:
    """Weights in thousands or in percent give the same blend and interval."""
    before, scale = parts(pairs), exact(factor)
    after = [Part(part.value, part.weight * scale) for part in before]
    assert alike(blend_weighted(before), blend_weighted(after))


@law
@given(growths, terms, sides)
def test_the_order_of_constituents_changes_nothing(pairs: Pairs, years: int, at_end: bool) -> None:
    """Which province is named first does not matter."""
    turned = parts(pairs)[::-1]
    assert alike(blend_weighted(parts(pairs)), blend_weighted(turned))
    assert alike(
        blend_growth(parts(pairs), years, weights_at_end=at_end), blend_growth(turned, years, weights_at_end=at_end)
    )


@law
@given(st.lists(drawn(values), min_size=3, max_size=6), st.integers(1, 2))
def test_a_nested_sum_is_the_flat_sum(drawings: list[Drawn], split: int) -> None:
    """Communes into old provinces into the province: the sum is that of all communes."""
    flat = [value for value, _ in drawings]
    nested = blend_sum([blend_sum(flat[:split]).value, blend_sum(flat[split:]).value])
    assert blend_sum(flat).value == nested.value
    assert sum(blend_sum(flat).contributions) == nested.value.value


@law
@given(st.lists(st.tuples(values, positive), min_size=3, max_size=6), st.integers(1, 2))
def test_a_nested_weighted_blend_is_the_flat_one(pairs: list[tuple[Decimal, Decimal]], split: int) -> None:
    """A blend with the sum of its weights stands for its constituents."""
    flat = [Part(exact(value), exact(weight)) for value, weight in pairs]
    inner = [
        Part(blend_weighted(some).value, blend_sum([p.weight for p in some]).value)
        for some in (flat[:split], flat[split:])
    ]
    assert near(blend_weighted(flat).value.value, blend_weighted(inner).value.value)


@law
@given(st.lists(st.tuples(rates, positive), min_size=3, max_size=6), st.integers(1, 2), terms, sides)
def test_a_nested_growth_blend_is_the_flat_one(
    pairs: list[tuple[Decimal, Decimal]], split: int, years: int, at_end: bool
) -> None:
    """The growth of an old province with the level of its communes stands for the communes."""
    flat = [Part(exact(rate, Sort.GROWTH), exact(weight)) for rate, weight in pairs]
    inner = [
        Part(blend_growth(some, years, weights_at_end=at_end).value, blend_sum([p.weight for p in some]).value)
        for some in (flat[:split], flat[split:])
    ]
    one, other = (blend_growth(each, years, weights_at_end=at_end).value.value for each in (flat, inner))
    assert near(one, other)


@law
@given(shares, growths, terms, sides)
def test_contributions_add_up(some: Pairs, grown: Pairs, years: int, at_end: bool) -> None:
    """What each constituent contributes adds up to the value, for levels, means and growth."""
    for found in (
        blend_sum([value for (value, _), _ in some]),
        blend_weighted(parts(some)),
        blend_growth(parts(grown), years, weights_at_end=at_end),
    ):
        assert near(sum(map(Fraction, found.contributions), Fraction(0)), found.value.value)


@law
@given(rates, st.lists(positive, min_size=2, max_size=4), terms, sides)
def test_equal_growth_is_the_growth_of_the_whole(
    rate: Decimal, weights: list[Decimal], years: int, at_end: bool
) -> None:
    """Where all grow alike, the whole grows so too, whatever the weights."""
    alike_parts = [Part(exact(rate, Sort.GROWTH), exact(weight)) for weight in weights]
    assert near(blend_growth(alike_parts, years, weights_at_end=at_end).value.value, rate)


@law
@given(growths, terms)
def test_first_order_lies_between_the_two_exact_blends(pairs: Pairs, years: int) -> None:
    """Power means rise with their power: -n (weights of the end) below 1 (first order) below n (of the start)."""
    start, end = (blend_growth(parts(pairs), years, weights_at_end=each).value.value for each in (False, True))
    first = blend_weighted(parts(pairs)).value.value
    assert Fraction(end) - CLOSE <= Fraction(first) <= Fraction(start) + CLOSE


@law
@given(shares, growths, terms, sides, st.integers(0, 8))
def test_knowing_more_never_widens_a_blend(some: Pairs, grown: Pairs, years: int, at_end: bool, tenths: int) -> None:
    """Narrower intervals of values and weights give an interval inside the wider one."""
    for pairs in (some, grown):
        wide = parts(pairs)
        narrow = [Part(_narrowed(part.value, tenths), _narrowed(part.weight, tenths)) for part in wide]
        blends = [blend_weighted(each) for each in (wide, narrow)]
        if pairs is grown:
            blends += [blend_growth(each, years, weights_at_end=at_end) for each in (wide, narrow)]
        for outer, inner in zip(blends[::2], blends[1::2], strict=True):
            assert covers(outer.value.interval, Fraction(inner.value.interval.low))
            assert covers(outer.value.interval, Fraction(inner.value.interval.high))


def _narrowed(value: Quantity, tenths: int) -> Quantity:
    low, high = value.interval.low, value.interval.high
    keep = Decimal(tenths) / 10
    spread = Interval(value.value - (value.value - low) * keep, value.value + (high - value.value) * keep)
    return Quantity(value.value, spread, value.dimensions, value.sort)


def test_the_mean_of_equals_is_that_value_exactly() -> None:
    """Three constituents of 1 and equal weights make 1, to the last digit."""
    found = blend_weighted([Part(exact(Decimal(1)), exact(Decimal(1)))] * 3).value
    assert found.interval.contains(found.value)


ENDLESS = Interval(Decimal(46), INFINITY, low_open=True)


@pytest.mark.parametrize(("value", "weight"), [(ENDLESS, point(Decimal(0))), (point(Decimal(0)), ENDLESS)])
def test_what_is_endless_may_meet_nothing(value: Interval, weight: Interval) -> None:
    """A constituent whose value or weight is only a lower bound blends, or has a reason; it never crashes."""
    other = Part(exact(Decimal(5)), exact(Decimal(1)))
    with suppress(NotComputableError):
        blend_weighted([Part(Quantity(value.low, value), Quantity(weight.low, weight)), other])


@pytest.mark.parametrize(
    ("levels", "rates", "years", "at_end", "expected"),
    [
        pytest.param("100 100", "0.1 0", 1, False, "5 0", id="all of it from the one that grows"),
        pytest.param("100 300", "0.1 0.1", 5, False, "2.5 7.5", id="equal growth by level"),
        pytest.param("110 121", "0.1 0.21", 1, True, "5 10.5", id="levels of the last year are taken back"),
        pytest.param("100 100", "0.21 -0.21", 1, False, "0 0", id="a rise that a fall undoes"),
        pytest.param("100 100", "0.2 -0.1", 1, False, "10 -5", id="a fall takes away"),
        pytest.param("100 100", "0.4641 0", 2, False, "25.3712 0", id="over two years"),
    ],
)
def test_contributions_to_growth_are_shared_by_how_much_each_level_rose(
    levels: str, rates: str, years: int, at_end: bool, expected: str
) -> None:
    """In percent; over two years 100 becomes 214.358881 and the other stays: 314.358881 of 200 is 25.3712 % a year."""
    members = [
        Part(exact(Decimal(rate), Sort.GROWTH), exact(Decimal(level)))
        for level, rate in zip(levels.split(), rates.split(), strict=True)
    ]
    found = blend_growth(members, years, weights_at_end=at_end).contributions
    assert [f"{each * 100:.4f}" for each in found] == [f"{Decimal(each):.4f}" for each in expected.split()]


@pytest.mark.parametrize(
    ("merged", "expected"),
    [
        pytest.param(("14", "16"), ("0.4", "0.6"), id="between the parts"),
        pytest.param(("9", "11"), ("0", "0.1"), id="partly below the lower part"),
        pytest.param(("19", "21"), ("0.9", "1"), id="partly above the higher part"),
        pytest.param(("5", "25"), ("0", "1"), id="wider than the parts"),
        pytest.param(("20", "21"), ("1", "1"), id="at the higher part at least"),
        pytest.param(("21", "22"), None, id="above both"),
        pytest.param(("8", "9"), None, id="below both"),
    ],
)
def test_an_implied_weight_is_a_share(merged: tuple[str, str], expected: tuple[str, str] | None) -> None:
    """Of parts 10 and 20: what lies outside 0 and 1 is cut off, and nothing is left where all of it does."""
    found = implied_weight(between(*merged), point(Decimal(10)), point(Decimal(20)))
    assert found == (between(*expected) if expected else None)


def between(low: str, high: str) -> Interval:
    """An interval from its ends."""
    return Interval(Decimal(low), Decimal(high))
