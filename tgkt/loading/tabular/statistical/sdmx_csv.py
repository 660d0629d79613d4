"""SDMX-CSV, as services of statistics offices answer: a line for each observation below the names of components."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from tgkt.errors import DataError, Problem
from tgkt.loading.tabular.arrived import Told
from tgkt.loading.tabular.cells import Cell, Line
from tgkt.loading.tabular.delimited import Delimited
from tgkt.loading.tabular.line_cells import spoilt
from tgkt.loading.tabular.names import Head
from tgkt.loading.tabular.statistical.cube import Cube, Dimension, Observation
from tgkt.message import Message
from tgkt.source import Source

VALUE, TIME = "OBS_VALUE", "TIME_PERIOD"
HEADS = re.compile(r'"?(?:DATAFLOW|STRUCTURE(?:\[.*?\])?"?[,;\t]"?STRUCTURE_ID)(?::[^,;\t]*)?"?[,;\t]')
_ATTRIBUTES = {
    "status": ("OBS_STATUS", "OBS_FLAG"),
    "unit": ("UNIT_MEASURE", "UNIT"),
    "power": ("UNIT_MULT",),
    "decimals": ("DECIMALS",),
    "action": ("ACTION",),
    "comparator": ("COMPARATOR",),  # these three as tgkt export writes them
    "low": ("RANGE_LOW",),
    "high": ("RANGE_HIGH",),
}
_NO_DIMENSIONS = {
    *("STRUCTURE", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY", "LAST UPDATE", "TIME_FORMAT", "CONF_STATUS"),
    "FREQ",  # which the period says too
    *(VALUE, *(name for key, names in _ATTRIBUTES.items() if key != "unit" for name in names)),
}
_SAID = ("status", "unit", "power", "decimals", "comparator")
_ID = re.compile(r"[A-Z][A-Z0-9_@$-]*")


class SdmxCsv(Cube):
    """The observations of an SDMX-CSV file of the first or second edition.

    Args:
        name: how messages name the file.
        file: its bytes, as a stream that can be rewound.
        wanted: names of columns behind the value that are looked at as dimensions.
        from_stdin: whether it came through standard input.

    Raises:
        DataError: it cannot be decoded, or has no column of values.
    """

    def __init__(self, name: str, file: BinaryIO, wanted: Sequence[str] = (), *, from_stdin: bool = False) -> None:
        self.file = name
        self.sheet = Delimited(name, file, _likeness, from_stdin=from_stdin)
        heading = next(line for line in self.sheet.lines() if not line.is_blank)
        self._first, self._heads = heading.number, [_bare(cell.text) for cell in heading.cells]
        self._has_labels = any(":" in cell.text for cell in heading.cells)
        self._require(heading)
        named = [cell.text.partition(":")[2].strip() for cell in heading.cells]
        self._at = [at for at in range(len(self._heads)) if self._is_dimension(at, wanted)]
        self.dimensions = [self._dimension(at, named[at]) for at in self._at]
        self._value = self._heads.index(VALUE)
        self._columns = {key: self._column(names) for key, names in _ATTRIBUTES.items()}
        self._said = [(key, at) for key in _SAID if (at := self._columns[key]) is not None]

    def survey(self) -> None:
        """Read all lines once."""
        for _ in self.cells(Told()):
            pass

    def cells(self, told: Told) -> Iterator[Observation]:
        """A cell for each line."""
        for line in self.sheet.lines():
            if line.number > self._first and not line.is_blank and self._is_right(line, told):
                yield self._observation(line)
        if self.sheet.dropped:
            told.say(
                Message.counted(
                    self.sheet.dropped, "{count} zero-width character dropped", "{count} zero-width characters dropped"
                )
            )

    def at(self, number: int) -> Source:
        """The line."""
        return self.sheet.at(number, self._value)

    def locator(self, number: int) -> str:  # noqa: ARG002 - lines move from one file to the next
        """The file alone."""
        return ""

    def _observation(self, line: Line) -> Observation:
        codes = []
        for dimension, at in zip(self.dimensions, self._at, strict=True):
            code, label = self._parts(line.cell(at).text)
            dimension.labels.setdefault(code, label or self._beside(line, at) or code)
            codes.append(code)
        said = {key: self._parts(line.cell(at).text)[0] for key, at in self._said}
        value, high = line.cell(self._value).text, ""
        if not value and (low := self._code(line, "low")):
            value, high = low, self._code(line, "high")
        return Observation(tuple(codes), value, line.number, high=high, **said)

    def _is_right(self, line: Line, told: Told) -> bool:
        """Whether a line can be read; where it cannot, that is reported."""
        most = len(self._heads)
        if len(line.cells) != most and (len(line.cells) < most or any(cell.text for cell in line.cells[most:])):
            cells = Message.counted(len(line.cells), "{count} cell", "{count} cells")
            columns = Message.counted(most, "{count} column", "{count} columns")
            told.fail(self.sheet.at(line.number, 0), "", "{cells} under {columns}", cells=cells, columns=columns)
            return False
        for at, cell in enumerate(line.cells[:most]):
            if cell.spoilt:
                told.fail(self.sheet.at(line.number, at), self._heads[at], spoilt(cell))
                return False
        if self._code(line, "action").upper() == "D":
            place = self.sheet.at(line.number, self._columns["action"] or 0)
            told.fail(place, "ACTION", "the line deletes a figure, which import never does. Remove the line")
            return False
        return True

    def _require(self, heading: Line) -> None:
        """Refuse a heading without values or periods, or with one name twice."""
        place = self.sheet.at(heading.number, 0)
        for name in (VALUE, TIME):
            if name not in self._heads:
                told = Message("the SDMX-CSV has no column '{name}'. Get the file again, with all columns", name=name)
                raise DataError([Problem(place, "", told)])
        ids = [head for head in self._heads if _ID.fullmatch(head)]
        if twice := next((head for head in ids if ids.count(head) > 1), None):
            told = Message("the column '{name}' stands twice. Get the file again", name=twice)
            raise DataError([Problem(place, "", told)])

    def _is_dimension(self, at: int, wanted: Sequence[str]) -> bool:
        """Whether a column parts the values: one before them, the period, or one that the user names."""
        head = self._heads[at]
        if head == TIME or head in wanted:
            return True
        is_name = "STRUCTURE_NAME" in self._heads and not _ID.fullmatch(head) and at > 0
        return at < self._heads.index(VALUE) and head.upper() not in _NO_DIMENSIONS and not is_name

    def _dimension(self, at: int, title: str) -> Dimension:
        head = self._heads[at]
        return Dimension(head, title or head, {}, Head.PERIOD if head == TIME else None)

    def _column(self, names: Sequence[str]) -> int | None:
        return next((at for at, head in enumerate(self._heads) if head.upper() in names), None)

    def _code(self, line: Line, key: str) -> str:
        at = self._columns[key]
        return "" if at is None else self._parts(line.cell(at).text)[0]

    def _parts(self, text: str) -> tuple[str, str]:
        """Code and label of a cell; a file says "A: Annual" in all its cells or in none."""
        code, _, label = text.partition(": ") if self._has_labels else (text, "", "")
        return code, label

    def _beside(self, line: Line, at: int) -> str:
        """The label that stands in the next column, in files that have a column of names beside each of codes."""
        is_name = "STRUCTURE_NAME" in self._heads and at + 1 < len(self._heads)
        return line.cell(at + 1).text if is_name and not _ID.fullmatch(self._heads[at + 1]) else ""


def _bare(head: str) -> str:
    """A head without its title and without the mark that parts several values."""
    return re.sub(r"\[.*\]\Z", "", head.partition(":")[0].strip())


def _likeness(cells: Sequence[Cell]) -> int:
    """How much a line looks like a heading."""
    heads = {_bare(cell.text) for cell in cells}
    return len(cells) if heads & {"DATAFLOW", "STRUCTURE_ID"} else 0
