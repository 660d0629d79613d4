"""Declared identities put to the test: do the intervals of what was printed and what is computed meet?

consistent         they meet without any assumption
needs_assumption   they meet under a stated assumption, or under another reasonable value of it
inconsistent       they do not meet, whatever reasonable value the assumption takes
not_computable     a figure is missing, or no number exists

Both sides are evaluated over the intervals of what was printed, in root units, and shown in the unit of their first
figure; the relative residual is the distance over |left|. Source: docs/methods.md, "Audit".
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tgkt.arithmetic.evaluate import Lookup, evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, require_same
from tgkt.engine.check.experts import Experts
from tgkt.engine.check.residual import residual, within
from tgkt.engine.check.resolution import cited, figures_of, resolve, statements_of
from tgkt.engine.check.rules.places import cite, when
from tgkt.errors import UnitError
from tgkt.facts.catalogue import Declared
from tgkt.facts.formula import Identity, Literal, Reference
from tgkt.facts.units import CONSTANT, Unit, dimensions, parse_unit, root_unit
from tgkt.reason import Listed, Reason
from tgkt.results.check import Equation, Finding
from tgkt.results.computed import Computed, Ends, Outcome, computed
from tgkt.series.series import Knowledge


def check_identity(declared: Declared, knowledge: Knowledge, experts: Experts | None = None) -> Finding:
    """Judge one declared identity.

    Args:
        declared: the identity.
        knowledge: what is known.
        experts: the data that expert sentences were written for, kept from one identity to the next.
    """
    resolution = resolve(declared.formula, knowledge, declared.alternatives)
    figures = figures_of(resolution)
    found, reason = _sides(declared.formula, figures)
    others = [_sides(each, figures) for each in declared.alternatives]
    alternatives = [
        sides is not None and apart(each, *sides) == 0
        for each, (sides, _) in zip(declared.alternatives, others, strict=True)
    ]
    reason = reason or next((told for sides, told in others if sides is None), None)
    outcome = _outcome(declared, found, alternatives)
    stated = statements_of(declared.formula, resolution)
    says = (experts or Experts(knowledge)).says(declared, resolution) if found else None
    finding = Finding(
        id=declared.id,
        kind=declared.kind,
        outcome=outcome,
        severity=declared.severity,
        sentence=says or _said(outcome, reason),
        formula=declared.formula.text,
        worked=Equation(declared.formula, tuple((each, stated) for each, (stated, _) in resolution.items())),
        statements=stated,
        indicators=tuple(dict.fromkeys((s.indicator, s.area) for s in stated)),
        assumes=declared.assumes,
        reason=reason,
        source=declared.source,
    )
    if found is None:
        return finding
    measured = _measured(finding, declared.formula, *found, knowledge)
    is_told = says is not None or not measured.residual
    return measured if is_told else measured._replace(sentence=_apart(measured, declared.formula, knowledge))


def _said(outcome: Outcome, reason: Reason | None) -> Reason:
    """The sentence for an outcome; of sides that cannot be computed with the reason, where it is no missing figure."""
    if outcome is Outcome.NOT_COMPUTABLE and reason is not None and reason.code != "not_printed":
        return Reason("sides_without", (("why", reason),))
    return Reason(_SAYS[outcome])


def _apart(found: Finding, identity: Identity, knowledge: Knowledge) -> Reason:
    """The sentence about figures that do not hold together: all of them, and what they make or one would have to be."""
    figures = Listed(tuple(cite(each, knowledge) for each in found.statements))
    if len(found.statements) == 1:
        return Reason("figure_alone", (("figure", figures),))
    if found.left is None or found.right is None or identity.relation != "==":
        return Reason("figures_apart", (("figures", figures),))
    left, right = _ends(found.left), _ends(found.right)
    if isinstance(identity.right, Literal):
        return Reason("figures_make", (("figures", figures), ("made", left), ("wanted", right)))
    if not isinstance(identity.left, Reference):
        return Reason("figures_apart", (("figures", figures),))
    title = knowledge.catalogue.indicators[identity.left.indicator].title
    period = when(identity.left.period)
    facts = (("figures", figures), ("title", title), ("period", period), ("value", right))
    return Reason("figure_follows", facts)


def apart(identity: Identity, left: Quantity, right: Quantity) -> Decimal:
    """The residual of an identity: the distance between its sides, for >= and <= in the wrong direction only."""
    gap = residual(left.interval, right.interval)
    fine = {"==": gap == 0, ">=": gap >= 0, "<=": gap <= 0}[identity.relation]
    return Decimal(0) if fine else gap


def _ends(value: Computed) -> Ends:
    """Both ends of a side, whole numbers without decimals."""
    is_whole = all(end == end.to_integral_value() for end in (value.low, value.high))
    return Ends(value.low, value.high, value.unit, 0 if is_whole else 2)


_SAYS = {
    Outcome.CONSISTENT: "sides_agree",
    Outcome.INCONSISTENT: "sides_apart",
    Outcome.NEEDS_ASSUMPTION: "sides_assume",
    Outcome.NOT_COMPUTABLE: "sides_unknown",
}


def _sides(identity: Identity, figures: Lookup) -> tuple[tuple[Quantity, Quantity] | None, Reason | None]:
    try:
        left, right = evaluate(identity.left, figures), evaluate(identity.right, figures)
        require_same(left, right, "compare")
    except NotComputableError as error:
        return None, error.reason
    except UnitError as error:
        return None, Reason("units", (("message", error.message),))
    except ValueError:  # a root or a power of what is not above zero
        return None, Reason("may_be_zero")
    return (left, right), None


def _outcome(declared: Declared, found: tuple[Quantity, Quantity] | None, alternatives: Iterable[bool]) -> Outcome:
    if found is None:
        return Outcome.NOT_COMPUTABLE
    if apart(declared.formula, *found) == 0:
        return Outcome.NEEDS_ASSUMPTION if declared.assumes else Outcome.CONSISTENT
    if declared.assumes and (any(alternatives) or not declared.alternatives):
        return Outcome.NEEDS_ASSUMPTION
    return Outcome.INCONSISTENT


def _measured(finding: Finding, identity: Identity, left: Quantity, right: Quantity, knowledge: Knowledge) -> Finding:
    """A finding with both sides in a unit, the residual, and its share of |left|."""
    unit = _unit_of(identity, left, right, knowledge)
    gap = apart(identity, left, right)
    left_over = within(gap, unit)
    return finding._replace(
        left=computed(left, unit),
        right=computed(right, unit),
        residual=left_over,
        relative=CONTEXT.divide(gap, abs(left.value)) if left.value and left_over is not None else None,
    )


def _unit_of(identity: Identity, left: Quantity, right: Quantity, knowledge: Knowledge) -> Unit:
    """The unit in which both sides are shown: that of the first figure of the same kind; none for pure numbers."""
    if left.is_pure:
        sort = left.sort if left.sort is not Sort.NUMBER else right.sort
        is_multiple = sort is Sort.RATIO and any(each.selector == "multiple" for each in cited(identity))
        return parse_unit("lần" if is_multiple else _PURE.get(sort, "lần"))
    measured = tuple((name.removesuffix(CONSTANT), power) for name, power in left.dimensions)
    units = [(each, knowledge.catalogue.indicators[each.indicator].unit) for each in cited(identity)]
    for reference, unit in units:
        if dimensions(unit)[1] == measured and reference.selector != "multiple":
            return unit
    return root_unit(left.dimensions, [unit for _, unit in units])


_PURE = {Sort.SHARE: "%", Sort.GROWTH: "%", Sort.RATIO: "%", Sort.POINTS: "điểm %"}
