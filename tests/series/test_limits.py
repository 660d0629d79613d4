"""The natural limits of an indicator."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import indicator

from tgkt.facts.indicator import Kind
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.units import parse_unit
from tgkt.series.limits import declared_limits, natural_limits

ZERO, ONE = Decimal(0), Decimal(1)


@pytest.mark.parametrize(
    ("kind", "declared", "expected"),
    [
        pytest.param(Kind.LEVEL, (-INFINITY, INFINITY), Interval(ZERO, INFINITY), id="no level lies below zero"),
        pytest.param(Kind.COUNT, (-INFINITY, INFINITY), Interval(ZERO, INFINITY), id="nor does a count"),
        pytest.param(
            Kind.LEVEL, (Decimal(-500), INFINITY), Interval(Decimal(-5), INFINITY), id="unless the data say how far"
        ),
        pytest.param(Kind.LEVEL, (Decimal(100), INFINITY), Interval(ONE, INFINITY), id="a higher floor stands"),
        pytest.param(Kind.SHARE, (ZERO, Decimal(100)), Interval(ZERO, ONE), id="a share lies within what is declared"),
        pytest.param(Kind.SHARE, (-INFINITY, INFINITY), Interval(-INFINITY, INFINITY), id="else anywhere"),
        pytest.param(
            Kind.GROWTH,
            (-INFINITY, INFINITY),
            Interval(Decimal(-1), INFINITY, low_open=True),
            id="growth leaves something",
        ),
        pytest.param(Kind.GROWTH, (ZERO, INFINITY), Interval(ZERO, INFINITY), id="a declared floor of growth stands"),
    ],
)
def test_limits_by_kind(kind: Kind, declared: tuple[Decimal, Decimal], expected: Interval) -> None:
    """What no data need say, and what they do say, in root units (one is 100 %)."""
    assert natural_limits(indicator(kind=kind, floor=declared[0], ceiling=declared[1])) == expected


def test_declared_limits_are_in_root_units() -> None:
    """Limits are declared in the indicator's own unit."""
    million = indicator(unit=parse_unit("triệu đồng"), floor=ONE, ceiling=INFINITY)
    assert declared_limits(million) == Interval(Decimal(1_000_000), INFINITY)
