"""The pace of the last term: the figure a term before the base, a printed multiple, else the nearest figure."""

from __future__ import annotations

from typing import Any

import pytest
from builders import knowledge, period, row, statement
from worked import case_known, case_row

from tgkt.engine.trajectory.earlier import earlier_pace
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Timing
from tgkt.series.series import Knowledge

LEVEL = {"kind": "level", "path": "geometric", "baseline": "161.051", "target": "300"}


def earlier(given: dict[str, Any], known: Knowledge | None = None) -> tuple[str | None, tuple[int, int] | None]:
    """The earlier pace in percent and the years it speaks of."""
    judged = case_row(given)
    known = known or case_known(given, judged)
    pace, span = earlier_pace(way_of(judged, known), known)
    return (None if pace is None else f"{pace.value * 100:.4f}"), span


@pytest.mark.parametrize(
    ("given", "pace", "span"),
    [
        pytest.param({"observed": {2020: "100"}}, "10.0000", (2020, 2025), id="the figure a term before the base"),
        pytest.param(
            {"observed": {2018: "100", 2020: "100"}}, "10.0000", (2020, 2025), id="that figure before another"
        ),
        pytest.param({"last_term": "1.61051"}, "10.0000", (2020, 2025), id="a printed multiple of the last term"),
        pytest.param(
            {"last_term": "2", "observed": {2020: "100"}}, "10.0000", (2020, 2025), id="a figure before a multiple"
        ),
        pytest.param(
            {"last_term": "1.61051", "observed": {2019: "1"}},
            "10.0000",
            (2020, 2025),
            id="a multiple before another year",
        ),
        pytest.param({"observed": {2022: "121"}}, "10.0000", (2022, 2025), id="the nearest year there is"),
        pytest.param(
            {"observed": {2018: "82.6446281", 2024: "90"}},
            "10.0000",
            (2018, 2025),
            id="of two the nearer to a term before",
        ),
        pytest.param(
            {"observed": {2018: "82.6446281", 2022: "90"}}, "10.0000", (2018, 2025), id="of two as near the earlier"
        ),
        pytest.param({"observed": {2026: "200"}}, None, None, id="a later figure says nothing of it"),
        pytest.param({}, None, None, id="nothing printed"),
        pytest.param(
            {"observed": {2020: "100"}, "break": {"from": 2023}}, None, None, id="a figure on the other side of a break"
        ),
        pytest.param(
            {"observed": {2020: "100", 2023: "133.1"}, "break": {"from": 2023}},
            "10.0000",
            (2023, 2025),
            id="the nearest year on the base's side of a break",
        ),
        pytest.param(
            {"last_term": "1.61051", "break": {"from": 2023}}, None, None, id="a multiple that a break runs through"
        ),
        pytest.param({"observed": {2020: "0"}}, None, None, id="nothing grows from zero"),
    ],
)
def test_which_earlier_pace(given: dict[str, Any], pace: str | None, span: tuple[int, int] | None) -> None:
    """The pace up to the base, with the years it speaks of."""
    assert earlier({**LEVEL, **given}) == (pace, span)


def test_the_length_of_the_term_is_the_plans() -> None:
    """In a plan of ten years the figure of 2015 is a term before the base, and that of 2020 is not."""
    judged = case_row(LEVEL)
    seen = [
        statement(each, period=period(year), unit=judged.unit) for each, year in (("62.0921323", 2015), ("90", 2020))
    ]
    known = knowledge(*seen, rows=[judged])
    plan = known.catalogue.plans["targets"]._replace(period=Period(2026, 2035))
    known.catalogue.plans["targets"] = plan
    assert earlier(LEVEL, known) == ("10.0000", (2015, 2025))


def test_a_share_moved_in_points() -> None:
    """From 68.5 in 2020 to 71 in 2025 is half a point a year; a multiple says nothing about points."""
    given = {"kind": "share", "baseline": "71", "target": "75"}
    assert earlier({**given, "observed": {2020: "68.5"}}) == ("0.5000", (2020, 2025))
    assert earlier({**given, "last_term": "1.2"}) == (None, None)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(statement("100", period=period(2020), ambition=True), id="an older ambition"),
        pytest.param(statement("1.5", period=period(2020), relative_to=2015), id="a multiple of another year"),
        pytest.param(statement("100", period=period("2016-2020"), timing=Timing.TOTAL), id="the total of a term"),
        pytest.param(statement("100", period=period(2020), area="north"), id="another area"),
        pytest.param(statement(period=period(2020)), id="words"),
    ],
)
def test_only_a_figure_of_an_earlier_year_gives_it(told: Statement) -> None:
    """Aims, multiples, terms, other areas and words are no figure of a year."""
    judged = case_row(LEVEL)
    assert earlier(LEVEL, knowledge(told, rows=[judged])) == (None, None)


def test_without_a_base_there_is_none() -> None:
    """A pace up to the base needs one."""
    judged = row(target=statement("75"))
    known = knowledge(statement("68", period=period(2020)), rows=[judged])
    assert earlier_pace(way_of(judged, known), known) == (None, None)
