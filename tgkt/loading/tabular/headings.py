"""The heading of a table: the first line with an indicator and a value column, and the content of each column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from tgkt.errors import DataError, Problem, UsageError, suggest
from tgkt.facts.period import Period
from tgkt.facts.statement import Status
from tgkt.facts.units import NO_OWN, OwnUnits, Unit, as_read, find_unit
from tgkt.loading.tabular.cells import Cell, Line, Sheet
from tgkt.loading.tabular.names import COLUMN_OF, HEAD_OF, HEADS, NO_FIGURES, PLANNED_HEADS, Head, folded
from tgkt.loading.tabular.periods import table_period
from tgkt.loading.tabular.spoken import COLUMNS
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.source import Source

NEEDED = (Head.INDICATOR, Head.VALUE, Head.PERIOD, Head.AREA, Head.UNIT, Head.STATUS, Head.ORIGIN, Head.NOTE)
_NEAR = {folded(word): word for head in NEEDED for word in HEADS[head] if len(word) > 3}
GLUED = re.compile(r"([^\W\d]{2,})(\d{4})")
UNIT_AFTER = re.compile(r"(.*\S) ?[(\[]([^()\[\]]+)[)\]]")


class ValueColumn(NamedTuple):
    """A column of figures: its place from 0, its head, and the keys that the head gives all of them."""

    place: int
    head: str
    period: Period | None = None
    status: Status | None = None
    unit: Unit | None = None


class Heads(NamedTuple):
    """The user's mapping of heads, and the data's own units that heads may contain."""

    names: Mapping[str, Head]
    own: OwnUnits = NO_OWN

    @property
    def wanted(self) -> Message:
        return Message("an indicator and a value column")

    def known(self, cells: Sequence[Cell]) -> int:
        """The number of known heads in a line; 0 if it cannot be a heading."""
        return columns_known(cells, self)

    def heading(self, line: Line, sheet: Sheet) -> Heading | None:
        """A line as a heading."""
        return heading_of(line, sheet, self)

    def nothing(self, sheet: Sheet, first: Line | None, nearest: Line | None) -> Problem:
        """The problem of a sheet without a heading."""
        return no_heading(sheet, first, nearest)


class Heading(NamedTuple):
    """The heading of a table, column by column.

    Attributes:
        line: the number of its line.
        width: how many columns have a head.
        columns: where each of the others stands, counted from 0.
        values: the columns of figures.
        heads: the heads as written.
        planned: heads of columns that hold a plan, which are no results.
        unread: heads that are not known.
    """

    line: int
    width: int
    columns: dict[Head, int]
    values: tuple[ValueColumn, ...]
    heads: tuple[str, ...]
    planned: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def head(self, column: Head) -> str:
        """A column's head as written; its name where it has none."""
        return self.heads[self.columns[column]] if column in self.columns else COLUMNS[column]


class _Meant(NamedTuple):
    """The meaning of one head: a column, figures of a year or of a plan, a column of tgkt's own sheet, or unknown."""

    head: Head | None = None
    value: ValueColumn | None = None
    is_planned: bool = False
    is_passed_over: bool = False


def mapped(pairs: Iterable[str], own: OwnUnits = NO_OWN) -> Heads:
    """The meaning of `--map indicator=Chỉ_tiêu`: heads, folded, and the columns they stand for.

    Args:
        pairs: the values of `--map`.
        own: the units that the data declare.

    Raises:
        UsageError: no '=' or no such column.
    """
    found: dict[str, Head] = {}
    for pair in pairs:
        name, equals, head = pair.partition("=")
        if not equals and name.endswith((".yaml", ".yml")):
            raise UsageError(
                "--map {file}: a file of codes goes with JSON-stat and SDMX-CSV. For a table write e.g. "
                "--map indicator=Measure",
                file=name,
            )
        if not equals or not folded(head):
            raise UsageError("--map: '{given}' names no heading. Write e.g. --map indicator=Measure", given=pair)
        if name not in list(Head):
            raise UsageError("--map: unknown column '{name}'.{advice}", name=name, advice=suggest(name, list(Head)))
        found[folded(head)] = Head(name)
    return Heads(found, own)


def columns_known(cells: Sequence[Cell], asked: Heads) -> int:
    """The number of known heads in a line; 0 if it cannot be a heading."""
    meant = [_meaning(index, cell, asked) for index, cell in enumerate(cells)]
    known = [each for each in meant if each.head or each.value or each.is_planned]
    has_name = any(each.head in (Head.INDICATOR, Head.CODE, Head.COUNTER) for each in meant)
    return len(known) if has_name and len(known) > 1 else 0


def heading_of(line: Line, sheet: Sheet, asked: Heads) -> Heading | None:
    """A line as a heading; None where it has no indicator or no value column.

    Raises:
        DataError: it is one, and a column stands twice, or a head is nearly a needed one.
    """
    meant = _with_titles([_meaning(index, cell, asked) for index, cell in enumerate(line.cells)], line)
    heads = {each.head for each in meant}
    values = [each.value for each in meant if each.value]
    if not heads & {Head.INDICATOR, Head.CODE, Head.COUNTER} or not (values or Head.VALUE in heads):
        return None
    texts = tuple(cell.text for cell in line.cells)
    columns: dict[Head, int] = {}
    problems = []
    for index, each in enumerate(meant):
        if each.head and each.head in columns:
            told = both(texts[columns[each.head]], texts[index], COLUMNS[each.head])
            problems.append(Problem(sheet.at(line.number, index), "", told))
        elif each.head:
            columns[each.head] = index
    if Head.VALUE in columns:
        values.insert(0, ValueColumn(columns[Head.VALUE], texts[columns[Head.VALUE]]))
    unread = [i for i, each in enumerate(meant) if texts[i] and not any(each)]
    near = [_near(texts[i], columns, sheet.at(line.number, i)) for i in unread]
    problems += [problem for problem in near if problem] or _without_period(columns, values, line, sheet)
    if problems:
        raise DataError(problems)
    width = max((index + 1 for index, text in enumerate(texts) if text), default=0)
    planned = tuple(texts[i] for i, each in enumerate(meant) if each.is_planned)
    return Heading(line.number, width, columns, tuple(values), texts, planned, tuple(texts[i] for i in unread))


def both(one: str, other: str, column: Message) -> Message:
    """The message that two heads mean the same column."""
    return Message(
        "the columns '{one}' and '{other}' are both {column}. Rename one", one=one, other=other, column=column
    )


def no_heading(sheet: Sheet, first: Line | None, nearest: Line | None) -> Problem:
    """The problem of a sheet without a heading, at the line most like one, or the first."""
    line = nearest or first
    if line is None:
        told = Message("the table is empty. Write a heading line and a line for each figure")
        return Problem(sheet.at(1, 0), "", told)
    near = [found for cell in line.cells if (found := _nearest(cell.text))]
    told = Message(
        "no line has an indicator and a value column; the nearest has: {seen}.{near} Rename the "
        "columns, or use --map indicator=… value=…",
        seen=", ".join(cell.text for cell in line.cells if cell.text),
        near=nearly(near),
    )
    return Problem(sheet.at(line.number, 0), "", told)


def nearly(near: Iterable[tuple[str, str]]) -> Message:
    """The heads that are nearly known ones."""
    return Message.joined("", (Message(" '{head}' looks like '{name}'.", head=head, name=name) for head, name in near))


def _meaning(index: int, cell: Cell, asked: Heads) -> _Meant:
    text = folded(cell.text)
    if not text or cell.spoilt:
        return _Meant()
    if text in asked.names:
        return _Meant(head=asked.names[text])
    bare, unit = cell.text, None
    found = UNIT_AFTER.fullmatch(bare)
    if found and (unit := find_unit(as_read(found[2].strip(), asked.own), asked.own)):
        bare, text = found[1], folded(found[1])
    if text in HEAD_OF:
        if unit and HEAD_OF[text] is Head.VALUE:
            return _Meant(value=ValueColumn(index, cell.text, unit=unit))
        return _Meant(head=HEAD_OF[text])
    if text in PLANNED_HEADS:
        return _Meant(is_planned=True)
    if text in NO_FIGURES:
        return _Meant(is_passed_over=True)
    if text in COLUMN_OF:  # "Ước TH" without a year
        return _Meant(value=ValueColumn(index, cell.text, None, COLUMN_OF[text], unit))
    return _dated(index, cell, bare, unit)


def _with_titles(meant: list[_Meant], line: Line) -> list[_Meant]:
    """Of two columns of indicators under different heads, as of ids and titles, the second holds titles."""
    at = [index for index, each in enumerate(meant) if each.head is Head.INDICATOR]
    has_title = any(each.head is Head.TITLE for each in meant)
    if len(at) == 2 and not has_title and folded(line.cell(at[0]).text) != folded(line.cell(at[1]).text):
        meant[at[1]] = _Meant(head=Head.TITLE)
    return meant


def _dated(index: int, cell: Cell, bare: str, unit: Unit | None) -> _Meant:
    """A head with a period: "TH 2026", "Ước TH 6T/2026", "2026 (ước)"; "KH 2026" is a plan's."""
    parts = GLUED.sub(r"\1 \2", bare).split(" ")
    for cut in range(len(parts) + 1):
        first, last = " ".join(parts[:cut]), " ".join(parts[cut:])
        for words, time in ((folded(first), last), (folded(last), first)):
            if (words in PLANNED_HEADS or words in COLUMN_OF) and (period := _period(time)):
                if words in PLANNED_HEADS:
                    return _Meant(is_planned=True)
                return _Meant(value=ValueColumn(index, cell.text, period, COLUMN_OF[words], unit))
    return _Meant()


def _period(text: str) -> Period | None:
    try:
        return table_period(text)
    except ValueError:
        return None


def _near(text: str, columns: Mapping[Head, int], place: Source) -> Problem | None:
    """The problem of a head that is nearly a required one."""
    found = _nearest(text)
    if not found or HEAD_OF[folded(found[1])] in columns:
        return None
    told = Message(
        "the column '{head}' is not known. Did you mean '{name}'? Rename it, or use --map {column}='{head}'",
        head=text,
        name=found[1],
        column=HEAD_OF[folded(found[1])].value,
    )
    return Problem(place, "", told)


def _nearest(text: str) -> tuple[str, str] | None:
    close = get_close_matches(folded(text), _NEAR, n=1, cutoff=0.8)
    if close and folded(text) not in HEAD_OF:
        return text, _NEAR[close[0]]
    return None


def _without_period(
    columns: Mapping[Head, int], values: Sequence[ValueColumn], line: Line, sheet: Sheet
) -> list[Problem]:
    dated = [each for each in values if each.period]
    if Head.PERIOD in columns and dated:
        told = Message(
            "the period is given both in its own column and in the heading '{head}'. Keep one", head=dated[0].head
        )
        return [Problem(sheet.at(line.number, columns[Head.PERIOD]), "", told)]
    if Head.PERIOD not in columns and len(dated) < len(values):
        bare = next(each for each in values if not each.period)
        told = Message(
            "the figures under '{head}' have no period. Add a column 'period', or write the year in "
            "the heading: '{head} 2026'",
            head=bare.head,
        )
        return [Problem(sheet.at(line.number, bare.place), "", told)]
    return []
