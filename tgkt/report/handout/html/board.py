"""The scoreboard of the page: how many numbered targets stand where, and each of them as a link to its rows."""

from __future__ import annotations

from collections.abc import Iterator

from tgkt.language import said
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.report.handout.document import Document
from tgkt.report.handout.html.rows import Anchors, anchors_of
from tgkt.report.machine.values import key_of
from tgkt.report.status.scoreboard import MOODS, columns_of, head_of
from tgkt.report.words import word
from tgkt.results.report import Report
from tgkt.results.status import Target


class Count(NamedTuple):
    """How many targets are counted in a column.

    Attributes:
        sign: the sign of the column.
        words: its name without the sign.
        mood: how it reads.
        targets: how many numbered targets.
        parts: how many parts of targets.
    """

    sign: str
    words: str
    mood: str
    targets: int
    parts: int


class Numbered(NamedTuple):
    """A numbered target: its number and sign, where it is counted in words, and the name of its first row."""

    number: str
    sign: str
    says: str
    mood: str
    anchor: str


class Board(NamedTuple):
    """The counts of a plan, and its numbered targets by section."""

    targets: str
    counts: tuple[Count, ...]
    sections: tuple[tuple[str, tuple[Numbered, ...]], ...]


def board_of(document: Document, found: Report) -> Board:
    """The scoreboard of a document that shows a report."""
    total, lang = found.overview.total, document.lang
    told = Message.counted(
        total.targets.total,
        "{count} target in {parts} parts",
        "{count} targets in {parts} parts",
        parts=total.parts.total,
    )
    counts = tuple(
        Count(
            *_parted(word(head_of(name), lang)), MOODS[name], getattr(total.targets, name), getattr(total.parts, name)
        )
        for name in columns_of([total.targets, total.parts])
    )
    anchors = anchors_of(document.lines)
    sections = ((title, tuple(_numbered(id, document, found, anchors))) for id, title in document.sections.items())
    return Board(said(told, lang), counts, tuple(sections))


def _numbered(section: str, document: Document, found: Report, anchors: Anchors) -> Iterator[Numbered]:
    for each in found.overview.targets:
        if each.section == section:
            own, also = anchors[key_of(each.parts[0].row)]
            sign, words = _parted(word(head_of(each.column), document.lang))
            yield Numbered(each.number, sign, _says(each, words, document), MOODS[each.column], also or own)


def _says(target: Target, state: str, document: Document) -> str:
    """Where a target is counted, in a few words, and its name where it is one row."""
    parts, lang = len(target.parts), document.lang
    if parts == 1:
        return f"{target.parts[0].row.indicator.title.within(lang)}: {state}"
    told = Message.counted(parts, "{count} part: {state}", "{count} parts: {state}", state=state)
    return said(told, lang)


def _parted(words: str) -> tuple[str, str]:
    """The sign before the name of a column, and the name."""
    sign, _, rest = words.partition(" ")
    return (sign, rest) if rest and not sign[0].isalnum() else ("", words)
