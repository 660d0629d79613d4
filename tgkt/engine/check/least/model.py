"""Figures and the conditions on them: the audit as systems, one for what hangs together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tgkt.arithmetic.fixpoint import Condition
from tgkt.arithmetic.groups import groups_of
from tgkt.arithmetic.inverse import ALL
from tgkt.arithmetic.narrowing import relation_of
from tgkt.arithmetic.sharing import shared
from tgkt.engine.check.least.relations import Stated, stated_relations
from tgkt.engine.check.resolution import cited
from tgkt.facts.formula import Identity, Reference, Term, references, replaced
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


class Group(NamedTuple):
    """Conditions that hang together as a system of their own, whose figures have places from zero on.

    Attributes:
        figures: the printed figures; None for a weight that no document prints, and for the name of a term.
        ranges: the printed range of each.
        limits: the values each could have.
        bounds: the conditions.
    """

    figures: tuple[Printed | None, ...]
    ranges: tuple[Interval, ...]
    limits: tuple[Interval, ...]
    bounds: tuple[Bound, ...]

    def place(self, stated: Statement) -> int | None:
        """The figure that a statement prints; None where no condition speaks of it."""
        own = place_of(stated)
        found = (at for at, each in enumerate(self.figures) if each and own in map(place_of, each.statements))
        return next(found, None)


class Model(NamedTuple):
    """The audit as systems that share no figure.

    Attributes:
        groups: the conditions, those that share a figure together.
        out: relations that hold or fail and say nothing about figures alone.
    """

    groups: tuple[Group, ...]
    out: tuple[Finding, ...]


def model_of(found: Sequence[Finding], knowledge: Knowledge) -> Model:
    """The systems that the findings of an audit make."""
    relations, out = stated_relations(found, knowledge)
    places = _Places(relations, knowledge)
    named = [(each, places.of(each)) for each in relations]
    named = [(each, own) for each, own in named if len(own) > 1]
    groups = groups_of(named, lambda each: each[1])
    return Model(tuple(_group([each for each, _ in own], places) for own in groups), tuple(out))


def _group(relations: Sequence[Stated], places: _Places) -> Group:
    """The system of some relations that hang together."""
    known = sorted({place for each in relations for place in places.of(each)})
    local = {place: at for at, place in enumerate(known)}
    figures: list[Printed | Interval] = [places.figures[place] for place in known]
    forms = [[places.placed(form, each, local) for form in each.forms] for each in relations]
    common = shared([form for own in forms for form in own])
    at = {_figure(place): place for place in range(len(figures))}
    for name in common.terms:
        at[name] = len(figures)
        figures.append(ALL)
    rest = iter(common.identities)
    bounds = [
        Bound(tuple(relation_of(next(rest), at) for _ in own), each.finding, _figures(own))
        for each, own in zip(relations, forms, strict=True)
    ]
    return Group(
        tuple(each if isinstance(each, Printed) else None for each in figures),
        tuple(each.range if isinstance(each, Printed) else each for each in figures),
        tuple(each.limits if isinstance(each, Printed) else each for each in figures),
        (*bounds, *_names(common.terms, at)),
    )


def _names(terms: Mapping[Reference, Term], at: Mapping[Reference, int]) -> Iterator[Bound]:
    """The conditions that say what the names of terms stand for."""
    known: dict[int, frozenset[int]] = {}
    for name, term in terms.items():
        own = frozenset[int]().union(*(known.get(at[each], frozenset([at[each]])) for each in references(term)))
        known[at[name]] = own
        yield Bound((relation_of(Identity("", name, term), at),), None, own)


def _figures(forms: Sequence[Identity]) -> frozenset[int]:
    """The places of the figures of some forms."""
    return frozenset(int(each.indicator) for form in forms for each in cited(form))


def _figure(place: int) -> Reference:
    """A figure that stands for a place."""
    return Reference(str(place), "", Period(0, 0))


class _Places:
    """The places of all figures, given out as relations name them.

    Attributes:
        figures: the figures by place; a share that no document prints is a range.
    """

    def __init__(self, relations: Sequence[Stated], knowledge: Knowledge) -> None:
        stated = dict.fromkeys(stated for each in relations for stated in each.statements.values())
        self._by_place: dict[Place, Printed] = figures_of(stated, knowledge)
        self.figures: list[Printed | Interval] = []
        self._known: dict[object, int] = {}

    def of(self, relation: Stated) -> frozenset[int]:
        """The places of the figures of a relation."""
        return frozenset(self._place(each, relation) for form in relation.forms for each in cited(form))

    def placed(self, form: Identity, relation: Stated, local: Mapping[int, int]) -> Identity:
        """A form of a relation over the places of its figures in a group."""

        def at(reference: Reference) -> Reference:
            return _figure(local[self._place(reference, relation)])

        return form._replace(left=replaced(form.left, at), right=replaced(form.right, at))

    def _place(self, reference: Reference, relation: Stated) -> int:
        stated = relation.statements.get(reference)
        figure = self._by_place[place_of(stated)] if stated is not None else None
        key: object = place_of(figure.statement) if figure else reference
        if key not in self._known:
            self._known[key] = len(self.figures)
            self.figures.append(figure or _SHARE)
        return self._known[key]
