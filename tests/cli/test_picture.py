"""`tgkt report --panel`: the page says what the rows of `tgkt panel` say, in every kind of file."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import duckdb
import pytest
from docx import Document
from openpyxl import load_workbook

from tgkt.report.handout.kinds import KINDS

from .runner import ROOT, Tgkt

MADE_UP = ("--data", "examples/panel")
FIGURES, AREAS = "examples/panel/figures.csv", "examples/panel/areas.csv"
PANEL = ("report", "--panel", FIGURES, *MADE_UP)
WITH_AREAS = (*PANEL, "--areas", AREAS)
STATES = {
    "Met": "met",
    "Not met": "not_met",
    "Already met": "already_met",
    "On track": "on_track",
    "Behind": "behind",
    "Already missed": "already_missed",
}
Rows = list[dict[str, str]]


def rows(text: str) -> Rows:
    """The rows of CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def tables(text: str, heading: str) -> Rows:
    """The rows of the tables below a heading of Markdown, by the heads of their columns."""
    found: Rows = []
    part = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    for block in re.findall(r"(?:^\|.*\n)+", part, re.MULTILINE):
        heads, _, *lines = ([cell.strip() for cell in line.strip("|\n").split(" | ")] for line in block.splitlines())
        found += [dict(zip((head.strip("| ") for head in heads), line, strict=True)) for line in lines]
    return [{key: cell.strip("| ") for key, cell in row.items()} for row in found]


def counts(found: Rows) -> Counter[str]:
    """How many rows of the panel are in each state; exceeded is met."""
    states = [row["standing"] or row["verdict"] for row in found]
    told = Counter("met" if each == "exceeded" else each for each in states)
    return told + Counter(uncertain=sum(row["certain"] == "false" for row in found))


TITLES = {"Households with clean water": "clean_water", "Poor households": "poverty", "Income per head": "income"}


@pytest.mark.parametrize("more", [(), ("--as-of", "2026"), ("--as-of", "2030")], ids=["newest", "2026", "2030"])
def test_the_page_counts_the_rows_of_the_panel(tgkt: Tgkt, more: tuple[str, ...]) -> None:
    """Every target in every state, in the order of the plan; what is in none is not judged."""
    panel = rows(tgkt("panel", FIGURES, *MADE_UP, "-f", "csv", *more).out)
    found = tables(tgkt(*PANEL, *more).out, "How many areas stand where")
    assert [TITLES[row["Indicator"]] for row in found] == ["clean_water", "poverty", "income"]
    for row in found:
        told = counts([each for each in panel if each["indicator"] == TITLES[row["Indicator"]]])
        shown = {head: int(row[head]) for head in STATES if head in row}
        assert shown == {head: told[STATES[head]] for head in shown}
        assert sum(shown.values()) == sum(told[name] for name in STATES.values())
        assert int(row["Areas"]) - int(row["Not judged"]) == sum(shown.values())
        assert int(row["Uncertain"]) == told["uncertain"]


def test_parents_count_what_the_panel_counts_by_parent(tgkt: Tgkt) -> None:
    """Areas, coverage and states of each parent and target."""
    panel = rows(tgkt("panel", FIGURES, *MADE_UP, "--areas", AREAS, "--by", "parent", "-f", "csv").out)
    found = tables(tgkt(*WITH_AREAS).out, "By parent area and target")
    assert len(found) == len(panel) > 0
    told = {(row["parent"], row["indicator"]): row for row in panel}
    for row in found:
        own = told[row["Parent area"], TITLES[row["Indicator"]]]
        assert (row["Areas"], row["With a figure"]) == (own["areas"], own["known"])
        assert {head: row[head] for head in STATES if head in row} == {
            head: own[STATES[head]] for head in STATES if head in row
        }
        assert row["Uncertain"] == own["uncertain"]


def test_an_example_that_is_made_up_says_so(tgkt: Tgkt) -> None:
    """In its title, and by its document."""
    lines = tgkt(*PANEL).out.splitlines()
    assert lines[0] == "# Made-up plan for communes 2026-2030"
    assert "- Document: Made-up plan of a province" in lines


def test_certain_answers_are_told_apart(tgkt: Tgkt) -> None:
    """Three are missed or behind, of which rounding could turn two round."""
    told = tgkt(*PANEL).out
    assert "Met or on track: 4, certainly so: 4. Missed or behind: 3, certainly so: 1. Not judged: 2." in told


def test_figures_without_digits_count_as_exact(tgkt: Tgkt, tmp_path: Path) -> None:
    """Which the page says, for its answers are then certain by assumption."""
    file = tmp_path / "figures.parquet"
    told = f"SELECT area, indicator, year, CAST(value AS DECIMAL(9, 1)) AS value FROM '{FIGURES}'"
    with duckdb.connect() as base:
        base.execute(f"COPY ({told}) TO '{file}'")
    says = "every figure counts as exact"
    assert [says in tgkt("report", "--panel", name, *MADE_UP).out for name in (FIGURES, str(file))] == [False, True]


def grid(kind: str, file: Path) -> list[list[str]]:
    """The first table of a file that has the states of targets, cell by cell."""
    if kind == ".docx":
        table = Document(str(file)).tables[0]
        return [[cell.text for cell in row.cells] for row in table.rows]
    if kind == ".xlsx":
        sheet = load_workbook(file).worksheets[0]
        found = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        return [row for row in found if row[0] == "No." or (row[0].isdigit() and row[1] in TITLES)]
    text = file.read_text(encoding="utf-8")
    if kind == ".html":
        table = re.findall(r'<table class="sheet.*?</table>', text, re.DOTALL)[0]
        found = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)]
        return [[cell.replace("&lt;", "<") for cell in row] for row in found]
    first = tables(text, "How many areas stand where")
    return [[*first[0]], *([*row.values()] for row in first)]


@pytest.fixture(scope="module")
def written(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """The page as each kind of file in a language, written once; tests only read it."""

    @cache
    def write(kind: str, lang: str) -> Path:
        file = tmp_path_factory.mktemp("picture") / f"picture{kind}"
        assert tgkt(*WITH_AREAS, "--lang", lang, "-o", str(file)).err == ""
        return file

    return write


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_kind_of_file_has_the_same_table(written: Callable[[str, str], Path], lang: str) -> None:
    """Heads, names and counts; a workbook has numbers as numbers."""
    files = {kind: written(kind, lang) for kind in KINDS}
    told = {kind: grid(kind, file) if lang == "en" else [] for kind, file in files.items()}
    if lang == "en":
        kept = {kind: [[*row[:3], row[5], row[6], *row[8:]] for row in rows] for kind, rows in told.items()}
        assert kept[".md"] == kept[".html"] == kept[".docx"] == kept[".xlsx"]
        assert [row[1] for row in kept[".md"]] == ["Indicator", *TITLES]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_tables_give_the_same_bytes(
    tgkt: Tgkt, written: Callable[[str, str], Path], tmp_path: Path, kind: str
) -> None:
    """In two runs."""
    assert tgkt(*WITH_AREAS, "--lang", "en", "-o", str(tmp_path / f"again{kind}")).code == 0
    assert (tmp_path / f"again{kind}").read_bytes() == written(kind, "en").read_bytes()


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_no_picture_names_a_command(tgkt: Tgkt, lang: str) -> None:
    """Its readers have no terminal."""
    assert "tgkt" not in tgkt(*WITH_AREAS, "--lang", lang).out


def test_what_has_no_room_is_named_beside_the_page(tgkt: Tgkt, tmp_path: Path) -> None:
    """How many rows on the page, and where they are to whoever asked."""
    names = [f"x{at:02}" for at in range(30)]
    listed = "".join(f"{each},p{each}\n" for each in names)
    (tmp_path / "areas.csv").write_text(f"area,parent\n{listed}", encoding="utf-8")
    lines = "".join(f"{each},poverty,2025,9.5\n" for each in names)
    (tmp_path / "figures.csv").write_text(f"area,indicator,year,value\n{lines}", encoding="utf-8")
    answer = tgkt("report", "--panel", str(tmp_path / "figures.csv"), *MADE_UP, "--areas", str(tmp_path / "areas.csv"))
    assert "The 60 rows with the largest share of areas missed or behind are shown; 30 more are left out." in answer.out
    assert "30 rows of a parent area and a target are left out. tgkt panel … --by parent -f csv has them" in answer.err
    assert len(tables(answer.out, "By parent area and target")) == 60
    assert len(tables(answer.out, "By parent area")) == 30


def test_one_section_alone(tgkt: Tgkt) -> None:
    """Said at the top; a section that there is not is refused."""
    assert "- Only the section: Life in the communes" in tgkt(*PANEL, "--section", "life").out
    assert tgkt(*PANEL, "--section", "lives").code == 2


def test_weights_that_are_not_the_plans_are_marked(tgkt: Tgkt) -> None:
    """By a star at the value, which a sentence explains."""
    plain, given = (tgkt(*WITH_AREAS, *more).out for more in ((), ("--weight-by", "income")))
    assert ["weighed as was asked" in told for told in (plain, given)] == [False, True]
    value = next(row["Value"] for row in tables(given, "By parent area and target") if row["Value"])
    assert value.endswith("\\*")


REFUSED = {
    "parts": (("--parts", "status"), "--parts is about the figures of documents, and --panel reads none"),
    "a date of documents": (("--known-by", "2027-01-01"), "--known-by is about the figures of documents"),
    "a baseline, even the usual one": (("--baseline", "later"), "--baseline is about the figures of documents"),
    "breaks": (("--across-breaks",), "--across-breaks is about the figures of documents"),
    "weights without areas": (("--weight-by", "income"), "--weight-by weighs areas in their parents. Give a file"),
    "the least weight without areas": (("--min-weight", "2"), "--min-weight needs the weights of areas. Give a file"),
    "the least weight of areas without weights": (
        ("--areas", "{bare}", "--min-weight", "2"),
        "Add a column weight to the file of --areas",
    ),
    "weights of areas without parents": (
        ("--areas", "{bare}", "--weight-by", "income"),
        "bare.csv names none. Fill in parent",
    ),
    "an unknown weight": (("--areas", AREAS, "--weight-by", "incom"), "Did you mean 'income'?"),
    "a column that is none": (("--map", "worth=value"), "'worth' is no column"),
    "no size": (("--memory", "much"), "'much' is not a size"),
    "a figure file that is not there": (("--panel", "nowhere.csv"), "nowhere.csv: no such file"),
    "an unknown plan": (("--plan", "nowhere"), "nowhere"),
    "an ending that is none of ours": (("-o", "plan.pdf"), "a report cannot be written as .pdf"),
}


@pytest.mark.parametrize(("args", "says"), REFUSED.values(), ids=REFUSED)
def test_options_that_do_not_apply_are_refused(tgkt: Tgkt, tmp_path: Path, args: tuple[str, ...], says: str) -> None:
    """With exit code 2, in one line, and nothing is written."""
    bare = tmp_path / "bare.csv"
    bare.write_text("area,parent\nAn Khê,\nBình Lâm,\nCẩm Sơn,\n", encoding="utf-8")
    answer = tgkt(*PANEL, *(each.format(bare=bare) for each in args))
    assert (answer.code, answer.out, says in answer.err) == (2, "", True), answer.err


@pytest.mark.parametrize(
    "args",
    [("--areas", AREAS), ("--weight-by", "income"), ("--min-weight", "2"), ("--memory", "1GB"), ("--map", "value=x")],
    ids=lambda args: args[0],
)
def test_options_of_a_panel_need_one(tgkt: Tgkt, args: tuple[str, str]) -> None:
    """Without it they would do nothing."""
    answer = tgkt("report", *args)
    assert (answer.code, answer.out) == (2, "")
    assert f"{args[0]} is about tables of figures. Name them with --panel" in answer.err


def test_mistakes_in_the_figures_are_told_with_their_lines(tgkt: Tgkt, tmp_path: Path) -> None:
    """Exit code 3, and the file that was there stays."""
    file, page = tmp_path / "figures.csv", tmp_path / "page.md"
    file.write_text('area,indicator,year,value\nA,poverty,2025,"1.234,5"\n', encoding="utf-8")
    page.write_text("what was there", encoding="utf-8")
    answer = tgkt("report", "--panel", str(file), *MADE_UP, "-o", str(page))
    assert (answer.code, answer.out, page.read_text(encoding="utf-8")) == (3, "", "what was there")
    assert f"{file}:2: '1.234,5': not a number" in answer.err


def test_a_table_that_is_read_is_not_written_over(tgkt: Tgkt, tmp_path: Path) -> None:
    """Whatever its name."""
    file = tmp_path / "figures.md"
    file.write_text("area,indicator,year,value\nA,poverty,2025,9.5\n", encoding="utf-8")
    before = file.read_bytes()
    answer = tgkt("report", "--panel", str(file), *MADE_UP, "-o", str(file))
    assert (answer.code, file.read_bytes()) == (2, before)
    assert "is the table that is read" in answer.err


def test_without_duckdb_the_way_to_it_is_told(tgkt: Tgkt, tmp_path: Path) -> None:
    """As of `tgkt panel`."""
    (tmp_path / "duckdb.py").write_text("raise ImportError\n", encoding="utf-8")
    answer = tgkt.started(*PANEL, env={"PYTHONPATH": f"{tmp_path}:{ROOT}"})
    assert (answer.code, answer.out) == (2, "")
    assert "pip install 'tgkt[panel]'" in answer.err


def test_no_figure_so_far(tgkt: Tgkt, tmp_path: Path) -> None:
    """A year before all figures: nothing is counted, and the page says so."""
    answer = tgkt(*PANEL, "--as-of", "2020")
    assert (answer.code, "There is no figure up to 2020" in answer.out) == (0, True)
