"""The sheet of `tgkt template` as CSV that Excel opens directly: UTF-8 with its mark, semicolons in Vietnam."""

from __future__ import annotations

import csv
import io

from tgkt.report.template.sheet import Sheet

_MARKS = {"vi": ";"}  # where the comma is the decimal mark, Excel parts columns by semicolons
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(sheet: Sheet, lang: str) -> str:
    """The sheet as CSV, with the mark by which Excel knows UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_MARKS.get(lang, ","), lineterminator="\r\n")
    writer.writerows([_plain(text)] for text in (sheet.title, *sheet.above))
    writer.writerow(column.head for column in sheet.columns)
    for row in sheet.rows:
        given = iter(row.cells)
        writer.writerow("" if column.is_open else _plain(next(given)) for column in sheet.columns)
    return f"\ufeff{out.getvalue()}"


def _plain(text: str) -> str:
    """A text that a spreadsheet takes for a text."""
    return f"'{text}" if text.startswith(_FORMULAS) else text
