"""The grammar of relations between figures: routes to weights, links, identities and breaks."""

from __future__ import annotations

from tgkt.loading.figure_grammar import AREA_ID, INDICATOR_ID, LINE, ORIGIN_ID, TITLE, WORDS, YEAR
from tgkt.loading.meanings import RELATIONS, SEVERITIES, SIDES
from tgkt.loading.scalars import Choice, Id, Text
from tgkt.loading.spec import Field, ListOf, Record
from tgkt.message import Message

_FORMULA = Text(Message("a formula"))

ROUTE = Record(
    Message("a route"),
    {
        "id": Field(Id(), Message("its id"), True),
        "title": Field(TITLE, Message("what it derives the share from"), True),
        "area": Field(AREA_ID, Message("the area whose share it gives"), True),
        "within": Field(AREA_ID, Message("the merged area"), True),
        "period": Field(YEAR, Message("the year the share is of"), True),
        "formula": Field(_FORMULA, Message("the share"), True, example="grdp[north, 2025] / grdp[whole, 2025]"),
        "assumes": Field(WORDS, "what must hold for it to be right"),
    },
)
BACK = Record(
    Message("the way back"),
    {
        "computes": Field(_FORMULA, Message("the figure that follows where the link's own figure is set"), True),
        "formula": Field(_FORMULA, Message("what it follows from"), True),
    },
)
LINK = Record(
    Message("a link"),
    {
        "title": Field(TITLE, Message("what follows from what"), True),
        "computes": Field(_FORMULA, Message("the figure that follows"), True, example="grdp_per_capita[whole, 2030]"),
        "formula": Field(
            _FORMULA, Message("what it follows from"), True, example="grdp[whole, 2030] / population[whole, 2030]"
        ),
        "back": Field(BACK, "how one of these follows from the figure, for when the figure is what is set"),
        "assumes": Field(WORDS, "what must hold for it to be right"),
    },
)

_SEVERITY = Field(Choice(SEVERITIES), "how much it matters", inferred="medium", example="high")
IDENTITY = Record(
    Message("an identity"),
    {
        "kind": Field(Choice(RELATIONS), Message("what sort of relation it is"), True, example="sum"),
        "formula": Field(
            _FORMULA,
            Message("left == right, or with >= or <=; with [area, year] for every area and year"),
            True,
            example="a[whole, 2030] == b[..] + c[..]",
        ),
        "alternatives": Field(ListOf(_FORMULA), "the same under other reasonable values of what it assumes"),
        "says": Field(WORDS, "one neutral sentence for when it does not hold: both hold only if …"),
        "assumes": Field(WORDS, "what must hold for the formula to be right"),
        "severity": _SEVERITY,
    },
)
BREAK = Record(
    Message("a break"),
    {
        "indicator": Field(INDICATOR_ID, Message("the indicator whose figures differ"), True),
        "says": Field(WORDS, Message("one neutral sentence: what differs"), True),
        "from": Field(
            YEAR,
            "the first year of the new side: nothing is compared across it",
            inferred="none: it only marks the rows",
            example="2026",
        ),
        "target": Field(Choice(SIDES), "the side of targets that are due after the break", inferred="new"),
        "areas": Field(ListOf(AREA_ID), "the areas it holds for", inferred="all"),
        "origin": Field(ORIGIN_ID, "the document that shows it"),
        "locator": Field(LINE, "the place in that document"),
        "severity": _SEVERITY,
    },
)
