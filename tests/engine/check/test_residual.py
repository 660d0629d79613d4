"""How far two intervals are apart."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest

from tgkt.engine.check.residual import residual, within
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.units import parse_unit


def spread(low: str, high: str, *, open: bool = False) -> Interval:
    """An interval, perhaps without its upper end."""
    return Interval(Decimal(low), Decimal(high), high_open=open)


CASES = {
    "one inside the other": (spread("1", "4"), spread("2", "3"), "0"),
    "they touch": (spread("1", "2"), spread("2", "3"), "0"),
    "they touch where an end is left out": (spread("1", "2", open=True), spread("2", "3"), "0"),
    "the first above": (spread("5", "6"), spread("1", "2"), "3"),
    "the first below": (spread("1", "2"), spread("5", "6"), "-3"),
    "a bound above": (Interval(Decimal(5), INFINITY), spread("1", "2"), "3"),
}


@pytest.mark.parametrize(("one", "other", "expected"), CASES.values(), ids=CASES)
def test_the_distance_has_a_sign(one: Interval, other: Interval, expected: str) -> None:
    """Zero where a value may be in both, positive where the first lies above."""
    assert residual(one, other) == Decimal(expected)
    assert residual(other, one) == -Decimal(expected)


def test_every_digit_counts() -> None:
    """Forty of them, whatever the caller's context."""
    low, high = Decimal("1.0000000000000000000000000000000001"), Decimal("2")
    with localcontext(prec=6):
        assert residual(Interval(high, high), Interval(low, low)) == Decimal("0.9999999999999999999999999999999999")


@pytest.mark.parametrize(("distance", "expected"), [("0.05", Decimal(5)), ("Infinity", None), ("-Infinity", None)])
def test_a_distance_is_told_in_a_unit(distance: str, expected: Decimal | None) -> None:
    """An infinite one is none that could be told."""
    assert within(Decimal(distance), parse_unit("%")) == expected
