"""A plan's rows with everything computed about them, and what no accident of order, unit or context may change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal, localcontext
from functools import cache
from itertools import product
from typing import Any

import pytest
from builders import figure_of, indicator, knowledge, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers
from worked import case_known, case_row

from tgkt.engine.project.choice import Choice
from tgkt.engine.project.projection import project
from tgkt.engine.status.marked import mark
from tgkt.engine.status.rows import assess, assess_row
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.statement import Statement, Status
from tgkt.facts.units import factor, parse_unit
from tgkt.loading.files import load_folder, shipped_data
from tgkt.results.status import Agreement, Assessment, Grade, Need, StandingKind
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

TARGET = statement("≥ 50")


def official(printed: str, year: int, **changes: Any) -> Statement:
    return statement(printed, period=period(year), status=Status.OFFICIAL, **changes)


def test_a_row_ahead_of_its_deadline_says_where_it_stands_and_what_must_change() -> None:
    """Before the deadline a row has a standing, base, figure, required figure, gap and need, all in its unit."""
    judged = row(target=TARGET, baseline=official("40.0", 2025))
    found = assess_row(judged, knowledge(official("43.0", 2027), rows=[judged]))
    assert found.standing is not None
    assert found.baseline is not None
    assert found.current is not None
    assert found.required is not None
    assert found.needed is not None
    assert (found.standing.kind, found.verdict.grade, found.result) == (StandingKind.BEHIND, Grade.PENDING, None)
    assert (found.baseline.value, found.current.value, found.required.value) == (Decimal(40), Decimal(43), Decimal(44))
    assert (found.edge, found.gap, found.needed_in, found.years_left) == (Decimal(50), Decimal(7), Need.STEP, 3)


def test_after_the_deadline_there_is_a_verdict_and_no_standing() -> None:
    """In the year of the deadline the verdict takes over."""
    judged = row(target=TARGET, baseline=official("40.0", 2025))
    found = assess_row(judged, knowledge(official("52.0", 2030), rows=[judged]))
    assert (found.standing, found.verdict.grade) == (None, Grade.EXCEEDED)
    assert found.result is not None
    assert found.result.value == 52


def test_a_deadline_without_a_figure_still_shows_the_newest() -> None:
    """No result for 2030, and the figure of 2028 is still there."""
    judged = row(target=TARGET, baseline=official("40.0", 2025))
    found = assess_row(judged, knowledge(official("48.0", 2028), rows=[judged], as_of=2031))
    assert (found.verdict.reason.code, found.current and found.current.value) == ("no_result", Decimal(48))
    assert (found.standing, found.result) == (None, None)


def test_a_replaced_baseline_keeps_the_plans_own_beside_it() -> None:
    """119 in the plan, 114.1 official later: both are shown."""
    judged = row(target=statement("220"), baseline=statement("119", period=period(2025), status=Status.ESTIMATED))
    found = assess_row(judged, knowledge(official("114.1", 2025, origin="yearbook"), rows=[judged]))
    assert (found.baseline and found.baseline.value, found.plan_baseline and found.plan_baseline.printed) == (
        Decimal("114.1"),
        "119",
    )


def test_a_multiple_shows_the_level_that_it_means() -> None:
    """1.5 times an income of 5.4 is a target of 8.1."""
    income = indicator(unit=parse_unit("triệu đồng/người/tháng"), kind=Kind.LEVEL)
    judged = row(indicator=income, target=statement("1.5", relative_to=2025, unit=parse_unit("lần")))
    found = assess_row(judged, knowledge(official("5.4", 2025, unit=income.unit), rows=[judged]))
    assert (found.target and found.target.value, found.edge, found.gap) == (
        Decimal("8.1"),
        Decimal("8.1"),
        Decimal("2.7"),
    )


def test_a_structure_is_assessed_share_by_share() -> None:
    """Each share of a structure is a row of its own, judged by its own declaration, without the common label."""
    parts = [
        indicator(id="industry", direction=Direction.INCREASE),
        indicator(id="agriculture", direction=Direction.DECREASE),
        indicator(id="services", direction=Direction.NEUTRAL),
    ]
    structure = indicator(id="structure", kind=Kind.STRUCTURE, parts=("industry", "agriculture", "services"))
    promised = statement(values=tuple(map(figure_of, ("61", "8", "31"))), comparator=Comparator.EQUALS)
    whole = row(indicator=structure, target=promised, official="Đạt mục tiêu")
    shares = dict(zip(structure.parts, ("56.5", "9.5", "34"), strict=True))
    seen = [official(share, 2030, indicator=name) for name, share in shares.items()]
    assessed = assess_row(whole, knowledge(*seen, rows=[whole], indicators=parts))
    grades = [Grade.NOT_MET, Grade.NOT_MET, Grade.NOT_ASSESSABLE]
    assert (assessed.verdict.grade, assessed.verdict.reason.code) == (Grade.NOT_ASSESSABLE, "structure")
    assert grades == [part.verdict.grade for part in assessed.parts]
    assert [part.row.indicator.id for part in assessed.parts] == ["industry", "agriculture", "services"]
    assert {None} == {part.agreement for part in assessed.parts}
    before = assess_row(whole, knowledge(rows=[whole], indicators=parts)).standing
    assert before is not None
    assert (before.kind, before.reason.code) == (StandingKind.OPEN, "structure")


def test_agreement_is_carried_beside_the_grade() -> None:
    """The document's own verdict is compared with the computed one."""
    judged = row(target=TARGET, result=statement("44"), official="Đạt mục tiêu")
    found = assess_row(judged, knowledge(rows=[judged], as_of=2030))
    assert (found.verdict.grade, found.agreement) == (Grade.NOT_MET, Agreement.OUTCOME)


def test_findings_mark_the_rows_whose_figures_they_touch() -> None:
    """A finding about the figure that counts marks the row, once; others do not."""
    judged = row(target=TARGET, baseline=official("40.0", 2025))
    known = knowledge(official("43.0", 2027), rows=[judged])
    item = assess_row(judged, known)
    assert item.current is not None
    assert item.current.statement is not None
    touched, other = item.current.statement.source, TARGET.source._replace(line=99)
    (found,) = mark([item], {touched: {"slip": "inconsistent"}, other: {"another": "inconsistent"}})
    assert found.findings == ("slip",)


# ---- Edges: none crashes


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"baseline": "0", "target": "50"}, id="base zero"),
        pytest.param({"baseline": "50", "target": "0"}, id="target zero"),
        pytest.param({"baseline": "-20", "target": "50"}, id="sign change"),
        pytest.param({"baseline": "-20", "target": "-50", "direction": "decrease"}, id="both negative"),
        pytest.param({"baseline": "50", "target": "50"}, id="base equals target"),
        pytest.param({"baseline": "60", "target": "50"}, id="met at the base"),
        pytest.param({"baseline": "61.6", "target": "≥ 60", "observed": {2026: "59"}}, id="floor breached"),
        pytest.param({"baseline": "40", "target": "50", "to": 2025}, id="deadline in the base year"),
        pytest.param({"baseline": "40", "target": "50", "to": 2024}, id="deadline before the base year"),
        pytest.param({"target": "50", "observed": {2026: "40"}}, id="one point"),
        pytest.param({"target": "50", "observed": {2027: "40", 2029: "45"}}, id="base year missing"),
        pytest.param({"target": "1.5", "relative_to": 2025, "baseline": "0"}, id="a multiple of zero"),
        pytest.param({"target": "> 1.5", "relative_to": 2025, "baseline": "-2"}, id="a multiple of less than zero"),
        pytest.param(
            {"target": "0", "to": "2026-2030", "timing": "total", "observed": {2026: "3"}}, id="a total of zero"
        ),
        pytest.param(
            {"target": "-5", "to": "2026-2030", "timing": "total", "observed": {2026: "3"}}, id="a total below zero"
        ),
    ],
)
def test_an_edge_has_an_answer(given: dict[str, Any]) -> None:
    """Whatever is missing, zero, negative or over, a row has a verdict, and a standing before its deadline."""
    for path, as_of in product(("linear", "geometric", "hold", "step"), (2024, 2025, 2026, 2029, 2031)):
        told = {"kind": "level", **given, "path": path, "as_of": as_of}
        judged = case_row(told)
        found = assess_row(judged, case_known(told, judged))
        assert (found.standing is not None) is (found.verdict.grade is Grade.PENDING)


# ---- Laws over the shipped plans


@cache
def shipped() -> Catalogue:
    return load_folder(shipped_data())


def answers(catalogue: Catalogue, clock: Clock | None = None) -> dict[str, Assessment]:
    """Every row of every plan, by plan, area and code."""
    known = Knowledge(catalogue, clock)
    return {
        f"{item.row.plan} {item.row.area} {item.row.code}": item
        for plan in catalogue.plans.values()
        for item in assess(plan, known)
    }


def reordered(catalogue: Catalogue, observations: Iterable[Statement]) -> Catalogue:
    """The same facts with other observations."""
    return replace(catalogue, observations=tuple(observations))


@pytest.mark.parametrize("as_of", [2025, 2031])
def test_answers_are_the_same_whatever_precision_the_caller_works_at(as_of: int) -> None:
    """Six or three digits in the caller's decimal context, or 28: every figure of status and project is the same."""
    known, plans = shipped(), shipped().plans.values()

    def everything() -> list[object]:
        found: list[object] = [answers(known, Clock(as_of))]
        return [
            *found,
            *(project(row, Knowledge(known, Clock(as_of)), Choice()) for plan in plans for row in plan.rows),
        ]

    expected = everything()
    with localcontext() as context:
        for context.prec in (6, 3):
            assert expected == everything()


def test_the_order_of_figures_decides_nothing() -> None:
    """Turned round, or sorted by what they print, the same facts give the same answers."""
    known = shipped()
    expected = answers(known)
    assert expected == answers(reordered(known, reversed(known.observations)))
    assert expected == answers(reordered(known, sorted(known.observations, key=lambda each: each.printed)))


@pytest.mark.parametrize("as_of", [2025, 2028])
def test_a_figure_for_one_row_changes_no_other_row(as_of: int) -> None:
    """With a figure of 2026 for one row, every other row says what it said, unless it is derived from that figure."""
    known, clock = shipped(), Clock(as_of)
    expected = answers(known, clock)
    for place, plan_row in enumerate(known.plans["targets_2025_2030"].rows[::11]):
        given = plan_row.indicator
        printed = statement(
            "50", indicator=given.id, area=plan_row.area, period=period(2026), unit=given.unit, status=Status.OFFICIAL
        )
        more = reordered(
            known, [*known.observations, printed._replace(source=printed.source._replace(line=900 + place))]
        )
        found = answers(more, clock)
        moved = [item for name, item in found.items() if _standing(item) != _standing(expected[name])]
        assert all(item.row.indicator.id == given.id or _stands_on(item, printed) for item in moved)


def _stands_on(item: Assessment, printed: Statement) -> bool:
    """Whether a row's figures are derived from a statement."""
    inputs = [each for amount in (item.baseline, item.current, item.result) if amount for each in amount.inputs]
    return any((each.printed, each.period) == (printed.printed, printed.period) for each in inputs)


def _standing(item: Assessment) -> object:
    return item.verdict, item.standing, item.gap, item.needed


def test_a_forecast_changes_nothing_at_all() -> None:
    """A figure of 2030 printed now leaves every row, and the year looked at, as they were."""
    known = shipped()
    name = next(each.id for each in known.origins.values() if each.date and each.date < "2029")
    ahead = statement("1850", indicator="population", period=period(2030), unit=parse_unit("nghìn người"), origin=name)
    assert answers(known) == answers(reordered(known, [*known.observations, ahead._replace(times=Decimal(1))]))


PER_MONTH, PER_YEAR = parse_unit("triệu đồng/người/tháng"), parse_unit("đồng/người/năm")


@law
@given(
    numbers(1, 900, places=1), numbers(1, 900, places=1), numbers(1, 900, places=1), st.sampled_from(list(Direction))
)
def test_a_change_of_unit_changes_no_verdict_and_no_standing(
    base: Decimal, goal: Decimal, seen: Decimal, direction: Direction
) -> None:
    """The same figures told in đồng a year instead of millions a month: verdict, standing and share are the same."""
    income = indicator(unit=PER_MONTH, kind=Kind.LEVEL, direction=direction)

    def told(value: Decimal, year: int, *, turned: bool) -> Statement:
        unit = PER_YEAR if turned else PER_MONTH
        times = factor(PER_MONTH, PER_YEAR) if turned else Decimal(1)
        figure = figure_of(f"{value}")
        moved = figure._replace(low=figure.low * times, high=figure.high * times, step=figure.digit * times)
        return statement(moved, period=period(year), unit=unit, times=factor(unit, PER_MONTH), status=Status.OFFICIAL)

    def answer(turned: tuple[bool, bool, bool]) -> list[object]:
        judged = row(
            indicator=income, target=told(goal, 2030, turned=turned[0]), baseline=told(base, 2025, turned=turned[1])
        )
        found = [
            assess_row(judged, knowledge(told(seen, year, turned=turned[2]), rows=[judged])) for year in (2027, 2030)
        ]
        return [
            (each.verdict.grade, each.verdict.certain, each.standing and (each.standing.kind, each.standing.certain))
            for each in found
        ]

    plain = answer((False, False, False))
    assert plain == answer((True, True, True)) == answer((False, True, False)) == answer((True, False, True))
