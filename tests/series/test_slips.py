"""Figures that do not go on from what was known: worked cases, the order of arrival, and what stays out of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import broken, cases, figure_of, indicator, knowledge, origin, period, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Aggregation, Blend, Kind
from tgkt.facts.interval import INFINITY
from tgkt.facts.statement import Statement, Status
from tgkt.facts.units import parse_unit
from tgkt.series.series import Knowledge
from tgkt.series.slips import Doubt, Suspicion, in_series, suspicions
from tgkt.source import Source

GIVEN = ("kind", "unit", "limits", "past", "new", "dated", "break")
EXPECT = ("doubt", "look", "fits", "against")


def told(when: object, text: str, unit: str, document: str, line: int) -> Statement:
    """A figure of a document, at a place of its own."""
    figure = figure_of(text)
    return statement(
        figure,
        period=period(str(when)),
        unit=parse_unit(unit),
        status=Status.PROVISIONAL,
        origin=document,
        source=Source(f"{document}.yaml", line, 1),
    )


def worlds(case: dict[str, Any]) -> tuple[list[Statement], Knowledge, Knowledge]:
    """The new figures of a case, what was known before them, and with them."""
    unit = case.get("unit", "%" if case["kind"] in ("share", "growth") else "triệu đồng")
    low, high = (None if end == "none" else Decimal(end) for end in case.get("limits", ("none", "none")))
    declared = indicator(
        unit=parse_unit(unit),
        kind=Kind(case["kind"]),
        floor=-INFINITY if low is None else low,
        ceiling=INFINITY if high is None else high,
    )
    past = [told(when, text, unit, "past", line) for line, (when, text) in enumerate(case["past"].items(), 1)]
    new = [told(when, text, unit, "new", line) for line, (when, text) in enumerate(case["new"].items(), 1)]
    world: dict[str, Any] = {
        "indicators": [declared],
        "origins": [origin("past", "2031"), origin("new", case.get("dated", "2032"))],
        "breaks": [broken(case["break"])] if "break" in case else [],
    }
    return new, knowledge(*past, **world), knowledge(*past, *new, **world)


def found(case: dict[str, Any]) -> list[Suspicion]:
    """What looks wrong of a case's new figures."""
    return suspicions(*worlds(case))


def shown(suspicion: Suspicion | None) -> dict[str, str | None]:
    """A suspicion as the cases write it."""
    guess = suspicion.guesses[0] if suspicion and suspicion.guesses else None
    return {
        "doubt": suspicion.doubt if suspicion else None,
        "look": guess.look if guess else None,
        "fits": str(guess.figure) if guess else None,
        "against": str(suspicion.against.period) if suspicion and suspicion.against else None,
    }


@pytest.mark.parametrize(("case", "expect"), cases("slips", given=GIVEN, expect=EXPECT))
def test_a_figure_beside_what_was_known(case: dict[str, Any], expect: dict[str, str | None]) -> None:
    """Which figures look wrong, and what they look like."""
    told = found(case)
    assert len(told) <= 1
    answer = shown(told[0] if told else None)
    assert {key: answer[key] for key in expect} == expect


def test_what_looks_right_is_known_to_what_follows() -> None:
    """Ten years at once are each compared with the year before, and the slip among them is one."""
    years = {2026: "121", 2027: "150", 2028: "190", 2029: "2400", 2030: "300", 2031: "390"}
    told = found({"kind": "level", "past": {2016: "98"}, "new": years, "dated": "2033"})
    assert [(str(each.statement.period), each.doubt) for each in told] == [("2029", Doubt.FACTOR)]


def test_a_term_is_compared_with_terms_as_long() -> None:
    """A total of five years is no jump from the figure of one."""
    case = {"kind": "level", "past": {2025: "75"}, "new": {"2021-2025": "374"}, "dated": "2032"}
    assert found(case) == []
    assert [each.doubt for each in found({**case, "past": {"2016-2020": "75"}})] == [Doubt.JUMP]


def test_an_aim_and_a_multiple_are_exempt() -> None:
    """Neither is a figure that goes on from another."""
    new, before, after = worlds({"kind": "level", "past": {2024: "119"}, "new": {2025: "1190"}})
    assert len(suspicions(new, before, after)) == 1
    apart = [new[0]._replace(ambition=True), new[0]._replace(relative_to=2020), new[0]._replace(figure=None)]
    assert suspicions(apart, before, after) == []


def test_an_indicator_that_is_new_has_no_past() -> None:
    """What the data did not declare before is held against its limits alone."""
    new, _, after = worlds({"kind": "count", "past": {}, "new": {2025: "-3"}})
    assert [each.doubt for each in suspicions(new, knowledge(indicators=[indicator(id="other")]), after)] == ["limit"]
    after_only = knowledge(*new, indicators=[indicator(id="unknown")])
    strange = [new[0]._replace(indicator="unknown", figure=figure_of("7"))]
    assert suspicions(strange, knowledge(), after_only) == []


def test_where_nothing_is_printed_what_follows_from_others_is_compared_with() -> None:
    """A sum of the parts, of the newest of the last years; what is printed comes before it."""
    people = indicator(unit=parse_unit("người"), kind=Kind.COUNT, blend=Blend(Aggregation.SUM))
    parts = [
        told(2024, value, "người", "past", line)._replace(area=area)
        for line, (area, value) in enumerate({"north": "700", "south": "400"}.items(), 1)
    ]
    new = told(2026, "11500", "người", "new", 1)
    world: dict[str, Any] = {"indicators": [people], "origins": [origin("past", "2031"), origin("new", "2032")]}

    def compared(*printed: Statement) -> list[tuple[str, str]]:
        before, after = knowledge(*parts, *printed, **world), knowledge(*parts, *printed, new, **world)
        found = suspicions([new], before, after)
        return [(str(each.against.period), str(each.guesses[0].figure)) for each in found if each.against]

    assert compared() == [("2024", "1150.0")]
    assert compared(told(2023, "1080", "người", "past", 9)) == [("2023", "1150.0")]
    assert compared(told(2023, "9900", "người", "past", 9)) == []


def test_the_likeliest_guess_comes_first() -> None:
    """The one that is nearest to the last figure, each look once."""
    [told] = found({"kind": "level", "past": {2024: "144"}, "new": {2025: "14"}})
    assert [(each.look, str(each.figure)) for each in told.guesses] == [("dropped", "144"), ("factor", "140")]


@pytest.mark.parametrize(("doubt", "needs"), [(Doubt.LIMIT, True), (Doubt.FACTOR, True), (Doubt.JUMP, False)], ids=str)
def test_slips_and_limits_need_acceptance_and_jumps_do_not(doubt: Doubt, needs: bool) -> None:
    """What is surely wrong waits for a word; what is only unusual does not."""
    assert doubt.needs_acceptance is needs


@law
@given(
    digits=st.integers(100, 999),
    power=st.sampled_from([1, 2, 3]),
    way=st.sampled_from([1, -1]),
    percent=st.integers(72, 138),
)
def test_every_slip_by_a_power_of_ten_is_found(digits: int, power: int, way: int, percent: int) -> None:
    """Whatever the level: what fits beside it at 0.7 to 1.4 times is found again with its mark elsewhere."""
    right = Decimal(digits * percent).scaleb(-2)
    wrong = right.scaleb(way * power)
    [told] = found({"kind": "level", "past": {2024: str(digits)}, "new": {2025: f"{wrong:f}"}})
    fitting = [guess.figure for guess in told.guesses if guess.factor == way * 10**power]
    assert (told.doubt, fitting) == (Doubt.FACTOR, [Figure(right, right)])


@law
@given(last=st.integers(1000, 9999), percent=st.integers(34, 299))
def test_no_level_within_a_third_and_three_times_is_suspect(last: int, percent: int) -> None:
    """What moves less than that is left alone."""
    value = Decimal(last * percent).scaleb(-2)
    assert found({"kind": "level", "past": {2024: str(last)}, "new": {2025: f"{value:f}"}}) == []


def series(values: dict[object, str], kind: str = "level", unit: str = "triệu đồng", **world: Any) -> list[Suspicion]:
    """What looks wrong of figures that all stand in the data, by their periods."""
    figures = [told(when, text, unit, "past", line) for line, (when, text) in enumerate(values.items(), 1)]
    declared = indicator(unit=parse_unit(unit), kind=Kind(kind), floor=-INFINITY, ceiling=INFINITY)
    known = knowledge(*figures, indicators=[declared], origins=[origin("past", "2041")], **world)
    return list(in_series(declared.id, figures[0].area, known))


SERIES: dict[str, tuple[dict[object, str], list[tuple[str, str, str | None]]]] = {
    "it grows": ({2025: "119", 2026: "131", 2027: "145"}, []),
    "one is a thousand times too large": (
        {2025: "119", 2026: "131", 2027: "145000", 2028: "160"}, [("2027", "factor", "145.000")],
    ),
    "the last is ten times too small": ({2025: "119", 2026: "131", 2027: "14.5"}, [("2027", "factor", "144.5")]),
    "a digit is left out": ({2025: "119", 2026: "131", 2027: "14", 2028: "150"}, [("2027", "factor", "140")]),
    "it moves to a new level and stays there": ({2025: "119", 2026: "131", 2027: "600", 2028: "640"}, []),
    "it is far from two before": ({2025: "119", 2026: "131", 2027: "600"}, [("2027", "jump", None)]),
    "it is far from the only one before": ({2026: "131", 2027: "600"}, []),
    "one before is enough for a factor": ({2026: "131", 2027: "1400"}, [("2027", "factor", "140.0")]),
    "it falls back": ({2025: "119", 2026: "131", 2027: "600", 2028: "150"}, [("2027", "jump", None)]),
    "terms are beside terms": ({2025: "119", 2026: "131", "2021-2025": "600"}, []),
}  # fmt: skip


@pytest.mark.parametrize(("values", "expected"), SERIES.values(), ids=[*SERIES])
def test_a_figure_beside_its_series(values: dict[object, str], expected: list[tuple[str, str, str | None]]) -> None:
    """Which figures of a whole series look wrong, and which would fit."""
    found = [(str(each.statement.period), str(each.doubt), _fit(each)) for each in series(values)]
    assert found == expected


def _fit(found: Suspicion) -> str | None:
    return str(found.guesses[0].figure) if found.guesses else None


def test_what_lies_beyond_a_break_is_no_measure() -> None:
    """A new denominator makes a new series."""
    values: dict[object, str] = {2025: "119", 2026: "131", 2027: "1400"}
    assert len(series(values)) == 1
    assert series(values, breaks=[broken(2027)]) == []
