"""The sheet of `tgkt template` as a workbook: what is given is locked, what is to be filled in is not."""

from __future__ import annotations

from typing import Any

from tgkt.language import translation
from tgkt.record import NamedTuple
from tgkt.report.spreadsheet import A4, lines_in, sheet_name, written
from tgkt.report.template.sheet import Sheet, SheetRow

_POINTS = 15  # a line of the font that Excel and LibreOffice use unless told otherwise
_FREE = {"format_cells": True, "format_columns": True, "format_rows": True}  # so that nobody is left with ####


class _Forms(NamedTuple):
    """How cells look."""

    title: Any
    text: Any
    head: Any
    given: Any
    open: Any


def workbook(sheet: Sheet, lang: str) -> bytes:
    """The sheet as an .xlsx file; the same bytes for the same sheet.

    Args:
        sheet: the sheet.
        lang: the language of what is said on a wrong choice.

    Raises:
        UsageError: XlsxWriter is not installed.
    """

    def fill(book: Any) -> None:
        book.set_properties({"title": f"{sheet.title} - {sheet.above[0]}"})
        page = book.add_worksheet(sheet_name(sheet.title))
        forms = _forms(book)
        top = _above(page, sheet, forms)
        for at, row in enumerate(sheet.rows, top + 1):
            _line(page, at, row, sheet, forms)
        _choices(page, top + 1, sheet, lang)
        _print_setup(page, top, sheet)
        page.protect("", _FREE)

    return written(fill, ".csv")


def _forms(book: Any) -> _Forms:
    frame = {"border": 1, "border_color": "#A6A6A6", "valign": "top", "text_wrap": True}
    return _Forms(
        title=book.add_format({"bold": True, "font_size": 14}),
        text=book.add_format({}),
        head=book.add_format({**frame, "bold": True, "bg_color": "#D9E1F2", "align": "center", "valign": "vcenter"}),
        given=book.add_format({**frame, "num_format": "@"}),
        open=book.add_format({**frame, "locked": False, "bg_color": "#FFF9E5"}),
    )


def _above(page: Any, sheet: Sheet, forms: _Forms) -> int:
    """Write what stands above the lines; return the row of the heads."""
    page.write_string(0, 0, sheet.title, forms.title)
    for at, text in enumerate(sheet.above, 1):
        page.write_string(at, 0, text, forms.text)
    top = len(sheet.above) + 1
    for index, column in enumerate(sheet.columns):
        page.set_column(index, index, column.width + 1)
        page.write_string(top, index, column.head, forms.head)
    page.set_row(top, _POINTS * max(lines_in(column.head, column.width) for column in sheet.columns) + _POINTS // 2)
    return top


def _line(page: Any, at: int, row: SheetRow, sheet: Sheet, forms: _Forms) -> None:
    """Write a line, as high as its longest text needs; LibreOffice does not see to that by itself."""
    given, most = iter(row.cells), 1
    for index, column in enumerate(sheet.columns):
        if column.is_open:
            page.write_blank(at, index, None, forms.open)
            continue
        text = next(given)
        page.write_string(at, index, text, forms.given)
        most = max(most, lines_in(text, column.width))
    page.set_row(at, _POINTS * most + 2)


def _choices(page: Any, first: int, sheet: Sheet, lang: str) -> None:
    """Lists of words to choose from: the statuses, which are all there are, and the answers to a milestone."""
    value = _value(sheet)
    for at, row in enumerate(sheet.rows, first):
        if row.answers:
            page.data_validation(at, value, at, value, {**_list(row.answers, lang), "show_error": False})
    for index, column in enumerate(sheet.columns):
        if column.choices:
            page.data_validation(first, index, first + len(sheet.rows) - 1, index, _list(column.choices, lang))


def _value(sheet: Sheet) -> int:
    """Where the results go: the first column to be filled in."""
    return next(index for index, column in enumerate(sheet.columns) if column.is_open)


def _list(words: tuple[str, ...], lang: str) -> dict[str, Any]:
    told = translation("One of: {words}", lang).format(words=", ".join(words))
    return {"validate": "list", "source": list(words), "error_message": told}


def _print_setup(page: Any, top: int, sheet: Sheet) -> None:
    """A4 across, as wide as the page, with the heads on every page and the number of the page at its foot."""
    last = len(sheet.columns) - 1
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(top)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.print_area(0, 0, top + len(sheet.rows), last)
    page.set_footer("&C&P / &N")
    page.ignore_errors({"number_stored_as_text": f"A1:A{top + len(sheet.rows) + 1}"})
    page.set_selection(top + 1, _value(sheet), top + 1, _value(sheet))
