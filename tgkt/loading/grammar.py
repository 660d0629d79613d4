"""The grammar of the data files: which blocks and keys there are, what each means, and what follows where one is left out.

The loader, the JSON Schema and the page of the format all follow from this page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tgkt.facts.statement import Timing
from tgkt.loading.meanings import (
    AGGREGATIONS,
    COMPARATORS,
    DIRECTIONS,
    ISSUERS,
    KINDS,
    LANGUAGES,
    NOUNS,
    PATHS,
    PICKS,
    PRICES,
    RELATIONS,
    SEVERITIES,
    SIDES,
    STATUSES,
    TIMINGS,
    Meanings,
)
from tgkt.loading.reading import Schema
from tgkt.loading.scalars import Choice, Flag, Id, Number, NumberOrRange, Text, Title, UnitText, YearOrTerm
from tgkt.loading.spec import ByPeriod, Field, ListOf, MapOf, Record, ShortFigure

SCHEMA_NAME = "tgkt/data/2"

_LINE, _TITLE, _FORMULA = Text(), Title(), Text("a formula")
_AREA, _ORIGIN, _INDICATOR = Id("areas"), Id("origins"), Id("indicators")
_CODE = Text('a number such as "9.1"', r"\S+", 'Write it in quotes and without blanks, e.g. "9.1", "3.6.1" or "TU-02"')
_DATE = Text("a date", r"[0-9]{4}(?:-[0-9]{2}){0,2}", 'Write YYYY, YYYY-MM or YYYY-MM-DD in quotes, e.g. "2025-09-15"')
_YEAR = YearOrTerm(only_year=True)
_READINGS: Meanings = {timing: meant for timing, meant in TIMINGS.items() if timing is not Timing.BEFORE}

# What every figure may say.
_FIGURE = {
    "period": Field(
        YearOrTerm(), "a year, or a term: 2026-2030 is five years that grow from 2025", True, example="2026-2030"
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
    "of": Field(_YEAR, "the base year of times, cut or rise", inferred="from printed", example="1990"),
    "reached": Field(Flag(), "for a milestone: whether the printed words say it was reached", example="true"),
    "unit": Field(UnitText(), "the unit as printed", inferred="from printed, else the indicator's", example="tỷ đồng"),
    "printed_unit": Field(UnitText(), "the unit the document prints where it cannot be meant literally", example='"%"'),
    "excludes": Field(ListOf(_LINE), "what the document leaves out of the figure", example="[lottery]"),
    "note": Field(_TITLE, "one neutral sentence on how the figure was read"),
    "printed": Field(
        _LINE, "the document's own words, verbatim; ' … ' joins two pieces", example='"từ 10,5%/năm trở lên"'
    ),
}
_PICK = {"pick": Field(Choice(PICKS), "which number of a printed N/M is meant", example="part")}
_SETTLED = {
    "status": Field(
        Choice(STATUSES), "how settled the document says the figure is", inferred="unstated", example="estimated"
    ),
    "supersedes": Field(
        ListOf(_ORIGIN), "origins whose figure about the same thing and period this one replaces", example="[report]"
    ),
}
_OWN_PLACE = {
    "origin": Field(_ORIGIN, "the document, where it is not the row's", example="report"),
    "locator": Field(_LINE, "the place in that document", example='"page 12"'),
}
TARGET = Record(
    "a target",
    {
        **_FIGURE,
        "readings": Field(
            ListOf(Choice(_READINGS), 2),
            "where the words of a term allow several: its own timing first, then the others; in_year is the last year",
            example="[average, every_year]",
        ),
        "tolerance": Field(Number(), "how far from a number without a better side still counts as it", example="0.5"),
    },
)
RESULT = Record("a result", {**_FIGURE, **_SETTLED})
BASELINE = Record("a baseline", {**_FIGURE, **_PICK, **_SETTLED, **_OWN_PLACE})
OBSERVED = Record("an observed figure", {**_FIGURE, **_PICK, **_SETTLED})
OBSERVATION = Record(
    "an observation",
    {
        "indicator": Field(_INDICATOR, "what the figure is about (an id of indicators)", True, example="grdp"),
        "area": Field(_AREA, "the area it is about", inferred="the place's, else the file's", example="bac_kan"),
        **_FIGURE,
        "period": Field(YearOrTerm(), "a year or a term", inferred="the place's, where it names one", example="2025"),
        **_PICK,
        **_SETTLED,
        "ambition": Field(Flag(), "true for an aim stated in passing: kept, never a measurement", example="true"),
    },
)
PLACE = Record(
    "a place",
    {
        "origin": Field(_ORIGIN, "the document (an id of origins)", inferred="the file's only one", example="report"),
        "locator": Field(_LINE, "the place in the document", example='"chú thích 12"'),
        "area": Field(_AREA, "the area of its figures, where they name none", inferred="the file's"),
        "period": Field(YearOrTerm(), "the period of its figures, where they name none", example="2025"),
        "status": Field(Choice(STATUSES), "how settled its figures are, where they do not say", example="estimated"),
        "figures": Field(ListOf(OBSERVATION), "the figures printed there", True),
    },
)
_ONE_OR_MORE = "one figure, or several by period"
ROW_KEYS = {
    "code": Field(_CODE, "the number in the document", inferred="counted", example='"1.2"'),
    "area": Field(_AREA, "the area promised for", inferred="the file's", example="bac_kan"),
    "label": Field(_LINE, "the row's name as the document prints it"),
    "origin": Field(_ORIGIN, "the document, where it is not the plan's", inferred="the plan's", example="annex"),
    "locator": Field(_LINE, "the place in that document", example='"mục II.2, chỉ tiêu (1)"'),
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
    "official": Field(_LINE, "the document's own verdict", example='"Đạt"'),
    "note": Field(_TITLE, "one neutral sentence on how the row was read"),
    "sought": Field(
        _TITLE, "where no document prints a figure: the words that were looked for, and where else they stand"
    ),
}
ROW = Record("a row", ROW_KEYS)
BLEND = Record(
    "a blend",
    {
        "by": Field(Choice(AGGREGATIONS), "how the parts make the whole", True, example="sum"),
        "weight": Field(_INDICATOR, "for weighted: the indicator that weighs", example="population"),
        "numerator": Field(_INDICATOR, "for ratio: what is divided", example="grdp"),
        "denominator": Field(_INDICATOR, "for ratio: what it is divided by", example="population"),
        "level": Field(_INDICATOR, "for growth: the indicator that grows", example="grdp"),
        "assumes": Field(_TITLE, "what must hold for the parts to make the whole so"),
    },
)
LIMIT = Record(
    "a limit",
    {
        "low": Field(Number(), "the natural floor", inferred="none", example="0"),
        "high": Field(Number(), "the natural ceiling", inferred="none", example="100"),
    },
)
DERIVE = Record(
    "a derivation",
    {
        "formula": Field(_FORMULA, "the figure", True, example="grdp[area, year] / grdp_per_capita[area, year]"),
        "area": Field(_AREA, "the only area it holds for", inferred="any", example="bac_kan"),
        "period": Field(YearOrTerm(), "the only period it holds for", inferred="any year", example="2025"),
        "assumes": Field(_TITLE, "what must hold for it to be right"),
    },
)
DECLARATION = {
    "section": Field(Id("sections"), "the part of the plan", inferred="the only one", example="economy"),
    "title": Field(_TITLE, "what is measured, without target or year", True, example="Employment rate"),
    "unit": Field(UnitText(), "a unit built in or declared in units", True, example='"%"'),
    "kind": Field(
        Choice(KINDS),
        "what sort of quantity it is",
        inferred="from unit: share of %, growth of %/năm, change of points, count of things, rank, milestone, level",
        example="share",
    ),
    "direction": Field(
        Choice(DIRECTIONS), "which way is better; asked where there is a target", inferred="neutral", example="increase"
    ),
    "path": Field(
        Choice(PATHS),
        "the shape of the way to the target",
        inferred="from kind: geometric for levels, step for milestones, else linear",
        example="linear",
    ),
    "blend": Field(BLEND, "how a merged area's value follows from its parts", inferred="by none", example="{by: sum}"),
    "price": Field(Choice(PRICES), "the price basis; for money and its growth, always", example="current"),
    "limit": Field(
        LIMIT,
        "natural bounds; {} where there are none",
        inferred="from kind: 0 to 100 of shares, 0 of levels, counts, rates and ratios, 1 of ranks",
        example="{low: 0, high: 1}",
    ),
    "parts": Field(ListOf(_INDICATOR, 2), "for a structure: the indicators it consists of", example="[a, b, c]"),
    "definition": Field(_TITLE, "the document's own definition or scope"),
    "derive": Field(ListOf(DERIVE), "formulas of a figure no document prints; over targets: what the plan implies"),
    "proxy": Field(
        _INDICATOR, "the nearest thing that is printed where nothing is: named, and never compared", example="beds"
    ),
    "grows_with": Field(
        _INDICATOR,
        "the level along whose growth a term's total is shared where no yearly flow is known",
        example="grdp",
    ),
}
NEEDED = ("title", "unit")
INDICATOR = Record(
    "an indicator",
    {
        **{key: Field(f.shape, f.doc, False, f.inferred, f.example) for key, f in DECLARATION.items()},
        **{key: Field(f.shape, f.doc, False, f.inferred, f.example) for key, f in ROW_KEYS.items()},
        "observed": Field(
            ByPeriod(ShortFigure(OBSERVED)),
            "its figures by period, from its origin",
            example="{2008: 70.3, 2011: 68.6}",
        ),
        "rows": Field(ListOf(ROW), "its lines in this file's plan, where they are several"),
    },
)
_GAP = Record(
    "a gap",
    {
        "area": Field(_AREA, "the area", inferred="the file's"),
        "code": Field(_CODE, "the number left out", True, example='"54"'),
        "note": Field(_TITLE, "what the document does", True),
    },
)
PLAN = Record(
    "a plan",
    {
        "id": Field(Id(), "its id, for --plan", inferred="the name of the file", example="health_2030"),
        "title": Field(_TITLE, "its name", True, example="Health plan 2021-2030"),
        "period": Field(YearOrTerm(), "the term it is for", True, example="2021-2030"),
        "baseline": Field(_YEAR, "its base year", inferred="the year before the term", example="2020"),
        "origin": Field(_ORIGIN, "the document its rows come from", inferred="the file's only one", example="plan"),
        "in_force": Field(
            Flag(), "true for the plan that is meant where none is named", inferred="the one whose term ends last"
        ),
        "gaps": Field(ListOf(_GAP), "row numbers the document leaves out"),
    },
)
ROUTE = Record(
    "a route",
    {
        "id": Field(Id(), "its id", True),
        "title": Field(_TITLE, "what it derives the share from", True),
        "area": Field(_AREA, "the area whose share it gives", True),
        "within": Field(_AREA, "the merged area", True),
        "period": Field(_YEAR, "the year the share is of", True),
        "formula": Field(_FORMULA, "the share", True, example="grdp[north, 2025] / grdp[whole, 2025]"),
        "assumes": Field(_TITLE, "what must hold for it to be right"),
    },
)
BACK = Record(
    "the way back",
    {
        "computes": Field(_FORMULA, "the figure that follows where the link's own figure is set", True),
        "formula": Field(_FORMULA, "what it follows from", True),
    },
)
LINK = Record(
    "a link",
    {
        "title": Field(_TITLE, "what follows from what", True),
        "computes": Field(_FORMULA, "the figure that follows", True, example="grdp_per_capita[whole, 2030]"),
        "formula": Field(_FORMULA, "what it follows from", True, example="grdp[whole, 2030] / population[whole, 2030]"),
        "back": Field(BACK, "how one of these follows from the figure, for when the figure is what is set"),
        "assumes": Field(_TITLE, "what must hold for it to be right"),
    },
)
_SEVERITY = Field(Choice(SEVERITIES), "how much it matters", inferred="medium", example="high")
IDENTITY = Record(
    "an identity",
    {
        "kind": Field(Choice(RELATIONS), "what sort of relation it is", True, example="sum"),
        "formula": Field(_FORMULA, "left == right, or with >= or <=", True, example="a[whole, 2030] == b[..] + c[..]"),
        "alternatives": Field(ListOf(_FORMULA), "the same under other reasonable values of what it assumes"),
        "says": Field(_TITLE, "one neutral sentence for when it does not hold: both hold only if …"),
        "assumes": Field(_TITLE, "what must hold for the formula to be right"),
        "severity": _SEVERITY,
    },
)
BREAK = Record(
    "a break",
    {
        "indicator": Field(_INDICATOR, "the indicator whose figures differ", True),
        "says": Field(_TITLE, "one neutral sentence: what differs", True),
        "from": Field(
            _YEAR,
            "the first year of the new side: nothing is compared across it",
            inferred="none: it only marks the rows",
            example="2026",
        ),
        "target": Field(Choice(SIDES), "the side of targets that are due after the break", inferred="new"),
        "areas": Field(ListOf(_AREA), "the areas it holds for", inferred="all"),
        "origin": Field(_ORIGIN, "the document that shows it"),
        "locator": Field(_LINE, "the place in that document"),
        "severity": _SEVERITY,
    },
)
AREA = Record(
    "an area",
    {
        "title": Field(_TITLE, "its name", True, example="Thái Nguyên"),
        "noun": Field(Choice(NOUNS), "what sort of area it is, for sentences", example="province"),
        "constituents": Field(ListOf(_AREA, 2), "the areas it was merged from", example="[north, south]"),
    },
)
ORIGIN = Record(
    "an origin",
    {
        "title": Field(_TITLE, "the document's title", True, example="Statistical yearbook 2025"),
        "short": Field(_TITLE, "its name in tables", inferred="its id", example="yearbook"),
        "language": Field(Choice(LANGUAGES), "how it writes numbers and words", inferred="the file's", example="en"),
        "issuer": Field(Choice(ISSUERS), "who answers for it, in order of rank", example="statistics"),
        "date": Field(_DATE, "its date, as far as it is known", example='"2025-09-15"'),
        "url": Field(_LINE, "where it was published"),
        "note": Field(_TITLE, "one neutral sentence about the document"),
    },
)
BASE = Record(
    "a base",
    {
        "of": Field(_LINE, "a folder, or data that come with tgkt", True, example='"tgkt:thai_nguyen"'),
        "version": Field(_LINE, "the state of that data this folder was made on", example='"5f2c9a10"'),
    },
)
FILE = Record(
    "a data file",
    {
        "areas": Field(MapOf(AREA), "the areas figures are about"),
        "origins": Field(MapOf(ORIGIN), "the documents figures come from"),
        "sections": Field(MapOf(_TITLE), "the parts of a plan", example="{economy: Economy}"),
        "plan": Field(PLAN, "the plan whose rows stand in this file"),
        "indicators": Field(MapOf(INDICATOR), "what is measured, with its rows"),
        "observations": Field(ListOf(PLACE), "every other figure, by document and place"),
        "units": Field(
            MapOf(_LINE, r"\S.*"),
            "units of one's own: money, energy, count, index …, or a number of another unit",
            example="{EUR: money, Mtoe: energy, PJ: 0.0238846 Mtoe, deaths: count}",
        ),
        "name": Field(Id(), "the name by which other folders build on data that come with tgkt"),
        "base": Field(BASE, "the data this folder adds to; in base.yaml"),
        "language": Field(
            Choice(LANGUAGES), "the language of this file's documents, where they name none", example="en"
        ),
        "area": Field(
            _AREA, "the area of this file's rows and figures, where they name none", inferred="the whole area"
        ),
        "links": Field(MapOf(LINK), "how figures of the plan follow from each other, for what-if questions"),
        "identities": Field(MapOf(IDENTITY), "relations that printed figures should satisfy, for `tgkt check`"),
        "breaks": Field(MapOf(BREAK), "figures of one name that differ in standard, denominator or definition"),
        "weights": Field(
            MapOf(ListOf(ROUTE)), "for a quantity that weighs (an indicator's id): routes to an area's share of it"
        ),
    },
)


def json_schema(known: Mapping[str, Iterable[str]] | None = None) -> Schema:
    """The grammar as a JSON Schema (draft 7), for editors.

    Args:
        known: for completion, the names there are by definition: "id_of_areas", "unit" ….
    """
    definitions: Schema = {}
    FILE.schema(definitions)
    file = definitions.pop("data_file")
    for name, names in (known or {}).items():
        definitions[name]["anyOf"][0]["enum"] = sorted(names)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": SCHEMA_NAME,
        "description": "A tgkt data file: indicators with their targets, results and observations.",
        **file,
        "definitions": dict(sorted(definitions.items())),
    }
