"""Growth: average, total, compounded and deflated.

With V0 and Vn the levels n years apart and g, r fractions a year:

    average growth   g  = (Vn / V0)^(1/n) - 1          "2021-2025" has base year 2020 and n = 5
    level            Vn = V0 (1 + g)^n
    base             V0 = Vn / (1 + g)^n
    deflator         d  = (1 + g_nominal) / (1 + g_real) - 1

Average growth is undefined where a level is zero or negative: the answer is then a reason, not a number.
Source: the compound annual growth rate as national accounts use it (SNA 2008, chapter 15).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, number, require_same
from tgkt.errors import UnitError
from tgkt.facts.indicator import Price
from tgkt.facts.interval import EXACT, Interval, near_root, point
from tgkt.facts.units import at_constant_prices, is_money
from tgkt.reason import Reason

ONE = number(1)


class NotComputableError(Exception):
    """No number exists; the error carries the reason that is shown instead."""

    def __init__(self, code: str, **facts: object) -> None:
        self.reason = Reason(code, tuple(facts.items()))
        super().__init__(code)


def average_growth(start: Quantity, end: Quantity, years: int, price: Price | None = None) -> Quantity:
    """Average growth (Vn / V0)^(1/n) - 1 between two levels, as a fraction a year.

    Args:
        start: the level of the base year.
        end: the level `years` later, of the same dimensions.
        years: how many steps lie between.
        price: the price basis of the growth; that of the levels' own money unless given.

    Raises:
        NotComputableError: no year between, or a level that is zero or negative.
        UnitError: the levels measure different things; the message names both.
    """
    require_same(start, end, "compare")
    _require_years(years)
    if start.value <= 0 or end.value <= 0:
        raise NotComputableError("not_positive", start=start.value, end=end.value)
    if start.interval.low <= 0 or end.interval.low <= 0:
        raise NotComputableError("may_be_zero")
    value = root_growth(start.value, end.value, years)
    spread = (end.interval / start.interval).root(years) - ONE.interval
    return Quantity(value, spread, (), Sort.GROWTH, price or _price_of(start))


def root_growth(start: Decimal, end: Decimal, years: int) -> Decimal:
    """(end / start)^(1/years) - 1 for positive levels."""
    ratio = CONTEXT.divide(end, start)
    return CONTEXT.subtract(CONTEXT.plus(near_root(ratio, years)), Decimal(1))  # 1.015 for 1.015^15, to the last digit


def total_growth(start: Quantity, end: Quantity) -> Quantity:
    """Growth over the whole term, Vn / V0 - 1, as a fraction. Same errors as `average_growth`."""
    return average_growth(start, end, 1)


def compound(growth: Quantity, years: int) -> Quantity:
    """The factor (1 + g)^n by which growth g multiplies a level in n years.

    Raises:
        NotComputableError: a growth of -100 % or less.
        UnitError: something that is not a growth.
    """
    if growth.sort not in (Sort.GROWTH, Sort.NUMBER) or growth.dimensions:
        raise UnitError("cannot compound {quantity}: only growth compounds", quantity=growth.named())
    step = Quantity(CONTEXT.add(growth.value, Decimal(1)), growth.interval + ONE.interval)
    if step.interval.low <= 0:
        raise NotComputableError("growth_below_minus_100")
    if years < 0:
        return ONE / compound(growth, -years)
    if years == 0:
        return ONE
    return Quantity(CONTEXT.power(step.value, Decimal(years)), step.interval.power(years))


def level(start: Quantity, growth: Quantity, years: int) -> Quantity:
    """The level V (1 + g)^n after n years of growth, in the unit of V; a negative n gives the level before.

    Raises:
        NotComputableError: a growth of -100 % or less.
        UnitError: something that is not a growth.
    """
    return start * compound(growth, years)


def path_total(start: Quantity, end: Quantity, years: int) -> Quantity:
    """The sum of the n years after the first on a smooth path from s to e, Σ_{k=1..n} s (e/s)^(k/n), in their unit.

    Same errors as `average_growth`.
    """
    rate = average_growth(start, end, years).exactly()
    flows = [level(start.exactly(), rate, year).value for year in range(1, years + 1)]
    return start.spread(total(flows), path_range(start.interval, end.interval, years))


def path_range(start: Interval, end: Interval, years: int) -> Interval:
    """The range of the sum of a smooth path; it rises with both levels, so its ends are at theirs."""
    low, to_low, high, to_high = (each.normalize(EXACT) for each in (start.low, end.low, start.high, end.high))
    return Interval(_summed(low, to_low, years).low, _summed(high, to_high, years).high)


@lru_cache(maxsize=8192)  # narrowing many relations asks for the same sums again and again; it takes 0.9 for 0.90
def _summed(first: Decimal, last: Decimal, years: int) -> Interval:
    start, end = point(first), point(last)
    step, flow, added = (end / start).root(years), start, point(Decimal(0))
    for _ in range(years):
        flow = flow * step
        added = added + flow
    return added


def deflator(nominal: Quantity, real: Quantity) -> Quantity:
    """The price growth between nominal and real growth, (1 + g) / (1 + r) - 1, as a fraction a year.

    Raises:
        UnitError: the first is not at current, or the second not at constant prices.
    """
    if nominal.price is not Price.CURRENT or real.price is not Price.CONSTANT:
        raise UnitError(
            "a deflator is nominal over real growth, not {nominal} over {real}",
            nominal=nominal.named(),
            real=real.named(),
        )
    ratio = compound(nominal, 1) / compound(real, 1)
    return Quantity(CONTEXT.subtract(ratio.value, Decimal(1)), ratio.interval - ONE.interval, (), Sort.GROWTH)


def total(values: Iterable[Decimal]) -> Decimal:
    """A sum at working precision; Python's own `sum` rounds to 28 digits."""
    added = Decimal(0)
    for value in values:
        added = CONTEXT.add(added, value)
    return added


def _price_of(level: Quantity) -> Price | None:
    """The price basis of a level, current or constant, by its unit of money."""
    money = [name for name, _ in level.dimensions if is_money(name)]
    if not money:
        return None
    return Price.CONSTANT if any(at_constant_prices(name) == name for name in money) else Price.CURRENT


def _require_years(years: int) -> None:
    if years <= 0:
        raise NotComputableError("no_years", years=years)
