"""Trajectories as flat rows: a unit beside every number, and numbers that a script can trust."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import catalogue, indicator, pace_of, period, row, statement
from shipped import TONGUES

from tgkt.engine.project.judgement import judged
from tgkt.engine.project.projection import project
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.indicator import Kind, Path
from tgkt.facts.plan import without_target
from tgkt.facts.units import parse_unit
from tgkt.report.project.rows import effect_row, outlook_row
from tgkt.results.project import Effect, Outlook
from tgkt.results.status import Grade
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

SHARE = indicator(kind=Kind.SHARE, path=Path.GEOMETRIC)
PEOPLE = indicator(kind=Kind.COUNT, path=Path.LINEAR, unit=parse_unit("triệu người"))


def said(pace: str | None = None, **given: Any) -> dict[str, Any]:
    """The row of a share that grows from 76.35 in 2025 to at least 97.5 in 2030, or of what is given."""
    declared = given.get("indicator", SHARE)
    unit = given.get("unit", declared.unit)
    seen: dict[int, str] = given.get("observed", {})
    goal, base = given.get("target", "≥ 97.5"), given.get("baseline", "76.35")
    one = row(
        indicator=declared,
        target=statement(goal, period=period(2030), unit=unit, relative_to=given.get("relative_to")),
        baseline=statement(base, period=period(2025), unit=declared.unit) if base else None,
    )
    told = [statement(figure, period=period(year), unit=declared.unit) for year, figure in seen.items()]
    knowledge = Knowledge(catalogue(*told, rows=[one], indicators=[declared]), Clock(max([2025, *seen])))
    way = way_of(one, knowledge)
    return outlook_row(
        Outlook(project(one, knowledge, pace_of(pace)), judged(way, knowledge, "statcan")), 2030, TONGUES
    )


def test_a_share_that_grows_needs_percent_and_not_points() -> None:
    """5.01 % a year, which are 4.23 points a year at first: the number and its unit belong together."""
    found = said()
    assert (f"{found['needed']:.2f}", found["needed_unit"]) == ("5.01", "%/năm")
    moved = said(indicator=indicator(kind=Kind.SHARE))
    assert (f"{moved['needed']:.2f}", moved["needed_unit"]) == ("4.23", "điểm %/năm")


def test_every_number_has_its_unit_beside_it() -> None:
    """People are printed in thousands in the target and in millions in the baseline: all are in the row's unit."""
    found = said(
        "+30pp",
        indicator=PEOPLE,
        unit=parse_unit("nghìn người"),
        target="1900",
        baseline="1.8",
        observed={2026: "1.82"},
    )
    shown = {key: value for key, value in found.items() if key.endswith("_unit") or key == "unit"}
    assert shown == {
        "unit": "nghìn người",
        "target_unit": "nghìn người",
        "baseline_unit": "nghìn người",
        "current_unit": "nghìn người",
        "pace_unit": "nghìn người/năm",
        "needed_unit": "nghìn người/năm",
        "pace_value_unit": "lần",
    }
    assert [found[key] for key in ("target", "baseline", "current", "gap", "needed", "pace")] == [
        Decimal(each) for each in ("1900", "1800", "1820", "80", "20", "30")
    ]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("≥ 97.5", ("97.5", "97.5", None, "97.5"), id="a bound"),
        pytest.param("80", ("80", "80", None, "80"), id="what is better meets a number too"),
        pytest.param("≤ 80", ("80", None, "80", "80"), id="a bound against the direction"),
        pytest.param("80 - 90", (None, "80", None, "80"), id="a range has no number of its own"),
        pytest.param("≈ 80", ("80", "79", None, "79"), id="about"),
    ],
)
def test_a_target_is_printed_met_and_reached(target: str, expected: tuple[str | None, ...]) -> None:
    """The number printed, the bounds of what meets it, and the edge of it to be reached."""
    found = said(target=target)
    assert (*tuple(found[f"target{end}"] for end in ("", "_low", "_high")), found["edge"]) == tuple(
        None if each is None else Decimal(each) for each in expected
    )


def test_years_are_told_with_their_gaps() -> None:
    """The gap in every observed year, the projected gap in every projected one."""
    found = said(observed={2026: "80", 2027: "85"})
    assert [(each["year"], each["gap"]) for each in found["years"]] == [
        (2025, Decimal("21.15")),
        (2026, Decimal("17.5")),
        (2027, Decimal("12.5")),
        (2028, None),
        (2029, None),
        (2030, None),
    ]
    assert (found["pace_from"], found["pace_span"]) == ("observed", "2025-2027")
    assert [each["year"] for each in found["years"] if each["projected_gap"] is not None] == [2027, 2028, 2029, 2030]


def test_what_was_found_in_a_year_has_its_interval() -> None:
    """As its digits tell; of a path, which nobody measures, there is none."""
    first = said(observed={2026: "80"})["years"][1]
    assert [first[key] for key in ("year", "observed", "observed_low", "observed_high")] == [
        *(2026, Decimal("80"), Decimal("79.5"), Decimal("80.5")),
    ]


def test_a_year_reached_says_whether_it_is_in_time() -> None:
    """In time, too late, or never with the reason."""
    assert [said(pace)["in_time"] for pace in ("6%", "4%", "-1%")] == [True, False, None]
    assert [said(pace)["reason"] for pace in ("6%", "4%", "-1%")] == [None, None, "never_at_this_pace"]


def test_a_multiple_keeps_levels_in_their_own_unit() -> None:
    """Times of a base that nobody prints; the newest level stays a level and is not compared."""
    money = indicator(kind=Kind.LEVEL, path=Path.GEOMETRIC, unit=parse_unit("triệu người"))
    found = said(
        indicator=money, unit=parse_unit("lần"), target="1.5", relative_to=2024, baseline="40", observed={2026: "43"}
    )
    assert (found["form"], found["unit"], found["edge"]) == ("multiple", "lần", Decimal("1.5"))
    assert (found["baseline"], found["baseline_unit"], found["current"], found["current_unit"], found["gap"]) == (
        Decimal(40),
        "triệu người",
        Decimal(43),
        "triệu người",
        None,
    )
    assert {each["observed"] for each in found["years"]} == {None}


def test_an_indicator_without_a_target_has_blank_target_columns() -> None:
    """Its figures, pace and trend are told all the same, and its key has no number."""
    declared = indicator(kind=Kind.SHARE)
    seen = [statement(told, period=period(year)) for year, told in {2020: "90", 2023: "92"}.items()]
    facts = catalogue(*seen)
    one = without_target(facts.plans["targets"], declared, "merged")
    knowledge = Knowledge(facts, Clock(2025))
    found = outlook_row(
        Outlook(project(one, knowledge, pace_of(None)), judged(way_of(one, knowledge), knowledge, "statcan")),
        2030,
        TONGUES,
    )
    assert {found[key] for key in found if key.startswith("target")} | {found["comparator"], found["edge"]} == {None}
    assert (found["key"], found["code"], found["reason"]) == ("targets/merged/share", None, "no_row")
    assert (found["current"], found["current_period"]) == (Decimal(92), "2023")
    assert [(each["year"], each["observed"]) for each in found["years"]] == [(2020, 90), (2023, 92)]
    assert (found["pace_label"], found["trend"]) == ("moderate_progress", "better")


def test_the_effect_of_a_scenario_has_twelve_digits() -> None:
    """What the last of forty digits do is no answer."""
    one = row(indicator=SHARE, target=statement("80 - 90", period=period(2030)))
    third = Decimal(1) / Decimal(3)
    found = effect_row("if", 1, Effect(one, True, third, 2 * third, third, Grade.MET, None), TONGUES)
    assert [len(str(found[key])) for key in ("before", "after", "change")] == [14, 14, 14]
    assert (found["target"], found["is_set"], found["verdict_before"], found["verdict_after"]) == (
        None,
        True,
        "met",
        None,
    )
