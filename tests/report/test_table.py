"""Tables for people: columns that align, rows that stay on their line."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, texts, vietnamese

from tgkt.report.table import Cell, Column, Table, markdown, plain
from tgkt.report.width import width_of

columns = st.lists(st.builds(Column, vietnamese.map(str.strip), st.booleans()), min_size=1, max_size=4)


@st.composite
def tables(draw: st.DrawFn, cells: st.SearchStrategy[str] = vietnamese) -> Table:
    """Tables of some columns and rows with text in every cell."""
    table = Table("", draw(columns.filter(lambda drawn: any(column.head for column in drawn))))
    for _ in range(draw(st.integers(0, 4))):
        table.add(*[draw(cells) for _ in table.columns])
    return table


def shown(table: Table) -> list[list[str]]:
    """Heads and cells as they are to be shown."""
    heads = [column.head for column in table.columns]
    return [heads, *([" ".join(cell.text.split()) for cell in row] for row in table.rows)]


@law
@given(tables())
def test_vietnamese_columns_align(table: Table) -> None:
    """Every cell stands under its head and within its rule: at its right end for numbers, else at its left."""
    heads, rule, *lines = plain([table]).split("\n")[:-1]
    widths = [max(map(len, cells)) for cells in zip(*shown(table), strict=True)]
    assert rule == "  ".join("-" * width for width in widths)
    starts = [sum(widths[:index]) + 2 * index for index in range(len(widths))]
    for line, cells in zip([heads, *lines], shown(table), strict=True):
        assert line == line.rstrip()
        padded = line.ljust(len(rule))
        for start, width, cell, column in zip(starts, widths, cells, table.columns, strict=True):
            assert padded[start : start + width] == (cell.rjust(width) if column.right else cell.ljust(width))


@law
@given(tables(texts))
def test_a_row_is_one_line(table: Table) -> None:
    """Whatever a cell holds, a row of a plain or Markdown table is one line, and no cell is cut."""
    assert plain([table]).count("\n") == 2 + len(table.rows)
    assert markdown([table]).count("\n") == 2 + len(table.rows)
    for cells in shown(table):
        assert all(cell in plain([table]) for cell in cells)


@law
@given(tables(texts))
def test_a_markdown_row_has_its_columns(table: Table) -> None:
    """A stroke inside a cell never begins a new column."""
    for line in markdown([table]).split("\n")[:-1]:
        assert len(re.findall(r"(?<!\\)\|", line)) == len(table.columns) + 1


@law
@given(vietnamese)
def test_decomposed_text_is_as_wide_as_composed(text: str) -> None:
    """Accents take no column, whether they are part of their letter or follow it."""
    assert len(text) == width_of(text) == width_of(unicodedata.normalize("NFD", text))


@law
@given(tables())
def test_decomposed_text_aligns_like_composed(table: Table) -> None:
    """A table of decomposed text looks like the table of the same text composed."""
    heads = [Column(unicodedata.normalize("NFD", column.head), column.right) for column in table.columns]
    cells = [[Cell(unicodedata.normalize("NFD", cell.text)) for cell in row] for row in table.rows]
    assert plain([table]) == unicodedata.normalize("NFC", plain([Table("", heads, cells)]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Thái Nguyên", 11), ("✓ đạt", 5), ("≥ 10,5", 6), ("", 0), ("太原", 4)],
    ids=["Vietnamese", "a sign", "a figure", "nothing", "wide letters take two"],
)
def test_how_wide_a_text_is(text: str, expected: int) -> None:
    """Width is what a terminal shows, not how many characters there are."""
    assert expected == width_of(text)


def test_a_plain_table() -> None:
    """Title, heads, rule, rows and note stand one under the other, without blanks at the ends of lines."""
    table = Table("Kinh tế", [Column("Số"), Column("Chỉ tiêu"), Column("Kết quả", right=True)], note="* ghi chú")
    table.add("1", Cell("Tăng trưởng", "good"), "7,35")
    table.add("10.1", "Dân số", "1.845,7")
    expected = """\
Kinh tế
Số    Chỉ tiêu     Kết quả
----  -----------  -------
1     Tăng trưởng     7,35
10.1  Dân số       1.845,7
* ghi chú
"""
    assert expected == plain([table])


def test_a_table_without_heads_has_no_line_of_them() -> None:
    """What stands below a title of its own needs no rule."""
    table = Table("Cần quan tâm", [Column(""), Column("", right=True)])
    table.add("GRDP", "361,6")
    table.add("Thu nhập", "8")
    assert plain([table]) == "Cần quan tâm\nGRDP      361,6\nThu nhập      8\n"


def test_a_markdown_table() -> None:
    """Title and note stand apart, numbers align right, strokes in cells are escaped, a note begins no list."""
    table = Table("Kinh tế", [Column("Chỉ tiêu"), Column("Kết quả", right=True)], note="* ghi chú")
    table.add("xóm | bản", "7,35")
    expected = """\
### Kinh tế

| Chỉ tiêu | Kết quả |
| --- | ---: |
| xóm \\| bản | 7,35 |

\\* ghi chú
"""
    assert expected == markdown([table])


def test_tables_are_parted_by_an_empty_line() -> None:
    """Two tables are told apart by one empty line between them."""
    first, second = Table("A", [Column("a")]), Table("B", [Column("b")])
    assert plain([first, second]) == f"{plain([first])}\n{plain([second])}"
    assert markdown([first, second]) == f"{markdown([first])}\n{markdown([second])}"


def test_a_row_of_another_length_is_refused() -> None:
    """A row with a cell too few is a mistake in the code and never drawn."""
    table = Table("", [Column("a"), Column("b")])
    table.add("1")
    with pytest.raises(ValueError, match="zip"):
        plain([table])


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    """But for a table without rows, which keeps its heads."""
    table = Table("", [Column("No."), Column("Before"), Column("Now")])
    assert [column.head for column in table.without_empty().columns] == ["No.", "Before", "Now"]
    table.add("1", "", "7.01")
    assert plain([table.without_empty()]).split("\n")[::2][:2] == ["No.  Now", "1    7.01"]
