"""How a sheet is written and printed: as offices ask for, with rows as high as their texts."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from tgkt.report.handout.xlsx.entry import Entry
from tgkt.report.handout.xlsx.forms import FONT, POINTS, SIZE, Forms
from tgkt.report.handout.xlsx.layout import Head, Layout, Line
from tgkt.report.handout.xlsx.page import write
from tgkt.report.spreadsheet import written

from .workbooks import PLANS, opened

each_plan = pytest.mark.parametrize("folder", PLANS.values(), ids=PLANS)


@each_plan
def test_every_sheet_is_set_up_for_paper(folder: str) -> None:
    """A4 across, margins of 20, 20, 30 and 15 mm, as wide as the page, numbered pages."""
    for sheet in opened(folder, "vi").worksheets:
        margins = sheet.page_margins
        sides = [round(side * 25.4, 1) for side in (margins.top, margins.bottom, margins.left, margins.right)]
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize), sides) == (
            "landscape",
            9,
            [20, 20, 30, 15],
        )
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.center.text == "&P/&N"


@each_plan
def test_heads_and_titles_are_on_every_page(folder: str) -> None:
    """Of the targets from the first row on; they stay in view on the screen too."""
    sheet = opened(folder, "vi").worksheets[0]
    assert sheet.print_title_rows == "$1:$7"
    assert sheet.freeze_panes == "C8"
    assert sheet.auto_filter.ref.startswith("A7:")
    for other in opened(folder, "vi").worksheets:
        first = int("".join(filter(str.isdigit, other.freeze_panes)))
        assert other.print_title_rows.endswith(f"${first - 1}")


@each_plan
def test_everything_is_in_one_font(folder: str) -> None:
    """Times New Roman 13; only what has many words is smaller, and the first title greater."""
    for sheet in opened(folder, "vi").worksheets:
        fonts = {(cell.font.name, cell.font.sz) for row in sheet.iter_rows() for cell in row if cell.value is not None}
        assert {name for name, _ in fonts} == {FONT}
        assert {size for _, size in fonts} <= {SIZE - 2, SIZE, SIZE + 1}
        assert {cell.font.scheme for row in sheet.iter_rows() for cell in row} == {None}


@each_plan
def test_every_row_has_a_height(folder: str) -> None:
    """LibreOffice lets rows overlap otherwise."""
    for sheet in opened(folder, "vi").worksheets:
        bare = [row for row in range(1, sheet.max_row + 1) if not sheet.row_dimensions[row].height]
        used = [row for row in bare if any(cell.value is not None for cell in sheet[row])]
        assert used == []


HOSTILE = (
    '=HYPERLINK("http://example.org","x")',
    "+1+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "{{7*7}}",
    'a "quoted" & <b>|pipe|</b>',
    "zero\u200bwidth",
    "👩‍👩‍👧 emoji",
    "x" * 10_000,
    "_x0041_",
)


def sheet_of(*entries: Entry, title: str = "t") -> Any:
    """A sheet with one row."""
    heads = tuple(Head(f"h{at}", 12) for at in range(max(2, len(entries))))
    row = (*entries, *(Entry() for _ in range(len(heads) - len(entries))))

    def fill(book: Any) -> None:
        write(book.add_worksheet("s"), Layout("s", (title,), "", heads, (Line(row),)), Forms(book))

    return load_workbook(io.BytesIO(written(fill, ".md"))).worksheets[0]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_stays_text(text: str) -> None:
    """No formula comes from data, not even when somebody edits the cell."""
    cell = sheet_of(Entry(text))["A5"]
    assert (cell.data_type, cell.value) == ("s", text)
    assert bool(cell.quotePrefix) is (text[0] in "=+-@")
    above = sheet_of(Entry("x"), title=text)["A1"]
    assert (above.data_type, above.value, bool(above.quotePrefix)) == ("s", text, bool(cell.quotePrefix))


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\u2066", "\x00", "\x7f", "\x9b"], ids=ascii)
def test_controls_reach_no_file(sign: str) -> None:
    """The loader refuses them; behind it they are shown by their numbers, in cells as in notes."""
    cell = sheet_of(Entry(f"a{sign}b", note=f"c{sign}d"))["A5"]
    number = f"\\u{ord(sign):04x}"
    assert (cell.value, cell.comment.text) == (f"a{number}b", f"c{number}d")


def test_only_addresses_of_the_web_are_links() -> None:
    """Nothing that runs or opens files."""
    sheet = sheet_of(
        Entry("site", url="https://example.org/a#b"),
        Entry("trap", url="javascript:alert(1)"),
        Entry("f", url="file:///etc"),
    )
    assert [bool(cell.hyperlink) for cell in sheet[5]] == [True, False, False]


def test_a_long_text_has_a_high_row() -> None:
    """As many lines as it takes, up to what a workbook allows."""
    short, long = sheet_of(Entry("a b")), sheet_of(Entry("word " * 12))
    assert short.row_dimensions[5].height < 2 * POINTS
    assert long.row_dimensions[5].height > 5 * POINTS
    assert 400 < sheet_of(Entry("word " * 2000)).row_dimensions[5].height < 410
