"""The fields of `tgkt blend`: merged figures, their parts, and the weights that merged figures imply."""

from __future__ import annotations

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Aggregation
from tgkt.facts.statement import Timing
from tgkt.report.fields import parts
from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape
from tgkt.results.computed import Outcome

_WEIGHT = f.measured("weight", "how much it weighs")
_CONSTITUENT = (
    f.text("area", "the part", always=True),
    *parts.amount("value", "its figure"),
    *_WEIGHT,
    f.number("contribution", "its share of the merged figure", "contribution_unit"),
    f.text("contribution_unit", "unit of `contribution`"),
    *parts.place(),
)
_ROUTE = (
    f.text("route", "the route to the weight", always=True),
    f.text("area", "the part that it weighs", always=True),
    f.text("formula", "the formula of the weight", always=True),
    *f.measured("weight", "the weight"),
    f.flag("taken", "whether this is the weight that counts", always=True),
    *parts.reason("", "why it was not taken"),
)
_HEAD = (parts.BREAKS,)
MERGE = (
    f.text("key", "area, indicator and period", always=True),
    f.text("id", "the indicator", always=True),
    f.text("area", "the merged area", always=True),
    f.code("period", "the year or term", always=True),
    f.told("title", "what is measured", always=True),
    f.text("timing", "how the figures relate to the period", Timing, always=True),
    f.told("unit", "unit of every number that has no other", always=True),
    f.text("by", "how the parts make the whole", Aggregation, always=True),
    f.text("weight", "the indicator that weighs"),
    f.text("weight_from", "where the weights come from, as a code", parts.REASON_CODES, always=True),
    f.facts("weight_from_fields", "what the sentence is filled with, by name"),
    f.text("weight_from_why", "where the weights come from, as a sentence in English", always=True),
    f.text(
        "weights_of", "of growth: whether the weights are of the year it starts from or of its end", ("base", "end")
    ),
    f.number("blended", "what the parts make; null where one is missing or no weight is known", "unit"),
    f.number("low", "lower end of `blended`, or of what the parts allow", "unit"),
    f.number("high", "upper end of `blended`, or of what the parts allow", "unit"),
    f.number("rounded", "`blended` with as many decimals as the printed figure", "unit"),
    f.number("first_order", "of growth: the weighted mean of the rates", "unit"),
    f.words("missing", "the parts without a figure"),
    f.told_texts("assumes", "what must hold for the blend to be right"),
    *parts.amount("figure", "the figure that counts for the merged area"),
    f.number("printed", "the figure that a document prints for the merged area", "unit"),
    f.number("printed_low", "lower end of `printed`", "unit"),
    f.number("printed_high", "upper end of `printed`", "unit"),
    f.text("printed_words", "its words"),
    f.text("printed_comparator", "the words around its number", Comparator),
    f.text("outcome", "whether parts and printed figure can hold together; null where none is printed", Outcome),
    *parts.reason("", "why there is no blend"),
    *f.measured("implied_weight", "the weight of the second part for which the printed figure would follow"),
    *parts.place(what="`printed`"),
    parts.breaks("the figures"),
)
BLEND = Shape(
    "blend",
    3,
    "a merged figure",
    "tgkt blend",
    (
        *MERGE,
        f.rows("constituents", "the parts; `--long` has each as a row", _CONSTITUENT),
        f.rows("routes", "every route to the weights", _ROUTE),
    ),
    _HEAD,
)
BLEND_LONG = Shape(
    "blend_long",
    1,
    "a part of a merged figure",
    "tgkt blend --long",
    (
        f.text("key", "merged area, indicator, period and part", always=True),
        f.text("blend_key", "area, indicator and period of the merged figure: its `key` in `tgkt blend`", always=True),
        f.text("id", "the indicator", always=True),
        f.text("merged_area", "the merged area", always=True),
        f.told("title", "what is measured", always=True),
        *_CONSTITUENT,
    ),
    _HEAD,
    is_long=True,
)
IMPLIED_WEIGHTS = Shape(
    "weights",
    2,
    "a weight that a merged figure implies",
    "tgkt blend --weights-table",
    (
        f.text("key", "weighing indicator, area, indicator and period", always=True),
        f.text("weight", "the indicator that weighs", always=True),
        f.text("area", "the merged area", always=True),
        f.text("id", "the indicator of the merged figure", always=True),
        f.code("period", "the year or term", always=True),
        f.told("title", "what is measured", always=True),
        *f.measured("implied", "the weight of the second part"),
        *parts.reason("", "why it implies none"),
        parts.breaks("the figures"),
    ),
)
