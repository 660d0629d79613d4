"""The fields of `tgkt find`."""

from __future__ import annotations

from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status, Timing
from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape
from tgkt.results.find import Role, Where

FIND = Shape(
    "find",
    1,
    "a printed figure; an indicator or a row of a plan where nothing is printed of it",
    "tgkt find WORDS",
    (
        f.text("key", "the figure, the same whatever is asked", always=True),
        f.text("id", "the indicator", always=True),
        f.words("codes", "its numbers in the plan in force"),
        f.told("title", "what is measured", always=True),
        f.text("area", "the area"),
        f.code("period", "the year, the term or the part of a year"),
        f.text("timing", "how the figure relates to its period", Timing),
        f.text("role", "as what the document says it", Role),
        f.text("plan", "the plan whose row says it"),
        f.code("code", "number of that row"),
        f.text("found_in", "in what it was found", Where, always=True),
        f.text("comparator", "the words around the number", Comparator),
        *f.plain("the number as printed; null for a range and for words"),
        f.number("range_low", "the first number of a range", "unit"),
        f.number("range_high", "the second number of a range", "unit"),
        f.text("unit", "unit of the figure as printed"),
        f.whole("relative_to", "the base year of a multiple"),
        f.text("printed", "the words of the document"),
        f.text("label", "the name as the document prints it"),
        f.text("status", "how settled it is, by its document", Status),
        f.text("origin", "the document"),
        f.told("origin_title", "title of the document"),
        f.text("locator", "the place in that document"),
        f.text("url", "where the document was published"),
        f.told("note", "a note of the data"),
        f.text("declared", "file, line and column of the data", always=True),
    ),
    (f.text("asked", "what was looked for", always=True), f.numbers("readings", "the numbers it was read as")),
)
