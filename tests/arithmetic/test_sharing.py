"""Terms that several relations share are named once, and the relations mean what they meant."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tgkt.arithmetic.existence import solution
from tgkt.arithmetic.fixpoint import System
from tgkt.arithmetic.inverse import ALL
from tgkt.arithmetic.narrowing import relation_of
from tgkt.arithmetic.sharing import shared
from tgkt.facts.formula import Identity, references, written
from tgkt.facts.interval import Interval
from tgkt.facts.parsing import parse_identity

A, B, C, T = (f"{name}[a, 2025]" for name in "abct")
FORMULAS = [f"{T} == {A} / {B} + {C}", f"{C} <= {A} / {B}", f"{T} * {B} >= {A}"]


def test_a_term_that_stands_twice_gets_a_name() -> None:
    found = shared([parse_identity(each) for each in FORMULAS])
    assert [written(term) for term in found.terms.values()] == [f"{A} / {B}"]
    assert [written(each.right).count("/") for each in found.identities] == [0, 0, 0]


def test_relations_without_a_common_term_stay_as_they_are() -> None:
    given_ones = [parse_identity(f"{T} == {A} + {B}"), parse_identity(f"{T} == {A} * {C}")]
    assert shared(given_ones).identities == given_ones
    assert not shared(given_ones).terms


def test_a_name_may_stand_in_the_term_of_another() -> None:
    once = f"({T} - {A} / {B}) / {C}"
    found = shared([parse_identity(f"{once} == 1"), parse_identity(f"{A} / {B} == 2"), parse_identity(f"{once} <= 3")])
    assert len(found.terms) > 1
    assert all(len(set(references(term))) > 1 for term in found.terms.values())


number = st.integers(min_value=1, max_value=9)


@given(a=number, b=number, c=number, t=st.integers(min_value=1, max_value=20))
def test_values_exist_for_the_named_where_they_exist_for_the_given(a: int, b: int, c: int, t: int) -> None:
    identities = [parse_identity(each) for each in FORMULAS]
    own = {"a": a, "b": b, "c": c, "t": t}

    def exists(some: list[Identity], terms: list[Identity]) -> bool:
        figures = list(
            dict.fromkeys(
                each for one in (*some, *terms) for side in (one.left, one.right) for each in references(side)
            )
        )
        places = {each: at for at, each in enumerate(figures)}
        ranges = [_around(own[each.indicator]) if each.indicator in own else ALL for each in figures]
        return solution(System(tuple((relation_of(each, places),) for each in (*some, *terms))), ranges) is not None

    found = shared(identities)
    named = [Identity("", name, term) for name, term in found.terms.items()]
    assert exists(found.identities, named) is exists(identities, [])


def _around(value: int) -> Interval:
    half = Decimal("0.25")
    return Interval(value - half, value + half)
