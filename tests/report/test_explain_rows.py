"""Printed figures of an indicator as rows."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from builders import indicator, statement
from shipped import TONGUES, shipped

from tgkt.engine.explain import explain
from tgkt.report.explain_rows import explain_rows
from tgkt.results.explain import Entry, Explanation
from tgkt.series.series import Knowledge


@cache
def rows(name: str) -> list[dict[str, Any]]:
    """What explain tells of an indicator of the shipped data."""
    knowledge = Knowledge(shipped())
    return explain_rows(explain(shipped().indicators[name], knowledge, ()), TONGUES)


def test_figures_that_share_indicator_area_and_period_have_keys_of_their_own() -> None:
    """The same document may print one figure in three places; the later ones are numbered."""
    found = rows("grdp_growth")
    same = Counter((row["id"], row["area"], row["period"]) for row in found)
    assert max(same.values()) >= 3
    assert len({row["key"] for row in found}) == len(found)
    assert any(row["key"].endswith("/2") for row in found)


@pytest.mark.parametrize(
    ("name", "key", "expected"),
    [
        pytest.param(
            "grdp_growth", "merged/grdp_growth/2021-2025/average/political_report", ("7.3", "7.25", "7.35"),
            id="a number lies within half a unit of its last digit",
        ),
        pytest.param(
            "population", "merged/population/2025/in_year/political_report", ("1.8", "1.7", "1.8"),
            id="nearly is a unit below it",
        ),
    ],
)  # fmt: skip
def test_a_figure_stands_between_its_ends(name: str, key: str, expected: tuple[str, ...]) -> None:
    """In the unit that its document prints."""
    row = next(row for row in rows(name) if row["key"] == key)
    assert (row["value"], row["low"], row["high"]) == tuple(Decimal(each) for each in expected)


def test_a_range_has_two_numbers_and_no_value() -> None:
    """As printed, beside the interval of its digits."""
    stated = statement("6.5 - 7.0")
    found = Explanation(indicator(), (), (Entry(stated, None, None, (), Decimal("6.45"), Decimal("7.05")),), (), (), ())
    (row,) = explain_rows(found, TONGUES)
    assert [str(row[key]) for key in ("value", "low", "range_low", "range_high", "high")] == [
        *("None", "6.45", "6.5", "7.0", "7.05"),
    ]
