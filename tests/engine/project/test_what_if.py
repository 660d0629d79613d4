"""What-if on the shipped plan: who follows from whom, by how much, and which settings cannot go together.

The expected figures are computed here from the printed ones, with mpmath and without tgkt:

    deflator   (361.6 / 202.925)^(1/5) / 1.105        what prices must do for both targets of the plan to hold
    GRDP       202.925 ((1 + g) deflator)^5           everything else is a ratio or a growth of it
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import amount, broken, catalogue
from hypothesis import given
from strategies import law, numbers

from tgkt.arithmetic.growth import NotComputableError
from tgkt.engine.project.goal_seek import solve
from tgkt.engine.project.typed import read_setting
from tgkt.engine.project.what_if import State, effects, own_reference
from tgkt.errors import DataError, UsageError
from tgkt.facts.formula import Reference
from tgkt.facts.period import Period
from tgkt.loading.catalogue import load
from tgkt.reason import Reason
from tgkt.results.project import Effect
from tgkt.series.series import Knowledge

from .entered import known, target

CIRCLE = Path(__file__).resolve().parents[2] / "examples" / "scenario_circle_of_links.yaml"
PLAN = "targets_2025_2030"
# 9 % a year instead of 10.5 %: before, after, and the verdicts before and after, for every target that moves.
NINE_PERCENT = {
    "grdp": ("361.600000", "337.714355", "met", "not_met"),
    "grdp_growth": ("10.500000", "9.000000", "met", "not_met"),
    "grdp_per_capita": ("195.914829", "182.973590", "not_met", "not_met"),
    "revenue_growth": ("12.814599", "11.283179", "exceeded", "exceeded"),
    "investment_to_grdp": ("54.552568", "57.004150", "not_met", "not_met"),
    "labour_productivity": ("437.772397", "408.855151", "exceeded", "not_met"),
}


def what_if(**settings: str) -> dict[str, Effect]:
    """What changes under settings written as a person writes them."""
    start = State(known(), {})
    chosen = dict(read_setting(amount(text), target(name), start, known()) for name, text in settings.items())
    found, _ = effects(known().catalogue.plans[PLAN].rows, known(), chosen)
    return {each.row.indicator.id: each for each in found}


def reckoned(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Every linked figure of the plan, reckoned from the printed ones without tgkt."""
    told = {key: mpmath.mpf(str(value)) for key, value in settings.items()}
    population, employed = told.get("population", mpmath.mpf("1845.7")), told.get("employed", mpmath.mpf(826))
    start, planned = mpmath.mpf("202.925"), mpmath.mpf("361.6")
    prices = mpmath.root(planned / start, 5) / mpmath.mpf("1.105")
    step = (1 + told.get("grdp_growth", mpmath.mpf("10.5")) / 100) * prices
    grdp = told.get("grdp", start * step**5)
    total = sum(start * mpmath.root(grdp / start, 5) ** year for year in range(1, 6))
    revenue = told.get("revenue_to_grdp", mpmath.mpf("12.5")) / 100 * grdp * 1000
    return {
        "grdp": grdp,
        "grdp_growth": told.get("grdp_growth", mpmath.mpf("10.5")),
        "grdp_per_capita": grdp / population * 1000,
        "labour_productivity": grdp / employed * 1000,
        "population_growth": (mpmath.root(population / (mpmath.mpf("1845.7") / mpmath.mpf("1.0152") ** 5), 5) - 1)
        * 100,
        "revenue_growth": (mpmath.root(revenue / 24735, 5) - 1) * 100,
        "investment_to_grdp": told.get("investment", mpmath.mpf("793.3")) / total * 100,
        **{key: told[key] for key in told},
    }


def test_nine_percent_growth_moves_these_targets_and_no_other() -> None:
    """Before and after to six decimals, and the verdicts, for every dependent target."""
    found = {
        name: (f"{each.before:.6f}", f"{each.after:.6f}", str(each.grade_before), str(each.grade_after))
        for name, each in what_if(grdp_growth="9").items()
    }
    assert found == NINE_PERCENT


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"grdp_growth": "9"}, id="slower growth"),
        pytest.param({"grdp_growth": "-3"}, id="a shrinking economy"),
        pytest.param({"grdp": "400"}, id="a level set against its link"),
        pytest.param({"population": "1900"}, id="more people"),
        pytest.param({"employed": "900"}, id="more workers"),
        pytest.param({"revenue_to_grdp": "15"}, id="a larger share of revenue"),
        pytest.param({"investment": "900"}, id="more investment"),
        pytest.param({"grdp_growth": "9", "population": "1900", "employed": "800"}, id="three at once"),
    ],
)
def test_effects_agree_with_a_reckoning_of_their_own(settings: dict[str, str]) -> None:
    """Each figure after is what mpmath makes of the printed figures; nothing that moves is left out."""
    found = what_if(**settings)
    with mpmath.workdps(50):
        before, after = reckoned({}), reckoned(settings)
        moved = {name for name in after if abs(after[name] - before.get(name, 0)) > mpmath.mpf("1e-20")}
        assert moved == set(found)
        for name in moved:
            expected = Decimal(mpmath.nstr(after[name], 30))
            assert abs((found[name].after or 0) - expected) <= Decimal("1e-18") * abs(expected)


@pytest.mark.parametrize(
    ("settings", "links"),
    [
        ({"population": "1900"}, ["per_head", "population_growth"]),
        ({"investment": "900"}, ["investment_ratio"]),
        ({"employed": "900"}, ["productivity"]),
        ({"forest_cover": "61"}, []),
    ],
    ids=["people", "investment", "workers", "forests"],
)
def test_the_links_that_carried_a_change_are_named(settings: dict[str, str], links: list[str]) -> None:
    """Only links between what was set and what moved are told, besides those that their terms need."""
    start = State(known(), {})
    chosen = dict(read_setting(amount(text), target(name), start, known()) for name, text in settings.items())
    _, used = effects(known().catalogue.plans[PLAN].rows, known(), chosen)
    needed = {"price_growth", "grdp_from_growth"}
    assert links == sorted({link.id for link in used} - needed)


@pytest.mark.parametrize(
    ("since", "is_across", "reason"),
    [
        pytest.param(2026, False, "break_between", id="between the base and the year computed"),
        pytest.param(2026, True, None, id="which is looked across"),
        pytest.param(2031, False, None, id="after the year computed"),
        pytest.param(2025, False, None, id="before the base"),
    ],
)
def test_a_link_does_not_continue_a_figure_across_a_break(since: int, reason: str | None, *, is_across: bool) -> None:
    """GRDP of 2030 grows from that of 2025 only where both are of one standard."""
    declared = broken(since, indicator="grdp")
    facts = replace(known().catalogue, breaks=(declared,))
    seen = Knowledge(facts, known().clock._replace(across_breaks=is_across))
    found = None
    try:
        State(seen, {}).value(Reference("grdp", "merged", Period(2030, 2030)))
    except NotComputableError as error:
        found = error.reason.code
    assert found == reason


def test_what_is_set_stands_as_set() -> None:
    """A figure set by hand is marked, nothing else is, and the plan's own stands before it."""
    assert {"grdp_growth"} == {name for name, each in what_if(grdp_growth="9").items() if each.is_set}
    one = what_if(forest_cover="58")["forest_cover"]
    assert (True, Decimal(60), Decimal(58)) == (one.is_set, one.before, one.after)
    assert (one.grade_before, one.grade_after) == ("met", "not_met")


@pytest.mark.parametrize(
    ("settings", "chain"),
    [
        pytest.param(
            {"grdp_per_capita": "220", "grdp_growth": "9"},
            "grdp_per_capita[merged, 2030] <- grdp[merged, 2030] <- grdp_growth[merged, 2026-2030]",
            id="over one figure between",
        ),
        pytest.param({"grdp": "350", "grdp_growth": "9"}, "grdp[merged, 2030] <- grdp_growth", id="directly"),
        pytest.param(
            {"population_growth": "1", "population": "1900"},
            "population_growth[merged, 2026-2030] <- population[merged, 2030]",
            id="a growth and its level",
        ),
    ],
)
def test_settings_that_contradict_each_other_are_refused(settings: dict[str, str], chain: str) -> None:
    """The message shows the chain from one to the other, in whichever order they are written."""
    for told in (settings, dict(reversed(settings.items()))):
        with pytest.raises(UsageError, match="so both cannot be set") as caught:
            what_if(**told)
        assert chain in str(caught.value)


@law
@given(numbers(1, 3000, places=2))
def test_more_growth_never_lowers_what_grows_with_it(growth: Decimal) -> None:
    """GRDP, GRDP a head, productivity and revenue rise with growth; the ratio of investment falls."""
    less, more = what_if(grdp_growth=f"{growth}"), what_if(grdp_growth=f"{growth + 1}")
    for name in ("grdp", "grdp_per_capita", "labour_productivity", "revenue_growth"):
        assert (less[name].after or 0) < (more[name].after or 0)
    assert (less["investment_to_grdp"].after or 0) > (more["investment_to_grdp"].after or 0)


def test_a_target_that_another_implies_does_not_contradict_it_by_a_rounded_start() -> None:
    """1,845.7 thousand people are 1.52 % a year as the plan itself says, whatever "nearly 1.8 million" stands for."""
    found = what_if(population="1845.7")["population_growth"]
    assert (f"{found.before:.12f}", f"{found.after:.12f}") == ("1.520000000000", "1.520000000000")


@pytest.mark.parametrize(("growth", "people"), [("1", "1798.91"), ("1.52", "1845.70"), ("2", "1889.75")])
def test_growth_that_is_set_moves_the_level_it_makes(growth: str, people: str) -> None:
    """A link is followed back where its own figure is set: population, and all that follows from it, moves."""
    found = what_if(population_growth=growth)
    assert f"{found['population'].after:.2f}" == people
    per_head = found["grdp_per_capita"].after
    assert per_head is not None
    assert float(per_head) == pytest.approx(float(reckoned({"population": people})["grdp_per_capita"]), rel=1e-5)


@law
@given(numbers(-90, 500, places=2))
def test_the_way_back_of_a_link_undoes_it(growth: Decimal) -> None:
    """The level that a growth makes, set itself, makes that growth."""
    level = what_if(population_growth=f"{growth}")["population"].after
    again = what_if(population=f"{level:f}")["population_growth"].after
    assert again is not None
    assert abs(again - growth) < Decimal("1e-15")


def test_a_growth_is_sought_through_the_level_it_makes() -> None:
    """200 million a head at the GRDP that the plan implies leaves room for 1.10 % more people a year."""
    found = solve(
        target("population_growth"),
        target("grdp_per_capita"),
        ">=",
        State(known(), {})
        .value(Reference("grdp_per_capita", "merged", Period(2030, 2030)))
        .exactly(Decimal(200_000_000)),
        known().catalogue.plans[PLAN].rows,
        known(),
    )
    assert found.value is not None
    assert (round(found.value, 4), found.holds_above) == (Decimal("1.1018"), False)


def test_setting_a_figure_to_what_it_is_changes_nothing() -> None:
    """10.5 % instead of 10.5 %: every figure and every verdict stays."""
    found = what_if(grdp_growth="10.5").values()
    assert [each for each in found if (each.before, each.grade_before) != (each.after, each.grade_after)] == []


def test_a_plan_meets_its_own_targets_before_anything_is_set() -> None:
    """A driver keeps its printed target, so its verdict before is met, for strict targets too."""
    assert what_if(trained_labour_share="76")["trained_labour_share"].grade_before == "met"


def test_a_figure_that_nobody_prints_is_told() -> None:
    """The reason names the figure."""
    nowhere = Reference("share", "merged", Period(2030, 2030))
    with pytest.raises(NotComputableError) as caught:
        State(Knowledge(catalogue()), {}).value(nowhere)
    assert caught.value.reason == Reason("not_printed", (("figure", "share[merged, 2030]"),))


def test_a_circle_of_links_is_told() -> None:
    """Apples from pears from apples: the reason names a figure of the circle."""
    circle = load([CIRCLE])
    apples = own_reference(target("apples", circle, "plan"))
    assert apples is not None
    with pytest.raises(NotComputableError) as caught:
        State(Knowledge(circle), {}).value(apples)
    assert caught.value.reason == Reason("circle", (("figure", "apples[whole, 2030]"),))


def test_a_goal_seek_over_a_circle_has_a_reason() -> None:
    """No answer, but a reason instead of an exception."""
    circle = load([CIRCLE])
    apples, plums = target("apples", circle, "plan"), target("plums", circle, "plan")
    _, wanted = read_setting(amount("40"), plums, State(Knowledge(circle), {}), Knowledge(circle))
    assert solve(apples, plums, ">=", wanted, circle.plans["plan"].rows, Knowledge(circle)).value is None


def test_two_links_for_one_figure_are_refused(tmp_path: Path) -> None:
    """Pears are twice the plums, or seven times: a file that says both says nothing."""
    text = CIRCLE.read_text(encoding="utf-8").replace("apples[whole, 2030] + plums", "plums[whole, 2030] + plums")
    again = '  again: {title: {vi: "a", en: "a"}, computes: "pears[whole, 2030]", formula: "plums[whole, 2030] * 7"}\n'
    (tmp_path / "links.yaml").write_text(text + again, encoding="utf-8")
    with pytest.raises(DataError):
        load([tmp_path / "links.yaml"])
