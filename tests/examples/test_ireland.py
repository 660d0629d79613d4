"""The second complete plan: a country's, in English. Its answers are worked out by hand from what its pages print."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
import yaml
from cli.runner import ROOT, Tgkt

from tgkt.engine.check.audit import audit
from tgkt.engine.status.rows import assess
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Statement, Timing
from tgkt.loading.files import load_folder
from tgkt.results.computed import Outcome
from tgkt.results.status import Assessment
from tgkt.series.series import Knowledge

FOLDER = ROOT / "examples" / "ireland_climate"
FILES = sorted(FOLDER.glob("*.yaml"))
DATA = ("--data", str(FOLDER), "--lang", "en")
LONGEST_LINE, MOST_KEYS = 120, 9
VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)


@cache
def ireland() -> Catalogue:
    return load_folder(FOLDER)


@cache
def knowledge() -> Knowledge:
    return Knowledge(ireland())


@cache
def assessed(plan: str) -> dict[str, Assessment]:
    return {item.row.code: item for item in assess(ireland().plans[plan], knowledge())}


def row(indicator: str, period: str, plan: str = "cap24", of: int | None = None) -> Assessment:
    """The row of an indicator that is due in a period; of several the one against a year, or against none."""
    (found,) = (
        item
        for item in assessed(plan).values()
        if item.row.target
        and (item.row.indicator.id, str(item.row.target.period)) == (indicator, period)
        and item.row.target.relative_to == of
    )
    return found


def targets(plan: str) -> list[Statement]:
    return [each.target for each in ireland().plans[plan].rows if each.target]


# ---- What the folder is


def test_the_folder_is_valid(tgkt: Tgkt) -> None:
    done = tgkt("validate", "--data", str(FOLDER))
    *notes, last = done.err.splitlines()
    assert (done.code, done.out, last) == (0, "", f"{len(FILES)} files valid")
    assert len(notes) == 8  # "up to 1.5 GW of solar energy": a ceiling by its words
    assert [note for note in notes if "is a ceiling, and more is better" not in note] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_other_yaml_tools_read_it_and_no_line_of_words_is_long(file: Any) -> None:
    text = file.read_text(encoding="utf-8")
    assert isinstance(yaml.safe_load(text), dict)
    assert [line for line in text.splitlines() if len(line) > LONGEST_LINE and "url:" not in line] == []


def test_the_plan_of_2024_is_in_force() -> None:
    plan = ireland().plan_in_force()
    assert plan is not None
    assert (plan.id, plan.baseline, len(plan.rows)) == ("cap24", 2018, 63)


@pytest.mark.parametrize(
    ("plan", "wanted", "count"),
    [
        pytest.param("cap24", lambda t: t.is_cut, 12, id="12 cuts"),
        pytest.param("cap24", lambda t: t.relative_to is not None and not t.is_cut, 2, id="2 rises"),
        pytest.param("cap24", lambda t: t.comparator is Comparator.BETWEEN, 3, id="3 ranges"),
        pytest.param("cap24", lambda t: t.timing is Timing.TOTAL, 13, id="13 ceilings over five years"),
        pytest.param("cap24", lambda t: t.timing is Timing.AVERAGE, 1, id="1 average"),
        pytest.param("cap24", lambda t: t.timing is Timing.EVERY_YEAR, 1, id="1 promise for every year"),
        pytest.param("cap24", lambda t: t.comparator is Comparator.AT_MOST, 19, id="19 that must not be exceeded"),
        pytest.param("cap21", lambda t: t.is_cut and t.figure.is_range, 4, id="4 ranges of cuts in the plan of 2021"),
        pytest.param("cap21", lambda t: t.indicator == "electric_vehicles", 7, id="7 years of electric vehicles"),
    ],
)
def test_the_readme_counts_what_there_is(plan: str, wanted: Any, count: int) -> None:
    assert sum(map(wanted, targets(plan))) == count


def test_the_readme_names_the_counts() -> None:
    told = " ".join((FOLDER / "README.md").read_text(encoding="utf-8").split())
    for words in ("63 rows of 36 indicators", "12 cuts and 2 rises", "3 ranges, 13 ceilings", "19 figures"):
        assert words in told
    assert len({each.indicator for each in targets("cap24")}) == 36


def test_a_target_takes_no_more_keys_than_it_must() -> None:
    """Every key under `indicators`, over the targets they declare, with all that is said of their indicators."""

    def keys(value: Any) -> int:
        if isinstance(value, list):
            return sum(map(keys, value))
        return len(value) + sum(map(keys, value.values())) if isinstance(value, dict) else 0

    written = [yaml.safe_load(file.read_text(encoding="utf-8")).get("indicators", {}) for file in FILES]
    counted = sum(keys(each) for entries in written for each in entries.values())
    assert counted / sum(len(plan.rows) for plan in ireland().plans.values()) < MOST_KEYS


# ---- Every figure has a document and a place, and is held as printed


def statements() -> list[Statement]:
    catalogue = ireland()
    rows = [each for plan in catalogue.plans.values() for each in plan.rows]
    of_rows = [each for row in rows for each in (row.target, row.baseline) if each]
    return [*of_rows, *catalogue.observations, *catalogue.in_year]


def test_every_figure_names_its_document_and_its_place() -> None:
    assert [each.source for each in statements() if not (each.origin and each.locator)] == []


def test_every_document_has_an_issuer_and_an_address() -> None:
    assert [id for id, each in ireland().origins.items() if not (each.issuer and each.url)] == []


def test_no_document_is_declared_for_nothing() -> None:
    used = {each.origin for each in statements()} | {each.origin for each in ireland().breaks}
    used |= {plan.origin for plan in ireland().plans.values()}
    assert set(ireland().origins) - used == set()


@pytest.mark.parametrize(
    ("indicator", "period", "words"),
    [
        ("ghg_total", "2024", "54 million tonnes of carbon dioxide equivalent"),
        ("ghg_total", "2024", "greenhouse gas emissions were 12 per cent below 2018 levels"),
        ("onshore_wind", "2020", "4,307MW in 2020"),
        ("electric_vehicles", "2020", "circa 26,000 at the end of 2020"),
        ("nitrogen", "2024", "310,411 tonnes"),
        ("afforestation", "2020", "2,434 ha"),
        ("afforestation", "2020", "2,234 hectares"),
        ("heat_pumps_counted", "2024", "almost 16,600 heat pump installations"),
    ],
)
def test_printed_words_are_held_word_for_word(indicator: str, period: str, words: str) -> None:
    held = [each.printed for each in statements() if (each.indicator, str(each.period)) == (indicator, period)]
    assert words in held


# ---- What follows, by exact fractions


@pytest.mark.parametrize(
    ("indicator", "cut", "base", "level"),
    [
        ("ghg_index", 51, "106.499514712284", Fraction("106.499514712284") * Fraction(49, 100)),
        ("ghg_total", 51, None, Fraction(54) / Fraction(88, 100) * Fraction(49, 100)),
        ("emissions_transport", 50, "12.2", Fraction("6.1")),
        ("emissions_residential", 40, "7", Fraction("4.2")),
        ("emissions_agriculture", 25, "21.4", Fraction("16.05")),
    ],
)
def test_a_cut_means_the_level_that_is_left(indicator: str, cut: int, base: str | None, level: Fraction) -> None:
    found = row(indicator, "2030", of=2018)
    assert found.row.target is not None
    assert found.row.target.is_cut
    assert found.edge is not None
    assert abs(Fraction(found.edge) - level) < Fraction(1, 10**9)
    assert found.row.target.figure is not None
    assert found.row.target.figure.value == 1 - Decimal(cut) / 100
    if base:
        assert found.baseline is not None
        assert found.baseline.value == Decimal(base)


def test_total_emissions_start_from_what_12_per_cent_less_leaves() -> None:
    """No page prints the total of 2018: 54 of 2024, which is 12 % below it, gives 61.36."""
    start = row("ghg_total", "2030", of=2018).baseline
    assert start is not None
    assert abs(Fraction(start.value) - Fraction(54 * 100, 88)) < Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("indicator", "period", "gap"),
    [
        ("nitrogen", "2030", 300000 - 310411),
        ("organic_area", "2030", 450000 - 179400),
        ("retrofits_b2", "2030", 500000 - 57932),
        ("heat_pumps", "2025", 45000 - 14194),
        ("renewable_electricity", "2030", 80 - 40),
    ],
)
def test_the_gap_is_what_is_missing_from_the_newest_figure(indicator: str, period: str, gap: int) -> None:
    found = row(indicator, period)
    assert found.gap is not None
    assert found.gap == gap


def test_homes_need_the_same_number_every_year() -> None:
    """From 57,932 of 2024 to 500,000 in six years."""
    found = row("retrofits_b2", "2030").needed
    assert found is not None
    assert found.value == Decimal(500000 - 57932) / 6


def test_organic_land_needs_the_same_growth_every_year() -> None:
    """From 179,400 of 2023 to 336,000 in 2027: as-of is 2024, so three years are left."""
    found = row("organic_area", "2027").needed
    assert found is not None
    assert abs((1 + Fraction(found.value) / 100) ** 3 - Fraction(336000, 179400)) < Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("plan", "indicator", "period", "grade"),
    [
        pytest.param("cap24", "home_upgrades", "2023", "exceeded", id="over 47,800 against over 37,000"),
        pytest.param("cap24", "home_upgrades", "2024", "exceeded", id="54,000 against 52,200"),
        pytest.param("cap24", "retrofits_b2_year", "2024", "exceeded", id="22,000 against nearly 20,800"),
        pytest.param("cap21", "electric_vehicles", "2020", "not_met", id="circa 26,000 against 27,170"),
        pytest.param("cap21", "electric_vehicles", "2021", "exceeded", id="over 47,000 against 42,540"),
    ],
)
def test_a_year_that_is_over_is_judged(plan: str, indicator: str, period: str, grade: str) -> None:
    assert row(indicator, period, plan).verdict.grade == grade


@pytest.mark.parametrize(
    ("indicator", "period", "standing"),
    [
        pytest.param("afforestation", "2024-2030", "already_missed", id="1,573 ha of 8,000 in the first year"),
        pytest.param("emissions_agriculture_before", "2021-2025", "behind", id="65.7 of 106 in three of five years"),
        pytest.param("renewable_electricity", "2030", "behind", id="40 % where the way asks for more"),
        pytest.param("nitrogen", "2025", "already_met", id="310,411 where 330,000 are allowed"),
        pytest.param("emissions_transport", "2021-2025", "open", id="a year of the sum is missing"),
    ],
)
def test_a_promise_still_running_has_a_standing(indicator: str, period: str, standing: str) -> None:
    found = row(indicator, period).standing
    assert found is not None
    assert found.kind == standing


@pytest.mark.parametrize("plan", ["cap24", "cap21", "cap19", "eu2030"])
def test_every_row_has_a_standing_a_verdict_or_a_reason(plan: str) -> None:
    for code, item in assessed(plan).items():
        reason = item.standing.reason if item.standing else item.verdict.reason
        assert reason.code, code


# ---- The audit


def test_the_audit_finds_what_cannot_hold() -> None:
    found = [each.id for each in audit(knowledge()) if each.outcome is Outcome.INCONSISTENT]
    assert found == [
        "duplicate.renewable_electricity.ireland.2020.energyireland_cap23.39_1",
        "index_of_two_releases",
        "heat_pumps_of_two_schemes",
    ]


@pytest.mark.parametrize(
    "identity",
    [
        pytest.param("shares_of_emissions", id="seven shares are 100 per cent"),
        pytest.param("five_largest_sectors", id="five of them are 90.7"),
        pytest.param("renewable_energy_2018", id="7.2 and 2.5 and 1.3 are 11"),
        pytest.param("renewable_energy_2023", id="10.1 and 2.7 and 2.4 are 15.3 within rounding"),
        pytest.param("homes_in_tonnes_and_percent", id="60 % of 7 is 4 within rounding"),
        pytest.param("retrofits_by_year", id="18,527 and 17,600 and 22,000 are 57,932 within rounding"),
    ],
)
def test_what_adds_up_is_found_to_add_up(identity: str) -> None:
    (found,) = (each for each in audit(knowledge()) if each.id == identity)
    assert found.outcome is Outcome.CONSISTENT


# ---- What a reader sees


@pytest.mark.parametrize(
    "question",
    [
        ("status",),
        ("status", "--in-year"),
        ("status", "--plan", "cap21"),
        ("project", "--year", "2030"),
        ("check",),
        ("explain", "ghg_index"),
        ("explain", "onshore_wind", "--all"),
        (),
    ],
    ids=" ".join,
)
def test_nothing_of_the_shipped_plan_stands_in_the_english_answer(tgkt: Tgkt, question: tuple[str, ...]) -> None:
    out = tgkt(*question, *DATA).out
    assert out
    assert VIETNAMESE.findall(out) == []
    assert not re.search(r"provinc|merge|VND", out)


def test_a_number_means_the_plan_in_force(tgkt: Tgkt) -> None:
    """Row 22 of the plan in force asks for 80 %, the first row of the plan of 2019 for 70 %; that one is told apart."""
    out = tgkt("explain", "22", *DATA).out
    assert "80 %, 2030" in out
    assert "Ireland 1 (cap19)" in out


def test_a_unit_under_another_name_is_not_repeated(tgkt: Tgkt) -> None:
    """54 million tonnes of carbon dioxide equivalent are 54 Mt CO2 eq."""
    rows = tgkt("status", "ghg_total", *DATA).out
    assert "54 (2024)" in rows


def test_a_target_printed_under_another_name_of_the_unit_is_in_the_unit() -> None:
    """336,000 hectares are 336,000 ha; 4 MtCO2e stand in the column of Mt CO2 eq."""
    assert [str(row(*each).row.unit) for each in (("organic_area", "2027"), ("emissions_residential", "2030"))] == [
        "ha",
        "Mt CO2 eq",
    ]


def test_a_need_in_an_index_bears_no_unit(tgkt: Tgkt) -> None:
    """52.18 less 94.98 of 2023, over the six years left."""
    assert "(52.18 - 94.98) / 6 = −7.13\n" in tgkt("explain", "ghg_index", *DATA).out


@pytest.mark.parametrize("question", [("blend", "nitrogen"), ("blend", "--all"), ("blend", "--weights-table")])
def test_there_is_nothing_to_blend(tgkt: Tgkt, question: tuple[str, ...]) -> None:
    done = tgkt(*question, *DATA)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("no area in these data was merged from others")
