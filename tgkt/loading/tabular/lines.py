"""Lines of a table as figures: each value cell with the keys from its column, its line and the user's options."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Kind as IndicatorKind
from tgkt.facts.statement import Status
from tgkt.facts.units import Unit
from tgkt.loading.tabular.arrived import Arrived, Passed, Told, Wishes
from tgkt.loading.tabular.cells import Cell, Kind, Line, Sheet
from tgkt.loading.tabular.digits import digits
from tgkt.loading.tabular.headings import Heading, ValueColumn
from tgkt.loading.tabular.line_cells import UNCOMPUTED, Common, LineCells, spoilt
from tgkt.loading.tabular.measures import measure
from tgkt.loading.tabular.notation import Column, Notation, number
from tgkt.loading.tabular.spoken import COMPARATOR_WORDS, STATUS_WORDS
from tgkt.loading.tabular.values import CellError, Said, has_number, read_answer, read_value
from tgkt.message import Message

_MARKS = {",": Message("a comma"), ";": Message("a semicolon"), "\t": Message("a tab")}


class Reading:
    """Reads the lines of one table; mistakes are collected in `told`."""

    def __init__(
        self,
        sheet: Sheet,
        heading: Heading,
        wishes: Wishes,
        told: Told,
        notations: Mapping[int, Notation | None],
        mixed: Mapping[int, Column] = MappingProxyType({}),
    ) -> None:
        self.mixed = mixed
        self.sheet, self.heading, self.wishes, self.told, self.notations = sheet, heading, wishes, told, notations
        self.cells = LineCells(sheet, heading, wishes, told)

    def figures(self, line: Line) -> Iterator[Arrived]:
        """The figures of a line; none where it is a title, has nothing filled in, or is wrong."""
        filled = [column for column in self.heading.values if is_filled(line.cell(column.place))]
        area = self.cells.area(line)
        meant = self.cells.indicator(line, area.id)
        is_known = bool(meant.id) or meant.is_several
        if not is_known and not any(_has_number(line.cell(column.place)) for column in filled):
            self.told.counts[Passed.LINE] += 1
        elif self._is_whole(line) and not filled:
            self.told.counts[Passed.UNFILLED] += 1
        elif self._is_whole(line):
            before = self.told.mistakes
            yield from self._all(line, filled, before, self.cells.read(line, meant, area))
        else:
            self._tell_cells(line)

    def _all(self, line: Line, filled: list[ValueColumn], before: int, common: Common) -> Iterator[Arrived]:
        """The figures of a line; if the line is wrong, its cells are read only to report all mistakes."""
        is_right = self.told.mistakes == before
        found = [self._figure(line, column, common) for column in filled]
        yield from (arrived for arrived in found if arrived is not None and is_right)

    def _is_whole(self, line: Line) -> bool:
        """Whether a line has as many cells as heads; CSV with an unquoted mark has more."""
        extra = any(cell.text for cell in line.cells[self.heading.width :])
        return not extra and (not self.sheet.mark or len(line.cells) >= self.heading.width)

    def _tell_cells(self, line: Line) -> None:
        first = min(len(line.cells), self.heading.width)  # the first cell too many, or the first that is not there
        place = self.sheet.at(line.number, first)
        cells = Message.counted(len(line.cells), "{count} cell", "{count} cells")
        columns = Message.counted(self.heading.width, "{count} column", "{count} columns")
        mark = _MARKS.get(self.sheet.mark)
        advice = Message("Quote cells that hold {mark}", mark=mark) if mark else Message("Give every column a heading")
        told = Message("{cells} under {columns}", cells=cells, columns=columns)
        self.told.fail(place, "", Message.joined(". ", (told, advice)))

    def _figure(self, line: Line, column: ValueColumn, common: Common) -> Arrived | None:
        """One figure of a line; None where it is missing or wrong."""
        cell, place = line.cell(column.place), self.sheet.at(line.number, column.place)
        try:
            require_number(cell, is_merged=column.place in line.merged)
            said = read_answer(cell.text) if self._is_milestone(common) else read_value(cell.text)
            if said.is_missing:
                self.told.counts[Passed.UNAVAILABLE] += 1
            values = self._values(said, cell, column)
            status = self._status(said, column, common)
            unit = self._unit(said, column, common)
            comparator = _comparator(said, common)
        except CellError as error:
            self.told.fail(place, column.head, error.message)
            return None
        if cell.holds:
            self.told.say(Message.joined(": ", (place, column.head, _held(cell, is_missing=said.is_missing))))
        period = column.period or common.period
        has_nothing = not values and said.reached is None
        if has_nothing or period is None or not common.indicator or not common.area:
            return None
        return Arrived(
            indicator=common.indicator,
            area=common.area,
            period=period,
            values=values,
            comparator=comparator,
            unit=unit,
            status=status,
            timing=common.timing,
            origin=common.origin,
            locator=common.locator,
            note=common.note,
            printed=common.printed,
            line=line.number,
            column=column.place,
            reached=said.reached,
        )

    def _is_milestone(self, common: Common) -> bool:
        """Whether the line is about a milestone, which is answered by yes or no."""
        indicators = self.wishes.catalogue.indicators
        return bool(common.indicator) and indicators[common.indicator].kind is IndicatorKind.MILESTONE

    def _values(self, said: Said, cell: Cell, column: ValueColumn) -> tuple[Decimal, ...]:
        notation = Notation.PLAIN if cell.kind is Kind.NUMBER else self.notations[column.place]
        if notation is None:  # reported once, for the column
            if any({".", ","} & set(text) for text in said.numbers):
                return ()
            notation = Notation.EN  # without marks a number is the same in both
        if column.place in self.mixed and cell.kind is not Kind.NUMBER:
            for text in said.numbers:
                self.mixed[column.place].refuse(text)
        values = tuple(number(text, notation) for text in said.numbers)
        if len(values) == 2 and values[1] <= values[0]:
            raise CellError("the range '{text}' does not rise. Write the smaller number first", text=cell.text)
        return values

    def _status(self, said: Said, column: ValueColumn, common: Common) -> Status | None:
        """The status of cell, column and line, which must not differ; else what the user says."""
        told = [each for each in (said.status, column.status, common.status) if each]
        if len(set(told)) > 1:
            raise CellError(two_statuses(told[0], next(each for each in told if each is not told[0])))
        return told[0] if told else self.wishes.status

    def _unit(self, said: Said, column: ValueColumn, common: Common) -> Unit | None:
        """The unit of cell, head or line, which must not differ; None where it is the declared one."""
        if not common.indicator:
            return None
        declared = self.wishes.catalogue.indicators[common.indicator].unit
        units = [common.unit] if common.unit else []
        for text in (column.unit.text if column.unit else "", said.unit):
            if text:
                meant = measure(text, declared, self.wishes.catalogue.own_units)
                self.told.say(meant.said)
                units.append(meant.unit)
        if len({(unit.base, unit.scale) for unit in units}) > 1:
            raise CellError("the units '{one}' and '{other}' differ. Keep one", one=units[0], other=units[-1])
        is_declared = not units or (units[0].base, units[0].scale) == (declared.base, declared.scale)
        return None if is_declared else units[0]


def two_statuses(one: Status, other: Status) -> Message:
    """The message that a figure has two different statuses."""
    return Message("one figure is marked {one} and {other}. Keep one", one=STATUS_WORDS[one], other=STATUS_WORDS[other])


def _held(cell: Cell, *, is_missing: bool) -> Message:
    """The note on which number was read from a cell that holds another number than it shows."""
    shown, held = digits(cell.text), digits(cell.holds)
    if is_missing:
        return Message("not read: shows {shown}, holds {held}", shown=shown, held=held)
    return Message("read as shown: shows {shown}, holds {held}", shown=shown, held=held)


def is_filled(cell: Cell) -> bool:
    """Whether a cell has any content, readable or not."""
    return bool(cell.text or cell.spoilt) or cell.kind is Kind.UNCOMPUTED


def _has_number(cell: Cell) -> bool:
    return cell.kind is not Kind.TEXT or has_number(cell.text)


def require_number(cell: Cell, *, is_merged: bool) -> None:
    """Refuse a number that a spreadsheet turned into something else, and a value merged over several lines.

    Raises:
        CellError: with advice.
    """
    if cell.spoilt:
        raise CellError(spoilt(cell))
    if is_merged:
        raise CellError("a merged cell: it is not clear which line its value belongs to. Unmerge it")
    if cell.kind is Kind.UNCOMPUTED:
        raise CellError(UNCOMPUTED)
    if cell.kind is Kind.DATE:
        raise CellError(
            "'{text}' is a date that the spreadsheet made from a number. Write the number again", text=cell.text
        )


def _comparator(said: Said, common: Common) -> Comparator | None:
    if said.comparator and common.comparator and said.comparator is not common.comparator:
        one, other = COMPARATOR_WORDS[said.comparator], COMPARATOR_WORDS[common.comparator]
        raise CellError("the value says {one}, and its line says {other}. Keep one", one=one, other=other)
    return said.comparator or common.comparator
