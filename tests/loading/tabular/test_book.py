"""Which sheet of which kind of file is read, and what its heading says."""
# ruff: noqa: E501 - a message stands whole on its line

from __future__ import annotations

import pytest
from openpyxl import Workbook

from tgkt.errors import UsageError

from .tables import content, read, workbook

HEAD = ("indicator", "period", "value")
FIRST = "no line has an indicator and a value column; the nearest has"


def two_sheets(*, both: bool) -> Workbook:
    """A workbook whose second sheet has a table, and on demand its first too."""
    book = workbook(HEAD if both else ("Trang bìa",), ("grdp", 2026, 1), name="Một")
    sheet = book.create_sheet("Hai")
    for cells in (HEAD, ("growth", 2026, 3)):
        sheet.append(cells)
    return book


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"", "t.csv: the file is empty. Write a heading line and a line for each figure"),
        (b"PK\x03\x04 damaged", "t.csv: a damaged zip archive. Save it as .xlsx or CSV"),
        (b"\xd0\xcf\x11\xe0 old", "t.csv: a workbook of old Excel (.xls), or one with a password. Save it as .xlsx or CSV"),
        (b"%PDF-1.7", "t.csv: a PDF. Save it as .xlsx or CSV"),
        (b"indicator\nm\xf4", "t.csv:2:1: the text is neither UTF-8 nor UTF-16. Save it as 'CSV UTF-8'"),
        (b'indicator,period,value\n"grdp,2026,5\n', "t.csv:2:1: the CSV cannot be read (unexpected end of data). Close every quote, and double any quote inside a cell"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table(head: bytes, told: str) -> None:
    """Its first bytes tell what it is, whatever its name."""
    assert read(head).problems == [told]


def test_the_first_bytes_decide_and_not_the_ending() -> None:
    """A workbook named .csv is read as what it is."""
    assert read(content(workbook(HEAD, ("grdp", 2026, 1)))).figures == ["grdp 2026 = 1"]


def test_the_sheet_with_the_heading_is_read() -> None:
    """Other sheets are passed over."""
    assert read(two_sheets(both=False)).figures == ["growth 2026 = 3"]


def test_of_several_sheets_one_is_to_be_named() -> None:
    """They are listed; --sheet names one in any case."""
    told = "t.xlsx: several sheets have an indicator and a value column: 'Một', 'Hai'. Name one with --sheet"
    assert read(two_sheets(both=True)).problems == [told]
    assert read(two_sheets(both=True), sheet="hai").figures == ["growth 2026 = 3"]


@pytest.mark.parametrize(
    ("table", "asked", "told"),
    [
        (two_sheets(both=True), {"sheet": "Ba"}, "--sheet: no sheet 'Ba'. Use one of: Hai, Một."),
        ("a,b\n", {"sheet": "x"}, "--sheet: t.csv is CSV and has no sheets. Leave --sheet out"),
        ("indicator,2026\n", {"names": ["value=x"]}, "--map value=x: t.csv has no such heading."),
        ("a\n", {"names": ["valu=x"]}, "--map: unknown column 'valu'. Did you mean 'value'?"),
        ("a\n", {"names": ["value"]}, "--map: 'value' names no heading. Write e.g. --map indicator=Measure"),
    ],
)
def test_an_option_that_names_nothing(table: str | Workbook, asked: dict[str, object], told: str) -> None:
    """A usage error that lists what there is."""
    with pytest.raises(UsageError) as caught:
        read(table, **asked)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("indicator,period,valeu\n", f"t.csv:1:1: {FIRST}: indicator, period, valeu. 'valeu' looks like 'value'. Rename the columns, or use --map indicator=… value=…"),
        ("x\n\ny,indicator\n", f"t.csv:3:1: {FIRST}: y, indicator. Rename the columns, or use --map indicator=… value=…"),
        ("indicator,perod,value\n", "t.csv:1:2: the column 'perod' is not known. Did you mean 'period'? Rename it, or use --map period='perod'"),
        ("indicator,value\n", "t.csv:1:2: the figures under 'value' have no period. Add a column 'period', or write the year in the heading: 'value 2026'"),
        ("indicator,period,2026\n", "t.csv:1:2: the period is given both in its own column and in the heading '2026'. Keep one"),
        ("indicator,period,value,Giá trị\n", "t.csv:1:4: the columns 'value' and 'Giá trị' are both value. Rename one"),
        ("Chỉ tiêu,KH 2026\n", f"t.csv:1:1: {FIRST}: Chỉ tiêu, KH 2026. Rename the columns, or use --map indicator=… value=…"),
        (workbook(("x",)), "t.xlsx: sheet Sheet1, cell A1: no line has an indicator and a value column; the nearest has: x. Rename the columns, or use --map indicator=… value=…"),
    ],
    ids=["a near miss of value", "no value", "a near miss of period", "no period", "two periods", "one thing twice", "a plan only", "a sheet"],
)  # fmt: skip
def test_a_heading_that_cannot_be_read(table: str | Workbook, told: str) -> None:
    """The line that comes nearest to one, and what would make it one."""
    assert read(table).problems == [told]


def test_hidden_rows_and_columns_are_read_and_counted() -> None:
    """Hiding takes nothing away."""
    book = workbook(HEAD, ("grdp", 2026, 1))
    sheet = book["Sheet1"]
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    found = read(book)
    assert (found.figures, found.said) == (
        ["grdp 2026 = 1"],
        ["t.xlsx: sheet Sheet1, cell A1: hidden and read too: 1 row, 1 column"],
    )


def test_what_parts_the_columns_is_seen_from_the_heading() -> None:
    """Commas within cells above it mislead nobody."""
    assert read("Tỉnh A, B, C, D\nindicator;period;value\ngrdp;2026;130,5\n").figures == ["grdp 2026 = 130.5"]
