"""What-if: figures set otherwise, and everything that follows recomputed by the declared links.

A figure is, in this order: what the scenario sets; what a link computes; what the plan prints. Setting a
figure that a link computes, together with one it is computed from, is a contradiction.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.growth import CONTEXT, NotComputableError
from tgkt.arithmetic.quantity import Quantity, quantity
from tgkt.engine.status.verdict import compare_value
from tgkt.errors import UnitError, UsageError
from tgkt.facts.catalogue import Catalogue, Link
from tgkt.facts.formula import Reference, references
from tgkt.facts.indicator import Kind
from tgkt.facts.interval import point
from tgkt.facts.plan import Row
from tgkt.facts.units import dimensions
from tgkt.results.project import Effect
from tgkt.results.status import Grade
from tgkt.series.reference import find

SHORT = Context(prec=25)
Settings = Mapping[Reference, Quantity]


class State:
    """The figures of one scenario, computed when asked for."""

    def __init__(self, catalogue: Catalogue, settings: Settings) -> None:
        self._catalogue = catalogue
        self._links = {link.computes: link for link in catalogue.links}
        self._known: dict[Reference, Quantity] = dict(settings)
        self._asked: list[Reference] = []
        self.used: list[Link] = []

    def value(self, reference: Reference) -> Quantity:
        """A figure of the scenario, at its printed or computed value without rounding.

        Raises:
            NotComputableError: no document prints it and no link computes it, or links go round in a circle.
        """
        if reference in self._known:
            return self._known[reference]
        link = self._links.get(reference)
        if link is None:
            self._known[reference] = self._printed(reference)
            return self._known[reference]
        if reference in self._asked:
            raise NotComputableError("circle", figure=str(reference))
        self._asked.append(reference)
        found = evaluate(link.formula, self.value)
        self._asked.pop()
        expected = dimensions(self._catalogue.indicators[reference.indicator].unit)[1]
        if found.dimensions != expected:
            raise UnitError(
                f"the link '{link.id}' gives {found.named()}, which is not what {reference.indicator} measures"
            )
        self._known[reference] = found
        self.used.append(link)
        return found

    def _printed(self, reference: Reference) -> Quantity:
        found = find(reference, self._catalogue)
        if not found:
            raise NotComputableError("not_printed", figure=str(reference))
        stated = quantity(found[0], self._catalogue.indicators[reference.indicator])
        return Quantity(stated.value, point(stated.value), stated.dimensions, stated.sort, stated.price)


def own_reference(row: Row) -> Reference | None:
    """The figure a row's target speaks of."""
    if row.target is None or row.target.figure is None or row.target.relative_to is not None:
        return None
    return Reference(row.indicator.id, row.area, row.target.period)


def is_possible(value: Decimal, row: Row) -> bool:
    """Whether a value lies within the natural limits: no level below zero, no growth that leaves nothing."""
    indicator = row.indicator
    own = CONTEXT.divide(value, dimensions(indicator.unit)[0])
    if indicator.kind is Kind.GROWTH:
        return -100 < own <= indicator.ceiling
    least = Decimal(0) if indicator.kind in (Kind.LEVEL, Kind.COUNT) else indicator.floor
    return least <= own <= indicator.ceiling


def effects(rows: tuple[Row, ...], catalogue: Catalogue, settings: Settings) -> tuple[list[Effect], list[Link]]:
    """Every target whose figure changes under the settings, and the links that carried the change.

    Raises:
        UsageError: settings that contradict each other.
    """
    refuse_contradictions(catalogue, settings)
    before, after = State(catalogue, {}), State(catalogue, settings)
    found = []
    for row in rows:
        reference = own_reference(row)
        if reference is None or not _moves(reference, catalogue, settings):
            continue
        found.append(
            Effect(
                row,
                reference in settings,
                _own(before, reference, row),
                _own(after, reference, row),
                *_verdicts(row, before, after, reference),
            )
        )
    return found, after.used


def refuse_contradictions(catalogue: Catalogue, settings: Settings) -> None:
    """Refuse to set a figure together with one that it follows from.

    Raises:
        UsageError: with the chain that contradicts.
    """
    for reference in settings:
        for chain in _chains(reference, catalogue):
            if chain[-1] in settings:
                steps = " <- ".join(str(each) for each in chain)
                told = f"{chain[0].indicator} follows from {chain[-1].indicator} ({steps})"
                raise UsageError(f"--set: {told}, so both cannot be set. Set one of them")


def _chains(reference: Reference, catalogue: Catalogue) -> list[list[Reference]]:
    """Every way from a computed figure down to what it follows from.

    Raises:
        UsageError: the links go round in a circle.
    """
    links = {link.computes: link for link in catalogue.links}
    chains, open_chains = [], [[reference]]
    while open_chains:
        chain = open_chains.pop()
        link = links.get(chain[-1])
        for each in references(link.formula) if link else []:
            if each in chain:
                told = " <- ".join(str(place) for place in [*chain, each])
                raise UsageError(f"the links go round in a circle: {told}. Take one of them out of the data")
            chains.append([*chain, each])
            open_chains.append([*chain, each])
    return chains


def _moves(reference: Reference, catalogue: Catalogue, settings: Settings) -> bool:
    return reference in settings or any(chain[-1] in settings for chain in _chains(reference, catalogue))


def _own(state: State, reference: Reference, row: Row) -> Decimal | None:
    """A figure of the state in the row's unit."""
    try:
        # what computing at 40 digits leaves in the last ones is no difference
        return SHORT.plus(CONTEXT.divide(state.value(reference).value, dimensions(row.unit)[0]))
    except NotComputableError:
        return None


def _verdicts(row: Row, before: State, after: State, reference: Reference) -> tuple[Grade | None, Grade | None]:
    values = (_own(before, reference, row), _own(after, reference, row))
    assert row.target is not None
    figure = row.target.figure
    as_planned = Grade.MET if figure and figure.is_bound else None  # the plan's own figure is not held against it
    first, last = (
        None
        if value is None
        else as_planned
        if figure and as_planned and value == figure.value
        else compare_value(value, row)
        for value in values
    )
    return first, last
