"""What a relation leaves of its figures: worked by hand, and by drawn solutions that must never be cut off."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgkt.arithmetic.inverse import NoValueError
from tgkt.arithmetic.narrowing import is_certain, narrow, relation_of
from tgkt.facts.formula import references
from tgkt.facts.interval import Interval, point
from tgkt.facts.parsing import parse_identity

D = Decimal
HAIR = D("1e-20")


def left_of(formula: str, **ranges: tuple[str, str]) -> dict[str, tuple[Decimal, Decimal]] | None:
    """The ranges that a relation leaves, by the name of the figure; None where no value satisfies it."""
    identity = parse_identity(formula)
    figures = list(dict.fromkeys([*references(identity.left), *references(identity.right)]))
    places = {each: at for at, each in enumerate(figures)}
    found = [Interval(D(ranges[each.indicator][0]), D(ranges[each.indicator][1])) for each in figures]
    try:
        for _ in range(40):
            narrow(relation_of(identity, places), found)
    except NoValueError:
        return None
    return {each.indicator: (found[at].low, found[at].high) for each, at in places.items()}


def figure(name: str) -> str:
    """A figure in a formula."""
    return f"{name}[a, 2025]"


X, Y, Z = figure("x"), figure("y"), figure("z")
WORKED = {
    "a part is what the sum leaves": (
        f"{Z} == {X} + {Y}",
        {"x": ("0", "9"), "y": ("2", "3"), "z": ("5", "5")},
        {"x": (2, 3)},
    ),
    "what is taken away": (f"{Z} == {X} - {Y}", {"x": ("0", "9"), "y": ("2", "3"), "z": ("5", "5")}, {"x": (7, 8)}),
    "a factor": (f"{Z} == {X} * {Y}", {"x": ("0", "9"), "y": ("2", "4"), "z": ("8", "8")}, {"x": (2, 4)}),
    "a divisor": (f"{Z} == {X} / {Y}", {"x": ("8", "8"), "y": ("1", "9"), "z": ("2", "4")}, {"y": (2, 4)}),
    "a power": (f"{Z} == {X} ** 2", {"x": ("0", "9"), "z": ("4", "9")}, {"x": (2, 3)}),
    "a sum of three": (
        f"{Z} == sum({X}, {Y}, {Y})",
        {"x": ("0", "99"), "y": ("2", "3"), "z": ("10", "10")},
        {"x": (4, 6)},
    ),
    "growth over two years": (
        f"{Z} == compound({X}, 2)",
        {"x": ("0", "9"), "z": ("1.21", "1.44")},
        {"x": (D("0.1"), D("0.2"))},
    ),
    "the level at the end": (
        f"{Z} == average_growth({X}, {Y}, 2)",
        {"x": ("100", "100"), "y": ("1", "999"), "z": ("0.1", "0.2")},
        {"y": (121, 144)},
    ),
    "nominal growth": (
        f"{Z} == deflator({X}, {Y})",
        {"x": ("0", "1"), "y": ("0.5", "0.5"), "z": ("0", "0.2")},
        {"x": (D("0.5"), D("0.8"))},
    ),
    "a merged figure between its parts": (
        f"{Z} == weight({X}, {Y}, {figure('v')})",
        {"x": ("0", "99"), "y": ("10", "10"), "v": ("20", "20"), "z": ("0.3", "0.4")},
        {"x": (13, 14)},
    ),
    "a floor": (f"{X} >= {Y}", {"x": ("0", "9"), "y": ("4", "6")}, {"x": (4, 9)}),
    "a figure that stands twice": (
        f"{Z} == {X} / ({X} + {Y})",
        {"x": ("1", "99"), "y": ("6", "6"), "z": ("0.25", "0.25")},
        {"x": (2, 2)},
    ),
}


@pytest.mark.parametrize(("formula", "ranges", "left"), WORKED.values(), ids=[*WORKED])
def test_what_a_relation_leaves(formula: str, ranges: dict[str, tuple[str, str]], left: dict[str, tuple[D, D]]) -> None:
    found = left_of(formula, **ranges)
    assert found is not None
    for name, ends in left.items():
        assert all(abs(own - end) <= D("1e-9") for own, end in zip(found[name], ends, strict=True))


NOTHING = {
    "a sum that is too large": (f"{Z} == {X} + {Y}", {"x": ("1", "2"), "y": ("1", "2"), "z": ("5", "6")}),
    "a divisor of zero": (f"{Z} == {X} / {Y}", {"x": ("1", "2"), "y": ("0", "0"), "z": ("5", "6")}),
    "growth to a loss of all": (f"{Z} == compound({X}, 2)", {"x": ("-3", "-2"), "z": ("0", "9")}),
    "a share of itself that is too large": (
        f"{Z} == {X} / ({X} + {Y})",
        {"x": ("1", "3"), "y": ("3", "6"), "z": ("0.51", "1")},
    ),
    "a ceiling below the floor": (f"{X} <= {Y}", {"x": ("5", "9"), "y": ("1", "4")}),
}


@pytest.mark.parametrize(("formula", "ranges"), NOTHING.values(), ids=[*NOTHING])
def test_a_relation_that_nothing_satisfies_is_refused(formula: str, ranges: dict[str, tuple[str, str]]) -> None:
    assert left_of(formula, **ranges) is None


LAWS = {
    "sums": (f"{Z} == {X} + {Y}", lambda x, y: x + y),
    "differences": (f"{Z} == {X} - {Y}", lambda x, y: x - y),
    "products": (f"{Z} == {X} * {Y}", lambda x, y: x * y),
    "shares": (f"{Z} == {X} / ({X} + {Y})", lambda x, y: x / (x + y)),
    "squares and parts": (f"{Z} == {X} ** 2 - {Y}", lambda x, y: x * x - y),
}
values = st.decimals(min_value=1, max_value=50, places=2)
widths = st.decimals(min_value=0, max_value=5, places=2)


@pytest.mark.parametrize(("formula", "made"), LAWS.values(), ids=[*LAWS])
@given(x=values, y=values, wide=widths, aside=widths)
def test_a_solution_is_never_cut_off(formula: str, made, x: Decimal, y: Decimal, wide: Decimal, aside: Decimal) -> None:  # type: ignore[no-untyped-def]
    z = made(x, y)
    given_ranges = {
        "x": (str(x - wide), str(x + aside)),
        "y": (str(y - aside), str(y + wide)),
        "z": (str(z - wide - HAIR), str(z + wide + HAIR)),
    }
    found = left_of(formula, **given_ranges)
    assert found is not None
    assert all(
        found[name][0] - HAIR <= value <= found[name][1] + HAIR for name, value in (("x", x), ("y", y), ("z", z))
    )


def test_a_range_that_is_one_value_stays_it() -> None:
    assert left_of(f"{Z} == {X} + {Y}", x=("1", "1"), y=("2", "2"), z=("3", "3")) == {
        n: (point(v).low, v) for n, v in (("z", D(3)), ("x", D(1)), ("y", D(2)))
    }


SETTLED = {
    "a floor that lies below": (">=", ("5", "6"), ("1", "5"), True),
    "a floor that may be missed": (">=", ("4", "6"), ("1", "5"), False),
    "a ceiling that lies above": ("<=", ("1", "5"), ("5", "6"), True),
    "a ceiling that may be passed": ("<=", ("1", "6"), ("5", "6"), False),
    "an equality, which other values may break": ("==", ("5", "6"), ("5", "6"), False),
}


@pytest.mark.parametrize(("sign", "left", "right", "is_settled"), SETTLED.values(), ids=[*SETTLED])
def test_whether_a_relation_holds_whatever_the_values(
    sign: str, left: tuple[str, str], right: tuple[str, str], *, is_settled: bool
) -> None:
    identity = parse_identity(f"{X} {sign} {Y}")
    places = {each: at for at, each in enumerate((*references(identity.left), *references(identity.right)))}
    ranges = [Interval(D(low), D(high)) for low, high in (left, right)]
    assert is_certain(relation_of(identity, places), ranges) is is_settled
