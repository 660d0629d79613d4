"""What a plan asks for in a year: a line for every target, with the figure that tells where it stands."""

from __future__ import annotations

from typing import Any

import pytest
from builders import indicator, knowledge, period, row, statement
from shipped import RESULTS, TARGETS, rows_of, shipped

from tgkt.engine.template import template
from tgkt.facts.indicator import Kind
from tgkt.facts.plan import Row
from tgkt.facts.statement import Timing
from tgkt.facts.units import parse_unit
from tgkt.report.amounts import known
from tgkt.results.template import SheetLine
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

TARGET = statement("≥ 75", period=period(2030), origin="resolution")
BASE = statement("70", period=period(2025))
YEAR = period(2026)
SHIPPED = Knowledge(shipped(), Clock(newest_year(shipped())))


def lines(*observations: Any, **changes: Any) -> list[SheetLine]:
    """The lines of a plan with one row."""
    known_now = knowledge(*observations, rows=[row(target=TARGET, **changes)])
    return template(known_now.catalogue.plans["targets"], known_now, YEAR)


def last(*observations: Any, **changes: Any) -> str:
    """The last figure of a row, with its period."""
    (line,) = lines(*observations, **changes)
    if line.last is None:
        return f"words of {line.words.period}" if line.words else "nothing"
    return f"{known(line.last, line.row, 'en')} of {line.last.period}"


@pytest.mark.parametrize(
    ("observations", "changes", "found"),
    [
        pytest.param([], {}, "nothing", id="nothing is known"),
        pytest.param([], {"baseline": BASE}, "70 of 2025", id="the base, where nothing came after it"),
        pytest.param(
            [statement("72", period=period(2027)), statement("71", period=period(2026))],
            {"baseline": BASE},
            "72 of 2027",
            id="the newest figure, whatever stands first",
        ),
        pytest.param(
            [statement("76", period=period(2030))], {"baseline": BASE}, "76 of 2030", id="what came of it at the end"
        ),
        pytest.param(
            [],
            {"baseline": statement(None, period=period(2025), printed="many")},
            "words of 2025",
            id="words, where no figure is known",
        ),
        pytest.param(
            [],
            {"baseline": BASE, "result": statement(None, period=period(2030), reached=True)},
            "words of 2030",
            id="the words of a result before the figure of the base",
        ),
        pytest.param(
            [statement(None, period=period(each), reached=True) for each in (2026, 2028, 2027)],
            {},
            "words of 2028",
            id="the newest answer to a milestone",
        ),
    ],
)
def test_the_last_figure(observations: list[Any], changes: dict[str, Any], found: str) -> None:
    """What came of the target, else the newest figure, else the base."""
    assert last(*observations, **changes) == found


AMOUNT = indicator(id="amount", unit=parse_unit("tỷ đồng"), kind=Kind.LEVEL)
TERM = statement("374", indicator="amount", unit=AMOUNT.unit, period=period("2021-2025"), timing=Timing.TOTAL)


@pytest.mark.parametrize(
    ("observations", "timing", "found"),
    [
        pytest.param({}, Timing.TOTAL, "374 of 2021-2025", id="a total of the former term, where no year is known"),
        pytest.param({2024: "70", 2025: "75"}, Timing.TOTAL, "75 of 2025", id="the newest year before that total"),
        pytest.param({2026: "80", 2027: "85"}, Timing.TOTAL, "85 of 2027", id="and before the total so far"),
        pytest.param({2026: "80", 2027: "85"}, Timing.AVERAGE, "85 of 2027", id="and before the average so far"),
    ],
)
def test_a_total_is_asked_for_year_by_year(observations: dict[int, str], timing: Timing, found: str) -> None:
    """So the last figure is that of a year."""
    about = {"indicator": "amount", "unit": AMOUNT.unit}
    years = [statement(value, period=period(year), **about) for year, value in observations.items()]
    target = statement("≥ 500", period=period("2026-2030"), timing=timing, **about)
    asked = row(indicator=AMOUNT, target=target, baseline=TERM._replace(timing=timing))
    now = knowledge(*years, rows=[asked])
    (line,) = template(now.catalogue.plans["targets"], now, YEAR)
    assert line.last is not None
    assert f"{known(line.last, line.row, 'en')} of {line.last.period}" == found


@pytest.mark.parametrize(
    ("year", "target", "own"),
    [
        pytest.param("2026", "2030", "2026", id="a calendar year of a calendar plan"),
        pytest.param("2026", "2030/31", "2026/27", id="fiscal years in a calendar plan"),
        pytest.param("2026/27", "2030/31", "2026/27", id="a fiscal year of a fiscal plan"),
        pytest.param("2026/27", "2030", "2026", id="calendar years in a fiscal plan"),
    ],
)
def test_a_line_asks_for_the_year_of_its_own_calendar(year: str, target: str, own: str) -> None:
    """Whatever years the plan counts in."""
    now = knowledge(rows=[row(target=statement("≥ 75", period=period(target)))])
    (line,) = template(now.catalogue.plans["targets"], now, period(year))
    assert str(line.period) == own


@pytest.mark.parametrize("plan", [TARGETS, RESULTS])
def test_every_target_has_its_line_in_the_order_of_the_document(plan: str) -> None:
    """Milestones and targets of every year too; a structure has a line for each of its shares."""

    def asked(each: Row) -> list[str]:
        return list(each.indicator.parts) or [each.indicator.id]

    wanted = [(each.area, each.code, id) for each in rows_of(plan) for id in asked(each)]
    found = [each.row for each in template(shipped().plans[plan], SHIPPED, YEAR)]
    assert [(each.area, each.code, each.indicator.id) for each in found] == wanted
    assert not any(each.indicator.kind is Kind.STRUCTURE for each in found)


def test_the_shares_of_a_structure_have_their_own_figures() -> None:
    """Each share is asked for by its own id, in its own unit, with its own last figure."""
    parts = [each for each in template(shipped().plans[RESULTS], SHIPPED, YEAR) if each.row.code == "2"]
    shares = [each for each in parts if each.row.area == "thai_nguyen"]
    assert len({each.row.indicator.id for each in shares}) == len(shares) == 3
    assert len({known(each.last, each.row, "en") for each in shares}) == 3
    assert {each.row.unit.text for each in shares} == {"%"}


def test_one_area_is_asked_about_alone() -> None:
    """The lines of the area that is named, none where it has no target."""
    other = indicator(id="other")
    found = knowledge(rows=[row(target=TARGET), row(code="2", area="north", indicator=other, target=TARGET)])
    plan = found.catalogue.plans["targets"]
    areas = ("merged", "north", "south")
    by_area = {area: [each.row.code for each in template(plan, found, YEAR, area)] for area in areas}
    assert by_area == {"merged": ["1"], "north": ["2"], "south": []}
    assert [each.row.code for each in template(plan, found, YEAR)] == ["1", "2"]
