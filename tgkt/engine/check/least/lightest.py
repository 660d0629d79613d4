"""The lightest sets of figures whose change lets all relations hold at once (Fellegi and Holt).

A set suffices if values exist for its figures, within their limits, with every other figure within what is printed,
that satisfy every condition. A reason is a set of figures that cannot all keep what is printed: every set that suffices
takes one of each. The search takes a lightest set that meets all reasons known; where it does not suffice, the figures
outside it hold a new reason, and the search goes on. The first that suffices is the lightest, and the other sets of its
weight that meet all reasons are tried in the same way.

Source: Fellegi and Holt, A systematic approach to automatic edit and imputation (1976); Reiter, A theory of diagnosis
from first principles (1987).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, islice, product
from math import prod

from tgkt.arithmetic.existence import TooHardError, solution
from tgkt.arithmetic.fixpoint import Condition, System, clash
from tgkt.arithmetic.nearby import Nearby, solution_near
from tgkt.engine.check.least.hitting import MANY, Choice, Reason, choices, lightest_hit
from tgkt.facts.interval import Interval
from tgkt.record import NamedTuple

_MOST, _FAR = 400, 10**9


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
    """Every lightest set of figures that suffices.

    Attributes:
        choices: every such set takes one alternative of each choice, and any combination of alternatives suffices; the
            first ones make the set that was found first.
        undecided: how many sets no heavier the search could not decide.
    """

    choices: tuple[Choice, ...]
    undecided: int = 0

    @property
    def figures(self) -> frozenset[int]:
        """The set that was found first."""
        return _together([each[0] for each in self.choices])


def lightest(problem: Problem) -> Lightest | None:
    """All lightest sets of figures that suffice; None where no change within the limits does."""
    search = _Search(problem)
    if (first := search.first()) is None:
        return None
    while True:
        known = len(search.reasons)
        found = [search.sufficient(each, first) for each in choices(search.reasons, problem.weights, search.weight)]
        search.combine(found, first)
        if len(search.reasons) == known:
            return Lightest(tuple(sorted(found, key=_first_figures)), len(search.too_hard) + search.untried)


def one_lightest(problem: Problem) -> frozenset[int] | None:
    """The lightest set that is found first; None where no change within the limits suffices."""
    return _Search(problem).first()


class _Search:
    """What is known of a problem so far.

    Attributes:
        reasons: sets of figures that cannot all keep what is printed.
        weight: what a set that suffices weighs at least.
        too_hard: sets of which it could not be told whether they suffice.
        untried: how many combinations were not tried.
    """

    def __init__(self, problem: Problem) -> None:
        self._problem, self._system = problem, System(problem.conditions)
        self._values: dict[frozenset[int], Nearby | None] = {}
        self._reach: dict[frozenset[int], int] = {}
        self.reasons = list(problem.reasons)
        self.weight = self.untried = 0
        self.too_hard: set[frozenset[int]] = set()

    def first(self) -> frozenset[int] | None:
        """A lightest set that suffices."""
        weights = self._problem.weights
        while all(self.reasons):
            found, self.weight = lightest_hit(self.reasons, weights, self.weight)
            if (own := self._solved(found)) is not None:
                self._values[found] = own._replace(touched=frozenset())
                return found
            if found in self.too_hard:
                self.reasons.append(frozenset(weights) - found)
        return None

    def sufficient(self, choice: Choice, first: frozenset[int]) -> Choice:
        """The alternatives of a choice that suffice with the rest of the first set, its own in front."""
        own = next(each for each in choice if each <= first)
        others = (each for each in sorted(choice, key=sorted) if each != own)
        return (own, *(each for each in others if self._value(first - own | each) is not None))

    def combine(self, found: Sequence[Choice], first: frozenset[int]) -> None:
        """Try the combinations of choices that touch a condition in common; others suffice together if alone."""
        groups = [[each] for each in found]
        touched = [self._touched(each, first) for each in groups]
        known = len(self.reasons)
        while len(self.reasons) == known and (pair := _meeting(touched)) is not None:
            one, other = pair
            groups[one] += groups.pop(other)
            del touched[other]
            touched[one] = self._touched(groups[one], first)

    def _touched(self, group: Sequence[Choice], first: frozenset[int]) -> frozenset[int]:
        """The conditions about figures of which a combination of alternatives changes the value."""
        own = _together([each[0] for each in group])
        several = islice(product(*group), MANY)
        solved = [self._value(first - own | _together(each)) for each in several]
        self.untried += max(0, prod(len(each) for each in group) - MANY)
        return frozenset[int]().union(*(each.touched for each in solved if each is not None))

    def _value(self, changed: frozenset[int]) -> Nearby | None:
        """Values with which a set suffices, near others if possible; None, with its reason noted, where it does not."""
        if changed not in self._values:
            base, known = self._nearest(changed)
            near = solution_near(self._system, self._problem.ranges(changed), known.values, changed ^ base)
            if near is not None:
                self._reach[changed ^ base] = len(near.touched)
            own = near._replace(touched=near.touched | known.touched) if near is not None else self._solved(changed)
            self._values[changed] = own
        return self._values[changed]

    def _nearest(self, changed: frozenset[int]) -> tuple[frozenset[int], Nearby]:
        """The set known to suffice from which another is found most easily: such an exchange touched little before."""
        known = ((each, own) for each, own in self._values.items() if own is not None)
        return min(known, key=lambda each: (self._reach.get(each[0] ^ changed, _FAR), len(each[0] ^ changed)))

    def _solved(self, changed: frozenset[int]) -> Nearby | None:
        """The same, wherever the values lie."""
        try:
            found = solution(self._system, self._problem.ranges(changed), most=_MOST)
        except TooHardError:
            self.too_hard.add(changed)
            return None
        if found is None:
            self.reasons.append(_reason(changed, self._problem))
            return None
        return Nearby(found, frozenset(range(len(self._problem.conditions))))


def _together(sets: Sequence[frozenset[int]]) -> frozenset[int]:
    return frozenset[int]().union(*sets)


def _first_figures(choice: Choice) -> list[int]:
    return sorted(choice[0])


def _meeting(touched: Sequence[frozenset[int]]) -> tuple[int, int] | None:
    """Two sets with something in common."""
    pairs = combinations(range(len(touched)), 2)
    return next(((one, other) for one, other in pairs if touched[one] & touched[other]), None)


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
