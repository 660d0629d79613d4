"""Verdicts: the worked examples of `cases/verdict.yaml` and `cases/term.yaml`, the shipped rows, multiples, words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from builders import cases, figure_of, indicator, knowledge, origin, period, row, shown, statement
from worked import ROW, case_known, case_row, rounded

from tgkt.engine.status.label import agreement
from tgkt.engine.status.verdict import Judged, judge
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.interval import INFINITY
from tgkt.facts.plan import Row
from tgkt.facts.statement import Issuer, Statement, Status, Timing
from tgkt.facts.units import factor, parse_unit
from tgkt.loading.files import load_folder, shipped_data
from tgkt.results.status import Grade, Verdict
from tgkt.series.certainty import Rest
from tgkt.series.series import Knowledge

GIVEN = (
    *("row", "disputed", "target", "result", "direction", "limits", "counted", "tolerance", "deadline", "as_of"),
    *("words", "reached", "official"),
)
VERDICTS = cases("verdict", given=GIVEN, expect=("grade", "certain", "reason", "agreement"))
SHIPPED = [case for case in VERDICTS if "row" in case.values[0]]
TERMS = cases("term", given=ROW, expect=("grade", "certain", "rests", "reason", "missing", "result", "from", "to"))


def limit(text: str, otherwise: Decimal) -> Decimal:
    return otherwise if text == "none" else Decimal(text)


def printed_row(given: dict[str, Any]) -> Row:
    """The row a case of `verdict.yaml` describes: a target and what its own document prints as the result."""
    low, high = given.get("limits", ("none", "none"))
    deadline = period(given.get("deadline", 2025))
    exact, words = given.get("counted", False), given.get("words", ())
    target, result = (
        statement(figure_of(given[key], exact=exact), period=deadline, status=Status.OFFICIAL) if key in given else None
        for key in ("target", "result")
    )
    if words:
        target = statement(period=deadline, printed=words[0])
    if words[1:]:
        result = statement(period=deadline, printed=words[1], reached=given.get("reached"))
    if target and "tolerance" in given:
        target = target._replace(tolerance=Decimal(given["tolerance"]))
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
    judged = printed_row(given)
    found = judge(judged, knowledge(rows=[judged], as_of=given.get("as_of", 2025)))
    assert expect == answer(found.verdict, given.get("official"), expect)


@cache
def shipped() -> Knowledge:
    return Knowledge(load_folder(shipped_data()))


@cache
def shipped_rows() -> dict[str, Row]:
    rows = shipped().catalogue.plans["results_2020_2025"].rows
    return {f"{each.area} {each.code}": each for each in rows}


@pytest.mark.parametrize(("given", "expect"), SHIPPED)
def test_shipped_row(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """The shipped row holds what its worked example says, and gets the same verdict."""
    found = shipped_rows()[given["row"]]
    words = dict(zip(("target", "result"), given.get("words", ()), strict=False))
    for key, told in (("target", found.target), ("result", found.result)):
        assert given.get(key, words.get(key)) == (said(told) if told else None)
    assert (given["direction"], given["official"]) == (found.indicator.direction, found.official)
    assert given.get("counted", False) is (found.indicator.kind is Kind.COUNT)
    doubted = {**expect, "certain": False} if given.get("disputed") else expect
    assert doubted == answer(judge(found, shipped()).verdict, found.official, expect)


def said(told: Statement) -> str:
    return shown(told.figure) if told.figure else told.printed


# ---- Terms from their years


@pytest.mark.parametrize(("given", "expect"), TERMS)
def test_term_from_its_years(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every worked term gets the grade, the certainty and the computed figure that an expert wrote down."""
    judged = case_row(given)
    found = judge(judged, case_known({"as_of": 2030, **given}, judged))
    assert expect == {key: term_answer(found, judged, expect)[key] for key in expect}


def term_answer(found: Judged, judged: Row, expect: dict[str, Any]) -> dict[str, Any]:
    verdict, result = found.verdict, found.result
    span = result.quantity.span(judged.unit) if result else None
    return {
        "grade": verdict.grade,
        "certain": verdict.certain,
        "rests": [str(each) for each in verdict.rests],
        "reason": verdict.reason.code,
        "missing": dict(verdict.reason.facts).get("years", dict(verdict.reason.facts).get("year")),
        "result": rounded(result.quantity.within(judged.unit) if result else None, expect.get("result")),
        "from": rounded(span.low if span else None, expect.get("from")),
        "to": rounded(span.high if span else None, expect.get("to")),
    }


def test_a_missed_year_shows_the_average_beside_it() -> None:
    """91, 92, 89, 93 and 95 miss "more than 90 every year" in 2028; that they average 92 is said beside it."""
    given = {"target": "> 90", "timing": "every_year", "to": "2026-2030"}
    given["observed"] = dict(zip(range(2026, 2031), ("91", "92", "89", "93", "95"), strict=True))  # type: ignore[assignment]
    judged = case_row(given)
    facts = dict(judge(judged, case_known(given, judged)).verdict.reason.facts)
    assert (facts["year"], getattr(facts["average"], "value", None)) == ("2028", Decimal(92))


def test_a_printed_term_counts_more_than_its_years() -> None:
    """Where the document prints the average of the term, that is graded, and the years are for the audit."""
    years = {2026: "9", 2027: "9", 2028: "9", 2029: "9", 2030: "9", "2026-2030": "11.0"}
    given = {"target": "≥ 10.5", "timing": "average", "kind": "growth", "to": "2026-2030", "observed": years}
    judged = case_row(given)
    found = judge(judged, case_known(given, judged))
    assert (found.verdict.grade, found.result and found.result.statement is not None) == (Grade.EXCEEDED, True)


def test_a_printed_term_rests_on_a_reading_that_its_years_contradict() -> None:
    """91 % on average and 89 % in 2028: if "every year" is meant, the target is missed."""
    years = {2026: "92", 2027: "91", 2028: "89", 2029: "92", 2030: "92", "2026-2030": "91.2"}
    given: dict[str, Any] = {"target": "≥ 90", "timing": "average", "to": "2026-2030", "observed": years}
    given["readings"] = ["average", "every_year"]
    judged = case_row(given)
    found = judge(judged, case_known(given, judged)).verdict
    assert (found.grade, found.certain, Rest.READING in found.rests) == (Grade.EXCEEDED, False, True)


# ---- Multiples

INCOME = indicator(unit=parse_unit("triệu đồng/người/tháng"), kind=Kind.LEVEL)


def income(printed: str, year: int, **changes: Any) -> Statement:
    return statement(printed, period=period(year), unit=INCOME.unit, status=Status.OFFICIAL, **changes)


def multiple_row(times: str, **changes: Any) -> Row:
    """So many times the income of 2025 by 2030."""
    return row(indicator=INCOME, target=statement(times, relative_to=2025, unit=parse_unit("lần")), **changes)


@pytest.mark.parametrize(
    ("times", "base", "end", "grade", "certain"),
    [
        pytest.param(
            "1.5", "5.40", "8.10", Grade.MET, False, id="8.10 is 1.5 times 5.40, give or take a digit of both"
        ),
        pytest.param("1.5", "5.40", "8.20", Grade.EXCEEDED, True, id="8.20 is more than 1.5 times 5.40 for certain"),
        pytest.param("1.5", "5.4", "8.2", Grade.EXCEEDED, False, id="8.2 may not be 1.5 times 5.4, which may be 5.44"),
        pytest.param("1.5", "5.40", "8.00", Grade.NOT_MET, True, id="8.00 is less than 1.5 times 5.40"),
        pytest.param("≤ 0.7", "10.0", "6.0", Grade.MET, True, id="6.0 lies within at most 0.7 of 10.0"),
    ],
)
def test_a_multiple_is_graded_from_its_levels(times: str, base: str, end: str, grade: Grade, *, certain: bool) -> None:
    """The target is so many times the level of the base year; the rounding of both levels counts."""
    judged = multiple_row(times)
    found = judge(judged, knowledge(income(base, 2025), income(end, 2030), rows=[judged])).verdict
    assert (found.grade, found.certain) == (grade, certain)


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        pytest.param([], "no_result", id="no level at all"),
        pytest.param([income("5.4", 2025)], "no_result", id="the base only"),
        pytest.param([income("8.2", 2030)], "no_base", id="the result only"),
        pytest.param([income("0", 2025), income("8.2", 2030)], "base_zero", id="a base of zero"),
        pytest.param([income("-2", 2025), income("8.2", 2030)], "base_zero", id="a base below zero"),
    ],
)
def test_a_multiple_without_both_levels_gets_no_grade(seen: list[Statement], reason: str) -> None:
    """Nothing is a multiple of a level that is not known, or of nothing."""
    judged = multiple_row("1.5")
    found = judge(judged, knowledge(*seen, rows=[judged], as_of=2030)).verdict
    assert (found.grade, found.reason.code) == (Grade.NOT_ASSESSABLE, reason)


def test_a_printed_multiple_is_graded_as_it_stands() -> None:
    """Where a document prints "1.6 times 2025", no level is needed, and the figure stays a number of times."""
    judged = multiple_row("1.5")
    told = statement("1.6", relative_to=2025, unit=parse_unit("lần"), status=Status.OFFICIAL)
    found = judge(judged, knowledge(told, rows=[judged])).verdict
    result: Any = dict(found.reason.facts)["result"]
    assert (found.grade, result.value, result.unit.text) == (Grade.EXCEEDED, Decimal("1.6"), "lần")


def replaced() -> tuple[Row, list[Statement]]:
    """The plan's base of 5.40 for 2025, 5.60 official later, 8.20 in 2030: 1.52 or 1.46 times."""
    own = income("5.40", 2025)._replace(status=Status.ESTIMATED)
    later = [income("5.60", 2025, origin="yearbook"), income("8.20", 2030, origin="yearbook")]
    return multiple_row("1.5", baseline=own), later


def test_against_a_replaced_base_the_verdict_from_the_plans_own_is_kept() -> None:
    """8.20 is less than 1.5 times 5.60, and more than 1.5 times the plan's 5.40."""
    judged, later = replaced()
    found = judge(judged, knowledge(*later, rows=[judged])).verdict
    assert (found.grade, found.plan_grade) == (Grade.NOT_MET, Grade.EXCEEDED)


def test_baseline_plan_grades_a_multiple_from_the_plans_own_base() -> None:
    """With `--baseline plan` the plan's 5.40 is the base, whatever came later."""
    judged, later = replaced()
    found = judge(judged, knowledge(*later, rows=[judged], plan_baseline=True)).verdict
    assert (found.grade, found.plan_grade, Rest.MIXED_RELEASE in found.rests) == (Grade.EXCEEDED, None, True)


def test_levels_of_two_documents_are_a_mixed_release() -> None:
    """Base and result from two documents are said to be so, and the verdict stays certain."""
    judged = multiple_row("1.5")
    seen = [income("5.40", 2025), income("8.40", 2030, origin="yearbook")]
    found = judge(judged, knowledge(*seen, rows=[judged])).verdict
    assert (found.certain, found.rests) == (True, (Rest.MIXED_RELEASE,))


# ---- Which result


@pytest.mark.parametrize(
    ("observed", "expected"),
    [
        pytest.param([statement("57")], Grade.EXCEEDED, id="an observation for the target's year"),
        pytest.param([statement("57", period=period(2029))], Grade.NOT_ASSESSABLE, id="another year"),
        pytest.param([statement("57", area="north")], Grade.NOT_ASSESSABLE, id="another area"),
        pytest.param([statement("57", timing=Timing.TOTAL)], Grade.NOT_ASSESSABLE, id="another timing"),
        pytest.param([statement("57", ambition=True)], Grade.NOT_ASSESSABLE, id="an older ambition"),
        pytest.param([statement("57", status=Status.FORECAST)], Grade.NOT_ASSESSABLE, id="a forecast"),
        pytest.param([statement("1.6", relative_to=2025)], Grade.NOT_ASSESSABLE, id="a multiple of another year"),
        pytest.param([], Grade.NOT_ASSESSABLE, id="nothing observed"),
    ],
)
def test_a_result_may_arrive_as_an_observation(observed: list[Statement], expected: Grade) -> None:
    """After the deadline a row without a result takes the figure for just its target's period."""
    judged = row(target=statement("≥ 50"))
    assert expected is judge(judged, knowledge(*observed, rows=[judged], as_of=2030)).verdict.grade


def test_a_later_official_result_counts_more_than_the_rows_own() -> None:
    """What the plan's table prints as an estimate gives way to the official figure."""
    judged = row(target=statement("≥ 50"), result=statement("44", status=Status.ESTIMATED))
    later = statement("57", status=Status.OFFICIAL, origin="yearbook")
    assert judge(judged, knowledge(later, rows=[judged])).verdict.grade is Grade.EXCEEDED


def test_two_rows_that_print_one_figure_otherwise_keep_their_own_and_are_disputed() -> None:
    """A plan that prints 100 and about 98 for the same thing: each row is judged by its own, and not for certain."""
    target = statement("100")
    one, other = (
        row(code=code, target=target, result=statement(told)) for code, told in (("51", "100"), ("64", "≈ 98"))
    )
    known = knowledge(rows=[one, other], as_of=2030)
    found = [judge(each, known).verdict for each in (one, other)]
    assert [each.grade for each in found] == [Grade.MET, Grade.NOT_MET]
    assert [(each.certain, Rest.DISPUTE in each.rests) for each in found] == [(False, True)] * 2


def test_an_estimate_is_said_and_leaves_the_verdict_certain() -> None:
    """That a result is an estimate does not make pass into fail."""
    judged = row(target=statement("50"), result=statement("57.0", status=Status.ESTIMATED))
    found = judge(judged, knowledge(rows=[judged])).verdict
    assert (found.certain, found.rests) == (True, (Rest.ESTIMATE,))


def test_a_range_that_straddles_with_a_dispute_is_told_as_both() -> None:
    """A disputed result passes by the plan's own value, and the hull of all shows that it may not."""
    later = {"status": Status.OFFICIAL, "origin": "one"}
    judged = row(target=statement("50"), result=statement("51.0", status=Status.OFFICIAL))
    found = judge(judged, knowledge(statement("49.0", **later), rows=[judged])).verdict
    assert (found.grade, found.rests) == (Grade.EXCEEDED, (Rest.ROUNDING, Rest.DISPUTE))


# ---- Words and structures


def words(told: str, year: int = 2030, **changes: Any) -> Statement:
    return statement(period=period(year), printed=told, **changes)


@pytest.mark.parametrize("turn", [1, -1], ids=["the older first", "the newer first"])
def test_the_newest_words_count_in_whichever_order_they_stand(turn: int) -> None:
    """Not finished by 2029, finished in 2030: the milestone is met."""
    judged = row(target=statement())
    said = [
        words("not finished", 2030, reached=False, origin="early"),
        words("finished", 2030, reached=True, origin="late"),
    ]
    dated = [origin("early", "2030-06", Issuer.GOVERNMENT), origin("late", "2031-02", Issuer.GOVERNMENT)]
    known = knowledge(*said[::turn], rows=[judged], origins=dated)
    assert judge(judged, known).verdict.grade is Grade.MET


def test_a_target_held_without_a_number_is_graded_by_its_base() -> None:
    """To maintain 95 % is met by 95, exceeded by 96 and missed by 94."""
    held = statement(comparator=Comparator.MAINTAIN)
    base = statement("95.0", period=period(2025))
    rows = [row(target=held, baseline=base, result=statement(each)) for each in ("95.0", "96.0", "94.0")]
    grades = [judge(each, knowledge(rows=[each])).verdict.grade for each in rows]
    assert grades == [Grade.MET, Grade.EXCEEDED, Grade.NOT_MET]


def test_a_structure_refers_to_its_parts() -> None:
    """A row of shares gets no grade of its own, and the reason is that it is a structure."""
    expected = "structure"
    shares = statement(values=(figure_of("61"), figure_of("39")), comparator=Comparator.EQUALS)
    structure = indicator(kind=Kind.STRUCTURE, direction=Direction.NEUTRAL, parts=("industry", "services"))
    judged = row(indicator=structure, target=shares, result=shares)
    assert expected == judge(judged, knowledge(rows=[judged], as_of=2030)).verdict.reason.code


def test_rounding_survives_a_change_of_unit() -> None:
    """8 million đồng a month is 96 a year give or take 6, so that it reaches 95 a year is uncertain."""
    expected = Grade.EXCEEDED, False
    per_month, per_year = parse_unit("triệu đồng/người/tháng"), parse_unit("triệu đồng/người/năm")
    result = statement("8", unit=per_month, times=factor(per_month, per_year))
    judged = row(indicator=indicator(unit=per_year), target=statement("95", unit=per_year), result=result)
    verdict = judge(judged, knowledge(rows=[judged], as_of=2030)).verdict
    assert expected == (verdict.grade, verdict.certain)
