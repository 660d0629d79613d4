"""LibreOffice opens the workbook, computes its formulas anew, and shows the numbers that we wrote."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cli.runner import Tgkt
from handed import differences
from openpyxl import load_workbook

from .office import converted, text_of

pytestmark = pytest.mark.foreign

DATA = {"shipped": (), "in English": ("--data", "examples/ireland_climate")}
each_plan = pytest.mark.parametrize("data", DATA.values(), ids=DATA)
each_language = pytest.mark.parametrize("lang", ["vi", "en"])
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
_KEPT = re.compile(rb"(</f>)<v>[^<]*</v>")


def written(tgkt: Tgkt, folder: Path, *args: str) -> Path:
    """The workbook, in a folder of its own so that what LibreOffice saves does not replace it."""
    (folder / "ours").mkdir()
    file = folder / "ours" / "plan.xlsx"
    assert tgkt("report", "-o", str(file), *args).code == 0
    return file


def status_of(tgkt: Tgkt, data: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """The rows for machines by number."""
    return {row["code"]: row for row in tgkt("status", "-f", "json", *data).json["rows"]}


def without_kept(file: Path) -> int:
    """Take the numbers kept beside the formulas out of a workbook; how many there were."""
    with ZipFile(file) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    count = 0
    with ZipFile(file, "w") as out:
        for name, content in parts.items():
            changed, taken = _KEPT.subn(rb"\1", content) if name.startswith("xl/worksheets/") else (content, 0)
            out.writestr(name, changed)
            count += taken
    return count


@each_plan
def test_its_formulas_give_our_numbers(tgkt: Tgkt, tmp_path: Path, data: tuple[str, ...]) -> None:
    """Computed by LibreOffice alone: what we kept beside them was taken out."""
    file = written(tgkt, tmp_path, "--lang", "vi", *data)
    written_sheet: Any = load_workbook(file).worksheets[0]
    formulas = {
        cell.coordinate: (row[0].value.split()[0], cell.column - len(row) - 1)
        for row in written_sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert without_kept(file) == len(formulas) > 30
    saved = converted(file, "xlsx:Calc MS Excel 2007 XML", tmp_path)
    sheet: Any = load_workbook(saved, data_only=True).worksheets[0]
    rows = status_of(tgkt, data)
    for at, (code, column) in formulas.items():
        meant = rows[code]["gap" if column == GAP else "needed"]
        assert abs(sheet[at].value - float(meant)) <= 1e-9 * max(1, abs(float(meant))), (at, code)


GAP = -4  # the column of what is missing, counted from the last


@each_plan
@each_language
def test_it_shows_our_numbers(tgkt: Tgkt, tmp_path: Path, data: tuple[str, ...], lang: str) -> None:
    """Saved as CSV with every cell as it is shown: those of status, in the notation of the language."""
    shown = converted(written(tgkt, tmp_path, "--lang", lang, *data), AS_SHOWN, tmp_path).read_text("utf-8")
    rows = status_of(tgkt, data)
    lines = [cells for cells in csv.reader(shown.splitlines()) if len(cells) > 8 and cells[0].split()[:1] and cells[2]]
    found = [cells for cells in lines if cells[0].split()[0] in rows]
    assert len(found) == len(rows)
    for cells in found:
        goal, gap, needed = cells[-5:-2]
        told = {"code": cells[0], "title": cells[1], "unit": cells[2], "start": cells[3], "target": goal}
        assert differences({**told, "gap": gap, "needed": needed}, rows[cells[0].split()[0]], lang) == []


@each_plan
@each_language
def test_its_pages_show_our_numbers(tgkt: Tgkt, tmp_path: Path, data: tuple[str, ...], lang: str) -> None:
    """None is cut or replaced by ###, and titles and heads stand on every page of the targets."""
    args = ("--parts", "status", "--lang", lang, *data)
    file = written(tgkt, tmp_path, *args)
    pages = text_of(converted(file, "pdf", tmp_path))
    assert "###" not in pages
    texts = csv.reader(converted(file, AS_SHOWN, tmp_path).read_text("utf-8").splitlines())
    figures = {cell for cells in texts for cell in cells[3:-2] if cell[-1:].isdigit() and " " not in cell}
    assert len(figures) > 50
    assert {figure for figure in figures if figure not in pages} == set()
    title = {"vi": "TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU", "en": "PROGRESS TOWARDS THE TARGETS"}[lang]
    head = {"vi": "Còn thiếu", "en": "Gap"}[lang]
    of_targets = [page for page in pages.split("\f") if title in page]
    assert len(of_targets) > 3
    assert all(head in page for page in of_targets)
