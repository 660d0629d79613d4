"""Links from the newest figure on: GRDP of 2026 observed counts in what GRDP of 2030 becomes.

Reckoned without tgkt from the printed figures: prices rise by (361.6 / 202.925)^(1/5) / 1.105 a year, and GRDP of 2030
is the newest GRDP times ((1 + growth) prices) to the power of the years left.
"""

from __future__ import annotations

from decimal import Decimal

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import amount

from tgkt.engine.project.goal_seek import solve
from tgkt.engine.project.rebase import from_newest
from tgkt.engine.project.typed import in_unit, read_setting
from tgkt.engine.project.what_if import State, effects
from tgkt.facts.catalogue import Link
from tgkt.facts.parsing import parse_term
from tgkt.results.project import Effect
from tgkt.series.series import Knowledge

from .entered import PLAN, known, target, with_results

Results = dict[tuple[str, int], str]
GRDP_2026: Results = {("grdp", 2026): "225"}
BOTH_2026: Results = GRDP_2026 | {("grdp_growth", 2026): "8"}


def what_if(knowledge: Knowledge, **settings: str) -> tuple[dict[str, Effect], list[Link]]:
    """What changes under settings, and the links that carry it."""
    start = State(knowledge, {})
    chosen = dict(read_setting(amount(text), target(name), start, knowledge) for name, text in settings.items())
    found, used = effects(knowledge.catalogue.plans[PLAN].rows, knowledge, chosen)
    return {each.row.indicator.id: each for each in found}, used


def reckoned(start: str, growth: str, years: int) -> Decimal:
    """GRDP after so many years at a growth in percent and the plan's own rise of prices."""
    with mpmath.workdps(50):
        prices = mpmath.root(mpmath.mpf("361.6") / mpmath.mpf("202.925"), 5) / mpmath.mpf("1.105")
        step = (1 + mpmath.mpf(growth) / 100) * prices
        return Decimal(mpmath.nstr(mpmath.mpf(start) * step**years, 30))


@pytest.mark.parametrize(
    ("results", "start", "years"),
    [
        pytest.param({}, "202.925", 5, id="nothing observed: five years from 2025"),
        pytest.param(GRDP_2026, "225", 4, id="GRDP of 2026: four years from there"),
        pytest.param(BOTH_2026, "225", 4, id="its growth too: four years at what is set"),
        pytest.param(GRDP_2026 | {("grdp", 2028): "270"}, "270", 2, id="GRDP of 2028: two years from the newest"),
        pytest.param(BOTH_2026 | {("grdp_growth", 2027): "7"}, "225", 0, id="growth of a year later than the level"),
    ],
)
def test_growth_set_holds_from_the_newest_level_on(results: Results, start: str, years: int) -> None:
    """9 % a year from now on leads from the newest level to 2030."""
    found, _ = what_if(with_results(results, 2028) if results else known(), grdp_growth="9")
    expected = reckoned(start, "9", years) if years else reckoned(str(reckoned("225", "7", 1)), "9", 3)
    after = found["grdp"].after
    assert after is not None
    assert abs(after - expected) < Decimal("1e-18") * expected


def test_before_is_what_the_targets_make_of_the_newest_figure() -> None:
    """Growth of 10.5 % from 225 on no longer makes 361.6; where 2026 had 8 % the rest of the term needs more."""
    found, _ = what_if(with_results(GRDP_2026), grdp_growth="9")
    assert f"{found['grdp'].before:.6f}" == f"{reckoned('225', '10.5', 4):.6f}"
    found, _ = what_if(with_results(BOTH_2026), grdp_growth="9")
    rest = (mpmath.mpf("1.105") ** 5 / mpmath.mpf("1.08")) ** (mpmath.mpf(1) / 4) * 100 - 100
    assert f"{found['grdp'].before:.6f}" == f"{reckoned('225', str(rest), 4):.6f}"


def test_what_follows_from_a_level_follows_from_the_newest_too() -> None:
    """GRDP a head is the new GRDP over the population."""
    found, _ = what_if(with_results(GRDP_2026), grdp_growth="9")
    assert f"{found['grdp_per_capita'].after:.6f}" == f"{reckoned('225', '9', 4) / Decimal('1.8457'):.6f}"


def test_the_link_is_shown_as_it_was_followed() -> None:
    """A reader sees from which figure, and over which years."""
    _, used = what_if(with_results(GRDP_2026), grdp_growth="9")
    growth, prices = "grdp_growth[merged, 2027-2030]", "grdp_deflator[merged, 2027-2030]"
    expected = f"grdp[merged, 2026] * compound({growth}, 4) * compound({prices}, 4)"
    assert expected == {each.id: each.text for each in used}["grdp_from_growth"]


@pytest.mark.parametrize(
    "formula",
    [
        pytest.param("grdp[merged, 2025] * 1.6", id="a factor that is not a rate"),
        pytest.param("grdp[merged, 2025] + grdp_growth[merged, 2026-2030]", id="no product"),
        pytest.param("grdp[merged, 2025] * compound(grdp_growth[merged, 2026-2030], 4)", id="another number of years"),
        pytest.param("grdp[merged, 2025] * compound(grdp_growth[merged, 2021-2025], 5)", id="rates of another term"),
        pytest.param("grdp.baseline[merged, 2025] * compound(grdp_growth[merged, 2026-2030], 5)", id="a named part"),
        pytest.param("grdp[thai_nguyen, 2025] * compound(grdp_growth[merged, 2026-2030], 5)", id="another area"),
        pytest.param("population[merged, 2025] * compound(grdp_growth[merged, 2026-2030], 5)", id="another indicator"),
    ],
)
def test_a_link_of_another_shape_stands_as_declared(formula: str) -> None:
    """Only a level along yearly rates can be followed from another year."""
    declared = next(each for each in known().catalogue.links if each.id == "grdp_from_growth")
    link = declared._replace(formula=parse_term(formula), text=formula)
    assert from_newest(link, with_results(GRDP_2026)) == (link, {})


@pytest.mark.parametrize("results", [{}, {("grdp", 2030): "350"}, {("population", 2026): "1810"}])
def test_without_a_newer_figure_before_the_target_a_link_stands_as_declared(results: Results) -> None:
    """Neither a figure of the target's own year nor one of another indicator moves the start."""
    declared = next(each for each in known().catalogue.links if each.id == "grdp_from_growth")
    assert from_newest(declared, with_results(results, 2030)) == (declared, {})


@pytest.mark.parametrize("results", [{}, GRDP_2026, BOTH_2026])
def test_a_goal_sought_is_met_by_what_one_then_sets(results: Results) -> None:
    """The answer typed into --set makes the goal, whatever has been observed."""
    facts = with_results(results, 2026)
    wanted = in_unit(amount("380"), target("grdp"))
    found = solve(target("grdp_growth"), target("grdp"), ">=", wanted, facts.catalogue.plans[PLAN].rows, facts)
    assert found.value is not None
    after = what_if(facts, grdp_growth=f"{found.value:.28f}")[0]["grdp"].after
    assert after is not None
    assert abs(after - 380) < Decimal("1e-18")
