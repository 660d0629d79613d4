"""Declared identities put to the test: do the intervals of what was printed and what is computed meet?

consistent         they meet without any assumption
needs_assumption   they meet under a stated assumption, or under another reasonable value of it
inconsistent       they do not meet, whatever reasonable value the assumption takes
not_computable     a figure is missing, or no number exists
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tgkt.arithmetic.evaluate import Lookup, evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import CONTEXT, Quantity, Sort, require_same
from tgkt.engine.check.closings import closings
from tgkt.engine.check.residual import residual, within
from tgkt.engine.check.resolution import Resolution, cited, figures_of, resolve, statements_of
from tgkt.errors import UnitError
from tgkt.facts.catalogue import Declared
from tgkt.facts.formula import Call, Identity, Literal, Negation, Operation, Reference, Term
from tgkt.facts.indicator import Words
from tgkt.facts.units import CONSTANT, Unit, dimensions, parse_unit, root_unit
from tgkt.reason import Reason
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome, computed
from tgkt.series.series import Knowledge


def check_identity(declared: Declared, knowledge: Knowledge) -> Finding:
    """Judge one declared identity."""
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
    finding = Finding(
        id=declared.id,
        kind=declared.kind,
        outcome=outcome,
        severity=declared.severity,
        sentence=declared.says or _SAYS[outcome],
        formula=declared.formula.text,
        worked=_worked(declared.formula, resolution),
        statements=stated,
        indicators=tuple(dict.fromkeys((s.indicator, s.area) for s in stated)),
        assumes=declared.assumes,
        reason=reason,
        source=declared.source,
    )
    return finding if found is None else _measured(finding, declared.formula, *found, resolution, knowledge)


def worked(term: Term, resolution: Resolution) -> str:
    """A term with the printed numbers put in."""
    match term:
        case Literal():
            return f"{term.value:f}"
        case Reference():
            stated = resolution[term][0] if term in resolution else None
            return f"{stated.figure.value:f} {stated.unit}" if stated and stated.figure else "?"
        case Negation():
            return f"-{worked(term.term, resolution)}"
        case Operation():
            left = _bracketed(term.left, term.sign, resolution)
            right = _bracketed(term.right, term.sign, resolution, is_right=True)
            return f"{left} {_SIGNS.get(term.sign, term.sign)} {right}"
        case Call():
            return f"{term.name}({', '.join(worked(each, resolution) for each in term.terms)})"


def _worked(identity: Identity, resolution: Resolution) -> str:
    sign = {"==": "=", ">=": "≥", "<=": "≤"}[identity.relation]
    return f"{worked(identity.left, resolution)} {sign} {worked(identity.right, resolution)}"


def apart(identity: Identity, left: Quantity, right: Quantity) -> Decimal:
    """How far the two sides are from what the identity says; zero where it may hold."""
    gap = residual(left.interval, right.interval)
    fine = {"==": gap == 0, ">=": gap >= 0, "<=": gap <= 0}[identity.relation]
    return Decimal(0) if fine else gap


_SIGNS = {"*": "×", "/": "/", "**": "^"}
_SAYS = {
    Outcome.CONSISTENT: Words("Hai vế khớp nhau trong phạm vi làm tròn.", "The two sides agree within rounding."),
    Outcome.INCONSISTENT: Words(
        "Hai vế chỉ cùng đúng nếu một trong các con số này khác đi.",
        "Both sides hold only if one of these figures is different.",
    ),
    Outcome.NEEDS_ASSUMPTION: Words(
        "Hai vế chỉ cùng đúng nếu giả định đúng.", "Both sides hold only if the assumption does."
    ),
    Outcome.NOT_COMPUTABLE: Words("Thiếu số liệu để tính.", "A figure needed is not printed."),
}


def _sides(identity: Identity, figures: Lookup) -> tuple[tuple[Quantity, Quantity] | None, Reason | None]:
    try:
        left, right = evaluate(identity.left, figures), evaluate(identity.right, figures)
        require_same(left, right, "compare")
    except NotComputableError as error:
        return None, error.reason
    except (UnitError, ValueError) as error:
        return None, Reason("units", (("message", str(error)),))
    return (left, right), None


def _outcome(declared: Declared, found: tuple[Quantity, Quantity] | None, alternatives: Iterable[bool]) -> Outcome:
    if found is None:
        return Outcome.NOT_COMPUTABLE
    if apart(declared.formula, *found) == 0:
        return Outcome.NEEDS_ASSUMPTION if declared.assumes else Outcome.CONSISTENT
    if declared.assumes and (any(alternatives) or not declared.alternatives):
        return Outcome.NEEDS_ASSUMPTION
    return Outcome.INCONSISTENT


def _measured(
    finding: Finding, identity: Identity, left: Quantity, right: Quantity, resolution: Resolution, knowledge: Knowledge
) -> Finding:
    """Add both sides in a unit, the residual and what would close it."""
    unit = _unit_of(identity, left, right, knowledge)
    gap = apart(identity, left, right)
    left_over = within(gap, unit)
    return finding._replace(
        left=computed(left, unit),
        right=computed(right, unit),
        residual=left_over,
        relative=CONTEXT.divide(gap, abs(left.value)) if left.value and left_over is not None else None,
        closings=closings(identity, resolution, knowledge) if gap != 0 else (),
    )


def _unit_of(identity: Identity, left: Quantity, right: Quantity, knowledge: Knowledge) -> Unit:
    """The unit both sides are shown in: that of the first figure of their kind, and plain factors without one."""
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


def _bracketed(term: Term, sign: str, resolution: Resolution, *, is_right: bool = False) -> str:
    """A term in brackets where its own sign binds no more tightly than the one beside it."""
    text = worked(term, resolution)
    if not isinstance(term, Operation):
        return text
    weaker = _BINDING[term.sign] < _BINDING[sign]
    same = is_right and _BINDING[term.sign] == _BINDING[sign] and sign in "-/"
    return f"({text})" if weaker or same else text


_BINDING = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}
