"""What a figure of a table is to the figures that are there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import catalogue, indicator, period, statement

from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status, Timing
from tgkt.facts.units import parse_unit
from tgkt.loading.arriving.compared import Known, Repeats
from tgkt.loading.tabular.arrived import Arrived

MONEY = indicator(id="grdp", unit=parse_unit("nghìn tỷ đồng"))


def arrived(value: str, status: str = "", **changes: object) -> Arrived:
    """A figure of GRDP in 2026."""
    figure = Arrived(
        indicator="grdp",
        area="merged",
        period=period(2026),
        values=tuple(Decimal(each) for each in value.split(" - ")),
        comparator=None,
        unit=None,
        status=Status(status) if status else None,
        timing=None,
        origin="report",
        locator="",
        note="",
        printed="",
        line=2,
        column=2,
    )
    return figure._replace(**changes)  # type: ignore[arg-type]  # as a test names them


def known(value: str = "222.10", status: str = "unstated", **changes: object) -> Known:
    """What is known: one figure of the report."""
    said = {"indicator": "grdp", "unit": MONEY.unit, "period": period(2026), "status": Status(status), **changes}
    return Known(catalogue(statement(value, **said), indicators=[MONEY]))


@pytest.mark.parametrize(
    ("there", "coming", "action"),
    [
        pytest.param({}, arrived("222.10"), "same", id="the same digits"),
        pytest.param({}, arrived("222.1"), "correction", id="fewer digits say something else"),
        pytest.param({}, arrived("223"), "correction", id="another value of the same document"),
        pytest.param({}, arrived("222.10", comparator=Comparator.ABOUT), "correction", id="other words"),
        pytest.param(
            {"value": "≈ 222.10"}, arrived("222.10", comparator=Comparator.ABOUT), "same", id="the same words"
        ),
        pytest.param({"value": "6 - 7"}, arrived("6 - 7"), "same", id="the same range"),
        pytest.param({}, arrived("222100", unit=parse_unit("tỷ đồng")), "same", id="the same in another unit"),
        pytest.param({}, arrived("222.10", period=period(2027)), "new", id="another year"),
        pytest.param({}, arrived("222.10", area="north"), "new", id="another area"),
        pytest.param({}, arrived("222.10", timing=Timing.AVERAGE), "new", id="another timing"),
        pytest.param({"origin": "other"}, arrived("223"), "revision", id="another value of another document"),
        pytest.param({"origin": "other"}, arrived("222.10"), "new", id="the same value of another document"),
        pytest.param(
            {"status": "estimated"}, arrived("223", "official"), "revision", id="an estimate, then the official"
        ),
        pytest.param({"status": "estimated"}, arrived("223", "estimated"), "correction", id="two estimates"),
        pytest.param({"status": "estimated"}, arrived("223"), "correction", id="a figure that does not say"),
        pytest.param(
            {"status": "unstated"}, arrived("223", "official"), "correction", id="beside one that did not say"
        ),
        pytest.param(
            {"status": "estimated"}, arrived("222.10"), "same", id="the value of an estimate, without the word"
        ),
        pytest.param({"status": "unstated"}, arrived("222.10", "official"), "correction", id="only the status is new"),
        pytest.param({"ambition": True}, arrived("223"), "new", id="an aim is no figure"),
    ],
)
def test_a_figure_is(there: dict[str, object], coming: Arrived, action: str) -> None:
    """By indicator, area, period and document; the place in it is no part of that."""
    assert known(**there).compare(coming, "report").action == action  # type: ignore[arg-type]


def test_the_figure_that_is_corrected_is_told() -> None:
    """The estimate is not the one that a second official figure corrects."""
    said = {"indicator": "grdp", "unit": MONEY.unit, "period": period(2026)}
    both = [statement("222.10", status=Status.ESTIMATED, **said), statement("223", status=Status.OFFICIAL, **said)]
    compared = Known(catalogue(*both, indicators=[MONEY])).compare(arrived("224", "official"), "report")
    assert compared.corrects == both[1]


def test_a_figure_that_stands_twice_is_seen() -> None:
    """The same again, or another value; an estimate beside the result is neither."""
    repeats = Repeats()
    first = arrived("5", "estimated")
    met = [repeats.meet(each, "report") for each in (first, first, arrived("6", "estimated"), arrived("6", "official"))]
    assert met == [(None, False), (first, True), (first, False), (None, False)]
    assert repeats.meet(first, "other") == (None, False)
