"""The fields of `tgkt import`."""

from __future__ import annotations

from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status, Timing
from tgkt.report.fields import diff
from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape
from tgkt.results.imported import Action
from tgkt.series.misprints import Look
from tgkt.series.slips import Doubt

_SUSPECT = (
    f.text("key", "area, indicator, period, sense and document of the figure", always=True),
    f.text("doubt", "why it looks wrong", Doubt, always=True),
    f.flag("needs_acceptance", "whether it is taken only with `--accept`", always=True),
    f.text("id", "the indicator", always=True),
    f.text("area", "the area", always=True),
    f.code("period", "the year, the term or the part of a year", always=True),
    f.text("timing", "how the figure relates to its period", Timing, always=True),
    f.text("origin", "the document", always=True),
    f.number("value", "the figure; null for a range", "unit"),
    f.text("unit", "unit of every number", always=True),
    f.text("look", "what slip it looks like", Look),
    f.number("factor", "how many times too large (10) or too small (-10) it is", f.PURE),
    f.number("fits", "the figure that would stand without the slip", "unit"),
    f.number("last", "the figure it was compared with", "unit"),
    f.code("last_period", "what that is about"),
    f.number("limit_low", "the lowest value there can be", "unit"),
    f.number("limit_high", "the highest value there can be", "unit"),
    f.text("why", "why it looks wrong, as a sentence in English", always=True),
)
IMPORT = Shape(
    "import",
    2,
    "a figure of the table, or a line that cannot be read",
    "tgkt import FILE",
    (
        f.text("key", "file and line, or sheet and cell; numbered where one holds several figures", always=True),
        f.text("id", "the indicator; null where it could not be told"),
        f.text("area", "the area"),
        f.code("period", "the year, the term or the part of a year"),
        f.number("value", "the number; null for a range", "unit"),
        f.number("range_low", "the first number of a range", "unit"),
        f.number("range_high", "the second number of a range", "unit"),
        f.flag("reached", "of a milestone: whether it was reached"),
        f.text("comparator", "the words around the number", Comparator),
        f.text("unit", "unit of the numbers"),
        f.text("status", "how settled it is", Status),
        f.text("origin", "the document"),
        f.text("file", "the file", always=True),
        f.text("sheet", "the sheet of a workbook, or the dataset of JSON-stat where the file has several"),
        f.whole("line", "the line of the file, the row of the sheet, or which value of JSON-stat it is"),
        f.text("cell", "the cell of a workbook, or the codes of a value of JSON-stat"),
        f.text("action", "what is done with it", Action, always=True),
        f.text("problem", "why it is held back, or what it differs from"),
    ),
    (
        *(f.whole(str(each), f"how many rows are {each}", always=True) for each in Action),
        f.rows("changes", "what the figures change, as in `tgkt diff`", diff.CHANGE),
        f.rows("suspects", "the figures that look wrong", _SUSPECT),
    ),
)
