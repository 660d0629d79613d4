"""Formulas declared beside an indicator for figures that no document prints: checks of their ids and of their kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.quantity import Quantity, number, of_unit
from tgkt.errors import UnitError
from tgkt.facts.formula import AREA, Reference, Term, references
from tgkt.facts.indicator import Formula, Indicator
from tgkt.facts.interval import point
from tgkt.facts.parsing import FormulaError, parse_general
from tgkt.loading.formulas import Known, check_references, read_formula
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message

_AMOUNTS = (2, 1, 3)


def build_formula(entry: Entry, reader: Reader) -> Formula | None:
    """Parse one derivation; its ids are checked by `check_formula` once everything is declared."""
    term = read_formula(entry, "formula", parse_general, reader)
    if term is None:
        return None
    return Formula(entry["formula"], term, entry["area"], entry["period"], entry["assumes"], entry.at("formula"))


def check_formula(name: str, entry: Entry, indicators: Mapping[str, Indicator], known: Known, reader: Reader) -> None:
    """Report every unknown id in a derivation, else a formula whose result is of another kind than its indicator.

    Args:
        name: the indicator that is derived.
        entry: the derivation.
        indicators: all that are declared.
        known: the ids a formula may name.
        reader: collects the problems.
    """
    if entry["area"] is not None and entry["area"] not in known.areas:
        reader.unknown(entry.at("area"), f"{entry.path}.area", "area", entry["area"], known.areas)
    try:
        term = parse_general(entry["formula"] or "")
    except FormulaError:
        return  # reported already
    is_named = check_references(entry, "formula", term, known._replace(areas={*known.areas, AREA}), reader)
    if is_named and name in indicators and (slip := _of_another_kind(term, indicators[name], indicators)):
        reader.fail(entry.at("formula"), f"{entry.path}.formula", slip)


def _of_another_kind(term: Term, derived: Indicator, indicators: Mapping[str, Indicator]) -> Message | None:
    """The kind of a formula's result, if it differs from the indicator's; it is computed with small trial amounts.

    None where the kinds agree, or where no trial gives a number.
    """
    for amounts in _amounts(term):
        try:
            found = evaluate(term, partial(_some, amounts=amounts, indicators=indicators))
        except NotComputableError:
            continue
        except UnitError as error:
            return Message("{error}. Correct the formula", error=error)
        wanted = of_unit(found.value, point(found.value), derived.unit, derived)
        if found.dimensions == wanted.dimensions:
            return None
        return Message(
            "the formula gives {found}, but '{id}' is in {unit}. Correct the formula",
            found=found.named(),
            id=derived.id,
            unit=derived.unit,
        )
    return None


def _amounts(term: Term) -> Iterator[dict[Reference, int]]:
    """Trial amounts for the figures of a term, in several orders, because one order may make a divisor zero."""
    named = list(dict.fromkeys(references(term)))
    for shift in range(len(_AMOUNTS)):
        yield {each: _AMOUNTS[(place + shift) % len(_AMOUNTS)] for place, each in enumerate(named)}


def _some(reference: Reference, amounts: Mapping[Reference, int], indicators: Mapping[str, Indicator]) -> Quantity:
    """A trial amount of the same kind as a figure."""
    amount = Decimal(amounts[reference])
    if reference.selector == "multiple":
        return number(amount)
    declared = indicators[reference.indicator]
    return of_unit(amount, point(amount), declared.unit, declared)
