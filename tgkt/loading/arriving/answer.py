"""The answer of an import: a row for each figure of the table, and for each line that cannot be read."""

from __future__ import annotations

from tgkt.errors import Problem
from tgkt.loading.arriving.compared import comparator_of
from tgkt.loading.arriving.item import Batch, Item
from tgkt.message import Message
from tgkt.results.imported import Action, ImportRow


def rows(found: Batch) -> list[ImportRow]:
    """The rows in the order of the table."""
    told = [_row(found, item) for item in found.items] + [_failed(found, problem) for problem in found.loose]
    return sorted(told, key=lambda row: row.line)


def _row(found: Batch, item: Item) -> ImportRow:
    arrived = item.arrived
    unit = arrived.unit or found.before.indicators[arrived.indicator].unit
    wrong = [problem.message for problem in item.wrong]
    sheet, cell = found.table.cell(found.table.at(arrived))
    return ImportRow(
        id=arrived.indicator,
        area=arrived.area,
        period=str(arrived.period),
        values=arrived.values,
        comparator=comparator_of(arrived),
        unit=unit.text,
        status=arrived.status or "",
        origin=item.origin,
        file=found.asked.name,
        sheet=sheet,
        line=arrived.line,
        cell=cell,
        action=item.action,
        problem=Message.joined("; ", filter(None, (item.lacks, *(wrong or [item.note])))),
        reached=arrived.reached,
    )


def _failed(found: Batch, problem: Problem) -> ImportRow:
    """The row of a mistake that belongs to no figure; it has only a place."""
    at = problem.source
    is_of_table = at.file.startswith(found.asked.name)
    sheet, cell = found.table.cell(at) if is_of_table else ("", "")
    return ImportRow(
        id="",
        area="",
        period="",
        values=(),
        comparator="",
        unit="",
        status="",
        origin="",
        file=found.asked.name if is_of_table else at.file,
        sheet=sheet,
        line=at.line,
        cell=cell,
        action=Action.HELD,
        problem=Message.joined(": ", filter(None, (problem.path, problem.message))),
    )
