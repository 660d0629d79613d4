"""Tables that come into the small data folder, and what becomes of them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from tgkt.loading.arriving.answer import rows
from tgkt.loading.arriving.batch import batch
from tgkt.loading.arriving.item import Asked, Batch
from tgkt.loading.catalogue import load
from tgkt.loading.files import data_files

HEAD = "indicator,period,value,origin\n"
FIRST = "forest,2026,91.50,report\n"
SECOND = "forest,2027,92,report\n"


def asked(table: str | bytes, **said: Any) -> Asked:
    """What the user says: a table with the usual heading unless it has its own."""
    if isinstance(table, str):
        table = (table if table.startswith(("indicator", "Chỉ", "{", "DATAFLOW")) else HEAD + table).encode()
    return Asked(**{"name": "t.csv", "file": BytesIO(table), **said})


def arrive(folder: Path, table: str | bytes, *, dry: bool = False, **said: Any) -> Batch:
    """Import a table; what is held is not written."""
    with batch(asked(table, **said), folder) as found:
        if not (found.is_held or dry):
            found.write()
    return found


def told(found: Batch) -> list[str]:
    """Action, indicator, period and value of each row, with its problem."""
    return [
        f"{row.action} {row.id} {row.period} {' - '.join(map(str, row.values))} {row.problem}".strip()
        for row in rows(found)
    ]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def figures(folder: Path, year: int) -> list[str]:
    """The figures about forests in a year."""
    found = load(data_files(folder)).about("forest", "whole")
    return sorted(f"{each.figure}" for each in found if each.period.last == year)


def years(folder: Path) -> dict[int, str]:
    """The figures about forests by year, digits kept."""
    found = load(data_files(folder)).about("forest", "whole")
    return {each.period.last: f"{each.figure.value}" for each in found if each.figure}
