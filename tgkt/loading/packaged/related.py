"""The blocks of what holds between figures: weights, links, identities and breaks."""

from __future__ import annotations

from collections.abc import Iterable

from tgkt.loading.packaged.declared import Block
from tgkt.loading.packaged.line import Line
from tgkt.loading.packaged.tree import Tree, kept


def weights(lines: Iterable[Line]) -> Block:
    """The block of routes to weights."""
    found: dict[str, list[Tree]] = {}
    for each in lines:
        route = {
            "id": each.needed("id"),
            "title": each.words("title"),
            "area": each.text("area"),
            "within": each.text("within"),
            "period": each.period("period"),
            "formula": each.text("formula"),
            "assumes": each.words("assumes"),
        }
        found.setdefault(each.needed("weight"), []).append(kept(route))
    return found


def links(lines: Iterable[Line]) -> Block:
    """The block of links, each with its way back."""
    return {each.needed("id"): _link(each) for each in lines}


def _link(each: Line) -> Tree:
    back = kept({"computes": each.text("back_computes"), "formula": each.text("back_formula")})
    return kept(
        {
            "title": each.words("title"),
            "computes": each.text("computes"),
            "formula": each.text("formula"),
            "back": back or None,
            "assumes": each.words("assumes"),
        }
    )


def identities(lines: Iterable[Line]) -> Block:
    """The block of identities."""
    return {each.needed("id"): _identity(each) for each in lines}


def _identity(each: Line) -> Tree:
    return kept(
        {
            "kind": each.text("kind"),
            "formula": each.text("formula"),
            "alternatives": each.texts("alternatives"),
            "says": each.words("says"),
            "assumes": each.words("assumes"),
            "severity": each.text("severity"),
        }
    )


def breaks(lines: Iterable[Line]) -> Block:
    """The block of breaks."""
    return {each.needed("id"): _break(each) for each in lines}


def _break(each: Line) -> Tree:
    return kept(
        {
            "indicator": each.text("indicator"),
            "says": each.words("says"),
            "from": each.period("from"),
            "target": each.text("target"),
            "areas": each.texts("areas"),
            "origin": each.text("origin"),
            "locator": each.text("locator"),
            "severity": each.text("severity"),
        }
    )
