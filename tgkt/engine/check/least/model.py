"""Figures and the conditions on them: the audit as one system."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tgkt.arithmetic.fixpoint import Condition
from tgkt.arithmetic.inverse import ALL
from tgkt.arithmetic.narrowing import relation_of
from tgkt.arithmetic.sharing import shared
from tgkt.engine.check.least.relations import Stated, stated_relations
from tgkt.engine.check.resolution import cited
from tgkt.facts.formula import Identity, Reference, references, replaced
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement
from tgkt.record import NamedTuple
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.evidence import Place, Printed, figures_of, place_of
from tgkt.series.series import Knowledge

_SHARE = Interval(Decimal(0), Decimal(1))


class Bound(NamedTuple):
    """A condition with the finding that it is the relation of; a term that only has a name has none.

    Attributes:
        condition: what must hold.
        finding: the relation, as the audit judged it.
        places: the figures it speaks of.
    """

    condition: Condition
    finding: Finding | None
    places: frozenset[int]

    @property
    def fails(self) -> bool:
        """Whether it does not hold as printed."""
        return self.finding is not None and self.finding.outcome is Outcome.INCONSISTENT


class Model(NamedTuple):
    """The audit as a system.

    Attributes:
        figures: the printed figures; None for a weight that no document prints, and for the name of a term.
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
        """The conditions, those that share a figure together; a group stands where its last condition does."""
        groups: dict[int, list[Bound]] = {}
        grown, of_place, into = dict[int, int](), dict[int, int](), dict[int, int]()
        for at, each in enumerate(self.bounds):
            own = {_whole(of_place[place], into) for place in each.places if place in of_place}
            first, *others = sorted(own, key=grown.__getitem__) or [at]
            found = groups.pop(first, [])
            for other in others:
                found += groups.pop(other)
                into[other] = first
            found.append(each)
            groups[first], grown[first] = found, at
            of_place |= dict.fromkeys(each.places, first)
        return [tuple(found) for found in groups.values()]


def _whole(group: int, into: dict[int, int]) -> int:
    """The group that a group has become a part of."""
    while group in into:
        group = into[group]
    return group


def model_of(found: Sequence[Finding], knowledge: Knowledge) -> Model:
    """The system that the findings of an audit make."""
    relations, out = stated_relations(found, knowledge)
    places = _Places(relations, knowledge)
    forms = [(each, [places.placed(form, each) for form in each.forms]) for each in relations]
    forms = [(each, own) for each, own in forms if len(_figures(own)) > 1]
    common = shared([form for _, own in forms for form in own])
    names = {name: places.add_name() for name in common.terms}
    at = {**{_figure(place): place for place in range(len(places.figures))}, **names}
    rest = iter(common.identities)
    bounds = [
        Bound(tuple(relation_of(next(rest), at) for _ in own), each.finding, _figures(own)) for each, own in forms
    ]
    known: dict[int, frozenset[int]] = {}
    for name, term in common.terms.items():
        own = frozenset[int]().union(*(known.get(at[each], frozenset([at[each]])) for each in references(term)))
        known[at[name]] = own
        bounds.append(Bound((relation_of(Identity("", name, term), at),), None, own))
    ranges = tuple(each.range if isinstance(each, Printed) else each for each in places.figures)
    limits = tuple(each.limits if isinstance(each, Printed) else each for each in places.figures)
    figures = tuple(each if isinstance(each, Printed) else None for each in places.figures)
    return Model(figures, ranges, limits, tuple(bounds), tuple(out))


def _figures(forms: Sequence[Identity]) -> frozenset[int]:
    """The places of the figures of some forms."""
    return frozenset(int(each.indicator) for form in forms for each in cited(form))


def _figure(place: int) -> Reference:
    """A figure that stands for a place."""
    return Reference(str(place), "", Period(0, 0))


class _Places:
    """The places of figures, given out as relations name them."""

    def __init__(self, relations: Sequence[Stated], knowledge: Knowledge) -> None:
        stated = dict.fromkeys(stated for each in relations for stated in each.statements.values())
        self._by_place: dict[Place, Printed] = figures_of(stated, knowledge)
        self.figures: list[Printed | Interval] = []
        self._known: dict[object, int] = {}

    def placed(self, form: Identity, relation: Stated) -> Identity:
        """A form of a relation over the places of its figures."""

        def at(reference: Reference) -> Reference:
            return _figure(self._place(reference, relation))

        return form._replace(left=replaced(form.left, at), right=replaced(form.right, at))

    def add_name(self) -> int:
        """A place for the name of a term."""
        self.figures.append(ALL)
        return len(self.figures) - 1

    def _place(self, reference: Reference, relation: Stated) -> int:
        stated = relation.statements.get(reference)
        figure = self._by_place[place_of(stated)] if stated is not None else None
        key: object = place_of(figure.statement) if figure else reference
        if key not in self._known:
            self._known[key] = len(self.figures)
            self.figures.append(figure or _SHARE)
        return self._known[key]
