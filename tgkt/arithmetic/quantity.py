"""Quantities: a value, the interval that its printed digits allow, its dimensions and its sort.

A value in root units is the printed number times the factor of its unit: 119 triệu đồng is 119 * 10^6 VND, 7.35 % is
0.0735; growth printed as the index i of the year before is i - 1.

Dimensions come from pint; here they are only multiplied and compared. A flow is a yearly flow, so
time drops out: a monthly figure is turned into a yearly one. Pure numbers have a *sort* that pint
cannot see, and the sort decides which sums make sense:

    share - share = points      share + points = share      growth - growth = points
    growth + points = growth    number + growth = factor    ratio + growth, nominal + real growth: refused
"""

from __future__ import annotations

from decimal import Context, Decimal
from enum import StrEnum
from typing import Final

from tgkt.errors import UnitError
from tgkt.facts.indicator import Indicator, Kind, Price, Words
from tgkt.facts.interval import PRECISION, Interval, point
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit, at_constant_prices, dimensions, name_of_root
from tgkt.message import Message

CONTEXT = Context(prec=PRECISION)
"""Decimal arithmetic of the engine: forty digits, whatever the caller's context."""
Dimensions = tuple[tuple[str, int], ...]


class Sort(StrEnum):
    """The sort of a pure number: share, points, growth, ratio …; `quantity` for everything that has dimensions."""

    QUANTITY = "quantity"
    NUMBER = "number"
    SHARE = "share"
    POINTS = "points"
    GROWTH = "growth"
    RATIO = "ratio"
    INDEX = "index"


_SORTS = {
    Kind.SHARE: Sort.SHARE,
    Kind.GROWTH: Sort.GROWTH,
    Kind.CHANGE: Sort.POINTS,
    Kind.RATIO: Sort.RATIO,
    Kind.INDEX: Sort.INDEX,
}


class Quantity:
    """A value in root units (đồng, people, fractions), with its interval, dimensions and sort."""

    __slots__ = ("dimensions", "interval", "price", "sort", "value")

    def __init__(
        self,
        value: Decimal,
        interval: Interval,
        dimensions: Dimensions = (),
        sort: Sort = Sort.NUMBER,
        price: Price | None = None,
    ) -> None:
        self.value: Final = value
        self.interval: Final = interval
        self.dimensions: Final = dimensions
        self.sort: Final = sort
        self.price: Final = price

    def _parts(self) -> tuple[Decimal, Interval, Dimensions, Sort, Price | None]:
        return self.value, self.interval, self.dimensions, self.sort, self.price

    def __eq__(self, other: object) -> bool:
        return self._parts() == other._parts() if isinstance(other, Quantity) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"Quantity{self._parts()!r}"

    def __reduce__(self) -> tuple[type[Quantity], tuple[Decimal, Interval, Dimensions, Sort, Price | None]]:
        return Quantity, self._parts()

    def __add__(self, other: Quantity) -> Quantity:
        sort = _sum_sort(self, other, "+")
        return Quantity(
            CONTEXT.add(self.value, other.value),
            self.interval + other.interval,
            self.dimensions,
            sort,
            self.price or other.price,
        )

    def __sub__(self, other: Quantity) -> Quantity:
        sort = _sum_sort(self, other, "-")
        return Quantity(
            CONTEXT.subtract(self.value, other.value),
            self.interval - other.interval,
            self.dimensions,
            sort,
            self.price or other.price,
        )

    def __neg__(self) -> Quantity:
        return self.spread(self.value.copy_negate(), -self.interval)

    def __mul__(self, other: Quantity) -> Quantity:
        value = CONTEXT.multiply(self.value, other.value)
        return _product(self, other, value, self.interval * other.interval, 1)

    def __truediv__(self, other: Quantity) -> Quantity:
        """Divide.

        Raises:
            ZeroDivisionError: the divisor may be zero.
        """
        if other.value == 0:
            raise ZeroDivisionError("the divisor is zero")
        value = CONTEXT.divide(self.value, other.value)
        return _product(self, other, value, self.interval / other.interval, -1)

    @property
    def is_pure(self) -> bool:
        return not self.dimensions

    def within(self, unit: Unit) -> Decimal:
        """The value in a unit."""
        return in_unit(self.value, unit)

    def span(self, unit: Unit) -> Interval:
        """The interval in a unit."""
        own = self.interval
        return Interval(in_unit(own.low, unit), in_unit(own.high, unit), own.low_open, own.high_open)

    def exactly(self, value: Decimal | None = None) -> Quantity:
        """An exact value of the same kind: its own value unless another is given."""
        kept = self.value if value is None else value
        return self.spread(kept, point(kept))

    def spread(self, value: Decimal, interval: Interval) -> Quantity:
        """A value of the same kind with an interval of its own."""
        return Quantity(value, interval, self.dimensions, self.sort, self.price)

    def of_sort(self, sort: Sort, price: Price | None) -> Quantity:
        """The same value as one of another sort, at these prices."""
        return Quantity(self.value, self.interval, self.dimensions, sort, price)

    def named(self) -> Message:
        """Its name in messages: "growth (constant prices)", "people", "VND/person"."""
        if self.is_pure:
            return (
                _at_prices(_NAMES[self.sort], is_constant=self.price is Price.CONSTANT)
                if self.price
                else _NAMES[self.sort]
            )
        above = [_unit_named(root) for root, power in self.dimensions if power > 0]
        below = [_unit_named(root, is_one=True) for root, power in self.dimensions if power < 0]
        return Message.joined("/", [Message.joined("·", above or ["1"]), *below])


def number(value: Decimal | int) -> Quantity:
    """An exact pure number."""
    exact = Decimal(value)
    return Quantity(exact, point(exact))


def quantity(statement: Statement, indicator: Indicator) -> Quantity:
    """A statement's figure as a quantity in root units.

    For a bound ("trên 46%") the value is the printed edge, and the interval is everything beyond it. Growth printed as
    an index i of the year before is i - 1.
    """
    figure = statement.figure
    assert figure is not None
    own = statement.relative_to is None
    if not own:
        return of_unit(figure.low, figure.interval(), statement.unit).of_sort(Sort.RATIO, None)
    floor, ceiling = (CONTEXT.divide(end, statement.times) for end in (indicator.floor, indicator.ceiling))
    found = of_unit(_middle(figure.low, figure.high), figure.interval(floor, ceiling), statement.unit, indicator)
    if not statement.is_index:
        return found
    return found.spread(CONTEXT.subtract(found.value, Decimal(1)), found.interval - point(Decimal(1)))


def of_unit(value: Decimal, spread: Interval, unit: Unit, indicator: Indicator | None = None) -> Quantity:
    """A value in a unit as a quantity in root units; its sort and price basis are those of the indicator."""
    found = dimensions(unit)[1]
    price = indicator.price if indicator else None
    if price is Price.CONSTANT:
        found = tuple((at_constant_prices(name), power) for name, power in found)
    sort = Sort.QUANTITY if found else _sort(unit, indicator)
    rooted = in_roots(value, unit), range_in_roots(spread, unit)
    return Quantity(*rooted, found, sort, price if sort is Sort.GROWTH else None)


def in_unit(value: Decimal, unit: Unit) -> Decimal:
    """A value in root units, converted to a unit; with the two functions below this is the only conversion."""
    return CONTEXT.divide(value, dimensions(unit)[0])


def in_roots(value: Decimal, unit: Unit) -> Decimal:
    """A value in a unit, converted to root units: the value times the unit's factor."""
    return CONTEXT.multiply(value, dimensions(unit)[0])


def range_in_roots(interval: Interval, unit: Unit) -> Interval:
    """An interval in a unit, converted to root units."""
    return scaled(interval, dimensions(unit)[0])


def scaled(interval: Interval, factor: Decimal) -> Interval:
    """An interval times a positive factor; infinite ends stay infinite."""
    low, high = CONTEXT.multiply(interval.low, factor), CONTEXT.multiply(interval.high, factor)
    return Interval(low, high, interval.low_open, interval.high_open)


def _sort(unit: Unit, indicator: Indicator | None) -> Sort:
    if unit.above[0] == "điểm_phần_trăm":
        return Sort.POINTS
    return _SORTS.get(indicator.kind, Sort.NUMBER) if indicator else Sort.NUMBER


def sort_of(indicator: Indicator, value: Quantity) -> Sort:
    """The sort of a value computed for an indicator."""
    return value.sort if value.dimensions else _sort(indicator.unit, indicator)


def require_same(one: Quantity, other: Quantity, doing: str) -> None:
    """Refuse to add, subtract or compare two quantities that measure different things.

    Args:
        one: a quantity.
        other: another.
        doing: the operation for the message, one of `_DOING`.

    Raises:
        UnitError: naming both.
    """
    _refuse_ranks(one, other)
    together = one.dimensions == other.dimensions
    alike = one.sort is other.sort or Sort.NUMBER in (one.sort, other.sort) or Sort.QUANTITY in (one.sort, other.sort)
    priced = one.price is None or other.price is None or one.price is other.price
    if not (together and alike and priced):
        raise UnitError(
            "cannot {doing} {one} and {other}: they are not the same kind of quantity",
            doing=_DOING[doing],
            one=one.named(),
            other=other.named(),
        )


def _refuse_ranks(*values: Quantity) -> None:
    """Refuse arithmetic with ranks: second place is not twice first place.

    Raises:
        UnitError: one of the values is a rank.
    """
    if any(name == "bậc" for value in values for name, _ in value.dimensions):
        raise UnitError("ranks can only be compared, not added or averaged")


def _unit_named(root: str, *, is_one: bool = False) -> Message | Words:
    """A root unit in the reader's language, with its prices where they are constant."""
    vi, en, is_constant = name_of_root(root, is_one=is_one)
    return _at_prices(Words(vi, en), is_constant=True) if is_constant else Words(vi, en)


def _at_prices(named: Message | Words, *, is_constant: bool) -> Message:
    if is_constant:
        return Message("{measure} (constant prices)", measure=named)
    return Message("{measure} (current prices)", measure=named)


_DOING = {
    "add": Message("add"),
    "subtract": Message("subtract"),
    "compare": Message("compare"),
    "blend": Message("blend"),
    "weigh by": Message("weigh by"),
}
_NAMES = {
    Sort.QUANTITY: Message("quantity"),
    Sort.NUMBER: Message("number"),
    Sort.SHARE: Message("share"),
    Sort.POINTS: Message("points"),
    Sort.GROWTH: Message("growth"),
    Sort.RATIO: Message("ratio"),
    Sort.INDEX: Message("index"),
}


def _middle(low: Decimal, high: Decimal) -> Decimal:
    return low if low == high else CONTEXT.divide(CONTEXT.add(low, high), Decimal(2))


_SUMS = {
    ("-", Sort.SHARE, Sort.SHARE): Sort.POINTS,
    ("-", Sort.GROWTH, Sort.GROWTH): Sort.POINTS,
    ("+", Sort.SHARE, Sort.POINTS): Sort.SHARE,
    ("-", Sort.SHARE, Sort.POINTS): Sort.SHARE,
    ("+", Sort.GROWTH, Sort.POINTS): Sort.GROWTH,
    ("-", Sort.GROWTH, Sort.POINTS): Sort.GROWTH,
    ("+", Sort.POINTS, Sort.SHARE): Sort.SHARE,
    ("+", Sort.POINTS, Sort.GROWTH): Sort.GROWTH,
}


def _sum_sort(one: Quantity, other: Quantity, sign: str) -> Sort:
    _refuse_ranks(one, other)
    if (found := _SUMS.get((sign, one.sort, other.sort))) and one.dimensions == other.dimensions:
        if one.price and other.price and one.price is not other.price:
            require_same(one, other, "add" if sign == "+" else "subtract")
        return found
    require_same(one, other, "add" if sign == "+" else "subtract")
    if Sort.NUMBER in (one.sort, other.sort):
        rest = other.sort if one.sort is Sort.NUMBER else one.sort
        return rest if rest is Sort.SHARE else Sort.NUMBER  # 1 - share is a share; 1 + growth is a factor
    return one.sort


def _product(one: Quantity, other: Quantity, value: Decimal, spread: Interval, power: int) -> Quantity:
    _refuse_ranks(one, other)
    powers = dict(one.dimensions)
    for name, exponent in other.dimensions:
        powers[name] = powers.get(name, 0) + power * exponent
    found = tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))
    if found:
        return Quantity(value, spread, found, Sort.QUANTITY)
    sort = _product_sort(one, other, power)
    return Quantity(value, spread, (), sort, (one.price or other.price) if sort is Sort.GROWTH else None)


def _product_sort(one: Quantity, other: Quantity, power: int) -> Sort:
    """A weight times a growth is a growth; a quotient of like things is a plain number."""
    sorts = {one.sort, other.sort}
    if power < 0 and one.sort is other.sort:
        return Sort.NUMBER
    for kept in (Sort.GROWTH, Sort.POINTS):
        if one.sort is kept or (power > 0 and other.sort is kept):
            return kept
    return Sort.SHARE if sorts == {Sort.SHARE} or sorts == {Sort.SHARE, Sort.NUMBER} else Sort.NUMBER
