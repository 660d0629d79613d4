"""Small tables in the words of a test: CSV as text, workbooks made with openpyxl, and what was read of them.

The catalogue has five indicators; the plan numbers growth 1, GRDP 2.1 and income 2.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from builders import catalogue, indicator, row
from openpyxl import Workbook

from tgkt.errors import DataError
from tgkt.facts.indicator import Words
from tgkt.facts.units import parse_unit
from tgkt.loading.tabular.arrived import Arrived, Wishes
from tgkt.loading.tabular.book import chosen_sheet, open_book
from tgkt.loading.tabular.headings import mapped
from tgkt.loading.tabular.notation import Notation
from tgkt.loading.tabular.table import Table

GRDP = indicator(
    id="grdp", title=Words("Quy mô GRDP", "Gross regional domestic product"), unit=parse_unit("nghìn tỷ đồng")
)
GROWTH = indicator(id="growth", title=Words("Tốc độ tăng GRDP", "GRDP growth"), unit=parse_unit("%/năm"))
INCOME = indicator(
    id="income", title=Words("Thu nhập bình quân", "Income per head"), unit=parse_unit("triệu đồng/người/tháng")
)
DOCTORS = indicator(id="doctors", title=Words("Số bác sĩ", "Doctors"), unit=parse_unit("bác sĩ/vạn dân"))
FOREST = indicator(id="forest", title=Words("Tỷ lệ che phủ rừng", "Forest cover"), unit=parse_unit("%"))
ROWS = [row(code=code, indicator=each) for code, each in (("1", GROWTH), ("2.1", GRDP), ("2.2", INCOME))]
CATALOGUE = catalogue(rows=ROWS, indicators=(GRDP, GROWTH, INCOME, DOCTORS, FOREST))


class Read(NamedTuple):
    """What was read of a table: figures in short, mistakes, what was said and counted."""

    figures: list[str]
    problems: list[str]
    said: list[str]
    counts: list[str]


def read(table: str | bytes | Workbook, **asked: Any) -> Read:
    """Read a table named `t.csv` or `t.xlsx`; what is asked goes by the names of the command's options."""
    try:
        found = opened(table, **asked)
        figures = [short(each, found) for each in found.figures()]
    except DataError as error:
        return Read([], [str(problem) for problem in error.problems], [], [])
    told = found.told
    return Read(figures, [str(each) for each in told.problems], list(told.said), list(told.counted()))


def opened(table: str | bytes | Workbook, **asked: Any) -> Table:
    """The table of a file, its heading found."""
    name = "t.xlsx" if isinstance(table, Workbook) else "t.csv"
    names = mapped(asked.pop("names", ()))
    sheets = open_book(name, BytesIO(content(table)), names, from_stdin=asked.pop("stdin", False))
    sheet, heading = chosen_sheet(sheets, asked.pop("sheet", None), names)
    notation = Notation(asked.pop("notation")) if "notation" in asked else None
    given = {"area": "merged", "catalogue": CATALOGUE, **asked}
    catalogue_given = given["catalogue"]
    return Table(sheet, heading, Wishes(plan=catalogue_given.plan_in_force(), notation=notation, **given))


def content(table: str | bytes | Workbook) -> bytes:
    """The bytes of a file."""
    if isinstance(table, Workbook):
        file = BytesIO()
        table.save(file)
        return file.getvalue()
    return table.encode() if isinstance(table, str) else table


def short(figure: Arrived, table: Table) -> str:
    """A figure as one reads it aloud: `grdp 2026 = 222.1 estimated`; area, unit and words only where they tell."""
    value = " - ".join(f"{each:f}" for each in figure.values)
    words = [figure.comparator, figure.status, figure.timing, figure.unit and f"in {figure.unit}"]
    words += [figure.origin and f"from {figure.origin}", figure.locator and f"at {figure.locator}", figure.note]
    place = "" if figure.area == "merged" else f" {figure.area}"
    assert table.at(figure).line == figure.line
    return " ".join([f"{figure.indicator}{place} {figure.period} = {value}", *(str(word) for word in words if word)])


def workbook(
    *rows: Sequence[Any], name: str = "Sheet1", formats: Mapping[str, str] | None = None, merge: Iterable[str] = ()
) -> Workbook:
    """A workbook of one sheet; `formats` gives cells their number formats."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(name)
    for each in rows:
        sheet.append(list(each))
    for place, number_format in (formats or {}).items():
        sheet[place].number_format = number_format
    for cells in merge:
        sheet.merge_cells(cells)
    return book
