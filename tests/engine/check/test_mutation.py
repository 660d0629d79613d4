"""What the audit of the shipped plan notices: a figure moved beyond its rounding; and never one moved within it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from shipped import shipped

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.quantity import Quantity
from tgkt.engine.check.audit import audit
from tgkt.engine.check.resolution import cited, figures_of
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator
from tgkt.facts.formula import Reference
from tgkt.facts.statement import Statement
from tgkt.series.series import Knowledge

from .moved import Relation, by_figure, moved, printed_as, quantity_of, relations, swapped, times

ALMOST_HALF = Decimal("0.499")
SLIPS = [Decimal(10) ** power for power in (3, -3)]

CANNOT_FAIL = {
    "target_revenue_floors": "both sides are floors without an end; it says how far growth must be above its own",
}
UNNOTICED = {
    "agriculture_output_growth[bac_kan, 2021-2025] = 5.2": "a tenth of GRDP weighs too little in the growth of both",
    "party_admissions_to_plan[bac_kan, 2021-2025] = 88": "the plan it is a share of is a floor",
}
"""Figures of equalities that hold, moved, with why neither a relation nor a rule notices."""


def is_equality_that_holds(relation: Relation) -> bool:
    """Of figures in no doubt: without an assumption."""
    declared = relation.declared
    return declared.formula.relation == "==" and not declared.assumes and relation.holds()[0] is True


def named(statement: Statement) -> str:
    """A moved figure."""
    return f"{statement.indicator}[{statement.area}, {statement.period}] = {statement.figure}"


def test_at_least_220_relations_are_declared_and_filled() -> None:
    """By the figures of the shipped data; more wait for those of later years."""
    assert len({each.declared.id for each in relations()} & {each.id for each in shipped().identities}) >= 220


def test_every_declared_relation_can_fail() -> None:
    """It fails as printed, or one figure that is moved, or whose decimal mark is lost, breaks it."""
    assert {each.declared.id for each in relations() if not can_fail(each)} == set(CANNOT_FAIL)


def can_fail(relation: Relation) -> bool:
    """Whether a single figure breaks it."""
    changes = ((old, new) for old in relation.statements for new in (*moved(old), *times(old, SLIPS)))
    broken = (not all(relation.holds({old: quantity_of(new)})) for old, new in changes)
    return not all(relation.holds()) or any(broken)


def test_a_figure_moved_beyond_its_rounding_is_noticed() -> None:
    """Each figure of an equality that holds, higher and lower: at least 98 in 100, and the others are named."""
    figures = [old for old, found in by_figure().items() if any(map(is_equality_that_holds, found))]
    tried = [(old, new) for old in figures for new in moved(old)]
    unnoticed = [named(new) for old, new in tried if not is_noticed(old, new)]
    assert len(tried) >= 250
    assert len(unnoticed) <= len(tried) * 0.02
    assert set(unnoticed) == set(UNNOTICED)


def is_noticed(old: Statement, new: Statement) -> bool:
    """Whether a relation of a figure comes out differently or, where none does, a rule: a label, a second printing."""
    given = {old: quantity_of(new)}
    broken = any(relation.holds(given) != relation.holds() for relation in by_figure()[old])
    return broken or outcomes(shipped(), old.indicator) != outcomes(swapped(old, new), old.indicator)


def outcomes(catalogue: Catalogue, indicator: str) -> Counter[tuple[object, ...]]:
    """How the relations of an indicator come out, by their figures: some ids name the number that is moved."""
    found = audit(Knowledge(catalogue), [indicator])
    return Counter((each.kind, frozenset(one.source for one in each.statements), each.outcome) for each in found)


def test_a_true_value_within_the_rounding_changes_nothing() -> None:
    """What is printed as 119 may be 118.501 or 119.499: no relation takes 119 itself for the value."""
    for statement, found in by_figure().items():
        for given in within(statement):
            assert all(relation.holds({statement: given}) == relation.holds() for relation in found), named(statement)


def within(statement: Statement) -> Iterator[Quantity]:
    """A figure with another value of its interval, which stays; counts and bounds have none."""
    printed = quantity_of(statement)
    span = printed.interval
    for share in (ALMOST_HALF, -ALMOST_HALF):
        if span.low.is_finite() and span.high.is_finite() and span.low < span.high:
            middle = (span.low + span.high) / 2
            yield printed.spread(middle + (span.high - span.low) * share, span)


def test_figures_that_follow_from_true_values_and_are_rounded_hold_together() -> None:
    """Whatever the true values behind the other figures: the one computed from them and rounded makes no finding."""
    tried = [trial for relation in relations() for trial in trials(relation)]
    assert len(tried) >= 80
    assert [relation.declared.id for relation, given in tried if relation.holds(given)[0] is not True] == []


def trials(relation: Relation) -> Iterator[tuple[Relation, dict[Statement, Quantity]]]:
    """A relation "figure == formula" with the figure as it would be printed, for true values of each other figure."""
    figure = relation.declared.formula.left
    if not isinstance(figure, Reference) or not is_printed_rounded(relation, figure):
        return
    own = relation.resolution[figure][0]
    for other in (each for each in relation.statements if each != own):
        for true in within(other):
            given = {name: true for name, (each, _) in relation.resolution.items() if each == other}
            value = evaluate(relation.declared.formula.right, figures_of(relation.resolution, given)).value
            yield relation, {own: quantity_of(printed_as(own, value))}


def is_printed_rounded(relation: Relation, figure: Reference) -> bool:
    """Whether a figure is one rounded number, of an equality that names it once."""
    own = relation.resolution[figure][0]
    named_by = [name for name in cited(relation.declared.formula) if relation.resolution[name][0] == own]
    assert own.figure is not None
    is_one = own.figure.comparator is Comparator.EQUALS and not own.figure.exact
    return relation.declared.formula.relation == "==" and is_one and named_by == [figure]
