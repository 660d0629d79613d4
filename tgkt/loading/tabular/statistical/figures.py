"""The figures of a cube: each cell of the slice with its number, its unit and how settled it is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Kind
from tgkt.facts.statement import Status
from tgkt.facts.units import Unit
from tgkt.loading.spec import Named
from tgkt.loading.tabular.arrived import Arrived, Passed, Progress, Told, Wishes
from tgkt.loading.tabular.digits import digits
from tgkt.loading.tabular.lines import two_statuses
from tgkt.loading.tabular.names import COMPARATORS, Head
from tgkt.loading.tabular.notation import Notation
from tgkt.loading.tabular.spoken import COLUMNS, COMPARATOR_WORDS, unknown
from tgkt.loading.tabular.statistical.cube import Cube, CubePlace, Observation
from tgkt.loading.tabular.statistical.mapping import CodeMap
from tgkt.loading.tabular.statistical.marks import NOTHING, Marked, marked
from tgkt.loading.tabular.statistical.measured import measured, printed
from tgkt.loading.tabular.statistical.periods import Dated
from tgkt.loading.tabular.statistical.slice import Cutting, Slice
from tgkt.loading.tabular.values import CellError, comparator_named
from tgkt.message import Message
from tgkt.source import Source


class CubeTable:
    """The figures of a cube, as a table has them.

    Args:
        cube: the cube.
        given: what the user says of its codes.
        wishes: what the cube leaves open.
    """

    def __init__(self, cube: Cube, given: CodeMap, wishes: Wishes) -> None:
        self.cube, self.given, self.wishes, self.told = cube, given, wishes, Told()
        self._seen: set[str] = set()

    @property
    def where(self) -> str:
        """The file as a place in an origin."""
        return self.cube.where

    @property
    def no_origin(self) -> Message:
        """That no document is named, with what the file says of its own."""
        advice = Message("; the file says: {source}", source=self.cube.source) if self.cube.source else ""
        return Message("no origin. Name it with --origin, and its date with --date{advice}", advice=advice)

    def at(self, arrived: Arrived, head: str = "") -> Source:  # noqa: ARG002 - a cell has one place for all it says
        """The place of a figure."""
        return self.cube.at(arrived.line)

    def document_at(self, arrived: Arrived) -> Source:  # noqa: ARG002 - no cell names its document
        """The place of the document's name: the file."""
        return self.cube.whole

    def cell(self, at: Source) -> tuple[str, str]:
        """The dataset and the codes of a cell that has no line."""
        return (self.cube.name, at.cell) if isinstance(at, CubePlace) and at.cell else ("", "")

    def figures(self, progress: Progress = lambda _: None) -> Iterator[Arrived]:
        """The figures; after the last one `told` has all mistakes and notes."""
        found = Cutting(self.cube, self.given, self.wishes.catalogue, self.wishes.area, self.told).cut()
        if self.told.problems:
            for _ in self.cube.cells(self.told):  # whose mistakes are reported together with these
                pass
            return
        for cell in self.cube.cells(self.told):
            progress(cell.number)
            if not found.holds(cell):
                self.told.counts[Passed.OUTSIDE] += 1
            elif (arrived := self._arrived(found, cell)) is not None:
                yield arrived

    def _arrived(self, found: Slice, cell: Observation) -> Arrived | None:
        """The figure of a cell; None where it is missing or wrong."""
        indicator = found.ids[Head.INDICATOR][found.code(Head.INDICATOR, cell)]
        dated = found.periods[found.code(Head.PERIOD, cell)]
        try:
            mark = marked(cell.status, self.given.status)
            if not self._has_value(cell, mark):
                self.told.counts[Passed.UNAVAILABLE] += 1
                return None
            values = self._values(cell, indicator)
            unit = self._unit(cell, found.code(Head.INDICATOR, cell), indicator)
            status = self._status(mark, dated)
            comparator = _comparator(cell.comparator)
        except CellError as error:
            self._fail(cell, error.message)
            return None
        if mark.is_break:
            self.told.say(_broken(indicator, dated))
        return Arrived(
            indicator=indicator,
            area=found.ids[Head.AREA][found.code(Head.AREA, cell)],
            period=dated.period,
            values=values,
            comparator=comparator,
            unit=unit,
            status=status,
            timing=None,
            origin=self.wishes.origin,
            locator=self.cube.locator(cell.number),
            note="",
            printed="",
            line=cell.number,
            column=0,
        )

    def _has_value(self, cell: Observation, mark: Marked) -> bool:
        """Whether a cell holds a value.

        Raises:
            CellError: it holds one, and is marked as missing.
        """
        if cell.wrong:
            raise CellError(cell.wrong)
        if cell.value.casefold() in NOTHING:
            return False
        if mark.is_missing:
            raise CellError(
                "the value {value} is marked as missing ({mark}). Take it out, or say in a file for --map what the "
                'mark means: status: {{"{mark}": provisional}}',
                value=digits(cell.value),
                mark=cell.status,
            )
        return True

    def _values(self, cell: Observation, indicator: str) -> tuple[Decimal, ...]:
        if self.wishes.catalogue.indicators[indicator].kind is Kind.MILESTONE:
            raise CellError("'{id}' is a milestone, which has no numbers. Leave its code out of the map", id=indicator)
        texts = [cell.value, cell.high] if cell.high else [cell.value]
        found = [printed(text, cell.decimals, self.wishes.notation or Notation.PLAIN) for text in texts]
        self.told.counts[Passed.SHORTENED] += any(each.held is not None for each in found)
        return tuple(each.value for each in found)

    def _unit(self, cell: Observation, code: str, indicator: str) -> Unit | None:
        """The unit of a cell: as the user names it, as the file does, or the declared one."""
        given = self.given.unit
        named = given if isinstance(given, str) else self._own_unit(given, cell, code)
        declared, own = self.wishes.catalogue.indicators[indicator].unit, self.wishes.catalogue.own_units
        return measured(named, cell.unit, cell.power, declared, own)

    def _own_unit(self, units: Named, cell: Observation, code: str) -> str:
        at = next((at for at, each in enumerate(self.cube.dimensions) if code and code in each.labels), None)
        label = "" if at is None else self.cube.dimensions[at].labels[code]
        return str(next((units[key] for key in (code, label, cell.unit) if key in units), ""))

    def _status(self, mark: Marked, dated: Dated) -> Status | None:
        """The status of a cell's mark and of its period, which must not differ; else what the user says."""
        said = [each for each in (mark.status, dated.status) if each]
        if len(set(said)) > 1:
            raise CellError(two_statuses(said[0], said[1]))
        return said[0] if said else self.wishes.status

    def _fail(self, cell: Observation, message: Message) -> None:
        """Report a mistake at a cell; the same one at further cells is counted."""
        if str(message) in self._seen:
            self.told.counts[Passed.MISTAKE] += 1
            return
        self._seen.add(str(message))
        self.told.fail(self.cube.at(cell.number), "", message)


def _comparator(text: str) -> Comparator | None:
    """The words around a number; a plain number has none."""
    if not text or text == Comparator.EQUALS:
        return None
    found = comparator_named(text)
    if found is None:
        raise CellError(unknown(COLUMNS["comparator"], text, COMPARATORS, COMPARATOR_WORDS))
    return found


def _broken(indicator: str, dated: Dated) -> Message:
    return Message(
        "the office marks a break of '{id}' in {period}. If it is one, declare it in a block 'breaks:' of the data",
        id=indicator,
        period=str(dated.period),
    )
