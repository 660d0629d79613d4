"""The least that must change, group by group of relations that hang together; and what they allow one figure to be.

Every lightest set of figures is made of one for each group, for groups share no figure. Source: docs/methods.md,
"Audit".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from tgkt.arithmetic.existence import TooHardError, solution
from tgkt.arithmetic.fixpoint import Condition, System, clash
from tgkt.arithmetic.quantity import in_unit
from tgkt.engine.check.least.allowed import COARSE, allowed
from tgkt.engine.check.least.lightest import Problem, lightest, one_lightest
from tgkt.engine.check.least.model import Bound, Group, model_of
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.statement import Statement
from tgkt.facts.units import TIMES
from tgkt.results.check import Finding
from tgkt.results.computed import Computed, Outcome
from tgkt.results.least import Allowed, Changed, Choice, Least, Reconciliation, Size
from tgkt.series.evidence import Printed
from tgkt.series.series import Knowledge

_EASY = 120


def least_change(found: Sequence[Finding], knowledge: Knowledge, of: Collection[str] | None = None) -> Least:
    """The lightest sets of printed figures whose change lets all relations hold, those of one group of them together.

    Args:
        found: the relations, as the audit judged them.
        knowledge: what is known.
        of: only groups that speak of one of these indicators; all unless given.
    """
    model = model_of(found, knowledge)
    told: list[Reconciliation] = []
    for group in model.groups:
        if of is None or any(id in of for each in _findings(group.bounds) for id, _ in each.indicators):
            told += _reconciled(group)
    told.sort(key=lambda each: (-len(each.relations), -each.weight, [one.id for one in each.relations]))
    assumed = sum(each.outcome is Outcome.NEEDS_ASSUMPTION for each in found)
    return Least(tuple(told), assumed, len(model.out))


def least_size(found: Sequence[Finding], knowledge: Knowledge) -> Size:
    """How large the least that must change is.

    Args:
        found: the relations, as the audit judged them.
        knowledge: what is known.
    """
    count = weight = 0
    for group in model_of(found, knowledge).groups:
        figures = [group.figures[at] for at in one_lightest(problem_of(group)) or ()]
        count += len(figures)
        weight += sum(each.weight for each in figures if each is not None)
    return Size(count, weight)


def _reconciled(group: Group) -> Iterator[Reconciliation]:
    problem = problem_of(group)
    sets = lightest(problem)
    relations = _findings(each for each in group.bounds if each.fails)
    if sets is None:
        yield Reconciliation((), relations)
    elif sets.choices:
        choices = (_choice(each, sets.figures, problem, group) for each in sets.choices)
        yield Reconciliation(tuple(choices), relations, sets.undecided)


def _findings(bounds: Iterable[Bound]) -> tuple[Finding, ...]:
    """The relations of conditions, each once."""
    return tuple(dict.fromkeys(each.finding for each in bounds if each.finding is not None))


def problem_of(group: Group) -> Problem:
    """What is to be solved for relations that hang together: those that fail are the first reasons."""
    bounds = group.bounds
    weights = {at: own.weight for each in bounds for at in each.places if (own := group.figures[at]) is not None}
    reasons = tuple(frozenset(at for at in each.places if at in weights) for each in bounds if each.fails)
    return Problem(tuple(each.condition for each in bounds), group.ranges, group.limits, weights, reasons)


def _choice(sets: Sequence[frozenset[int]], first: frozenset[int], problem: Problem, group: Group) -> Choice:
    """The alternatives of a choice, each with the other figures of the first set."""
    others = first - sets[0]
    return tuple(tuple(_changed(at, others | each, problem, group) for at in sorted(each)) for each in sets)


def _changed(at: int, changed: frozenset[int], problem: Problem, group: Group) -> Changed:
    figure = group.figures[at]
    assert figure is not None
    try:
        range_ = allowed(System(problem.conditions), problem.ranges(changed), at, COARSE)
    except TooHardError:
        range_ = None
    enough = _computed(_beyond(range_, figure.limits), figure) if range_ is not None else None
    return Changed(figure.statements, _computed(figure.range, figure), enough, figure.weight, figure.is_decision)


def _beyond(range_: Interval, limits: Interval) -> Interval:
    """A range without the ends that only the limits of the search set."""
    low = -INFINITY if range_.low <= limits.low and limits.low != 0 else range_.low
    return Interval(low, INFINITY if range_.high >= limits.high else range_.high)


def _computed(range_: Interval, figure: Printed) -> Computed:
    """A range in the unit in which the figure is printed; its middle is the end it has, where it has but one."""
    unit = figure.statement.unit if figure.statement.relative_to is None else TIMES
    low, high = (in_unit(end, unit) if end.is_finite() else end for end in (range_.low, range_.high))
    middle = next((end for end in (low, high) if end.is_finite()), Decimal(0))
    return Computed(middle, low, high, unit)


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
    placed = ((group, group.place(stated)) for group in model_of(found, knowledge).groups)
    group, at = next(((group, at) for group, at in placed if at is not None), (None, None))
    figure = group.figures[at] if group is not None and at is not None else None
    if group is None or at is None or figure is None:
        return None
    ranges = [group.limits[at] if place == at else own for place, own in enumerate(group.ranges)]
    asked = [each for each in group.bounds if at in each.places or not each.fails]  # others fail whatever it is
    kept, apart = _fitting(_nearest_first(asked, at), ranges)
    range_ = allowed(System(tuple(each.condition for each in kept)), ranges, at)
    return Allowed(
        figure.statements,
        _computed(figure.range, figure),
        _computed(_beyond(range_, figure.limits), figure) if range_ is not None else None,
        _findings(each for each in kept if at in each.places),
        _findings(apart),
    )


def _nearest_first(group: Sequence[Bound], at: int) -> list[Bound]:
    """Conditions in the order of their distance from a figure; at one distance those that hold come first."""
    order: list[Bound] = []
    seen, rest = {at}, list(group)
    while near := [each for each in rest if each.places & seen]:
        order += sorted(near, key=lambda each: each.fails)
        seen |= {place for each in near for place in each.places}
        rest = [each for each in rest if each not in near]
    return order  # what is left has nothing to do with it


def _fitting(group: Sequence[Bound], ranges: Sequence[Interval]) -> tuple[list[Bound], list[Bound]]:
    """The conditions that can hold together, the first ones kept, and those left out; names of terms always stay."""
    names = [each for each in group if each.finding is None]
    kept: list[Bound] = [each for each in group if each.finding is not None]
    apart: list[Bound] = []
    for fits in (_narrows, _fits):  # the first tells quickly of most that they do not
        rest, kept = kept, []
        _take(rest, kept, apart, _fitting_with(names, ranges, fits))
    return [*names, *kept], apart


def _fitting_with(
    names: Sequence[Bound], ranges: Sequence[Interval], fits: Callable[[Sequence[Condition], Sequence[Interval]], bool]
) -> Callable[[Sequence[Bound]], bool]:
    """Whether conditions can hold together, the names of terms with them."""
    return lambda some: fits([each.condition for each in (*names, *some)], ranges)


def _take(
    some: Sequence[Bound], kept: list[Bound], apart: list[Bound], fits: Callable[[Sequence[Bound]], bool]
) -> None:
    """Keep conditions as far as they fit those kept before."""
    if fits([*kept, *some]):
        kept.extend(some)
    elif len(some) == 1:
        apart.extend(some)
    else:
        _take(some[: len(some) // 2], kept, apart, fits)
        _take(some[len(some) // 2 :], kept, apart, fits)


def _narrows(conditions: Sequence[Condition], ranges: Sequence[Interval]) -> bool:
    return clash(System(tuple(conditions)), ranges, ()) is None


def _fits(conditions: Sequence[Condition], ranges: Sequence[Interval]) -> bool:
    try:
        return solution(System(tuple(conditions)), ranges, most=_EASY) is not None
    except TooHardError:
        return False
