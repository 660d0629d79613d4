"""The fields of `tgkt check`: findings, the figures they rest on, and proposals."""

from __future__ import annotations

from tgkt.facts.catalogue import Severity
from tgkt.report.fields import parts
from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape
from tgkt.results.computed import Outcome

_FIGURE = (
    f.text("id", "the indicator", always=True),
    f.text("area", "the area", always=True),
    f.code("period", "the year, the term or the part of a year", always=True),
    f.number("value", "the number as printed; null for a range and for words", "unit"),
    f.text("unit", "unit of `value` as printed", always=True),
    f.text("printed", "the words of the document"),
    *parts.place(),
)
_CLOSING = (
    f.text("figure", "the figure", always=True),
    f.number("printed", "what is printed", "unit"),
    f.number("needed", "what it would have to be, the others as printed", "unit"),
    f.text("unit", "unit of both", always=True),
)
_WHAT = (
    f.text("kind", "what sort of relation it is", always=True),
    f.text("outcome", "whether the figures can hold together", Outcome, always=True),
    f.text("severity", "how much it matters", Severity, always=True),
)
FINDING = (
    f.text("key", "the finding, as `--id` and `--known` take it", always=True),
    *_WHAT,
    f.told("says", "what it says", always=True),
    f.text("formula", "the relation"),
    f.text("worked", "the relation with numbers put in"),
    f.text("unit", "unit of every number that has no other; null where nothing is computed"),
    *f.spread("left", "the printed side", "unit"),
    *f.spread("right", "the computed side", "unit"),
    f.number("residual", "the gap that rounding leaves between the two; 0 where they meet", "unit"),
    f.number("relative", "`residual` over the printed side", f.PURE),
    f.told("assumes", "what must hold for the relation to hold"),
    *parts.reason("", "why nothing can be computed"),
    f.text("declared", "where the data declare the relation"),
    parts.breaks("the figures"),
)
_RELATION = (
    f.text("key", "the relation, as `--id` takes it", always=True),
    *_WHAT,
    f.told("says", "what it says", always=True),
    f.text("formula", "the relation"),
    f.text("worked", "the relation with numbers put in"),
    f.rows("figures", "the figures it rests on", _FIGURE),
)
_NESTED = (
    f.rows("same_cause", "further relations that fail for the same cause", _RELATION),
    f.rows("closes", "what each figure in turn would have to be", _CLOSING),
    f.rows("figures", "the figures it rests on; `--long` has each as a row", _FIGURE),
)
FINDING_ROWS = (*FINDING, *_NESTED)
_HEAD = (*(f.whole(str(each), f"how many relations are {each}", always=True) for each in Outcome), parts.BREAKS)
CHECK = Shape(
    "check",
    4,
    "a relation between printed figures, or several that fail for one cause",
    "tgkt check",
    FINDING_ROWS,
    _HEAD,
)
CHECK_LONG = Shape(
    "check_long",
    1,
    "a figure that a relation rests on",
    "tgkt check --long",
    (
        f.text("key", "the relation and the place of the figure in it", always=True),
        f.text("finding", "the finding: its `key` in `tgkt check`", always=True),
        *_WHAT,
        *_FIGURE,
    ),
    _HEAD,
    is_long=True,
)
SUGGEST = Shape(
    "suggest",
    3,
    "a relation that holds and that the data do not declare",
    "tgkt check --suggest",
    (
        f.text("key", "kind and formula", always=True),
        f.text("kind", "what sort of relation it is", always=True),
        f.text("formula", "the relation", always=True),
        parts.breaks("the figures"),
        f.rows("figures", "the figures it holds among", _FIGURE),
    ),
)
