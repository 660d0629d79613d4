"""`tgkt project` from outside: what is kept word for word, what is refused, and what the numbers of a run agree on."""

from __future__ import annotations

import csv
import io
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from .runner import ROOT, Tgkt
from .snapshot import check_snapshot

EXAMPLES = ROOT / "tests" / "examples"
SLOW, MORE = str(EXAMPLES / "scenario_slow_growth.yaml"), str(EXAMPLES / "scenario_more_people.yaml")
GOAL = ("--solve", "grdp_growth", "--for", "grdp_per_capita >= 220 triệu đồng/người")
PIPED = {
    "project_set_9_en": ("--set", "grdp_growth=9", "--lang", "en"),
    "project_set_9_vi": ("--set", "grdp_growth=9%/năm", "--lang", "vi"),
    "project_solve_220_en": (*GOAL, "--lang", "en"),
    "project_solve_220_vi": (*GOAL, "--lang", "vi"),
    "project_solve_without_answer_en": ("--solve", "grdp_growth", "--for", "forest_cover >= 70", "--lang", "en"),
}
CHARTS = {"grdp_chart": ("--chart",), "grdp_chart_ascii": ("--chart", "--ascii")}


@pytest.mark.parametrize("name", PIPED)
def test_what_a_pipe_gets_is_kept(tgkt: Tgkt, name: str) -> None:
    """Tables of what-if and goal seek in a pipe are the ones kept; a goal without an answer exits 1."""
    done = tgkt("project", *PIPED[name])
    assert (done.code, done.err) == (int("without_answer" in name), "")
    check_snapshot(name, done.out)


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_kept(tgkt: Tgkt, name: str) -> None:
    """The picture is the one kept; its laws are those of `report/project/test_chart`."""
    narrow, wide = (
        tgkt.screen("project", "grdp", *CHARTS[name], "--lang", "en", width=width, NO_COLOR="1") for width in (80, 120)
    )
    assert narrow == wide
    assert narrow.isascii() or "--ascii" not in CHARTS[name]
    check_snapshot(f"project_{name}", narrow)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [80, 100, 160])
def test_a_table_fits_its_terminal(tgkt: Tgkt, width: int, lang: str) -> None:
    """No line is wider, the first column stands on every line of a target, and no figure is folded."""
    shown = tgkt.screen("project", "--lang", lang, width=width, NO_COLOR="1").splitlines()
    assert [line for line in shown if len(line) > width] == []
    codes = [row["code"] for row in tgkt("project", "--format", "json").json["rows"]]
    assert set(codes) <= {line.split(" ")[0] for line in shown}


def test_a_picture_stands_in_a_fence_in_markdown(tgkt: Tgkt) -> None:
    """Markdown would fold its lines otherwise."""
    done = tgkt("project", "grdp", "--chart", "--lang", "en", "--format", "md").out
    assert done == f"```text\n{tgkt('project', 'grdp', '--chart', '--lang', 'en').out}```\n"


def test_every_target_has_its_row(tgkt: Tgkt) -> None:
    """JSON and CSV for 2030 hold the codes of `status` in its order, and the table holds them all."""
    codes = [row["code"] for row in tgkt("status", "--format", "json").json["rows"]]
    table = [line.split(" ")[0] for line in tgkt("project", "--year", "2030").out.splitlines()]
    text = io.StringIO(tgkt("project", "--year", "2030", "--format", "csv").out, newline="")
    assert codes == [row["code"] for row in tgkt("project", "--year", "2030", "--format", "json").json["rows"]]
    assert codes == [row["code"].removeprefix("#") for row in csv.DictReader(text)]
    assert sorted(codes) == sorted(word for word in table if word[:1].isdigit())


@pytest.mark.parametrize("method", ["statcan", "unsd2023", "healthy_people", "linear"])
def test_the_method_is_told_with_its_version(tgkt: Tgkt, method: str) -> None:
    """Beside the answer, for people and for machines."""
    head = tgkt("project", "grdp", "--method", method, "--format", "json").json
    assert (method, True) == (head["method"], bool(head["method_version"]))
    assert f"Pace by {method} ({head['method_version']})" in tgkt("project", "grdp", "--method", method).out


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param(("grdpp",), "Did you mean 'grdp'?", id="a slip in an id"),
        pytest.param(("--chart",), "Name one or more", id="a chart of nothing named"),
        pytest.param(("--pace", "fast"), "Write observed, last_term, required, 9% or", id="a pace that is none"),
        pytest.param(("--pace", "trend"), "--pace trend is now --pace last_term. Write", id="a pace of another name"),
        pytest.param(("--pace", ""), "--pace: '' is not a rate. Write observed", id="an empty pace"),
        pytest.param(
            ("--pace", "9,5%", "--set", "population=1900.5"),
            "'1900.5' is plain notation and '9,5%' is Vietnamese notation",
            id="two notations in a call",
        ),
        pytest.param(
            ("--set", "population=1.845 triệu"),
            "'1.845 triệu' can be read in two ways: 1.845 (plain notation) or 1845 (Vietnamese notation). "
            "Write '1,845 triệu' or '1845 triệu'",
            id="a dot that may group",
        ),
        pytest.param(("--set", "grdp_growth=nine"), "--set grdp_growth=nine: 'nine' is not a number", id="a word"),
        pytest.param(
            ("--solve", "grdp_growth", "--for", "grdp >= +5"), "--for grdp >= +5: '+5' is a change", id="a goal by more"
        ),
        pytest.param(("--year", "1899"), "1899 is not within 1900 and 2200", id="a year before all plans"),
        pytest.param(("--set", "grdp_growth"), "is not WHAT=VALUE", id="a setting without a value"),
        pytest.param(("--set", "grdp_growth="), "is not WHAT=VALUE", id="an empty setting"),
        pytest.param(("--set", "grdp_grwth=9"), "Did you mean 'grdp_growth'?", id="a slip in a setting"),
        pytest.param(("--set", "grdp=9 người"), "measure different things", id="a unit of another kind"),
        pytest.param(("--set", "grdp_growth=9", "--set", "grdp_growth=8"), "set twice", id="set twice"),
        pytest.param(
            ("--set", "grdp_growth=9", "--set", "grdp_per_capita=220"),
            "grdp_per_capita[merged, 2030] <- grdp[merged, 2030] <- grdp_growth[merged, 2026-2030]",
            id="a contradiction",
        ),
        pytest.param(
            ("--scenario", SLOW, "--scenario", SLOW, "--scenario", MORE), "two scenarios", id="three scenarios"
        ),
        pytest.param(
            ("--solve", "grdp_growth", "--solve", "population", *GOAL[2:]),
            "one --solve and one --for",
            id="two unknowns",
        ),
        pytest.param(("--solve", "grdp_growth"), "--for", id="an unknown without a goal"),
        pytest.param(GOAL[2:], "goal seek takes one --solve", id="a goal without an unknown"),
        pytest.param(("--solve", "grdp_growth", "--for", "much"), "is not a goal. Write WHAT >= VALUE", id="no goal"),
        pytest.param(("--solve", "grdp_growth", "--for", "grdp >= 9 người"), "different things", id="a goal in people"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(tgkt: Tgkt, args: tuple[str, ...], words: str) -> None:
    """One line on standard error that says what would do, exit code 2, nothing on standard output."""
    done = tgkt("project", *args)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert words in done.err


def test_a_scenario_file_that_cannot_be_read_is_a_data_error(tgkt: Tgkt, tmp_path: Path) -> None:
    """Its line is named, exit code 3."""
    (tmp_path / "bad.yaml").write_text("set:\n  grdp_growth: 9\n", encoding="utf-8")
    done = tgkt.fresh("project", "--scenario", "bad.yaml", cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("bad.yaml:2:16: set.grdp_growth: ")


@pytest.mark.parametrize(
    ("args", "id", "after"),
    [
        pytest.param(("--set", "population=1.9", "triệu"), "population", "1900", id="a scale word without quotes"),
        pytest.param(("--set", "population=1.9 triệu"), "population", "1900", id="a scale word"),
        pytest.param(("--set=population=1,9", "triệu", "người"), "population", "1900", id="a unit without quotes"),
        pytest.param(("--set", "grdp=400", "nghìn", "tỷ"), "grdp", "400", id="a scale word of two words"),
        pytest.param(("--set", "grdp_growth=+0.5", "điểm"), "grdp_growth", "11", id="points without quotes"),
        pytest.param(("--set", "grdp_growth=+0,5 điểm %"), "grdp_growth", "11", id="points with a comma"),
        pytest.param(("--set", "grdp_growth=9,5%"), "grdp_growth", "9.5", id="percent with a comma"),
        pytest.param(("--set", "grdp_growth=9.5", "%/năm"), "grdp_growth", "9.5", id="percent a year without quotes"),
        pytest.param(("--set", "population=1.845,7 nghìn người"), "population", "1845.7", id="as the plan prints it"),
        pytest.param(
            ("--set", "grdp_growth=9,5%", "--set", "population=1.900"), "population", "1900", id="one comma decides"
        ),
        pytest.param(("--set", "grdp_growth=9", "--set", "population=1900.5"), "population", "1900.5", id="plain else"),
    ],
)
def test_a_value_is_read_as_a_person_types_it(tgkt: Tgkt, args: tuple[str, ...], id: str, after: str) -> None:
    """In either notation, with units and scale words, quoted or not; all values of a call in one notation."""
    rows = tgkt("project", *args, "--format", "json").json["rows"]
    assert [Decimal(after)] == [row["after"] for row in rows if row["id"] == id]


@pytest.mark.parametrize(
    ("pace", "same"),
    [("9,5%", "9.5%"), ("9,5 %/năm", "9.5"), ("+0,5 điểm", "+0.5pp"), ("+0.5 điểm %/năm", "+0.5pp")],
)
def test_a_pace_is_read_as_a_person_types_it(tgkt: Tgkt, pace: str, same: str) -> None:
    """Quoted or not."""
    quoted, parted, plain = (
        tgkt("project", "--pace", *words, "-f", "json").json["rows"] for words in ([pace], pace.split(), [same])
    )
    assert quoted == parted == plain


@pytest.mark.parametrize("goal", ["220 triệu", "220", "0,22 tỷ đồng/người", "220 million"])
def test_a_goal_is_read_as_a_person_types_it(tgkt: Tgkt, goal: str) -> None:
    """In the unit of the target, in another scale, or bare."""
    asked = tgkt("project", *GOAL[:2], "--for", f"grdp_per_capita >= {goal}", "-f", "json").json["rows"]
    assert asked == tgkt("project", *GOAL, "-f", "json").json["rows"]


def test_a_scenario_file_is_read_in_one_notation(tgkt: Tgkt, tmp_path: Path) -> None:
    """Its own: what is typed beside it does not decide. A mistake is told with the file."""
    (tmp_path / "a.yaml").write_text('set: {grdp_growth: "9,5%", population: "1.900"}\n', encoding="utf-8")
    args = ("project", "--scenario", str(tmp_path / "a.yaml"), "--set", "forest_cover=60.5", "--format", "json")
    rows = {row["id"]: row["after"] for row in tgkt.fresh(*args).json["rows"]}
    found = [rows[id] for id in ("grdp_growth", "population", "forest_cover")]
    assert found == [Decimal("9.5"), Decimal(1900), Decimal("60.5")]
    (tmp_path / "b.yaml").write_text('set: {grdp_growth: "9,5 người"}\n', encoding="utf-8")
    told = tgkt.fresh("project", "--scenario", str(tmp_path / "b.yaml"))
    assert (told.code, "b.yaml: grdp_growth: 9,5 người: 'người' and '%/năm'" in told.err) == (2, True)


def test_two_scenarios_stand_side_by_side(tgkt: Tgkt) -> None:
    """Each has its rows, under its name, and the same figures before."""
    rows = tgkt("project", "--scenario", SLOW, "--scenario", MORE, "--format", "json").json["rows"]
    by_name = {
        name: {row["id"]: row for row in rows if row["scenario"] == name} for name in {r["scenario"] for r in rows}
    }
    slow, more = by_name["Slow growth (made up)"], by_name["More people (made up)"]
    assert (f"{slow['grdp_growth']['after']}", f"{more['grdp_growth']['after']}") == ("9", "11.5")
    assert set(slow) < set(more)
    assert [name for name in slow if slow[name]["before"] != more[name]["before"]] == []


def test_a_setting_typed_wins_over_the_file(tgkt: Tgkt) -> None:
    """--set adds to a scenario and overrides it; the name says so."""
    rows = tgkt("project", "--scenario", SLOW, "--set", "grdp_growth=8", "--format", "json").json["rows"]
    assert {("Slow growth (made up) + grdp_growth = 8", Decimal(8))} == {
        (row["scenario"], row["after"]) for row in rows if row["id"] == "grdp_growth"
    }


def test_the_figures_of_a_row_fit_together(tgkt: Tgkt) -> None:
    """A gap is the target less a figure, in its unit, and a row that is not reached says why."""
    for row in tgkt("project", "--format", "json").json["rows"]:
        if row["projected_gap"] not in (None, 0):
            assert abs(row["edge"] - row["projected"] - row["projected_gap"]) < Decimal("1e-8")
        assert row["year_reached"] is not None or row["reason"] is not None
        for key in ("current", "needed", "pace"):
            assert (row[key] is None) is (row[f"{key}_unit"] is None)


def test_at_the_required_pace_every_target_is_reached_in_time(tgkt: Tgkt) -> None:
    """No target with a baseline is reached later than it is due; a break or a bound leads nowhere."""
    rows = tgkt("project", "--pace", "required", "--format", "json").json["rows"]
    level = [row for row in rows if row["form"] == "level" and row["baseline"] is not None]
    ways = [row for row in level if row["reason"] not in ("break", "only_a_bound")]
    assert [row["id"] for row in ways if not row["in_time"]] == []
    without = [(row["id"], row["reason"]) for row in level if row not in ways]
    assert without == [("new_rural_commune_share", "break"), ("online_procedure_files_share", "only_a_bound")]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        pytest.param((*GOAL, "--set", "population=2000"), "leave out WHAT", id="--set beside --solve"),
        pytest.param(("grdp", "--scenario", SLOW, "--scenario", MORE), "for one scenario only", id="a way under two"),
        pytest.param(("--set", "grdp_growth=9", "--set", "2=8"), "set twice", id="a code and an id of one figure"),
        pytest.param(("grdp", "--pace=-150%"), "--pace", id="a fall of more than all"),
    ],
)
def test_what_is_asked_is_not_passed_over(tgkt: Tgkt, args: tuple[str, ...], words: str) -> None:
    """What cannot be heard together is refused."""
    done = tgkt("project", *args)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


@pytest.mark.parametrize(
    "args", [("--set", "plums=40"), ("--solve", "apples", "--for", "plums >= 40")], ids=["a what-if", "a goal sought"]
)
def test_a_circle_of_links_is_told(tgkt: Tgkt, tmp_path: Path, args: tuple[str, ...]) -> None:
    """Either the data are refused, or the answer says that the links go round."""
    shutil.copy(EXAMPLES / "scenario_circle_of_links.yaml", tmp_path / "circle.yaml")
    done = tgkt.fresh("project", "--data", str(tmp_path), *args)
    assert "Traceback" not in done.err
    assert "circle" in (done.out + done.err).replace("circle.yaml", "")


@pytest.mark.parametrize("width", [80, 120, 160])
def test_the_pace_of_what_is_named_is_told_on_every_terminal(tgkt: Tgkt, width: int) -> None:
    """Its label, or why there is none, stands below the years where there is no room for a column."""
    shown = tgkt.screen("project", "3", "--lang", "en", width=width, NO_COLOR="1")
    assert "Pace by statcan (Open SDG 2.4.0): no figure after the base year yet; Trend: ↑ better" in " ".join(
        shown.split()
    )


def test_numbers_are_whole_on_a_narrow_terminal(tgkt: Tgkt) -> None:
    """A figure that stands on two lines is no figure."""
    shown = tgkt.screen("project", "--scenario", SLOW, "--scenario", MORE, "--lang", "en", width=80, NO_COLOR="1")
    assert [figure for figure in ("378.26", "1,845.7", "199.08") if figure not in shown] == []


@pytest.mark.parametrize("unknown", ["grdp_growth", "population"])
def test_the_answer_printed_meets_its_goal(tgkt: Tgkt, unknown: str) -> None:
    """What a person reads off the table and types into --set keeps the promise."""
    table = tgkt("project", "--solve", unknown, "--for", "grdp_per_capita >= 220", "--lang", "en").out
    (answer,) = (line.split()[1].replace(",", "") for line in table.splitlines() if line.startswith("Answer"))
    rows = tgkt("project", "--set", f"{unknown}={answer}", "--format", "json").json["rows"]
    assert [row["after"] >= 220 for row in rows if row["id"] == "grdp_per_capita"] == [True]


def test_points_a_year_are_told_from_percent_a_year(tgkt: Tgkt) -> None:
    """A script can tell −0.46 points from −0.46 % a year."""
    units = {row["id"]: row["pace_unit"] for row in tgkt("project", "--format", "json").json["rows"]}
    assert units["grdp"] != units["grdp_share_agriculture"]


def test_rows_of_two_areas_are_told_apart(tgkt: Tgkt) -> None:
    """No table of the plan of the last term, which has rows of two provinces, holds a code twice."""
    for table in tgkt("project", "--plan", "results_2020_2025").out.split("\n\n"):
        codes = [line.split(" ")[0] for line in table.splitlines() if line[:1].isdigit()]
        assert len(codes) == len(set(codes))


SETTING = ("--set", "grdp_growth=9")


@pytest.mark.parametrize(
    ("args", "year", "projected", "reached"),
    [
        pytest.param(("grdp",), 2030, "337.714355", None, id="a name"),
        pytest.param(("grdp", "--year", "2032"), 2032, "414.033144", 2031, id="a year beyond the target"),
        pytest.param(("grdp", "--pace", "9%"), 2030, "337.714355", None, id="a pace for other rows"),
        pytest.param(("grdp", "--method", "linear"), 2030, "337.714355", None, id="a method"),
    ],
)
def test_a_setting_goes_together_with_what_else_is_asked(
    tgkt: Tgkt, args: tuple[str, ...], year: int, projected: str, reached: int | None
) -> None:
    """The way leads to the figure of the scenario, and the effects stand beside it."""
    found = tgkt("project", *args, *SETTING, "--format", "json").json
    (row,) = found["rows"]
    assert (row["year"], f"{row['projected']:.6f}", row["pace_from"]) == (year, projected, "scenario")
    assert (row["year_reached"], row["reason"]) == (reached, None if reached else "scenario_falls_short")
    assert {each["id"] for each in found["effects"]} >= {"grdp", "grdp_growth", "grdp_per_capita"}


def test_a_pace_beside_a_setting_is_that_of_the_rows_it_leaves_alone(tgkt: Tgkt) -> None:
    """Growth set to 9 % moves GRDP; the forest goes on at the pace asked for."""
    rows = tgkt("project", "--pace", "+0.5pp", *SETTING, "--format", "json").json["rows"]
    sources = {row["id"]: row["pace_from"] for row in rows}
    assert (sources["grdp"], sources["trained_labour_share"]) == ("scenario", "rate")


def test_a_picture_of_a_scenario_shows_where_it_leads(tgkt: Tgkt) -> None:
    """Not where the last term's pace would."""
    plain, drawn = (tgkt("project", "grdp", *more, "--chart", "--lang", "en").out for more in ((), SETTING))
    assert plain != drawn
    assert "projected" in drawn


@pytest.mark.parametrize("form", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("name", ["literacy", "Biết chữ"], ids=["by its id", "by words of its title"])
def test_an_indicator_without_any_plan_is_judged_by_its_growth(
    tgkt: Tgkt, tmp_path: Path, form: str, name: str
) -> None:
    """90 to 92 of 100 in three years is substantial progress so near to the limit; target columns are blank."""
    (tmp_path / "data.yaml").write_text(LITERACY, encoding="utf-8")
    asked = ("project", name, "--method", "statcan", "--lang", "en", "--data", str(tmp_path), "--format", form)
    done = tgkt.fresh(*asked)
    assert done.code == 0
    assert "substantial" in done.out
    if form == "json":
        (row,) = done.json["rows"]
        assert (row["pace_label"], f"{row['pace_value']:.9f}") == ("substantial_progress", "0.007353205")
        assert (row["target"], row["target_unit"], row["reason"], done.json["plan"]) == (None, None, "no_row", None)


def test_without_any_plan_all_targets_cannot_be_asked(tgkt: Tgkt, tmp_path: Path) -> None:
    """There are none; one line says so."""
    (tmp_path / "data.yaml").write_text(LITERACY, encoding="utf-8")
    done = tgkt.fresh("project", "--data", str(tmp_path))
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)


LITERACY = """\
areas:
  here: {title: {vi: "Đây", en: "Here"}}
sections:
  s: {vi: "Xã hội", en: "Society"}
origins:
  o: {title: {vi: "Nguồn", en: "Source"}, date: "2024"}
indicators:
  literacy:
    section: s
    title: {vi: "Tỷ lệ biết chữ", en: "Literacy"}
    unit: "%"
    kind: share
    direction: increase
    path: linear
    limit: {low: 0, high: 100}
    blend: {by: none}
observations:
  - {locator: "1", figures: [{indicator: literacy, period: 2020, value: 90, status: official, printed: "90%"}]}
  - {locator: "2", figures: [{indicator: literacy, period: 2023, value: 92, status: official, printed: "92%"}]}
"""
