"""Merged figures: every printed one recomputed, and laws of merging over areas of any depth.

The table below was checked by hand against the sources (the political report with its footnotes, the appendix,
the self-review): the parts of each line are printed there, and so is the merged figure.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from builders import HERE, catalogue, figure_of, indicator, statement
from hypothesis import given
from hypothesis import strategies as st
from shipped import shipped as catalogue_shipped
from strategies import law, numbers, positive

from tgkt.engine.blend.merged import Given, merge, mergeable
from tgkt.facts.catalogue import Area
from tgkt.facts.indicator import Aggregation, Blend, Indicator, Kind, Words
from tgkt.facts.period import Period, parse_period
from tgkt.facts.statement import Statement, Timing
from tgkt.facts.units import parse_unit
from tgkt.results.blend import Merge
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge

AGREES = """
industrial_clusters_planned 2025 41 + 27 = 68
ocop_products 2025 330 + 245 = 575
ocop_five_star 2025 6 + 4 = 10
communes 2025 121 + 95 = 216
new_rural_communes 2025 115 + 29 = 144
advanced_new_rural_commune_share 2025 43.5 + 13.8 = 37.5
model_new_rural_commune_share 2025 10.4 + none = 8.3
new_rural_cities 2025 3 + 1 = 4
transport_capital 2021-2025 9172 + 5770 = 14942
transport_projects 2021-2025 26 + 12 = 38
transport_projects_completed 2021-2025 17 + 12 = 29
schools 2025 673 + 279 = 952
national_standard_schools 2025 606 + 152 = 758
national_prizes_first 2020-2025 7 + 1 = 8
national_prizes_second 2020-2025 64 + 1 = 65
national_prizes_third 2020-2025 106 + 24 = 130
national_prizes_consolation 2020-2025 142 + 43 = 185
ethnic_boarding_schools 2025 6 + 7 = 13
ethnic_boarding_students 2025 2460 + 2042 = 4502
private_medical_facilities 2025 636 + 155 = 791
private_pharmacies 2025 1457 + 264 = 1721
health_standard_commune_share 2025 100 + 100 = 100
advanced_new_rural_communes 2025 50 + 4 = 54
model_new_rural_communes 2025 12 + 0 = 12
grdp_share_agriculture 2025 9.5 + 26.3 = 11.2
grdp_growth 2021-2025 7.35 + 6.6 = 7.3
grdp_per_capita 2025 132 + 62.8 = 119
investment 2021-2025 340 + 34 = 374
trained_labour_share 2025 76.5 + 55 = 71
certified_labour_share 2025 36.8 + 34 = 36.2
national_standard_school_share 2025 90.4 + 54.48 = 79.62
new_rural_commune_share 2025 95.04 + 30.5 = 66.7
"""
DOES_NOT_FOLLOW = """
industrial_clusters_established 2025 17 + 11 = 40: 28 are twelve short; the self-review calls Bắc Kạn's eleven parks
industrial_clusters_established_area 2025 861.44 + 358.41 = 1590: 1,219.85 ha are 370 short, as the clusters are
"""
NEEDS_AN_ASSUMPTION = """
industry_output_growth 2021-2025 8 + 10.4 = 8: no document prints the industrial output of an old province
agriculture_output_growth 2021-2025 3.8 + 4.5 = 3.9: none prints the agricultural output of either
poverty_reduction 2021-2025 1.15 + 2.47 = 1.41: none prints the households of either
urban_solid_waste_treated_share 2025 85 + 92.8 = 86.2: none prints the urban population of either
"""
NOT_COMPUTABLE = """
industrial_parks_planned 2025 11 + none = 19: the self-review speaks of parks in old Thái Nguyên only
it_parks_planned 2025 1 + none = 1: likewise
industrial_parks_planned_area 2025 4245 + none = 6402: likewise
industrial_parks_established 2025 6 + none = 12: likewise
industrial_parks_operating 2025 5 + none = 6: likewise
industrial_clusters_planned_area 2025 2067 + none = 2743.47: it prints no area for Bắc Kạn's 27 planned clusters
new_rural_standard_districts 2025 4 + none = 4: footnote 17 names districts of old Thái Nguyên only
new_rural_advanced_districts 2025 2 + none = 2: likewise
revenue 2025 none + 1135 = 24735: old Thái Nguyên's revenue of 2025 is not printed
revenue 2020 15608 + none = 16440: Bắc Kạn's revenue of 2020 is not printed, and old Thái Nguyên's as a bound
new_cooperatives 2021-2025 none + 150 = 451: old Thái Nguyên's are not printed
retail_sales_growth 2021-2025 none + 15.0 = 17.7: old Thái Nguyên's is not printed
retail_sales 2025 none + 11200 = 104.45: likewise; the merged figure is in thousands of billions
doctors_per_10000 2025 none + 17.0 = 17.2: old Thái Nguyên's are not printed
transport_capital_to_plan 2021-2025 40.89 + 40 = 40.89: bounds, and nothing prints the plans that weigh
urban_unemployment 2025 3 + 2 = 3: bounds, and nothing prints the urban labour force
forest_cover 2025 46 + 72.9 = 61.6: a bound, and nothing prints the area of either
"""
TABLE = {
    Outcome.CONSISTENT: AGREES,
    Outcome.INCONSISTENT: DOES_NOT_FOLLOW,
    Outcome.NEEDS_ASSUMPTION: NEEDS_AN_ASSUMPTION,
    Outcome.NOT_COMPUTABLE: NOT_COMPUTABLE,
}


LAST = Decimal("1e-20")  # of the digits carried
NAMES = [" ".join(each.split()[:2]) for text in TABLE.values() for each in text.split("\n")[1:-1]]


@cache
def shipped() -> Knowledge:
    return Knowledge(catalogue_shipped())


@cache
def everything() -> tuple[Merge, ...]:
    known = shipped()
    found = (merge(each, area, period, known) for each, area, period in mergeable(known))
    return tuple(each for each in found if each.printed is not None)


def line(found: Merge) -> str:
    parts = " + ".join(printed(each.statement) for each in found.constituents)
    return f"{found.indicator.id} {found.period} {parts} = {printed(found.printed)}"


def printed(told: Statement | None) -> str:
    return str(told.figure.value) if told and told.figure else "none"


@pytest.mark.parametrize("outcome", TABLE)
def test_every_printed_merged_figure_is_where_it_belongs(outcome: Outcome) -> None:
    """Reproduced, not following, following under an assumption, or not computable: each with the figures printed."""
    told = [each.split(": ")[0] for each in TABLE[outcome].split("\n")[1:-1]]
    assert sorted(told) == sorted(line(m) for m in everything() if m.outcome is outcome)


@pytest.mark.parametrize("name", NAMES)
def test_a_merged_figure_shows_its_work(name: str) -> None:
    """Contributions add up to the value, the value lies in its interval, and what has no answer has a reason."""
    found = next(each for each in everything() if f"{each.indicator.id} {each.period}" == name)
    if found.blended is None:
        assert found.reason is not None
        return
    assert found.blended.low - LAST <= found.blended.value <= found.blended.high + LAST
    added = sum((each.contribution or Decimal(0) for each in found.constituents), Decimal(0))
    assert abs(added - found.blended.value) < LAST
    assert found.reason is None
    assert found.missing == ()


def test_the_growth_of_the_merged_province_follows_from_its_parts() -> None:
    """7.35 % and 6.6 % make the printed 7.3 %/year with GRDP weights from revenue and its ratio to GRDP."""
    found = next(each for each in everything() if each.indicator.id == "grdp_growth")
    assert found.blended
    assert round(found.blended.value, 1) == Decimal(printed(found.printed)) == Decimal("7.3")
    assert Decimal("7.25") < found.blended.low < found.blended.high < Decimal("7.35")
    assert found.outcome is Outcome.CONSISTENT
    assert (found.missing, found.weight) == ((), "grdp")
    assert found.first_order
    assert found.blended.value < found.first_order.value < found.blended.value + Decimal("0.002")
    assert [each.route.id for each in found.routes if each.taken] == ["revenue_and_its_ratio"]


BILLION, YEARLY = parse_unit("tỷ đồng"), parse_unit("%/năm")
LEVEL = indicator(id="output", unit=BILLION, kind=Kind.LEVEL, blend=Blend(Aggregation.SUM), floor=Decimal(0))
SHARE = indicator(blend=Blend(Aggregation.WEIGHTED, weight="output"), floor=Decimal(0), ceiling=Decimal(100))
GROWTH = indicator(id="growth", unit=YEARLY, kind=Kind.GROWTH, blend=Blend(Aggregation.GROWTH, level="output"))


def told(each: Indicator, area: str, text: str, when: str = "2025") -> Statement:
    """A figure as a document prints it; a term's figure is an average. `=` before it makes it exact."""
    period = parse_period(when)
    timing = Timing.IN_YEAR if period.is_year else Timing.AVERAGE
    figure = figure_of(text.removeprefix("="), exact=text.startswith("="))
    return statement(figure, indicator=each.id, area=area, period=period, timing=timing, unit=each.unit)


def known(*statements: Statement) -> Knowledge:
    """Merged from north and south; north itself was merged from two valleys."""
    flat = catalogue(*statements, indicators=[LEVEL, SHARE, GROWTH])
    valleys = {name: Area(name, Words(name, name), (), HERE) for name in ("valley", "dale")}
    north = flat.areas["north"]._replace(constituents=tuple(valleys))
    return Knowledge(replace(flat, areas={**flat.areas, "north": north, **valleys}))


def value(each: Indicator, statements: list[Statement], when: str = "2025", area: str = "merged") -> Decimal:
    found = merge(each, area, parse_period(when), known(*statements)).blended
    assert found
    return found.value


THREE = ("valley", "dale", "south")
few = st.tuples(positive, positive, positive)


@law
@given(few)
def test_a_nested_sum_is_the_sum_of_all(levels: tuple[Decimal, ...]) -> None:
    """What no document prints for the north is summed from its valleys."""
    assert value(LEVEL, [told(LEVEL, a, f"={v:f}") for a, v in zip(THREE, levels, strict=True)]) == sum(levels)


@law
@given(few, few.map(lambda each: [v % 100 for v in each]))
def test_a_nested_mean_is_the_mean_of_all(weights: tuple[Decimal, ...], shares: list[Decimal]) -> None:
    """Weights are summed on the way up, so that the mean is that of all three."""
    statements = [told(LEVEL, a, f"={v:f}") for a, v in zip(THREE, weights, strict=True)]
    statements += [told(SHARE, a, f"={v:f}") for a, v in zip(THREE, shares, strict=True)]
    flat = sum((w * s for w, s in zip(weights, shares, strict=True)), Decimal(0)) / sum(weights)
    assert abs(value(SHARE, statements) - flat) < Decimal("1e-18")


@law
@given(few, st.tuples(*[numbers(-40, 90, places=1)] * 3))
def test_nested_growth_is_the_growth_of_all(levels: tuple[Decimal, ...], rates: tuple[Decimal, ...]) -> None:
    """The levels of all three at the end over those at the start, taken back each with its own growth."""
    statements = [told(LEVEL, a, f"={v:f}") for a, v in zip(THREE, levels, strict=True)]
    statements += [told(GROWTH, a, f"={v:f}", "2021-2025") for a, v in zip(THREE, rates, strict=True)]
    start = sum((v / (1 + r / 100) ** 5 for v, r in zip(levels, rates, strict=True)), Decimal(0))
    found = value(GROWTH, statements, "2021-2025")
    assert abs((1 + found / 100) ** 5 * start / sum(levels) - 1) < Decimal("1e-18")


def test_one_part_missing_leaves_a_bound_and_its_name() -> None:
    """The sum of what there is is the least that it can be; the printed figure may be more."""
    statements = [told(LEVEL, "south", "=5"), told(LEVEL, "merged", "=15")]
    found = merge(LEVEL, "merged", Period(2025, 2025), known(*statements))
    assert (found.blended, found.missing, found.outcome) == (None, ("valley", "dale"), Outcome.NOT_COMPUTABLE)
    assert found.bound
    assert (found.bound.low, found.bound.high) == (Decimal(5), Decimal("Infinity"))
    assert found.reason
    assert [each.contribution for each in found.constituents] == [None, None, None]


def test_a_printed_sum_below_what_a_part_has_does_not_follow() -> None:
    """Whatever the missing part has: 4 of a whole of which 5 lie in the south."""
    statements = [told(LEVEL, "south", "=5"), told(LEVEL, "merged", "=4")]
    assert merge(LEVEL, "merged", Period(2025, 2025), known(*statements)).outcome is Outcome.INCONSISTENT


def test_nothing_printed_is_no_outcome() -> None:
    """Where no document prints the merged figure there is nothing to agree with."""
    statements = [told(LEVEL, "north", "=10"), told(LEVEL, "south", "=5")]
    found = merge(LEVEL, "merged", Period(2025, 2025), known(*statements))
    assert (found.blended and found.blended.value, found.outcome) == (Decimal(15), None)


def test_a_merged_figure_outside_its_parts_does_not_follow() -> None:
    """Without any weights: no mean of 10 and 20 is 30."""
    statements = [told(SHARE, "north", "10.0"), told(SHARE, "south", "20.0"), told(SHARE, "merged", "30.0")]
    assert merge(SHARE, "merged", Period(2025, 2025), known(*statements)).outcome is Outcome.INCONSISTENT


def test_what_is_missing_deep_down_is_named() -> None:
    """A valley without a figure leaves the north, and so the whole, incomplete."""
    statements = [told(LEVEL, "valley", "=10"), told(LEVEL, "south", "=5"), told(LEVEL, "merged", "=15")]
    found = merge(LEVEL, "merged", Period(2025, 2025), known(*statements))
    assert (found.missing, found.outcome) == (("dale",), Outcome.NOT_COMPUTABLE)


def test_a_value_lies_in_its_own_interval() -> None:
    """To the last of the forty digits."""
    outside = [
        m.indicator.id for m in everything() if m.blended and not m.blended.low <= m.blended.value <= m.blended.high
    ]
    assert outside == []


def test_given_weights_are_of_the_parts_that_were_merged() -> None:
    """North and south weigh half each, whatever the north itself was merged from."""
    statements = [told(LEVEL, area, "=1") for area in ("valley", "dale")]
    statements += [told(SHARE, area, f"={value}") for area, value in (("valley", 10), ("dale", 30), ("south", 40))]
    halves = Given(by_area={"north": Decimal(1), "south": Decimal(1)})
    found = merge(SHARE, "merged", Period(2025, 2025), known(*statements), halves)
    assert [each.area for each in found.constituents] == ["north", "south"]
    assert found.blended
    assert found.blended.value == Decimal(30)


def test_a_part_of_which_only_bounds_are_known_makes_no_value() -> None:
    """The valleys print shares and nobody what they weigh: the north lies between them, and so the whole does."""
    statements = [told(LEVEL, "north", "=1"), told(LEVEL, "south", "=3")]
    statements += [told(SHARE, area, f"={value}") for area, value in (("valley", 10), ("dale", 30), ("south", 40))]
    found = merge(SHARE, "merged", Period(2025, 2025), known(*statements))
    assert [each.area for each in found.constituents] == ["north", "south"]
    assert (found.blended, found.reason and found.reason.code) == (None, "bounds_only")
    assert found.bound
    assert (found.bound.low, found.bound.high) == (Decimal(10), Decimal(40))
