"""The tables of a package, read from their files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from tgkt.errors import UsageError, reason
from tgkt.loading.packaged.line import Line
from tgkt.message import Message

DESCRIPTION = "datapackage.json"
SCHEMA = "tgkt/export/1"
_NEEDED = (
    *("areas", "origins", "sections", "units", "indicators", "formulas", "plans", "gaps", "overall", "rows", "figures"),
    *("weights", "links", "identities", "breaks"),
)

Tables = dict[str, list[Line]]


def read_tables(description: Path) -> Tables:
    """Every table that a data folder is made of.

    Args:
        description: the file datapackage.json; the tables lie beside it.

    Raises:
        UsageError: it is no package that tgkt wrote, or a file of it cannot be read.
        DataError: a file of it is no table.
    """
    fields = _columns(description)
    if missing := [name for name in _NEEDED if name not in fields]:
        raise UsageError(
            "{file}: the package has no table '{table}'. Export it again with tgkt export",
            file=description,
            table=missing[0],
        )
    return {name: _table(description.with_name(f"{name}.csv"), fields[name]) for name in _NEEDED}


def is_package(description: Path) -> bool:
    """Whether a file is the datapackage.json of a package that tgkt wrote."""
    try:
        return bool(_columns(description))
    except UsageError:
        return False


def _columns(description: Path) -> dict[str, list[str]]:
    """The columns of every table, as the description says."""
    try:
        said: Any = json.loads(_text(description))
        if said["tgkt"]["schema"] == SCHEMA:
            return {each["name"]: [f["name"] for f in each["schema"]["fields"]] for each in said["resources"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise UsageError(
        "{file}: is not a package written by tgkt export. Name its datapackage.json, or a sheet of CSV or xlsx",
        file=description,
    )


def _table(file: Path, columns: list[str]) -> list[Line]:
    reader = csv.DictReader(io.StringIO(_text(file), newline=""), strict=True)
    try:
        missing = [name for name in columns if name not in (reader.fieldnames or ())]
        if missing:
            told = Message("no column '{column}'. Put it back, or export the data again", column=missing[0])
            raise Line(file.name, 1, {}).wrong("", told)
        return [_line(file, reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        told = Message("not CSV: {cause}. Correct the line", cause=str(error))
        raise Line(file.name, reader.reader.line_num, {}).wrong("", told) from None


def _line(file: Path, number: int, cells: dict[str, Any]) -> Line:
    """A line that has a cell for each column, no more and no fewer."""
    line = Line(file.name, number, cells)
    if None in cells or None in cells.values():
        raise Line(file.name, number, {}).wrong(
            "", Message("more or fewer cells than there are columns. Correct the line")
        )
    return line


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("{file}: is not UTF-8. Save it as UTF-8", file=file) from None
    except OSError as error:
        raise UsageError("{file}: cannot be read: {reason}", file=file, reason=reason(error)) from None
