"""The lightest sets of the shipped plan: how many there are, and that combinations drawn among them suffice."""

from __future__ import annotations

from functools import cache
from math import prod
from random import Random

from shipped import audited, known

from tgkt.arithmetic.existence import solution
from tgkt.arithmetic.fixpoint import System
from tgkt.engine.check.least.least import problem_of
from tgkt.engine.check.least.lightest import Lightest, Problem, lightest
from tgkt.engine.check.least.model import Group, model_of

DRAWN = 4


@cache
def around_grdp() -> tuple[Lightest, Problem, Group]:
    """The sets of the largest group of relations, the problem they solve, and the figures."""
    groups = model_of(audited(), known()).groups
    group = max(groups, key=lambda each: len(problem_of(each).reasons))
    problem = problem_of(group)
    found = lightest(problem)
    assert found is not None
    return found, problem, group


def test_the_sets_around_grdp_are_choices_of_nine_figures() -> None:
    """Seven ways for GRDP, population, investment and growth, four for incomes, three, two and two; two always."""
    found, problem, group = around_grdp()
    assert not found.undecided
    assert sorted(map(len, found.choices)) == [1, 1, 2, 2, 3, 4, 7]
    assert prod(map(len, found.choices)) == 336
    assert sum(problem.weights[at] for at in found.figures) == 10
    named = {own.statement.indicator for at in found.figures if (own := group.figures[at]) is not None}
    assert {"grdp", "population", "investment", "income_per_capita"} <= named


def test_a_combination_of_alternatives_suffices_and_no_figure_of_it_is_left_out_in_vain() -> None:
    """Drawn combinations have values, sought anew; without one of their figures they have none."""
    found, problem, _ = around_grdp()
    chance, system = Random(13), System(problem.conditions)
    for _ in range(DRAWN):
        drawn = frozenset[int]().union(*(chance.choice(each) for each in found.choices))
        assert solution(system, problem.ranges(drawn)) is not None
        less = drawn - {chance.choice(sorted(drawn))}
        assert solution(system, problem.ranges(less)) is None
