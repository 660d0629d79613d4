"""The laws of growth: levels and rates undo one another, units do not matter, intervals hold every exact result.

Worked examples stand in `tests/cases/growth.yaml`; `tests/engine/test_calc.py` runs them. Roots need no oracle of their
own here: that g is the average growth of a ratio r is checked as (1 + g)^n = r, in fractions.
"""

from __future__ import annotations

from decimal import Decimal, Overflow
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import inside, law, numbers, positive

from tgkt.arithmetic.growth import NotComputableError, average_growth, compound, deflator, level, total_growth
from tgkt.arithmetic.quantity import Quantity, Sort, number
from tgkt.errors import UnitError
from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Price
from tgkt.facts.interval import Interval, point

CLOSE = Fraction(1, 10**24)  # forty digits are carried; what is left after some operations on figures of up to ten

terms = st.integers(1, 15)
rates = numbers(-900, 3000, places=3).map(lambda percent: percent / 1000)  # -90 % to 300 %


def money(value: Decimal, spread: Interval | None = None) -> Quantity:
    return Quantity(value, spread or point(value), (("đồng", 1),), Sort.QUANTITY)


def growth(value: Decimal, spread: Interval | None = None, price: Price | None = None) -> Quantity:
    return Quantity(value, spread or point(value), (), Sort.GROWTH, price)


def near(one: Decimal | Fraction, other: Decimal | Fraction) -> bool:
    return abs(Fraction(one) - Fraction(other)) <= CLOSE * max(Fraction(1), abs(Fraction(other)))


def covers(spread: Interval, value: Fraction) -> bool:
    """Whether an interval holds a value, but for its last digits."""
    return Fraction(spread.low) - CLOSE <= value <= Fraction(spread.high) + CLOSE


@st.composite
def rounded(draw: st.DrawFn, values: st.SearchStrategy[Decimal] = positive) -> tuple[Decimal, Interval, Fraction]:
    """A printed positive number, the interval of its rounding, and an exact value it may stand for."""
    value = draw(values)
    spread = Figure(value, value).interval()
    return value, spread, draw(inside(spread))


@law
@given(positive, positive, terms)
def test_average_growth_compounds_to_the_ratio(start: Decimal, end: Decimal, years: int) -> None:
    """(1 + g)^n is the ratio of the levels."""
    found = average_growth(money(start), money(end), years)
    assert near((1 + Fraction(found.value)) ** years, Fraction(end) / Fraction(start))


@law
@given(positive, positive, terms)
def test_projecting_at_the_average_growth_arrives(start: Decimal, end: Decimal, years: int) -> None:
    """cagr, then project: the end is reached."""
    rate = average_growth(money(start), money(end), years)
    assert near(level(money(start), rate, years).value / end, Decimal(1))


@law
@given(positive, rates, terms)
def test_the_average_growth_of_a_projection_is_its_rate(start: Decimal, rate: Decimal, years: int) -> None:
    """project, then cagr: the rate comes back."""
    end = level(money(start), growth(rate), years)
    assert near(average_growth(money(start), end, years).value, rate)


@law
@given(positive, rates, terms)
def test_negative_years_undo(start: Decimal, rate: Decimal, years: int) -> None:
    """Forward and back again is where one began."""
    there = level(money(start), growth(rate), years)
    assert near(level(there, growth(rate), -years).value, start)


@law
@given(positive, rates, terms, terms)
def test_years_add_up(start: Decimal, rate: Decimal, first: int, then: int) -> None:
    """Growing for some years and then for more is growing for all of them."""
    halfway = level(money(start), growth(rate), first)
    whole = level(money(start), growth(rate), first + then)
    assert near(level(halfway, growth(rate), then).value / whole.value, Decimal(1))


@law
@given(positive, positive, terms, st.integers(-9, 9))
def test_units_do_not_matter(start: Decimal, end: Decimal, years: int, power: int) -> None:
    """Thousands or millions: the growth is the same, and so is its interval."""
    one, other = Figure(start, start).interval(), Figure(end, end).interval()
    if one.low <= 0 or other.low <= 0:
        return
    before = average_growth(money(start, one), money(end, other), years)
    after = average_growth(
        money(start.scaleb(power), one.shift(power)), money(end.scaleb(power), other.shift(power)), years
    )
    assert (before.value, before.interval) == (after.value, after.interval)


@law
@given(positive, positive)
def test_total_growth_is_average_growth_of_one_step(start: Decimal, end: Decimal) -> None:
    """Growth over the whole stretch takes the stretch as one year."""
    assert average_growth(money(start), money(end), 1) == total_growth(money(start), money(end))


@law
@given(rates, rates)
def test_real_growth_and_deflator_make_nominal_growth(nominal: Decimal, real: Decimal) -> None:
    """(1 + real)(1 + deflator) = 1 + nominal."""
    prices = deflator(growth(nominal, price=Price.CURRENT), growth(real, price=Price.CONSTANT)).value
    assert near((1 + Fraction(real)) * (1 + Fraction(prices)), 1 + Fraction(nominal))


@law
@given(rounded(), rounded(), terms)
def test_the_interval_of_average_growth_holds_every_exact_result(
    start: tuple[Decimal, Interval, Fraction], end: tuple[Decimal, Interval, Fraction], years: int
) -> None:
    """Whatever the printed levels stand for, its growth lies inside; checked in fractions, without a root."""
    if start[1].low <= 0 or end[1].low <= 0:
        return
    found = average_growth(money(*start[:2]), money(*end[:2]), years)
    ratio = end[2] / start[2]
    low, high = (1 + Fraction(side) for side in (found.interval.low, found.interval.high))
    assert low**years * (1 - CLOSE) <= ratio <= high**years * (1 + CLOSE)
    assert found.interval.contains(found.value)


@law
@given(rounded(), rounded(rates), st.integers(-8, 8))
def test_the_interval_of_a_level_holds_every_exact_result(
    start: tuple[Decimal, Interval, Fraction], rate: tuple[Decimal, Interval, Fraction], years: int
) -> None:
    """Whatever start and growth stand for, the level lies inside, forward and back."""
    if rate[1].low <= -1:
        return
    found = level(money(*start[:2]), growth(*rate[:2]), years)
    exact = start[2] * (1 + rate[2]) ** years
    assert Fraction(found.interval.low) * (1 - CLOSE) <= exact <= Fraction(found.interval.high) * (1 + CLOSE)


@law
@given(rounded(rates), rounded(rates))
def test_the_interval_of_a_deflator_holds_every_exact_result(
    nominal: tuple[Decimal, Interval, Fraction], real: tuple[Decimal, Interval, Fraction]
) -> None:
    """Whatever the two growths stand for, the deflator lies inside."""
    if min(nominal[1].low, real[1].low) <= -1:
        return
    found = deflator(growth(*nominal[:2], Price.CURRENT), growth(*real[:2], Price.CONSTANT))
    assert covers(found.interval, (1 + nominal[2]) / (1 + real[2]) - 1)


def finer(value: Decimal, places: int) -> Decimal:
    """The number printed with more zeros: 7.3 as 7.300."""
    return value + Decimal((0, (0,), int(value.as_tuple().exponent) - places))


@law
@given(positive, positive, terms, st.integers(1, 3))
def test_more_digits_never_widen_the_interval(start: Decimal, end: Decimal, years: int, more: int) -> None:
    """7.3 printed as 7.30 knows more, so its growth is known at least as well."""
    spreads = [[Figure(v, v).interval() for v in (finer(start, by), finer(end, by))] for by in (0, more)]
    if min(spread.low for spread in spreads[0]) <= 0:
        return
    wide, narrow = (average_growth(money(start, one), money(end, other), years).interval for one, other in spreads)
    assert covers(wide, Fraction(narrow.low))
    assert covers(wide, Fraction(narrow.high))


@pytest.mark.parametrize("years", [1, 2, 5, 25, -1, -5])
def test_no_growth_keeps_the_level(years: int) -> None:
    """Zero growth is no change, whatever the years."""
    kept = level(money(Decimal("202.925")), growth(Decimal(0)), years)
    assert (Decimal("202.925"), point(Decimal("202.925"))) == (kept.value, kept.interval)


def test_growth_carries_the_price_basis_of_its_levels() -> None:
    """Growth of levels at constant prices is real growth."""
    assert average_growth(money(Decimal(100)), money(Decimal(110)), 2, Price.CONSTANT).price is Price.CONSTANT


@pytest.mark.parametrize(
    ("nominal", "real"),
    [
        pytest.param(Price.CONSTANT, Price.CONSTANT, id="real over real growth"),
        pytest.param(Price.CURRENT, Price.CURRENT, id="nominal over nominal growth"),
        pytest.param(Price.CONSTANT, Price.CURRENT, id="real over nominal growth"),
    ],
)
def test_a_deflator_is_nominal_over_real(nominal: Price, real: Price) -> None:
    """Any other pair is refused, and the message names both."""
    with pytest.raises(UnitError) as error:
        deflator(growth(Decimal("0.08"), price=nominal), growth(Decimal("0.07"), price=real))
    assert f"growth ({nominal} prices) over growth ({real} prices)" in str(error.value)


@pytest.mark.parametrize("sort", [Sort.SHARE, Sort.POINTS, Sort.RATIO, Sort.INDEX])
def test_only_growth_compounds(sort: Sort) -> None:
    """A share, points, a ratio or an index does not compound, and the message names it."""
    with pytest.raises(UnitError, match=f"cannot compound {sort}"):
        compound(Quantity(Decimal("0.1"), point(Decimal("0.1")), (), sort), 5)


def test_levels_of_different_things_are_refused() -> None:
    """đồng do not grow into người."""
    people = Quantity(Decimal(5), point(Decimal(5)), (("người", 1),), Sort.QUANTITY)
    with pytest.raises(UnitError, match="đồng and người"):
        total_growth(money(Decimal(5)), people)


def test_the_reason_carries_the_levels() -> None:
    """The sentence of the reason can put in both levels."""
    with pytest.raises(NotComputableError) as error:
        average_growth(number(-5), number(5), 5)
    assert error.value.reason.facts == (("start", Decimal(-5)), ("end", Decimal(5)))


def test_an_exact_root_lies_in_its_interval() -> None:
    """1331 is 1000 at 10 % for three years, to the last digit."""
    assert average_growth(number(1000), number(1331), 3).interval.contains(Decimal("0.1"))


@pytest.mark.parametrize("years", [10**8, -(10**8)])
def test_a_level_beyond_all_numbers_is_no_level(years: int) -> None:
    """Too many years leave no number, not even an endless one; the boundary says so in one line (`cases/calc.yaml`)."""
    with pytest.raises(Overflow):
        level(number(100), growth(Decimal("0.1")), years)


@pytest.mark.parametrize(("nominal", "real"), [(None, None), (Price.CURRENT, None), (None, Price.CONSTANT)])
def test_a_deflator_of_growth_without_prices_is_refused(nominal: Price | None, real: Price | None) -> None:
    """Population growth is neither nominal nor real."""
    with pytest.raises(UnitError, match="a deflator is nominal over real growth"):
        deflator(growth(Decimal("0.02"), price=nominal), growth(Decimal("0.01"), price=real))
