"""The relations of the audit between figures alone: those that hold, and those that fail whatever is assumed.

    identity     left == right; one that fails under each reasonable value of its assumption asks for one of them
    duplicate    figures of one thing are equal, and so are a target and its other printings
    blend        m == Σ x_i; with printed weights m == Σ w_i x_i / Σ w_i; else m == (1 - w) a + w b, some w in [0; 1]
                 for all figures of a year that one thing weighs; for growth over n years each g is (1 + g)^-n
    term         growth (1 + g)^n == Π (1 + g_i); shares x == Σ x_i / n; totals x == Σ x_i; levels g == (v/u)^(1/n) - 1

Relations under an assumption stay out, and so do labels, which are words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from tgkt.engine.check.general import identities
from tgkt.engine.check.resolution import cited
from tgkt.facts.catalogue import Declared
from tgkt.facts.formula import Call, Identity, Literal, Operation, Reference, Term, written
from tgkt.facts.indicator import Aggregation, Indicator, Kind
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Timing
from tgkt.record import NamedTuple
from tgkt.results.check import Equation, Finding
from tgkt.results.computed import Outcome
from tgkt.series.derive.implied import kind_of_weight
from tgkt.series.series import Knowledge

_JUDGED = (Outcome.CONSISTENT, Outcome.INCONSISTENT)
_WORDS = ("label",)
_ONE = Literal(Decimal(1))


class Stated(NamedTuple):
    """A relation over statements, of which one form must hold.

    Attributes:
        finding: what the audit says of it.
        forms: the relation; where its assumption has several reasonable values, the same under each.
        statements: the statement of each figure; a weight that no document prints has none.
    """

    finding: Finding
    forms: tuple[Identity, ...]
    statements: Mapping[Reference, Statement]


def stated_relations(found: Sequence[Finding], knowledge: Knowledge) -> tuple[list[Stated], list[Finding]]:
    """The relations between figures that hold or fail as printed, and the judged ones that stay out."""
    declared = {each.id: each for each in identities(knowledge)}
    told: list[Stated] = []
    out: list[Finding] = []
    for each in found:
        if each.outcome not in _JUDGED:
            continue
        relations = list(_stated(each, declared, knowledge)) if each.statements and each.kind not in _WORDS else []
        told += relations
        out += [] if relations else [each]
    return told, out


def _stated(found: Finding, declared: Mapping[str, Declared], knowledge: Knowledge) -> Iterator[Stated]:
    if isinstance(found.worked, Equation):
        others = declared[found.id].alternatives if found.assumes and found.id in declared else ()
        figures = dict(found.worked.figures)
        known = (each for each in others if all(figure in figures for figure in cited(each)))
        yield Stated(found, (found.worked.identity, *known), figures)
    elif found.kind in _FORMS and all(each.figure is not None for each in found.statements):
        figures = {_figure(each): each for each in found.statements}
        for identity, given in _FORMS[found.kind](figures, knowledge):
            yield Stated(found, (identity,), {**figures, **given})


def _figure(stated: Statement) -> Reference:
    """A figure that stands for one statement alone."""
    return Reference(stated.indicator, stated.area, stated.period, str(stated.source))


Figures = Mapping[Reference, Statement]
Forms = Iterator[tuple[Identity, Figures]]


def _equal(left: Term, right: Term) -> Identity:
    return Identity(f"{written(left)} == {written(right)}", left, right)


def _same(figures: Figures, knowledge: Knowledge) -> Forms:  # noqa: ARG001 - as all forms
    """Each figure equals the first."""
    first, *others = figures
    for each in others:
        yield _equal(first, each), {}


def _blend(figures: Figures, knowledge: Knowledge) -> Forms:
    """A merged figure follows from all its parts."""
    merged, *parts = figures
    indicator = knowledge.catalogue.indicators[merged.indicator]
    if [each.area for each in parts] != list(knowledge.catalogue.areas[merged.area].constituents):
        return
    if indicator.blend.by is Aggregation.SUM:
        yield _equal(merged, Call("sum", tuple(parts))), {}
    elif (weight := kind_of_weight(indicator)) is not None:
        yield from _weighed(merged, parts, weight, indicator, knowledge)


def _weighed(
    merged: Reference, parts: list[Reference], weight: str, indicator: Indicator, knowledge: Knowledge
) -> Forms:
    years = -merged.period.years if indicator.blend.by is Aggregation.GROWTH else 0
    left, *right = (_compounded(each, years) for each in (merged, *parts))
    weights = [Reference(weight, each.area, merged.period) for each in parts]
    printed = {each: stated for each in weights if (stated := _measured(each, knowledge)) is not None}
    if len(printed) == len(weights) and not years:
        products = tuple(Operation("*", w, x) for w, x in zip(weights, right, strict=True))
        yield _equal(left, Operation("/", Call("sum", products), Call("sum", tuple(weights)))), printed
    elif len(parts) == 2:
        year = merged.period.base_year if years else merged.period.last
        share = Reference(weight, f"{parts[1].area} / {merged.area}", Period(year, year))
        mixed = Operation("+", Operation("*", Operation("-", _ONE, share), right[0]), Operation("*", share, right[1]))
        yield _equal(left, mixed), {}


def _measured(figure: Reference, knowledge: Knowledge) -> Statement | None:
    """The statement that is the figure that counts; none where it is derived or only promised."""
    known = knowledge.series(figure.indicator, figure.area).at(figure.period)
    return known.statement if known is not None else None


def _compounded(figure: Reference, years: int) -> Term:
    return Call("compound", (figure, Literal(Decimal(years)))) if years else figure


def _term(figures: Figures, knowledge: Knowledge) -> Forms:
    """What is printed for a term, or year by year, beside its years or levels."""
    first, *others = figures
    indicator = knowledge.catalogue.indicators[first.indicator]
    if {each.indicator for each in others} - {first.indicator}:
        yield from _levels(list(figures), indicator)
    elif len(others) == first.period.years and all(each.period.is_year for each in others):
        yield _of_years(first, tuple(others), figures[first].timing, indicator), {}


def _of_years(term: Reference, years: tuple[Reference, ...], timing: Timing, indicator: Indicator) -> Identity:
    if timing is Timing.TOTAL:
        return _equal(term, Call("sum", years))
    count = Literal(Decimal(len(years)))
    if indicator.kind is not Kind.GROWTH:
        return _equal(term, Operation("/", Call("sum", years), count))
    return _equal(Call("compound", (term, count)), _chained(years))


def _chained(rates: Sequence[Reference]) -> Term:
    product: Term = _ONE
    for each in rates:
        product = Operation("*", product, Call("compound", (each, _ONE)))
    return product


def _levels(figures: list[Reference], indicator: Indicator) -> Forms:
    """Rates of growth, of a term or year by year, beside the levels between which they lie."""
    levels = sorted((each for each in figures if each.indicator != indicator.id), key=lambda each: each.period.last)
    rates = [each for each in figures if each.indicator == indicator.id]
    if len(levels) != 2 or {each.indicator for each in levels} != {indicator.blend.level}:
        return
    years = sum(each.period.years for each in rates)
    if years != levels[1].period.last - levels[0].period.last:
        return
    product: Term = _ONE
    for each in rates:
        product = Operation("*", product, Call("compound", (each, Literal(Decimal(each.period.years)))))
    yield _equal(product, Operation("/", levels[1], levels[0])), {}


_FORMS: dict[str, Callable[[Figures, Knowledge], Forms]] = {
    "duplicate": _same,
    "reprint": _same,
    "blend": _blend,
    "growth": _term,
    "series": _term,
}
