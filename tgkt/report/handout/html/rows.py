"""The rows of the table of targets as the template shows them: cells, picture, anchors, and by what they are sorted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from tgkt.record import NamedTuple
from tgkt.report.alignment import even
from tgkt.report.handout.document import Document
from tgkt.report.handout.html.labels import labels
from tgkt.report.handout.html.picture import Picture, picture_of
from tgkt.report.handout.line import Line
from tgkt.report.handout.targets import numbered, target_tables
from tgkt.report.table import Cell
from tgkt.results.computed import Amount

_SOURCES = -1
_BEFORE_YEARS, _MOST_YEARS = 4, 2
_Item = TypeVar("_Item")
Anchors = dict[str, tuple[str, str]]
"""For each row, by its key, its name in addresses, and that of its numbered target where it is the first part of it."""
_STRANGE = re.compile(r"[^\w.-]+")


class Row(NamedTuple):
    """A row of the table.

    Attributes:
        line: what it says.
        anchor: its name in addresses, as `t-1.2`.
        also: the name of its numbered target, where it is the first part of one.
        code: its number, with the signs of findings and breaks.
        cells: what stands in its columns from the unit on, without the standing.
        state: where it stands.
        kind: the key of that, by which rows are chosen.
        section: the id of its section.
        picture: its way.
        values: by what each column is sorted, joined by bars; nothing where there is no value.
    """

    line: Line
    anchor: str
    also: str
    code: str
    cells: tuple[Cell, ...]
    state: Cell
    kind: str
    section: str
    picture: Picture | None
    values: str


class Group(NamedTuple):
    """The rows of a section."""

    id: str
    title: str
    rows: tuple[Row, ...]


class Head(NamedTuple):
    """The head of a column: its text, whether it stands over numbers, and whether rows can be sorted by it."""

    text: str
    is_right: bool
    is_sorted: bool


def shown_years(document: Document) -> tuple[int, ...]:
    """The years since that have a column: the newest ones; all of them stand in the reasons and in the picture."""
    return document.years[-_MOST_YEARS:]


def _kept(items: Sequence[_Item], document: Document) -> list[_Item]:
    """Columns or cells without those of older years."""
    older = len(document.years) - len(shown_years(document))
    return [*items[:_BEFORE_YEARS], *items[_BEFORE_YEARS + older :]]


def heads_of(document: Document) -> list[Head]:
    """The heads of the table, the picture before the standing; nothing where there is no table."""
    columns = [column for table in target_tables(document)[:1] for column in _kept(table.columns[:_SOURCES], document)]
    heads = [Head(column.head, column.right, is_sorted=True) for column in columns]
    heads[-1:-1] = [Head(labels(document.lang)["picture"], is_right=False, is_sorted=False)] if heads else []
    return heads


def groups_of(document: Document) -> list[Group]:
    """The rows by section, in the order of the document."""
    anchors = anchors_of(document.lines)
    places = {line.key: place for place, line in enumerate(document.lines)}
    groups = []
    for id, table in zip(document.sections, even(target_tables(document), document.lang), strict=True):
        lines = [each for each in table.of if isinstance(each, Line)]
        rows = [
            _row(line, cells, anchors, places[line.key], document)
            for line, cells in zip(lines, table.rows, strict=True)
        ]
        groups.append(Group(id, table.title, tuple(rows)))
    return groups


def _row(line: Line, cells: Sequence[Cell], anchors: Anchors, place: int, document: Document) -> Row:
    item, (anchor, also) = line.told.item, anchors[line.key]
    kind = item.standing.kind if item.standing else item.verdict.grade
    return Row(
        line=line,
        anchor=anchor,
        also=also,
        code=numbered(line),
        cells=tuple(_kept(cells, document)[2:-2]),
        state=line.state,
        kind=str(kind),
        section=item.row.indicator.section,
        picture=picture_of(line, document.base, document.lang),
        values="|".join([str(place), *_values(line, document)]),
    )


def _values(line: Line, document: Document) -> Iterator[str]:
    """What the columns are sorted by: number, title, unit and standing by their place or text, figures by value."""
    item = line.told.item
    years = {each.period.last: each for each in line.told.account.years if each.period.is_year}
    yield from ("", "")
    yield _value(item.baseline)
    yield from (_value(years.get(year)) if year in line.years else "" for year in shown_years(document))
    yield _number(item.edge if item.edge is not None else item.target.value if item.target else None)
    yield _number(item.gap)
    yield _number(item.needed.value if item.needed else None)
    yield from ("", str(item.rank or ""))


def _value(amount: Amount | None) -> str:
    return "" if amount is None else _number(amount.value)


def _number(value: Decimal | None) -> str:
    return "" if value is None or not value.is_finite() else f"{value:.10g}"


def anchors_of(lines: Sequence[Line]) -> Anchors:
    """The names of rows in addresses; no two are the same."""
    found: Anchors = {}
    taken: set[str] = set()
    for line in lines:
        whole = _name(line.told.item.row.number)
        own = _free(_name(line.code), taken)
        also = "" if whole in taken else whole
        taken |= {own, whole}
        found[line.key] = (own, "" if also == own else also)
    return found


def _free(name: str, taken: set[str]) -> str:
    """A name that no other row has: its own, or with a number behind it, as the same target in another area."""
    at, free = 1, name
    while free in taken:
        at, free = at + 1, f"{name}_{at + 1}"
    return free


def _name(code: str) -> str:
    return f"t-{_STRANGE.sub('-', code)}"
