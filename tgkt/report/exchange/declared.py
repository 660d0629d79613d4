"""The tables of what is declared once: areas, documents, sections, units, indicators and their formulas."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tgkt.facts.catalogue import Noun
from tgkt.facts.indicator import Aggregation, Direction, Indicator, Kind, Path, Price
from tgkt.facts.statement import Issuer
from tgkt.report.exchange.column import Cells, Sheet, flag, number, text, texts, told, whole, words
from tgkt.results.export import Exported


def _areas(found: Exported) -> Iterator[Cells]:
    for each in found.catalogue.areas.values():
        yield {"id": each.id, **words("title", each.title), "noun": each.noun, "constituents": list(each.constituents)}


AREAS = Sheet(
    "areas",
    "Areas",
    "What figures are about.",
    (
        text("id", "its id", always=True),
        *told("title", "its name", always=True),
        text("noun", "what sort of area it is", Noun),
        texts("constituents", "the ids of the areas it was merged from"),
    ),
    ("id",),
    _areas,
)


def _origins(found: Exported) -> Iterator[Cells]:
    for each in found.catalogue.origins.values():
        yield {
            "id": each.id,
            **words("title", each.title),
            **words("short", each.short),
            "language": each.language,
            "issuer": each.issuer,
            "date": each.date,
            "url": each.url,
            **words("note", each.note),
        }


ORIGINS = Sheet(
    "origins",
    "Documents",
    "The documents that figures come from.",
    (
        text("id", "its id", always=True),
        *told("title", "its title", always=True),
        *told("short", "its name in tables", always=True),
        text("language", "how it writes numbers and words", ("vi", "en")),
        text("issuer", "who answers for it, in order of rank", Issuer),
        text("date", "its date as far as it is known: 2025, 2025-09, 2025-09-15"),
        text("url", "where it was published"),
        *told("note", "a note about it"),
    ),
    ("id",),
    _origins,
)


def _sections(found: Exported) -> Iterator[Cells]:
    for id, title in found.catalogue.sections.items():
        if id:  # what stands under none has none of its own
            yield {"id": id, **words("title", title)}


SECTIONS = Sheet(
    "sections",
    "Sections",
    "The parts of a plan.",
    (text("id", "its id", always=True), *told("title", "its name", always=True)),
    ("id",),
    _sections,
)


def _units(found: Exported) -> Iterator[Cells]:
    for each in found.catalogue.own_units.units:
        yield {"id": each.name, "meaning": f"{each.times:f} {each.of}" if each.of else each.measure}


UNITS = Sheet(
    "units",
    "Units",
    "Units that the data declare for themselves.",
    (
        text("id", "how it is written", always=True),
        text("meaning", "what it measures, or how many of another unit it is", always=True),
    ),
    ("id",),
    _units,
)


def _indicators(found: Exported) -> Iterator[Cells]:
    return map(_indicator, found.catalogue.indicators.values())


def _indicator(each: Indicator) -> Cells:
    blend = each.blend
    return {
        "id": each.id,
        "section": each.section or None,
        **words("title", each.title),
        "unit": each.unit.text,
        "kind": each.kind,
        "direction": each.direction,
        "path": each.path,
        "price": each.price,
        "blend": blend.by,
        "weight": blend.weight,
        "numerator": blend.numerator,
        "denominator": blend.denominator,
        "level": blend.level,
        **words("blend_assumes", blend.assumes),
        "floor": _end(each.floor),
        "ceiling": _end(each.ceiling),
        "parts": list(each.parts),
        **words("definition", each.definition),
        "proxy": each.proxy,
        "flow": each.flow,
        "grows_with": each.grows_with,
    }


def _end(limit: Decimal) -> Decimal | None:
    return limit if limit.is_finite() else None


_OTHER = "indicators"
INDICATORS = Sheet(
    "indicators",
    "Indicators",
    "What is measured, with what follows about it from its unit and kind.",
    (
        text("id", "its id", always=True),
        text("section", "the part of the plan it belongs to", of="sections"),
        *told("title", "what is measured", always=True),
        text("unit", "its unit", always=True),
        text("kind", "what sort of quantity it is", Kind, always=True),
        text("direction", "which way is better", Direction, always=True),
        text("path", "the shape of the way to a target", Path, always=True),
        text("price", "the price basis of money", Price),
        text("blend", "how a merged area's value follows from its parts", Aggregation, always=True),
        text("weight", "of a weighted blend: the indicator that weighs", of=_OTHER),
        text("numerator", "of a ratio: what is divided", of=_OTHER),
        text("denominator", "of a ratio: what it is divided by", of=_OTHER),
        text("level", "of growth: the indicator that grows", of=_OTHER),
        *told("blend_assumes", "what must hold for the blend to be right"),
        number("floor", "the natural lower limit; empty where there is none"),
        number("ceiling", "the natural upper limit; empty where there is none"),
        texts("parts", "of a structure: the indicators it consists of"),
        *told("definition", "the document's own definition"),
        text("proxy", "the nearest thing that is printed where nothing is", of=_OTHER),
        flag("flow", "whether what is counted within a year is a part of the year"),
        text("grows_with", "the level along whose growth a term's total is shared", of=_OTHER),
    ),
    ("id",),
    _indicators,
)


def _formulas(found: Exported) -> Iterator[Cells]:
    for indicator in found.catalogue.indicators.values():
        for place, each in enumerate(indicator.derive, 1):
            yield {
                "indicator": indicator.id,
                "place": place,
                "formula": each.text,
                "area": each.area,
                "period": None if each.period is None else str(each.period),
                **words("assumes", each.assumes),
            }


FORMULAS = Sheet(
    "formulas",
    "Formulas",
    "How figures that no document prints follow from others.",
    (
        text("indicator", "what is derived", always=True, of="indicators"),
        whole("place", "its place among the formulas of the indicator, from 1", always=True),
        text("formula", "the formula", always=True),
        text("area", "the only area it holds for; empty where it holds for any", of="areas"),
        text("period", "the only period it holds for; empty where it holds for any year"),
        *told("assumes", "what must hold for it to be right"),
    ),
    ("indicator", "place"),
    _formulas,
)
