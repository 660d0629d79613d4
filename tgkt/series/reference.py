"""Which printed figure a reference means, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tgkt.arithmetic.evaluate import Lookup
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity, quantity
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.formula import Reference
from tgkt.facts.statement import Statement, Timing

_TIMINGS = {"average": Timing.AVERAGE, "total": Timing.TOTAL, "every_year": Timing.EVERY_YEAR}
_PARTS_OF_ROWS = ("target", "baseline", "result")


def find(reference: Reference, catalogue: Catalogue) -> list[Statement]:
    """Every figure a reference may mean, the one it does mean first.

    Without a selector a measured figure comes before a target, a plan's own row before the other
    observations; multiples of an earlier year and stated ambitions are left out.
    """
    found = list(_candidates(reference, catalogue))
    wanted = _TIMINGS.get(reference.selector or "")
    return [
        s
        for s in found
        if s.figure is not None
        and s.period == reference.period
        and (wanted is None or s.timing is wanted)
        and (s.relative_to is not None) == (reference.selector == "multiple")
        and reference.origin in (None, s.origin)
    ]


def printed_figures(catalogue: Catalogue, instead: Mapping[Reference, Quantity] | None = None) -> Lookup:
    """A lookup for `evaluate`: the printed figure of each reference, or the one given instead."""

    def figure_of(reference: Reference) -> Quantity:
        if instead and reference in instead:
            return instead[reference]
        found = find(reference, catalogue)
        if not found:
            raise NotComputableError("not_printed", figure=str(reference))
        return quantity(found[0], catalogue.indicators[reference.indicator])

    return figure_of


def targets(catalogue: Catalogue, indicator: str, area: str) -> Iterator[Statement]:
    """The targets set for an indicator in an area, over all plans."""
    for plan in catalogue.plans.values():
        for row in plan.rows:
            if row.indicator.id == indicator and row.area == area and row.target is not None:
                yield row.target


def _candidates(reference: Reference, catalogue: Catalogue) -> Iterator[Statement]:
    if reference.selector in _PARTS_OF_ROWS:
        for plan in catalogue.plans.values():
            for row in plan.rows:
                statement = getattr(row, reference.selector or "")
                if row.indicator.id == reference.indicator and row.area == reference.area and statement is not None:
                    yield statement
        return
    yield from (s for s in catalogue.about(reference.indicator, reference.area) if not s.ambition)
    yield from targets(catalogue, reference.indicator, reference.area)
