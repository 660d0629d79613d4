"""The row that a second printing of a target belongs to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import period, row, statement

from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.series.reprint import row_of


def target(when: Any, **changes: Any) -> Statement:
    """A target of a period."""
    return statement("75", period=period(when), **changes)


ROWS = [
    row(code="1", target=target(2026)),
    row(code="2", target=target(2030)),
    row(code="3", target=target("2026-2030", timing=Timing.AVERAGE)),
    row(code="4", target=target(2030, relative_to=2025)),
    row(code="5", target=None),
]


@pytest.mark.parametrize(
    ("again", "code"),
    [
        pytest.param(target(2030), "2", id="of the same year"),
        pytest.param(target("2026-2030", timing=Timing.AVERAGE), "3", id="of the same term in the same sense"),
        pytest.param(target(2030, relative_to=2025), "4", id="of the same base year"),
        pytest.param(target(2027), "1", id="of another year: that with the nearest deadline"),
        pytest.param(target(2045), "2", id="later than all: the last, the first of several"),
    ],
)
def test_the_row_of_a_second_printing(again: Statement, code: str) -> None:
    """By period and sense, else by the deadline."""
    found = row_of(again, ROWS)
    assert (found and found.code) == code


@pytest.mark.parametrize("rows", [[], [ROWS[-1]]], ids=["no row", "a row without a target"])
def test_without_a_target_there_is_none(rows: list[Row]) -> None:
    """Nothing is promised that could be printed again."""
    assert row_of(target(2030, tolerance=Decimal(1)), rows) is None
