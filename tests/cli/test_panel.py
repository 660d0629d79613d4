"""`tgkt panel`: tables in, a row for each pair out, and every mistake with its line."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from .runner import ROOT, Tgkt

MADE_UP = ("--data", "examples/panel")
FIGURES = "examples/panel/figures.csv"
HEAD = "area,indicator,year,value\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A table of figures that a test fills."""
    return tmp_path / "figures.csv"


def rows(text: str) -> list[dict[str, str]]:
    """The rows of CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def test_every_pair_has_a_row(tgkt: Tgkt) -> None:
    """Three communes by three indicators, in order."""
    found = rows(tgkt("panel", FIGURES, *MADE_UP, "-f", "csv").out)
    assert [(each["area"], each["indicator"]) for each in found][:3] == [
        ("An Khê", "clean_water"),
        ("An Khê", "income"),
        ("An Khê", "poverty"),
    ]
    assert len(found) == 9
    assert {each["verdict"] for each in found} == {"pending"}


def test_a_row_says_what_status_says(tgkt: Tgkt) -> None:
    """2.4 of 4.2 points in two of five years; 52 to 62.3 where 78 is asked for."""
    found = {
        (each["area"], each["indicator"]): each for each in rows(tgkt("panel", FIGURES, *MADE_UP, "-f", "csv").out)
    }
    income = found["An Khê", "income"]
    assert (income["start"], income["end"], income["target"], income["gap"]) == ("52.0", "62.3", "78.0", "15.7")
    assert (income["standing"], income["certain"], income["reason"]) == ("on_track", "true", "path_on_track")
    assert found["Bình Lâm", "income"]["reason"] == "multiple_of_base"


def test_as_of_leaves_later_figures_out(tgkt: Tgkt) -> None:
    """As of 2026 An Khê's clean water is that of 2026."""
    found = rows(tgkt("panel", FIGURES, *MADE_UP, "-f", "csv", "--as-of", "2026").out)
    assert next(each for each in found if each["indicator"] == "clean_water")["end"] == "91.2"


def test_standard_input_is_csv(tgkt: Tgkt) -> None:
    """`-` is a table like any other."""
    command = [sys.executable, "-m", "tgkt", "panel", "-", *MADE_UP, "-f", "csv"]
    with (ROOT / FIGURES).open("rb") as told:
        done = subprocess.run(command, stdin=told, capture_output=True, check=True, cwd=ROOT, env=tgkt.environment({}))
    assert done.stdout.decode() == tgkt("panel", FIGURES, *MADE_UP, "-f", "csv").out


@pytest.mark.parametrize("ending", ["csv", "ndjson", "parquet"])
def test_a_file_has_the_format_of_its_ending(tgkt: Tgkt, tmp_path: Path, ending: str) -> None:
    """Another program reads as many rows."""
    answer = tmp_path / f"answer.{ending}"
    assert tgkt("panel", FIGURES, *MADE_UP, "-o", str(answer)).code == 0
    reader = {"csv": "read_csv", "ndjson": "read_json", "parquet": "read_parquet"}[ending]
    with duckdb.connect() as base:
        assert base.execute(f"SELECT COUNT(*) FROM {reader}('{answer}')").fetchall() == [(9,)]


def test_fail_on_finds_a_state(tgkt: Tgkt) -> None:
    """Someone is behind; nobody has been judged for good."""
    assert tgkt("panel", FIGURES, *MADE_UP, "--fail-on", "behind").code == 1
    assert tgkt("panel", FIGURES, *MADE_UP, "--fail-on", "not_met").code == 0


def test_answers_that_are_read_twice_are_the_same(tgkt: Tgkt) -> None:
    """They are kept in between where something is looked for in them, and otherwise not."""
    once, twice = (tgkt("panel", FIGURES, *MADE_UP, "-f", "csv", *more) for more in ((), ("--fail-on", "behind")))
    assert (once.code, twice.code) == (0, 1)
    assert once.out == twice.out != ""


def test_columns_may_have_other_names(tgkt: Tgkt, file: Path) -> None:
    """And the fields another separator."""
    file.write_text("xa;indicator;year;so_lieu\nA;clean_water;2025;88.0\n", encoding="utf-8")
    answer = tgkt("panel", str(file), *MADE_UP, "--map", "area=xa", "--map", "value=so_lieu", "-f", "csv")
    assert [each["area"] for each in rows(answer.out)] == ["A"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('A,poverty,2025,"1.234,5"', ":2: '1.234,5': not a number"),
        ("A,poverty,1825,3", ":2: '1825': not a year from 1900 to 2200"),
        ("A,poverti,2025,3", ":2: unknown indicator 'poverti' in 1 rows. Did you mean 'poverty'?"),
        ("A,poverty,2025,130", ":2: 130 is outside the natural limits of 'poverty'"),
        ("A,poverty,2024,3\nA,poverty,2025,-1\nB,poverty,2025,4", ":3: -1 is outside the natural limits of 'poverty'"),
        ("A,poverty,2025,3\nA,poverty,2025,4", ":3: 'poverty' in 'A' has 2 figures of 2025. Keep one"),
    ],
    ids=["grouped digits", "a year", "an unknown indicator", "beyond the limits", "below the limits", "two figures"],
)
def test_a_mistake_is_told_with_its_line(tgkt: Tgkt, file: Path, line: str, told: str) -> None:
    """Exit code 3, no rows, no traceback."""
    file.write_text(f"{HEAD}{line}\n", encoding="utf-8")
    answer = tgkt("panel", str(file), *MADE_UP)
    assert (answer.code, answer.out) == (3, "")
    assert f"{file}{told}" in answer.err


def test_a_unit_of_something_else_is_refused(tgkt: Tgkt, file: Path) -> None:
    """Money per head is no share."""
    file.write_text("area,indicator,year,value,unit\nA,poverty,2025,3,triệu đồng/người\n", encoding="utf-8")
    answer = tgkt("panel", str(file), *MADE_UP)
    assert (answer.code, answer.err.partition(":2: ")[2][:20]) == (3, "'triệu đồng/người' d")


def test_a_unit_of_the_same_kind_is_turned(tgkt: Tgkt, file: Path) -> None:
    """52,000 thousand đồng are 52 million."""
    file.write_text("area,indicator,year,value,unit\nA,income,2025,52000,nghìn đồng/người\n", encoding="utf-8")
    assert rows(tgkt("panel", str(file), *MADE_UP, "-f", "csv").out)[0]["start"] == "52.000"


def test_an_area_that_is_not_listed_is_refused(tgkt: Tgkt, file: Path, tmp_path: Path) -> None:
    """With the nearest name, and without it where the areas are not listed."""
    file.write_text(f"{HEAD}Đông Sơm,poverty,2025,3\n", encoding="utf-8")
    areas = tmp_path / "areas.csv"
    areas.write_text("area,parent\nĐông Sơn,Nam\n", encoding="utf-8")
    assert "Did you mean 'Đông Sơn'?" in tgkt("panel", str(file), *MADE_UP, "--areas", str(areas)).err
    assert tgkt("panel", str(file), *MADE_UP).code == 0


def test_binary_fractions_are_refused(tgkt: Tgkt, tmp_path: Path) -> None:
    """A DOUBLE has no printed digits; a DECIMAL counts as exact, which a note says."""
    for kind in ("DOUBLE", "NUMERIC(9, 1)"):
        with duckdb.connect() as base:
            told = f"SELECT 'A' AS area, 'poverty' AS indicator, 2025 AS year, CAST(3.1 AS {kind}) AS value"
            base.execute(f"COPY ({told}) TO '{tmp_path / kind[:3]}.parquet' (FORMAT parquet)")
        answer = tgkt("panel", f"{tmp_path / kind[:3]}.parquet", *MADE_UP)
        if kind == "DOUBLE":
            assert (answer.code, "Write it as DECIMAL" in answer.err) == (3, True)
        else:
            assert (answer.code, "count as exact" in answer.err) == (0, True)


def test_texts_in_a_table_with_types_are_refused(tgkt: Tgkt, tmp_path: Path) -> None:
    """Their digits are not counted; CSV is where numbers are text."""
    with duckdb.connect() as base:
        told = "SELECT 'A' AS area, 'poverty' AS indicator, 2025 AS year, '3.1' AS value"
        base.execute(f"COPY ({told}) TO '{tmp_path / 'text.parquet'}' (FORMAT parquet)")
    answer = tgkt("panel", f"{tmp_path / 'text.parquet'}", *MADE_UP)
    assert (answer.code, "is VARCHAR, which is no number" in answer.err) == (3, True)


def test_nothing_is_left_behind(tgkt: Tgkt, tmp_path: Path) -> None:
    """The private folder is gone when the answer is there, and when there is none."""
    for files in ((FIGURES,), (FIGURES, FIGURES)):
        tgkt("panel", *files, *MADE_UP, TMPDIR=str(tmp_path))
        assert [*tmp_path.iterdir()] == []


def test_parents_count_their_areas(tgkt: Tgkt, tmp_path: Path) -> None:
    """Both communes of the north are behind on poverty, one of them perhaps not; one of the south has no figure."""
    areas = tmp_path / "areas.csv"
    areas.write_text("area,parent\nAn Khê,North\nBình Lâm,North\nCẩm Sơn,South\nĐông Hải,South\n", encoding="utf-8")
    found = rows(tgkt("panel", FIGURES, *MADE_UP, "--areas", str(areas), "--by", "parent", "-f", "csv").out)
    told = {(each["parent"], each["indicator"]): each for each in found}
    names = ("areas", "known", "coverage", "already_met", "on_track", "behind", "uncertain")
    assert [told["North", "poverty"][name] for name in names] == ["2", "2", "1.0", "0", "0", "2", "1"]
    assert [told["South", "poverty"][name] for name in names] == ["2", "1", "0.5", "0", "1", "0", "0"]
    assert "North" in tgkt("panel", FIGURES, *MADE_UP, "--areas", str(areas), "--by", "parent").out


def test_parents_need_areas(tgkt: Tgkt) -> None:
    """Nothing says otherwise what lies in what."""
    answer = tgkt("panel", FIGURES, *MADE_UP, "--by", "parent")
    assert (answer.code, "--areas" in answer.err) == (2, True)


@pytest.mark.parametrize("through", ["its name", "a link"])
def test_a_table_that_is_read_is_not_written_over(tgkt: Tgkt, file: Path, through: str) -> None:
    """The figures stay as they are, whatever the file is called."""
    file.write_text(f"{HEAD}An Khê,clean_water,2025,88\nAn Khê,clean_water,2026,90\n", encoding="utf-8")
    before, output = file.read_bytes(), file
    if through == "a link":
        output = file.with_name("answer.csv")
        output.symlink_to(file)
    refused = tgkt("panel", str(file), *MADE_UP, "-o", str(output))
    assert (refused.code, file.read_bytes()) == (2, before)
    assert "is the table that is read. Name another file" in refused.err


@pytest.mark.parametrize("option", [("--delimiter", "semicolon"), ("--bom",)], ids=" ".join)
def test_csv_of_a_panel_has_one_form(tgkt: Tgkt, option: tuple[str, ...]) -> None:
    """Options for office programs, which open no million rows, are not offered."""
    assert tgkt("panel", FIGURES, *MADE_UP, "-f", "csv", *option).code == 2
    assert option[0] not in tgkt("panel", "--help").out


def test_parents_without_a_blend_say_so(tgkt: Tgkt, tmp_path: Path) -> None:
    """The plan of the example blends nothing."""
    areas = tmp_path / "areas.csv"
    areas.write_text("area,parent\nAn Khê,North\nBình Lâm,North\nCẩm Sơn,South\n", encoding="utf-8")
    found = rows(tgkt("panel", FIGURES, *MADE_UP, "--areas", str(areas), "--by", "parent", "-f", "csv").out)
    assert {(each["value"], each["value_reason"]) for each in found} == {("", "no_aggregation")}


WEIGHED = ("--by", "parent", "-f", "csv")


def test_parents_weigh_their_areas(tgkt: Tgkt, tmp_path: Path) -> None:
    """Both communes of the north are behind on poverty, none on water; the south has 3 of 7 with figures."""
    areas = tmp_path / "areas.csv"
    areas.write_text(
        "area,parent,weight\nAn Khê,North,10.5\nBình Lâm,North,2\nCẩm Sơn,South,3\nĐông Hải,South,4\n", encoding="utf-8"
    )
    found = rows(tgkt("panel", FIGURES, *MADE_UP, "--areas", str(areas), *WEIGHED).out)
    told = {(each["parent"], each["indicator"]): (each["weight"], each["behind_weight"]) for each in found}
    assert told["North", "poverty"] == ("12.5", "12.5")
    assert told["North", "clean_water"] == ("12.5", "0.0")
    assert told["South", "income"] == ("7.0", "3.0")


def test_areas_without_weights_have_none(tgkt: Tgkt, tmp_path: Path) -> None:
    """Empty, not zero."""
    areas = tmp_path / "areas.csv"
    areas.write_text("area,parent\nAn Khê,North\nBình Lâm,North\nCẩm Sơn,South\n", encoding="utf-8")
    found = rows(tgkt("panel", FIGURES, *MADE_UP, "--areas", str(areas), *WEIGHED).out)
    assert {(each["weight"], each["met_weight"], each["behind_weight"]) for each in found} == {("", "", "")}


@pytest.mark.parametrize("weight", ["", "-2", "1e3", '"1,000"', "many"], ids=lambda each: each or "nothing")
def test_a_weight_that_is_none_is_refused(tgkt: Tgkt, tmp_path: Path, weight: str) -> None:
    """With its line."""
    areas = tmp_path / "areas.csv"
    areas.write_text(
        f"area,parent,weight\nAn Khê,North,1\nBình Lâm,North,{weight}\nCẩm Sơn,South,1\n", encoding="utf-8"
    )
    answer = tgkt("panel", FIGURES, *MADE_UP, "--areas", str(areas), *WEIGHED)
    assert answer.code == 3
    assert f"{areas}:3: '{weight.strip(chr(34))}' is no weight of 'Bình Lâm'" in answer.err


def test_what_met_is_weighed(tgkt: Tgkt, file: Path, tmp_path: Path) -> None:
    """At the deadline one of two communes met, with two thirds of the weight."""
    areas = tmp_path / "areas.csv"
    areas.write_text("area,parent,weight\nA,North,2\nB,North,1\n", encoding="utf-8")
    file.write_text(f"{HEAD}A,clean_water,2030,96.0\nB,clean_water,2030,90.0\n", encoding="utf-8")
    answer = tgkt("panel", str(file), *MADE_UP, "--areas", str(areas), *WEIGHED)
    (found,) = [each for each in rows(answer.out) if each["indicator"] == "clean_water"]
    assert (found["met"], found["not_met"], found["met_weight"], found["weight"]) == ("1", "1", "2", "3")


def test_a_parent_of_which_nothing_is_known_has_a_row(tgkt: Tgkt, tmp_path: Path) -> None:
    """It is in no state, none of its weight is met, and the reason says so."""
    areas = tmp_path / "areas.csv"
    listed = "An Khê,North,1\nBình Lâm,North,2\nCẩm Sơn,North,3\nĐông Hải,South,4\nÊa Kao,South,5\n"
    areas.write_text(f"area,parent,weight\n{listed}", encoding="utf-8")
    found = rows(tgkt("panel", FIGURES, *MADE_UP, "--areas", str(areas), *WEIGHED).out)
    south = [each for each in found if each["parent"] == "South"]
    assert [each["indicator"] for each in south] == ["clean_water", "income", "poverty"]
    names = (
        "areas",
        "known",
        "coverage",
        "on_track",
        "behind",
        "weight",
        "met_weight",
        "behind_weight",
        "year",
        "value_reason",
    )
    assert {tuple(each[name] for name in names) for each in south} == {
        ("2", "0", "0.0", "0", "0", "9", "0", "0", "", "no_aggregation")
    }


def test_other_weights_are_noted(tgkt: Tgkt, tmp_path: Path) -> None:
    """Two shares weighed by income, which no plan would; income itself stays."""
    areas = tmp_path / "areas.csv"
    areas.write_text("area,parent\nAn Khê,North\nBình Lâm,North\nCẩm Sơn,South\n", encoding="utf-8")
    answer = tgkt("panel", FIGURES, *MADE_UP, "--areas", str(areas), *WEIGHED, "--weight-by", "income")
    found = {(each["parent"], each["indicator"]): each for each in rows(answer.out)}
    assert found["North", "poverty"]["weight_given"] == "true"
    assert float(found["North", "poverty"]["value"]) == pytest.approx((5.6 * 62.3 + 3.0 * 60.5) / (62.3 + 60.5))
    assert found["North", "income"]["weight_given"] == "false"
    assert "2 indicators are weighed by income, not as the plan declares: clean_water, poverty" in answer.err


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--weight-by", "income"), "Add --by parent"), ((*WEIGHED, "--weight-by", "incom"), "Did you mean 'income'?")],
    ids=["without parents", "an unknown indicator"],
)
def test_weights_that_cannot_be_are_refused(tgkt: Tgkt, tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    """As a mistake of the command."""
    areas = tmp_path / "areas.csv"
    areas.write_text("area,parent\nAn Khê,North\nBình Lâm,North\nCẩm Sơn,South\n", encoding="utf-8")
    answer = tgkt("panel", FIGURES, *MADE_UP, "--areas", str(areas), *options)
    assert (answer.code, told in answer.err) == (2, True)


def test_light_areas_are_not_named_as_worst(tgkt: Tgkt, tmp_path: Path) -> None:
    """An Khê is the second, and weighs too little; without weights, or parents, the wish is refused."""
    areas = tmp_path / "areas.csv"
    asked = ("panel", FIGURES, *MADE_UP, "--areas", str(areas), *WEIGHED)
    areas.write_text("area,parent,weight\nAn Khê,North,1\nBình Lâm,North,2\nCẩm Sơn,North,2\n", encoding="utf-8")
    found = [
        next(each for each in rows(tgkt(*asked, *more).out) if each["indicator"] == "poverty")
        for more in ((), ("--min-weight", "2"))
    ]
    assert [(each["worst_1"], each["worst_2"], each["worst_3"]) for each in found] == [
        ("Cẩm Sơn", "An Khê", "Bình Lâm"),
        ("Cẩm Sơn", "Bình Lâm", ""),
    ]
    bare = tmp_path / "bare.csv"
    bare.write_text("area,parent\nAn Khê,North\nBình Lâm,North\nCẩm Sơn,North\n", encoding="utf-8")
    refused = tgkt("panel", FIGURES, *MADE_UP, "--areas", str(bare), *WEIGHED, "--min-weight", "2")
    assert (refused.code, "column weight" in refused.err) == (2, True)
    assert tgkt("panel", FIGURES, *MADE_UP, "--min-weight", "2").code == 2


def test_a_figure_of_too_many_digits_is_a_mistake_of_the_data(tgkt: Tgkt, tmp_path: Path) -> None:
    """Beside one of many decimals its product would overflow: it is named with its line before."""
    file = tmp_path / "large.csv"
    file.write_text(f"{HEAD}A,clean_water,2025,1{'0' * 27}\nB,clean_water,2025,88.123456\n", encoding="utf-8")
    refused = tgkt("panel", str(file), *MADE_UP)
    assert (refused.code, refused.out) == (3, "")
    assert "large.csv:2" in refused.err
    assert "has more digits than panel computes with" in refused.err
