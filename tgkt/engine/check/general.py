"""Identities of every area and year, as identities of each area and year that has all their figures.

    population[area, year] == grdp[area, year] / grdp_per_capita[area, year]

is judged wherever each of its figures is printed. The formula by which an indicator is derived is such an identity too:
where a document prints a figure that follows from others, they must hold together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.engine.check.resolution import cited
from tgkt.facts.catalogue import Declared, Severity
from tgkt.facts.formula import AREA, Identity, Reference, references, replaced, written
from tgkt.facts.indicator import Formula, Indicator
from tgkt.facts.period import Period
from tgkt.series.reference import first_stated
from tgkt.series.series import Knowledge

ANY_YEAR = Period(0, 0)
DERIVED = "derived"
"""The kind of a printed figure beside the same figure derived."""


def identities(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Declared]:
    """Every declared identity, a general one in each area and year it speaks of, and those that derivations make.

    Of several about the same figures the first is taken, those of one area and year before all others: they know more.

    Args:
        knowledge: what is known.
        of: only those that involve one of these indicators; all unless given.
    """
    declared = [each for each in knowledge.catalogue.identities if of is None or _names(each, of)]
    told: set[frozenset[Reference]] = set()
    for each in sorted(declared, key=lambda each: each.formula.is_general):
        for one in instances(each, knowledge):
            if not (each.formula.is_general and _figures(one) in told):
                told.add(_figures(one))
                yield one
    for derived in derivations(knowledge, of):
        found = (one for one in instances(derived, knowledge) if _is_printed(one, knowledge))
        yield from (one for one in found if _figures(one) not in told)


def _figures(declared: Declared) -> frozenset[Reference]:
    return frozenset(cited(declared.formula))


def _names(declared: Declared, indicators: Collection[str]) -> bool:
    return any(each.indicator in indicators for each in cited(declared.formula))


def instances(declared: Declared, knowledge: Knowledge) -> Iterator[Declared]:
    """An identity in each area and year it speaks of; of general ones where a document prints every figure."""
    if not declared.formula.is_general:
        yield declared
        return
    for area in _areas(declared.formula, knowledge):
        for year in _years(declared.formula, area, knowledge):
            placed = _placed(declared, area, Period(year, year))
            if _is_printed(placed, knowledge):
                yield placed


def _is_printed(declared: Declared, knowledge: Knowledge) -> bool:
    """Whether documents print every figure of an identity."""
    return all(first_stated(each, knowledge) is not None for each in cited(declared.formula))


def _placed(declared: Declared, area: str, period: Period) -> Declared:
    """A general identity for one area and year, named after what it does not name itself."""
    own = [area] if any(each.area == AREA for each in cited(declared.formula)) else []
    own += [str(period)] if any(each.period.last <= 0 for each in cited(declared.formula)) else []
    return declared._replace(
        id=".".join((declared.id, *own)),
        formula=declared.formula.placed(area, period),
        alternatives=tuple(each.placed(area, period) for each in declared.alternatives),
    )


def derivations(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Declared]:
    """The formulas by which indicators are derived, as identities; those that involve some indicators if named."""
    for indicator in knowledge.catalogue.indicators.values():
        for place, each in enumerate(indicator.derive, 1):
            named = {indicator.id, *(reference.indicator for reference in references(each.term))}
            if of is None or named & set(of):
                yield _derivation(indicator, place, each)


def _derivation(indicator: Indicator, place: int, derived: Formula) -> Declared:
    """The figure of an indicator, and what it is derived from, as an identity."""
    figure = Reference(indicator.id, derived.area or AREA, derived.period or ANY_YEAR)
    term = replaced(derived.term, lambda each: _within(each, derived))
    return Declared(
        id=f"{DERIVED}.{indicator.id}.{place}",
        kind=DERIVED,
        formula=Identity(f"{figure} == {written(term)}", figure, term),
        alternatives=(),
        says=None,
        assumes=derived.assumes,
        severity=Severity.MEDIUM,
        source=derived.source,
    )


def _within(figure: Reference, derived: Formula) -> Reference:
    """A figure of any area or year in a formula, in the area and period that the formula is for."""
    if derived.area is not None and figure.area == AREA:
        figure = figure._replace(area=derived.area)
    if derived.period is not None and figure.period.last <= 0:
        year = derived.period.last + figure.period.last
        figure = figure._replace(period=Period(year, year))
    return figure


def _areas(formula: Identity, knowledge: Knowledge) -> list[str]:
    """The areas that a formula may be placed in; one without a meaning where it names all its areas itself."""
    is_any = any(each.area == AREA for each in cited(formula))
    return list(knowledge.catalogue.areas) if is_any else [AREA]


def _years(formula: Identity, area: str, knowledge: Knowledge) -> list[int]:
    """The years for which every figure of any year is printed; one without a meaning where no figure is of any year."""
    general = [each for each in cited(formula) if each.period.last <= 0]
    found: set[int] | None = None
    for each in general:
        series = knowledge.series(each.indicator, area if each.area == AREA else each.area)
        years = {period.last - each.period.last for period in series.periods() if period.is_year}
        found = years if found is None else found & years
    return sorted(found) if found is not None else [0]
