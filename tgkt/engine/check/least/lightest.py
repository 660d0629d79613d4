"""The lightest sets of figures whose change lets all relations hold at once (Fellegi and Holt).

A set suffices if values exist for its figures, within their limits, with every other figure within what is printed,
that satisfy every condition. A reason is a set of figures that cannot all keep what is printed: every set that suffices
takes one of each. The search takes a lightest set that meets all reasons known; where it does not suffice, the figures
outside it hold a new reason, and the search goes on. The first that suffices is the lightest.

Source: Fellegi and Holt, A systematic approach to automatic edit and imputation (1976); Reiter, A theory of diagnosis
from first principles (1987).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tgkt.arithmetic.existence import TooHardError, solution
from tgkt.arithmetic.fixpoint import Condition, System, clash
from tgkt.facts.interval import Interval

_MOST = 400
Reason = frozenset[int]


class Problem(NamedTuple):
    """Conditions that hang together, and the figures that may change.

    Attributes:
        conditions: what must hold.
        printed: the printed range of each figure, by place.
        limits: the values it could have if it changed.
        weights: how much speaks for it; figures without a weight cannot change.
        reasons: sets of figures known not to fit together as printed.
    """

    conditions: tuple[Condition, ...]
    printed: Sequence[Interval]
    limits: Sequence[Interval]
    weights: Mapping[int, int]
    reasons: tuple[Reason, ...]

    def ranges(self, changed: frozenset[int]) -> list[Interval]:
        """The ranges with some figures free."""
        return [self.limits[at] if at in changed else own for at, own in enumerate(self.printed)]


class Lightest(NamedTuple):
    """A lightest set of figures that suffices.

    Attributes:
        figures: the set.
        instead: for each of them the figures as weighty that suffice in its place, the others of the set as they are.
        undecided: sets no heavier, and figures in place of one, of which the search could not tell.
    """

    figures: frozenset[int]
    instead: Mapping[int, tuple[int, ...]]
    undecided: tuple[frozenset[int], ...] = ()


def suffices(changed: frozenset[int], problem: Problem) -> bool | None:
    """Whether values exist that satisfy all conditions once some figures may change; None where that is too hard."""
    try:
        return solution(System(problem.conditions), problem.ranges(changed), most=_MOST) is not None
    except TooHardError:
        return None


def lightest(problem: Problem) -> Lightest | None:
    """A lightest set of figures that suffices, with its exchanges; None where no change within the limits does."""
    reasons, undecided = list(problem.reasons), list[frozenset[int]]()
    weight = 0
    while all(reasons):
        found, weight = _lightest_hit(reasons, problem.weights, weight)
        fits = suffices(found, problem)
        if fits:
            instead = {each: _exchanges(each, found, problem, reasons, undecided) for each in sorted(found)}
            return Lightest(found, instead, tuple(undecided))
        if fits is None:
            undecided.append(found)
        reasons.append(_reason(found, problem) if fits is False else frozenset(problem.weights) - found)
    return None


def _exchanges(
    figure: int, found: frozenset[int], problem: Problem, reasons: list[Reason], undecided: list[frozenset[int]]
) -> tuple[int, ...]:
    """The figures that suffice in the place of one of a set; reasons and undecided sets met on the way are noted."""
    told = []
    for each in sorted(set(problem.weights) - found):
        tried = found - {figure} | {each}
        if problem.weights[each] != problem.weights[figure] or not all(tried & reason for reason in reasons):
            continue
        fits = suffices(tried, problem)
        if fits is False:
            reasons.append(_reason(tried, problem))
        elif fits is None:
            undecided.append(tried)
        else:
            told.append(each)
    return tuple(told)


def _reason(changed: frozenset[int], problem: Problem) -> Reason:
    """Figures outside a set that does not suffice that cannot all keep what is printed, as few as are easily shown."""
    system, kept = System(problem.conditions), [each for each in problem.weights if each not in changed]
    why = clash(system, problem.ranges(changed), kept)
    if why is None:
        why = clash(system, problem.ranges(changed), kept, shaves=True)
        return why.figures if why else frozenset(kept)
    part = System(tuple(problem.conditions[at] for at in sorted(why.conditions)))
    return frozenset(_needed(sorted(why.figures), part, problem))


def _needed(figures: list[int], part: System, problem: Problem) -> list[int]:
    """The figures without which the rest may fit: one after another is left out as long as it does not."""
    for each in list(figures):
        if each not in figures:
            continue
        rest = [one for one in figures if one != each]
        free = frozenset(one for one in problem.weights if one not in rest)
        if (why := clash(part, problem.ranges(free), rest)) is not None:
            figures = sorted(why.figures)
    return figures


def _lightest_hit(reasons: Sequence[Reason], weights: Mapping[int, int], weight: int) -> tuple[frozenset[int], int]:
    """A lightest set that takes one figure of each reason, and its weight.

    Args:
        reasons: sets of figures.
        weights: the weight of each figure.
        weight: what such a set weighs at least.
    """
    barest = [each for each in reasons if not any(other < each for other in reasons)]
    weight = max(weight, _bound(barest, weights))
    while (found := next(_hits(barest, frozenset(), weight, weights), None)) is None:
        weight += 1
    return found, weight


def _hits(
    reasons: list[Reason], taken: frozenset[int], left: int, weights: Mapping[int, int]
) -> Iterator[frozenset[int]]:
    """Every set of a weight that takes one figure of each reason, and none in vain (branch and bound)."""
    reasons = [each for each in reasons if not each & taken]
    if not reasons:
        yield taken
        return
    if _bound(reasons, weights) > left:
        return
    shortest: Reason = min(reasons, key=_order)
    for each in sorted(shortest):
        if weights[each] <= left:
            yield from _hits(reasons, taken | {each}, left - weights[each], weights)


def _size(reason: Reason) -> int:
    return len(reason)


def _order(reason: Reason) -> tuple[int, list[int]]:
    return len(reason), sorted(reason)


def _bound(reasons: Sequence[Reason], weights: Mapping[int, int]) -> int:
    """What reasons without a figure in common take at least."""
    bound, used = 0, set[int]()
    for each in sorted(reasons, key=_size):
        if not each & used:
            bound += min(weights[one] for one in each)
            used |= each
    return bound
