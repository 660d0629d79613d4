"""What an import found in a table and does with it: a row for each figure, and for each line that cannot be read."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from tgkt.record import NamedTuple


class Action(StrEnum):
    """What is done with a figure of a table."""

    NEW = "new"
    SAME = "same"
    REVISION = "revision"
    CORRECTION = "correction"
    HELD = "held"


class ImportRow(NamedTuple):
    """A figure of a table, where it stands there, and what is done with it.

    Attributes:
        id: the indicator; empty where it is not known.
        area: the area it is about.
        period: what it is about.
        values: its number, or the two of a range.
        comparator: of its words; empty where there are none.
        unit: what its numbers are in.
        status: how settled it is, where said.
        origin: the document.
        file: the file.
        sheet: the sheet of a workbook, or the dataset of JSON-stat; empty in CSV.
        line: the line of the file, the row of the sheet, or which value of JSON-stat it is.
        cell: the cell of a workbook, or the codes of a value of JSON-stat; empty in CSV.
        action: what is done with it.
        problem: why it is held, or what it differs from.
        reached: of a milestone, which has no number, whether it was reached.
    """

    id: str
    area: str
    period: str
    values: tuple[Decimal, ...]
    comparator: str
    unit: str
    status: str
    origin: str
    file: str
    sheet: str
    line: int
    cell: str
    action: Action
    problem: str = ""
    reached: bool | None = None
