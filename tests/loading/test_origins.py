"""Documents and what figures say of them: dates, issuers, statuses, and the last digit that was printed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tgkt.facts.figure import Figure
from tgkt.facts.statement import Issuer, Status
from tgkt.loading.origins import is_date

from .mini import ORIGINS, TARGET, loaded, observed, planned, row, write_files

MONEY = """\
indicators:
  budget:
    section: society
    title: {vi: "Ngân sách", en: "Budget"}
    unit: nghìn tỷ đồng
    kind: level
    direction: increase
    path: geometric
    price: current
    blend: {by: sum}
"""


def only_figure(folder: Path, indicator: str, text: str) -> Figure:
    """The figure of the one observation about an indicator."""
    (said,) = loaded(write_files(folder, money=MONEY, z_said=text)).about(indicator, "whole")
    assert said.figure is not None
    return said.figure


@pytest.mark.parametrize("text", ["2024", "2024-02", "2024-02-29", "2025-12-31", "2000-02-29", "0001-01-01"])
def test_a_year_a_month_or_a_day_is_a_date(text: str) -> None:
    """Documents are dated as far as they say."""
    assert is_date(text)


@pytest.mark.parametrize("text", ["0000", "2024-00", "2024-13", "2025-02-29", "1900-02-29", "2024-04-31", "2024-01-00"])
def test_what_stands_in_no_calendar_is_no_date(text: str) -> None:
    """A thirteenth month or the 29th of February 2025 is a slip."""
    assert not is_date(text)


def test_a_document_tells_who_answers_for_it_and_when(tmp_path: Path) -> None:
    """Issuer and date are kept as written; both may be left out."""
    told = ORIGINS.replace('en: "Report"}}', 'en: "Report"}, issuer: statistics, date: "2025-09"}')
    origins = loaded(write_files(tmp_path, origins=told)).origins
    assert (origins["report"].issuer, origins["report"].date) == (Issuer.STATISTICS, "2025-09")
    assert (origins["resolution"].issuer, origins["resolution"].date) == (None, None)


def test_issuers_stand_in_order_of_rank() -> None:
    """A statistics office ranks above a government, that above a party, and the press comes last."""
    assert list(Issuer) == ["statistics", "government", "party", "press"]


def test_a_figure_without_status_is_unstated_and_a_target_has_none(tmp_path: Path) -> None:
    """What a document does not say of a result, a baseline or an observation is kept as not said."""
    lines = (
        TARGET,
        'result: {period: 2030, value: 96, printed: "96%"}',
        'baseline: {period: 2025, value: 91, printed: "91%", origin: report, locator: "page 1"}',
    )
    said = observed("88%").replace("status: official, ", "")
    catalogue = loaded(write_files(tmp_path, plan=planned(row("1", *lines)), z_said=said))
    (line,) = catalogue.plans["plan"].rows
    assert [statement and statement.status for statement in (line.target, line.result, line.baseline)] == [
        None,
        Status.UNSTATED,
        Status.UNSTATED,
    ]
    assert [each.status for each in catalogue.about("forest", "whole") if each.origin == "report"] == [
        Status.UNSTATED,
        Status.OFFICIAL,
        Status.UNSTATED,
    ]


def test_a_result_tells_how_settled_it_is_and_what_it_replaces(tmp_path: Path) -> None:
    """A result has a status like any figure, and the documents whose figure it replaces."""
    result = 'result: {period: 2030, value: 96, status: provisional, supersedes: [report], printed: "96%"}'
    (line,) = loaded(write_files(tmp_path, plan=planned(row("1", TARGET, result)))).plans["plan"].rows
    assert line.result is not None
    assert (line.result.status, line.result.supersedes) == (Status.PROVISIONAL, ("report",))
    assert line.target is not None
    assert line.target.supersedes == ()


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        pytest.param({"value": "340", "printed": '"340 nghìn tỷ đồng"'}, ("10", "[335, 345]"), id="a scale word"),
        pytest.param(
            {"value": "340", "comparator": "about", "printed": '"khoảng 340 nghìn tỷ đồng"'},
            ("10", "[330, 350]"),
            id="a scale word and about",
        ),
        pytest.param(
            {"value": "16.440", "printed": '"16.440 tỷ đồng"'},
            ("0.010", "[16.4350, 16.4450]"),
            id="the scale word of the print, not of the declaration",
        ),
        pytest.param(
            {"value": "16440", "unit": "tỷ đồng", "printed": '"16.440 tỷ đồng"'},
            ("10", "[16435, 16445]"),
            id="a unit of its own",
        ),
        pytest.param(
            {"value": "16000", "unit": "tỷ đồng", "printed": '"16 nghìn tỷ đồng"'},
            ("1000", "[15500, 16500]"),
            id="zeros of the declaration that are not printed",
        ),
        pytest.param({"value": "16.40", "printed": '"16,40 nghìn tỷ đồng"'}, (None, "[16.395, 16.405]"), id="decimals"),
        pytest.param(
            {"value": "240", "printed": '"240"'}, ("10", "[235, 245]"), id="the declared unit, where none is printed"
        ),
        pytest.param(
            {"value": "202.925", "printed": '"202.925 tỷ đồng"'}, (None, "[202.9245, 202.9255]"), id="no zero"
        ),
    ],
)
def test_zeros_before_a_printed_scale_word_are_no_digits(
    tmp_path: Path, declared: dict[str, str], expected: tuple[str | None, str]
) -> None:
    """The printed phrase tells which zeros only fill up, whatever the unit the figure is declared in."""
    found = only_figure(tmp_path, "budget", observed("", "budget", **declared))
    step, spread = expected
    assert found.step == (None if step is None else Decimal(step))
    assert (found.interval().low, found.interval().high) == ends(spread)


def ends(spread: str) -> tuple[Decimal, Decimal]:
    """The two ends of an interval as printed."""
    low, high = spread.strip("[]()").split(", ")
    return Decimal(low), Decimal(high)


@pytest.mark.parametrize(
    ("declared", "exact", "spread"),
    [
        pytest.param({"value": "200", "printed": '"200 xã"'}, True, "[200, 200]", id="200 communes are counted"),
        pytest.param({"value": "3000", "printed": '"3.000 xã"'}, False, "[2850, 3150]", id="3,000 are rounded"),
        pytest.param({"value": "31000", "printed": '"31.000 xã"'}, False, "[30500, 31500]", id="31,000 are rounded"),
        pytest.param(
            {"value": "200", "comparator": "near_below", "printed": '"gần 200 xã"'}, True, "[180, 200]", id="nearly 200"
        ),
        pytest.param(
            {"value": "14", "unit": "nghìn xã", "printed": '"14 nghìn xã"'}, False, "[13.5, 14.5]", id="14 thousand"
        ),
    ],
)
def test_counts_that_end_in_thousands_are_rounded(
    tmp_path: Path, declared: dict[str, str], *, exact: bool, spread: str
) -> None:
    """A count is exact unless it ends in 000; nearly is never exact."""
    found = only_figure(tmp_path, "communes", observed("", "communes", **declared))
    assert (exact, *ends(spread)) == (found.exact, found.interval().low, found.interval().high)
