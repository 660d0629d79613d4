"""The sheet of targets: its numbers are those of `tgkt status`, and can be computed with."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cli.runner import Tgkt
from handed import differences
from openpyxl import load_workbook

from .workbooks import FIRST, PLANS, computed, displayed, document, is_near, kept, opened, targets

each_plan = pytest.mark.parametrize("folder", PLANS.values(), ids=PLANS)
each_language = pytest.mark.parametrize("lang", ["vi", "en"])
START = 3


def status_of(tgkt: Tgkt, folder: str) -> dict[str, dict[str, Any]]:
    """The rows for machines by number."""
    data = ("--data", folder) if folder else ()
    return {row["code"]: row for row in tgkt("status", "-f", "json", *data).json["rows"]}


def named(cells: list[Any]) -> dict[str, Any]:
    """The cells of a target by what they hold; the years since stand between start and target."""
    goal, gap, needed, state, sources = cells[-5:]
    rest = {"target": goal, "gap": gap, "needed": needed, "state": state, "sources": sources}
    return {"code": cells[0], "title": cells[1], "unit": cells[2], "start": cells[START], **rest}


@each_plan
@each_language
def test_every_number_is_that_of_status(tgkt: Tgkt, folder: str, lang: str) -> None:
    """As it is shown: rounded to the digits that stand there."""
    rows = status_of(tgkt, folder)
    found = targets(folder, lang, kept)
    assert sorted(line.code for line, _ in found) == sorted(rows)
    for line, cells in found:
        told = {head: displayed(cell, lang) for head, cell in named(cells).items()}
        assert differences(told, rows[line.code], lang) == []


@each_plan
@each_language
def test_every_number_is_kept_with_all_its_digits(tgkt: Tgkt, folder: str, lang: str) -> None:
    """What Excel computes with is what status has, not what is shown."""
    rows = status_of(tgkt, folder)
    counted = {"gap": 0, "needed": 0, "start": 0, "target": 0}
    for line, cells in targets(folder, lang, kept):
        cell, row = named(cells), rows[line.code]
        fields = {"gap": ["gap"], "needed": ["needed"], "start": ["baseline", "baseline_low", "baseline_high"]}
        fields["target"] = ["target", "target_low", "target_high"]
        for head, names in fields.items():
            if isinstance(cell[head].value, int | float):
                meant = [row[name] for name in names if row[name] is not None]
                assert any(is_near(cell[head].value, each, digits=11) for each in meant), (line.code, head)
                counted[head] += 1
        assert isinstance(cell["gap"].value, int | float) is (row["gap"] is not None), line.code
        assert isinstance(cell["needed"].value, int | float) is (row["needed"] is not None), line.code
    assert min(counted.values()) > len(rows) // 6  # so that no test passes by silence


@each_plan
@each_language
def test_a_number_is_shown_as_the_other_files_show_it(folder: str, lang: str) -> None:
    """With the same digits, signs and periods; only a figure printed in another unit stands in that of its column."""
    own = document(folder, lang)
    for line, cells in targets(folder, lang, kept):
        years = [line.years[year].text if year in line.years else "" for year in own.years]
        texts = [line.start.text, *years, line.target.text, line.gap.text, line.needed.text]
        shown = [displayed(cell, lang) for cell in cells[START:-2]]
        apart = [(one, other) for one, other in zip(texts, shown, strict=True) if one != other]
        assert all(len(one) > 12 or one[-1:].isalpha() for one, _ in apart), (line.code, apart)
        assert line.told.item.row.unit.text != "%" or apart == [], (line.code, apart)


@each_plan
@each_language
def test_formulas_give_the_number_that_is_kept_beside_them(folder: str, lang: str) -> None:
    """Recomputed from the cells alone."""
    sheet, numbers = opened(folder, lang).worksheets[0], kept(folder, lang).worksheets[0]
    formulas = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(formulas) > len(document(folder, lang).lines) // 2
    for cell in formulas:
        assert is_near(computed(cell.value, numbers), numbers[cell.coordinate].value), (cell.coordinate, cell.value)


FORMULAS = {
    "growth of a level": ("3", "=E24-D24", "=((E24/D24)^(1/5)-1)*100"),
    "points of a share": ("16.1", None, "=(E{at}-D{at})/5"),
    "what an average asks of each year": ("2", None, "=E{at}"),
    "a fifth of a total": ("6", None, "=E{at}/5"),
    "a multiple of the year it starts from": ("23.1", "=1.5*D{at}-D{at}", "=((1.5*D{at}/D{at})^(1/5)-1)*100"),
}


@pytest.mark.parametrize(("code", "gap", "needed"), FORMULAS.values(), ids=FORMULAS)
def test_a_formula_says_how_it_is_reached(code: str, gap: str | None, needed: str) -> None:
    """By the cells of its own row."""
    cells = next(cells for line, cells in targets("", "vi") if line.code == code)
    at = cells[0].row
    found = named(cells)
    assert found["gap"].value == (gap.format(at=at) if gap and "{" in gap else f"=E{at}-D{at}")
    assert found["needed"].value == (needed.format(at=at) if "{" in needed else f"=((E{at}/D{at})^(1/5)-1)*100")


PLAIN = {
    "a range has no middle to subtract": ("", "11.1"),
    "nearly 35 may be one less, which counts": ("", "4"),
    "the years so far of a total are added up": ("examples/ireland_climate", "18.1"),
}


@pytest.mark.parametrize(("folder", "code"), PLAIN.values(), ids=PLAIN)
def test_where_no_formula_gives_it_the_number_itself_stands(folder: str, code: str) -> None:
    """It is no worse a number."""
    cells = next(cells for line, cells in targets(folder, "en") if line.code == code)
    found = named(cells)
    values = [found[head].value for head in ("gap", "needed") if found[head].value is not None]
    assert values
    assert all(isinstance(each, int | float) for each in values)


SHOWN = {
    "about": ("1.1", "start", 202.925, "≈ 202,925"),
    "derived": ("5.2", "start", None, "(12,19)"),
    "of a term": ("2", "start", 7.3, "7,3 (2021-2025)"),
    "more than": ("16.1", "target", 75, "> 75"),
    "thousands": ("11.1", "target", 1845.7, "1.845,7"),
    "a range": ("11.1", "start", "(1.705,6 - 1.712,5)", "(1.705,6 - 1.712,5)"),
    "a fall": ("1.4", "needed", None, "−0,46 điểm %"),
}


@pytest.mark.parametrize(("code", "head", "value", "text"), SHOWN.values(), ids=SHOWN)
def test_signs_are_part_of_the_form(code: str, head: str, value: object, text: str) -> None:
    """So that the cell is a number and reads as the document prints it."""
    cell = named(next(cells for line, cells in targets("", "vi", kept) if line.code == code))[head]
    assert value is None or cell.value == value
    assert displayed(cell, "vi") == text


def test_estimated_and_derived_figures_are_in_italics() -> None:
    """Figures that are neither are not."""
    for folder in PLANS.values():
        for line, cells in targets(folder, "en"):
            base = line.told.item.baseline
            if base is not None:
                is_open = base.how.is_derived or str(base.status) in ("estimated", "forecast")
                assert bool(cells[START].font.i) is is_open, line.code


@each_plan
@each_language
def test_the_words_of_the_documents_stand_in_notes(folder: str, lang: str) -> None:
    """With the document and the place, beside the figure that they are behind."""
    count = 0
    for line, cells in targets(folder, lang):
        cell = named(cells)
        for source in line.sources:
            if source.behind in ("target", "start"):
                note = cell[source.behind].comment.text
                assert source.printed in note, line.code
                assert source.place in note, line.code
                count += 1
    assert count > len(document(folder, lang).lines)


def test_a_note_says_that_a_figure_is_not_final() -> None:
    """Beside the italics: estimated, or provisional."""
    start = named(next(cells for line, cells in targets("", "vi") if line.code == "3"))["start"]
    assert start.comment.text.splitlines()[-1] == "ước thực hiện"
    irish = next(cells for line, cells in targets("examples/ireland_climate", "en") if line.code == "1")
    assert irish[START + 6].comment.text.splitlines()[-1] == "provisional"


def test_sections_have_roman_numbers() -> None:
    """In bold, above their targets."""
    rows = [row for row in opened("", "vi").worksheets[0].iter_rows(min_row=8) if row[1].value and not row[2].value]
    assert [(row[0].value, row[1].value) for row in rows] == list(
        zip(["I", "II", "III", "IV", "V"], document("", "vi").sections.values(), strict=True)
    )
    assert all(row[1].font.b for row in rows)


def test_heads_are_those_of_an_office() -> None:
    """The gap says which columns it is the difference of, where there is one year alone."""
    sheet = opened("", "vi").worksheets[0]
    assert [cell.value for cell in sheet[6]] == [
        *("STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2025", "Mục tiêu 2030"),
        *("Còn thiếu", "Cần mỗi năm", "Đánh giá", "Nguồn"),
    ]
    assert [cell.value for cell in sheet[7]] == ["A", "B", "C", "1", "2", "3=2-1", "4", "5", "6"]
    irish = opened("examples/ireland_climate", "en").worksheets[0]
    assert [cell.value for cell in irish[6]][3:10] == [f"Achieved {year}" for year in range(2018, 2025)]
    assert [cell.value for cell in irish[7]] == ["A", "B", "C", *map(str, range(1, 13))]


def test_a_figure_in_another_unit_stands_in_that_of_its_column() -> None:
    """11,790.8 kt are 11.7908 Mt; the note has the words."""
    cells = next(cells for line, cells in targets("examples/ireland_climate", "en") if line.code == "6")
    cell = cells[START + 5]
    assert (Decimal(repr(cell.value)), displayed(cell, "en")) == (Decimal("11.7908"), "11.7908")
    assert "11,790.8" in cell.comment.text


def test_a_plan_of_several_areas_names_them(tgkt: Tgkt, tmp_path: Path) -> None:
    """Above their targets in each section; what came of a term stands in its last year."""
    file = tmp_path / "plan.xlsx"
    args = ("--plan", "2020-2025", "--parts", "status", "--lang", "vi")
    assert tgkt("report", *args, "-o", str(file)).code == 0
    sheet: Any = load_workbook(file, data_only=True).worksheets[0]
    rows = list(sheet.iter_rows(min_row=FIRST))
    above = [(row[0].value, row[1].value) for row in rows if row[1].value and not row[2].value]
    assert above[:3] == [("I", "Về kinh tế"), (None, "Thái Nguyên (cũ)"), (None, "Bắc Kạn (cũ)")]
    growth = rows[2]
    assert (growth[0].value, growth[2].value) == ("1 !", "%/năm")
    assert (growth[4].value, displayed(growth[4], "vi")) == (7.35, "7,35 (2021-2025)")
    assert "7,35%/năm" in growth[4].comment.text
