"""What was published since the congress, on top of the shipped plan: what it changes there, and what it must not."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from cli.runner import ROOT, Tgkt
from shipped import TARGETS

from tgkt.engine.diff.diff import diff_of_plans
from tgkt.engine.explain import explain
from tgkt.engine.status.in_year import in_year
from tgkt.engine.status.rows import assess
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.statement import Issuer, Statement
from tgkt.facts.units import PERCENT
from tgkt.loading.base import bases_of, begin_on
from tgkt.loading.files import all_files, changed_bases, data_files, load_folder, shipped_data, validate
from tgkt.results.diff import About, Change, Kind
from tgkt.results.status import Assessment
from tgkt.series.role import Role
from tgkt.series.series import Knowledge

FOLDER = ROOT / "examples" / "thai_nguyen_since"
DATA = ("--data", str(FOLDER), "--lang", "en")
ADOPTED, MASTER, YEAR = "resolution_2025_2030", "master_plan_2030", "plan_2026"
LONGEST_LINE = 120


@cache
def since() -> Catalogue:
    return load_folder(FOLDER)


@cache
def knowledge() -> Knowledge:
    return Knowledge(since())


@cache
def assessed(plan: str) -> dict[str, Assessment]:
    return {item.row.code: item for item in assess(since().plans[plan], knowledge())}


def stated() -> list[Statement]:
    """Every figure and target that the folder adds."""
    catalogue = since()
    targets = [row.target for plan in catalogue.plans.values() for row in plan.rows if row.target]
    return [each for each in (*targets, *catalogue.observations, *catalogue.in_year) if _is_own(each.source.file)]


def _is_own(file: str) -> bool:
    return Path(file).resolve().parent == FOLDER


def test_it_validates() -> None:
    """Every printed phrase says the number, the unit and the comparator that stand beside it."""
    assert validate(FOLDER, []) == len(all_files(FOLDER).paths)


def test_it_was_made_on_the_present_state_of_the_shipped_data() -> None:
    """Where this fails, read what changed in `data`, then write the version that is told here into base.yaml."""
    (base,) = bases_of(FOLDER, shipped_data())
    assert base.folder == shipped_data()
    assert base.version, "base.yaml records no version"
    assert changed_bases(FOLDER) == []


def test_lines_are_short() -> None:
    """But for addresses, which cannot be broken."""
    lines = [line for file in FOLDER.glob("*.yaml") for line in file.read_text(encoding="utf-8").split("\n")]
    assert [line for line in lines if len(line) > LONGEST_LINE and "url: " not in line] == []


def test_every_page_is_of_the_press_and_has_an_address() -> None:
    """None passes for the office that it reports from."""
    pages = {each.origin for each in stated()}
    assert len(pages) > 1
    for page in (since().origins[name] for name in pages):
        assert (page.issuer, bool(page.url), bool(page.note or page.date)) == (Issuer.PRESS, True, True), page.id


WORDLESS = {("exports_growth", "2026"), ("grdp_growth", "2026")}


def test_figures_are_quoted() -> None:
    """Each with its page's own words and a place; the two that have none say why."""
    told = stated()
    assert {(each.indicator, str(each.period)) for each in told if not each.printed} == WORDLESS
    assert [each for each in told if not each.printed and each.note is None] == []
    assert [each for each in told if not each.locator] == []


@pytest.mark.parametrize(
    ("indicator", "period", "origin", "value", "status", "words"),
    [
        ("grdp_growth", "2025", "vietnamplus_2025", "6.33", "estimated", "tăng trưởng GRDP ước đạt 6,33%"),
        ("grdp_growth", "2025", "vir_2026_01_06", "6.33", "estimated", "Thai Nguyen at 6.33 per cent"),
        (
            *("grdp_growth", "2025", "nhandan_2025_11", "8", "estimated"),
            "tốc độ tăng trưởng kinh tế của tỉnh vẫn sẽ đạt 8%",
        ),
        (
            *("grdp_per_capita", "2025", "vietnamplus_2025", "114.1", "estimated"),
            "GRDP bình quân đầu người/năm đạt 114,1 triệu đồng",
        ),
        (
            *("revenue", "2025", "vietnamplus_2025", "26500", "estimated"),
            "thu ngân sách nhà nước trên địa bàn tỉnh ước đạt hơn 26.500 tỷ đồng",
        ),
        ("local_exports_growth", "2025", "vietnamplus_2025", "3.2", "estimated", "xuất khẩu địa phương ước tăng 3,2%"),
        (
            *("poverty_reduction", "2025", "vietnamplus_2025", "1.13", "unstated"),
            "giảm tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều trên 1,13%",
        ),
        (
            *("life_expectancy", "2030", "vietnamplus_2026_02_04", "75.5", None),
            "đến năm 2030, tuổi thọ trung bình tính từ lúc sinh đạt từ 75,5 tuổi trở lên",
        ),
        (
            *("grdp_growth", "2025-9M", "cafef_2025_10_15", "7.01", "estimated"),
            "tăng trưởng GRDP của Thái Nguyên ước đạt 7,01%",
        ),
        (
            *("grdp", "2026", "thuonghieu_2026", "220452", None),
            "GRDP theo giá hiện hành năm 2026 dự kiến đạt 220.452 tỷ đồng",
        ),
    ],
)  # fmt: skip
def test_figures_stand_as_their_pages_print_them(
    indicator: str, period: str, origin: str, value: str, status: str | None, words: str
) -> None:
    """Word for word, and an estimate as an estimate."""
    (found,) = (
        each for each in stated() if (each.indicator, str(each.period), each.origin) == (indicator, period, origin)
    )
    assert found.figure is not None
    assert (str(found.figure.low), found.printed) == (value, words)
    assert (found.status or "unstated" if status else None) == status


TOUCHED = {
    "3": {"findings"},
    "6": {"findings"},
    "8": {"proxy_value", "proxy_low", "proxy_high", "proxy_period", "standing_why"},
    "10.2": {"standing_reason", "standing_reason_fields", "standing_why"},
    "22": {"findings"},
}
"""The rows of the shipped plan that new figures touch: a finding more, or another figure named that is not compared."""


def test_no_start_standing_or_need_of_the_shipped_plan_changes(tgkt: Tgkt) -> None:
    """The plan stays the one in force, and no estimate in the press moves it."""
    before, after = (tgkt("status", "-f", "json", *data).json for data in ((), DATA))
    assert before["plan"] == after["plan"] == TARGETS
    was, now = ({row["code"]: row for row in answer["rows"]} for answer in (before, after))
    assert list(was) == list(now)
    changed = {code: {name for name in row if row[name] != now[code][name]} for code, row in was.items()}
    assert {code: names for code, names in changed.items() if names} == TOUCHED


@pytest.mark.parametrize(
    ("indicator", "own", "page", "role"),
    [
        ("grdp_per_capita", "119", "114.1", Role.CONTRADICTS),
        ("revenue", "24735", "26500", Role.CONTRADICTS),
        ("grdp_growth", "6.33", "8", Role.REPLACED),
        ("industry_output_growth", "6.37", "6.29", Role.REPLACED),
    ],
)
def test_of_two_figures_of_2025_one_counts_and_both_stand(indicator: str, own: str, page: str, role: Role) -> None:
    """An estimate in the press outranks no document of the plan; a later page revises an earlier one."""
    found = explain(since().indicators[indicator], knowledge(), [], area="merged")
    roles: dict[str, list[Role | None]] = {}
    for entry in found.entries:
        told = entry.statement
        if told.figure and str(told.period) == "2025" and told.relative_to is None:
            roles.setdefault(str(told.figure.low), []).append(entry.role)
    assert Role.COUNTS in roles[own]
    assert roles[page] == [role]


OFFICE = """\
language: vi
origins:
  office: {title: {vi: "Số sơ bộ", en: "Provisional figures"}, issuer: statistics, date: "2026-03"}
observations:
  - {origin: office, locator: "1", figures: [{indicator: grdp_per_capita, period: 2025, value: 115.0, status: %s}]}
"""


@pytest.mark.parametrize(("status", "start"), [("provisional", "115.0"), ("estimated", "119")])
def test_what_would_move_the_start(tmp_path: Path, status: str, start: str) -> None:
    """A provisional figure of a statistics office, made up here: the folder has none. Its estimate would not."""
    begin_on(tmp_path / "mine", str(FOLDER), data_files(FOLDER))
    (tmp_path / "mine" / "office.yaml").write_text(OFFICE % status, encoding="utf-8")
    catalogue = load_folder(tmp_path / "mine")
    (item,) = (each for each in assess(catalogue.plans[TARGETS], Knowledge(catalogue)) if each.row.code == "3")
    assert item.baseline is not None
    assert str(item.baseline.value) == start


def changes(old: str, new: str) -> tuple[Change, ...]:
    plans = since().plans
    return diff_of_plans(plans[old], plans[new], knowledge()).changes


def test_the_draft_and_the_resolution_do_not_differ_where_both_are_printed() -> None:
    """What the pages print of the resolution is what the draft asks; what they leave out is only in the draft."""
    missing = len(since().plans[TARGETS].rows) - len(since().plans[ADOPTED].rows)
    assert Counter((each.about, each.kind) for each in changes(TARGETS, ADOPTED)) == {
        (About.TARGET, Kind.GONE): missing
    }
    own = {row.code: row.indicator.id for row in since().plans[TARGETS].rows}
    assert all(own[row.code] == row.indicator.id for row in since().plans[ADOPTED].rows)


def test_the_master_plan_asks_half_a_year_more_of_life() -> None:
    """The same growth in words that may mean two things, and nothing else: 25,000 billion from tea are 25 trillion."""
    found = [each for each in changes(TARGETS, MASTER) if each.kind is not Kind.GONE]
    told = {each.indicator.id: [_digits(side) for side in (each.before, each.after)] for each in found}
    assert told == {"grdp_growth": ["≥ 10.5", "≥ 10.5"], "life_expectancy": ["≥ 75", "≥ 75.5"]}
    assert {each.kind for each in found} == {Kind.CHANGED}
    growth = next(each for each in found if each.indicator.id == "grdp_growth")
    sides = [side.statement.readings for side in (growth.before, growth.after) if side and side.statement]
    assert sides == [(), ("average", "every_year")]


def _digits(side: Any) -> str:
    return str(side.statement.figure)


def test_the_difference_is_told_first_and_in_both_numbers(tgkt: Tgkt) -> None:
    """Before the 58 targets that the page does not print, on any terminal."""
    lines = tgkt("diff", TARGETS, MASTER, *DATA).out.splitlines()
    told = next(at for at, line in enumerate(lines) if "Life expectancy" in line)
    assert " ".join(lines[told].split()) == (
        "→ changed 12 → 7 Life expectancy at birth (years of age) ≥ 75 (2030) ≥ 75.5 (2030)"
    )
    assert told < next(at for at, line in enumerate(lines) if line.startswith("− only in the first"))


def test_nine_months_are_held_against_the_goal_of_the_year() -> None:
    """Growth of 7.01 % against 8.5 % leaves 1.49 points; of production no plan for 2025 could be read."""
    found = {item.row.code: item for item in in_year(since().plans[TARGETS].rows, knowledge())}
    assert sorted(found) == ["2", "8"]
    growth, production = found["2"], found["8"]
    assert growth.now is not None
    assert growth.aim is not None
    assert growth.gap is not None
    assert (str(growth.now.period), growth.aim.plan) == ("2025-9M", "plan_2025")
    assert (growth.now.value, growth.aim.value.value, growth.gap.value) == tuple(map(Decimal, ("7.01", "8.5", "1.49")))
    assert production.now is not None
    assert (str(production.now.period), production.now.value, production.aim) == ("2025-11M", Decimal("9.4"), None)


def test_no_part_of_a_year_stands_for_a_year() -> None:
    """Revenue of eleven months is no revenue of 2025, and the scenario of a quarter no figure of it."""
    revenue = knowledge().series("revenue", "merged")
    assert [str(each.period) for each in revenue.printed() if each.period.is_part] == []
    quarters = [each for each in since().in_year if str(each.period).startswith("2026-Q")]
    assert len(quarters) == 4
    assert all(each.ambition for each in quarters)


def test_the_plan_of_2026_by_hand() -> None:
    """Its four shares make a whole, and what it asks is worked out from what is known of 2025."""
    rows = assessed(YEAR)
    shares = [rows[code].row.target for code in ("2.1", "2.2", "2.3", "2.4")]
    assert sum(each.figure.low for each in shares if each and each.figure) == 100
    needed = {code: rows[code].needed for code in ("1.1", "3", "6.1")}
    told = {code: f"{value.value:.2f}" for code, value in needed.items() if value and value.unit.is_percent}
    assert told == {
        "1.1": "8.64",  # 220,452 / 202,925
        "3": "7.38",  # 26,560 / 24,735
        "6.1": "11.72",  # 33,516 / 30,000
    }
    assert all(value is not None and value.unit != PERCENT for value in needed.values())


def test_what_is_asked_in_another_plan_is_one_command_away(tgkt: Tgkt) -> None:
    """The story is told of the plan in force; the line of another plan is named with the command that shows it."""
    command = f"tgkt status grdp_per_capita --plan {MASTER} --data {FOLDER}"
    assert command in tgkt("explain", "grdp_per_capita", *DATA).out
    assert "≥" not in (told := tgkt(*command.split()[1:], "--lang", "en").out)
    assert "220" in told


def test_a_figure_of_another_period_says_that_it_is_an_average(tgkt: Tgkt) -> None:
    """75 trillion a year is not what was invested in 2021-2025."""
    shown = tgkt("status", "investment", "--plan", YEAR, *DATA).out
    assert "printed for another period only: Thái Nguyên (merged) 75 trillion VND (2021-2025), average" in shown


NEW_FINDINGS = {
    "duplicate.grdp_per_capita.merged.2025.vietnamplus_2025.114_1": "inconsistent",
    "duplicate.investment.merged.2021-2025.nhandan_term.346_1": "inconsistent",
    "lowered.national_standard_school_share.thai_nguyen.2025.2030.vietnamplus_2026_02_04": "needs_assumption",
    "poverty_reduction_of_year.2025": "inconsistent",
    "poverty_target_and_rate_of_2025.merged": "needs_assumption",
    "revision.grdp_growth.merged.2025.nhandan_2025_11.8": "needs_assumption",
    "revision.industry_output_growth.merged.2025.nhandan_2025_11.6_29": "needs_assumption",
}


def test_what_the_audit_finds_besides(tgkt: Tgkt) -> None:
    """Three contradictions, two revisions, and two targets to look at; nothing that was found before is gone.

    A fourth contradiction, revenue of 26,500 billion, explains one of the shipped data, and is told with it.
    """
    before, after = ({row["key"]: row["outcome"] for row in tgkt("check", "-f", "json", *data).json["rows"]}
                     for data in ((), DATA))  # fmt: skip
    assert before.keys() - after.keys() == set()
    assert {id: outcome for id, outcome in after.items() if id not in before} == NEW_FINDINGS
    [revenue] = [row for row in tgkt("check", "-f", "json", *DATA).json["rows"] if row["key"] == "revenue_times"]
    assert [each["key"] for each in revenue["same_cause"]] == ["duplicate.revenue.merged.2025.vietnamplus_2025.26500"]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("width", [80, 100, 160])
@pytest.mark.parametrize(
    ("command", "numbers"),
    [
        pytest.param(("status", "--in-year"), ["7.01", "8.5", "+1.49", "9.4"], id="within the year"),
        pytest.param(("status", "--plan", YEAR), ["54.13", "31.73", "10.32", "3.82", "14.5"], id="the plan of 2026"),
        pytest.param(("diff", TARGETS, MASTER), ["≥ 75 (2030)", "≥ 75.5 (2030)"], id="two sets of targets"),
        pytest.param(("explain", "grdp_per_capita"), ["119", "114.1"], id="the start and what stands beside"),
    ],
)
def test_the_commands_of_the_readme_answer(
    tgkt: Tgkt, command: tuple[str, ...], numbers: list[str], width: int, lang: str
) -> None:
    """In both languages and at any width, the numbers that matter among them; each stands in the README."""
    shown = tgkt.screen(*command, "--data", str(FOLDER), "--lang", lang, width=width, NO_COLOR="1", PAGER="cat")
    mark = "," if lang == "vi" else "."
    assert [each for each in numbers if each.replace(".", mark) not in shown] == []
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert f"tgkt {' '.join(command)} --data examples/thai_nguyen_since\n" in readme
