"""Averages, totals and targets of every year: current, need, years left, and the last term's pace."""

from __future__ import annotations

from typing import Any

import pytest
from builders import indicator, knowledge, period, row, statement
from worked import case_known, case_row, rounded

from tgkt.engine.trajectory.term import is_mean
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Aggregation, Blend, Kind, Price
from tgkt.facts.statement import Timing
from tgkt.facts.units import parse_unit
from tgkt.series.certainty import Rest

TERM: dict[str, Any] = {"from": "2021-2025", "to": "2026-2030"}
GROWTH = {**TERM, "kind": "growth", "timing": "average", "target": "≥ 10.5"}
TOTAL = {**TERM, "kind": "level", "unit": "tỷ đồng", "timing": "total", "target": "500"}


def way(given: dict[str, Any]) -> Way:
    judged = case_row(given)
    return way_of(judged, case_known(given, judged))


def current(found: Way) -> tuple[str | None, str | None]:
    known = found.current
    return (rounded(known.quantity.within(found.row.unit), "1.00"), str(known.period)) if known else (None, None)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({**GROWTH, "observed": {2026: "9.0"}}, ("9.00", "2026"), id="the first year is itself"),
        pytest.param(
            {**GROWTH, "observed": {2026: "9.0", 2027: "10.0"}}, ("9.50", "2026-2027"), id="the average so far"
        ),
        pytest.param(
            {**GROWTH, "observed": {2026: "9.0", 2028: "10.0"}}, ("9.50", "2026-2028"), id="of the years that are known"
        ),
        pytest.param({**TOTAL, "observed": {2026: "90", 2027: "110"}}, ("200.00", "2026-2027"), id="the sum so far"),
        pytest.param(
            {**TOTAL, "observed": {2027: "110"}}, ("110.00", "2026-2027"), id="at least the years that are known"
        ),
        pytest.param(
            {**TERM, "timing": "every_year", "target": "90", "observed": {2026: "95", 2027: "91"}},
            ("91.00", "2027"),
            id="of every year the newest",
        ),
        pytest.param(GROWTH, (None, None), id="nothing before the first year"),
        pytest.param({**GROWTH, "observed": {2025: "9.0"}}, (None, None), id="the year before the term is none of it"),
    ],
)
def test_what_is_current(given: dict[str, Any], expected: tuple[str | None, str | None]) -> None:
    """The figure held against the path, with the years it is of."""
    assert current(way(given)) == expected


def test_a_part_of_a_total_is_told_as_at_least() -> None:
    """110 in 2027 and nothing of 2026: at least 110, with no upper end."""
    known = way({**TOTAL, "observed": {2027: "110"}}).current
    assert known is not None
    assert (known.quantity.interval.high.is_infinite(), known.region.is_point) == (True, False)


@pytest.mark.parametrize(
    ("given", "left"),
    [
        pytest.param({}, 5, id="before the term all its years"),
        pytest.param({"observed": {2026: "9.0"}}, 4, id="after the first four"),
        pytest.param({"as_of": 2028}, 2, id="years gone without a figure are gone"),
        pytest.param({"observed": {2026: "9.0"}, "as_of": 2028}, 2, id="whatever is known"),
        pytest.param({"as_of": 2020}, 5, id="long before the term its own years only"),
    ],
)
def test_the_years_left(given: dict[str, Any], left: int) -> None:
    """No need is spread over years that are gone."""
    assert way({**GROWTH, **given}).left == left
    assert way({**TOTAL, **given}).left == left


def test_an_average_that_last_term_meets_needs_nothing_until_it_begins() -> None:
    """11 % over the last term would do; after a first year of 9 % the rest is told."""
    before, after = (way({**GROWTH, "baseline": "11.0", "observed": seen}) for seen in ({}, {2026: "9.0"}))
    assert (before.need, before.whole) == (None, None)
    assert after.need is not None
    assert rounded(after.need.within(after.row.unit), "1.0000") == "10.8782"


def test_the_last_terms_figure_is_the_earlier_pace() -> None:
    """An average is a pace itself; of a total it is a fifth; of a yearly flow the flow."""
    paces = [
        way({**GROWTH, "baseline": "7.3"}),
        way({**TOTAL, "baseline": "374"}),
        way({**TOTAL, "baseline": "75", "from": 2025, "base_timing": "in_year"}),
    ]
    assert [rounded(each.earlier.within(each.row.unit), "1.0") if each.earlier else None for each in paces] == [
        "7.3",
        "74.8",
        "75.0",
    ]


@pytest.mark.parametrize(("kind", "mean"), [("level", False), ("count", False), ("share", True), ("ratio", True)])
def test_a_total_of_what_has_no_parts_is_a_mean(kind: str, *, mean: bool) -> None:
    """A "total" of a share or a ratio over a term is its mean."""
    judged = case_row({**TERM, "kind": kind, "timing": "total", "target": "90"})
    assert is_mean(judged) is mean
    assert way_of(judged, knowledge(rows=[judged])).form is (Form.AVERAGE if mean else Form.TOTAL)


def test_a_year_of_growth_may_come_from_levels() -> None:
    """A yearly target of growth looks at the levels where no rate is printed."""
    level = indicator(id="grdp", kind=Kind.LEVEL, unit=parse_unit("tỷ đồng"), price=Price.CONSTANT)
    growth = indicator(
        kind=Kind.GROWTH, unit=parse_unit("%/năm"), price=Price.CONSTANT, blend=Blend(Aggregation.GROWTH, level="grdp")
    )
    target = statement("≥ 10.5", unit=growth.unit, period=period("2026-2030"), timing=Timing.AVERAGE)
    seen = [
        statement(each, indicator="grdp", unit=level.unit, period=period(year))
        for each, year in (("100.0", 2025), ("109.0", 2026), ("119.9", 2027))
    ]
    judged = row(indicator=growth, target=target)
    found = way_of(judged, knowledge(*seen, rows=[judged], indicators=[level]))
    assert current(found) == ("9.50", "2026-2027")


def test_an_average_with_a_year_left_out_rests_on_an_assumption() -> None:
    """Of 2026 and 2028 the average is known only if 2027 was like them."""
    known = way({**GROWTH, "observed": {2026: "9.0", 2028: "10.0"}}).current
    assert known is not None
    assert known.rests == (Rest.ASSUMPTION,)
