"""One cause, one finding: relations that fail because of the same figures are one finding with several relations.

Of relations that cannot hold as printed, two have one cause where

    all figures of one are figures of the other;
    one is a dispute between figures of one thing, and the other holds as soon as it takes another of them of one order;
    a rule finds both in the same passages, of another indicator each.

The first of them is the one whose sentence an expert wrote, else the one of most figures; the others stand behind it.
The finding matters as much as its gravest relation. Source: docs/methods.md, "Audit".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity, quantity
from tgkt.engine.check.identities import apart
from tgkt.engine.check.weight import weight_of
from tgkt.errors import UnitError
from tgkt.facts.catalogue import Severity
from tgkt.facts.formula import Reference
from tgkt.facts.indicator import Words
from tgkt.facts.statement import Statement
from tgkt.results.check import Equation, Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge

_DISPUTE = "duplicate"
_SEVERITIES = (*Severity,)


def by_cause(found: Sequence[Finding], knowledge: Knowledge) -> list[Finding]:
    """The findings, those of one cause as one, sorted as the audit sorts them.

    Args:
        found: relations that were judged.
        knowledge: what is known.
    """
    failing = [each for each in found if each.outcome is Outcome.INCONSISTENT and each.statements]
    at = _Failing(failing)
    pairs = [(one, other) for one, other in at.pairs() if _is_same(failing[one], failing[other])]
    pairs += [(one, other) for one, each in enumerate(failing) for other in _settled(each, at, knowledge)]
    causes = [[failing[one] for one in group] for group in _joined(len(failing), pairs)]
    grouped = {each.id: group for group in causes for each in group}
    told = {group[0].id: _one(group) for group in causes}
    single = (told.get(each.id, each) for each in found if each.id not in grouped or each.id in told)
    return sorted(single, key=weight_of)


class _Failing:
    """Relations that fail, by the places of their figures, so that only those that share one are compared."""

    def __init__(self, found: Sequence[Finding]) -> None:
        self.found = found
        self._by_source: dict[object, list[int]] = {}
        self._by_passages: dict[object, list[int]] = {}
        for at, each in enumerate(found):
            for source in {stated.source for stated in each.statements}:
                self._by_source.setdefault(source, []).append(at)
            if not isinstance(each.worked, Equation):
                self._by_passages.setdefault((each.kind, *_passages(each.statements)), []).append(at)

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs that share a figure or all passages, in order."""
        groups = (*self._by_source.values(), *self._by_passages.values())
        return sorted({pair for group in groups for pair in combinations(group, 2)})

    def using(self, figure: Statement) -> list[int]:
        """The relations about a figure."""
        return self._by_source.get(figure.source, [])


def _joined(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Groups of things by their places, those of a pair in one, in the order in which they were joined last."""
    groups = {at: [at] for at in range(count)}
    of = list(range(count))
    last = list(range(count))
    for step, (one, other) in enumerate(pairs, count):
        first, second = sorted((of[one], of[other]), key=last.__getitem__)
        found = groups.pop(first)
        if second != first:
            for each in groups[second]:
                of[each] = first
            found += groups.pop(second)
        groups[first], last[first] = found, step
    return list(groups.values())


def _one(group: list[Finding]) -> Finding:
    """The finding of a cause."""
    first = max(group, key=lambda each: (isinstance(each.sentence, Words), len(each.statements)))
    gravest = min((each.severity for each in group), key=_SEVERITIES.index)
    pairs = dict.fromkeys(pair for each in (first, *group) for pair in each.indicators)
    others = tuple(each for each in group if each is not first)
    return first._replace(severity=gravest, indicators=tuple(pairs), others=others)


def _is_same(one: Finding, other: Finding) -> bool:
    """Whether two relations rest on the same figures, or a rule finds them in the same passages."""
    return _is_within(one, other) or _is_within(other, one) or _is_of_one_passage(one, other)


def _is_within(one: Finding, other: Finding) -> bool:
    return {each.source for each in one.statements} <= {each.source for each in other.statements}


def _settled(dispute: Finding, failing: _Failing, knowledge: Knowledge) -> list[int]:
    """The relations that hold as soon as they take another of some disputed figures.

    Where relations contradict each other about which figure is to give way, those are taken that use one which does
    not count; the figure that counts is the first of a dispute.
    """
    if dispute.kind != _DISPUTE:
        return []
    first, *others = dispute.statements
    found = {
        figure: [
            at
            for at in failing.using(figure)
            if _holds_otherwise(failing.found[at], figure, dispute.statements, knowledge)
        ]
        for figure in dispute.statements
    }
    return [each for figure in others for each in found[figure]] or found[first]


def _holds_otherwise(relation: Finding, figure: Statement, rivals: Sequence[Statement], knowledge: Knowledge) -> bool:
    """Whether a relation that uses a figure holds with one of its rivals, slips of scale left out."""
    equation = relation.worked
    if not isinstance(equation, Equation) or figure not in relation.statements:
        return False
    near = [each for each in rivals if each != figure and _is_near(each, figure)]
    return any(_holds(equation, figure, each, knowledge) for each in near)


def _is_near(one: Statement, other: Statement) -> bool:
    """Whether two figures are of one order: neither is twice the other."""
    low, high = sorted(abs(each.figure.value) if each.figure else Decimal(0) for each in (one, other))
    return one.unit == other.unit and high < low * 2


def _holds(equation: Equation, figure: Statement, rival: Statement, knowledge: Knowledge) -> bool:
    """Whether an identity holds with a rival in the place of a figure."""
    taken = {each: rival if stated == figure else stated for each, stated in equation.figures}

    def quantity_of(reference: Reference) -> Quantity:
        if reference not in taken:
            raise NotComputableError("not_printed", figure=str(reference))
        return quantity(taken[reference], knowledge.catalogue.indicators[reference.indicator])

    identity = equation.identity
    try:
        left, right = evaluate(identity.left, quantity_of), evaluate(identity.right, quantity_of)
    except (NotComputableError, UnitError, ValueError):
        return False
    return apart(identity, left, right) == 0


def _is_of_one_passage(one: Finding, other: Finding) -> bool:
    """Whether a rule finds both in the same passages, each of another indicator."""
    is_ruled = not isinstance(one.worked, Equation) and one.kind == other.kind
    return is_ruled and _passages(one.statements) == _passages(other.statements)


def _passages(statements: Iterable[Statement]) -> list[tuple[str, str, str, str]]:
    return sorted((each.area, str(each.period), each.origin, each.locator) for each in statements)
