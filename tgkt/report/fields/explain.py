"""The fields of `tgkt explain`."""

from __future__ import annotations

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Aggregation, Direction, Kind, Path, Price
from tgkt.facts.statement import Status, Timing
from tgkt.report.fields import blend, check, parts, status
from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape
from tgkt.series.known import How
from tgkt.series.role import Role

_FIGURE = (
    f.text(
        "key", "area, indicator, period, sense and document; numbered where one says it in several places", always=True
    ),
    f.text("id", "the indicator", always=True),
    f.text("area", "the area", always=True),
    f.code("period", "the year, the term or the part of a year", always=True),
    f.text("timing", "how the figure relates to its period", Timing, always=True),
    f.text("comparator", "the words around the number", Comparator),
    f.number("value", "the number as printed; null for a range and for words", "unit"),
    f.number("low", "lower end of what it may stand for; null where it is open", "unit"),
    f.number("high", "upper end of what it may stand for; null where it is open", "unit"),
    f.number("range_low", "the first number of a range", "unit"),
    f.number("range_high", "the second number of a range", "unit"),
    f.text("unit", "unit of the figure as printed", always=True),
    f.whole("relative_to", "the base year of a multiple"),
    f.text("status", "how settled it is, by its document", Status),
    f.text("taken_as", "how settled it is, once the date of its document is looked at", Status),
    f.text("role", "what it is to the figure that counts", Role),
    f.flag("ambition", "whether it is an aim and no measurement", always=True),
    f.flag("is_index", "whether growth is printed as an index of the year before", always=True),
    f.text("printed", "the words of the document"),
    *parts.place(),
    f.told("note", "a note of the data"),
    parts.breaks("it"),
    f.text("declared", "file, line and column of the data", always=True),
)
_ATTEMPT = (
    f.text("key", "the row of the plan; null where no plan has one"),
    f.text("area", "the area", always=True),
    f.text("how", "how the figure follows", How, always=True),
    f.text("formula", "the formula", always=True),
    f.number("low", "lower end of what it allows; null where it is open", "unit"),
    f.number("high", "upper end of what it allows; null where it is open", "unit"),
    f.text("unit", "unit of both", always=True),
    f.told_texts("assumes", "what must hold for it to be right"),
)
_BLEND = (
    f.text("by", "how the parts make the whole", Aggregation, always=True),
    f.text("weight", "the indicator that weighs"),
    f.text("numerator", "of a ratio: what is divided"),
    f.text("denominator", "of a ratio: what it is divided by"),
    f.text("level", "of growth: what grows"),
    f.told("assumes", "what must hold for the blend to be right"),
)
_HEAD = (
    f.flag("across_breaks", "whether figures are compared across breaks", always=True),
    f.text("id", "the indicator", always=True),
    f.told("title", "what is measured", always=True),
    f.text("section", "its section", always=True),
    f.told("unit", "its unit", always=True),
    f.text("kind", "what sort of quantity it is", Kind, always=True),
    f.text("direction", "which way is better", Direction, always=True),
    f.text("path", "the shape of the way from baseline to target", Path, always=True),
    f.text("price", "the price basis of money", Price),
    f.record("blend", "how a merged area's figure follows from its parts", _BLEND),
    f.words("inferred", "the keys that no file states"),
    f.text("declared", "file, line and column of the data", always=True),
    f.rows("assessments", "the rows of plans about it, as in `tgkt status`", status.ROW),
    f.rows("attempts", "every way to a derived figure", _ATTEMPT),
    f.rows("blends", "its merged figures, as in `tgkt blend`", blend.BLEND.row),
    f.rows("in_year", "the figures of parts of a year", _FIGURE),
    f.rows("reprints", "where its targets are printed once more", _FIGURE),
    f.rows("findings", "what the audit says of it, as in `tgkt check`", check.FINDING_ROWS),
    f.rows(
        "breaks",
        "the breaks of its figures",
        (*parts.BREAKS.inner, f.text("declared", "where it is declared", always=True)),
    ),
)
EXPLAIN = Shape("explain", 4, "a printed figure", "tgkt explain WHAT", _FIGURE, _HEAD)
