"""`tgkt template`: which plan and year are asked about, what is written where, and what is refused."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from loading.mini import BASELINE, INDICATORS, PLAN, TARGET, planned, row, write_files
from openpyxl import load_workbook
from shipped import RESULTS, rows_of

from .runner import Tgkt


@pytest.fixture(scope="module")
def fiscal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan of fiscal years."""
    plan = planned(row("1", TARGET.replace("2030", "2030/31"), BASELINE.replace("2025", "2025/26")))
    plan = plan.replace("period: 2026-2030", "period: 2026/27-2030/31")
    declared = INDICATORS.replace("period: 2024", "period: 2024/25")
    return write_files(tmp_path_factory.mktemp("fiscal") / "data", plan=plan, indicators=declared)


def cells(text: str, mark: str = ",") -> list[list[str]]:
    """The lines of CSV that have more than one cell: heads and targets."""
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=mark)
    return [line for line in lines if len(line) > 1]


def test_a_sheet_goes_to_stdout_as_csv(tgkt: Tgkt) -> None:
    """The plan in force, in the language of the terminal; `-` is stdout too."""
    done = tgkt("template", "2026")
    assert (done.code, done.err) == (0, "")
    assert [line[0] for line in cells(done.out)][1:] == [each.code for each in rows_of("targets_2025_2030")]
    assert tgkt("template", "2026", "-o", "-") == done
    assert tgkt("template", "2026", LANG="vi_VN.UTF-8").raw == tgkt("template", "2026", "--lang", "vi").raw


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("ending", ["csv", "CSV", "xlsx", "XLSX"])
def test_the_ending_of_the_file_decides(tgkt: Tgkt, tmp_path: Path, ending: str, lang: str) -> None:
    """Both hold the same; the same question gives the same bytes, whatever the file is called."""
    files = [tmp_path / f"{name}.{ending}" for name in ("first", "second")]
    for file in files:
        done = tgkt.fresh("template", "2026", "--lang", lang, "-o", str(file))
        assert (done.code, done.out, done.err) == (0, "", "")
    assert files[0].read_bytes() == files[1].read_bytes()
    shown = cells(tgkt("template", "2026", "--lang", lang).out, ";" if lang == "vi" else ",")
    if ending.lower() == "csv":
        assert files[0].read_bytes() == tgkt("template", "2026", "--lang", lang).raw
        return
    page = load_workbook(files[0]).active
    assert page is not None
    written = [["" if each is None else str(each) for each in line] for line in page.iter_rows(values_only=True)]
    assert [line for line in written if any(line[1:])] == shown


def test_a_plan_and_an_area_can_be_named(tgkt: Tgkt) -> None:
    """As everywhere; an area that is not meant without a name stands in each line."""
    done = tgkt("template", "2024", "--plan", RESULTS, "--area", "bac_kan")
    heads, *lines = cells(done.out)
    assert [line[0] for line in lines] == [each.code for each in rows_of(RESULTS, area="bac_kan")]
    assert {line[heads.index("Area")] for line in lines} == {"Bắc Kạn (old)"}


@pytest.mark.parametrize("year", ["2026", "2026/27"])
def test_a_plan_of_fiscal_years_is_asked_with_either(tgkt: Tgkt, fiscal: Path, year: str) -> None:
    """The sheet writes the year as the plan does."""
    done = tgkt("template", year, "--data", str(fiscal))
    assert (done.code, done.err) == (0, "")
    assert "Result 2026/27" in cells(done.out)[0]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        pytest.param(
            ("2031",),
            "YEAR: 2031 is outside the term of targets_2025_2030, 2026-2030. Name a year within it, or another --plan",
            id="a year after the term",
        ),
        pytest.param(
            ("2025",),
            "YEAR: 2025 is outside the term of targets_2025_2030, 2026-2030. Name a year within it, or another --plan",
            id="the base year",
        ),
        pytest.param(
            ("2026-6M",),
            "YEAR: 2026-6M is not a year of targets_2025_2030. Write one of 2026-2030, e.g. 2026",
            id="a part of a year",
        ),
        pytest.param(
            ("2026-2030",),
            "YEAR: 2026-2030 is not a year of targets_2025_2030. Write one of 2026-2030, e.g. 2026",
            id="a term",
        ),
        pytest.param(
            ("2026/27",),
            "YEAR: 2026/27 is not a year of targets_2025_2030. Write one of 2026-2030, e.g. 2026",
            id="a fiscal year in a plan of calendar years",
        ),
        pytest.param(
            ("2026", "--area", "bac_kan"),
            "--area: targets_2025_2030 has no targets of bac_kan. It has those of: merged",
            id="an area without targets",
        ),
        pytest.param(
            ("2026", "-o", "x.ods"),
            "--output: x.ods: the ending decides the format. Name an .xlsx or a .csv file",
            id="another ending",
        ),
        pytest.param(
            ("2026", "-o", "results"),
            "--output: results: the ending decides the format. Name an .xlsx or a .csv file",
            id="no ending",
        ),
        pytest.param(
            ("2026", "-o", "no/folder/x.xlsx"),
            "no/folder/x.xlsx: cannot be written: no such file or directory",
            id="a folder that is not there",
        ),
    ],
)
def test_what_is_refused(tgkt: Tgkt, tmp_path: Path, args: tuple[str, ...], message: str) -> None:
    """One line that says how to mend it, and nothing is written."""
    done = tgkt.fresh("template", *args, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", f"{message}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("args", "near"),
    [
        pytest.param(("twenty",), "is not a period", id="no year"),
        pytest.param(("2026", "--plan", "budget"), "unknown plan 'budget'", id="no such plan"),
        pytest.param(("2026", "--area", "bac_kn"), "'bac_kan'", id="a slip in the area"),
    ],
)
def test_a_slip_is_answered_with_what_there_is(tgkt: Tgkt, args: tuple[str, ...], near: str) -> None:
    """As in every command."""
    done = tgkt("template", *args)
    assert (done.code, done.out) == (2, "")
    assert near in done.err


FILLED = {
    "grdp_growth": ("6,33", ""),
    "forest_cover": (">57,5", "sơ bộ"),
    "preschool_universal": ("có", ""),
    "income_per_capita": ("5,20", ""),
}
TAKEN = [
    ("forest_cover", "57.5", "more_than", "provisional", None),
    ("grdp_growth", "6.33", "equals", None, None),
    ("income_per_capita", "5.20", "equals", None, None),
    ("preschool_universal", None, "milestone", None, True),
]
ENGLISH = {"sơ bộ": "provisional", "có": "yes"}


def fill_in(sheet: Path, lang: str) -> None:
    """Fill a sheet in as a clerk does, every figure as text, in each line that asks for it."""

    def typed(text: str) -> str:
        return text if lang == "vi" else ENGLISH.get(text, text.replace(",", "."))

    answers = {id: [typed(text) for text in (*told, "Báo cáo, bảng 2")] for id, told in FILLED.items()}
    if sheet.suffix == ".xlsx":
        book = load_workbook(sheet)
        for line in book.worksheets[0].iter_rows():
            for cell, text in zip(line[-3:], answers.get(str(line[1].value), []), strict=False):
                cell.value = text or None
        book.save(sheet)
        return
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";" if lang == "vi" else ","))
    filled = [[*line[:-3], *answers.get((*line, "", "")[1], line[-3:])] if len(line) > 1 else line for line in lines]
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";" if lang == "vi" else ",").writerows(filled)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_import_takes_the_sheet_back(tgkt: Tgkt, tmp_path: Path, ending: str, lang: str) -> None:
    """Only filled lines count, digits as typed, words and milestones too; the next sheet shows them."""
    sheet, data = tmp_path / f"sheet.{ending}", str(tmp_path / "data")
    assert tgkt.fresh("template", "2026", "--lang", lang, "-o", str(sheet)).code == 0
    fill_in(sheet, lang)
    document = ("--origin", "Báo cáo năm 2026", "--date", "2026-12-20")
    done = tgkt.fresh("import", str(sheet), "--data", data, *document, "-f", "json")
    assert done.code == 0, done.err
    rows = [each for each in done.json["rows"] if each["action"] != "same"]
    assert {each["area"] for each in rows} == {"merged"}
    assert {str(each["period"]) for each in rows} == {"2026"}
    keys = ("id", "value", "comparator", "status", "reached")
    found = sorted(tuple(each[key] for key in keys) for each in rows)
    assert [(id, value and str(value), *rest) for id, value, *rest in found] == TAKEN
    later = {line[1]: line[4] for line in cells(tgkt.fresh("template", "2027", "--data", data).out)}
    assert [later[id] for id in FILLED] == ["6.33 (2026)", "> 57.5 (2026)", "yes (2026)", "5.20 (2026)"]
    again = tgkt.fresh("import", str(sheet), "--data", data, *document)
    assert (again.code, " new" in again.err) == (0, False)


def test_an_unfilled_sheet_brings_nothing(tgkt: Tgkt, tmp_path: Path) -> None:
    """And is no mistake; neither is the last figure a value, nor the title another indicator."""
    sheet = tmp_path / "sheet.csv"
    assert tgkt.fresh("template", "2024", "--plan", RESULTS, "-o", str(sheet)).code == 0
    done = tgkt.fresh(
        "import", str(sheet), "--data", str(tmp_path / "data"), "--origin", "x", "--dry-run", "-f", "json"
    )
    assert (done.code, done.json["rows"]) == (0, [])
    assert done.err.splitlines()[0] == "97 lines not filled in"
    assert "not read" not in done.err


def test_a_plan_without_targets_has_no_sheet(tgkt: Tgkt, tmp_path: Path) -> None:
    """Told, and the way to another."""
    folder = write_files(tmp_path / "data", plan=PLAN)
    done = tgkt("template", "2026", "--data", str(folder))
    assert (done.code, done.out) == (2, "")
    assert done.err == "the plan plan has no targets. Name another with --plan\n"


def test_a_sheet_that_is_there_is_kept(tgkt: Tgkt, tmp_path: Path) -> None:
    """Somebody may have filled it in; it is written over only when that is asked for."""
    file = tmp_path / "sheet.csv"
    file.write_text("filled in", encoding="utf-8")
    done = tgkt.fresh("template", "2026", "-o", str(file))
    assert (done.code, file.read_text(encoding="utf-8")) == (2, "filled in")
    assert "exists already and may be filled in. Name another file, or give --again" in done.err
    assert tgkt.fresh("template", "2026", "-o", str(file), "--again").code == 0
    assert file.read_text(encoding="utf-8") != "filled in"


FISCAL_TARGET = 'target: {period: 2030/31, comparator: at_least, value: 95, printed: "từ 95% trở lên"}'


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_fiscal_years_in_a_calendar_plan_come_back(tgkt: Tgkt, tmp_path: Path, ending: str, lang: str) -> None:
    """Each line has its own year beside it, and the import takes both."""
    plan = planned(row("1", FISCAL_TARGET), indicator="budget") + (
        '  forest:\n    rows:\n      - code: "2"\n        area: whole\n        locator: "2"\n        ' + f"{TARGET}\n"
    )
    budget = "  budget: {section: society, title: Budget, unit: '%', kind: share, direction: increase, path: linear}\n"
    declared = INDICATORS.replace("observations:", f"{budget}observations:")
    data = str(write_files(tmp_path / "data", plan=plan, indicators=declared))
    sheet = tmp_path / f"sheet.{ending}"
    done = tgkt.fresh("template", "2026", "--data", data, "--lang", lang, "-o", str(sheet))
    assert (done.code, done.err) == (0, "")
    fill_each(sheet, ["91", "92"], ";" if lang == "vi" else ",")
    done = tgkt.fresh(
        "import", str(sheet), "--data", data, "--origin", "R", "--date", "2027-12-20", "--dry-run", "-f", "json"
    )
    assert done.code == 0, done.err
    assert [(each["id"], each["period"], each["value"]) for each in done.json["rows"]] == [
        ("budget", "2026/27", 91),
        ("forest", "2026", 92),
    ]


def fill_each(sheet: Path, values: list[str], mark: str) -> None:
    """Write a result into each line of a sheet, in its order."""
    if sheet.suffix == ".xlsx":
        book = load_workbook(sheet)
        lines = [line for line in book.worksheets[0].iter_rows() if str(line[0].value) in ("1", "2")]
        for line, value in zip(lines, values, strict=True):
            line[-3].value = int(value)
        book.save(sheet)
        return
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.reader(file, delimiter=mark))
    left = iter(values)
    filled = [[*line[:-3], next(left), "", ""] if line[0] in ("1", "2") else line for line in found]
    with sheet.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=mark).writerows(filled)
