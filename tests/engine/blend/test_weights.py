"""Weights: where they come from, in which order, and what merged figures imply about them.

The table of implied weights is the literal answer over the shipped figures, and an oracle in fractions finds the
same from the printed digits alone.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import product

import pytest
from builders import HERE, catalogue, figure_of, indicator, statement
from shipped import shipped as catalogue_shipped

from tgkt.arithmetic.evaluate import evaluate
from tgkt.arithmetic.quantity import number
from tgkt.engine.blend.merged import merge
from tgkt.engine.blend.weights import implied_table
from tgkt.facts.catalogue import Route
from tgkt.facts.indicator import Aggregation, Blend, Indicator, Kind, Words
from tgkt.facts.parsing import parse_term
from tgkt.facts.period import Period, parse_period
from tgkt.facts.statement import Statement, Timing
from tgkt.facts.units import parse_unit
from tgkt.reason import Reason
from tgkt.results.blend import WeightRoute
from tgkt.results.computed import Outcome
from tgkt.series.derive.implied import implied_weights, in_common
from tgkt.series.derive.route import Asked
from tgkt.series.derive.weights import Weights, share_of, weights_for
from tgkt.series.known import Step
from tgkt.series.order import Candidate
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

# Bắc Kạn's share in percent, from and to, by kind of weight and by the merged figure that implies it. A disputed part
# is as wide as all figures of it: 4.5 and 4.2 %/year of agriculture, 132 and 119 million per head, 90.4 and 90.04 %.
IMPLIED = """
agriculture_output: agriculture_output_growth 0.00 50.29
area_km2: forest_cover constituents_may_be_equal
communes: health_standard_commune_share constituents_may_be_equal
communes: new_rural_commune_share 43.79 44.03
grdp: grdp_share_agriculture 9.52 10.71
grdp: grdp_growth 0.00 14.64
households: poverty_reduction 18.94 20.45
industry_output: industry_output_growth 0.00 36.89
labour_force: trained_labour_share 22.55 28.74
labour_force: certified_labour_share 15.38 29.79
new_rural_communes: advanced_new_rural_commune_share 19.87 20.54
population: grdp_per_capita 0.00 20.10
schools: national_standard_school_share 29.27 30.13
urban_labour_force: urban_unemployment constituents_may_be_equal
urban_population: urban_solid_waste_treated_share 1.46 26.29
"""
IN_COMMON = {"grdp": ("9.52", "10.71"), "labour_force": ("22.55", "28.74"), "communes": ("43.79", "44.03")}
ROUTES = """
revenue_and_its_ratio 10.36 10.26 10.46 taken
agriculture_share 10.12 9.52 10.71
per_head_and_population 9.91 9.17 10.66
growth_rates 6.54 0.00 14.64 uses_itself
"""


@cache
def shipped() -> Knowledge:
    return Knowledge(catalogue_shipped())


def two(value: Decimal | None) -> str:
    assert value is not None
    return f"{round(value, 2) + 0:f}"


def test_the_table_of_implied_weights() -> None:
    """By kind of weight, what each merged figure implies."""
    found = []
    for each in implied_table(shipped()):
        told = f"{two(each.value.low)} {two(each.value.high)}" if each.value else each.reason and each.reason.code
        found.append(f"{each.weight}: {each.indicator.id} {told}")
    assert IMPLIED.split("\n")[1:-1] == found


def printed(id: str, area: str, period: Period) -> tuple[Fraction, Fraction]:
    """What the printed digits may stand for, reckoned without tgkt's intervals."""
    ends = []
    for each in shipped().series(id, area).candidates(period)[:1] + disputed(id, area, period):
        figure = each.statement.figure
        assert figure is not None
        digits = f"{figure.value:f}"
        half = Fraction(1, 10 ** len(digits.partition(".")[2])) / (1 if figure.comparator == "about" else 2)
        ends += [Fraction(digits) - half, Fraction(digits) + half]
    return min(ends), max(ends)


def disputed(id: str, area: str, period: Period) -> list[Candidate]:
    """The others of equal rank where a figure is disputed: it may be any of them."""
    series = shipped().series(id, area)
    known = series.at(period)
    return [each for each in series.candidates(period)[1:] if known and each.statement in known.inputs]


@pytest.mark.parametrize("told", [each for each in IMPLIED.split("\n")[1:-1] if each[-1].isdigit()])
def test_an_implied_weight_follows_from_the_printed_digits(told: str) -> None:
    """(merged - one) / (other - one) at the corners of what rounding leaves; growth by its factor to the base year."""
    id, low, high = told.split(": ")[1].split()
    period = next(each.period for each in implied_table(shipped()) if each.indicator.id == id)
    ends = [printed(id, area, period) for area in ("merged", "thai_nguyen", "bac_kan")]
    if id.endswith("_growth"):
        ends = [((1 + a / 100) ** -5, (1 + b / 100) ** -5) for a, b in ends]
    corners = [(m - a) / (b - a) for m, a, b in product(*ends)]
    inside_one = [min(max(each, Fraction(0)), Fraction(1)) * 100 for each in corners]
    assert [low, high] == [f"{float(end):.2f}" for end in (min(inside_one), max(inside_one))]


@pytest.mark.parametrize("kind", IN_COMMON)
def test_weights_of_one_kind_have_something_in_common(kind: str) -> None:
    """What several merged figures imply for one kind of weight is intersected."""
    common = in_common([each for each in implied_weights(shipped()) if each.weight == kind])
    assert common is not None
    assert IN_COMMON[kind] == (two(common.low * 100), two(common.high * 100))


def routes(id: str, when: str) -> tuple[WeightRoute, ...]:
    return merge(shipped().catalogue.indicators[id], "merged", parse_period(when), shipped()).routes


def test_the_routes_to_the_weight_of_bac_kan_in_grdp() -> None:
    """Four routes, side by side; the narrowest is taken that does not use growth itself."""
    found = []
    for each in routes("grdp_growth", "2021-2025"):
        why = "taken" if each.taken else each.reason.code if each.reason else ""
        found.append(f"{each.route.id} {two(each.value)} {two(each.low)} {two(each.high)} {why}".strip())
    assert ROUTES.split("\n")[1:-1] == found


def test_all_routes_have_a_common_point() -> None:
    """The documents agree on a weight between 10.26 and 10.46 %."""
    found = routes("grdp_growth", "2021-2025")
    low, high = max(each.low for each in found if each.low is not None), min(each.high for each in found if each.high)
    assert f"{two(low)} - {two(high)}" == "10.26 - 10.46"


def test_a_route_never_uses_what_it_weighs() -> None:
    """For agriculture's share of GRDP the route over agriculture's shares is not taken, and growth may be."""
    barred = [each.route.id for each in routes("grdp_share_agriculture", "2025") if each.reason]
    assert barred == ["agriculture_share"]


SUM = Blend(Aggregation.SUM)
SHARE = indicator(blend=Blend(Aggregation.WEIGHTED, weight="output"), floor=Decimal(0), ceiling=Decimal(100))
LEVEL = indicator(id="output", unit=parse_unit("tỷ đồng"), kind=Kind.LEVEL, blend=SUM, floor=Decimal(0))
OTHER = SHARE._replace(id="other")
BY_LEVEL = Blend(Aggregation.GROWTH, level="output")
GROWTH = indicator(id="growth", unit=parse_unit("%/năm"), kind=Kind.GROWTH, blend=BY_LEVEL)
YEAR = Period(2025, 2025)
ROUTE = Route("output", "r", Words("r", "r"), "south", "merged", YEAR, parse_term("0.2"), "0.2", None, HERE)


def told(each: Indicator, figures: str, when: str = "2025", timing: Timing | None = None) -> list[Statement]:
    """Figures of north and south, perhaps of merged: "10.0 20.0 15.0"; `=` before one makes it exact."""
    period = parse_period(when)
    timing = timing or (Timing.IN_YEAR if period.is_year else Timing.AVERAGE)
    return [
        statement(
            figure_of(text.removeprefix("=").replace("~", " "), exact=text.startswith("=")),
            **{"indicator": each.id, "area": area, "period": period, "timing": timing, "unit": each.unit},
        )
        for area, text in zip(("north", "south", "merged"), figures.split(), strict=False)
    ]


def known(*statements: list[Statement], routes: tuple[Route, ...] = ()) -> Knowledge:
    flat = catalogue(*[each for some in statements for each in some], indicators=[LEVEL, SHARE, OTHER, GROWTH])
    return Knowledge(replace(flat, routes=routes))


PRINTED, ROUTED = told(LEVEL, "=300 =100"), (ROUTE,)
IMPLYING = told(OTHER, "10.0 20.0 15.0")


@pytest.mark.parametrize(
    ("data", "source", "weight"),
    [
        pytest.param(known(PRINTED, IMPLYING, routes=ROUTED), "printed_weights", "0.25", id="printed comes first"),
        pytest.param(known(IMPLYING, routes=ROUTED), "route", "0.2", id="then a route"),
        pytest.param(known(IMPLYING), "implied_weights", "0.5", id="then what other figures imply"),
        pytest.param(known(told(LEVEL, ">~300 =100"), routes=ROUTED), "route", "0.2", id="a bound is no weight"),
        pytest.param(known(told(LEVEL, "=300"), routes=ROUTED), "route", "0.2", id="one weight alone is none"),
    ],
)
def test_weights_are_looked_for_in_order(data: Knowledge, source: str, weight: str) -> None:
    """Printed, then a route, then implied; the source says which."""
    found = first(SHARE, data)
    assert found
    share = share_of("south", found, data)
    assert share
    assert (found.source.code, share.value) == (source, Decimal(weight))


def first(each: Indicator, data: Knowledge, when: Period = YEAR, weight: str | None = None) -> Weights | None:
    """The weights that count for the blend of north and south."""
    return next(weights_for(Asked(each, "merged", when, None), ("north", "south"), data, weight), None)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(known(), id="nothing at all"),
        pytest.param(known(told(SHARE, "10.0 20.0 15.0")), id="only what is blended itself implies one"),
        pytest.param(known(IMPLYING, told(GROWTH, "5.0 9.0 6.0", "2021-2025")), id="contradictory ones"),
    ],
)
def test_there_may_be_no_weights(data: Knowledge) -> None:
    """Then there are none: nothing is made up."""
    assert first(SHARE, data) is None


def test_a_weight_of_one_kind_never_serves_another() -> None:
    """Weights of output say nothing about weights of anything else."""
    assert first(SHARE, known(PRINTED, IMPLYING, routes=ROUTED), weight="growth") is None


def test_levels_of_the_base_year_weigh_growth_from_the_start() -> None:
    """100 growing 10 % and 100 that stays make 261.051 of 200: 5.47 % a year, not 4.29."""
    data = known(told(LEVEL, "=100 =100", "2020"), told(GROWTH, "=10 =0", "2021-2025"))
    found = merge(GROWTH, "merged", Period(2021, 2025), data).blended
    assert found
    assert round(found.value, 4) == Decimal("5.4725")


@pytest.mark.parametrize("year", ["2024", "2020", "2030"])
def test_a_weight_of_another_year_is_an_assumption(year: str) -> None:
    """Levels of 2024 weigh shares of 2025 only if the weights stood still, and the blend says so."""
    data = known(told(LEVEL, "=300 =100", year))
    data = Knowledge(data.catalogue, Clock(2030))
    found = first(SHARE, data)
    assert found
    assert (found.step, found.assumes[-1]) == (
        Step.ASSUMED,
        Reason("weights_of_year", (("year", year), ("period", "2025"))),
    )


def test_of_two_other_years_the_nearer_weighs() -> None:
    """And the later where both are as near."""
    data = known(told(LEVEL, "=300 =100", "2024"), told(LEVEL, "=100 =100", "2023"), told(LEVEL, "=100 =300", "2026"))
    found = first(SHARE, Knowledge(data.catalogue, Clock(2026)))
    assert found
    assert dict(found.assumes[-1].facts)["year"] == "2026"  # type: ignore[union-attr]  # a reason, not words


def test_a_route_weighs_years_that_are_near_its_own() -> None:
    """A weight of 2025 says nothing about 2010."""
    assert first(SHARE, known(routes=ROUTED), Period(2010, 2010)) is None


def test_an_average_and_a_total_imply_no_weight() -> None:
    """A merged total of the term is not held against averages of its parts."""
    total = told(GROWTH, "8.0 6.0 7.0", "2021-2025", Timing.TOTAL)[2:]
    data = known(told(GROWTH, "8.0 6.0", "2021-2025"), total)
    assert merge(GROWTH, "merged", Period(2021, 2025), data).implied is None


def test_a_fall_of_all_implies_no_weight() -> None:
    """-100 % has no factor to the base year: a reason, not 'inconsistent'."""
    data = known(told(GROWTH, "=-100 =0 =-10", "2021-2025"))
    assert merge(GROWTH, "merged", Period(2021, 2025), data).outcome is Outcome.NOT_COMPUTABLE


def test_bounds_that_touch_do_not_crash() -> None:
    """Below 3 % and at least 3 %: no weight follows, and there is a reason."""
    assert merge(SHARE, "merged", YEAR, known(told(SHARE, "<~3 ≥~3 3"))).implied is None


def test_the_share_of_a_rounded_weight_has_an_interval() -> None:
    """1 and 2 billion, rounded, make a third and two thirds at best roughly."""
    found = merge(SHARE, "merged", YEAR, known(told(LEVEL, "1 2"), told(SHARE, "50 60"))).constituents[0]
    assert found.weight_low != found.weight_high


def test_an_implied_weight_of_forty_digits_lies_in_its_interval() -> None:
    """A third between 0 and 1 implies a third."""
    found = evaluate(parse_term("weight(1 / 3, 0 / a[x, 2025], 1 / a[x, 2025])"), lambda _: number(1))
    assert found.interval.contains(found.value)
