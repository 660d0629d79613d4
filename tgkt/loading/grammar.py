"""The grammar of the data files: their blocks and keys, the meaning of each, and its default where it is left out.

The loader, the JSON Schema and the page of the format are all made from this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tgkt.facts.indicator import Kind
from tgkt.loading.figure_grammar import (
    AREA_ID,
    CODE,
    INDICATOR_ID,
    LINE,
    OBSERVED,
    ORIGIN_ID,
    PLACE,
    PRINTED,
    ROW,
    ROW_KEYS,
    TITLE,
    WORDS,
    YEAR,
)
from tgkt.loading.meanings import AGGREGATIONS, DIRECTIONS, ISSUERS, KINDS, LANGUAGES, NOUNS, PATHS, PRICES
from tgkt.loading.reading import Schema
from tgkt.loading.relations import BREAK, IDENTITY, LINK, ROUTE
from tgkt.loading.scalars import Choice, Flag, Id, Number, Text, UnitText, YearOrTerm
from tgkt.loading.spec import ByPeriod, Elsewhere, Field, ListOf, MapOf, Record, ShortFigure
from tgkt.message import Message

SCHEMA_NAME = "tgkt/data/2"

_FORMULA = Text(Message("a formula"))
_DATE = Text(
    Message("a date"),
    r"[0-9]{4}(?:-[0-9]{2}){0,2}",
    Message('Write YYYY, YYYY-MM or YYYY-MM-DD in quotes, e.g. "2025-09-15"'),
)

BLEND = Record(
    Message("a blend"),
    {
        "by": Field(Choice(AGGREGATIONS), Message("how the parts make the whole"), True, example="sum"),
        "weight": Field(INDICATOR_ID, "for weighted: the indicator that weighs", example="population"),
        "numerator": Field(INDICATOR_ID, "for ratio: what is divided", example="grdp"),
        "denominator": Field(INDICATOR_ID, "for ratio: what it is divided by", example="population"),
        "level": Field(INDICATOR_ID, "for growth: the indicator that grows", example="grdp"),
        "assumes": Field(WORDS, "what must hold for the parts to make the whole so"),
    },
)
LIMIT = Record(
    Message("a limit"),
    {
        "low": Field(Number(), "the natural floor", inferred="none", example="0"),
        "high": Field(Number(), "the natural ceiling", inferred="none", example="100"),
    },
)
DERIVE = Record(
    Message("a derivation"),
    {
        "formula": Field(
            _FORMULA, Message("the figure"), True, example="grdp[area, year] / grdp_per_capita[area, year]"
        ),
        "area": Field(AREA_ID, "the only area it holds for", inferred="any", example="bac_kan"),
        "period": Field(YearOrTerm(), "the only period it holds for", inferred="any year", example="2025"),
        "assumes": Field(WORDS, "what must hold for it to be right"),
    },
)
DECLARATION = {
    "section": Field(Id("sections"), "the part of the plan", inferred="the only one", example="economy"),
    "title": Field(TITLE, Message("what is measured, without target or year"), True, example="Employment rate"),
    "unit": Field(UnitText(), Message("a unit built in or declared in units"), True, example='"%"'),
    "kind": Field(
        Choice(KINDS),
        "what sort of quantity it is",
        inferred="from unit: share of %, growth of %/năm, change of points, ratio of times, count of things, "
        "rate_per of one thing per another, index, rank, milestone, else level",
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
    "parts": Field(ListOf(INDICATOR_ID, 2), "for a structure: the indicators it consists of", example="[a, b, c]"),
    "definition": Field(WORDS, "the document's own definition or scope"),
    "derive": Field(ListOf(DERIVE), "formulas of a figure no document prints; over targets: what the plan implies"),
    "proxy": Field(
        INDICATOR_ID, "the nearest thing that is printed where nothing is: named, and never compared", example="beds"
    ),
    "flow": Field(
        Flag(),
        "true: what is counted within a year is a part of the year (revenue); false: it is how it stands (population); "
        "asked for where a level or count has figures within a year and its unit does not tell",
        inferred="true of a unit a year",
        example="true",
    ),
    "grows_with": Field(
        INDICATOR_ID,
        "the level along whose growth a term's total is shared where no yearly flow is known",
        example="grdp",
    ),
}
NEEDED = ("title", "unit")
INDICATOR = Record(
    Message("an indicator"),
    {
        **{key: Field(f.shape, f.doc, False, f.inferred, f.example) for key, f in DECLARATION.items()},
        **{key: Field(f.shape, f.doc, False, f.inferred, f.example) for key, f in ROW_KEYS.items()},
        "observed": Field(
            ByPeriod(ShortFigure(OBSERVED), may_be_part=True),
            "its figures by period, from its origin",
            example="{2008: 70.3, 2011: 68.6}",
        ),
        "rows": Field(ListOf(ROW), "its lines in this file's plan, where they are several"),
    },
    {
        "observations": Elsewhere(
            Message(
                "Observations belong at the top of the file, by document and place. Write them there, "
                "'observations: [{origin: …, locator: …, figures: [{indicator: …}]}]', or here by "
                "year, 'observed: {2024: 90.4}'"
            )
        )
    },
    tuple(DECLARATION),
    NEEDED,
    ("kind", Kind.MILESTONE),
)
_GAP = Record(
    Message("a gap"),
    {
        "area": Field(AREA_ID, "the area", inferred="the file's"),
        "code": Field(CODE, Message("the number left out"), True, example='"54"'),
        "note": Field(WORDS, Message("what the document does"), True),
    },
)
_OVERALL = Record(
    Message("a passage"),
    {
        "printed": Field(PRINTED, Message("the document's own words, verbatim"), True, example='"đều hoàn thành"'),
        "origin": Field(ORIGIN_ID, "the document, where it is not the plan's", inferred="the plan's", example="report"),
        "locator": Field(LINE, "the place in that document", example='"mục III.1, đoạn 1"'),
    },
)
PLAN = Record(
    Message("a plan"),
    {
        "id": Field(Id(), "its id, for --plan", inferred="the name of the file", example="health_2030"),
        "title": Field(TITLE, Message("its name"), True, example="Health plan 2021-2030"),
        "period": Field(YearOrTerm(), Message("the term it is for"), True, example="2021-2030"),
        "baseline": Field(YEAR, "its base year", inferred="the year before the term", example="2020"),
        "origin": Field(ORIGIN_ID, "the document its rows come from", inferred="the file's only one", example="plan"),
        "in_force": Field(
            Flag(), "true for the plan that is meant where none is named", inferred="the one whose term ends last"
        ),
        "gaps": Field(ListOf(_GAP), "row numbers the document leaves out"),
        "overall": Field(ListOf(_OVERALL), "words by which documents grade all of its targets at once, as met"),
    },
)
AREA = Record(
    Message("an area"),
    {
        "title": Field(TITLE, Message("its name"), True, example="Thái Nguyên"),
        "noun": Field(Choice(NOUNS), "what sort of area it is, for sentences", example="province"),
        "constituents": Field(ListOf(AREA_ID, 2), "the areas it was merged from", example="[north, south]"),
    },
)
ORIGIN = Record(
    Message("an origin"),
    {
        "title": Field(TITLE, Message("the document's title"), True, example="Statistical yearbook 2025"),
        "short": Field(
            TITLE, "its name in tables", inferred="its title where it is not long, else its id", example="yearbook"
        ),
        "language": Field(Choice(LANGUAGES), "how it writes numbers and words", inferred="the file's", example="en"),
        "issuer": Field(Choice(ISSUERS), "who answers for it, in order of rank", example="statistics"),
        "date": Field(_DATE, "its date, as far as it is known", example='"2025-09-15"'),
        "url": Field(LINE, "where it was published"),
        "note": Field(WORDS, "one neutral sentence about the document"),
    },
)
BASE = Record(
    Message("a base"),
    {
        "of": Field(LINE, Message("a folder, or data that come with tgkt"), True, example='"tgkt:thai_nguyen"'),
        "version": Field(LINE, "the state of that data this folder was made on", example='"5f2c9a10"'),
    },
)
FILE = Record(
    Message("a data file"),
    {
        "areas": Field(MapOf(AREA), "the areas figures are about"),
        "origins": Field(MapOf(ORIGIN), "the documents figures come from"),
        "sections": Field(MapOf(TITLE), "the parts of a plan", example="{economy: Economy}"),
        "plan": Field(PLAN, "the plan whose rows stand in this file"),
        "continues": Field(
            Id(), "the plan of another file, more of whose rows stand in this one", example="health_2030"
        ),
        "indicators": Field(MapOf(INDICATOR), "what is measured, with its rows"),
        "observations": Field(ListOf(PLACE), "every other figure, by document and place"),
        "units": Field(
            MapOf(LINE, r"\S.*"),
            "units of one's own: money, energy, count, index …, or a number of another unit",
            example="{EUR: money, Mtoe: energy, PJ: 0.0238846 Mtoe, deaths: count}",
        ),
        "name": Field(Id(), "the name by which other folders build on data that come with tgkt"),
        "base": Field(BASE, "the data this folder adds to; in base.yaml"),
        "language": Field(
            Choice(LANGUAGES), "the language of this file's documents, where they name none", example="en"
        ),
        "area": Field(
            AREA_ID, "the area of this file's rows and figures, where they name none", inferred="the whole area"
        ),
        "origin": Field(
            ORIGIN_ID,
            "the document of this file's figures, where neither they nor their place name one",
            inferred="the file's only one",
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
        definitions[name]["anyOf"][0]["enum"] = sorted(names) or [""]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": SCHEMA_NAME,
        "description": "A tgkt data file: indicators with their targets, results and observations.",
        **file,
        "definitions": dict(sorted(definitions.items())),
    }
