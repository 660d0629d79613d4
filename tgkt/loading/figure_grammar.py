"""The grammar of figures and of what holds them: the rows of a plan, and the places of a document."""

from __future__ import annotations

from tgkt.facts.statement import Timing
from tgkt.loading.meanings import COMPARATORS, PICKS, STATUSES, TIMINGS, Meanings
from tgkt.loading.scalars import Choice, Flag, Id, Number, NumberOrRange, Text, Title, UnitText, YearOrTerm
from tgkt.loading.spec import ByPeriod, Elsewhere, Field, ListOf, Record, ShortFigure
from tgkt.message import Message

LINE, PRINTED, YEAR = Text(is_line=True), Text(), YearOrTerm(only_year=True)
TITLE, WORDS = Title(is_line=True), Title()
AREA_ID, ORIGIN_ID, INDICATOR_ID = Id("areas"), Id("origins"), Id("indicators")
CODE = Text(
    Message('a number such as "9.1"'),
    r"\S+",
    Message('Write it in quotes and without blanks, e.g. "9.1", "3.6.1" or "TU-02"'),
)
_READINGS: Meanings = {timing: meant for timing, meant in TIMINGS.items() if timing is not Timing.BEFORE}

# What every figure may say.
_FIGURE = {
    "period": Field(
        YearOrTerm(),
        "a year (2030, fiscal: 2029/30), or a term: 2026-2030 is five years that grow from 2025",
        inferred="from where the figure stands",
        example="2026-2030",
    ),
    "timing": Field(
        Choice(TIMINGS),
        "how the figure relates to its period; asked for a term",
        inferred="in_year for a single year",
        example="average",
    ),
    "comparator": Field(
        Choice(COMPARATORS), "the words around the number", inferred="from printed, else equals", example="at_least"
    ),
    "value": Field(
        NumberOrRange(),
        "the digits exactly as printed, dot decimal (90.40 is not 90.4), or [low, high]; 0, more_than or less_than it, "
        "for growth or a change whose words say only that it rose or fell",
        inferred="from printed",
        example="10.5",
    ),
    "values": Field(
        ListOf(Number(), 2), "the shares of a structure, in the order of the indicator's parts", example="[61, 31, 8]"
    ),
    "times": Field(NumberOrRange(), "a multiple of an earlier year's figure; with of", example="1.6"),
    "cut": Field(NumberOrRange(), "a cut in % against an earlier year; with of", example="55"),
    "rise": Field(NumberOrRange(), "a rise in % against an earlier year; with of", example="20"),
    "of": Field(YEAR, "the base year of times, cut or rise", inferred="from printed", example="1990"),
    "reached": Field(Flag(), "for a milestone: whether the printed words say it was reached", example="true"),
    "unit": Field(UnitText(), "the unit as printed", inferred="from printed, else the indicator's", example="tỷ đồng"),
    "printed_unit": Field(UnitText(), "the unit the document prints where it cannot be meant literally", example='"%"'),
    "excludes": Field(ListOf(LINE), "what the document leaves out of the figure", example="[lottery]"),
    "note": Field(WORDS, "one neutral sentence on how the figure was read"),
    "printed": Field(
        PRINTED, "the document's own words, verbatim; ' … ' joins two pieces", example='"từ 10,5%/năm trở lên"'
    ),
}
_MOVED = {
    "relative_to": Elsewhere(
        Message("Write times:, cut: or rise: with of:, as in 'times: 1.6, of: 2025', and no unit"), "times"
    )
}
_PICK = {"pick": Field(Choice(PICKS), "which number of a printed N/M is meant", example="part")}
_SETTLED = {
    "status": Field(
        Choice(STATUSES), "how settled the document says the figure is", inferred="unstated", example="estimated"
    ),
    "supersedes": Field(
        ListOf(ORIGIN_ID), "origins whose figure about the same thing and period this one replaces", example="[report]"
    ),
}
_OWN_PLACE = {
    "origin": Field(ORIGIN_ID, "the document, where it is not the row's", example="report"),
    "locator": Field(LINE, "the place in that document", example='"page 12"'),
}
_GRADED = {
    "official": Field(
        PRINTED, "the document's own words that grade the figure, verbatim", example='"vượt kế hoạch đề ra"'
    )
}
TARGET = Record(
    Message("a target"),
    {
        **_FIGURE,
        **_PICK,
        "readings": Field(
            ListOf(Choice(_READINGS), 2),
            "where the words of a term allow several: its own timing first, then the others; in_year is the last year",
            example="[average, every_year]",
        ),
        "tolerance": Field(Number(), "how far from a number without a better side still counts as it", example="0.5"),
    },
    _MOVED,
)
RESULT = Record(Message("a result"), {**_FIGURE, **_SETTLED}, _MOVED)
BASELINE = Record(Message("a baseline"), {**_FIGURE, **_PICK, **_SETTLED, **_GRADED, **_OWN_PLACE}, _MOVED)
_INDEX = {
    "index": Field(
        Flag(),
        "true for growth printed as an index of the same part of the year before: 106.5 for 6.5 %",
        example="true",
    )
}
OBSERVED = Record(Message("an observed figure"), {**_FIGURE, **_PICK, **_INDEX, **_SETTLED, **_GRADED}, _MOVED)
OBSERVATION = Record(
    Message("an observation"),
    {
        "indicator": Field(
            INDICATOR_ID, Message("what the figure is about (an id of indicators)"), True, example="grdp"
        ),
        "area": Field(AREA_ID, "the area it is about", inferred="the place's, else the file's", example="bac_kan"),
        **_FIGURE,
        "period": Field(
            YearOrTerm(may_be_part=True),
            "a year, a term, or a part of a year, which never stands for the year: 2026-6M, 2026-Q2, 2026-06",
            inferred="the place's, where it names one",
            example="2025",
        ),
        **_PICK,
        **_INDEX,
        **_SETTLED,
        **_GRADED,
        "ambition": Field(Flag(), "true for an aim stated in passing: kept, never a measurement", example="true"),
        "reprint": Field(
            Flag(),
            "true for a target of a plan that is printed once more: compared with the plan's row, never a measurement",
            example="true",
        ),
    },
    {
        **_MOVED,
        **dict.fromkeys(("origin", "locator"), Elsewhere(Message("Write it once for the place, beside 'figures'"))),
    },
)
PLACE = Record(
    Message("a place"),
    {
        "origin": Field(ORIGIN_ID, "the document (an id of origins)", inferred="the file's only one", example="report"),
        "locator": Field(LINE, "the place in the document", example='"chú thích 12"'),
        "area": Field(AREA_ID, "the area of its figures, where they name none", inferred="the file's"),
        "period": Field(
            YearOrTerm(may_be_part=True), "the period of its figures, where they name none", example="2025"
        ),
        "status": Field(Choice(STATUSES), "how settled its figures are, where they do not say", example="estimated"),
        "figures": Field(ListOf(OBSERVATION), Message("the figures printed there"), True),
    },
)
_ONE_OR_MORE = "one figure, or several by period"
ROW_KEYS = {
    "code": Field(CODE, "the number in the document", inferred="counted", example='"1.2"'),
    "area": Field(AREA_ID, "the area promised for", inferred="the file's", example="bac_kan"),
    "label": Field(LINE, "the row's name as the document prints it"),
    "origin": Field(ORIGIN_ID, "the document, where it is not the plan's", inferred="the plan's", example="annex"),
    "locator": Field(LINE, "the place in that document", example='"mục II.2, chỉ tiêu (1)"'),
    "target": Field(
        ByPeriod(ShortFigure(TARGET), or_one=True),
        f"what is promised: {_ONE_OR_MORE}; left out where the document's cell is empty",
        example="{2030: at least 78%}",
    ),
    "baseline": Field(
        ByPeriod(ShortFigure(BASELINE), or_one=True),
        "where it starts from; for growth, the last term's pace",
        example="{2025: 46.1}",
    ),
    "last_term": Field(BASELINE, "how a level moved over the last term, where the document prints it"),
    "result": Field(ByPeriod(ShortFigure(RESULT), or_one=True), "what came of it", example="{2030: 79.2}"),
    "official": Field(PRINTED, "the document's own verdict", example='"Đạt"'),
    "condition": Field(WORDS, "what must hold for something to be counted, beside the number: a speed, a standard"),
    "note": Field(WORDS, "one neutral sentence on how the row was read"),
    "sought": Field(
        WORDS, "where no document prints a figure: the words that were looked for, and where else they stand"
    ),
}
ROW = Record(Message("a row"), ROW_KEYS)
