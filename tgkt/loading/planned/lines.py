"""The lines of a sheet with a plan: the keys that each gives its indicator, every one with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from tgkt.errors import UnitError
from tgkt.facts.figure import Comparator
from tgkt.facts.period import Period
from tgkt.facts.statement import Timing
from tgkt.facts.units import NO_OWN, OwnUnits, Unit, find_unit
from tgkt.loading.planned.figures import Around, Figure, fields_of
from tgkt.loading.planned.heads import Figures, PlanHeading, Sort
from tgkt.loading.planned.measured import declared_units, plan_unit
from tgkt.loading.planned.words import (
    COLUMN_WORDS,
    COMPARATOR_SPELLINGS,
    DIRECTION_OF,
    DIRECTION_WORDS,
    DIRECTIONS,
    MORE_COMPARATORS,
    PRICE_OF,
    PRICE_WORDS,
    PRICES,
    Column,
)
from tgkt.loading.tabular.arrived import Told
from tgkt.loading.tabular.cells import EMPTY, Cell, Kind, Line, Sheet
from tgkt.loading.tabular.headings import UNIT_AFTER
from tgkt.loading.tabular.line_cells import text_of
from tgkt.loading.tabular.lines import is_filled
from tgkt.loading.tabular.meant import number_as_date
from tgkt.loading.tabular.names import MISSING, TIMING_OF, TIMINGS, folded
from tgkt.loading.tabular.notation import Notation
from tgkt.loading.tabular.periods import table_period
from tgkt.loading.tabular.spoken import COMPARATOR_WORDS, TIMING_WORDS, unknown
from tgkt.loading.tabular.table import lines_below
from tgkt.loading.tabular.values import CellError, comparator_named
from tgkt.message import Message, message_of
from tgkt.record import NamedTuple
from tgkt.source import Source

_YEARS = {Sort.TARGET: Column.TARGET_YEAR, Sort.BASE: Column.BASE_YEAR}
_WORDS = (Column.AREA, Column.SECTION, Column.ORIGIN, Column.LOCATOR, Column.NOTE)
_Word = TypeVar("_Word", bound=StrEnum)


class Said(NamedTuple):
    """The content of a cell, as it is written in a data file, and its place."""

    text: str
    place: Source
    head: str


class PlanLine(NamedTuple):
    """A line of a plan.

    Attributes:
        id: as the sheet has it; None where it has none.
        title: without a unit in brackets; None where the sheet has none.
        said: the content of its other cells.
        unit: its unit; None where it is wrong, which is reported already.
        figures: its targets, base and results.
        place: its first cell.
    """

    id: Said | None
    title: Said | None
    said: Mapping[Column, Said]
    unit: Unit | None
    figures: list[Figure]
    place: Source

    @property
    def name(self) -> Said:
        """The name of the line's indicator, for messages and ids."""
        return self.id or self.title or Said("", self.place, "")


class Lines:
    """Reads the lines below a heading; mistakes are collected in `told`, and reading goes on with the next cell.

    Args:
        sheet: the sheet.
        heading: its heading.
        told: collects mistakes and notes.
        notations: how the numbers of each column are written.
        language: of the words.
    """

    def __init__(
        self,
        sheet: Sheet,
        heading: PlanHeading,
        told: Told,
        notations: Mapping[int, Notation | None],
        language: str,
    ) -> None:
        self.sheet, self.heading, self.told, self.notations, self.language = sheet, heading, told, notations, language
        self.measures: dict[str, str] = {}
        self.own: OwnUnits = NO_OWN
        self._units: dict[str, str] = {}

    def read(self) -> list[PlanLine]:
        """The lines about an indicator; titles between them are skipped, and a note counts them."""
        lines = [line for line in lines_below(self.sheet, self.heading.line, self.heading.heads) if self._counts(line)]
        found = [(line, self._text(line, Column.UNIT), self._text(line, Column.MEASURE)) for line in lines]
        self.own, self.measures = declared_units(found, self._fail_at, self.heading)
        return [self._line(line) for line in lines]

    def _counts(self, line: Line) -> bool:
        """Whether a line has more than its number and title."""
        plain = {self.heading.columns.get(each) for each in (Column.CODE, Column.ID, Column.TITLE)}
        filled = [index for index in self._read_columns if is_filled(line.cell(index)) and index not in line.merged]
        if set(filled) <= plain:
            words = " ".join(line.cell(index).text for index in sorted(filled))
            place = self.sheet.at(line.number, min(filled, default=0))
            told = Message("skipped, as it has neither unit nor figure: {words}", words=words)
            self.told.say(Message.joined(": ", (place, told)))
            return False
        return True

    @property
    def _read_columns(self) -> list[int]:
        return [*self.heading.columns.values(), *(each.place for each in self.heading.figures)]

    def _line(self, line: Line) -> PlanLine:
        name, title = self._words(line, Column.ID), self._title(line)
        if name is None and title is None:
            column = Column.TITLE if Column.TITLE in self.heading.columns else Column.ID
            self._fail(line, column, Message("there is no indicator in this line. Write one"))
        unit_text, head_unit = self._unit_text(line, title)
        if about := name or title:  # a further line of an indicator need not repeat its unit
            unit_text = unit_text or self._units.get(about.text, "")
            self._units[about.text] = unit_text
        if title is not None and head_unit:
            title = title._replace(text=title.text[: title.text.rindex(head_unit) - 1].strip())
        said = {column: each for column in _WORDS if (each := self._words(line, column))}
        said |= {} if (code := self._code(line)) is None else {Column.CODE: code}
        if direction := self._word(line, Column.DIRECTION, DIRECTION_OF, DIRECTIONS, DIRECTION_WORDS):
            said[Column.DIRECTION] = self._said(line, Column.DIRECTION, direction)
        if price := self._word(line, Column.PRICE, PRICE_OF, PRICES, PRICE_WORDS):
            said[Column.PRICE] = self._said(line, Column.PRICE, price)
        unit = self._unit(line, unit_text)
        if unit is not None:
            said[Column.UNIT] = self._said(
                line, Column.UNIT if Column.UNIT in self.heading.columns else Column.TITLE, unit.text
            )
        return PlanLine(name, title, said, unit, list(self._figures(line, unit)), self.sheet.at(line.number, 0))

    def _title(self, line: Line) -> Said | None:
        cell = self._cell(line, Column.TITLE)
        if cell.kind is Kind.DATE:
            told = Message(
                "'{text}' is a date that the spreadsheet made from a number. Write the title as text", text=cell.text
            )
            self._fail(line, Column.TITLE, told)
            return None
        return self._words(line, Column.TITLE)

    def _code(self, line: Line) -> Said | None:
        cell = self._cell(line, Column.CODE)
        found = self._words(line, Column.CODE)
        if found is None:
            return None
        if cell.kind is Kind.DATE:
            self._fail(line, Column.CODE, number_as_date(cell.text))
        elif " " in found.text:
            told = Message("the number '{code}' holds blanks. Write it without, e.g. 3.6.1 or TU-02", code=found.text)
            self._fail(line, Column.CODE, told)
        else:
            return found
        return None

    def _unit_text(self, line: Line, title: Said | None) -> tuple[str, str]:
        """The unit of a line: of its column, else in brackets behind its title, else in the heads of its figures.

        Returns:
            The unit, and the text of it that stands in the title.
        """
        text = self._text(line, Column.UNIT)
        found = UNIT_AFTER.fullmatch(title.text) if title else None
        inner = found[2] if found and find_unit(found[2].strip(), self.own) else ""
        if text and text.casefold() not in MISSING:
            return text, inner if inner.strip() == text else ""
        units = {each.unit for each in self.heading.figures if each.unit}
        return (inner.strip(), inner) if inner else (units.pop() if len(units) == 1 else "", "")

    def _unit(self, line: Line, text: str) -> Unit | None:
        cell = self._cell(line, Column.UNIT)
        if cell.spoilt or cell.kind in (Kind.ERROR, Kind.UNCOMPUTED):
            return None  # reported already
        if not text:
            told = Message("the indicator has no unit. Write one, e.g. %")
            if Column.UNIT not in self.heading.columns:
                column = self.heading.shown(Column.UNIT)
                told = Message("the indicator has no unit. Add a column '{column}'", column=column)
            self._fail(line, Column.UNIT, told)
            return None
        try:
            return plan_unit(text, self.own, self.heading)
        except UnitError as error:
            at = self.sheet.at(line.number, self.heading.columns.get(Column.MEASURE, 0)), self._head(Column.MEASURE)
            if at not in {(each.source, each.path) for each in self.told.problems}:
                self._fail(line, Column.UNIT, error.message)
            return None

    def _figures(self, line: Line, unit: Unit | None) -> Iterator[Figure]:
        comparator = self._comparator(line)
        around = Around(self.notations, self.language, self.own, unit, comparator)
        timing = self._word(line, Column.TIMING, TIMING_OF, TIMINGS, TIMING_WORDS)
        for column in self.heading.figures:
            cell = line.cell(column.place)
            try:
                fields = fields_of(cell, column, around, is_merged=column.place in line.merged)
            except CellError as error:
                self.told.fail(self.sheet.at(line.number, column.place), column.head, error.message)
                continue
            if not fields:
                continue
            period = column.period or self._year(line, column)
            if period is not None and (timed := self._timed(line, column, period, timing, fields)):
                place = self.sheet.at(line.number, column.place)
                yield Figure(column.sort, period, timed, place, column.head)

    def _year(self, line: Line, column: Figures) -> Period | None:
        """The year of a figure whose head names none, by its column of years."""
        years = _YEARS[column.sort]
        text = self._text(line, years)
        if not text:
            cell = self._cell(line, years)
            if not cell.spoilt and cell.kind is not Kind.UNCOMPUTED:
                told = Message(
                    "the figure under '{head}' has no year. Write one, e.g. {year}",
                    head=column.head,
                    year=2030 if column.sort is Sort.TARGET else 2025,
                )
                self._fail(line, years, told)
            return None
        try:
            return table_period(text)
        except ValueError as error:
            self._fail(line, years, message_of(error))
            return None

    def _timed(
        self, line: Line, column: Figures, period: Period, timing: Timing | None, fields: dict[str, str]
    ) -> dict[str, str] | None:
        """A figure with how it relates to its period; a term's must say it."""
        place = self.sheet.at(line.number, column.place)
        if period.is_part:
            told = Message("{period} is a part of a year. Write the year, {year}", period=period, year=period.first)
            self.told.fail(place, column.head, told)
            return None
        if period.is_year:
            is_said = column.sort is Sort.TARGET and timing not in (None, Timing.IN_YEAR)
            return fields | ({"timing": str(timing)} if is_said else {})
        if timing in (None, Timing.IN_YEAR, Timing.BEFORE):
            self.told.fail(
                place,
                column.head,
                "the term {period} does not say how the figure relates to it. Write average, total or every year "
                "in a column '{column}'",
                period=period,
                column=self._head(Column.TIMING),
            )
            return None
        return fields | {"timing": str(timing)}

    def _comparator(self, line: Line) -> Comparator | None:
        found = self._words(line, Column.COMPARATOR)
        if found is None:
            return None
        plain = " ".join(found.text.casefold().split())
        comparator = MORE_COMPARATORS.get(plain) or comparator_named(found.text)
        if comparator is None:
            known = COMPARATOR_SPELLINGS
            told = unknown(COLUMN_WORDS[Column.COMPARATOR], found.text, known, COMPARATOR_WORDS)
            self._fail(line, Column.COMPARATOR, told)
        return comparator

    def _word(
        self,
        line: Line,
        column: Column,
        known: Mapping[str, _Word],
        spellings: Mapping[_Word, Sequence[str]],
        words: Mapping[_Word, Message],
    ) -> _Word | None:
        """A word of a closed list."""
        found = self._words(line, column)
        if found is None:
            return None
        meant = known.get(folded(found.text) or found.text)
        if meant is None:
            self._fail(line, column, unknown(COLUMN_WORDS[column], found.text, spellings, words))
        return meant

    def _words(self, line: Line, column: Column) -> Said | None:
        """The text of a cell; None where it is empty, holds a code for "not available", or cannot be read."""
        text = self._text(line, column)
        return self._said(line, column, text) if text and text.casefold() not in MISSING else None

    def _text(self, line: Line, column: Column) -> str:
        """The text of a cell; empty where it cannot be read, which is reported."""
        try:
            return text_of(self._cell(line, column))
        except CellError as error:
            self._fail(line, column, error.message)
            return ""

    def _cell(self, line: Line, column: Column) -> Cell:
        at = self.heading.columns.get(column)
        return EMPTY if at is None else line.cell(at)

    def _said(self, line: Line, column: Column, text: str) -> Said:
        return Said(text, self.sheet.at(line.number, self.heading.columns.get(column, 0)), self._head(column))

    def _head(self, column: Column) -> str:
        return self.heading.head(column)

    def _fail(self, line: Line, column: Column, message: str) -> None:
        self._fail_at(line.number, column, message)

    def _fail_at(self, number: int, column: Column, message: str) -> None:
        """Add a mistake once, however often its cell is looked at."""
        head = self._head(column) if column in self.heading.columns else ""
        place = self.sheet.at(number, self.heading.columns.get(column, 0))
        if (place, head, message) not in {(each.source, each.path, each.message) for each in self.told.problems}:
            self.told.fail(place, head, message)
