"""Every derived figure of the shipped plan, recomputed by hand: exact fractions over the corners of printed intervals.

Nothing here is taken from the program but what it answers: the numbers are those the documents print, with half a unit
of the last digit (of "khoảng" a whole unit) on each side, the formulas are written out, and a formula that moves one
way with each of its inputs has its ends at corners. What is drawn from the inputs must lie within the same ends.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped import shipped
from strategies import law

from tgkt.engine.status.rows import assess
from tgkt.results.computed import Amount
from tgkt.series.known import How
from tgkt.series.series import Knowledge

F = Fraction
GRAIN = F(1, 10**6)


class Printed(NamedTuple):
    """A number a document prints, and the ends of what it may stand for."""

    value: F
    low: F
    high: F


def half(text: str) -> Printed:
    """Half a unit of the last printed digit on each side."""
    value, digits = F(text), len(text.partition(".")[2])
    unit = F(1, 10**digits)
    return Printed(value, value - unit / 2, value + unit / 2)


def about(text: str) -> Printed:
    """A whole unit of the last digit on each side: khoảng."""
    value, low, high = half(text)
    return Printed(value, value - 2 * (value - low), value + 2 * (high - value))


def between(low: str, high: str) -> Printed:
    """Anything from one end to the other; the middle stands for it."""
    return Printed((F(low) + F(high)) / 2, F(low), F(high))


def root(value: F, years: int) -> F:
    """The n-th root, to fifty digits."""
    with localcontext() as exact:
        exact.prec = 60
        found = (Decimal(value.numerator) / Decimal(value.denominator)) ** (Decimal(1) / Decimal(years))
    return F(found)


# ---- what the documents print: billion đồng, million đồng a head, percent, persons

GRDP, GRDP_TIMES = about("202925"), half("1.6")  # I.2.1, đoạn 1
PER_HEAD, PER_HEAD_2020 = half("119"), half("79.4")  # I.2.1, đoạn 1
PER_HEAD_TN, PER_HEAD_BK = half("132"), half("62.8")  # Phụ lục II, Thái Nguyên 7, Bắc Kạn 10
REVENUE, REVENUE_BK, RATIO_BK = half("24735"), half("1135"), half("5.4")  # I.2.1; Phụ lục II, Bắc Kạn
AGRICULTURE = half("11.2")  # I.2.1, đoạn 1
INVESTMENT = Printed(F(374000), F(373000), F(375000))  # I.2.1, đoạn 10: khoảng 374 nghìn tỷ
ADMITTED_BK, RATE_TN, RATE_BK = half("984"), half("3.12"), half("2.72")  # Phụ lục II, Bắc Kạn 66; I (15)
MEMBERS_TN = F(95672 - 2332)  # article_2022: counts, exact


def grdp_bk(revenue: F, ratio: F) -> F:
    """Bắc Kạn's GRDP: revenue over its ratio to GRDP."""
    return revenue / ratio * 100


def people_bk(revenue: F, ratio: F, head: F) -> F:
    """Bắc Kạn's population, in thousands."""
    return grdp_bk(revenue, ratio) / head


def people_tn(grdp: F, revenue: F, ratio: F, head: F) -> F:
    """Old Thái Nguyên's population, in thousands."""
    return (grdp - grdp_bk(revenue, ratio)) / head


def by_grdp(grdp: F, revenue: F, ratio: F, tn: F, bk: F) -> F:
    """Two shares weighed by GRDP."""
    weight = grdp_bk(revenue, ratio) / grdp
    return (1 - weight) * tn + weight * bk


def services(grdp: F, revenue: F, ratio: F, tn: F, bk: F, agriculture: F) -> F:
    """What industry and agriculture leave."""
    return 100 - by_grdp(grdp, revenue, ratio, tn, bk) - agriculture


def revenue_growth(revenue: F, bk: F, growth_tn: F, growth_bk: F) -> F:
    """The growth of both, each taken back over five years at its own pace, in percent."""
    start = (revenue - bk) / (1 + growth_tn / 100) ** 5 + bk / (1 + growth_bk / 100) ** 5
    return 100 * (root(revenue / start, 5) - 1)


def investment_ratio(investment: F, grdp: F, times: F) -> F:
    """Investment over five years of GRDP that grow smoothly to the last, in percent."""
    pace = root(times, 5)
    return 100 * investment / sum(grdp / pace**back for back in range(5))


def by_people(grdp: F, revenue: F, ratio: F, head_tn: F, head_bk: F, tn: F, bk: F) -> F:
    """Incomes a year weighed by population, in million đồng a month."""
    one, other = people_tn(grdp, revenue, ratio, head_tn), people_bk(revenue, ratio, head_bk)
    return (one * tn + other * bk) / (one + other) / 12


def insured(grdp: F, revenue: F, ratio: F, head_tn: F, head_bk: F, tn: F, bk: F) -> F:
    """Two coverages weighed by population, in percent."""
    return by_people(grdp, revenue, ratio, head_tn, head_bk, tn, bk) * 12


def by_households(merged: F, one: F, other: F, tn: F, bk: F) -> F:
    """Two shares weighed by households, as the reductions of poverty imply them."""
    weight = (merged - one) / (other - one)
    return (1 - weight) * tn + weight * bk


def by_members(admitted: F, rate: F, tn: F, bk: F) -> F:
    """Two shares weighed by Party members at the start of the term."""
    members = admitted / rate * 100
    return (MEMBERS_TN * tn + members * bk) / (MEMBERS_TN + members)


def admissions(admitted: F, rate_bk: F, rate_tn: F) -> F:
    """Both rates weighed by members: Bắc Kạn's own rate stands in its weight too, and is one number."""
    return by_members(admitted, rate_bk, rate_tn, rate_bk)


def people_of_parts(grdp: F, revenue: F, ratio: F, head_tn: F, head_bk: F) -> F:
    """The merged population as the sum of both, in thousands."""
    return people_tn(grdp, revenue, ratio, head_tn) + people_bk(revenue, ratio, head_bk)


def people_of_head(grdp: F, head: F) -> F:
    """The merged population by GRDP per head, in thousands."""
    return grdp / head


def people_2020(grdp: F, times: F, head: F) -> F:
    """The merged population of 2020, in thousands."""
    return grdp / times / head


class Hand(NamedTuple):
    """A formula and its printed inputs."""

    of: Callable[..., F]
    inputs: tuple[Printed, ...]

    @property
    def ends(self) -> tuple[F, F]:
        """The least and the greatest of the corners."""
        found = [self.of(*corner) for corner in product(*((each.low, each.high) for each in self.inputs))]
        return min(found), max(found)

    @property
    def value(self) -> F:
        """What the printed numbers themselves give."""
        return self.of(*(each.value for each in self.inputs))


SHARE_BK = (GRDP, REVENUE_BK, RATIO_BK)
PARTS = (*SHARE_BK, PER_HEAD_TN, PER_HEAD_BK)
FORMULAS = {
    "1.2": (How.BLEND, Hand(by_grdp, (*SHARE_BK, half("56.5"), half("17.8")))),
    "1.3": (How.OWN, Hand(services, (*SHARE_BK, half("56.5"), half("17.8"), AGRICULTURE))),
    "4": (How.BOUNDS, Hand(by_grdp, (*SHARE_BK, half("35.5"), between("0", "100")))),
    "5.1": (How.FORMULA, Hand(revenue_growth, (REVENUE, REVENUE_BK, half("7.24"), half("0.8")))),
    "5.2": (How.OWN, Hand(lambda revenue, grdp: 100 * revenue / grdp, (REVENUE, GRDP))),
    "7": (How.FORMULA, Hand(investment_ratio, (INVESTMENT, GRDP, GRDP_TIMES))),
    "20": (How.BLEND, Hand(insured, (*PARTS, half("95.25"), half("98.0")))),
    "23.1": (How.BLEND, Hand(by_people, (*PARTS, half("65"), half("39")))),
    "23.2": (How.BLEND, Hand(by_people, (*PARTS, half("65"), half("39")))),
    "26.1": (
        How.BLEND,
        Hand(by_households, (half("1.41"), half("1.15"), half("2.47"), half("95"), half("93"))),
    ),
    "35.2": (How.BLEND, Hand(by_members, (ADMITTED_BK, RATE_BK, half("95.11"), half("96.4")))),
    "36": (How.BLEND, Hand(admissions, (ADMITTED_BK, RATE_BK, RATE_TN))),
}
# Whatever the weight: from the least to the greatest of the two provinces.
BETWEEN = {
    "10.1": (half("4.5").low, half("38.7").high),  # Bắc Kạn: 32.7 in the appendix, 38.7 in the self-review
    "26.2": (half("90.8").low, half("98").high),
    "26.3": (half("88").low, half("95").high),
    "35.1": (half("96.01").low, half("96.1").high),  # Bắc Kạn: over 96.1, and 96.1 in its row
}
POPULATION = (
    max(F(1700), Hand(people_of_head, (GRDP, PER_HEAD)).ends[0], Hand(people_of_parts, PARTS).ends[0]),
    min(F(1800), Hand(people_of_head, (GRDP, PER_HEAD)).ends[1], Hand(people_of_parts, PARTS).ends[1]),
)
POPULATION_2020 = Hand(people_2020, (GRDP, GRDP_TIMES, PER_HEAD_2020))
GROWTH = Hand(
    lambda times, now, before: 100 * (root(times * before / now, 5) - 1), (GRDP_TIMES, PER_HEAD, PER_HEAD_2020)
)  # GRDP cancels


class Answer(NamedTuple):
    """What the program says, in exact fractions."""

    how: How
    low: F
    high: F
    value: F | None


@cache
def answers() -> dict[str, Answer]:
    """The derived figures of the shipped plan: baselines and newest figures."""
    plan = shipped().plans["targets_2025_2030"]
    found: dict[str, Answer] = {}
    for item in assess(plan, Knowledge(shipped())):
        for name, known in (("", item.baseline), (" now", item.current)):
            if known is not None and known.how.is_derived:
                found[f"{item.row.code}{name}"] = _answer(known)
    return found


def _answer(known: Amount) -> Answer:
    return Answer(known.how, F(known.low), F(known.high), F(known.value) if known.is_point else None)


def test_every_derived_figure_is_computed_by_hand_too() -> None:
    """A new one is added to the tables above, and one that is printed now leaves them."""
    assert set(answers()) == {*FORMULAS, *BETWEEN, "11.1", "11.2"}


@pytest.mark.parametrize(("code", "expected"), FORMULAS.items(), ids=FORMULAS)
def test_a_formula_has_its_ends_at_corners(code: str, expected: tuple[How, Hand]) -> None:
    """The interval is that of the corners, the value that of the printed numbers; of a range there is none."""
    how, hand = expected
    found = answers()[code]
    assert found.how is how
    assert is_close(found.low, hand.ends[0])
    assert is_close(found.high, hand.ends[1])
    assert found.value is None or is_close(found.value, hand.value)
    assert (found.value is None) == (code in ("4", "26.1"))


@pytest.mark.parametrize(("code", "ends"), BETWEEN.items(), ids=BETWEEN)
def test_bounds_lie_between_the_parts(code: str, ends: tuple[F, F]) -> None:
    """From the lower end of the least part to the upper end of the greatest; there is no value."""
    assert answers()[code] == Answer(How.BOUNDS, *ends, None)


def test_population_is_what_three_routes_have_in_common() -> None:
    """GRDP per head, both provinces added up, and "nearly 1.8 million"; the middle stands for it."""
    found = answers()["11.1"]
    assert found.value is not None
    assert found.how is How.FORMULA
    assert is_close(found.low, POPULATION[0])
    assert is_close(found.high, POPULATION[1])
    assert is_close(found.value, (POPULATION[0] + POPULATION[1]) / 2)


def test_population_growth_lies_between_the_ends_of_two_populations() -> None:
    """The level of 2025, cut by all three routes, over that of 2020; a cut level is no formula, so GRDP stays twice.

    Where GRDP cancels, the growth by GRDP per head alone has nearly the same upper end.
    """
    found, (least, most) = answers()["11.2"], POPULATION_2020.ends
    ends = [100 * (root(now / before, 5) - 1) for now, before in zip(POPULATION, (most, least), strict=True)]
    assert found.how is How.OWN
    assert found.value is not None
    assert is_close(found.low, ends[0])
    assert is_close(found.high, ends[1])
    assert is_close(found.value, 100 * (root((POPULATION[0] + POPULATION[1]) / (2 * POPULATION_2020.value), 5) - 1))
    assert GROWTH.ends[0] < found.low
    assert GROWTH.ends[1] <= found.high < GROWTH.ends[1] + F(3, 10000)


@law
@given(st.sampled_from([*FORMULAS]), st.lists(st.integers(0, 1000), min_size=8, max_size=8))
def test_what_is_drawn_from_the_inputs_lies_within(code: str, drawn: list[int]) -> None:
    """Whatever numbers the printed ones stand for, the formula gives one of the interval."""
    hand, found = FORMULAS[code][1], answers()[code]
    shares = [F(each, 1000) for each in drawn]
    point = [each.low + share * (each.high - each.low) for each, share in zip(hand.inputs, shares, strict=False)]
    assert found.low - GRAIN**2 <= hand.of(*point) <= found.high + GRAIN**2


@pytest.mark.parametrize("code", FORMULAS)
def test_the_ends_are_reached(code: str) -> None:
    """Of a grid over the inputs the least and the greatest are the ends, to a millionth: nothing is too wide."""
    hand, found = FORMULAS[code][1], answers()[code]
    grid = [[each.low, (each.low + each.high) / 2, each.high] for each in hand.inputs]
    sampled = [hand.of(*point) for point in product(*grid)]
    assert is_close(min(sampled), found.low)
    assert is_close(max(sampled), found.high)


def is_close(one: Fraction, other: Fraction) -> bool:
    """Whether two numbers agree to a millionth."""
    return abs(one - other) <= GRAIN * max(abs(one), abs(other))
