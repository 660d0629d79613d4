"""`tgkt status --in-year` and what `tgkt explain` tells of parts of a year, as a user sees them."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tgkt.report.width import width_of

from .runner import Tgkt

DATA = """\
language: vi
areas:
  land: {title: {vi: "Tỉnh", en: "Province"}}
origins:
  half: {title: {vi: "Báo cáo", en: "Report"}, short: {vi: "BC 6T", en: "6M report"}, date: "2026-07-03"}
  council: {title: {vi: "Kế hoạch 2026", en: "Plan 2026"}, short: {vi: "KH 2026", en: "Plan 2026"}, date: "2025-12-10"}
  resolution: {title: {vi: "Nghị quyết", en: "Resolution"}, date: "2025-09-26"}
sections:
  economy: {vi: "Kinh tế", en: "Economy"}
plan: {id: term, title: {vi: "Kế hoạch", en: "Plan"}, period: 2026-2030, baseline: 2025, origin: resolution}
indicators:
  revenue:
    section: economy
    title: {vi: "Thu ngân sách", en: "Revenue"}
    unit: tỷ đồng
    flow: true
    direction: increase
    price: current
    rows:
      - code: "1"
        area: land
        locator: "1"
        target: {period: 2030, comparator: equals, value: 40000, printed: "40.000 tỷ đồng"}
        baseline: {period: 2025, value: 25000, printed: "25.000 tỷ đồng", origin: resolution, locator: "1"}
  growth:
    section: economy
    title: {vi: "Tốc độ tăng GRDP", en: "GRDP growth"}
    unit: "%/năm"
    direction: increase
    price: constant
    rows:
      - code: "2"
        area: land
        locator: "2"
        target: {period: 2026-2030, timing: average, comparator: equals, value: 10.5, printed: "10,5%/năm"}
  cover:
    section: economy
    title: {vi: "Tỷ lệ bao phủ", en: "Coverage"}
    unit: "%"
    direction: increase
observations:
  - origin: half
    locator: "2"
    figures:
      - {indicator: revenue, period: 2026-6M, value: 14200, printed: "đạt 14.200 tỷ đồng"}
      - {indicator: revenue, period: 2025-6M, value: 12000, printed: "12.000 tỷ đồng"}
  - origin: half
    locator: "1"
    figures:
      - {indicator: growth, period: 2026-6M, value: 106.5, index: true, printed: "bằng 106,5%"}
      - {indicator: growth, period: 2025-6M, value: 6.1, printed: "tăng 6,1%"}
  - origin: half
    locator: "3"
    figures:
      - {indicator: cover, period: 2026-Q2, value: 96.1, printed: "96,1%"}
"""
ENDS = re.compile("_(?:low|high|value)$")
YEAR = """\
language: vi
plan: {id: year, title: {vi: "Kế hoạch 2026", en: "Plan 2026"}, period: 2026, baseline: 2025, origin: council}
indicators:
  revenue:
    rows:
      - code: "1"
        area: land
        locator: "1"
        target: {period: 2026, comparator: at_least, value: 26500, printed: "từ 26.500 tỷ đồng trở lên"}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A term of five years, the plan of its first year, and the report of six months."""
    found: Path = tmp_path_factory.mktemp("in_year")
    (found / "term.yaml").write_text(DATA, encoding="utf-8")
    (found / "year.yaml").write_text(YEAR, encoding="utf-8")
    return str(found)


ENGLISH = """\
Within the year
No.  Indicator              Period             Present  A year before      Change  Plan of the year     % of plan  Status       Origin
---  ---------------------  -------  -----------------  -------------  ----------  ----------------  ------------  -----------  ---------
1    Revenue (billion VND)  2026-6M             14,200       12,000    +18.33 %          26,500            53.6 %  provisional  6M report
2    GRDP growth (%/year)   2026-6M  6.5 (index 106.5)            6.1   +0.40 pts            10.5 †  gap +4 pts †  provisional  6M report
† No plan of the year is printed: this is what the row's own path asks for in that year.
"""  # noqa: E501 - as it is printed


def test_the_table(tgkt: Tgkt, folder: str) -> None:
    """Revenue against the council's plan, growth against the row's own path; an index is told as growth."""
    done = tgkt("status", "--in-year", "--plan", "term", "--data", folder, "--lang", "en")
    assert (done.code, done.out) == (0, ENGLISH)
    assert done.err == "figures for part of a year without a row in term: cover (tgkt explain ID)\n"


@pytest.mark.parametrize(
    "words",
    ["Trong năm", "Cùng kỳ", "So cùng kỳ", "Kế hoạch năm", "% kế hoạch", "53,6%", "+18,33%", "6,5 (chỉ số 106,5)"],
)
def test_the_table_in_vietnamese(tgkt: Tgkt, folder: str, words: str) -> None:
    """In the words of an office."""
    assert words in tgkt("status", "--in-year", "--plan", "term", "--data", folder, "--lang", "vi").out


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_table_fits_a_terminal(tgkt: Tgkt, folder: str, width: int) -> None:
    """What answers least gives way; the newest figure stays whole."""
    asked = ("status", "--in-year", "--plan", "term", "--data", folder, "--lang", "en")
    lines = tgkt.screen(*asked, width=width, NO_COLOR="1").splitlines()
    assert max(map(width_of, lines[1:])) <= width  # the first is beside the answer
    assert any("14,200" in line for line in lines)


def test_without_the_yearly_plan_it_is_a_share_of_the_path(tgkt: Tgkt, folder: str, tmp_path: Path) -> None:
    """And called so."""
    (tmp_path / "term.yaml").write_text(DATA, encoding="utf-8")
    asked = ("status", "1", "--in-year", "--data", str(tmp_path))
    assert "51.7 % of the path" in tgkt(*asked, "--lang", "en").out
    assert "51,7% lộ trình" in tgkt(*asked, "--lang", "vi").out
    (row,) = tgkt(*asked, "-f", "json").json["rows"]
    assert (row["share_of_year_plan"], str(row["share_of_year_path"])[:4]) == (None, "51.7")


def test_rows_for_machines(tgkt: Tgkt, folder: str) -> None:
    """A unit beside every number, the plan with its document, and the share under the name of what it is a share of."""
    document = tgkt("status", "--in-year", "--plan", "term", "--data", folder, "-f", "json").json
    assert (document["schema"], document["plan"], document["as_of"]) == ("tgkt/in_year/2", "term", None)
    revenue, growth = document["rows"]
    told = {key: str(revenue[key]) for key in ("meaning", "current", "before", "change", "change_unit", "year_aim")}
    assert told == {
        "meaning": "adds_up",
        "current": "14200",
        "before": "12000",
        "change": "18.3333333333",
        "change_unit": "%",
        "year_aim": "plan",
    }
    assert (revenue["year_aim_plan"], revenue["year_aim_origin"]) == ("year", "council")
    assert (str(revenue["share_of_year_plan"])[:5], revenue["share_of_year_path"]) == ("53.58", None)
    assert (str(growth["current"]), growth["current_is_index"], growth["before_is_index"]) == ("6.5", True, False)
    assert (growth["year_aim"], str(growth["gap"]), growth["gap_unit"]) == ("path", "4.0", "điểm %")
    numbers = {key for row in document["rows"] for key, value in row.items() if isinstance(value, Decimal)}
    assert sorted(key for key in numbers if f"{ENDS.sub('', key)}_unit" not in revenue) == []


def test_a_row_of_a_yearly_plan_is_held_against_itself(tgkt: Tgkt, folder: str) -> None:
    """The yearly plan is a plan like any other."""
    (row,) = tgkt("status", "--in-year", "--plan", "year", "--data", folder, "-f", "json").json["rows"]
    assert (row["year_aim_plan"], str(row["share_of_year_plan"])[:5]) == ("year", "53.58")


def test_filters_choose_rows(tgkt: Tgkt, folder: str) -> None:
    """WHAT and --as-of choose; where nothing is left the columns stay and it is said."""
    asked = ("status", "--in-year", "--plan", "term", "--data", folder, "-f", "csv")
    (head, *rows) = tgkt(*asked, "2").out.splitlines()
    assert (len(rows), rows[0].startswith("term/land/2,growth,")) == (1, True)
    none = tgkt(*asked, "--as-of", "2024")
    assert (none.code, none.out.splitlines()) == (0, [head])
    assert none.err.startswith("no document prints a figure for part of a year for these rows of term\n")


def test_the_year_before_is_a_row_of_its_own_clock(tgkt: Tgkt, folder: str) -> None:
    """Up to 2025, the first half of 2025 is the newest."""
    asked = ("status", "1", "--in-year", "--plan", "term", "--as-of", "2025", "--data", folder, "-f", "json")
    (row,) = tgkt(*asked).json["rows"]
    assert (row["current_period"], row["before"]) == ("2025-6M", None)


def test_no_page_of_parts_of_a_year(tgkt: Tgkt, folder: str) -> None:
    """--page has derived figures, and none of these is one."""
    done = tgkt("status", "--in-year", "--page", "--plan", "term", "--data", folder)
    assert (done.code, done.out, "--page shows every derived figure" in done.err) == (2, "", True)


# ---- explain


def test_the_story_tells_them_in_a_line_of_their_own(tgkt: Tgkt, folder: str) -> None:
    """The newest first; the years stand apart."""
    lines = tgkt("explain", "revenue", "--data", folder, "--lang", "en").out.splitlines()
    assert [line for line in lines if "6M:" in line] == ["Within the year  2026-6M: 14,200 · 2025-6M: 12,000"]
    assert not any(line.startswith("By year") and "6M" in line for line in lines)


def test_an_indicator_that_has_nothing_else_has_a_story(tgkt: Tgkt, folder: str) -> None:
    """Coverage is known for one quarter alone."""
    done = tgkt("explain", "cover", "--data", folder, "--lang", "en")
    assert (done.code, done.err, "Within the year  2026-Q2: 96.1" in done.out) == (0, "", True)


def test_all_of_them_with_their_places(tgkt: Tgkt, folder: str) -> None:
    """`--all` has a table of them; JSON a list that is no row."""
    text = tgkt("explain", "growth", "--all", "--data", folder, "--lang", "en").out
    assert "Figures for parts of a year; none counts as the year's figure" in text
    document = tgkt("explain", "growth", "--data", folder, "-f", "json").json
    assert [(each["period"], each["is_index"], each["role"]) for each in document["in_year"]] == [
        ("2026-6M", True, "counts"),
        ("2025-6M", False, "counts"),
    ]
    assert document["rows"] == []


@pytest.mark.parametrize(
    ("period", "periods"),
    [
        pytest.param("2026-6M", ["2026-6M"], id="a part of a year alone"),
        pytest.param("2026", ["2026-6M"], id="a year with its parts"),
        pytest.param("2026-3M", [], id="another part"),
        pytest.param("2026-2030", [], id="a term has no parts of a year"),
    ],
)
def test_a_period_chooses(tgkt: Tgkt, folder: str, period: str, periods: list[str]) -> None:
    """--period takes a part of a year."""
    document = tgkt("explain", "growth", "--period", period, "--data", folder, "-f", "json").json
    assert [each["period"] for each in document["in_year"]] == periods


def test_a_blend_is_of_years_and_terms(tgkt: Tgkt) -> None:
    """A part of a year is refused with what to write."""
    done = tgkt("blend", "grdp_growth", "--period", "2026-6M")
    assert (done.code, done.out) == (2, "")
    assert "2026-6M is a part of a year. Write a year or a term, e.g. 2026" in done.err
