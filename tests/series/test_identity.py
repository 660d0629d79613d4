"""When two statements are the same figure, and when they say the same of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import figure_of, period, statement

from tgkt.facts.statement import Status, Timing
from tgkt.facts.units import parse_unit
from tgkt.series.identity import content, identity, promise
from tgkt.source import Source

TOLD = statement("7.30", period=period(2026), status=Status.ESTIMATED)


@pytest.mark.parametrize(
    ("changed", "is_same"),
    [
        pytest.param({"locator": "page 9"}, True, id="the place in the document is no part of it"),
        pytest.param({"source": Source("other.yaml", 9, 9)}, True, id="nor is the file"),
        pytest.param({"figure": figure_of("8")}, True, id="nor is the value"),
        pytest.param({"status": Status.OFFICIAL}, True, id="nor is the status"),
        pytest.param({"origin": "other"}, False, id="the document is"),
        pytest.param({"period": period(2027)}, False, id="the period is"),
        pytest.param({"timing": Timing.AVERAGE}, False, id="the sense is"),
        pytest.param({"area": "north"}, False, id="the area is"),
        pytest.param({"indicator": "other"}, False, id="the indicator is"),
        pytest.param({"relative_to": 2020}, False, id="a multiple is another figure"),
        pytest.param({"ambition": True}, False, id="an aim is another figure"),
        pytest.param({"reprint": True}, False, id="a second printing of a target is another figure"),
    ],
)
def test_what_a_figure_is_known_by(changed: dict[str, Any], is_same: bool) -> None:
    """Indicator, area, period, sense and document."""
    assert (identity(TOLD._replace(**changed)) == identity(TOLD)) is is_same


@pytest.mark.parametrize(
    ("changed", "is_same"),
    [
        pytest.param({"locator": "page 9"}, True, id="the place says nothing of it"),
        pytest.param({"printed": "7,30 %"}, True, id="words beside a number say no more"),
        pytest.param({"figure": figure_of("7.3")}, False, id="a digit more says more"),
        pytest.param({"figure": figure_of("≈ 7.30"), "comparator": figure_of("≈ 7.30").comparator}, False, id="about"),
        pytest.param({"unit": parse_unit("điểm %")}, False, id="another unit"),
        pytest.param({"status": Status.OFFICIAL}, False, id="settled otherwise"),
        pytest.param({"figure": None, "printed": "done"}, False, id="words for a number"),
    ],
)
def test_what_a_statement_says(changed: dict[str, Any], is_same: bool) -> None:
    """Every digit, the unit, the comparator and the status; the words where there is no number."""
    assert (content(TOLD._replace(**changed)) == content(TOLD)) is is_same


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"period": period(2031)}, id="a later deadline"),
        pytest.param({"timing": Timing.EVERY_YEAR}, id="every year"),
        pytest.param({"readings": (Timing.AVERAGE,)}, id="another reading"),
        pytest.param({"tolerance": Decimal("0.1")}, id="a tolerance"),
        pytest.param({"relative_to": 2025}, id="a multiple"),
        pytest.param({"figure": figure_of("7.31")}, id="another number"),
    ],
)
def test_what_a_target_promises(changed: dict[str, Any]) -> None:
    """Its figure, its deadline and the sense in which it is meant."""
    assert promise(TOLD._replace(**changed)) != promise(TOLD) == promise(TOLD._replace(locator="elsewhere"))


def test_an_empty_target_promises_nothing() -> None:
    """Two lines whose documents leave the target empty promise the same."""
    assert promise(None) == ()
