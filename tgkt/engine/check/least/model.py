"""Figures and the conditions on them: the audit as one system."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tgkt.arithmetic.existence import Condition
from tgkt.arithmetic.narrowing import relation_of
from tgkt.engine.check.least.figures import Printed, figures_of, place_of
from tgkt.engine.check.least.relations import Stated, stated_relations
from tgkt.engine.check.resolution import cited
from tgkt.facts.formula import Reference
from tgkt.facts.interval import Interval
from tgkt.facts.statement import Statement
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge

_SHARE = Interval(Decimal(0), Decimal(1))


class Bound(NamedTuple):
    """A condition with the finding that it is the relation of."""

    condition: Condition
    finding: Finding
    places: frozenset[int]

    @property
    def fails(self) -> bool:
        """Whether it does not hold as printed."""
        return self.finding.outcome is Outcome.INCONSISTENT


class Model(NamedTuple):
    """The audit as a system.

    Attributes:
        figures: the printed figures; None for a weight that no document prints.
        ranges: the printed range of each.
        limits: the values each could have.
        bounds: the conditions.
        out: relations that hold or fail and say nothing about figures alone.
    """

    figures: tuple[Printed | None, ...]
    ranges: tuple[Interval, ...]
    limits: tuple[Interval, ...]
    bounds: tuple[Bound, ...]
    out: tuple[Finding, ...]

    def place(self, stated: Statement) -> int | None:
        """The figure that a statement prints; None where no condition speaks of it."""
        own = place_of(stated)
        found = (at for at, each in enumerate(self.figures) if each and own in map(place_of, each.statements))
        return next(found, None)

    def groups(self) -> list[tuple[Bound, ...]]:
        """The conditions, those that share a figure together."""
        groups: list[tuple[frozenset[int], list[Bound]]] = []
        for each in self.bounds:
            joined = [group for group in groups if group[0] & each.places]
            groups = [group for group in groups if not group[0] & each.places]
            groups.append((each.places.union(*(own for own, _ in joined)), [*(b for _, own in joined for b in own), each]))
        return [tuple(found) for _, found in groups]


def model_of(found: Sequence[Finding], knowledge: Knowledge) -> Model:
    """The system that the findings of an audit make."""
    relations, out = stated_relations(found, knowledge)
    places = _Places(relations, knowledge)
    bounds = []
    for each in relations:
        at = places.of(each)
        condition = tuple(relation_of(form, at) for form in each.forms)
        if len(own := frozenset(place for one in condition for place in one.places)) > 1:
            bounds.append(Bound(condition, each.finding, own))
    ranges = tuple(each.range if each else _SHARE for each in places.figures)
    limits = tuple(each.limits if each else _SHARE for each in places.figures)
    return Model(tuple(places.figures), ranges, limits, tuple(bounds), tuple(out))


class _Places:
    """The places of figures, given out as relations name them."""

    def __init__(self, relations: Sequence[Stated], knowledge: Knowledge) -> None:
        stated = dict.fromkeys(stated for each in relations for stated in each.statements.values())
        self._by_place = figures_of(stated, knowledge)
        self.figures: list[Printed | None] = []
        self._known: dict[object, int] = {}

    def of(self, relation: Stated) -> dict[Reference, int]:
        """The place of each figure of a relation."""
        references = dict.fromkeys(each for form in relation.forms for each in cited(form))
        return {each: self._place(each, relation) for each in references}

    def _place(self, reference: Reference, relation: Stated) -> int:
        stated = relation.statements.get(reference)
        figure = self._by_place[place_of(stated)] if stated is not None else None
        key: object = place_of(figure.statement) if figure else reference
        if key not in self._known:
            self._known[key] = len(self.figures)
            self.figures.append(figure)
        return self._known[key]
