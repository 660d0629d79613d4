"""Whether values exist for many relations at once: found where they do, refused where they do not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from systems import Ranges, f, system_of

from tgkt.arithmetic.existence import TooHardError, solution
from tgkt.arithmetic.fixpoint import System, clash, is_tiny

D = Decimal
A, B, C, T = f("a"), f("b"), f("c"), f("t")
NINE = ("0", "9")
CASES: dict[str, tuple[list[str], Ranges, bool]] = {
    "two figures of a sum and a difference": (
        [f"{A} + {B} == 10", f"{A} - {B} == 2"],
        {"a": ("0", "10"), "b": ("0", "10")},
        True,
    ),
    "a sum and a difference that need a value beyond its range": (
        [f"{A} + {B} == 10", f"{A} - {B} == 2"],
        {"a": NINE, "b": ("0", "3.9")},
        False,
    ),
    "shares of a total and the total": (
        [f"{A} == {B} * {T}", f"{C} == (1 - {B}) * {T}", f"{A} + {C} == {T}"],
        {"a": ("3", "4"), "b": ("0.3", "0.4"), "c": ("5", "7"), "t": ("9", "10")},
        True,
    ),
    "a share that does not follow from its counts": (
        [f"{A} == {B} / {C}"],
        {"a": ("0.895", "0.905"), "b": ("606", "606"), "c": ("674", "700")},
        True,
    ),
    "each pair fits and the three do not": (
        [f"{A} == {B}", f"{B} == {C}", f"{A} >= {C} + 1"],
        {"a": NINE, "b": NINE, "c": NINE},
        False,
    ),
    "a product and a sum": ([f"{A} * {B} == 6", f"{A} + {B} == 5"], {"a": ("0.1", "9"), "b": ("0.1", "9")}, True),
    "a product too large for a sum": (
        [f"{A} * {B} == 7", f"{A} + {B} == 5"],
        {"a": ("0.1", "9"), "b": ("0.1", "9")},
        False,
    ),
}


@pytest.mark.parametrize(("formulas", "ranges", "exists"), CASES.values(), ids=[*CASES])
def test_values_are_found_exactly_where_they_exist(formulas: list[str], ranges: Ranges, exists: bool) -> None:
    system, given_ranges, _ = system_of(formulas, ranges)
    found = solution(system, given_ranges)
    assert (found is not None) is exists


def test_the_values_of_a_solution_are_known_to_thirty_digits() -> None:
    system, ranges, names = system_of([f"{A} * {B} == 6", f"{A} + {B} == 5"], {"a": ("0.1", "9"), "b": ("0.1", "9")})
    found = solution(system, ranges)
    assert found is not None
    assert all(is_tiny(each) for each in found)
    assert {round(each.low, 20) for each in found} == {D(2), D(3)}
    assert names == ["a", "b"]


def test_one_form_of_several_is_enough() -> None:
    system, ranges, _ = system_of([f"{A} + {B} == 20", f"{A} + {B} == 10"], {"a": ("4", "5"), "b": ("4", "5")})
    either = System((tuple(one for condition in system.conditions for one in condition),))
    assert solution(either, ranges) is not None
    assert solution(system, ranges) is None


def test_a_search_that_grows_too_long_is_given_up() -> None:
    system, ranges, _ = system_of([f"{A} * {B} == 6", f"{A} + {B} == 5"], {"a": ("0.1", "9"), "b": ("0.1", "9")})
    with pytest.raises(TooHardError):
        solution(system, ranges, most=1)


def test_a_clash_names_the_figures_it_rests_on_and_no_others() -> None:
    system, ranges, names = system_of(
        [f"{A} + {B} == {T}", f"{C} == {A}", f"{C} <= 9"],
        {"a": ("1", "2"), "b": ("1", "2"), "t": ("7", "8"), "c": NINE},
    )
    why = clash(system, ranges, range(len(names)))
    assert why is not None
    assert {names[at] for at in why.figures} == {"a", "b", "t"}
    assert why.conditions == {0}


small = st.integers(min_value=0, max_value=6)


@given(parts=st.tuples(small, small, small, small), off=st.integers(min_value=-1, max_value=1), wide=st.integers(0, 1))
def test_sums_of_sums_have_values_exactly_where_whole_numbers_do(parts: tuple[int, ...], off: int, wide: int) -> None:
    """Sums of sums have a solution where they have one in whole numbers: all of these are tried."""
    a, b, c, d = parts
    total = a + b + c + d + 2 * off
    names = {"a": a, "b": b, "c": c, "d": d, "t": total}
    ranges = {name: (str(value - wide), str(value + wide)) for name, value in names.items()} | {
        "u": ("0", "40"),
        "v": ("0", "40"),
    }
    system, given_ranges, _ = system_of(
        [
            f"{f('u')} == {A} + {B}",
            f"{f('v')} == {C} + {f('d')}",
            f"{T} == {f('u')} + {f('v')}",
            f"{f('u')} >= {f('v')}",
        ],
        ranges,
    )
    spans = [range(value - wide, value + wide + 1) for value in (a, b, c, d, total)]
    exists = any(
        w + x >= y + z and w + x + y + z == t
        for w in spans[0]
        for x in spans[1]
        for y in spans[2]
        for z in spans[3]
        for t in spans[4]
        if w + x >= 0 and y + z >= 0
    )
    assert (solution(system, given_ranges) is not None) is exists
