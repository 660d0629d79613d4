"""The parts of the page below each other, with their tables."""

from __future__ import annotations

from dataclasses import replace

from tgkt.facts.statement import Origin
from tgkt.record import NamedTuple
from tgkt.report.alignment import even
from tgkt.report.handout.document import Document
from tgkt.report.handout.html.labels import labels
from tgkt.report.handout.html.rows import anchors_of
from tgkt.report.handout.passage import Passage
from tgkt.report.machine.values import key_of
from tgkt.report.table import Table
from tgkt.results.blend import Merge
from tgkt.results.computed import Outcome

_TARGETS_AFTER = "attention"


class Sheet(NamedTuple):
    """A table of the page.

    Attributes:
        id: its name in the page.
        table: what it shows.
        names: the names of its rows in addresses; empty where nothing leads to them.
        to: the row of the targets that each of its rows is about; empty where there is none.
        links: whether addresses in it are links.
    """

    id: str
    table: Table
    names: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    links: bool = False


class Block(NamedTuple):
    """A part of the page.

    Attributes:
        id: its name in addresses.
        name: its name in the list of contents.
        title: what stands above it.
        says: its paragraphs.
        sheets: its tables.
        folded: the tables that one has to open.
    """

    id: str
    name: str
    title: str
    says: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    folded: tuple[Sheet, ...] = ()


def blocks_of(document: Document) -> list[Block]:
    """The parts in their order: the targets follow what needs attention, the data stand at the end."""
    t, found = labels(document.lang), []
    for place, passage in enumerate(document.passages):
        found.append(_block(passage, f"x{place}", document))
        if passage.id == _TARGETS_AFTER and document.lines:
            found.append(Block("targets", t["targets"], t["targets"]))
    if document.lines:
        found.append(Block("data", t["data"], t["data"]))
    return found


def _block(passage: Passage, id: str, document: Document) -> Block:
    shown, folded = even(passage.tables, document.lang), even(passage.rest, document.lang)
    if passage.id == "blend":
        shown, others = _apart(shown[0], document.lang)
        folded = [*others, *folded]
    to = _targets(document) if passage.id == "attention" else ()
    sheets = [_sheet(f"{id}-{at}", table, to) for at, table in enumerate((*shown, *folded), 1)]
    return Block(
        passage.id,
        passage.short or passage.title,
        passage.title,
        passage.says,
        tuple(sheets[: len(shown)]),
        tuple(sheets[len(shown) :]),
    )


def _apart(table: Table, lang: str) -> tuple[list[Table], list[Table]]:
    """What does not hold as printed, and the other rows."""
    is_doubtful = [isinstance(each, Merge) and each.outcome in _DOUBTFUL for each in table.of]
    picked = [
        [row for row, doubtful in zip(table.rows, is_doubtful, strict=True) if doubtful is wanted]
        for wanted in (True, False)
    ]
    shown, others = (replace(table, rows=rows, of=[]) for rows in picked)
    others.title = labels(lang)["others"]
    return [shown] if shown.rows else [], [others] if others.rows else []


_DOUBTFUL = (Outcome.INCONSISTENT, Outcome.NEEDS_ASSUMPTION)


def _sheet(id: str, table: Table, to: tuple[str, ...]) -> Sheet:
    origins = [each for each in table.of if isinstance(each, Origin)]
    return Sheet(id, table, tuple(f"d-{each.id}" for each in origins), to, links=bool(origins))


def _targets(document: Document) -> tuple[str, ...]:
    """The names of the rows that need attention first."""
    if document.found is None:
        return ()
    anchors = anchors_of(document.lines)
    return tuple(anchors[key_of(each.row)][0] for each in document.found.overview.first)
