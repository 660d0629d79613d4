"""The tables of what holds between figures: routes to weights, links, identities and breaks."""

from __future__ import annotations

from collections.abc import Iterator

from tgkt.facts.catalogue import Severity, Side
from tgkt.report.exchange.column import Cells, Column, Sheet, text, texts, told, words
from tgkt.results.export import Exported


def _routes(found: Exported) -> Iterator[Cells]:
    for each in found.catalogue.routes:
        yield {
            "weight": each.weight,
            "id": each.id,
            **words("title", each.title),
            "area": each.area,
            "within": each.within,
            "period": str(each.period),
            "formula": each.text,
            **words("assumes", each.assumes),
        }


_ASSUMES = told("assumes", "what must hold for it to be right")
ROUTES = Sheet(
    "weights",
    "Weights",
    "Routes to an area's share of a quantity that weighs.",
    (
        text("weight", "the quantity that weighs", always=True, of="indicators"),
        text("id", "its id", always=True),
        *told("title", "what it derives the share from", always=True),
        text("area", "the area whose share it gives", always=True, of="areas"),
        text("within", "the merged area", always=True, of="areas"),
        text("period", "the year the share is of", always=True),
        text("formula", "the share", always=True),
        *_ASSUMES,
    ),
    ("weight", "id"),
    _routes,
)


def _links(found: Exported) -> Iterator[Cells]:
    for each in found.catalogue.links:
        yield {
            "id": each.id,
            **words("title", each.title),
            "computes": str(each.computes),
            "formula": each.text,
            "back_computes": str(each.back.computes) if each.back else None,
            "back_formula": each.back.text if each.back else None,
            **words("assumes", each.assumes),
        }


LINKS = Sheet(
    "links",
    "Links",
    "How figures of a plan follow from each other, for what-if questions.",
    (
        text("id", "its id", always=True),
        *told("title", "what follows from what", always=True),
        text("computes", "the figure that follows", always=True),
        text("formula", "what it follows from", always=True),
        text("back_computes", "the figure that follows where the first is what is set"),
        text("back_formula", "what that follows from"),
        *_ASSUMES,
    ),
    ("id",),
    _links,
)


def _severity() -> Column:
    return text("severity", "how much it matters", Severity, always=True)


def _identities(found: Exported) -> Iterator[Cells]:
    for each in found.catalogue.identities:
        yield {
            "id": each.id,
            "kind": each.kind,
            "formula": each.formula.text,
            "alternatives": [other.text for other in each.alternatives],
            **words("says", each.says),
            **words("assumes", each.assumes),
            "severity": each.severity,
        }


IDENTITIES = Sheet(
    "identities",
    "Identities",
    "Relations that printed figures should satisfy.",
    (
        text("id", "its id", always=True),
        text("kind", "what sort of relation it is", always=True),
        text("formula", "left == right, or with >= or <=", always=True),
        texts("alternatives", "the same under other reasonable values of what it assumes"),
        *told("says", "what is said where it does not hold"),
        *_ASSUMES,
        _severity(),
    ),
    ("id",),
    _identities,
)


def _breaks(found: Exported) -> Iterator[Cells]:
    for each in found.catalogue.breaks:
        yield {
            "id": each.id,
            "indicator": each.indicator,
            **words("says", each.says),
            "from": None if each.since is None else str(each.since),
            "target": each.target if each.since is not None else None,
            "areas": list(each.areas),
            "origin": each.origin,
            "locator": each.locator,
            "severity": each.severity,
        }


BREAKS = Sheet(
    "breaks",
    "Breaks",
    "Figures of one name that differ in standard, denominator or definition.",
    (
        text("id", "its id", always=True),
        text("indicator", "the indicator whose figures differ", always=True, of="indicators"),
        *told("says", "what differs", always=True),
        text("from", "the first year of the new side; empty where it only marks what it touches"),
        text("target", "the side of targets that are due after it", Side),
        texts("areas", "the areas it holds for; empty for all"),
        text("origin", "the document that shows it", of="origins"),
        text("locator", "the place in that document"),
        _severity(),
    ),
    ("id",),
    _breaks,
)
