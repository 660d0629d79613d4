"""Word files: what stands in them, by the template that comes with tgkt and by one of an office's own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cli.runner import ROOT, Tgkt
from docx import Document
from docx.oxml.ns import qn
from handed import differences

DATA = {"the shipped plan": (), "a plan in English": ("--data", "examples/ireland_climate")}
Written = Callable[..., Path]


@pytest.fixture(scope="module")
def written(tgkt: Tgkt, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Writes a report as a Word file, and each once; tests only read them."""

    @cache
    def write(*args: str) -> Path:
        file = tmp_path_factory.mktemp("word") / "plan.docx"
        answer = tgkt("report", "-o", str(file), *args)
        assert (answer.code, answer.err) == (0, "")
        return file

    return write


def grid(table: Any) -> list[list[str]]:
    """The texts of a table, row by row; a cell over several columns stands once."""
    rows = (list(row._tr.iter(qn("w:tc"))) for row in table.rows)
    return [["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row] for row in rows]


def targets(file: Path) -> list[dict[str, str]]:
    """The lines of the table of targets, by the name of each cell."""
    table = next(
        each for each in map(grid, Document(str(file)).tables) if each[0][0] in ("No.", "TT") and len(each[0]) > 8
    )
    names = ("target", "gap", "needed", "standing", "documents")
    heads = ("code", "title", "unit", "start")
    lines = [row for row in table[1:] if len(row) == len(table[0])]
    return [dict(zip((*heads, *names), (*row[:4], *row[-5:]), strict=True)) for row in lines]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("data", DATA.values(), ids=DATA)
def test_every_number_is_that_of_status(tgkt: Tgkt, written: Written, data: tuple[str, ...], lang: str) -> None:
    """Each target is there once with its own figures."""
    rows = {row["code"]: row for row in tgkt("status", "-f", "json", *data).json["rows"]}
    found = targets(written("--parts", "status", "--lang", lang, *data))
    assert sorted(each["code"].split()[0] for each in found) == sorted(rows)
    assert [each for line in found for each in differences(line, rows[line["code"].split()[0]], lang)] == []


def test_it_says_what_the_markdown_says(tgkt: Tgkt, written: Written) -> None:
    """Every heading, paragraph and cell of one is in the other, apart from the places of sources."""
    file = Document(str(written("--lang", "vi")))
    told = {each.text for each in file.paragraphs} | {
        cell for table in file.tables for row in grid(table) for cell in row
    }
    markdown = tgkt("report", "--lang", "vi").out.replace("\\", "")
    lines = [line for line in markdown.splitlines() if line.startswith("| ") and not line.startswith("| ---")]
    cells = {cell.strip() for line in lines for cell in line.strip("|").split(" | ")}
    headings = {line.lstrip("# ") for line in markdown.splitlines() if line.startswith("#")}
    missing = {each for each in cells | headings if each not in told and ";" not in each}
    numbered = {each for each in missing if any(each in other for other in told)}  # sections bear a numeral in Word
    assert missing - numbered - {line["sources"] for line in _sources(markdown)} == set()


def _sources(markdown: str) -> list[dict[str, str]]:
    """The last cell of the tables of targets."""
    lines = (line.strip("|").split(" | ") for line in markdown.splitlines() if line.startswith("| "))
    return [{"sources": cells[-1].strip()} for cells in lines if len(cells) > 8]


def test_sections_are_counted_as_offices_do(written: Written) -> None:
    """Each over the whole width of the table."""
    table = next(
        each
        for each in map(grid, Document(str(written("--parts", "status"))).tables)
        if each[0][0] in ("No.", "TT") and len(each[0]) > 8
    )
    assert [row[0] for row in table if len(row) == 1] == [
        "I. Economy",
        "II. Culture and society",
        "III. Environment",
        "IV. Defence and security",
        "V. Party building",
    ]


def test_of_many_years_the_newest_three_have_columns(written: Written) -> None:
    """Seven leave no room for words; a sentence below says so, and only then."""
    file, says = Document(str(written("--data", "examples/ireland_climate"))), "the newest three are shown"
    heads = next(each for each in (grid(table)[0] for table in file.tables) if len(each) > 9)
    assert heads[3:8] == ["Achieved 2018", "2022", "2023", "2024", "Target 2030"]
    assert any(says in each.text for each in file.paragraphs)
    assert not any(says in each.text for each in Document(str(written())).paragraphs)


def test_sources_give_the_places_of_target_and_start_alone(written: Written) -> None:
    """Of the years since only the documents, as in the workbook; a column of places would be longer than its row."""
    tables = Document(str(written("--data", "examples/ireland_climate"))).tables
    row = next(row for table in tables for row in grid(table) if row[0] == "8" and len(row) > 9)
    assert row[-1].count(";") == 3
    assert row[-1].count(",") == 2


def test_the_page_is_that_of_an_office(written: Written) -> None:
    """A4 across, margins of 20, 20, 30 and 15 mm, Times New Roman 13; heads repeat and no row is cut."""
    file = Document(str(written()))
    page = file.sections[0]
    sizes = (
        page.page_width,
        page.page_height,
        page.top_margin,
        page.bottom_margin,
        page.left_margin,
        page.right_margin,
    )
    assert [round(each.mm) for each in sizes if each is not None] == [297, 210, 20, 20, 30, 15]
    normal = file.styles["Normal"].font
    assert (normal.name, normal.size.pt if normal.size else None) == ("Times New Roman", 13)
    assert [table for table in file.tables if not _has(table.rows[0], "w:tblHeader")] == []
    assert [row for table in file.tables for row in table.rows if not _has(row, "w:cantSplit")] == []


def _has(row: Any, name: str) -> bool:
    """Whether a row has a property."""
    return row._tr.trPr is not None and row._tr.trPr.find(qn(name)) is not None


def test_a_table_is_as_wide_as_its_page(written: Written) -> None:
    """LibreOffice goes by the grid, Word by the cells: both say the same, and no more than the margins leave."""
    for table in Document(str(written("--data", "examples/ireland_climate"))).tables:
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        cells = [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in table.rows[0]._tr.iter(qn("w:tc"))]
        assert widths == cells
        assert 14280 * Decimal("0.9") < sum(widths) < 14280 * Decimal("1.05")


def test_the_same_data_give_the_same_bytes(tgkt: Tgkt, written: Written, tmp_path: Path) -> None:
    """No part of the file is dated."""
    first, again = written().read_bytes(), tmp_path / "again.docx"
    assert tgkt("report", "-o", str(again)).code == 0
    assert again.read_bytes() == first
    with ZipFile(io.BytesIO(first)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in parts.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def test_the_shipped_template_is_what_its_tool_makes() -> None:
    """A change of one without the other would be lost."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        from word_template import PLACE, template  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    assert _parts(PLACE.read_bytes()) == _parts(template())


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def _own(file: Path, *paragraphs: str) -> Path:
    """A template of an office's own."""
    made = Document()
    made.add_paragraph("TỈNH ỦY THÁI NGUYÊN")
    for each in paragraphs:
        made.add_paragraph(each)
    made.save(str(file))
    return file


def test_an_office_fills_its_own_template(written: Written, tmp_path: Path) -> None:
    """Its heading stays, names are filled in, paragraphs repeat."""
    own = _own(
        tmp_path / "mau.docx",
        "{{ title }}",
        "{%p for section in sections %}",
        "{{ section.numeral }}. {{ section.title }}: {{ section.lines|length }}",
        "{%p endfor %}",
    )
    told = [each.text for each in Document(str(written("--template", str(own), "--lang", "vi"))).paragraphs]
    assert told[0] == "TỈNH ỦY THÁI NGUYÊN"
    assert told[1].startswith("Các chỉ tiêu chủ yếu nhiệm kỳ 2025 - 2030")
    assert told[2:4] == ["I. Về kinh tế: 16", "II. Về văn hóa - xã hội: 37"]


WRONG = {
    "a name that there is not": (
        "{{ titel }}",
        "unknown name 'titel'. The names are: title, facts,",
    ),
    "a name of a line that there is not": (
        "{% for s in sections %}{{ s.name }}{% endfor %}",
        "unknown name 'name'.",
    ),
    "a loop without an end": ("{% for s in sections %}", "it cannot be filled: "),
    "a row that there is not": ("{{ facts[99].head }}", "it cannot be filled: list object has no element 99."),
    "more than the memory holds": ("{{ 'a' * 999999999999999999 }}", "it cannot be filled: MemoryError."),
    "a way out of the template": ("{{ title.__class__.__mro__ }}", "it cannot be filled: access to attribute"),
}


@pytest.mark.parametrize(("text", "says"), WRONG.values(), ids=WRONG)
def test_a_template_with_a_mistake_is_refused(tgkt: Tgkt, tmp_path: Path, text: str, says: str) -> None:
    """In one line; nothing is written."""
    own = _own(tmp_path / "mau.docx", text)
    answer = tgkt("report", "-o", str(tmp_path / "plan.docx"), "--template", str(own))
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert f"--template: {says}" in answer.err
    assert not (tmp_path / "plan.docx").exists()


def test_a_part_that_is_left_out_is_named(tgkt: Tgkt, tmp_path: Path) -> None:
    """The template is right, and this report has no such part."""
    own = _own(tmp_path / "mau.docx", "{{ findings.title }}")
    wanted = ("report", "-o", str(tmp_path / "plan.docx"), "--template", str(own))
    answer = tgkt(*wanted, "--parts", "status,blend")
    assert answer.err.splitlines() == [
        "--template: it shows a part that this report leaves out: findings. Write {% if … %} around it"
    ]
    assert (answer.code, tgkt(*wanted).code) == (2, 0)


def test_a_word_file_with_broken_parts_is_refused(tgkt: Tgkt, tmp_path: Path) -> None:
    """As any other file that is none."""
    own = _own(tmp_path / "mau.docx", "{{ title }}")
    parts = _parts(own.read_bytes())
    with ZipFile(own, "w") as broken:
        for name, content in parts.items():
            broken.writestr(name, content.replace(b"</w:body>", b""))
    answer = tgkt("report", "-o", str(tmp_path / "plan.docx"), "--template", str(own))
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert "this is not a Word file (.docx)" in answer.err


def test_a_word_file_whose_parts_cannot_be_unpacked_is_refused(tgkt: Tgkt, tmp_path: Path) -> None:
    """A byte that was lost on the way spoils the archive inside."""
    own = _own(tmp_path / "mau.docx", "{{ title }}")
    whole = own.read_bytes()
    with ZipFile(own) as archive:
        place = archive.getinfo("word/document.xml").header_offset + 30 + len("word/document.xml")
    own.write_bytes(whole[:place] + b"\xff" * 40 + whole[place + 40 :])
    answer = tgkt("report", "-o", str(tmp_path / "plan.docx"), "--template", str(own))
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert "this is not a Word file (.docx)" in answer.err


def test_what_is_no_word_file_is_refused(tgkt: Tgkt, tmp_path: Path) -> None:
    """Neither a text nor a spreadsheet is a template; nor has Markdown one."""
    (tmp_path / "mau.docx").write_text("{{ title }}", encoding="utf-8")
    wanted = ("report", "-o", str(tmp_path / "plan.docx"), "--template")
    assert "this is not a Word file (.docx)" in tgkt(*wanted, str(tmp_path / "mau.docx")).err
    assert "cannot be read: no such file or directory" in tgkt(*wanted, str(tmp_path / "none.docx")).err
    assert "--template: only .docx has a template" in tgkt("report", "--template", "mau.docx").err
    assert tgkt(*wanted, str(tmp_path / "mau.docx")).code == 2


def test_a_report_does_not_replace_its_template(tgkt: Tgkt, tmp_path: Path) -> None:
    """By whatever name it is called."""
    own = _own(tmp_path / "mau.docx", "{{ title }}")
    before = own.read_bytes()
    (tmp_path / "link.docx").symlink_to(own)
    for name in ("mau.docx", "link.docx"):
        answer = tgkt("report", "-o", str(tmp_path / name), "--template", str(own))
        assert (answer.code, "is the template, which would be lost" in answer.err) == (2, True)
    assert own.read_bytes() == before


HOSTILE = """\
areas: {here: {title: "{{7*7}} <b>here</b> & there"}}
origins: {paper: {title: "=HYPERLINK(1) {%p endfor %}", date: "2025"}}
plan: {title: "<script>alert(1)</script> {{ 7*7 }} & \\"quotes\\"", period: 2026-2030, origin: paper}
indicators:
  share:
    title: "</w:t></w:r> {% raw %} | *bold*"
    unit: "%"
    direction: increase
    rows: [{code: "1", target: {period: 2030, value: 50, printed: "50%"}}]
"""


def test_hostile_titles_are_only_text(written: Written, tmp_path: Path) -> None:
    """Nothing of the data is taken for markup or for a part of the template."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "plan.yaml").write_text(HOSTILE, encoding="utf-8")
    file = Document(str(written("--data", str(data))))
    told = [each.text for each in file.paragraphs] + [
        cell for table in file.tables for row in grid(table) for cell in row
    ]
    assert '<script>alert(1)</script> {{ 7*7 }} & "quotes"' in told
    assert "</w:t></w:r> {% raw %} | *bold*" in told
    assert "=HYPERLINK(1) {%p endfor %}" in told
    assert "49" not in " ".join(told)
