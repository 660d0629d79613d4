"""The sheet as a workbook, read back with openpyxl and, where it is installed, with LibreOffice."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from builders import indicator, period, row, statement
from openpyxl import load_workbook

from tgkt.errors import UsageError
from tgkt.facts.indicator import Words
from tgkt.report.template.sheet import Sheet
from tgkt.report.template.xlsx import workbook

from .sheets import sheet, shipped_sheet

each_language = pytest.mark.parametrize("lang", ["vi", "en"])


@cache
def written(lang: str) -> bytes:
    """The workbook of the shipped plan."""
    return workbook(shipped_sheet(lang), lang)


@cache
def opened(lang: str) -> Any:
    """Its sheet."""
    return load_workbook(io.BytesIO(written(lang))).active


def top(found: Sheet) -> int:
    """The row of the heads, from 1."""
    return len(found.above) + 2


def body(lang: str) -> list[Any]:
    """Its rows below the heads."""
    return list(opened(lang).iter_rows(min_row=top(shipped_sheet(lang)) + 1))


@each_language
def test_what_is_given_is_read_back(lang: str) -> None:
    """The same texts in the same places as on the sheet."""
    found = shipped_sheet(lang)
    above = [opened(lang).cell(at, 1).value for at in range(1, top(found))]
    assert above == [found.title, *found.above]
    assert [each.value for each in opened(lang)[top(found)]] == [column.head for column in found.columns]
    assert [[each.value or "" for each in row] for row in body(lang)] == [
        [*each.cells, "", "", ""] for each in found.rows
    ]


@each_language
def test_only_what_is_to_be_filled_in_can_be_changed(lang: str) -> None:
    """The sheet is protected without a password; value, status and note are not locked."""
    open_ones = [column.is_open for column in shipped_sheet(lang).columns]
    assert [[not each.protection.locked for each in row] for row in body(lang)] == [open_ones] * len(body(lang))
    assert all(each.protection.locked for each in opened(lang)[top(shipped_sheet(lang))])
    protection = opened(lang).protection
    assert (protection.sheet, protection.password) == (True, None)


@each_language
def test_digits_stay_as_typed_and_columns_can_be_widened(lang: str) -> None:
    """Cells to be filled in have no number format of their own, and no lock keeps one from giving them another."""
    assert {each.number_format for row in body(lang) for each in row[-3:]} == {"General"}
    protection = opened(lang).protection
    assert (protection.formatColumns, protection.formatRows, protection.formatCells) == (False, False, False)


@each_language
def test_a_status_is_chosen_from_the_words_of_the_language(lang: str) -> None:
    """Every line has the list, and anything else is answered with it."""
    found = shipped_sheet(lang)
    first, last = top(found) + 1, top(found) + len(found.rows)
    words = next(column.choices for column in found.columns if column.choices)
    (lists,) = [each for each in opened(lang).data_validations.dataValidation if str(each.sqref) == f"G{first}:G{last}"]
    assert (lists.type, lists.formula1, lists.showErrorMessage) == ("list", f'"{",".join(words)}"', True)
    assert str(lists.error).endswith(", ".join(words))


@each_language
def test_a_milestone_offers_yes_and_no_and_no_value_is_refused(lang: str) -> None:
    """People write ">46" and "ước 46": nothing that is typed as a result is refused by the sheet."""
    found = shipped_sheet(lang)
    places = {f"F{at}": each.answers for at, each in enumerate(found.rows, top(found) + 1) if each.answers}
    lists = {str(each.sqref): each for each in opened(lang).data_validations.dataValidation}
    of_values = {place: each for place, each in lists.items() if place.startswith("F")}
    assert {place: each.formula1 for place, each in of_values.items()} == {
        place: f'"{",".join(words)}"' for place, words in places.items()
    }
    assert places
    assert not any(each.showErrorMessage for each in of_values.values())


@each_language
def test_it_prints_across_a4_with_its_heads_on_every_page(lang: str) -> None:
    """As wide as the page; on the screen the heads stay in sight."""
    page, at = opened(lang), top(shipped_sheet(lang))
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == f"${at}:${at}"
    assert page.freeze_panes == f"A{at + 1}"


@each_language
def test_every_row_is_as_high_as_its_texts_need(lang: str) -> None:
    """So that lines do not overlap in programs that do not see to it by themselves."""
    page = opened(lang)
    widths = [page.column_dimensions[each.column_letter].width for each in page[top(shipped_sheet(lang))]]
    for cells in body(lang):
        lines = max(-(-len(str(each.value or "")) // int(width)) for each, width in zip(cells, widths, strict=True))
        assert page.row_dimensions[cells[0].row].height >= 15 * lines
        assert all(each.alignment.wrap_text for each in cells)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "{=1}", "http://x.vn", "1.10", "mailto:x", "007"])
def test_a_text_stays_a_text(text: str) -> None:
    """Neither a formula nor a link nor a number is made of a title or a number of the plan."""
    declared = indicator(title=Words(text, text))
    given = row(code=text, indicator=declared, target=statement("≥ 75", period=period(2030)))
    page = load_workbook(io.BytesIO(workbook(sheet(given), "en"))).active
    assert page is not None
    for at in (1, 3):
        found = page.cell(page.max_row, at)
        assert (found.value, found.data_type, found.hyperlink) == (text, "s", None)


@each_language
def test_the_same_sheet_gives_the_same_bytes(lang: str) -> None:
    """No time of its making is in it, neither in the document's properties nor in the archive."""
    assert workbook(shipped_sheet(lang), lang) == written(lang)
    with ZipFile(io.BytesIO(written(lang))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "created" not in core
    assert "modified" not in core
    assert shipped_sheet(lang).title in core


@pytest.mark.parametrize(
    ("year", "name"), [("2026", "Results of 2026"), ("2026/27", "Results of 2026-27")], ids=["a year", "a fiscal year"]
)
def test_the_sheet_has_a_name_that_a_workbook_may_have(year: str, name: str) -> None:
    """A stroke may not stand in it."""
    given = row(target=statement("≥ 75", period=period(2030)))
    assert load_workbook(io.BytesIO(workbook(sheet(given, year=year), "en"))).sheetnames == [name]


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line with the command, and the way that needs nothing."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match=r"pip install 'tgkt\[xlsx\]', or write a \.csv file"):
        workbook(shipped_sheet("en"), "en")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@each_language
def test_libreoffice_sees_the_same_cells(tmp_path: Path, lang: str) -> None:
    """Converted to CSV the workbook has the cells of the sheet."""
    (tmp_path / "sheet.xlsx").write_bytes(written(lang))
    convert = ("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", str(tmp_path))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(["soffice", home, "--headless", *convert, str(tmp_path / "sheet.xlsx")], check=True, timeout=120)
    found = shipped_sheet(lang)
    with (tmp_path / "sheet.csv").open(encoding="utf-8", newline="") as file:
        read = list(csv.reader(file))
    assert read[top(found) :] == [[*each.cells, "", "", ""] for each in found.rows]
