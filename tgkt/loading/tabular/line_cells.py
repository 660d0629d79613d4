"""What a line says for all its figures: indicator, area, period, unit, status, and words about its document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple, TypeVar

from tgkt.errors import suggest
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Kind as IndicatorKind
from tgkt.facts.period import Period
from tgkt.facts.statement import Status, Timing
from tgkt.facts.units import Unit
from tgkt.loading.tabular.arrived import MOST_TOLD, Told, Wishes
from tgkt.loading.tabular.cells import EMPTY, Cell, Kind, Line, Sheet
from tgkt.loading.tabular.headings import Heading
from tgkt.loading.tabular.meant import Indicators, Meant, Names
from tgkt.loading.tabular.measures import measure
from tgkt.loading.tabular.names import ANSWERED_IN, MISSING, TIMING_OF, Head, folded
from tgkt.loading.tabular.periods import table_period
from tgkt.loading.tabular.values import SPREADSHEET, CellError, comparator_named, status_named

UNCOMPUTED = "a formula without a value. Open the file in a spreadsheet program and save it"
A_DATE = "is a date, made of a number by the spreadsheet"
_NAMES = (Head.INDICATOR, Head.CODE, Head.COUNTER)
_Word = TypeVar("_Word", bound=StrEnum)


class Common(NamedTuple):
    """What a line says for all its figures."""

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
        raise CellError(f"'{cell.text}' {cell.spoilt}")
    if cell.kind is Kind.UNCOMPUTED:
        raise CellError(UNCOMPUTED)
    if cell.kind is Kind.ERROR or cell.text.upper() in SPREADSHEET:
        raise CellError(f"'{cell.text}' is an error of the spreadsheet. Mend the formula")
    return cell.text


class LineCells:
    """Reads the cells of a line that are not figures; mistakes go to `told`, and the next cell is read."""

    def __init__(self, sheet: Sheet, heading: Heading, wishes: Wishes, told: Told) -> None:
        self.sheet, self.heading, self.wishes, self.told = sheet, heading, wishes, told
        self.indicators = Indicators(wishes.catalogue, wishes.plan)
        areas = wishes.catalogue.areas.values()
        self.areas = Names("area", {area.id: area.title.texts for area in areas})

    def area(self, line: Line) -> Meant:
        """The area of a line; the one that is meant without words where it names none."""
        cell = self._cell(line, Head.AREA)
        if cell.spoilt:
            return Meant(wrong=f"'{cell.text}' {cell.spoilt}")
        text = cell.text
        return self.areas.find(text) if text and text.casefold() not in MISSING else Meant(self.wishes.area)

    def indicator(self, line: Line, area: str) -> Meant:
        """The indicator of a line, by text or number."""
        is_counter = Head.CODE not in self.heading.columns
        code = self._cell(line, Head.COUNTER if is_counter else Head.CODE)
        cell = self._cell(line, Head.INDICATOR)
        if (cell.kind is Kind.DATE and cell.text) or (code.kind is Kind.DATE and code.text and not is_counter):
            date = cell.text if cell.kind is Kind.DATE else code.text
            return Meant(wrong=f"'{date}' {A_DATE}. Write e.g. 5.1, as text")
        if cell.spoilt:
            return Meant(wrong=f"'{cell.text}' {cell.spoilt}")
        title = self._cell(line, Head.TITLE).text
        text = cell.text or title
        if Head.INDICATOR in self.heading.columns and not text:
            return Meant(wrong="no indicator beside the figure. Write one")
        found = self.indicators.find(text, code.text, area, is_counter=is_counter)
        return self.indicators.agreed(found, text, title) if title and cell.text else found

    def read(self, line: Line, meant: Meant, area: Meant) -> Common:
        """All that a line says, once its indicator and area were looked up."""
        named = next((head for head in _NAMES if head in self.heading.columns), Head.INDICATOR)
        for found, head, names in ((meant, named, self.indicators.names), (area, Head.AREA, self.areas)):
            if found.wrong:
                is_told = found.is_unknown and len(self.told.problems) < MOST_TOLD
                self._fail(line, head, found.wrong + (names.nearest(self._cell(line, head).text) if is_told else ""))
            self.told.say(found.said)
        if not area.id and not area.wrong:
            told = "no area is named, and the data have none that is meant without a name. Name --area"
            self.told.fail(self.sheet.at(line.number, 0), "", told)
        return Common(
            meant.id,
            area.id,
            self._unit(line, meant.id),
            self._word(line, Head.STATUS, status_named, Status),
            self._period(line),
            self._word(line, Head.COMPARATOR, comparator_named, Comparator),
            self._word(line, Head.TIMING, lambda text: TIMING_OF.get(folded(text)), Timing),
            self._words(line, Head.ORIGIN) or self.wishes.origin,
            self._words(line, Head.LOCATOR),
            self._words(line, Head.NOTE),
            self._words(line, Head.PRINTED),
        )

    def _cell(self, line: Line, head: Head) -> Cell:
        at = self.heading.columns.get(head)
        return EMPTY if at is None else line.cell(at)

    def _text(self, line: Line, head: Head) -> str:
        """The text of a cell; empty where it cannot be read, which is told."""
        if head not in self.heading.columns:
            return ""
        try:
            return text_of(self._cell(line, head))
        except CellError as error:
            self._fail(line, head, str(error))
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
            self._fail(line, Head.UNIT, str(error))
            return None
        self.told.say(measured.said)
        return measured.unit

    def _word(
        self, line: Line, head: Head, read: Callable[[str], _Word | None], known: Iterable[_Word]
    ) -> _Word | None:
        """A word of a closed list."""
        text = self._words(line, head)
        found = read(text) if text else None
        if text and found is None:
            self._fail(line, head, f"unknown {head} '{text}'.{suggest(text, [each.value for each in known])}")
        return found

    def _period(self, line: Line) -> Period | None:
        if Head.PERIOD not in self.heading.columns:
            return None
        text = self._text(line, Head.PERIOD)
        try:
            if text:
                return table_period(text)
            if not self._cell(line, Head.PERIOD).spoilt:
                self._fail(line, Head.PERIOD, "the figure has no period. Write a year (2026)")
        except ValueError as error:
            self._fail(line, Head.PERIOD, str(error))
        return None
