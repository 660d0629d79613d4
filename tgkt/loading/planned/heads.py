"""The heading of a sheet with a plan: the content of each column, and years named in the heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum

from tgkt.errors import DataError, Problem
from tgkt.facts.period import Period
from tgkt.facts.statement import Status
from tgkt.facts.units import find_unit
from tgkt.loading.planned.words import COLUMN_OF_HEAD, COLUMN_WORDS, LANGUAGE_OF_HEAD, SHOWN, WORDS, Column
from tgkt.loading.tabular.cells import Cell, Line, Sheet
from tgkt.loading.tabular.headings import GLUED, UNIT_AFTER, both, nearly
from tgkt.loading.tabular.names import COLUMN_OF, folded
from tgkt.loading.tabular.periods import table_period
from tgkt.message import Message
from tgkt.record import NamedTuple

_NEAR = {folded(word): word for words in WORDS.values() for each in words.values() for word in each if len(word) > 3}


class Sort(StrEnum):
    """The sort of a column's figures: target, base, result."""

    TARGET = "target"
    BASE = "baseline"
    RESULT = "observed"


class Figures(NamedTuple):
    """A column of figures: its place from 0, its head, the sort of its figures, and what the head states for all."""

    place: int
    head: str
    sort: Sort
    period: Period | None = None
    status: Status | None = None
    unit: str = ""


class PlanHeading(NamedTuple):
    """The heading of a sheet, column by column.

    Attributes:
        line: the number of its line.
        heads: the heads as written.
        columns: the place, from 0, of each column that holds no figures.
        figures: the columns of figures.
        unread: heads that are not known.
        language: the language of most of its heads; None where it is not clear.
    """

    line: int
    heads: tuple[str, ...]
    columns: dict[Column, int]
    figures: tuple[Figures, ...]
    unread: tuple[str, ...]
    language: str | None

    def head(self, column: Column) -> str:
        """A column's head as written; where the column is missing, a head that it could have."""
        return self.heads[self.columns[column]] if column in self.columns else self.shown(column)

    def shown(self, column: Column) -> str:
        """A head for a column in the language of the sheet, for advice."""
        return SHOWN[self.language or "en"].get(column, column)


class PlanHeads(NamedTuple):
    """The columns of a plan, as `book` looks for them."""

    names: Mapping[str, str] = {}

    @property
    def wanted(self) -> Message:
        return Message("an indicator and a unit or target column")

    def known(self, cells: Sequence[Cell]) -> int:
        """How many heads of a line are known, when it can be a heading at all; else 0."""
        meant = [each for index, cell in enumerate(cells) if (each := _meaning(index, cell))]
        has_name = any(each in (Column.ID, Column.TITLE, Column.CODE) for each in meant)
        return len(meant) if has_name and len(meant) > 1 else 0

    def heading(self, line: Line, sheet: Sheet) -> PlanHeading | None:
        """A line as a heading; None where it names no indicator, or neither unit nor target.

        Raises:
            DataError: it is one, and a column stands twice, has no year, or a head is nearly a known one.
        """
        meant = [_meaning(index, cell) for index, cell in enumerate(line.cells)]
        has_target = any(isinstance(each, Figures) and each.sort is Sort.TARGET for each in meant)
        if not {Column.ID, Column.TITLE} & {*meant} or not (has_target or Column.UNIT in meant):
            return None
        found = _Heading(line, sheet, meant)
        if found.problems:
            raise DataError(found.problems)
        return found.whole()

    def nothing(self, sheet: Sheet, first: Line | None, nearest: Line | None) -> Problem:
        """Why a sheet has no heading: the line that comes nearest to one, or its first."""
        line = nearest or first
        if line is None:
            told = Message("the sheet is empty. Write a heading line and a line for each indicator")
            return Problem(sheet.at(1, 0), "", told)
        near = [(cell.text, word) for cell in line.cells if (word := _nearest(cell.text))]
        told = Message(
            "no line has an indicator and a unit or target column; the nearest has: {seen}.{near} "
            "Rename the columns: Indicator, Unit, Direction, Base year, Base, Target year, Target",
            seen=", ".join(cell.text for cell in line.cells if cell.text),
            near=nearly(near),
        )
        return Problem(sheet.at(line.number, 0), "", told)


class _Heading:
    """Puts a heading together and reports its mistakes."""

    def __init__(self, line: Line, sheet: Sheet, meant: Sequence[Column | Figures | None]) -> None:
        self.line, self.sheet = line, sheet
        self.texts = tuple(cell.text for cell in line.cells)
        self.columns: dict[Column, int] = {}
        self.figures: list[Figures] = []
        self.problems: list[Problem] = []
        for index, each in enumerate(meant):
            if isinstance(each, Figures):
                self._add(each)
            elif each is not None:
                self._name(each, index)
        self.unread = [i for i, text in enumerate(self.texts) if text and meant[i] is None]
        self._tell_near()
        self._tell_undated()

    def _name(self, column: Column, index: int) -> None:
        if column in self.columns:
            other = self.texts[self.columns[column]]
            self._fail(index, both(other, self.texts[index], COLUMN_WORDS[column]))
        self.columns.setdefault(column, index)

    def _add(self, found: Figures) -> None:
        for other in self.figures:
            if (other.sort, other.period) == (found.sort, found.period):
                self._fail(found.place, _twice(other, found))
        self.figures.append(found)

    def _tell_near(self) -> None:
        """Report heads that nearly name a column that is missing."""
        there = {*self.columns, *(_AS_COLUMN[each.sort] for each in self.figures if each.sort in _AS_COLUMN)}
        for index in self.unread:
            word = _nearest(self.texts[index])
            if word and COLUMN_OF_HEAD[folded(word)] not in there:
                told = Message(
                    "the column '{head}' is not known. Did you mean '{name}'? Rename it",
                    head=self.texts[index],
                    name=word,
                )
                self._fail(index, told)

    def _tell_undated(self) -> None:
        """Report figures without a year, in their head or in a column of years."""
        years = {Sort.BASE: Column.BASE_YEAR, Sort.TARGET: Column.TARGET_YEAR}
        for each in self.figures:
            column = years.get(each.sort)
            if each.period or column in self.columns:
                continue
            example = f"{each.head} {2030 if each.sort is Sort.TARGET else 2025}"
            advice = Message("Write it in the heading: '{example}'", example=example)
            if column:
                name = SHOWN[self._language or "en"][column]
                advice = Message(
                    "Add a column '{column}', or write it in the heading: '{example}'", column=name, example=example
                )
            told = Message("the figures under '{head}' have no year. {advice}", head=each.head, advice=advice)
            self._fail(each.place, told)

    @property
    def _language(self) -> str | None:
        heads = [UNIT_AFTER.sub(r"\1", text) for text in self.texts]
        found = Counter(tag for text in heads if (tag := LANGUAGE_OF_HEAD.get(folded(text))))
        return None if found["vi"] == found["en"] else max(found, key=lambda tag: found[tag])

    def _fail(self, index: int, message: str) -> None:
        self.problems.append(Problem(self.sheet.at(self.line.number, index), "", message))

    def whole(self) -> PlanHeading:
        """The heading."""
        unread = tuple(self.texts[index] for index in self.unread)
        return PlanHeading(self.line.number, self.texts, self.columns, tuple(self.figures), unread, self._language)


_AS_COLUMN = {Sort.TARGET: Column.TARGET, Sort.BASE: Column.BASE}
_SORTS: dict[Column | None, Sort] = {column: sort for sort, column in _AS_COLUMN.items()}


def _twice(one: Figures, other: Figures) -> Message:
    """The message that two columns hold the same figures of the plan."""
    if one.period is None and one.sort is Sort.TARGET:
        return Message("the columns '{one}' and '{other}' are both target. Rename one", one=one.head, other=other.head)
    if one.period is None:
        return both(one.head, other.head, Message("baseline") if one.sort is Sort.BASE else Message("observed"))
    what = {
        Sort.TARGET: Message("target of {period}", period=one.period),
        Sort.BASE: Message("baseline of {period}", period=one.period),
        Sort.RESULT: Message("observed figure of {period}", period=one.period),
    }
    return both(one.head, other.head, what[one.sort])


def _meaning(index: int, cell: Cell) -> Column | Figures | None:
    """The meaning of one head."""
    bare, unit = cell.text, ""
    if not folded(bare) or cell.spoilt:
        return None
    if (found := UNIT_AFTER.fullmatch(bare)) and find_unit(found[2].strip()):
        bare, unit = found[1], found[2].strip()
    column = COLUMN_OF_HEAD.get(folded(bare))
    if column in _SORTS:
        return Figures(index, cell.text, _SORTS[column], unit=unit)
    if column is not None:
        return column
    if folded(bare) in COLUMN_OF:  # "Ước TH" without a year
        return Figures(index, cell.text, Sort.RESULT, None, COLUMN_OF[folded(bare)], unit)
    return _dated(index, cell, bare, unit)


def _dated(index: int, cell: Cell, bare: str, unit: str) -> Figures | None:
    """A head with a period: "Mục tiêu 2030", "Target 2026-2030", "Base 2015", "Ước TH 2025", "2025"."""
    parts = GLUED.sub(r"\1 \2", bare).split(" ")
    for cut in range(len(parts) + 1):
        first, last = " ".join(parts[:cut]), " ".join(parts[cut:])
        for words, time in ((folded(first), last), (folded(last), first)):
            sort = Sort.RESULT if words in COLUMN_OF else _SORTS.get(COLUMN_OF_HEAD.get(words))
            if sort is not None and (period := _period(time)) is not None:
                status = COLUMN_OF[words] if sort is Sort.RESULT else None
                return Figures(index, cell.text, sort, period, status, unit)
    return None


def _period(text: str) -> Period | None:
    try:
        return table_period(text)
    except ValueError:
        return None


def _nearest(text: str) -> str | None:
    close = get_close_matches(folded(text), _NEAR, n=1, cutoff=0.8)
    return _NEAR[close[0]] if close and folded(text) not in COLUMN_OF_HEAD else None
