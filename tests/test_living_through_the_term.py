"""The plan lives: what each command says once results of its years come in.

Each test tells a short story in the words of `tests/later.py` and looks at the rows that scripts see.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from later import knowledge, outlook, row_of, status, with_figures
from mpmath import mp, mpf  # type: ignore[import-untyped]  # it ships no types
from shipped import TONGUES, shipped

from tgkt.engine.check.rules.floors import floors
from tgkt.engine.project.choice import LAST_TERM, Choice
from tgkt.engine.status.rows import assess
from tgkt.engine.status.tally import tally
from tgkt.report.status.rows import status_row
from tgkt.series.series import Knowledge, newest_year

GROWTH = ("9.0", "10.0", "11.0", "11.5", "11.8")


def yearly(indicator: str, values: tuple[str, ...], first: int = 2026) -> list[str]:
    """A line for each year."""
    return [f"{indicator} {year} = {value}" for year, value in enumerate(values, first)]


def only(row: dict[str, Any], *names: str) -> dict[str, Any]:
    """Some fields of a row, numbers as texts of their rounded value."""
    found = {name: row[name] for name in names}
    return {name: f"{value:.4g}" if isinstance(value, Decimal) else value for name, value in found.items()}


# ---- A target without a baseline


def test_a_figure_that_meets_a_target_without_a_baseline_counts() -> None:
    """HDI of 0.762 in 2026 meets "at least 0.75", although nobody printed one for 2025."""
    row = status("13", "hdi 2026 = 0.762")
    expected = {"standing": "already_met", "current": "0.762", "current_period": "2026", "baseline": None}
    assert expected == only(row, *expected)


def test_without_a_baseline_only_the_pace_is_empty() -> None:
    """Of HDI project knows figure and gap; only what needs a start is blank."""
    row = outlook("13", "hdi 2026 = 0.762")
    assert only(row, "current", "gap", "year_reached") == {"current": "0.762", "gap": "-0.012", "year_reached": 2026}
    assert (row["pace"], row["stretch"], row["baseline"]) == (None, None, None)


def test_the_first_figure_becomes_the_start() -> None:
    """HDI of 0.74 is open, as there is no start; the next year is held against the way from it."""
    first, second = status("13", "hdi 2026 = 0.74"), status("13", "hdi 2026 = 0.740", "hdi 2027 = 0.741")
    assert (first["standing"], first["standing_reason"]) == ("open", "no_start")
    assert only(second, "standing", "required_now") == {"standing": "behind", "required_now": "0.7425"}


def test_an_observation_of_the_base_year_becomes_the_baseline() -> None:
    """Income of 65 million a year in 2025 is 5.42 a month, the unit of the row."""
    row = status("23.2", "income_per_capita 2025 = 65 in triệu đồng/người/năm")
    assert only(row, "baseline", "baseline_unit", "baseline_how") == {
        "baseline": "5.417",
        "baseline_unit": "triệu đồng/người/tháng",
        "baseline_how": "printed",
    }


# ---- Breaks

SHARE = "new_rural_commune_share"


@pytest.mark.parametrize(
    ("code", "start", "target"),
    [("25", "66.7", "95"), ("22", "1.41", None)],
    ids=[
        "66.7 % of 216 communes and 95 % of the new ones",
        "1.41 points by a former standard and 1 - 1.5 by a new one",
    ],
)
def test_figures_of_two_standards_are_shown_and_not_compared(code: str, start: str, target: str | None) -> None:
    """Both figures, the break by name, and neither a gap nor a need."""
    row, ahead = status(code), outlook(code)
    names = ("baseline", "target", "gap", "needed")
    for found in (row, ahead):
        assert [str(found[name]) for name in names] == [start, str(target), "None", "None"]
    assert (row["standing"], row["standing_reason"], row["share_of_path"]) == ("open", "break", None)
    assert (ahead["reason"], ahead["year_reached"], ahead["projected"]) == ("break", None, None)
    (name,) = row["breaks"]
    assert ahead["breaks"] == [name]
    assert row["standing_why"].startswith(f"break in 2026 ({name}): {start} of ")


def test_across_breaks_they_are_compared() -> None:
    """As whoever asks for it wants: 28.3 points to go, 5.66 a year; and 1.41 was inside before the term."""
    row = status("25", across_breaks=True)
    assert only(row, "gap", "needed", "breaks") == {"gap": "28.3", "needed": "5.66", "breaks": ["new_rural_units"]}
    assert status("22", across_breaks=True)["standing_reason"] == "inside_before"


def test_figures_by_the_new_standard_make_a_way_of_their_own() -> None:
    """40 % of the new communes in 2026 is a start, not a fall from 66.7; 60 in 2028 is behind 67.5 on the way to 95."""
    first, second = status("25", f"{SHARE} 2026 = 40.0"), status("25", f"{SHARE} 2026 = 40.0", f"{SHARE} 2028 = 60.0")
    assert only(first, "standing", "current", "gap") == {"standing": "open", "current": "40.0", "gap": "55.0"}
    assert only(second, "standing", "required_now", "baseline") == {
        "standing": "behind",
        "required_now": "67.5",
        "baseline": "66.7",
    }


def test_trend_and_pace_do_not_reach_across_a_break() -> None:
    """One figure by the new standard has moved nowhere; two have, from 40 to 60 in two years."""
    first, second = outlook("25", f"{SHARE} 2026 = 40.0"), outlook("25", f"{SHARE} 2026 = 40.0", f"{SHARE} 2028 = 60.0")
    assert (first["trend"], first["pace"], first["pace_reason"]) == (None, None, "break")
    assert only(second, "trend", "pace", "pace_span") == {"trend": "better", "pace": "10.0", "pace_span": "2026-2028"}
    across = outlook("25", f"{SHARE} 2026 = 40.0", across_breaks=True)
    assert across["trend"] == "worse"


def test_years_on_the_other_side_are_shown_without_a_gap() -> None:
    """In the table of years 66.7 stands beside nothing."""
    years = {each["year"]: each for each in outlook("25", f"{SHARE} 2026 = 40.0")["years"]}
    assert [only(years[year], "observed", "gap") for year in (2025, 2026)] == [
        {"observed": "66.7", "gap": None},
        {"observed": "40.0", "gap": "55.0"},
    ]


def test_a_target_of_a_former_standard_is_no_floor() -> None:
    """The audit does not say that 1 - 1.5 is met already by 1.41: they measure different things."""
    told = {each.id: each for each in floors(knowledge())}
    across = {each.id for each in floors(knowledge(across_breaks=True))}
    assert across - set(told) == {"floor.poverty_reduction.merged"}


# ---- Terms from their years


def test_five_years_of_growth_give_the_term() -> None:
    """9.0, 10.0, 11.0, 11.5 and 11.8 % are 10.66 % a year: the geometric mean, computed a second way."""
    row = status("2", *yearly("grdp_growth", GROWTH))
    mp.dps = 30
    product = mpf(1)
    for value in GROWTH:
        product *= 1 + mpf(value) / 100
    mean = (product ** (mpf(1) / 5) - 1) * 100
    assert row["verdict"] == "exceeded"
    assert (row["certain"], row["result_how"]) == (True, "own")
    assert abs(Decimal(str(mean)) - row["result"]) < Decimal("1e-9")
    assert row["result_low"] < row["result"] < row["result_high"]


def test_two_years_of_growth_give_the_average_so_far_and_what_the_rest_must_average() -> None:
    """After 9 and 10 % the average is 9.499 %, and the three years left need 11.17 %."""
    row = status("2", *yearly("grdp_growth", GROWTH[:2]))
    expected = {"standing": "behind", "current": "9.499", "current_period": "2026-2027", "needed": "11.17"}
    assert expected == only(row, *expected)


def test_a_total_is_held_against_a_smooth_way() -> None:
    """374 over 2021-2025 means 89.5 in 2025; 793.3 then asks for 235 after two years, not for 317."""
    row = status("6", *yearly("investment", ("105", "125")))
    assert only(row, "current", "required_now", "standing") == {
        "current": "230",
        "required_now": "235.4",
        "standing": "behind",
    }
    assert row["share_of_path"] > Decimal("0.95")


def test_the_flow_of_the_base_year_follows_from_the_last_term() -> None:
    """The same by hand: five flows that grow by 1.6^(1/5) add up to 374, five more by h to 793.3."""
    mp.dps = 30
    growth = mpf("1.6") ** (mpf(1) / 5)
    flow = 374 / sum(growth**-k for k in range(5))
    step = mp.findroot(lambda h: sum(flow * h**k for k in range(1, 6)) - mpf("793.3"), 1.2)
    needed = flow * step + flow * step**2
    row = status("6", *yearly("investment", ("105", "125")))
    assert abs(needed - mpf(str(row["required_now"]))) < mpf("1e-6")


def test_years_sum_to_the_total() -> None:
    """Five years of investment against 793.3."""
    row = status("6", *yearly("investment", ("120", "140", "160", "180", "200")))
    assert only(row, "verdict", "result", "result_how") == {
        "verdict": "exceeded",
        "result": "800",
        "result_how": "own",
    }


def test_a_slow_year_of_poverty_reduction_is_behind() -> None:
    """0.8 points in 2026 against an average of 1 to 1.5: behind, whatever the last term's pace was."""
    assert status("22", "poverty_reduction 2026 = 0.8")["standing"] == "behind"


def test_a_year_that_misses_a_yearly_target_is_named() -> None:
    """91, 92 and 89 against "more than 90 every year": missed in 2028."""
    row = status("26.1", *yearly("cultured_family_share", ("91", "92", "89")))
    assert only(row, "standing", "missed_in") == {"standing": "already_missed", "missed_in": 2028}


def test_more_deaths_are_no_reduction() -> None:
    """A "reduction" of -3 % is a rise, so a cut of 5 % every year is missed."""
    assert status("34.3", "traffic_deaths_reduction 2026 = -3")["standing"] == "already_missed"


def test_a_multiple_is_graded_from_its_levels() -> None:
    """1.5 times the income of 2025 is reached with 8.2 after 5.4, and not with 8.0."""
    base = "income_per_capita 2025 = 5.40"
    grades = [status("23.1", base, f"income_per_capita 2030 = {end}")["verdict"] for end in ("8.20", "8.00")]
    assert grades == ["exceeded", "not_met"]


def test_an_ambiguous_term_rests_on_its_reading() -> None:
    """Poverty reduction of 1.2, 1.2, 1.2, 1.2 and 0.9 averages enough, but not in every year."""
    row = status("22", *yearly("poverty_reduction", ("1.2", "1.2", "1.2", "1.2", "0.9")))
    assert (row["verdict"], row["certain"], "reading" in row["rests_on"]) == ("met", False, True)


# ---- Which of several figures counts


@pytest.mark.parametrize("turn", [1, -1], ids=["estimate first", "official first"])
def test_the_official_figure_counts_in_whichever_order_they_stand(turn: int) -> None:
    """Of an estimate and an official figure for one year the official counts."""
    lines = ["hdi 2026 = 0.74 estimated by gov 2026-12", "hdi 2026 = 0.762 official by stat 2027-06"]
    row = status("13", *lines[::turn])
    assert only(row, "current", "standing", "current_status") == {
        "current": "0.762",
        "standing": "already_met",
        "current_status": "official",
    }


@pytest.mark.parametrize("turn", [1, -1], ids=["one way round", "the other way round"])
def test_of_one_status_the_issuer_then_the_date_decides(turn: int) -> None:
    """The statistics office before the government; of one office the later release."""
    by_issuer = ["hdi 2026 = 0.74 official by gov 2027-09", "hdi 2026 = 0.755 official by stat 2027-03"]
    by_date = ["hdi 2026 = 0.74 official by stat 2027-03", "hdi 2026 = 0.755 official by stat 2027-09"]
    found = [status("13", *lines[::turn])["current"] for lines in (by_issuer, by_date)]
    assert found == [Decimal("0.755")] * 2


def test_a_tie_is_disputed_and_not_certain() -> None:
    """Two figures of one status, issuer and date that cannot both be true."""
    row = status("13", "hdi 2026 = 0.76 official by stat 2027-03", "hdi 2026 = 0.78 official by stat 2027-03")
    assert (row["standing_certain"], "dispute" in row["standing_rests_on"]) == (False, True)


def test_a_later_official_baseline_replaces_the_plans_own() -> None:
    """GRDP per head of 114.1 in 2025 asks for 14.03 % a year; the plan's 119 is still shown and asks for 13.08 %."""
    line = "grdp_per_capita 2025 = 114.1 official by stat 2026-05"
    later, plan = status("3", line), status("3", line, plan_baseline=True)
    names = ("baseline", "baseline_how", "baseline_plan", "needed")
    assert only(later, *names) == {
        "baseline": "114.1",
        "baseline_how": "later",
        "baseline_plan": "119",
        "needed": "14.03",
    }
    assert only(plan, *names) == {
        "baseline": "119",
        "baseline_how": "printed",
        "baseline_plan": None,
        "needed": "13.08",
    }


def test_an_estimate_does_not_replace_the_plans_own_baseline() -> None:
    """Another estimate of the base year changes nothing."""
    row = status("3", "grdp_per_capita 2025 = 114.1 estimated by press 2025-11")
    assert only(row, "baseline", "baseline_how") == {"baseline": "119", "baseline_how": "printed"}


# ---- Forecasts and clocks


def test_a_forecast_changes_nothing() -> None:
    """A population of 2030 printed in 2026 changes no standing, no baseline and not the year that is looked at."""
    lines = ("population 2030 = 1850 estimated by gov 2026-05",)
    assert newest_year(with_figures(*lines)) == newest_year(shipped())
    before = [status_row(each, TONGUES) for each in assess(shipped().plans["targets_2025_2030"], Knowledge(shipped()))]
    known = knowledge(*lines)
    assert before == [status_row(each, TONGUES) for each in assess(known.catalogue.plans["targets_2025_2030"], known)]


def test_what_was_known_by_a_date() -> None:
    """Before the statistics office published there was only the government's figure."""
    lines = ["hdi 2026 = 0.74 estimated by gov 2026-12", "hdi 2026 = 0.762 official by stat 2027-06"]
    assert status("13", *lines, known_by="2027-04-01")["current"] == Decimal("0.74")


def test_a_deadline_without_a_figure_shows_the_newest() -> None:
    """In 2031 population has no figure of 2030: no result, and the one of 2028 is still shown."""
    row = status("11.1", "population 2028 = 1820", as_of=2031)
    assert only(row, "verdict", "reason", "current", "standing") == {
        "verdict": "not_assessable",
        "reason": "no_result",
        "current": "1820",
        "standing": None,
    }


@pytest.mark.parametrize("as_of", [2025, 2027, 2030, 2031])
def test_every_row_is_in_one_column_of_the_scoreboard(as_of: int) -> None:
    """Verdicts and standings add up to the rows, whichever deadlines have passed."""
    known = knowledge("hdi 2026 = 0.762", *yearly("grdp_growth", GROWTH), as_of=as_of)
    for plan in known.catalogue.plans.values():
        for count in tally(assess(plan, known)):
            for total, *columns in (count.targets, count.parts):
                assert sum(columns) == total


def test_a_figure_for_one_row_changes_no_other_rows_standing() -> None:
    """HDI says nothing of the other rows."""
    plan = "targets_2025_2030"
    before = {
        each.row.code: each.standing and each.standing.kind
        for each in assess(shipped().plans[plan], Knowledge(shipped()))
    }
    known = knowledge("hdi 2026 = 0.762")
    after = {each.row.code: each.standing and each.standing.kind for each in assess(known.catalogue.plans[plan], known)}
    assert {code for code in before if before[code] != after[code]} == {"13"}


# ---- Projections


def test_the_observed_pace_is_the_default_once_two_figures_follow_the_base() -> None:
    """GRDP of 226 and 252 continues at 11.44 % a year; before that it is the last term's 9.86 %."""
    one, two = outlook("1.1", "grdp 2026 = 226.0"), outlook("1.1", "grdp 2026 = 226.0", "grdp 2027 = 252.0")
    assert only(one, "pace_from", "pace", "pace_span") == {
        "pace_from": "last_term",
        "pace": "9.856",
        "pace_span": "2020-2025",
    }
    assert only(two, "pace_from", "pace", "pace_span") == {
        "pace_from": "observed",
        "pace": "11.44",
        "pace_span": "2025-2027",
    }


def test_the_gap_stands_in_every_observed_year() -> None:
    """Target less figure: 361.6 less 226 and 252."""
    years = {each["year"]: each for each in outlook("1.1", "grdp 2026 = 226.0", "grdp 2027 = 252.0")["years"]}
    assert [years[year]["gap"] for year in (2026, 2027)] == [Decimal("135.6"), Decimal("109.6")]


def test_no_need_is_spread_over_years_that_are_gone() -> None:
    """Of 71 % in 2025 and nothing since, 75 % in 2030 needs 4 points over the three years after 2027."""
    row = status("16.1", as_of=2027)
    assert abs(Fraction(row["needed"]) - Fraction(4, 3)) < Fraction(1, 10**9)


def test_last_terms_pace_is_named_with_its_years() -> None:
    """What `last_term` means for a row is said in its span."""
    row = outlook("1.1", pace=Choice(LAST_TERM))
    assert (row["pace_from"], row["pace_span"], row["pace_unit"]) == ("last_term", "2020-2025", "%/năm")


@pytest.mark.parametrize("code", ["1.1", "2", "3", "6", "16.1", "22", "30.1", "28"])
def test_status_and_project_agree(code: str) -> None:
    """Requirement, gap, baseline and newest figure are the same in both commands."""
    lines = ("grdp 2026 = 226.0", "grdp_growth 2026 = 9.0", "investment 2026 = 105", "poverty_reduction 2026 = 0.8")
    names = ("baseline", "baseline_unit", "current", "current_unit", "gap", "needed", "needed_unit", "stretch")
    assert only(status(code, *lines), *names) == only(outlook(code, *lines), *names)


def test_rows_agree_with_the_row_they_speak_of() -> None:
    """The helper of this page asks for the row it names."""
    assert row_of("13", knowledge()).indicator.id == "hdi"
