"""The grammar of the data files: which blocks and keys there are, and what each means.

`data/README.md`, the JSON Schema and the loader all follow from this page.
"""

from __future__ import annotations

from tgkt.facts.catalogue import Severity, Side
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Aggregation, Direction, Kind, Path, Price
from tgkt.facts.statement import Issuer, Status, Timing
from tgkt.loading.spec import Field, Flag, ListOf, MapOf, Number, NumberOrRange, Record, Schema, Text, YearOrTerm

SCHEMA_NAME = "tgkt/data/1"

_ID = Text("an id", r"[a-z][a-z0-9_]*", how="Use small letters, digits and '_', e.g. grdp_growth")
_CODE = Text('a number such as "9.1"', r"\d+(?:\.\d+)?", how='Write the number of the row in quotes, e.g. "9.1"')
_LINE = Text()
_DATE = Text(
    "a date", r"[0-9]{4}(?:-[0-9]{2}){0,2}", how='Write YYYY, YYYY-MM or YYYY-MM-DD in quotes, e.g. "2025-09-15"'
)
WORDS = Record(
    "a text in both languages",
    {"vi": Field(_LINE, "in Vietnamese", True), "en": Field(_LINE, "in English", True)},
)

# What every printed figure may say. Targets and results inherit origin and locator from their row.
_FIGURE = {
    "period": Field(
        YearOrTerm(), "a year (2030, fiscal: 2029/30) or a term (2026-2030: five years, growing from 2025)", True
    ),
    "timing": Field(
        Text(choices=tuple(Timing)),
        "how the figure relates to its period; in_year for a single year unless said; required for a term",
    ),
    "value": Field(
        NumberOrRange(),
        "the digits exactly as printed, dot decimal (90.40 is not 90.4), or [low, high]; 0, more_than or less_than it, "
        "for growth or a change whose words say only that it rose or fell",
    ),
    "values": Field(ListOf(Number(), 2), "the shares of a structure, in the order of the indicator's parts"),
    "reached": Field(Flag(), "for a milestone: whether the printed words say it was reached"),
    "unit": Field(_LINE, "the unit as printed, where it is not the indicator's"),
    "printed_unit": Field(_LINE, "the unit the document prints where it cannot be meant literally, e.g. % for points"),
    "relative_to": Field(YearOrTerm(only_year=True), "the base year of a multiple: gấp 1,5 lần so với năm 2025"),
    "excludes": Field(
        ListOf(Text(choices=("land_use_fees", "lottery", "global_minimum_tax", "state_secrets"))),
        "what the document leaves out of the figure",
    ),
    "note": Field(WORDS, "one neutral sentence on how the figure was read"),
    "printed": Field(_LINE, "the document's own words, verbatim; ' … ' joins two pieces", True),
}
_PICK = Field(Text(choices=("part", "total")), "which number of a printed N/M is meant")
_COMPARATOR = Text(choices=tuple(Comparator))
_SETTLED = {
    "status": Field(Text(choices=tuple(Status)), "how settled the document says the figure is; unstated unless said"),
    "supersedes": Field(ListOf(_ID), "ids of origins whose figure about the same thing and period this one replaces"),
}
_ORIGIN = Field(_ID, "the document (an id of origins)", True)
_LOCATOR = Field(_LINE, "the place in the document", True)

_READINGS = tuple(each for each in Timing if each is not Timing.BEFORE)
TARGET = Record(
    "a target",
    {
        **_FIGURE,
        "comparator": Field(_COMPARATOR, "the words around the number", True),
        "readings": Field(
            ListOf(Text(choices=_READINGS), 2),
            "where the words of a term allow several: its own timing first, then the others; in_year is the last year",
        ),
        "tolerance": Field(Number(), "how far from a number without a better side still counts as it"),
    },
)
RESULT = Record("a result", {**_FIGURE, "comparator": Field(_COMPARATOR, "equals unless said"), **_SETTLED})
_STATED = {
    **_FIGURE,
    "comparator": Field(_COMPARATOR, "equals unless said"),
    "pick": _PICK,
    **_SETTLED,
    "origin": _ORIGIN,
    "locator": _LOCATOR,
}
BASELINE = Record("a baseline", _STATED)
OBSERVATION = Record(
    "an observation",
    {
        "area": Field(_ID, "the area the figure is about (an id of areas)", True),
        **_STATED,
        "period": Field(
            YearOrTerm(may_be_part=True),
            "a year, a term, or a part of a year, which never stands for the year: 2026-6M, 2026-Q2, 2026-06",
            True,
        ),
        "index": Field(
            Flag(), "true for growth printed as an index of the same part of the year before: 106.5 for 6.5 %"
        ),
        "printed": Field(_LINE, "the document's own words, verbatim; left out for figures that came as data"),
        "ambition": Field(Flag(), "true for an aim stated in passing: kept, never taken as a measurement"),
    },
)
ROW = Record(
    "a row",
    {
        "code": Field(
            _CODE,
            "the number in the document; parts count in printed order",
            True,
        ),
        "area": Field(_ID, "the area promised for (an id of areas)", True),
        "label": Field(_LINE, "the row's name as the document prints it"),
        "locator": _LOCATOR,
        "target": Field(TARGET, "what is promised; left out where the document's cell is empty"),
        "baseline": Field(BASELINE, "where it starts from; for growth, the last term's pace"),
        "last_term": Field(BASELINE, "how a level moved over the last term, where the document prints it"),
        "result": Field(RESULT, "what came of it"),
        "official": Field(_LINE, "the document's own verdict"),
        "note": Field(WORDS, "one neutral sentence on how the row was read"),
        "sought": Field(
            WORDS, "where no document prints a figure: the words that were looked for, and where else they stand"
        ),
    },
)
BLEND = Record(
    "a blend",
    {
        "by": Field(
            Text(choices=tuple(Aggregation)),
            "sum, ratio of sums, weighted mean, compounded growth, bounds (somewhere between the parts), or none",
            True,
        ),
        "weight": Field(_ID, "for weighted: the indicator that weighs"),
        "numerator": Field(_ID, "for ratio: what is divided"),
        "denominator": Field(_ID, "for ratio: what it is divided by"),
        "level": Field(_ID, "for growth: the indicator that grows"),
        "assumes": Field(WORDS, "what must hold for the parts to make the whole so"),
    },
)
LIMIT = Record("a limit", {"low": Field(Number(), "the natural floor"), "high": Field(Number(), "the natural ceiling")})
_FORMULA = Text("a formula")
DERIVE = Record(
    "a derivation",
    {
        "formula": Field(_FORMULA, "the figure, e.g. grdp[area, year] / grdp_per_capita[area, year]", True),
        "area": Field(_ID, "the only area it holds for; any unless given"),
        "period": Field(YearOrTerm(), "the only period it holds for; any year unless given"),
        "assumes": Field(WORDS, "what must hold for it to be right"),
    },
)
DECLARATION = {
    "section": Field(_ID, "the part of the plan it belongs to (an id of sections)"),
    "title": Field(WORDS, "what is measured, without target or year"),
    "unit": Field(_LINE, "in the words of units.txt: nghìn tỷ đồng, %, %/năm, bác sĩ/vạn dân"),
    "kind": Field(Text(choices=tuple(Kind)), "what sort of quantity it is"),
    "direction": Field(Text(choices=tuple(Direction)), "which way is better; neutral where the document does not say"),
    "path": Field(Text(choices=tuple(Path)), "the shape of the way to the target"),
    "blend": Field(BLEND, "how a merged area's value follows from its constituents"),
    "price": Field(Text(choices=tuple(Price)), "the price basis; for money and its growth, always"),
    "limit": Field(LIMIT, "natural bounds"),
    "parts": Field(ListOf(_ID, 2), "for a structure: the indicators it consists of"),
    "definition": Field(WORDS, "the document's own definition or scope"),
    "derive": Field(ListOf(DERIVE), "formulas of a figure no document prints; over targets: what the plan implies"),
    "proxy": Field(_ID, "the nearest thing that is printed where nothing is: named, and never compared"),
    "flow": Field(
        Flag(),
        "true: what is counted within a year is a part of the year (revenue); false: it is how it stands (population); "
        "asked for where a level or count has figures within a year and its unit does not tell",
    ),
    "grows_with": Field(_ID, "the level along whose growth a term's total is shared where no yearly flow is known"),
}
ALWAYS_DECLARED = ("section", "title", "unit", "kind", "direction", "path", "blend")
INDICATOR = Record(
    "an indicator",
    {
        **DECLARATION,
        "rows": Field(ListOf(ROW), "its lines in this file's plan"),
        "observations": Field(ListOf(OBSERVATION), "every other figure printed about it; the first of several is used"),
    },
)
GAP = Record(
    "a gap",
    {
        "area": Field(_ID, "the area", True),
        "code": Field(_CODE, "the number left out", True),
        "note": Field(WORDS, "what the document does", True),
    },
)
ROUTE = Record(
    "a route",
    {
        "id": Field(_ID, "its id", True),
        "title": Field(WORDS, "what it derives the share from", True),
        "area": Field(_ID, "the area whose share it gives", True),
        "within": Field(_ID, "the merged area", True),
        "period": Field(YearOrTerm(only_year=True), "the year the share is of", True),
        "formula": Field(_FORMULA, "the share, e.g. grdp[bac_kan, 2025] / grdp[merged, 2025]", True),
        "assumes": Field(WORDS, "what must hold for it to be right"),
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
        "title": Field(WORDS, "what follows from what", True),
        "computes": Field(_FORMULA, "the figure that follows, e.g. grdp_per_capita[merged, 2030]", True),
        "formula": Field(_FORMULA, "what it follows from, e.g. grdp[merged, 2030] / population[merged, 2030]", True),
        "back": Field(BACK, "how one of these follows from the figure, for when the figure is what is set"),
        "assumes": Field(WORDS, "what must hold for it to be right"),
    },
)
IDENTITY_KINDS = (
    "sum",
    "share_sum",
    "ratio",
    "growth",
    "change",
    "blend",
    "weight",
    "targets",
    "duplicate",
    "revision",
    "label",
)
_SEVERITY = Field(Text(choices=tuple(Severity)), "high: changes a verdict or a target's meaning; medium; low")
IDENTITY = Record(
    "an identity",
    {
        "kind": Field(Text(choices=IDENTITY_KINDS), "what sort of relation it is", True),
        "formula": Field(_FORMULA, "left == right, e.g. grdp[merged, 2030] == a[..] + b[..]", True),
        "alternatives": Field(ListOf(_FORMULA), "the same under other reasonable values of what it assumes"),
        "says": Field(WORDS, "one neutral sentence for when it does not hold: both hold only if …"),
        "assumes": Field(WORDS, "what must hold for the formula to be right"),
        "severity": _SEVERITY,
    },
)
BREAK = Record(
    "a break",
    {
        "indicator": Field(_ID, "the indicator whose figures differ", True),
        "says": Field(WORDS, "one neutral sentence: what differs", True),
        "from": Field(
            YearOrTerm(only_year=True),
            "the first year of the new side: nothing is compared across it; left out where it only marks the rows",
        ),
        "target": Field(Text(choices=tuple(Side)), "the side of targets that are due after the break; new unless said"),
        "areas": Field(ListOf(_ID), "the areas it holds for; all unless given"),
        "origin": Field(_ID, "the document that shows it (an id of origins)"),
        "locator": Field(_LINE, "the place in that document"),
        "severity": _SEVERITY,
    },
)
FILE = Record(
    "a data file",
    {
        "areas": Field(
            MapOf(
                Record(
                    "an area",
                    {
                        "title": Field(WORDS, "its name", True),
                        "constituents": Field(ListOf(_ID, 2), "the areas it was merged from"),
                    },
                )
            ),
            "the areas figures are about",
        ),
        "origins": Field(
            MapOf(
                Record(
                    "an origin",
                    {
                        "title": Field(WORDS, "the document's title", True),
                        "short": Field(WORDS, "its name in tables; its id unless given"),
                        "issuer": Field(Text(choices=tuple(Issuer)), "who answers for it, in order of rank"),
                        "date": Field(_DATE, "YYYY-MM-DD, YYYY-MM or YYYY"),
                        "url": Field(_LINE, "where it was published"),
                        "note": Field(WORDS, "one neutral sentence about the document"),
                    },
                )
            ),
            "the documents figures come from",
        ),
        "sections": Field(MapOf(WORDS), "the parts of a plan"),
        "plan": Field(
            Record(
                "a plan",
                {
                    "id": Field(_ID, "its id, for --plan", True),
                    "title": Field(WORDS, "its name", True),
                    "period": Field(YearOrTerm(), "the term it is for", True),
                    "baseline": Field(YearOrTerm(only_year=True), "the year before the term", True),
                    "origin": Field(_ID, "the document its rows come from", True),
                    "gaps": Field(ListOf(GAP), "row numbers the document leaves out"),
                },
            ),
            "the plan whose rows stand in this file",
        ),
        "indicators": Field(MapOf(INDICATOR), "what is measured, with its rows and observations"),
        "links": Field(MapOf(LINK), "how figures of the plan follow from each other, for what-if questions"),
        "identities": Field(MapOf(IDENTITY), "relations that printed figures should satisfy, for `tgkt check`"),
        "breaks": Field(MapOf(BREAK), "figures of one name that differ in standard, denominator or definition"),
        "weights": Field(
            MapOf(ListOf(ROUTE)), "for a quantity that weighs (an indicator's id): routes to an area's share of it"
        ),
    },
)


def json_schema() -> Schema:
    """The grammar as a JSON Schema (draft 7), for editors."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": SCHEMA_NAME,
        "description": "A tgkt data file: indicators with their targets, results and observations.",
        **FILE.schema(),
    }
