"""Values near known ones: what need not change keeps its value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from systems import Ranges, f, system_of

from tgkt.arithmetic.existence import solution
from tgkt.arithmetic.fixpoint import System
from tgkt.arithmetic.nearby import Nearby, solution_near
from tgkt.facts.interval import Interval, point

D = Decimal
A, B, C, T = f("a"), f("b"), f("c"), f("t")
ANY = ("0", "99")
FORMULAS = [f"{A} + {B} == 10", f"{B} + {C} == 12", f"{C} * {T} == 24"]


def near(changed: Ranges, ranges: Ranges) -> tuple[Nearby | None, list[Interval], list[str], System]:
    """Values near a solution within some ranges, once those of some figures are others."""
    system, within, names = system_of(FORMULAS, ranges)
    known = solution(system, within)
    assert known is not None
    tried = [
        Interval(D(changed[name][0]), D(changed[name][1])) if name in changed else own
        for name, own in zip(names, within, strict=True)
    ]
    return solution_near(system, tried, known, {names.index(name) for name in changed}), known, names, system


FREE: Ranges = {"a": ANY, "b": ANY, "c": ANY, "t": ANY}
CHANGES: dict[str, tuple[Ranges, set[str]]] = {
    "a figure at the end of a chain takes those with it that must follow": ({"t": ("3", "3")}, {"t", "c", "b", "a"}),
    "a figure that keeps its value touches nothing else": ({"a": ANY}, {"a"}),
}


@pytest.mark.parametrize(("changed", "moved"), CHANGES.values(), ids=[*CHANGES])
def test_values_satisfy_every_relation_and_others_keep_theirs(changed: Ranges, moved: set[str]) -> None:
    found, known, names, system = near(changed, FREE)
    assert found is not None
    assert solution(system, found.values) is not None
    differ = {name for name, old, new in zip(names, known, found.values, strict=True) if old != new}
    assert differ <= moved


def test_the_relations_touched_are_those_of_figures_that_may_have_moved() -> None:
    found, *_ = near({"a": ANY}, FREE)
    assert found is not None
    assert found.touched == {0}


def test_nothing_is_found_where_there_is_nothing() -> None:
    ranges: Ranges = {"a": ("4", "4"), "b": ANY, "c": ANY, "t": ANY}
    found, *_ = near({"t": ("5", "5")}, ranges)
    assert found is None


def test_values_are_found_farther_away_if_need_be() -> None:
    """With t = 3 c is 8, b is 4 and a is 6: three relations away."""
    system, within, names = system_of(FORMULAS, FREE)
    known = solution(system, [point(D(4)), point(D(6)), point(D(6)), point(D(4))])
    assert known is not None
    tried = [point(D(3)) if name == "t" else own for name, own in zip(names, within, strict=True)]
    found = solution_near(system, tried, known, {names.index("t")})
    assert found is not None
    assert [round(each.low, 9) for each in found.values] == [D(6), D(4), D(8), D(3)]
