"""The statements that a reference of a formula means, with the one that counts first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tgkt.arithmetic.evaluate import Lookup
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity, quantity
from tgkt.facts.formula import Reference
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.series.order import choose
from tgkt.series.room import Room

TIMINGS = {"average": Timing.AVERAGE, "total": Timing.TOTAL, "every_year": Timing.EVERY_YEAR}
_OF_ROWS: dict[str, Callable[[Row], Statement | None]] = {
    "target": lambda row: row.target,
    "baseline": lambda row: row.baseline,
    "result": lambda row: row.result,
}


def stated(reference: Reference, knowledge: Room) -> list[Statement]:
    """Every statement that a reference may mean, with the one that counts first.

    Without a selector measured figures come before targets; multiples of an earlier year, aims and forecasts are left
    out. `target`, `baseline` and `result` name a part of the plans' rows, `multiple` a multiple, `aim` an aim that a
    document states in passing; a third index names one document.
    """
    wanted = TIMINGS.get(reference.selector or "")
    found = [each for each in _candidates(reference, knowledge) if _fits(each, reference, wanted)]
    return list(dict.fromkeys(found))


def first_stated(reference: Reference, knowledge: Room) -> Statement | None:
    """The statement that counts for a reference; None where no document prints one."""
    return next(iter(stated(reference, knowledge)), None)


def lookup(knowledge: Room, instead: Mapping[Reference, Quantity] | None = None) -> Lookup:
    """A lookup for `evaluate`: the printed quantity of each reference, or the one given instead."""

    def quantity_of(reference: Reference) -> Quantity:
        if instead and reference in instead:
            return instead[reference]
        found = first_stated(reference, knowledge)
        if found is None:
            raise NotComputableError("not_printed", figure=str(reference))
        return quantity(found, knowledge.catalogue.indicators[reference.indicator])

    return quantity_of


def targets(indicator: str, area: str, knowledge: Room) -> list[Statement]:
    """The targets set for an indicator in an area, over all plans."""
    return [row.target for row in knowledge.rows(indicator, area) if row.target is not None]


def _fits(each: Statement, reference: Reference, wanted: Timing | None) -> bool:
    return (
        each.figure is not None
        and each.period == reference.period
        and wanted in (None, each.timing)
        and (each.relative_to is not None) == (reference.selector == "multiple")
        and reference.origin in (None, each.origin)
    )


def _candidates(reference: Reference, knowledge: Room) -> Iterable[Statement]:
    if reference.selector in _OF_ROWS:
        part = _OF_ROWS[reference.selector]
        rows = knowledge.rows(reference.indicator, reference.area)
        again = _reprinted(reference, knowledge)
        return [*(each for row in rows if (each := part(row)) is not None), *again]
    if reference.selector == "aim":
        return [each for each in knowledge.statements(reference.indicator, reference.area) if each.ambition]
    return [*_measured(reference, knowledge), *targets(reference.indicator, reference.area, knowledge)]


def _reprinted(reference: Reference, knowledge: Room) -> list[Statement]:
    """Targets that the document named prints once more; none where no document is named."""
    is_asked = reference.selector == "target" and reference.origin is not None
    return knowledge.reprints(reference.indicator, reference.area) if is_asked else []


def _measured(reference: Reference, knowledge: Room) -> list[Statement]:
    """Printed figures in the order in which they count; forecasts are none."""
    series = knowledge.series(reference.indicator, reference.area)
    groups = series.about(reference.period)
    counted = []
    for group in groups:
        chosen = choose([each for each in group if each.status is not Status.FORECAST])
        counted += [chosen.best.statement, *(each.statement for each in chosen.others)] if chosen else []
    return counted
