"""Weights of a blend: those of another year under an assumption, and none that go in a circle."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from builders import HERE, figure_of, indicator, knowledge, period, statement

from tgkt.facts.catalogue import Route
from tgkt.facts.indicator import Aggregation, Blend, Formula, Indicator, Kind, Words
from tgkt.facts.parsing import parse_term
from tgkt.facts.statement import Statement
from tgkt.facts.units import parse_unit
from tgkt.reason import Reason
from tgkt.series.known import How, Known, Step

PEOPLE, ASSUMED = parse_unit("người"), Words("Như nhau.", "Alike.")
RATE = indicator(id="rate", kind=Kind.RATIO, blend=Blend(Aggregation.WEIGHTED, weight="members"))
YEAR = period(2025)


def level(name: str, *formulas: Formula) -> Indicator:
    """A number of people that adds up."""
    changes: dict[str, Any] = {"unit": PEOPLE, "kind": Kind.COUNT, "blend": Blend(Aggregation.SUM), "floor": Decimal(0)}
    return indicator(id=name, derive=formulas, **changes)


def formula(area: str, year: int, text: str) -> Formula:
    """A declared derivation for one area and year, under an assumption."""
    return Formula(text, parse_term(text), area, period(year), ASSUMED, HERE)


def people(name: str, area: str, number: str, year: int = 2025) -> Statement:
    """A number of people in an area."""
    return statement(figure_of(number, exact=True), indicator=name, area=area, unit=PEOPLE, period=period(year))


def rate(area: str, number: str) -> Statement:
    """The rate in an area."""
    return statement(number, indicator="rate", area=area, period=YEAR)


RATES = (rate("north", "3.0"), rate("south", "2.0"))
ADMITTED = (people("admitted", "north", "90"), people("admitted", "south", "20"))


def asked(members: Indicator, *observed: Statement, routes: Iterable[Route] = ()) -> Known | None:
    """The merged rate of 2025."""
    known = knowledge(*observed, indicators=[RATE, members, level("admitted")], routes=routes, as_of=2025)
    return known.figure("rate", "merged", YEAR)


def from_own(year: int = 2025) -> Indicator:
    """Members that follow from what each part itself admits, at its own rate."""
    texts = {area: f"admitted[{area}, {year}] / rate[{area}, {year}]" for area in ("north", "south")}
    return level("members", *(formula(area, year, text) for area, text in texts.items()))


def test_weights_may_follow_from_the_parts_own_figures() -> None:
    """90 / 3 % and 20 / 2 % are 3,000 and 1,000 members: the merged rate is 110 of 4,000, tight at its ends."""
    found = asked(from_own(), *RATES, *ADMITTED)
    assert found is not None
    assert (found.how, found.step, found.quantity.value) == (How.BLEND, Step.ASSUMED, Decimal("0.0275"))
    ends = [Fraction(110) / (Fraction(90) / a + Fraction(20) / b) for a, b in ((F1, F2), (F3, F4))]
    assert [float(found.quantity.interval.low), float(found.quantity.interval.high)] == pytest.approx(
        [float(each) for each in ends], rel=1e-12
    )


F1, F2, F3, F4 = (Fraction(each) for each in ("0.0295", "0.0195", "0.0305", "0.0205"))


def test_weights_that_follow_from_the_merged_figure_itself_go_in_a_circle() -> None:
    """They would give back what they were made of: only the bounds are left."""
    own = [formula(area, 2025, f"admitted[{area}, 2025] / rate[merged, 2025]") for area in ("north", "south")]
    found = asked(level("members", *own), *RATES, *ADMITTED)
    assert found is not None
    assert (found.how, found.quantity.interval.low, found.quantity.interval.high) == (
        How.BOUNDS,
        Decimal("0.0195"),
        Decimal("0.0305"),
    )


def test_a_declared_route_uses_the_indicator_nowhere() -> None:
    """Not even a part's own figure, as the page of weights says."""
    term = parse_term("admitted[south, 2025] / rate[south, 2025] / members[merged, 2025]")
    route = Route("members", "own", Words("Từ tỷ lệ", "By the rate"), "south", "merged", YEAR, term, "own", None, HERE)
    total = people("members", "merged", "4000")
    assert getattr(asked(level("members"), *RATES, *ADMITTED, total, routes=[route]), "how", None) is How.BOUNDS


@pytest.mark.parametrize("year", [2020, 2023])
def test_weights_of_the_nearest_year_serve_under_an_assumption(year: int) -> None:
    """Where none of the period is known; the assumption names both."""
    told = (people("members", "north", "3000", year), people("members", "south", "1000", year))
    found = asked(level("members"), *RATES, *told)
    assert found is not None
    assert found.derivation is not None
    still = Reason("weights_of_year", (("year", str(year)), ("period", "2025")))
    assert (found.quantity.value, found.step, found.derivation.assumes) == (Decimal("0.0275"), Step.ASSUMED, (still,))


def test_of_two_years_as_near_the_later_one_weighs() -> None:
    """And a year declared only by a formula is a year like any other."""
    told = [people("members", area, number, 2024) for area, number in (("north", "1000"), ("south", "3000"))]
    near = level(
        "members", formula("north", 2023, "admitted[north, 2025] * 2"), formula("south", 2023, "admitted[south, 2025]")
    )
    assert asked(near, *RATES, *ADMITTED, *told).quantity.value == Decimal("0.0225")  # type: ignore[union-attr]
    assert asked(near, *RATES, *ADMITTED).quantity.value == Decimal("0.029")  # type: ignore[union-attr]
