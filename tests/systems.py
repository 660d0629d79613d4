"""Small systems of relations over figures with ranges, written as formulas."""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.fixpoint import System
from tgkt.arithmetic.narrowing import relation_of
from tgkt.facts.formula import Identity, Reference, references
from tgkt.facts.interval import Interval
from tgkt.facts.parsing import parse_identity

D = Decimal
Ranges = dict[str, tuple[str, str]]


def system_of(formulas: list[str], ranges: Ranges) -> tuple[System, list[Interval], list[str]]:
    """Relations over figures x[a, 2025], whose ranges are given by name."""
    identities = [parse_identity(each) for each in formulas]
    figures = list(dict.fromkeys(figure for each in identities for figure in _figures(each)))
    places = {each: at for at, each in enumerate(figures)}
    conditions = tuple((relation_of(each, places),) for each in identities)
    found = [Interval(D(ranges[each.indicator][0]), D(ranges[each.indicator][1])) for each in figures]
    return System(conditions), found, [each.indicator for each in figures]


def _figures(identity: Identity) -> list[Reference]:
    return [*references(identity.left), *references(identity.right)]


def f(name: str) -> str:
    """A figure in a formula."""
    return f"{name}[a, 2025]"
