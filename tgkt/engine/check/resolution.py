"""The figures of an identity, each looked up once, for judging it, showing it and solving it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tgkt.arithmetic.evaluate import Lookup
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity, quantity
from tgkt.facts.formula import Identity, Reference, references
from tgkt.facts.statement import Statement
from tgkt.series.reference import first_stated
from tgkt.series.series import Knowledge

Resolution = Mapping[Reference, tuple[Statement, Quantity]]


def as_printed(knowledge: Knowledge) -> Knowledge:
    """The same years and documents, with breaks respected and the baselines as they count."""
    clock = knowledge.clock._replace(plan_baseline=False, across_breaks=False)
    return knowledge if clock == knowledge.clock else Knowledge(knowledge.catalogue, clock)


def resolve(identity: Identity, knowledge: Knowledge, others: Iterable[Identity] = ()) -> Resolution:
    """The statement that counts for each reference, with its quantity; references to unprinted figures are left out.

    Args:
        identity: the formula.
        knowledge: what is known.
        others: the same formula under other assumptions, whose figures are looked up with it.
    """
    found = {}
    for reference in dict.fromkeys(each for formula in (identity, *others) for each in cited(formula)):
        if (statement := first_stated(reference, knowledge)) is not None:
            indicator = knowledge.catalogue.indicators[reference.indicator]
            found[reference] = statement, quantity(statement, indicator)
    return found


def cited(identity: Identity) -> Iterator[Reference]:
    """The references of both sides, in the order they are written."""
    yield from references(identity.left)
    yield from references(identity.right)


def figures_of(resolution: Resolution, instead: Mapping[Reference, Quantity] | None = None) -> Lookup:
    """For `evaluate`: the quantity of each reference, or the one given instead."""

    def quantity_of(reference: Reference) -> Quantity:
        if instead and reference in instead:
            return instead[reference]
        if reference not in resolution:
            raise NotComputableError("not_printed", figure=str(reference))
        return resolution[reference][1]

    return quantity_of


def statements_of(identity: Identity, resolution: Resolution) -> tuple[Statement, ...]:
    """The statements that the formula rests on, each once, in the order they are written."""
    return tuple(dict.fromkeys(resolution[each][0] for each in cited(identity) if each in resolution))
