"""Quantities: what may be brought together, what comes of it, and intervals that hold every exact result."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from builders import figure_of, indicator, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import inside, law, numbers, scaled

from tgkt.arithmetic.growth import average_growth, deflator
from tgkt.arithmetic.mean import Part, blend_sum, blend_weighted
from tgkt.arithmetic.quantity import Quantity, Sort, number, quantity, range_in_roots, require_same
from tgkt.errors import UnitError
from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Kind, Price
from tgkt.facts.interval import DOWN, INFINITY, UP, Interval, point
from tgkt.facts.units import parse_unit

Doing = Callable[[Quantity, Quantity], object]

DOINGS: dict[str, Doing] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "compare": lambda a, b: require_same(a, b, "compare"),
    "sum": lambda a, b: blend_sum([a, b]),
    "blend": lambda a, b: blend_weighted([Part(a, number(1)), Part(b, number(1))]),
}
CLOSE = Fraction(1, 10**24)
digits = numbers(-(10**5), 10**5, places=3)


def of(text: str, kind: Kind = Kind.LEVEL, price: Price | None = None) -> Quantity:
    """ "5 tỷ đồng" as a quantity."""
    figure, unit = text.split(" ", 1)
    return quantity(statement(figure, unit=parse_unit(unit)), indicator(kind=kind, price=price))


SHARE, GROWTH = of("5 %", Kind.SHARE), of("5 %/năm", Kind.GROWTH)
NOMINAL, REAL = of("8 %/năm", Kind.GROWTH, Price.CURRENT), of("7 %/năm", Kind.GROWTH, Price.CONSTANT)
POINTS, RATIO, INDEX = of("1 điểm %", Kind.CHANGE), of("1.6 lần", Kind.RATIO), of("0.75 lần", Kind.INDEX)
MONEY, STEADY, DOLLARS = of("5 tỷ đồng"), of("5 tỷ đồng", price=Price.CONSTANT), of("5 triệu USD")
PEOPLE, COMMUNES, HEADS = of("2 triệu người"), of("95 xã"), of("60 triệu đồng/người/năm")

MIXED = [
    pytest.param(NOMINAL, REAL, ["current prices", "constant prices"], id="nominal with real growth"),
    pytest.param(PEOPLE, MONEY, ["people", "VND"], id="people with money"),
    pytest.param(MONEY, STEADY, ["VND", "VND (constant prices)"], id="current with constant prices"),
    pytest.param(DOLLARS, MONEY, ["USD", "VND"], id="dollars with đồng"),
    pytest.param(RATIO, GROWTH, ["ratio", "growth"], id="a ratio with growth"),
    pytest.param(SHARE, GROWTH, ["share", "growth"], id="a share with growth"),
    pytest.param(SHARE, RATIO, ["share", "ratio"], id="a share with a ratio"),
    pytest.param(INDEX, SHARE, ["index", "share"], id="an index with a share"),
    pytest.param(COMMUNES, PEOPLE, ["communes", "people"], id="communes with people"),
    pytest.param(HEADS, MONEY, ["VND/person", "VND"], id="money a head with money"),
    pytest.param(MONEY, SHARE, ["VND", "share"], id="money with a share"),
    pytest.param(MONEY, number(5), ["VND", "number"], id="money with a bare number"),
]


@pytest.mark.parametrize("doing", DOINGS)
@pytest.mark.parametrize(("one", "other", "names"), MIXED)
def test_mixing_is_refused_with_both_names(one: Quantity, other: Quantity, names: list[str], doing: str) -> None:
    """What measures different things is not brought together, whichever comes first."""
    for first, second in ((one, other), (other, one)):
        with pytest.raises(UnitError) as error:
            DOINGS[doing](first, second)
        assert [name for name in names if name not in str(error.value)] == []


@pytest.mark.parametrize("doing", ["compare", "sum", "blend"])
def test_percent_and_points_are_not_of_one_kind(doing: str) -> None:
    """A share and points may be added, but not compared, summed or averaged; the message names both."""
    for first, second in ((SHARE, POINTS), (POINTS, SHARE), (GROWTH, POINTS)):
        with pytest.raises(UnitError) as error:
            DOINGS[doing](first, second)
        assert "points" in str(error.value)
        assert ("share" if SHARE in (first, second) else "growth") in str(error.value)


def test_growth_of_money_does_not_lead_to_other_money() -> None:
    """Growth from current to constant prices, or from đồng to dollars, is refused with both names."""
    for other, name in ((STEADY, r"VND \(constant prices\)"), (DOLLARS, "USD"), (PEOPLE, "people")):
        with pytest.raises(UnitError, match=f"VND and {name}"):
            average_growth(MONEY, other, 5)


def test_a_deflator_takes_nominal_growth_first() -> None:
    """The other way round is refused, and the message says which is which."""
    with pytest.raises(UnitError, match=r"growth \(constant prices\) over growth \(current prices\)"):
        deflator(REAL, NOMINAL)


@pytest.mark.parametrize(
    ("found", "sort"),
    [
        pytest.param(SHARE - SHARE, Sort.POINTS, id="share - share = points"),
        pytest.param(SHARE + POINTS, Sort.SHARE, id="share + points = share"),
        pytest.param(POINTS + SHARE, Sort.SHARE, id="points + share = share"),
        pytest.param(SHARE - POINTS, Sort.SHARE, id="share - points = share"),
        pytest.param(SHARE + SHARE, Sort.SHARE, id="share + share = share"),
        pytest.param(POINTS + POINTS, Sort.POINTS, id="points + points = points"),
        pytest.param(number(1) - SHARE, Sort.SHARE, id="1 - share = share"),
        pytest.param(REAL - REAL, Sort.POINTS, id="growth - growth = points"),
        pytest.param(number(1) + GROWTH, Sort.NUMBER, id="1 + growth = factor"),
        pytest.param(SHARE * GROWTH, Sort.GROWTH, id="weight * growth = growth"),
        pytest.param(SHARE * POINTS, Sort.POINTS, id="weight * points = points"),
        pytest.param(SHARE * SHARE, Sort.SHARE, id="share of a share = share"),
        pytest.param(POINTS / number(5), Sort.POINTS, id="points / years = points"),
        pytest.param(SHARE / SHARE, Sort.NUMBER, id="share / share = number"),
        pytest.param(MONEY / MONEY, Sort.NUMBER, id="money / money = number"),
        pytest.param(MONEY * SHARE, Sort.QUANTITY, id="money * share = money"),
        pytest.param(MONEY / PEOPLE, Sort.QUANTITY, id="money / people = money a head"),
        pytest.param(HEADS * PEOPLE, Sort.QUANTITY, id="money a head * people = money"),
    ],
)
def test_what_comes_of_a_pair(found: Quantity, sort: Sort) -> None:
    """The sort of a result follows from the sorts put in."""
    assert sort is found.sort


def test_units_multiply_and_cancel() -> None:
    """đồng over người times người are đồng; a monthly figure is turned into a yearly one."""
    assert (HEADS * PEOPLE).dimensions == MONEY.dimensions
    assert (MONEY / PEOPLE).dimensions == HEADS.dimensions
    assert (MONEY / MONEY).is_pure
    assert of("5 triệu đồng/người/tháng").value == HEADS.value
    assert (MONEY / PEOPLE).named() == "VND/person"


@law
@given(digits, st.integers(-3, 3))
def test_a_scale_word_changes_nothing(value: Decimal, steps: int) -> None:
    """1.8 triệu người are 1800 nghìn người: value and interval are the same people."""
    power = 3 * abs(steps)
    units = {0: "đồng", 3: "nghìn đồng", 6: "triệu đồng", 9: "tỷ đồng"}
    plain, judged = Figure(value, value), indicator(kind=Kind.LEVEL)
    one = quantity(statement(plain, unit=parse_unit(units[power])), judged)
    other = quantity(statement(scaled(plain, power), unit=parse_unit("đồng")), judged)
    assert one == other
    assert value == one.within(parse_unit(units[power]))


def test_zeros_that_fill_up_stay_no_digits_as_a_quantity() -> None:
    """16,440 billion known to tens is [16435; 16445] billion đồng."""
    stated = statement(Figure(Decimal(16440), Decimal(16440), step=Decimal(10)), unit=parse_unit("tỷ đồng"))
    found = quantity(stated, indicator(kind=Kind.LEVEL)).interval
    assert (found.low, found.high) == (Decimal(16435).scaleb(9), Decimal(16445).scaleb(9))


@st.composite
def drawn(draw: st.DrawFn) -> tuple[Quantity, Fraction]:
    """A rounded number and an exact value it may stand for."""
    value = draw(digits)
    spread = Figure(value, value).interval()
    return Quantity(value, spread), draw(inside(spread))


def covers(spread: Interval, value: Fraction) -> bool:
    slack = CLOSE * max(Fraction(1), abs(value))
    return Fraction(spread.low) - slack <= value <= Fraction(spread.high) + slack


@law
@given(drawn(), drawn())
def test_every_operation_holds_every_exact_result(
    one: tuple[Quantity, Fraction], other: tuple[Quantity, Fraction]
) -> None:
    """Sum, difference, product and quotient of what two printed numbers stand for lie in the interval."""
    (a, x), (b, y) = one, other
    assert covers((a + b).interval, x + y)
    assert covers((a - b).interval, x - y)
    assert covers((a * b).interval, x * y)
    assert covers((-a).interval, -x)
    if not b.interval.contains(Decimal(0)):
        assert covers((a / b).interval, x / y)


@law
@given(drawn(), drawn())
def test_the_value_lies_in_its_interval(one: tuple[Quantity, Fraction], other: tuple[Quantity, Fraction]) -> None:
    """The value that is shown is one of those that are possible."""
    a, b = one[0], other[0]
    found = [a + b, a - b, a * b, -a]
    found += [] if b.interval.contains(Decimal(0)) else [a / b]
    assert [each for each in found if not covers(each.interval, Fraction(each.value))] == []


@pytest.mark.parametrize("text", ["0", "0.0", "≈ 1"])
def test_nothing_is_divided_by_what_may_be_zero(text: str) -> None:
    """A divisor that rounding may make zero is refused."""
    with pytest.raises(ZeroDivisionError):
        MONEY / quantity(statement(figure_of(text), unit=parse_unit("triệu người")), indicator(kind=Kind.LEVEL))


def test_a_bound_keeps_its_edge_and_everything_beyond() -> None:
    """ "trên 46 %" has the value 46 % and the interval up to the natural limit."""
    limited = indicator(floor=Decimal(0), ceiling=Decimal(100))
    found = quantity(statement("> 46"), limited)
    assert found.value == Decimal("0.46")
    assert found.interval == Interval(Decimal("0.46"), Decimal(1), low_open=True)


def test_points_are_added_to_growth_in_either_order() -> None:
    """What may be added may be added the other way round."""
    assert GROWTH + POINTS == POINTS + GROWTH


def test_a_difference_of_forty_digits_holds_the_exact_result() -> None:
    """1 - 1/3 is 2/3: the interval around 1/3 holds it, and so must the difference."""
    third = Quantity(
        UP.divide(Decimal(1), Decimal(3)),
        Interval(DOWN.divide(Decimal(1), Decimal(3)), UP.divide(Decimal(1), Decimal(3))),
    )
    spread = (Quantity(Decimal(1), point(Decimal(1))) - third).interval
    assert Fraction(spread.low) <= Fraction(2, 3) <= Fraction(spread.high)


def test_ranks_have_no_arithmetic() -> None:
    """The 2nd and the 9th place do not add up to the 11th."""
    with pytest.raises(UnitError, match="ranks can only be compared"):
        of("2 hạng", Kind.RANK) + of("9 hạng", Kind.RANK)


def test_a_minus_sign_keeps_every_digit() -> None:
    """Minus a third has forty digits too, and lies in its interval."""
    found = -(number(1) / number(3))
    assert found.interval.contains(found.value)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(number(Decimal("0.25")) * REAL, id="a weight times a growth"),
        pytest.param(REAL * number(Decimal("0.25")), id="a growth times a weight"),
        pytest.param(SHARE * REAL, id="a share times a growth"),
        pytest.param(REAL / number(4), id="a growth by a number"),
    ],
)
def test_a_product_keeps_the_price_basis_of_its_growth(found: Quantity) -> None:
    """Real growth stays real, so that nominal growth is still not added to it."""
    assert (found.sort, found.price) == (Sort.GROWTH, Price.CONSTANT)
    with pytest.raises(UnitError):
        found + NOMINAL


def test_infinite_ends_stay_infinite_in_another_unit() -> None:
    """A thousandfold of everything beyond 46 is everything beyond 46,000."""
    beyond = Interval(Decimal(46), INFINITY, low_open=True)
    assert range_in_roots(beyond, parse_unit("nghìn người")) == Interval(Decimal(46_000), INFINITY, low_open=True)
