"""Declared relations of the shipped plan, judged again after one of their figures is moved.

A figure that one document prints once counts as one, however often a formula names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from functools import cache
from typing import NamedTuple

from shipped import shipped

from tgkt.arithmetic.evaluate import Lookup, evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity, quantity
from tgkt.engine.check.general import identities
from tgkt.engine.check.identities import apart
from tgkt.engine.check.resolution import Resolution, figures_of, resolve
from tgkt.facts.catalogue import Catalogue, Declared
from tgkt.facts.formula import Identity
from tgkt.facts.indicator import Kind
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.series.series import Knowledge

SHARE = Decimal("0.05")
DIGITS = 10


class Relation(NamedTuple):
    """A relation with the figures that it rests on as the documents print them."""

    declared: Declared
    resolution: Resolution

    @property
    def formulas(self) -> tuple[Identity, ...]:
        """It and the same under other values of what it assumes."""
        return self.declared.formula, *self.declared.alternatives

    @property
    def statements(self) -> list[Statement]:
        """Its figures, each once."""
        return list(dict.fromkeys(statement for statement, _ in self.resolution.values()))

    def holds(self, instead: Mapping[Statement, Quantity] | None = None) -> tuple[bool | None, ...]:
        """Whether the sides of each formula meet, with the quantities given instead of those printed."""
        given = instead or {}
        swapped = {name: given[each] for name, (each, _) in self.resolution.items() if each in given}
        lookup = figures_of(self.resolution, swapped)
        return tuple(_meets(each, lookup) for each in self.formulas)


def _meets(identity: Identity, lookup: Lookup) -> bool | None:
    try:
        left, right = evaluate(identity.left, lookup), evaluate(identity.right, lookup)
    except (NotComputableError, ValueError):
        return None
    return apart(identity, left, right) == 0


@cache
def relations() -> tuple[Relation, ...]:
    """Every relation that the figures of the shipped data fill."""
    known = Knowledge(shipped())
    found = (Relation(each, resolve(each.formula, known, each.alternatives)) for each in identities(known))
    return tuple(each for each in found if None not in each.holds())


@cache
def by_figure() -> dict[Statement, list[Relation]]:
    """The relations that rest on each figure."""
    found: dict[Statement, list[Relation]] = {}
    for relation in relations():
        for statement in relation.statements:
            found.setdefault(statement, []).append(relation)
    return found


def quantity_of(statement: Statement) -> Quantity:
    """The figure of a statement in root units."""
    return quantity(statement, shipped().indicators[statement.indicator])


def moved(statement: Statement) -> Iterator[Statement]:
    """A figure printed higher and lower: by 5 % or ten of its last digit, counts by one; within what can be."""
    figure = statement.figure
    assert figure is not None
    digit = Decimal(1) if figure.exact else figure.digit
    least = digit if figure.exact else DIGITS * digit
    by = (max(abs(figure.low) * SHARE, least) / digit).to_integral_value(ROUND_CEILING) * digit
    for step in (by, -by):
        low, high = figure.low + step, figure.high + step
        if (low >= 0 or figure.low < 0) and not (_is_part(statement) and high > 100):
            yield statement._replace(figure=figure._replace(low=low, high=high))


def _is_part(statement: Statement) -> bool:
    return shipped().indicators[statement.indicator].kind is Kind.SHARE and statement.unit.text == "%"


def swapped(old: Statement, new: Statement) -> Catalogue:
    """The shipped data with one figure printed otherwise."""

    def other(each: Statement | None) -> Statement | None:
        return new if each == old else each

    def row(each: Row) -> Row:
        kept = {name: other(getattr(each, name)) for name in ("target", "baseline", "last_term", "result")}
        return each._replace(**kept)  # type: ignore[arg-type]

    catalogue = shipped()
    plans = {id: each._replace(rows=tuple(map(row, each.rows))) for id, each in catalogue.plans.items()}
    seen = tuple(new if each == old else each for each in catalogue.observations)
    return replace(catalogue, plans=plans, observations=seen)


def times(statement: Statement, factors: Iterable[Decimal]) -> Iterator[Statement]:
    """A figure with its decimal mark at another place."""
    figure = statement.figure
    assert figure is not None
    for factor in factors:
        yield statement._replace(figure=figure._replace(low=figure.low * factor, high=figure.high * factor))


def printed_as(statement: Statement, true: Decimal) -> Statement:
    """The statement a document would print of a true value in root units: rounded to the digits it prints."""
    figure = statement.figure
    assert figure is not None
    digit = figure.digit
    next_up = statement._replace(figure=figure._replace(low=figure.low + digit, high=figure.high + digit))
    scale = (quantity_of(next_up).value - quantity_of(statement).value) / digit
    value = figure.low + (true - quantity_of(statement).value) / scale
    low = (value / digit).to_integral_value(ROUND_HALF_UP) * digit
    return statement._replace(figure=figure._replace(low=low, high=low))
