"""Lightest sets that meet reasons, against every set of every weight."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from tgkt.engine.check.least.hitting import Reason, choices, lightest_hit

FIGURES = range(8)
reasons_drawn = st.lists(st.frozensets(st.sampled_from(FIGURES), min_size=1, max_size=4), min_size=1, max_size=6)
weights_drawn = st.fixed_dictionaries(dict.fromkeys(FIGURES, st.integers(min_value=1, max_value=3)))


def lightest_of_all(reasons: list[Reason], weights: dict[int, int]) -> tuple[int, set[frozenset[int]]]:
    """The least weight of a set that takes one figure of each reason, and all sets of that weight, by trying them."""
    every = (frozenset(some) for size in range(len(FIGURES) + 1) for some in combinations(FIGURES, size))
    hits = [each for each in every if all(each & reason for reason in reasons)]
    least = min(sum(weights[one] for one in each) for each in hits)
    return least, {each for each in hits if sum(weights[one] for one in each) == least}


@given(reasons=reasons_drawn, weights=weights_drawn)
def test_the_choices_make_every_lightest_set_and_no_other(reasons: list[Reason], weights: dict[int, int]) -> None:
    least, sets = lightest_of_all(reasons, weights)
    found, weight = lightest_hit(reasons, weights, 0)
    assert weight == least
    assert found in sets
    made = [frozenset[int]().union(*each) for each in product(*choices(reasons, weights, weight))]
    assert sorted(map(sorted, made)) == sorted(map(sorted, sets))


def test_reasons_without_a_figure_in_common_are_choices_of_their_own() -> None:
    reasons = [frozenset({0, 1}), frozenset({2, 3, 4})]
    found = choices(reasons, dict.fromkeys(FIGURES, 1), 2)
    assert [sorted(map(sorted, each)) for each in found] == [[[0], [1]], [[2], [3], [4]]]


def test_a_figure_of_every_lightest_set_parts_what_it_holds_together() -> None:
    """0 meets the first three reasons with one of 1, 2 and 3 beside it: which of them is a choice by itself."""
    reasons = [frozenset({0, 1}), frozenset({0, 2}), frozenset({0, 3}), frozenset({1, 2, 3})]
    found = choices(reasons, dict.fromkeys(FIGURES, 1), 2)
    assert sorted([sorted(map(sorted, each)) for each in found]) == [[[0]], [[1], [2], [3]]]


def test_figures_that_only_suffice_together_are_one_alternative() -> None:
    reasons = [frozenset({0, 1}), frozenset({0, 2})]
    (found,) = choices(reasons, {0: 2, 1: 1, 2: 1}, 2)
    assert sorted(map(sorted, found)) == [[0], [1, 2]]
