"""Laws of derived figures: depth changes nothing, bounds hold, more figures never widen, no figure makes itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped import shipped
from strategies import law

from tgkt.facts.formula import references
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.series.known import How, Known, Step
from tgkt.series.series import Knowledge

from .test_cases import answer, world

LEAVES = ("a", "b", "c", "d")
FLAT: Mapping[str, Sequence[str]] = {"merged": LEAVES}
NESTED: Mapping[str, Sequence[str]] = {"merged": ("inner", "d"), "inner": ("core", "c"), "core": ("a", "b")}
shares = st.lists(st.integers(0, 100), min_size=4, max_size=4)
numbers = st.lists(st.integers(1, 9999), min_size=4, max_size=4)
growths = st.lists(st.integers(-30, 60), min_size=4, max_size=4, unique=True)


def figures(name: str, values: Sequence[int | None], year: int | str = 2025) -> dict[str, int]:
    """Figures of the leaves; those without one are left out."""
    return {f"{name}[{leaf}, {year}]": value for leaf, value in zip(LEAVES, values, strict=True) if value is not None}


def both(asked: str, printed: Mapping[str, object]) -> list[Known | None]:
    """The same figure where the leaves are merged at once, and where they are merged in three steps."""
    return [answer({"areas": areas, "figures": printed, "asked": asked}) for areas in (FLAT, NESTED)]


def is_same(one: Known | None, other: Known | None) -> bool:
    """Whether two figures have one value and one interval, give or take a millionth."""
    if one is None or other is None:
        return one is other
    pairs = zip(ends(one), ends(other), strict=True)
    return one.how is other.how and all(
        x == y or abs(x - y) <= Decimal("1e-6") * max(Decimal(1), abs(x)) for x, y in pairs
    )


def ends(known: Known) -> tuple[Decimal, Decimal, Decimal]:
    """A figure's ends and its value."""
    return known.quantity.interval.low, known.quantity.interval.high, known.quantity.value


def holds(outer: Interval, inner: Interval) -> bool:
    """Whether an interval lies within another, give or take a millionth."""
    grain = Decimal("1e-6")
    return outer.low <= inner.low + grain and inner.high <= outer.high + grain


# ---- depth


@settings(law, max_examples=6)  # six merges of three depths each
@given(numbers, st.lists(st.integers(100, 9999), min_size=4, max_size=4), shares, growths)
def test_nested_merges_are_the_flat_one(
    people: list[int], money: list[int], share: list[int], growth: list[int]
) -> None:
    """Of sums, means, ratios and growth: three steps give what one does."""
    weights, levels = figures("people", people), figures("output", money, 2024)
    for asked, printed in (
        ("people[merged, 2025]", weights),
        ("share[merged, 2025]", {**figures("share", share), **weights}),
        ("share[merged, 2025]", figures("share", share)),
        ("per_head[merged, 2025]", {**figures("output", money), **weights}),
        ("growth[merged, 2025]", {**figures("growth", growth), **levels}),
        ("spread[merged, 2025]", figures("spread", share)),
    ):
        flat, nested = both(asked, printed)
        assert flat is not None
        assert is_same(flat, nested), asked


# ---- bounds


@law
@given(shares, numbers, st.integers(0, 3), st.integers(0, 100))
def test_a_bound_holds_whatever_the_missing_part_is(share: list[int], people: list[int], gap: int, drawn: int) -> None:
    """A mean or a sum without one of its parts holds the answer for every figure that the part may have."""
    weights = figures("people", people)
    without = [None if place == gap else value for place, value in enumerate(share)]
    bound = answer({"areas": FLAT, "figures": {**weights, **figures("share", without)}, "asked": "share[merged, 2025]"})
    filled = [drawn if value is None else value for value in without]
    whole = answer({"areas": FLAT, "figures": {**weights, **figures("share", filled)}, "asked": "share[merged, 2025]"})
    assert whole is not None
    if bound is not None:
        assert (bound.how, bound.step) == (How.BOUNDS, Step.BOUNDED)
        assert bound.derivation is not None
        assert bound.derivation.missing == (LEAVES[gap],)
        assert holds(bound.quantity.interval, whole.quantity.interval)
    else:
        assert people[gap] * 2 >= sum(people)


@law
@given(numbers, st.integers(0, 3))
def test_a_sum_without_a_part_is_at_least_the_rest(people: list[int], gap: int) -> None:
    """Open above, and the sum with the part lies in it."""
    without = [None if place == gap else value for place, value in enumerate(people)]
    bound, whole = (
        answer({"areas": FLAT, "figures": figures("people", each), "asked": "people[merged, 2025]"})
        for each in (without, people)
    )
    assert bound is not None
    assert whole is not None
    assert (bound.quantity.interval.high, bound.region.is_point) == (Decimal("Infinity"), False)
    assert holds(bound.quantity.interval, whole.quantity.interval)


@law
@given(shares, st.lists(st.integers(0, 50), min_size=4, max_size=4).filter(any))
def test_whatever_the_weights_the_mean_lies_within_the_bounds(share: list[int], people: list[int]) -> None:
    """Bounds are what is known before there are weights."""
    bare, weighed = (
        answer({"areas": FLAT, "figures": {**figures("share", share), **more}, "asked": "share[merged, 2025]"})
        for more in ({}, figures("people", people))
    )
    assert bare is not None
    assert weighed is not None
    assert holds(bare.quantity.interval, weighed.quantity.interval)


# ---- more figures


@law
@given(shares, numbers, st.permutations(range(8)))
def test_another_figure_never_widens_an_interval(share: list[int], people: list[int], order: list[int]) -> None:
    """Shares and weights that become known one by one: what is known of the mean only narrows."""
    told = [*figures("share", share).items(), *figures("people", people).items()]
    known: dict[str, int] = {}
    before: Known | None = None
    for place in order:
        known |= [told[place]]
        found = answer({"areas": FLAT, "figures": known, "asked": "share[merged, 2025]"})
        if before is not None:
            assert found is not None
            assert holds(before.quantity.interval, found.quantity.interval)
        before = found
    assert before is not None
    assert before.step is Step.COUNTED


# ---- the shipped figures


@cache
def asked_of_all() -> tuple[tuple[str, str, Period], ...]:
    """Every indicator in every area for every period that anything is printed for."""
    known = Knowledge(shipped())
    found: dict[tuple[str, str, Period], None] = {}
    for name in shipped().indicators:
        own = {each for area in shipped().areas for each in known.series(name, area).periods()}
        found |= {(name, area, each): None for area in shipped().areas for each in sorted(own)}
    return tuple(found)


def answers(order: Sequence[tuple[str, str, Period]]) -> dict[tuple[str, str, Period], object]:
    """What is known of each, asked in this order."""
    known = Knowledge(shipped())
    return {each: told(known.figure(*each)) for each in order}


def told(known: Known | None) -> object:
    """A figure as far as an answer shows it."""
    return known and (known.how, known.step, ends(known), known.rests, known.inputs, known.derivation)


@pytest.fixture(scope="module", name="in_order")
def asked_in_order() -> dict[tuple[str, str, Period], object]:
    """Every shipped figure, asked in the order of the data."""
    return answers(asked_of_all())


@pytest.mark.parametrize("order", ["backwards", "by area and period"])
def test_the_order_of_questions_decides_nothing(order: str, in_order: dict[tuple[str, str, Period], object]) -> None:
    """Every shipped figure, printed or derived, is the same whatever was asked before it."""
    backwards = asked_of_all()[::-1]
    other = backwards if order == "backwards" else sorted(backwards, key=lambda each: (each[1], -each[2].last, each[0]))
    found = answers(other)
    assert [each for each in in_order if in_order[each] != found[each]] == []


def test_no_figure_is_made_of_itself() -> None:
    """The printed figures that a derived one stands on are of another indicator, area or period."""
    known = Knowledge(shipped())
    for name, area, period in asked_of_all():
        found = known.figure(name, area, period)
        if found is None or found.derivation is None or found.derivation.term is None or found.statement is not None:
            continue
        own = [each for each in references(found.derivation.term) if each[:3] == (name, area, period)]
        assert [each for each in own if each.selector in (None, "average", "total")] == []


def test_what_follows_from_itself_does_not_follow() -> None:
    """Three figures that each follow from the other two say nothing, and one printed figure breaks no circle."""
    derive = {"people": "output[area, year] / per_head[area, year]"}
    asked = [f"{name}[merged, 2025]" for name in ("people", "output", "per_head")]
    assert [answer({"derive": derive, "asked": each}) for each in asked] == [None, None, None]
    for given_one in chain.from_iterable(_printed(asked)):
        assert answer(given_one | {"derive": derive}) is None


def _printed(asked: Sequence[str]) -> Iterator[list[dict[str, object]]]:
    """Each figure printed alone, each other asked."""
    for printed in asked:
        yield [{"figures": {printed: 60}, "asked": each} for each in asked if each != printed]


def test_a_question_answered_in_a_circle_is_answered_afresh() -> None:
    """What was found while a circle was cut is not kept: shares that complete each other, asked in both orders."""
    printed = {"farms[merged, 2025]": "11.2", "mills[merged, 2025]": "52.5"}
    period = Period(2025, 2025)
    for order in (("farms", "mills", "shops"), ("shops", "mills", "farms")):
        known = world({"figures": printed})
        found = {name: known.figure(name, "merged", period) for name in order}
        assert [str(each.quantity.value) for each in (found["farms"], found["shops"]) if each] == ["0.112", "0.363"]
