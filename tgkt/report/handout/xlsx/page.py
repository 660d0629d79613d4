"""A sheet written: title, heads, rows as high as their texts, notes, and how it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any

from tgkt.report.handout.xlsx.entry import Entry
from tgkt.report.handout.xlsx.forms import FACTS, FONT, NUMBER, PARAGRAPH, POINTS, SIZE, SUBTITLE, TITLE, Forms
from tgkt.report.handout.xlsx.layout import Align, Head, Layout, Line, names_of
from tgkt.report.spreadsheet import A4, cell_text, lines_in

_MILLIMETRES = Decimal("25.4")
_MARGINS = {"left": 30, "right": 15, "top": 20, "bottom": 20}  # as the rules for documents of offices ask for
_HIGHEST = 409
_FORMULA_SIGNS = ("=", "+", "-", "@")
_LONGEST_ADDRESS = 2000
_NOTE_WIDTH = 60
_KEPT = Context(prec=17)  # the digits that workbooks keep of a number


def write(page: Any, layout: Layout, forms: Forms) -> None:
    """Put a layout onto an empty sheet of a workbook."""
    for at, head in enumerate(layout.heads):
        page.set_column(at, at, head.width, forms.of())
    first = _above(page, layout, forms)
    for at, line in enumerate(layout.lines, first):
        _line(page, at, line, layout.heads, forms)
    end = first + len(layout.lines)
    for at, text in enumerate(layout.notes, end + 1):
        _across(page, at, text, layout, forms, PARAGRAPH)
    _views(page, layout, first, end - 1)
    _print_setup(page, layout, first, end + len(layout.notes))


def _above(page: Any, layout: Layout, forms: Forms) -> int:
    """Write titles and heads; return the first row of the table."""
    above = [(layout.number, NUMBER), (layout.titles[0], TITLE), *((text, SUBTITLE) for text in layout.titles[1:])]
    above += [(layout.facts, FACTS), *((text, PARAGRAPH) for text in layout.says)]
    told = [(text, wishes) for text, wishes in above if text]
    for at, (text, wishes) in enumerate(told):
        _across(page, at, text, layout, forms, wishes)
    at = len(told)
    page.set_row(at, POINTS // 2)
    for column, (head, name) in enumerate(zip(layout.heads, layout.numbers or names_of(layout.heads), strict=True)):
        page.write_string(at + 1, column, cell_text(head.text), forms.head())
        page.write_string(at + 2, column, name, forms.named())
    page.set_row(at + 1, _height(max(lines_in(head.text, head.width) for head in layout.heads)) + POINTS // 3)
    page.set_row(at + 2, POINTS)
    return at + 3


def _across(page: Any, at: int, text: str, layout: Layout, forms: Forms, wishes: Mapping[str, object]) -> None:
    """Write a text across all columns."""
    told = cell_text(text)
    form = forms.of(**wishes, quote_prefix=_looks_like_formula(told))
    page.merge_range(at, 0, at, len(layout.heads) - 1, "", form)
    page.write_string(at, 0, told, form)
    page.set_row(at, _height(lines_in(told, layout.width * 11 // 10)))


def _line(page: Any, at: int, line: Line, heads: tuple[Head, ...], forms: Forms) -> None:
    column, most = 0, POINTS
    for entry in line.entries:
        covered = heads[column : column + entry.span]
        align = Align.LEFT if line.is_section and column else Align.CENTER if entry.span > 1 else covered[0].align
        form = _form(entry, align, forms, is_bold=line.is_section or line.is_total, is_small=covered[0].is_small)
        _entry(page, at, column, entry, form)
        if not line.is_section and entry.value is None:
            most = max(most, lines_in(cell_text(entry.text), sum(head.room for head in covered)) * covered[0].points)
        column += entry.span
    page.set_row(at, min(_HIGHEST, most + POINTS // 3))


def _form(entry: Entry, align: Align, forms: Forms, *, is_bold: bool, is_small: bool) -> Any:
    return forms.cell(
        align,
        entry.form or ("@" if entry.text else "General"),
        entry.mood,
        is_number=entry.value is not None,
        is_open=entry.is_open,
        is_bold=is_bold,
        is_small=is_small,
        is_quoted=entry.value is None and _looks_like_formula(cell_text(entry.text)),
    )


def _looks_like_formula(text: str) -> bool:
    """Whether a text would become a formula as soon as somebody edited its cell."""
    return text.startswith(_FORMULA_SIGNS)


def _entry(page: Any, at: int, column: int, entry: Entry, form: Any) -> None:
    """Write a cell; text stays text whatever it begins with."""
    text = cell_text(entry.text)
    if entry.span > 1:
        page.merge_range(at, column, at, column + entry.span - 1, "", form)
    if entry.formula and entry.value is not None:
        page.write_formula(at, column, entry.formula, form, _KEPT.plus(entry.value))
    elif entry.value is not None:
        page.write_number(at, column, entry.value, form)
    elif entry.url.startswith(("https://", "http://")) and len(entry.url) < _LONGEST_ADDRESS:
        page.write_url(at, column, cell_text(entry.url), form, text)
    elif text:
        page.write_string(at, column, text, form)
    else:
        page.write_blank(at, column, None, form)
    if entry.note:
        _note(page, at, column, cell_text(entry.note, is_folded=False))


def _note(page: Any, at: int, column: int, text: str) -> None:
    size = {"width": 8 * _NOTE_WIDTH, "height": 18 * (lines_in(text, _NOTE_WIDTH) + 1)}
    page.write_comment(at, column, text, {"font_name": FONT, "font_size": SIZE - 2, **size})


def _height(lines: int) -> int:
    return min(_HIGHEST, POINTS * lines + 2)


def _views(page: Any, layout: Layout, first: int, last: int) -> None:
    """Heads and what names a row stay in view; rows can be filtered."""
    page.freeze_panes(first, layout.kept)
    page.hide_gridlines(2)
    if layout.is_filtered and last >= first:
        page.autofilter(first - 1, 0, last, len(layout.heads) - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})


def _print_setup(page: Any, layout: Layout, first: int, last: int) -> None:
    """A4 across, as wide as the page; titles and heads on every page, and the number of the page at its foot."""
    page.set_landscape()
    page.set_paper(A4)
    margins = {side: round(millimetres / _MILLIMETRES, 4) for side, millimetres in _MARGINS.items()}
    page.set_margins(**margins)
    page.fit_to_pages(1, 0 if layout.is_filtered else 1)
    page.center_horizontally()
    page.repeat_rows(first - 2 if layout.says else 0, first - 1)
    page.print_area(0, 0, last, len(layout.heads) - 1)
    page.set_footer(f'&C&"{FONT},Regular"&P/&N')
