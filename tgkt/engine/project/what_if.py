"""What-if: figures set otherwise, and everything that follows recomputed by the declared links.

A figure is, in this order: what the scenario sets; what a link computes, from the newest figure on; what the plan
prints. Setting a figure that a link computes, together with one it is computed from, is a contradiction.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal

from tgkt.arithmetic.evaluate import by_parts
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import average, rest
from tgkt.arithmetic.quantity import Quantity, in_roots, quantity
from tgkt.engine.goal import goal_of
from tgkt.engine.project.rebase import Terms, from_newest
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Form
from tgkt.errors import UnitError, UsageError
from tgkt.facts.catalogue import Link
from tgkt.facts.figure import Comparator
from tgkt.facts.formula import Reference, references
from tgkt.facts.indicator import Kind
from tgkt.facts.interval import point
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.units import dimensions
from tgkt.results.project import Effect
from tgkt.results.status import Grade
from tgkt.series.breaks import breaks_of, dividing
from tgkt.series.reference import first_stated
from tgkt.series.series import Knowledge

SHORT = Context(prec=25)
Settings = Mapping[Reference, Quantity]


class State:
    """The figures of one scenario, computed when asked for."""

    def __init__(self, knowledge: Knowledge, settings: Settings) -> None:
        self._knowledge = knowledge
        self._links: dict[Reference, Link] = {}
        self._terms: Terms = {}
        for declared in links_for(settings, knowledge):
            self._links[declared.computes], terms = from_newest(declared, knowledge)
            self._terms |= terms
        self._known: dict[Reference, Quantity] = dict(settings)
        self._asked: list[Reference] = []
        self.used: list[Link] = []

    def value(self, reference: Reference) -> Quantity:
        """A figure of the scenario, at its printed or computed value without rounding.

        Raises:
            NotComputableError: no document prints it and no link computes it, or links go round in a circle.
        """
        if reference not in self._known:
            self._known[reference] = self._found(reference)
        return self._known[reference]

    def _found(self, reference: Reference) -> Quantity:
        link = self._links.get(reference)
        if link is not None:
            return self._computed(link)
        term = self._terms.get(reference)
        return self._printed(reference) if term is None else self._left(term, reference.period)

    def _computed(self, link: Link) -> Quantity:
        if link.computes in self._asked:
            raise NotComputableError("circle", figure=str(link.computes))
        _refuse_break(link, self._knowledge)
        self._asked.append(link.computes)
        found = by_parts(link.formula, self.value)
        self._asked.pop()
        expected = dimensions(self._knowledge.catalogue.indicators[link.computes.indicator].unit)[1]
        if found.dimensions != expected:
            raise UnitError(
                "the link '{id}' gives {found}, which is not what {indicator} measures",
                id=link.id,
                found=found.named(),
                indicator=link.computes.indicator,
            )
        self.used.append(link)
        return found

    def _left(self, term: Reference, years: Period) -> Quantity:
        """The growth ((1+G)^n / Π(1+g_i))^(1/l) - 1 that each year left needs for the term to average its G here."""
        indicator = self._knowledge.catalogue.indicators[term.indicator]
        gone = self._knowledge.years(indicator.id, term.area, term.period.first, years.first - 1)
        seen = [each.quantity.exactly() for each in gone.values()]
        return rest(self.value(term), seen, term.period.years - len(seen), compounds=True)

    def _printed(self, reference: Reference) -> Quantity:
        found = first_stated(reference, self._knowledge)
        if found is None:
            raise NotComputableError("not_printed", figure=str(reference))
        return quantity(found, self._knowledge.catalogue.indicators[reference.indicator]).exactly()


def _refuse_break(link: Link, knowledge: Knowledge) -> None:
    """Refuse to continue a figure across a break.

    Raises:
        NotComputableError: the link computes a figure from another of the same series beyond a break; with the break.
    """
    made = link.computes
    for each in references(link.formula):
        if (each.indicator, each.area) == (made.indicator, made.area):
            between = dividing(made.indicator, made.area, each.period, made.period, knowledge)
            if between is not None:
                raise NotComputableError("break_between", year=str(between.since), name=between.id)


def links_for(settings: Settings, knowledge: Knowledge) -> list[Link]:
    """The links that hold under some settings; a link whose own figure is set is followed by its `back`, if any."""
    return [
        link.back if link.back and link.computes in settings and link.back.computes not in settings else link
        for link in knowledge.catalogue.links
    ]


def own_reference(row: Row) -> Reference | None:
    """The reference to the figure that a row's target is about; None for words and for multiples of a base."""
    if row.target is None or row.target.figure is None or row.target.relative_to is not None:
        return None
    return Reference(row.indicator.id, row.area, row.target.period)


def from_now_on(value: Quantity, row: Row, knowledge: Knowledge) -> Quantity:
    """The figure of a row's target, if the figure is set to a value from the newest result on.

    An average that has begun keeps its m known years, and each of the l years left shows the value x:
    (Π(1+g_i) (1+x)^l)^(1/(m+l)) - 1 for growth, else (Σ g_i + l x) / (m + l). Any other figure is the value itself.

    Raises:
        NotComputableError: every year of the average is known, so none is left to set.
    """
    way = way_of(row, knowledge)
    if way.form is not Form.AVERAGE or not way.observed:
        return value
    left = [value] * (len(way.required) - len(way.observed))
    if not left:
        raise NotComputableError("no_year_left")
    seen = [each.quantity.exactly() for each in way.observed.values()]
    return average([*seen, *left], compounds=row.indicator.kind is Kind.GROWTH)


def effects(rows: tuple[Row, ...], knowledge: Knowledge, settings: Settings) -> tuple[list[Effect], list[Link]]:
    """Every target whose figure changes under the settings, and the links that carried the change.

    Raises:
        UsageError: settings that contradict each other.
    """
    refuse_contradictions(knowledge, settings)
    moved = moved_by(knowledge, settings)
    before, after = State(knowledge, {}), State(knowledge, settings)
    found = []
    for row in rows:
        reference = own_reference(row)
        if reference is not None and reference in moved:
            first, last = _own(before, reference, row), _own(after, reference, row)
            change = None if first is None or last is None else last - first
            grades = _grade(first, row), _grade(last, row)
            found.append(Effect(row, reference in settings, first, last, change, *grades, breaks_of(row, knowledge)))
    return found, after.used


def refuse_contradictions(knowledge: Knowledge, settings: Settings) -> None:
    """Refuse to set a figure together with one that it follows from.

    Raises:
        UsageError: with the chain that contradicts.
    """
    links = links_for(settings, knowledge)
    for reference in settings:
        for chain in _chains(reference, links):
            if chain[-1] in settings:
                raise UsageError(
                    "--set: {computed} follows from {source} ({steps}), so both cannot be set. Set one of them",
                    computed=chain[0].indicator,
                    source=chain[-1].indicator,
                    steps=" <- ".join(str(each) for each in chain),
                )


def moved_by(knowledge: Knowledge, settings: Settings) -> set[Reference]:
    """Every figure that is set, or that a link computes from one that is."""
    moved, links = set(settings), links_for(settings, knowledge)
    computed = [link.computes for link in links]
    return moved | {each for each in computed if any(chain[-1] in moved for chain in _chains(each, links))}


def _chains(reference: Reference, declared: list[Link]) -> list[list[Reference]]:
    """Every way from a computed figure down to what it follows from.

    Raises:
        UsageError: the links go round in a circle.
    """
    links = {link.computes: link for link in declared}
    chains, open_chains = [], [[reference]]
    while open_chains:
        chain = open_chains.pop()
        link = links.get(chain[-1])
        for each in references(link.formula) if link else []:
            if each in chain:
                raise UsageError(
                    "the links go round in a circle: {steps}. Remove one of them from the data",
                    steps=" <- ".join(str(place) for place in [*chain, each]),
                )
            chains.append([*chain, each])
            open_chains.append([*chain, each])
    return chains


def _own(state: State, reference: Reference, row: Row) -> Decimal | None:
    """A figure of the state in the row's unit; what forty digits leave in the last ones is rounded away."""
    try:
        return SHORT.plus(state.value(reference).within(row.unit))
    except NotComputableError:
        return None


def _grade(value: Decimal | None, row: Row) -> Grade | None:
    """The grade a figure would earn; the plan's own bound, unchanged, counts as met rather than exceeded."""
    goal = goal_of(row)
    if goal is None or value is None or (goal.is_neutral and goal.comparator is Comparator.EQUALS):
        return None
    figure = goal.statement.figure
    if figure is not None and figure.is_bound and value == figure.value:
        return Grade.MET
    return goal.grade(point(in_roots(value, row.unit)))
