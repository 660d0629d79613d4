"""`tgkt import` of files of statistics offices: what PX-Web and services of SDMX send, into a folder."""

from __future__ import annotations

import csv
import json
import subprocess
from decimal import Decimal
from io import StringIO
from itertools import product
from pathlib import Path

import pytest

from .runner import COMMAND, ROOT, Tgkt

EXAMPLES = ROOT / "tests" / "examples"
PX_WEB, SDG = EXAMPLES / "px_web.json", EXAMPLES / "sdg.csv"
AREAS = {"2": "bac_kan", "3": "thai_nguyen"}
INDICATORS = {"TLCPR": "forest_cover", "DSTB": "population", "LLLD": "labour_force"}
YEARS = {"0": ("2022", ""), "1": ("2023", ""), "2": ("2024", "provisional")}
ORIGIN = ("--origin", "Made up", "--date", "2025-06-30", "--issuer", "statistics")


def said(file: Path, folder: Path) -> tuple[str, ...]:
    """The import of an example with its file of codes."""
    return ("import", str(file), "--map", str(file.with_suffix(".yaml")), "--data", str(folder))


def cells() -> dict[tuple[str, str, str], tuple[str, str]]:
    """Every cell of the slice of the example of PX-Web: its digits, and how settled it is."""
    found = json.loads(PX_WEB.read_text(encoding="utf-8"), parse_float=str, parse_int=str)
    codes = [list(found["dimension"][id]["category"]["index"]) for id in found["id"]]
    units = found["dimension"]["ContentsCode"]["category"]["unit"]
    told = {}
    for (what, area, year), value in zip(product(*codes), found["value"], strict=True):
        if area in AREAS and value is not None:
            places = -int(units[what]["decimals"])
            digits = str(Decimal(value).quantize(Decimal(1).scaleb(places)))
            period, status = YEARS[year]
            told[INDICATORS[what], AREAS[area], period] = digits, status
    return told


def test_every_cell_of_the_slice_arrives(tgkt: Tgkt, tmp_path: Path) -> None:
    """With its digits, its unit and its status, in the answer and in the data."""
    folder = tmp_path / "mine"
    done = tgkt.fresh(*said(PX_WEB, folder), *ORIGIN, "-f", "json")
    assert (done.code, done.err.splitlines()) == (
        0,
        [
            "Tỉnh, thành phố: not in the map, and left out: 0 (CẢ NƯỚC), 1 (Hà Nội)",
            "18 cells are outside the chosen part",
            "1 value not available",
            f"{folder}: created on top of the shipped data",
            f"{folder}/imported.yaml: 17 figures read: 17 new",
        ],
    )
    rows = done.json["rows"]
    arrived = {(row["id"], row["area"], row["period"]): (str(row["value"]), row["status"] or "") for row in rows}
    assert arrived == cells()
    assert {row["unit"] for row in rows} == {"%", "nghìn người"}
    assert tgkt.fresh("export", str(tmp_path / "out"), "--data", str(folder)).code == 0
    text = (tmp_path / "out" / "figures.csv").read_text(encoding="utf-8-sig")
    exported = [row for row in csv.DictReader(StringIO(text)) if row["origin"] == "made_up"]
    kept = {(row["indicator"], row["area"], row["period"]): row["value"] for row in exported}
    assert kept == {key: digits for key, (digits, _) in cells().items()}
    assert "px_web.json, TLCPR / Bắc Kạn / 2022" in {row["locator"] for row in exported}


@pytest.mark.parametrize("file", [PX_WEB, SDG], ids=["JSON-stat", "SDMX-CSV"])
def test_twice_is_once(tgkt: Tgkt, tmp_path: Path, file: Path) -> None:
    """A second run finds nothing new and changes no byte."""
    folder = tmp_path / "mine"
    assert tgkt.fresh(*said(file, folder), *ORIGIN).code == 0
    before = (folder / "imported.yaml").read_bytes()
    again = tgkt.fresh(*said(file, folder), *ORIGIN, "-f", "json")
    assert {row["action"] for row in again.json["rows"]} == {"same"}
    assert (folder / "imported.yaml").read_bytes() == before


def test_a_dataflow_arrives(tgkt: Tgkt, tmp_path: Path) -> None:
    """Persons stay persons, a missing value is counted, a break is told."""
    done = tgkt.fresh(*said(SDG, tmp_path / "mine"), *ORIGIN, "-f", "csv")
    rows = list(csv.DictReader(StringIO(done.out)))
    told = [(row["id"], row["period"], row["value"], row["unit"], row["status"], row["line"]) for row in rows]
    assert told == [
        ("forest_cover", "#2022", "73.40", "%", "official", "2"),
        ("forest_cover", "#2023", "73.38", "%", "provisional", "3"),
        ("population", "#2022", "324350", "người", "estimated", "5"),
        ("population", "#2023", "1350310", "người", "", "8"),
    ]
    assert done.err.splitlines()[:4] == [
        "REF_AREA: not in the map, and left out: VN",
        "the office marks a break of 'population' in 2023. If it is one, declare it in a block 'breaks:' of the data",
        "2 cells are outside the chosen part",
        "1 value not available",
    ]


def test_a_cube_may_come_through_standard_input(tgkt: Tgkt, tmp_path: Path) -> None:
    """As another program hands it on."""
    command = (*COMMAND, *said(PX_WEB, tmp_path / "mine"), *ORIGIN, "--dry-run", "-f", "csv")
    command = tuple("-" if each == str(PX_WEB) else each for each in command)
    done = subprocess.run(
        command, input=PX_WEB.read_bytes(), env=tgkt.environment({}), cwd=ROOT, capture_output=True, check=False
    )
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 18)
    assert done.stdout.splitlines()[1].startswith("stdin/TLCPR / Bắc Kạn / 2022".encode())


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        pytest.param(
            (),
            3,
            "px_web.json: chưa có nguồn. Nêu nguồn bằng --origin và ngày ban hành bằng --date; trong tệp ghi: "
            "Số liệu bịa ra để kiểm thử, 2025-06-30T08:00:00Z",
            id="no document",
        ),
        pytest.param(
            (*ORIGIN, "--map", "khac.yaml"),
            2,
            "--map: nêu hai tệp, px_web.yaml và khac.yaml. Chỉ nêu một tệp",
            id="two files of codes",
        ),
        pytest.param(
            (*ORIGIN, "--map", "khac=x"),
            2,
            "--map khac=x: với bảng của cơ quan thống kê chỉ nêu indicator, area hoặc period, ví dụ "
            "--map area=REF_AREA; phần còn lại ghi trong tệp mã",
            id="a pair for something else",
        ),
    ],
)
def test_mistakes_are_told_in_vietnamese(
    tgkt: Tgkt, tmp_path: Path, args: tuple[str, ...], code: int, told: str
) -> None:
    """In one line, and nothing is written."""
    for file in (PX_WEB, PX_WEB.with_suffix(".yaml")):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    command = ("import", "px_web.json", "--map", "px_web.yaml", "--data", "mine", "--lang", "vi", *args)
    done = tgkt.fresh(*command, cwd=tmp_path)
    assert done.code == code
    assert told in done.err.splitlines()
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("command", [("init", "new", "--from", "a.txt"), ("import", "a.csv", "--map", "codes.yaml")])
def test_what_reads_no_cube_says_so(tgkt: Tgkt, tmp_path: Path, command: tuple[str, ...]) -> None:
    """A cube for init, and a file of codes for a table."""
    (tmp_path / "a.txt").write_text("{}", encoding="utf-8")
    (tmp_path / "a.csv").write_text("indicator,2026\nforest_cover,61\n", encoding="utf-8")
    done = tgkt.fresh(*command, *(("--data", "mine") if command[0] == "import" else ()), cwd=tmp_path)
    assert (done.code, done.out) in ((2, ""), (3, ""))
    assert done.err in (
        "a.txt: JSON, which only import reads. Save it as .xlsx or CSV\n",
        "--map codes.yaml: a file of codes goes with JSON-stat and SDMX-CSV. For a table write e.g. "
        "--map indicator=Measure\n",
    )


OWN = """\
fixed:
  SCENARIO: stated
  MEASURE: absolute
  TIMING: in_year
  STATEMENT: "1"
  ORIGIN: political_report
  AMBITION: "false"
status: {A: unstated, E: unstated, F: unstated, P: unstated}
"""


@pytest.fixture(scope="module")
def out(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped data in both forms of statistics offices, written once; tests only read them."""
    folder = tmp_path_factory.mktemp("offices") / "out"
    assert tgkt.fresh("export", str(folder), "--sdmx", "--json-stat", "--data", str(ROOT / "data")).code == 0
    return folder


@pytest.mark.parametrize("edition", ["1.0", "2.0"])
def test_what_tgkt_writes_as_sdmx_is_what_the_data_hold(tgkt: Tgkt, out: Path, tmp_path: Path, edition: str) -> None:
    """Every figure that a document prints for a year comes back as the same: digits, unit and words around it."""
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    file = out / f"figures-{edition}.csv"
    command = ("import", str(file), "--map", "own.yaml", "--data", "mine", "--origin", "political_report", "--dry-run")
    done = tgkt.fresh(*command, "-f", "json", cwd=tmp_path)
    assert done.code == 0
    assert {row["action"] for row in done.json["rows"]} == {"same"}
    assert len(done.json["rows"]) > 100


OWN_CUBE = """\
indicator: {indicator}
fixed: {{scenario: stated, timing: in_year, statement: "1", measure: absolute, number: value, origin: {origin}}}
status: {{estimated: unstated, provisional: unstated}}
"""


@pytest.mark.parametrize(
    ("indicator", "origin", "count"),
    [
        ("grdp_per_capita", "political_report", 4),
        ("grdp_per_capita", "appendix", 2),
        ("revenue", "political_report", 2),
    ],
)
def test_what_tgkt_writes_as_json_stat_is_what_the_data_hold(
    tgkt: Tgkt, out: Path, tmp_path: Path, indicator: str, origin: str, count: int
) -> None:
    """Every figure of a slice comes back as the same, with the digits of its document: 119 is not 119.0."""
    (tmp_path / "own.yaml").write_text(OWN_CUBE.format(indicator=indicator, origin=origin), encoding="utf-8")
    file = out / f"{indicator}.json"
    command = ("import", str(file), "--map", "own.yaml", "--data", "mine", "--origin", origin, "--dry-run")
    done = tgkt.fresh(*command, "-f", "json", cwd=tmp_path)
    assert done.code == 0, done.err
    assert [row["action"] for row in done.json["rows"]] == ["same"] * count
