"""What relations allow a figure to be, against values drawn within the ranges of the others."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from systems import f, system_of

from tgkt.arithmetic.fixpoint import System
from tgkt.engine.check.least.allowed import allowed

D = Decimal
X, Y, Z, W = f("x"), f("y"), f("z"), f("w")
Made = Callable[[Decimal, Decimal], Decimal]
TERMS: dict[str, tuple[str, Made]] = {
    "a sum": (f"{Z} == {X} + {Y}", lambda x, y: x + y),
    "a quotient": (f"{Z} == {X} / {Y}", lambda x, y: x / y),
    "a share, whose part stands twice": (f"{Z} == {X} / ({X} + {Y})", lambda x, y: x / (x + y)),
    "a mean of what stands three times": (f"{Z} == ({X} * {X} + {Y}) / ({X} + 1)", lambda x, y: (x * x + y) / (x + 1)),
}
value = st.integers(min_value=2, max_value=40)
width = st.integers(min_value=0, max_value=3)


@pytest.mark.parametrize(("formula", "made"), TERMS.values(), ids=[*TERMS])
@given(x=value, y=value, wide=width, aside=width)
def test_the_range_holds_every_drawn_value_and_no_more_than_they_fill(
    formula: str, made: Made, x: int, y: int, wide: int, aside: int
) -> None:
    system, ranges, names = system_of(
        [formula], {"x": (str(x), str(x + wide)), "y": (str(y), str(y + aside)), "z": ("0", "99999")}
    )
    found = allowed(system, ranges, names.index("z"))
    steps = [D(part) / 40 for part in range(41)]
    drawn = [made(x + wide * one, y + aside * other) for one, other in product(steps, steps)]
    assert found is not None
    size = max(map(abs, drawn))
    assert found.low <= min(drawn) + size * D("1e-6")
    assert found.high >= max(drawn) - size * D("1e-6")
    slack = (max(drawn) - min(drawn)) * D("0.01") + size * D("0.02")  # a term that turns is bounded less closely
    assert found.low >= min(drawn) - slack
    assert found.high <= max(drawn) + slack


def test_several_relations_are_heeded_together() -> None:
    system, ranges, names = system_of(
        [f"{Z} == {X} + {Y}", f"{W} == {X} - {Y}"],
        {"x": ("0", "10"), "y": ("0", "10"), "w": ("4", "4"), "z": ("0", "99")},
    )
    found = allowed(system, ranges, names.index("z"))
    assert found is not None
    assert (round(found.low, 5), round(found.high, 5)) == (D(4), D(16))


@given(low=value, wide=width, other=value, aside=width)
def test_the_range_over_several_forms_reaches_from_the_least_to_the_greatest_of_any(
    low: int, wide: int, other: int, aside: int
) -> None:
    """z is x or twice y, whatever lies between and whichever form reaches farther."""
    ranges = {"x": (str(low), str(low + wide)), "y": (str(other), str(other + aside)), "z": ("0", "999")}
    system, within, names = system_of([f"{Z} == {X}", f"{Z} == 2 * {Y}"], ranges)
    either = System((tuple(form for condition in system.conditions for form in condition),))
    found = allowed(either, within, names.index("z"))
    assert found is not None
    assert abs(found.low - min(low, 2 * other)) <= found.low * D("1e-6")
    assert abs(found.high - max(low + wide, 2 * (other + aside))) <= found.high * D("1e-6")


def test_an_end_is_that_of_another_form_where_the_widest_does_not_reach_it() -> None:
    """x - y seems to lie between -10 and 10, and is 0; w reaches from 3 to 5."""
    ranges = {"x": ("0", "10"), "y": ("0", "10"), "w": ("3", "5"), "z": ("-99", "99")}
    system, within, names = system_of([f"{Z} == {X} - {Y}", f"{Z} == {W}", f"{X} == {Y}"], ranges)
    first, second, third = system.conditions
    found = allowed(System(((*first, *second), third)), within, names.index("z"))
    assert found is not None
    assert (round(found.low, 1), round(found.high, 5)) == (D(0), D(5))


def test_a_form_without_a_solution_adds_nothing_to_the_range() -> None:
    """No x and y with the sum 5 have the product 6.2501, which ranges alone allow: only z == x + 1 is left."""
    formulas = [f"{X} * {Y} == 6.2501 + 0 * {Z}", f"{Z} == {X} + 1", f"{X} + {Y} == 5"]
    system, within, names = system_of(formulas, {"x": ("0.1", "4"), "y": ("0.1", "4"), "z": ("0", "99")})
    first, second, third = system.conditions
    found = allowed(System(((*first, *second), third)), within, names.index("z"))
    assert found is not None
    assert (round(found.low, 5), round(found.high, 5)) == (D(2), D(5))


def test_nothing_is_allowed_where_only_a_search_shows_that_the_others_do_not_fit() -> None:
    system, ranges, names = system_of(
        [f"{X} * {Y} == 6.2501", f"{X} + {Y} == 5", f"{Z} >= {X}"],
        {"x": ("0.1", "9"), "y": ("0.1", "9"), "z": ("0", "Infinity")},
    )
    assert allowed(system, ranges, names.index("z")) is None


def test_nothing_is_allowed_where_the_others_do_not_fit() -> None:
    system, ranges, names = system_of(
        [f"{Z} == {X} + {Y}", f"{X} == 9"], {"x": ("0", "1"), "y": ("0", "1"), "z": ("0", "9")}
    )
    assert allowed(system, ranges, names.index("z")) is None
