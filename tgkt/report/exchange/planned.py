"""The tables of plans: their headings, their rows, and the numbers that documents leave out."""

from __future__ import annotations

from collections.abc import Iterator

from tgkt.report.exchange.column import Cells, Sheet, flag, text, told, whole, words
from tgkt.results.export import Exported


def _plans(found: Exported) -> Iterator[Cells]:
    for _, each in sorted(found.catalogue.plans.items()):
        yield {
            "id": each.id,
            **words("title", each.title),
            "period": str(each.period),
            "baseline": str(each.baseline),
            "origin": each.origin,
            "in_force": each.in_force,
        }


PLANS = Sheet(
    "plans",
    "Plans",
    "Tables of targets.",
    (
        text("id", "its id", always=True),
        *told("title", "its name", always=True),
        text("period", "the term it is for", always=True),
        text("baseline", "its base year", always=True),
        text("origin", "the document its rows come from", always=True, of="origins"),
        flag("in_force", "whether it is marked as the one that is meant where none is named", always=True),
    ),
    ("id",),
    _plans,
)


def _gaps(found: Exported) -> Iterator[Cells]:
    for _, plan in sorted(found.catalogue.plans.items()):
        for place, each in enumerate(plan.omissions, 1):
            yield {"plan": plan.id, "place": place, "area": each.area, "code": each.code, **words("note", each.note)}


GAPS = Sheet(
    "gaps",
    "Gaps",
    "Row numbers that documents leave out.",
    (
        text("plan", "the plan", always=True, of="plans"),
        whole("place", "its place among the gaps of the plan, from 1", always=True),
        text("area", "the area", always=True, of="areas"),
        text("code", "the number left out", always=True),
        *told("note", "what the document does", always=True),
    ),
    ("plan", "place"),
    _gaps,
)


def _overall(found: Exported) -> Iterator[Cells]:
    for _, plan in sorted(found.catalogue.plans.items()):
        for place, each in enumerate(plan.overall, 1):
            cells = {"printed": each.printed, "origin": each.origin, "locator": each.locator or None}
            yield {"plan": plan.id, "place": place, **cells}


OVERALL = Sheet(
    "overall",
    "Words about whole plans",
    "Words by which documents grade all targets of a plan at once.",
    (
        text("plan", "the plan", always=True, of="plans"),
        whole("place", "its place among them, from 1", always=True),
        text("printed", "the words of the document", always=True),
        text("origin", "the document", always=True, of="origins"),
        text("locator", "the place in that document"),
    ),
    ("plan", "place"),
    _overall,
)


def _rows(found: Exported) -> Iterator[Cells]:
    for line in found.lines:
        row = line.row
        yield {
            "key": line.key,
            "plan": row.plan,
            "area": row.area,
            "code": row.code,
            "indicator": row.indicator.id,
            "label": row.label,
            "target": line.target,
            "baseline": line.baseline,
            "last_term": line.last_term,
            "result": line.result,
            "official": row.official,
            "origin": row.origin,
            "locator": row.locator or None,
            **words("condition", row.condition),
            **words("note", row.note),
            **words("sought", row.sought),
        }


_FIGURE = ("figures", "key")
ROWS = Sheet(
    "rows",
    "Rows of plans",
    "What is promised for an area and what came of it; the figures stand in their own table.",
    (
        text("key", "plan, area and code, as in `tgkt status -f json`", always=True),
        text("plan", "the plan", always=True, of="plans"),
        text("area", "the area promised for", always=True, of="areas"),
        text("code", "the number in the document", always=True),
        text("indicator", "what is measured", always=True, of="indicators"),
        text("label", "the row's name as the document prints it"),
        text("target", "what is promised", of=_FIGURE),
        text("baseline", "where it starts from", of=_FIGURE),
        text("last_term", "how a level moved over the last term", of=_FIGURE),
        text("result", "what came of it", of=_FIGURE),
        text("official", "the document's own verdict"),
        text("origin", "the document", always=True, of="origins"),
        text("locator", "the place in that document"),
        *told("condition", "what must hold for something to be counted, beside the number"),
        *told("note", "how the row was read"),
        *told("sought", "what was looked for where no document prints a figure"),
    ),
    ("key",),
    _rows,
)
