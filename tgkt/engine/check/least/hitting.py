"""Sets that take one figure of each reason: the lightest of them, and the choices they are made of.

Source: Reiter, A theory of diagnosis from first principles (1987).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from tgkt.arithmetic.groups import groups_of

Reason = frozenset[int]
Choice = tuple[frozenset[int], ...]
"""Sets of figures of one weight, one of which is taken."""
MANY = 1000
"""How many alternatives of a choice are looked at."""


def lightest_hit(reasons: Iterable[Reason], weights: Mapping[int, int], weight: int) -> tuple[frozenset[int], int]:
    """A lightest set that takes one figure of each reason, and its weight.

    Args:
        reasons: sets of figures.
        weights: the weight of each figure.
        weight: what such a set weighs at least.
    """
    barest = _barest(reasons)
    weight = max(weight, _bound(barest, weights))
    while (found := next(_hits(barest, frozenset(), weight, weights), None)) is None:
        weight += 1
    return found, weight


def choices(reasons: Iterable[Reason], weights: Mapping[int, int], weight: int) -> list[Choice]:
    """The choices of which every lightest set is made: one alternative of each, in any combination.

    Figures of no lightest set are left out of the reasons, and those of every one are reasons of their own; what then
    hangs together is a choice.

    Args:
        reasons: sets of figures.
        weights: the weight of each figure.
        weight: the weight of the lightest sets that take one figure of each reason.
    """
    barest = _barest(reasons)
    usable = frozenset(each for each in frozenset[int]().union(*barest) if _is_taken(each, barest, weights, weight))
    one, _ = lightest_hit(barest, weights, weight)
    always = (each for each in sorted(one) if not _is_spared(each, barest, weights, weight))
    left = _barest([*(each & usable for each in barest), *(frozenset([each]) for each in always)])
    return [_alternatives(each, weights) for each in groups_of(left, frozenset)]


def _is_taken(figure: int, reasons: Sequence[Reason], weights: Mapping[int, int], weight: int) -> bool:
    """Whether a set of a weight takes a figure."""
    found = _hits(reasons, frozenset([figure]), weight - weights[figure], weights)
    return next(found, None) is not None


def _is_spared(figure: int, reasons: Sequence[Reason], weights: Mapping[int, int], weight: int) -> bool:
    """Whether a set of a weight does without a figure."""
    others = [each - {figure} for each in reasons]
    return next(_hits(others, frozenset(), weight, weights), None) is not None


def _alternatives(reasons: Sequence[Reason], weights: Mapping[int, int]) -> Choice:
    """The lightest sets that take one figure of each reason; not all where they are very many."""
    weight = lightest_hit(reasons, weights, 0)[1]
    return tuple(islice(dict.fromkeys(_hits(reasons, frozenset(), weight, weights)), MANY))


def _barest(reasons: Iterable[Reason]) -> list[Reason]:
    """The reasons without those that hold another."""
    known = dict.fromkeys(reasons)
    return [each for each in known if not any(other < each for other in known)]


def _hits(
    reasons: Collection[Reason], taken: frozenset[int], left: int, weights: Mapping[int, int]
) -> Iterator[frozenset[int]]:
    """Every set of a weight that takes one figure of each reason, once, and none in vain (branch and bound)."""
    reasons = [each for each in reasons if not each & taken]
    if not reasons:
        yield taken
        return
    if not all(reasons) or _bound(reasons, weights) > left:
        return
    passed: Reason = frozenset()
    shortest: Reason = min(reasons, key=_order)
    for each in sorted(shortest):
        if weights[each] <= left:
            others = [one - passed for one in reasons]
            yield from _hits(others, taken | {each}, left - weights[each], weights)
        passed |= {each}


def _order(reason: Reason) -> tuple[int, list[int]]:
    return len(reason), sorted(reason)


def _bound(reasons: Sequence[Reason], weights: Mapping[int, int]) -> int:
    """What reasons without a figure in common take at least."""
    bound, used = 0, set[int]()
    for each in sorted(reasons, key=len):
        if not each & used:
            bound += min(weights[one] for one in each)
            used |= each
    return bound
