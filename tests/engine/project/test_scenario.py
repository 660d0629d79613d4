"""The trajectory under a scenario: from the newest figure to the one that the scenario gives."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import catalogue, indicator, period, row, statement

from tgkt.engine.project.scenario import led_to
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.indicator import Direction, Kind, Path
from tgkt.facts.statement import Timing
from tgkt.results.project import Effect, Trajectory
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge


def led(after: str | None, until: int | None = None, **given: Any) -> Trajectory:
    """The way of a row to a figure that a scenario gives."""
    seen: dict[int, str] = given.get("observed", {})
    base = given.get("baseline", "100")
    declared = indicator(
        kind=Kind(given.get("kind", "level")),
        path=Path(given.get("path", "linear")),
        direction=Direction.INCREASE,
        ceiling=Decimal(given.get("ceiling", "Infinity")),
    )
    target = statement(
        given.get("target", "150"),
        period=period(given.get("to", 2030)),
        timing=Timing(given.get("timing", "in_year")),
    )
    one = row(indicator=declared, target=target, baseline=statement(base, period=period(2025)) if base else None)
    facts = catalogue(*(statement(told, period=period(year)) for year, told in seen.items()), rows=[one])
    knowledge = Knowledge(facts, Clock(max([2025, *seen])))
    value = Decimal(after) if after else None
    effect = Effect(one, False, Decimal(150), value, None, None, None)
    return led_to(way_of(one, knowledge), knowledge, effect, until)


AVERAGE: dict[str, Any] = {"kind": "growth", "target": "≥ 10", "to": "2026-2030", "timing": "average", "baseline": None}
TOTAL: dict[str, Any] = {"target": "500", "to": "2026-2030", "timing": "total", "baseline": None}
EVERY: dict[str, Any] = {"kind": "share", "target": "≥ 90", "to": "2026-2030", "timing": "every_year", "baseline": None}


@pytest.mark.parametrize(
    ("after", "given", "projected", "reached"),
    [
        pytest.param("140", {}, {2025: "100", 2026: "108", 2030: "140"}, None, id="a level moves evenly to its figure"),
        pytest.param("160", {}, {2029: "148", 2030: "160"}, 2030, id="a level that gets beyond its target"),
        pytest.param("200", {}, {2027: "140", 2028: "160"}, 2028, id="a level that is there before its year"),
        pytest.param("121", {"observed": {2028: "100"}, "path": "geometric"}, {2029: "110", 2030: "121"}, None,
                     id="from the newest figure, along the row's own path"),
        pytest.param("140", {"until": 2032}, {2030: "140", 2031: "148", 2032: "156"}, 2032,
                     id="beyond its year at the same pace"),
        pytest.param("140", {"until": 2032, "ceiling": "150"}, {2031: "148", 2032: "150"}, 2032, id="within limits"),
        pytest.param("10.5", AVERAGE, {2026: "10.5", 2030: "10.5"}, 2026, id="an average that has not begun"),
        pytest.param("8", AVERAGE, {2026: "8"}, None, id="an average below its target"),
        pytest.param("500", TOTAL, {2026: "100", 2030: "500"}, 2030, id="a total in equal parts"),
        pytest.param("500", TOTAL | {"observed": {2026: "60"}}, {2027: "170", 2030: "500"}, 2030,
                     id="what remains of a total"),
        pytest.param("92", EVERY, {2026: "92", 2030: "92"}, 2026, id="a figure of every year"),
    ],
)  # fmt: skip
def test_a_scenario_leads_to_its_figure(
    after: str, given: dict[str, Any], projected: dict[int, str], reached: int | None
) -> None:
    """Year by year, and whether the target is reached on the way."""
    found = led(after, **given)
    shown = {year: found.at(year) for year in projected}
    assert {year: Decimal(told) for year, told in projected.items()} == {
        year: at.projected.quantize(Decimal("1.000000")) if at and at.projected else None for year, at in shown.items()
    }
    assert (found.year_reached, found.pace_from) == (reached, "scenario")
    assert (found.reason.code if found.reason else None) == (None if reached else "scenario_falls_short")


def test_an_average_that_has_begun_shows_what_each_year_left_brings() -> None:
    """9 in the first year and 10 over all five leave 10.25 for each of the others."""
    found = led("10", **AVERAGE, observed={2026: "9"})
    assert found.pace is not None
    assert (f"{found.pace.value:.4f}", found.pace.unit.text) == ("10.2514", "%")
    assert [at.year for at in found.points if at.projected is not None] == [2027, 2028, 2029, 2030]


@pytest.mark.parametrize("given", [{}, AVERAGE, TOTAL, EVERY], ids=["level", "average", "total", "every year"])
def test_a_scenario_without_a_figure_leads_nowhere(given: dict[str, Any]) -> None:
    """What the scenario cannot compute is left blank."""
    assert [at.projected for at in led(None, **given).points if at.projected is not None] == []


@pytest.mark.parametrize("given", [AVERAGE, TOTAL], ids=["average", "total"])
def test_when_all_years_are_known_nothing_is_left_to_bring(given: dict[str, Any]) -> None:
    """No year is projected over its own figure."""
    found = led("10", **given, observed=dict.fromkeys(range(2026, 2031), "9"))
    assert [at.projected for at in found.points if at.projected is not None] == []
