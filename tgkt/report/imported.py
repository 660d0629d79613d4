"""What an import does with the figures of a table: `import_rows` for machines, `import_tables` for people.

`summary` counts the figures in a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tgkt.language import said
from tgkt.message import Message
from tgkt.report.machine.values import numbered
from tgkt.report.numbers import number
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import word
from tgkt.results.imported import Action, ImportRow

_MOODS = {
    Action.NEW: "good",
    Action.REVISION: "strong",
    Action.CORRECTION: "warn",
    Action.HELD: "bad",
    Action.SAME: "weak",
}
_DITTO = "″"  # the same as above
_MOST = 200  # rows for people; machines get all


def import_rows(rows: Sequence[ImportRow]) -> list[dict[str, Any]]:
    """The rows as fields, each with a key of its own."""
    keys = numbered(_place(row) for row in rows)
    return [{"key": key, **_import_row(row)} for key, row in zip(keys, rows, strict=True)]


def _place(row: ImportRow) -> str:
    return "/".join(filter(None, (row.file, row.sheet, row.cell))) if row.cell else f"{row.file}/{row.line}"


def _import_row(row: ImportRow) -> dict[str, Any]:
    """A row as fields; a range has no value but two numbers."""
    values = row.values
    return {
        "id": row.id or None,
        "area": row.area or None,
        "period": row.period or None,
        "value": values[0] if len(values) == 1 else None,
        "range_low": values[0] if len(values) > 1 else None,
        "range_high": values[-1] if len(values) > 1 else None,
        "reached": row.reached,
        "comparator": row.comparator or None,
        "unit": row.unit or None,
        "status": row.status or None,
        "origin": row.origin or None,
        "file": row.file,
        "sheet": row.sheet or None,
        "line": row.line,
        "cell": row.cell or None,
        "action": row.action,
        "problem": str(row.problem) or None,
    }


def counts(rows: Sequence[ImportRow]) -> dict[str, int]:
    """How many rows there are of each action, in the order of the actions."""
    found = Counter(row.action for row in rows)
    return {action.value: found[action] for action in Action}


def summary(rows: Sequence[ImportRow]) -> Message:
    """How many figures were read, and how many of them are new, unchanged …"""
    found = counts([row for row in rows if row.id])
    total = sum(found.values())
    read = Message.counted(total, "{count} figure read", "{count} figures read")
    parts = [_counted(Action(action), count) for action, count in found.items() if count]
    return Message.joined(": ", (read, Message.joined(", ", parts))) if parts else read


def _counted(action: Action, count: int) -> Message:
    match action:
        case Action.NEW:
            return Message("{count} new", count=count)
        case Action.SAME:
            return Message("{count} unchanged", count=count)
        case Action.REVISION:
            return Message.counted(count, "{count} revision", "{count} revisions")
        case Action.CORRECTION:
            return Message.counted(count, "{count} correction", "{count} corrections")
    return Message("{count} held back", count=count)


def import_tables(rows: Sequence[ImportRow], lang: str) -> list[Table]:
    """The rows that are more than the same again, those that are held first."""
    shown = [row for row in rows if row.action is not Action.SAME]
    shown.sort(key=lambda row: row.action is not Action.HELD)
    heads = ("action", "indicator", "area", "period", "value", "unit", "status", "origin", "locator", "problem")
    columns = [
        Column(word(head, lang), right=head == "value", fold=head == "problem", yields=_YIELDS.get(head, 0))
        for head in heads
    ]
    table = Table("", columns)
    told = ""
    for row in shown[:_MOST]:
        values = " - ".join(number(value, lang) for value in row.values)
        if row.reached is not None:
            values = word("yes" if row.reached else "no", lang)
        place = f"{row.sheet} {row.cell}".strip() if row.cell else f"{row.file}:{row.line}"
        problem = _DITTO if row.problem and row.problem == told else said(row.problem, lang)
        told = row.problem
        status = word(f"status_{row.status}", lang) if row.status else ""
        action = Cell(word(f"action_{row.action}", lang), _MOODS[row.action])
        cells = (row.id, row.area, row.period, values, row.unit, status, row.origin, place, problem)
        table.add(action, *cells)
    if len(shown) > _MOST:
        table.note = word("rows_more", lang).format(count=len(shown) - _MOST)
    return [table.without_empty()] if shown else []


_YIELDS = {"area": 6, "status": 5, "origin": 4, "unit": 3, "locator": 2}
"""What the table itself says elsewhere, or the file does, gives way first where a terminal is narrow."""
