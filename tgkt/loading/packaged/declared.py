"""The blocks of what is declared once: areas, documents, sections, units and indicators."""

from __future__ import annotations

from collections.abc import Iterable

from tgkt.loading.packaged.line import Line
from tgkt.loading.packaged.tables import Tables
from tgkt.loading.packaged.tree import Tree, kept

Block = dict[str, Tree]
_TAKEN = ("weight", "numerator", "denominator", "level")


def areas(lines: Iterable[Line]) -> Block:
    """The block of areas."""
    return {
        each.needed("id"): kept(
            {"title": each.words("title"), "noun": each.text("noun"), "constituents": each.texts("constituents")}
        )
        for each in lines
    }


def origins(lines: Iterable[Line]) -> Block:
    """The block of documents."""
    return {each.needed("id"): _origin(each) for each in lines}


def _origin(each: Line) -> Tree:
    return kept(
        {
            "title": each.words("title"),
            "short": each.words("short"),
            "language": each.text("language"),
            "issuer": each.text("issuer"),
            "date": each.text("date"),
            "url": each.text("url"),
            "note": each.words("note"),
        }
    )


def sections(lines: Iterable[Line]) -> Block:
    """The block of sections."""
    return {each.needed("id"): each.words("title") for each in lines}


def units(lines: Iterable[Line]) -> Block:
    """The block of units of one's own."""
    return {each.needed("id"): each.needed("meaning") for each in lines}


def indicators(tables: Tables) -> Block:
    """The block of indicators, each with its formulas."""
    formulas: dict[str, list[Tree]] = {}
    for each in tables["formulas"]:
        formulas.setdefault(each.needed("indicator"), []).append(_formula(each))
    return {
        each.needed("id"): kept({**_indicator(each), "derive": formulas.get(each.needed("id"))})
        for each in tables["indicators"]
    }


def _formula(each: Line) -> Tree:
    return kept(
        {
            "formula": each.needed("formula"),
            "area": each.text("area"),
            "period": each.period("period"),
            "assumes": each.words("assumes"),
        }
    )


def _indicator(each: Line) -> dict[str, Tree | None]:
    taken = {key: each.text(key) for key in _TAKEN}
    return {
        "section": each.text("section"),
        "title": each.words("title"),
        "unit": each.text("unit"),
        "kind": each.text("kind"),
        "direction": each.text("direction"),
        "path": each.text("path"),
        "price": each.text("price"),
        "blend": kept({"by": each.text("blend"), **taken, "assumes": each.words("blend_assumes")}),
        "limit": kept({"low": each.number_of("floor"), "high": each.number_of("ceiling")}),
        "parts": each.texts("parts"),
        "definition": each.words("definition"),
        "proxy": each.text("proxy"),
        "flow": each.flag("flow"),
        "grows_with": each.text("grows_with"),
    }
