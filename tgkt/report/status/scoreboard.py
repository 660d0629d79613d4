"""The scoreboard of a plan: how many of its targets stand where, by numbered target and by part."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.status import Counts, Tally

MOODS = {
    "passed": "good",
    "failed": "bad",
    "not_settled": "",
    "not_assessable": "weak",
    "already_met": "good",
    "on_track": "good",
    "behind": "warn",
    "already_missed": "bad",
    "open": "",
    "no_figure": "weak",
}
"""The columns a target may be counted in, and how each reads."""
LABELS = {"agrees": "agree", "degree": "differ_in_degree", "outcome": "differ_in_outcome"}
_HEADS = {"not_assessable": "unassessed"}


def scoreboard(plan: Plan, tallies: Sequence[Tally], catalogue: Catalogue, view: View) -> list[Table]:
    """Verdicts and standings of each area; official labels beside them where there are any."""
    kept = columns_of([each for tally in tallies for each in (tally.targets, tally.parts)])
    compared = LABELS if any(getattr(each, name) for each in tallies for name in LABELS.values()) else {}
    columns = [Column(word("area", view.lang), fold=True), Column(word("counted_by", view.lang))]
    columns += [Column(word("rows", view.lang), right=True)]
    columns += [Column(word(head_of(name), view.lang), right=True, yields=1) for name in kept]
    columns += [Column(word(head, view.lang), right=True, yields=2) for head in compared]
    table = Table(plan.title.within(view.lang), columns)
    for each in tallies:
        area = catalogue.areas[each.area].title.within(view.lang)
        labels = [str(getattr(each, name)) for name in compared.values()]
        table.add(area, word("by_target", view.lang), *_cells(each.targets, kept), *["" for _ in compared])
        table.add(area, word("by_part", view.lang), *_cells(each.parts, kept), *labels)
    return [table]


def columns_of(counts: Sequence[Counts]) -> list[str]:
    """The columns in which anything is."""
    return [name for name in MOODS if any(getattr(each, name) for each in counts)]


def head_of(column: str) -> str:
    """The word above a column."""
    return _HEADS.get(column, column)


def _cells(counts: Counts, kept: Sequence[str]) -> list[Cell]:
    found = [Cell(str(getattr(counts, name)), MOODS[name] if getattr(counts, name) else "weak") for name in kept]
    return [Cell(str(counts.total)), *found]
