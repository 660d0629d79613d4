"""The workbook as a whole."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cli.runner import Tgkt
from openpyxl import load_workbook

from tgkt.errors import UsageError
from tgkt.report.handout.xlsx.book import document_workbook

from .workbooks import FIRST, PLANS, document, opened, written

SHEETS = {
    "vi": ["Các chỉ tiêu", "Tổng hợp", "Kết quả 2020-2025", "Phát hiện", "Số liệu hợp nhất", "Văn kiện"],
    "en": ["The targets", "Scoreboard", "Results 2020-2025", "Findings", "Merged figures", "Documents"],
}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_there_is_a_sheet_for_each_part(lang: str) -> None:
    """Named in its language, the targets first, and numbered."""
    book = opened("", lang)
    assert book.sheetnames == SHEETS[lang]
    numbered = {"vi": "Biểu số {}", "en": "Table {}"}[lang]
    assert [sheet["A1"].value for sheet in book] == [numbered.format(at) for at in range(1, 7)]


def test_parts_are_left_out(tgkt: Tgkt, tmp_path: Path) -> None:
    """What is not asked for has no sheet; documents and method stay."""
    file = tmp_path / "plan.xlsx"
    assert tgkt("report", "--parts", "findings", "--lang", "en", "-o", str(file)).code == 0
    assert load_workbook(file).sheetnames == ["Findings", "Documents"]


@pytest.mark.parametrize("folder", PLANS.values(), ids=PLANS)
def test_the_same_data_give_the_same_bytes(tgkt: Tgkt, tmp_path: Path, folder: str) -> None:
    """Today and tomorrow: no file in it is dated, and its properties hold no time."""
    data = ("--data", folder) if folder else ()
    for name in ("one.xlsx", "two.xlsx"):
        assert tgkt("report", "--lang", "vi", "-o", str(tmp_path / name), *data).code == 0
    one, two = ((tmp_path / name).read_bytes() for name in ("one.xlsx", "two.xlsx"))
    for other in (two, written(folder, "vi")):
        for name, lines in members(one).items():
            assert [pair for pair in zip(lines, members(other)[name], strict=False) if pair[0] != pair[1]] == [], name
    assert one == two == written(folder, "vi")
    with ZipFile(io.BytesIO(written(folder, "vi"))) as read:
        assert {entry.date_time for entry in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in read.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def members(book: bytes) -> dict[str, list[str]]:
    """The files of a workbook as text, a tag a line, so that a difference can be seen."""
    with ZipFile(io.BytesIO(book)) as read:
        return {name: read.read(name).decode().split("><") for name in read.namelist()}


TRAP = '=HYPERLINK("http://example.org")'


def test_a_hostile_plan_is_harmless() -> None:
    """Titles, units, sections and documents that would be code are texts, and the formulas are as many as before."""
    own = document("", "vi")
    lines = tuple(line._replace(title=TRAP, unit="@SUM(1)", why="\x1b]0;x\x07") for line in own.lines)
    sections = dict.fromkeys(own.sections, f"[]:*?/\\ {TRAP}")
    passages = tuple(each._replace(title=f"'{TRAP}[:]", short="") for each in own.passages)
    hostile = own._replace(title="\u202eevil\x00", lines=lines, sections=sections, passages=passages)
    book = load_workbook(io.BytesIO(document_workbook(hostile)))
    assert [_formulas(sheet) for sheet in book] == [_formulas(sheet) for sheet in opened("", "vi")]
    assert book.worksheets[0]["B9"].value == TRAP
    assert book.worksheets[0]["A3"].value == "\\u202eevil\\u0000"
    with ZipFile(io.BytesIO(document_workbook(hostile))) as read:
        for name in read.namelist():
            assert not {"\x1b", "\u202e", "\x00"} & set(read.read(name).decode("utf-8")), name


def test_what_the_loader_admits_is_text(tgkt: Tgkt, tmp_path: Path) -> None:
    """Every title as it was typed, in every sheet; a note keeps the lines of the printed words."""
    file = tmp_path / "plan.xlsx"
    assert tgkt("report", "--data", "tests/hostile", "-o", str(file)).code == 0
    book: Any = load_workbook(file)
    sheet = book.worksheets[0]
    titles = [cell.value for cell in sheet["B"]]
    rows = tgkt("status", "--data", "tests/hostile", "-f", "json").json["rows"]
    assert [row["title"] for row in rows if row["title"] not in titles] == []
    assert "“50%\n| or so more”" in sheet.cell(FIRST + 1, 5).comment.text
    assert all(cell.value[:2] in ("=E", "=(") for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
    assert sum(_formulas(each) for each in book.worksheets[1:]) == 0


def _formulas(sheet: object) -> int:
    return sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)  # type: ignore[attr-defined]


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what needs no further package."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError) as error:
        document_workbook(document("", "en"))
    assert str(error.value) == "writing .xlsx needs XlsxWriter. Run: pip install 'tgkt[xlsx]', or write a .md file"
