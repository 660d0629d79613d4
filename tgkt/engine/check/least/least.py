"""The least that must change, group by group of relations that hang together; and what they allow one figure to be.

Every lightest set of figures is made of one for each group, for groups share no figure. Source: docs/methods.md,
"Audit".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tgkt.arithmetic.existence import Condition, System, TooHardError, solution
from tgkt.arithmetic.quantity import Quantity
from tgkt.engine.check.least.allowed import COARSE, allowed
from tgkt.engine.check.least.figures import Printed
from tgkt.engine.check.least.lightest import Lightest, Problem, lightest
from tgkt.engine.check.least.model import Bound, Model, model_of
from tgkt.facts.interval import Interval, point
from tgkt.facts.statement import Statement
from tgkt.results.check import Finding
from tgkt.results.computed import Computed
from tgkt.results.least import Allowed, Changed, Reconciliation
from tgkt.series.series import Knowledge

_EASY = 250


def least_change(
    found: Sequence[Finding], knowledge: Knowledge, of: Collection[str] | None = None
) -> list[Reconciliation]:
    """A lightest set of printed figures whose change lets all relations hold, those of one group of relations together.

    Args:
        found: the relations, as the audit judged them.
        knowledge: what is known.
        of: only groups that speak of one of these indicators; all unless given.
    """
    model = model_of(found, knowledge)
    told = []
    for group in model.groups():
        if of is None or any(id in of for each in _findings(group) for id, _ in each.indicators):
            told += _reconciled(group, model)
    return sorted(told, key=lambda each: (-len(each.relations), -each.weight, str(each.relations[:1])))


def _reconciled(group: Sequence[Bound], model: Model) -> Iterator[Reconciliation]:
    problem = _problem(group, model)
    set_ = lightest(problem)
    relations = _findings(each for each in group if each.fails)
    if set_ is None:
        yield Reconciliation((), relations)
    elif set_.figures:
        yield Reconciliation(tuple(_changes(set_, problem, model)), relations, len(set_.undecided))


def _findings(bounds: Iterable[Bound]) -> tuple[Finding, ...]:
    """The relations of conditions, each once."""
    return tuple(dict.fromkeys(each.finding for each in bounds if each.finding is not None))


def _problem(group: Sequence[Bound], model: Model) -> Problem:
    weights = {at: own.weight for each in group for at in each.places if (own := model.figures[at]) is not None}
    reasons = tuple(frozenset(at for at in each.places if at in weights) for each in group if each.fails)
    return Problem(tuple(each.condition for each in group), model.ranges, model.limits, weights, reasons)


def _changes(set_: Lightest, problem: Problem, model: Model) -> Iterator[Changed]:
    """The figures of a set, each with those that would do in its place."""
    for at in sorted(set_.figures):
        instead = (_changed(other, set_.figures - {at} | {other}, problem, model) for other in set_.instead[at])
        yield _changed(at, set_.figures, problem, model)._replace(instead=tuple(instead))


def _changed(at: int, changed: frozenset[int], problem: Problem, model: Model) -> Changed:
    figure = model.figures[at]
    assert figure is not None
    try:
        range_ = allowed(System(problem.conditions), problem.ranges(changed), at, COARSE)
    except TooHardError:
        range_ = None
    enough = _computed(range_, figure) if range_ is not None else None
    return Changed(figure.statements, _computed(figure.range, figure), enough, figure.weight, figure.is_decision)


def _computed(range_: Interval, figure: Printed) -> Computed:
    """A range in the unit in which the figure is printed."""
    unit = figure.statement.unit
    ends = Quantity(range_.low, range_).span(unit)
    middle = Quantity(range_.low, point(range_.low)).within(unit)
    return Computed(middle, ends.low, ends.high, unit)


def what_is_allowed(stated: Statement, found: Sequence[Finding], knowledge: Knowledge) -> Allowed | None:
    """What all relations together allow a printed figure to be, every other figure as printed.

    Relations that fail without this figure, or that leave it nothing beside the others, stay out.

    Args:
        stated: the figure.
        found: the relations, as the audit judged them.
        knowledge: what is known.

    Returns:
        The range; None where no relation between figures alone speaks of this one.
    """
    model = model_of(found, knowledge)
    at = model.place(stated)
    figure = model.figures[at] if at is not None else None
    if at is None or figure is None:
        return None
    group = next(each for each in model.groups() if any(at in one.places for one in each))
    ranges = [model.limits[at] if place == at else own for place, own in enumerate(model.ranges)]
    kept, apart = _fitting(_nearest_first(group, at), ranges)
    range_ = allowed(System(tuple(each.condition for each in kept)), ranges, at)
    return Allowed(
        figure.statements,
        _computed(figure.range, figure),
        _computed(range_, figure) if range_ is not None else None,
        _findings(each for each in kept if at in each.places),
        _findings(apart),
    )


def _nearest_first(group: Sequence[Bound], at: int) -> list[Bound]:
    """Conditions in the order of their distance from a figure; at one distance those that hold come first."""
    order: list[Bound] = []
    seen, rest = {at}, list(group)
    while rest:
        near = [each for each in rest if each.places & seen]
        order += sorted(near, key=lambda each: each.fails)
        seen |= {place for each in near for place in each.places}
        rest = [each for each in rest if each not in near]
    return order


def _fitting(group: Sequence[Bound], ranges: Sequence[Interval]) -> tuple[list[Bound], list[Bound]]:
    """The conditions that can hold together, the first ones kept, and those that are left out."""
    kept: list[Bound] = []
    apart: list[Bound] = []

    def take(some: Sequence[Bound]) -> None:
        if _fits([each.condition for each in (*kept, *some)], ranges):
            kept.extend(some)
        elif len(some) == 1:
            apart.extend(some)
        else:
            take(some[: len(some) // 2])
            take(some[len(some) // 2 :])

    take(group)
    return kept, apart


def _fits(conditions: Sequence[Condition], ranges: Sequence[Interval]) -> bool:
    try:
        return solution(System(tuple(conditions)), ranges, most=_EASY) is not None
    except TooHardError:
        return False
