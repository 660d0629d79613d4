"""`tgkt explain`: everything about one indicator, as text for a letter and as fields."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest
from shipped import rows_of, shipped

from tgkt.report.width import width_of

from .runner import COMMAND, ROOT, Tgkt
from .snapshot import check_snapshot

ASKED = "grdp_per_capita"
FIGURES = [each for each in shipped().observations if each.indicator == ASKED]
SHOWN = {
    "explain_grdp_per_capita_en": ("grdp_per_capita", "--all", "--lang", "en"),
    "explain_grdp_per_capita_vi": ("grdp_per_capita", "--all", "--lang", "vi"),
    "explain_story_population_en": ("11.1", "--lang", "en"),
    "explain_story_population_vi": ("11.1", "--lang", "vi"),
    "explain_story_income_vi": ("23", "--lang", "vi"),
    "explain_story_party_members_en": ("party_members", "--lang", "en"),
    "explain_grdp_per_capita_json": ("grdp_per_capita", "-f", "json"),
    "explain_forest_cover_vi": ("forest_cover", "--all", "--lang", "vi"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_is_kept(tgkt: Tgkt, name: str) -> None:
    """Tables in both languages and JSON are the ones kept."""
    done = tgkt("explain", *SHOWN[name])
    assert (done.code, done.err) == (0, "")
    check_snapshot(name, done.out)


def asked(tgkt: Tgkt, *args: str) -> Any:
    done = tgkt("explain", *args, "-f", "json")
    assert done.code == 0, done.err
    return done.json


def test_every_statement_is_there_with_its_origin(tgkt: Tgkt) -> None:
    """All figures about GRDP per head, those that contradict one another among them."""
    statements = asked(tgkt, "grdp_per_capita")["rows"]
    told = [(each["area"], str(each["value"]), each["origin"]) for each in statements]
    assert ("thai_nguyen", "132", "appendix") in told
    assert ("thai_nguyen", "119", "political_report") in told
    assert ("merged", "119", "political_report") in told
    assert [each for each in statements if not (each["printed"] and each["origin"] and each["locator"])] == []
    assert len(statements) == len(FIGURES)


def test_every_place_named_is_where_the_figure_stands(tgkt: Tgkt) -> None:
    """File and line of each figure are those of a line that holds its digits or its words."""
    for each in asked(tgkt, ASKED)["rows"]:
        file, line, _ = each["declared"].split(":")
        told = "\n".join((ROOT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1 :][:6])
        assert each["printed"] in told, each["declared"]


def test_conflicting_statements_carry_their_notes(tgkt: Tgkt) -> None:
    """Where documents disagree, a neutral sentence says so in both languages."""
    noted = [each for each in asked(tgkt, "grdp_per_capita")["rows"] if each["note"]]
    assert sorted((each["area"], str(each["value"])) for each in noted) == [("merged", "119"), ("thai_nguyen", "119")]
    assert [each for each in noted if not each["note_en"]] == []


def assessed(tgkt: Tgkt) -> tuple[list[Any], list[Any]]:
    """The assessments of explain, and the rows of status for all plans."""
    plans = [tgkt("status", "--plan", plan, "-f", "json") for plan in ("targets_2025_2030", "results_2020_2025")]
    return asked(tgkt, "grdp_per_capita")["assessments"], [row for plan in plans for row in plan.json["rows"]]


def test_the_verdicts_are_those_of_status(tgkt: Tgkt) -> None:
    """Each assessment is the row that `tgkt status` prints for the same target."""
    found, rows = ([{**row, "findings": []} for row in some] for some in assessed(tgkt))
    assert len(found) == len([row for plan in shipped().plans for row in rows_of(plan) if row.indicator.id == ASKED])
    assert [each for each in found if each not in rows] == []


def test_the_findings_are_those_of_status(tgkt: Tgkt) -> None:
    """That two documents print 132 and 119 for one province is said here too."""
    found, rows = assessed(tgkt)
    assert [each for each in found if each not in rows] == []


def test_the_blends_are_those_of_blend(tgkt: Tgkt) -> None:
    """A blend is the row that `tgkt blend` prints."""
    (found,) = asked(tgkt, "grdp_growth")["blends"]
    assert tgkt("blend", "grdp_growth", "-f", "json").json["rows"] == [found]


def test_growth_is_shown_with_its_numbers_put_in(tgkt: Tgkt) -> None:
    """The required pace stands there as one would write it down."""
    assert "(220 / 119)^(1/5) - 1 = +13.08 %" in tgkt("explain", "grdp_per_capita", "--lang", "en").out
    assert "(220 / 119)^(1/5) - 1 = +13,08%" in tgkt("explain", "grdp_per_capita", "--lang", "vi").out


def test_where_an_indicator_is_used(tgkt: Tgkt) -> None:
    """The routes to weights that take it in, each with its formula."""
    shown = tgkt("explain", "grdp_per_capita", "--all", "--lang", "en").out
    assert "grdp.per_head_and_population" in shown
    assert "population.per_head" in shown


def test_an_area_is_chosen(tgkt: Tgkt) -> None:
    """--area leaves the statements and verdicts of that area."""
    found = asked(tgkt, "grdp_per_capita", "--area", "bac_kan")
    assert {each["area"] for each in (*found["rows"], *found["assessments"])} == {"bac_kan"}
    assert len(found["rows"]) == len([each for each in FIGURES if each.area == "bac_kan"])


def test_a_period_is_chosen(tgkt: Tgkt) -> None:
    """--period leaves the statements of that period."""
    found = asked(tgkt, "grdp_per_capita", "--period", "2020")
    assert [(each["period"], str(each["value"])) for each in found["rows"]] == [("2020", "79.4")]
    assert found["blends"] == []


def test_the_day_of_asking_is_chosen(tgkt: Tgkt) -> None:
    """After the deadline a target without a result is not pending any more."""
    before, after = (asked(tgkt, "grdp_per_capita", "--as-of", year, "--area", "merged") for year in ("2025", "2031"))
    assert before["assessments"][0]["verdict"] == "pending"
    assert after["assessments"][0]["verdict"] == "not_assessable"


@pytest.mark.parametrize("form", ["ndjson", "csv", "tsv"])
def test_every_machine_format_has_every_statement(tgkt: Tgkt, form: str) -> None:
    """As many lines as there are statements, and a header where there is one."""
    lines = tgkt("explain", "grdp_per_capita", "-f", form).out.splitlines()
    assert len(lines) == len(FIGURES) + (form != "ndjson")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param(
            ("grdp_per_capta",), "unknown indicator 'grdp_per_capta'. Did you mean 'grdp_per_capita'?", id="a slip"
        ),
        pytest.param(("zzz",), "unknown indicator 'zzz'", id="like no other"),
        pytest.param((), "WHAT", id="no indicator"),
        pytest.param(
            ("grdp", "--area", "bac_kn"), "unknown area 'bac_kn'. Did you mean 'bac_kan'?", id="a slip in the area"
        ),
        pytest.param(("grdp", "--period", "25"), "'25' is not a period", id="a period that is none"),
        pytest.param(("grdp", "--as-of", "soon"), "--as-of", id="a year that is none"),
        pytest.param(("grdp", "hdi"), "hdi", id="two indicators"),
    ],
)
def test_what_is_refused(tgkt: Tgkt, args: tuple[str, ...], told: str) -> None:
    """Exit code 2, nothing on standard output, one line that helps."""
    done = tgkt("explain", *args)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert told in done.err


def test_a_reader_that_leaves_is_no_error(tgkt: Tgkt) -> None:
    """A closed pipe ends quietly."""
    with subprocess.Popen(
        (*COMMAND, "explain", "grdp_per_capita"),
        env=tgkt.environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


@pytest.mark.parametrize("id", ["communes", "hdi", "economic_structure", "bac_kan_ba_be_road", "pci_rank"])
def test_any_sort_of_indicator_is_explained(tgkt: Tgkt, id: str) -> None:
    """Counts, indices, structures, milestones and ranks."""
    done = tgkt("explain", id, "--all", "--lang", "vi")
    assert (done.code, id in done.out) == (0, True)


@pytest.mark.parametrize(
    ("what", "width"), [("11.1", 80), ("23", 100), ("1.2 --across-breaks", 160), ("3 --area thai_nguyen", 80)]
)
def test_a_story_fits_a_screen(tgkt: Tgkt, what: str, width: int) -> None:
    """On a terminal of any common width a story has at most 25 lines, none longer than the width."""
    lines = tgkt.screen("explain", *what.split(), "--lang", "vi", width=width, NO_COLOR="1").rstrip("\n").split("\n")
    assert len(lines) <= 25
    assert max(map(width_of, lines)) <= width


def test_a_story_names_the_command_that_tells_the_rest(tgkt: Tgkt) -> None:
    """The last line is the command as it was given, with --all; it runs, and shows more."""
    story = tgkt("explain", "forest_cover", "--area", "bac_kan", "--lang", "en").out
    command = story.splitlines()[-1].split(":")[0]
    assert command == "tgkt explain forest_cover --area bac_kan --all"
    whole = tgkt(*command.split()[1:], "--lang", "en")
    assert (whole.code, "Every figure printed about it" in whole.out) == (0, True)
    assert "Every figure printed about it" not in story


def test_the_number_that_is_asked_is_told(tgkt: Tgkt) -> None:
    """A number tells its rows, an id every row of the plan in force; what is not told is named."""
    heads = {what: [each for each in ("23.1 ", "23.2 ") if f"\n{each}" in f"\n{tgkt('explain', what).out}"]
             for what in ("23.1", "23.2", "23", "income_per_capita")}  # fmt: skip
    assert heads == {
        "23.1": ["23.1 "],
        "23.2": ["23.2 "],
        "23": ["23.1 ", "23.2 "],
        "income_per_capita": ["23.1 ", "23.2 "],
    }
    assert "Thái Nguyên (merged) 23.2" in tgkt("explain", "23.1", "--lang", "en").out


def test_the_attempts_at_a_figure_are_fields(tgkt: Tgkt) -> None:
    """JSON holds every way to a derived start: what is computed, its ends in a unit, what it assumes."""
    (row,) = asked(tgkt, "population")["assessments"]
    attempts = asked(tgkt, "population")["attempts"]
    assert {each["key"] for each in attempts} == {row["key"]}
    assert [each["how"] for each in attempts] == ["formula", "blend"]
    assert all(each["low"] <= row["baseline_low"] or each["high"] >= row["baseline_high"] for each in attempts)
    assert {each["unit"] for each in attempts} == {row["baseline_unit"]}
    assert attempts[0]["formula"] == row["baseline_formula"]
    assert all(each["assumes_en"] and len(each["assumes"]) == len(each["assumes_en"]) for each in attempts)
    assert asked(tgkt, "forest_cover")["attempts"] == []


def test_what_no_document_prints_is_said_so(tgkt: Tgkt) -> None:
    """The story says so in its one line, the declaration stands under --all; standard error has a note."""
    done = tgkt("explain", "exports", "--lang", "en")
    assert (done.code, "no document prints a figure" in done.out) == (0, True)
    assert "Declared in" in tgkt("explain", "exports", "--all", "--lang", "en").out
    assert "no document prints a figure" in done.err
