"""The lightest set against brute force: every set of every weight is tried on small systems of whole counts."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from systems import f, system_of

from tgkt.arithmetic.narrowing import relation_of
from tgkt.engine.check.least.lightest import Lightest, Problem, lightest, one_lightest
from tgkt.facts.formula import references
from tgkt.facts.interval import Interval, point
from tgkt.facts.parsing import parse_identity

NAMES = ("a", "b", "c", "d", "s", "t", "whole")
SUMS = (("s", ("a", "b")), ("t", ("c", "d")), ("whole", ("s", "t")))
MOST = 12
"""Free figures are whole numbers from 0 to this."""


def problem(values: dict[str, int], weights: dict[str, int]) -> Problem:
    """Two sums and their sum, each figure printed as a whole number."""
    formulas = [f"{total}[x, 2025] == " + " + ".join(f"{each}[x, 2025]" for each in parts) for total, parts in SUMS]
    identities = [parse_identity(each) for each in formulas]
    places = {
        reference: NAMES.index(reference.indicator)
        for each in identities
        for side in (each.left, each.right)
        for reference in references(side)
    }
    return Problem(
        tuple((relation_of(each, places),) for each in identities),
        [point(Decimal(values[name])) for name in NAMES],
        [Interval(Decimal(0), Decimal(MOST)) for _ in NAMES],
        {NAMES.index(name): weight for name, weight in weights.items()},
        (),
    )


def brute_force(values: dict[str, int], weights: dict[str, int]) -> tuple[int, set[frozenset[str]]]:
    """The least weight that suffices and every set of that weight, by trying them all."""
    sets = [frozenset(some) for size in range(len(NAMES) + 1) for some in combinations(NAMES, size)]
    sets.sort(key=lambda some: sum(weights[each] for each in some))
    best: int | None = None
    found: set[frozenset[str]] = set()
    for some in sets:
        weight = sum(weights[each] for each in some)
        if best is not None and weight > best:
            break
        if _exists(values, some):
            best, found = weight, found | {some}
    assert best is not None
    return best, found


def _exists(values: dict[str, int], free: frozenset[str]) -> bool:
    spans = [range(MOST + 1) if each in free else (values[each],) for each in "abcd"]
    for parts in product(*spans):
        own = dict(zip("abcd", parts, strict=True))
        own["s"], own["t"] = own["a"] + own["b"], own["c"] + own["d"]
        own["whole"] = own["s"] + own["t"]
        if all(own[each] == values[each] or (each in free and own[each] <= MOST) for each in ("s", "t", "whole")):
            return True
    return False


small = st.integers(min_value=0, max_value=4)
weighty = st.integers(min_value=1, max_value=3)


@settings(max_examples=80, deadline=None)
@given(
    values=st.fixed_dictionaries(dict.fromkeys(NAMES, small)),
    weights=st.fixed_dictionaries(dict.fromkeys(NAMES, weighty)),
)
def test_the_sets_are_those_that_brute_force_finds(values: dict[str, int], weights: dict[str, int]) -> None:
    own = problem(values, weights)
    found = lightest(own)
    best, sets = brute_force(values, weights)
    assert found is not None
    assert not found.undecided
    assert sum(own.weights[at] for at in found.figures) == best
    assert made(found) == sorted(map(sorted, sets))
    assert one_lightest(own) == found.figures


def made(found: Lightest) -> list[list[str]]:
    """Every set that the choices make, by name."""
    sets = (frozenset[int]().union(*each) for each in product(*found.choices))
    return sorted(sorted(NAMES[at] for at in each) for each in sets)


AS_PRINTED = {"a": 1, "b": 2, "c": 3, "d": 1, "s": 3, "t": 4, "whole": 7}
CASES = {
    "figures that fit need no change": ({}, {}, set()),
    "one part off by one": ({"a": 2}, {}, {"a", "b", "s"}),
    "a total that two sums contradict": ({"s": 5}, {}, {"s"}),
    "a part that weighs more stays": ({"a": 2}, {"a": 3, "b": 3}, {"s", "whole"}),
}


@pytest.mark.parametrize(("changed", "heavier", "may_change"), CASES.values(), ids=[*CASES])
def test_what_may_change(changed: dict[str, int], heavier: dict[str, int], may_change: set[str]) -> None:
    weights = dict.fromkeys(NAMES, 1) | heavier
    found = lightest(problem(AS_PRINTED | changed, weights))
    assert found is not None
    named = {name for each in made(found) for name in each}
    assert named <= may_change | {"a", "b", "s"} if may_change else not named
    assert bool(named) is bool(may_change)


def test_no_set_is_named_where_no_change_within_the_limits_suffices() -> None:
    own = problem(AS_PRINTED | {"whole": 99}, dict.fromkeys(NAMES, 1))
    limits = [Interval(Decimal(0), Decimal(1)) if name != "whole" else point(Decimal(99)) for name in NAMES]
    assert lightest(own._replace(limits=limits)) is None


def test_two_figures_that_suffice_only_together_stand_beside_one_that_weighs_as_much() -> None:
    """s is printed 4, while a + b = 3 and 7 - t = 3: it weighs 2, as the whole does with one part of s."""
    found = lightest(problem(AS_PRINTED | {"s": 4}, dict.fromkeys(NAMES, 1) | {"s": 2}))
    assert found is not None
    assert made(found) == [["a", "whole"], ["b", "whole"], ["s"]]


def pairs(least: str) -> Problem:
    """x beside p and y beside q, printed 1 and 5, and what p and q are together at least."""
    x, y, p, q = f("x"), f("y"), f("p"), f("q")
    printed = {"x": ("1", "1"), "p": ("5", "5"), "y": ("1", "1"), "q": ("5", "5")}
    system, ranges, names = system_of([f"{x} == {p}", f"{y} == {q}", f"{p} + {q} >= {least}"], printed)
    assert names == ["x", "p", "y", "q"]
    return Problem(system.conditions, ranges, [Interval(Decimal(0), Decimal(9))] * 4, dict.fromkeys(range(4), 1), ())


TOGETHER = {
    "choices that leave each other room go together in any way": ("2", [[[0], [1]], [[2], [3]]]),
    "what suffices alone and not together is no combination": ("3", [[[0, 2], [0, 3], [1, 2]]]),
}


@pytest.mark.parametrize(("least", "expected"), TOGETHER.values(), ids=[*TOGETHER])
def test_a_combination_is_only_told_if_it_suffices(least: str, expected: list[list[list[int]]]) -> None:
    """With both p and q changed, to 1 as x and y, they add up to 2."""
    found = lightest(pairs(least))
    assert found is not None
    assert sorted(sorted(map(sorted, each)) for each in found.choices) == expected
