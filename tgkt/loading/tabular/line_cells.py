"""The cells of a line that apply to all its figures: indicator, area, period, unit, status, and its document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Kind as IndicatorKind
from tgkt.facts.period import Period
from tgkt.facts.statement import Status, Timing
from tgkt.facts.units import Unit
from tgkt.loading.tabular.arrived import MOST_TOLD, Told, Wishes
from tgkt.loading.tabular.cells import EMPTY, Cell, Kind, Line, Sheet
from tgkt.loading.tabular.headings import Heading
from tgkt.loading.tabular.meant import NO_INDICATOR, Indicators, Meant, Names, number_as_date
from tgkt.loading.tabular.measures import measure
from tgkt.loading.tabular.names import (
    ANSWERED_IN,
    COMPARATORS,
    MISSING,
    STATUSES,
    TIMING_OF,
    TIMINGS,
    Head,
    folded,
)
from tgkt.loading.tabular.periods import table_period
from tgkt.loading.tabular.spoken import COLUMNS, COMPARATOR_WORDS, STATUS_WORDS, TIMING_WORDS, unknown
from tgkt.loading.tabular.values import SPREADSHEET, CellError, comparator_named, status_named
from tgkt.message import Message, message_of
from tgkt.record import NamedTuple

UNCOMPUTED = Message("a formula without a value. Open the file in a spreadsheet program and save it")
_NAMES = (Head.INDICATOR, Head.CODE, Head.COUNTER)
_Word = TypeVar("_Word", bound=StrEnum)


class Common(NamedTuple):
    """The content of a line that applies to all its figures."""

    indicator: str
    area: str
    unit: Unit | None
    status: Status | None
    period: Period | None
    comparator: Comparator | None
    timing: Timing | None
    origin: str
    locator: str
    note: str
    printed: str


def text_of(cell: Cell) -> str:
    """The text of a cell that is no figure.

    Raises:
        CellError: it cannot be read.
    """
    if cell.spoilt:
        raise CellError(spoilt(cell))
    if cell.kind is Kind.UNCOMPUTED:
        raise CellError(UNCOMPUTED)
    if cell.kind is Kind.ERROR or cell.text.upper() in SPREADSHEET:
        raise CellError("'{text}' is an error of the spreadsheet. Correct the formula", text=cell.text)
    return cell.text


def spoilt(cell: Cell) -> Message:
    """The message that the characters of a cell cannot be read, with advice."""
    return Message.joined(" ", (f"'{cell.text}'", cell.spoilt))


class LineCells:
    """Reads the cells of a line that are not figures; mistakes are collected in `told`."""

    def __init__(self, sheet: Sheet, heading: Heading, wishes: Wishes, told: Told) -> None:
        self.sheet, self.heading, self.wishes, self.told = sheet, heading, wishes, told
        self.indicators = Indicators(wishes.catalogue, wishes.plan)
        areas = wishes.catalogue.areas.values()
        self.areas = Names("area", {area.id: area.title.texts for area in areas})

    def area(self, line: Line) -> Meant:
        """The area of a line; the default area where it names none."""
        cell = self._cell(line, Head.AREA)
        if cell.spoilt:
            return Meant(wrong=spoilt(cell))
        text = cell.text
        return self.areas.find(text) if text and text.casefold() not in MISSING else Meant(self.wishes.area)

    def indicator(self, line: Line, area: str) -> Meant:
        """The indicator of a line, by text or number."""
        is_counter = Head.CODE not in self.heading.columns
        code = self._cell(line, Head.COUNTER if is_counter else Head.CODE)
        cell = self._cell(line, Head.INDICATOR)
        if (cell.kind is Kind.DATE and cell.text) or (code.kind is Kind.DATE and code.text and not is_counter):
            date = cell.text if cell.kind is Kind.DATE else code.text
            return Meant(wrong=number_as_date(date))
        if cell.spoilt:
            return Meant(wrong=spoilt(cell))
        title = self._cell(line, Head.TITLE).text
        text = cell.text or title
        if Head.INDICATOR in self.heading.columns and not text:
            return Meant(wrong=NO_INDICATOR)
        found = self.indicators.find(text, code.text, area, is_counter=is_counter)
        return self.indicators.agreed(found, text, title) if title and cell.text else found

    def read(self, line: Line, meant: Meant, area: Meant) -> Common:
        """The content of a line, once its indicator and area are known."""
        named = next((head for head in _NAMES if head in self.heading.columns), Head.INDICATOR)
        for found, head, names in ((meant, named, self.indicators.names), (area, Head.AREA, self.areas)):
            if found.wrong:
                is_told = found.is_unknown and len(self.told.problems) < MOST_TOLD
                advice = names.nearest(self._cell(line, head).text) if is_told else ""
                self._fail(line, head, Message.joined("", (found.wrong, advice)) if advice else found.wrong)
            self.told.say(found.said)
        if not area.id and not area.wrong:
            place = self.sheet.at(line.number, 0)
            self.told.fail(place, "", "no area is named, and the data have no default area. Name one with --area")
        return Common(
            meant.id,
            area.id,
            self._unit(line, meant.id),
            self._status(line),
            self._period(line),
            self._comparator(line),
            self._timing(line),
            self._words(line, Head.ORIGIN) or self.wishes.origin,
            self._words(line, Head.LOCATOR),
            self._words(line, Head.NOTE),
            self._words(line, Head.PRINTED),
        )

    def _cell(self, line: Line, head: Head) -> Cell:
        at = self.heading.columns.get(head)
        return EMPTY if at is None else line.cell(at)

    def _text(self, line: Line, head: Head) -> str:
        """The text of a cell; empty where it cannot be read, which is reported."""
        if head not in self.heading.columns:
            return ""
        try:
            return text_of(self._cell(line, head))
        except CellError as error:
            self._fail(line, head, error.message)
            return ""

    def _words(self, line: Line, head: Head) -> str:
        """The text of a cell, empty where it holds a code of nothing."""
        text = self._text(line, head)
        return "" if text.casefold() in MISSING else text

    def _fail(self, line: Line, head: Head, message: str) -> None:
        self.told.fail(self.sheet.at(line.number, self.heading.columns.get(head, 0)), self.heading.head(head), message)

    def _unit(self, line: Line, indicator: str) -> Unit | None:
        """The unit of the unit column; None where it is left out or the declared one."""
        text = self._words(line, Head.UNIT)
        if not text or not indicator:
            return None
        found = self.wishes.catalogue.indicators[indicator]
        if found.kind is IndicatorKind.MILESTONE and folded(text) in ANSWERED_IN:
            return None
        try:
            measured = measure(text, found.unit, self.wishes.catalogue.own_units)
        except CellError as error:
            self._fail(line, Head.UNIT, error.message)
            return None
        self.told.say(measured.said)
        return measured.unit

    def _status(self, line: Line) -> Status | None:
        return self._word(line, Head.STATUS, status_named, STATUSES, STATUS_WORDS)

    def _comparator(self, line: Line) -> Comparator | None:
        return self._word(line, Head.COMPARATOR, comparator_named, COMPARATORS, COMPARATOR_WORDS)

    def _timing(self, line: Line) -> Timing | None:
        return self._word(line, Head.TIMING, lambda text: TIMING_OF.get(folded(text)), TIMINGS, TIMING_WORDS)

    def _word(
        self,
        line: Line,
        head: Head,
        read: Callable[[str], _Word | None],
        spellings: Mapping[_Word, Sequence[str]],
        words: Mapping[_Word, Message],
    ) -> _Word | None:
        """A word of a closed list."""
        text = self._words(line, head)
        found = read(text) if text else None
        if text and found is None:
            self._fail(line, head, unknown(COLUMNS[head], text, spellings, words))
        return found

    def _period(self, line: Line) -> Period | None:
        if Head.PERIOD not in self.heading.columns:
            return None
        text = self._text(line, Head.PERIOD)
        try:
            if text:
                return table_period(text)
            if not self._cell(line, Head.PERIOD).spoilt:
                self._fail(line, Head.PERIOD, Message("the figure has no period. Write a year (2026)"))
        except ValueError as error:
            self._fail(line, Head.PERIOD, message_of(error))
        return None
