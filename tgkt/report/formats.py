"""Writing rows for machines: JSON, NDJSON, CSV, TSV. Never localised, every digit kept."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

MACHINE = ("json", "ndjson", "csv", "tsv")

Fields = Mapping[str, Any]
_WORDS = json.JSONEncoder(ensure_ascii=False)


def json_text(value: Any) -> str:
    """JSON on one line with decimals as numbers, digit by digit; Python's own writer would go through floats."""
    if value is None or isinstance(value, str):
        return _WORDS.encode(value)
    if isinstance(value, Decimal):
        return f"{value or abs(value):f}" if value.is_finite() else "null"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json_text(str(key))}: {json_text(each)}" for key, each in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(json_text(each) for each in value) + "]"
    return _WORDS.encode(value)


def machine(
    name: str,
    schema: str,
    head: Fields,
    rows: Sequence[Fields],
    columns: Sequence[str] = (),
) -> str:
    """Rows in a machine format.

    Args:
        name: one of `MACHINE`.
        schema: name and version of the shape, carried by JSON.
        head: what holds for all rows; only JSON carries it.
        rows: the rows, all with the same keys.
        columns: the header of CSV and TSV where there may be no row to take it from.
    """
    if name == "json":
        lines = [f"  {json_text(key)}: {json_text(value)}" for key, value in {"schema": schema, **head}.items()]
        held = ",".join(f"\n    {json_text(row)}" for row in rows)
        lines.append(f"  {json_text('rows')}: [{held}{chr(10) + '  ' if rows else ''}]")
        return "{\n" + ",\n".join(lines) + "\n}\n"
    if name == "ndjson":
        return "".join(json_text({"schema": schema, **row}) + "\n" for row in rows)
    return delimited(rows, "," if name == "csv" else "\t", columns)


def delimited(rows: Sequence[Fields], mark: str, columns: Sequence[str] = ()) -> str:
    """CSV (RFC 4180) or TSV with a header line; lists and maps are written as JSON in their cell."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator="\r\n" if mark == "," else "\n")
    if header := list(rows[0]) if rows else list(columns):
        writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(value, mark) for value in row.values()])
    return out.getvalue()


def _cell(value: Any, mark: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split()) if mark == "\t" else value
    return json_text(value)
