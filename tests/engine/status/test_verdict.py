"""Verdicts: the worked examples of `cases/verdict.yaml`, the shipped rows among them, and the laws of grading."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from builders import cases, figure_of, indicator, period, row, shown, statement
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import figures, inside, law, mirrored, numbers, scaled

from tgkt.engine.status.label import agreement
from tgkt.engine.status.verdict import compare, into_unit, judge
from tgkt.facts.figure import Comparator, Figure, last_digit
from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.facts.units import factor, parse_unit
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files, shipped_data
from tgkt.results.status import Grade, Verdict

GIVEN = "row", "target", "result", "direction", "limits", "counted", "deadline", "as_of", "words", "reached", "official"
VERDICTS = cases("verdict", given=GIVEN, expect=("grade", "certain", "reason", "agreement"))
SHIPPED = [case for case in VERDICTS if "row" in case.values[0]]
BETTER = [Grade.NOT_MET, Grade.MET, Grade.EXCEEDED]
TURNED = {Direction.INCREASE: Direction.DECREASE, Direction.DECREASE: Direction.INCREASE}
both_ways = st.sampled_from(list(TURNED))
near = numbers(-60, 60, places=2)  # close together, so that rounding matters


def limit(text: str, otherwise: Decimal) -> Decimal:
    return otherwise if text == "none" else Decimal(text)


def case_row(given: dict[str, Any]) -> Row:
    """The row a case describes."""
    low, high = given.get("limits", ("none", "none"))
    deadline = period(given.get("deadline", 2025))
    exact, words = given.get("counted", False), given.get("words", ())
    target, result = (
        statement(figure_of(given[key], exact=exact), period=deadline) if key in given else None
        for key in ("target", "result")
    )
    if words:
        target = statement(period=deadline, printed=words[0])
    if words[1:]:
        result = statement(period=deadline, printed=words[1], reached=given.get("reached"))
    judged = indicator(
        direction=Direction(given["direction"]), floor=limit(low, -INFINITY), ceiling=limit(high, INFINITY)
    )
    return row(indicator=judged, target=target, result=result, official=given.get("official"))


def answer(verdict: Verdict, official: str | None, expect: dict[str, Any]) -> dict[str, Any]:
    """What a case expects, as it was found."""
    reason = verdict.reason.code if "reason" in expect else None
    found = {"grade": verdict.grade, "certain": verdict.certain, "reason": reason}
    return {key: {**found, "agreement": agreement(verdict.grade, official)}[key] for key in expect}


@pytest.mark.parametrize(("given", "expect"), VERDICTS)
def test_worked_example(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every worked example gets the grade, the certainty and the reason that an expert wrote down."""
    verdict = judge(case_row(given), given.get("as_of", 2025))
    assert expect == answer(verdict, given.get("official"), expect)


@cache
def shipped_rows() -> dict[str, Row]:
    plan = load(data_files(shipped_data())).plans["results_2020_2025"]
    return {f"{each.area} {each.code}": each for each in plan.rows}


@pytest.mark.parametrize(("given", "expect"), SHIPPED)
def test_shipped_row(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """The shipped row holds what its worked example says, and gets the same verdict."""
    found = shipped_rows()[given["row"]]
    words = dict(zip(("target", "result"), given.get("words", ()), strict=False))
    for key, told in (("target", found.target), ("result", found.result)):
        assert given.get(key, words.get(key)) == (said(told) if told else None)
    assert (given["direction"], given["official"]) == (found.indicator.direction, found.official)
    assert given.get("counted", False) is (found.indicator.kind is Kind.COUNT)
    assert expect == answer(judge(found, 2025), found.official, expect)


def said(told: Statement) -> str:
    return shown(told.figure) if told.figure else told.printed


def graded(got: Figure, goal: Figure, direction: Direction) -> Verdict:
    """The verdict on one figure against another, without natural limits."""
    return compare(statement(goal), statement(got), indicator(direction=direction))


def earns(value: Decimal, goal: Figure, direction: Direction) -> Grade:
    """The grade of an exact value."""
    return graded(Figure(value, value, exact=True), goal, direction).grade


@law
@given(near, figures(near), both_ways, numbers(0, 60, places=2))
def test_a_tighter_target_never_improves_a_grade(
    value: Decimal, goal: Figure, direction: Direction, by: Decimal
) -> None:
    """Where a target is moved the better way, the grade of the same result stays or falls.

    A bound against the direction, at most 3 of what should grow, has no better way: it is tighter the other way.
    """
    is_upward = direction is Direction.INCREASE
    if goal.is_bound:
        is_upward = goal.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN)
    by = by if is_upward else -by
    tighter = goal._replace(low=goal.low + by, high=goal.high + by)
    if goal.comparator is Comparator.ABOUT:
        assume(goal.low.as_tuple().exponent == tighter.low.as_tuple().exponent)
    assert BETTER.index(earns(value, tighter, direction)) <= BETTER.index(earns(value, goal, direction))


@law
@given(figures(near), figures(near), both_ways, st.integers(-9, 9))
def test_a_change_of_scale_changes_no_verdict(got: Figure, goal: Figure, direction: Direction, power: int) -> None:
    """Thousands or millions: the same figures in another scale get the same grade and certainty."""
    before, after = graded(got, goal, direction), graded(scaled(got, power), scaled(goal, power), direction)
    assert (before.grade, before.certain) == (after.grade, after.certain)


@law
@given(figures(near), figures(near), both_ways)
def test_the_two_directions_mirror_each_other(got: Figure, goal: Figure, direction: Direction) -> None:
    """With every sign turned, less is better where more was, and the verdict is the same."""
    before, after = graded(got, goal, direction), graded(mirrored(got), mirrored(goal), TURNED[direction])
    assert (before.grade, before.certain) == (after.grade, after.certain)


@law
@given(figures(near), figures(near), both_ways, st.data())
def test_a_certain_grade_is_earned_by_every_value(
    got: Figure, goal: Figure, direction: Direction, data: st.DataObject
) -> None:
    """No value that a printed result may stand for would change a grade called certain."""
    verdict = graded(got, goal, direction)
    assume(verdict.certain is True)
    assume((got.low, got.comparator) != (goal.low, goal.comparator))  # the same words are met, whatever the value
    spread = got.interval()
    if spread.low == -INFINITY:
        spread = replace(spread, low=spread.high - 1000)
    value = data.draw(inside(spread))
    assert verdict.grade is earns(Decimal(value.numerator) / Decimal(value.denominator), goal, direction)


@law
@given(near, st.sampled_from([Comparator.EQUALS, Comparator.ABOUT]), st.integers(-12, 12), figures(near), both_ways)
def test_a_grade_is_certain_exactly_when_both_ends_earn_it(
    value: Decimal, comparator: Comparator, eighths: int, words: Figure, direction: Direction
) -> None:
    """With a target within a digit of the result, only the ends of the rounding interval decide on certainty."""
    got = Figure(value, value, comparator)
    edge = value + last_digit(value) * eighths / 8
    goal = words._replace(low=edge, high=edge + abs(words.high - words.low))
    verdict, spread = graded(got, goal, direction), got.interval()
    ends = {earns(spread.low, goal, direction), earns(spread.high, goal, direction)}
    assert verdict.certain is (ends == {verdict.grade})


def test_rounding_survives_a_change_of_unit() -> None:
    """8 million đồng a month is 96 a year give or take 6, so that it reaches 95 a year is uncertain."""
    expected = Grade.EXCEEDED, False
    per_month, per_year = parse_unit("triệu đồng/người/tháng"), parse_unit("triệu đồng/người/năm")
    result = statement("8", unit=per_month, times=factor(per_month, per_year))
    verdict = compare(statement("95", unit=per_year), result, indicator(unit=per_year))
    assert expected == (verdict.grade, verdict.certain)


def test_zeros_that_fill_up_survive_a_change_of_unit() -> None:
    """340 thousand billion known to tens is known to ten million million, whatever the unit."""
    stated = statement(
        figure_of("340")._replace(step=Decimal(10)), unit=parse_unit("nghìn tỷ đồng"), times=Decimal(1000)
    )
    turned = into_unit(stated)
    assert (turned.low, turned.step) == (Decimal(340_000), Decimal(10_000))
    assert turned.interval() == Interval(Decimal(335_000), Decimal(345_000))


def test_a_multiple_is_not_compared_with_a_level() -> None:
    """A target of 1.5 times the year 2025 says nothing about 4 million đồng without the level of 2025."""
    expected = Grade.NOT_ASSESSABLE
    money = indicator(unit=parse_unit("triệu đồng"), kind=Kind.LEVEL)
    target = statement("1.5", relative_to=2025, unit=parse_unit("lần"))
    assert expected is compare(target, statement("4", unit=money.unit), money).grade


def test_a_bound_against_the_direction_is_still_a_bound() -> None:
    """A value inside the words of a target is never a miss, whichever way is better."""
    missed = Grade.NOT_MET
    assert missed is not graded(figure_of("2"), figure_of("≤ 3"), Direction.INCREASE).grade


def test_a_structure_refers_to_its_parts() -> None:
    """A row of shares gets no grade of its own, and the reason is that it is a structure."""
    expected = "structure"
    shares = statement(values=(figure_of("61"), figure_of("39")), comparator=Comparator.EQUALS)
    structure = indicator(kind=Kind.STRUCTURE, direction=Direction.NEUTRAL, parts=("industry", "services"))
    assert expected == judge(row(indicator=structure, target=shares, result=shares), 2030).reason.code
