"""The fields of `tgkt check --least` and `--range`."""

from __future__ import annotations

from tgkt.report.fields import parts
from tgkt.report.machine import field as f
from tgkt.report.machine.shape import Shape

_ABOUT = (
    f.text("id", "the indicator", always=True),
    f.text("area", "the area", always=True),
    f.code("period", "the year, the term or the part of a year", always=True),
    f.told("title", "what is measured", always=True),
    f.flag("is_target", "whether it is a target, which is decided and not measured", always=True),
    f.number("value", "the number as printed; null for a range and for words", "unit"),
    f.text("unit", "unit of `value` and of every end", always=True),
    f.text("printed", "the words of the document"),
    *parts.place(),
)
_ENOUGH = (
    f.number("low", "the least value that would suffice; null without a limit or where it is not known", "unit"),
    f.number("high", "the greatest value that would suffice; null without a limit or where it is not known", "unit"),
    f.whole("weight", "how much speaks for the figure as printed", always=True),
)
LEAST = Shape(
    "least",
    1,
    "a printed figure of the lightest sets whose change would let all relations hold",
    "tgkt check --least",
    (
        f.text("key", "group and figure", always=True),
        f.whole("group", "the group of relations that hang together, from 1", always=True),
        f.whole("choice", "the choice in its group, from 1; a lightest set takes one alternative of each", always=True),
        f.whole("alternative", "the alternative in its choice, from 1; its figures change together", always=True),
        f.words("relations", "the relations of the group that do not hold as printed"),
        *_ABOUT,
        *_ENOUGH,
    ),
    (
        f.whole("weight", "the weight of a lightest set of every group together", always=True),
        f.whole("figures", "how many figures such sets have together", always=True),
        f.whole("sets", "how many lightest sets there are, those of all groups combined", always=True),
        f.whole("groups", "how many groups of relations do not hold together", always=True),
        f.whole("undecided", "how many sets no heavier the search could not decide", always=True),
        f.whole("assumed", "how many relations stay out because they rest on an assumption", always=True),
        f.whole("words", "how many relations stay out because they are about words or derived figures", always=True),
    ),
)
RANGE = Shape(
    "range",
    1,
    "what all relations together allow a printed figure to be",
    "tgkt check --range FIGURE",
    (
        f.text("key", "the figure", always=True),
        *_ABOUT,
        f.number("low", "the least value that is allowed; null without a limit", "unit"),
        f.number("high", "the greatest value that is allowed; null without a limit", "unit"),
        f.flag("holds", "whether the figure as printed may be within", always=True),
        f.words("relations", "the relations that speak of it and are heeded"),
        f.words("apart", "relations left out because they do not hold beside the others whatever this figure is"),
    ),
)
