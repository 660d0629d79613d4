"""Writing rows for machines: JSON, NDJSON, CSV, TSV. Never localised, every digit kept."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

MACHINE = ("json", "ndjson", "csv", "tsv")
FORMATS = ("table", *MACHINE, "md")

Fields = Mapping[str, Any]


def json_text(value: Any, indent: int = 0) -> str:
    """JSON with decimals as numbers, digit by digit; Python's own writer would go through floats."""
    if isinstance(value, Decimal):
        return f"{value:f}" if value.is_finite() else "null"
    if isinstance(value, Mapping):
        items = [f"{json.dumps(str(k), ensure_ascii=False)}: {json_text(v, indent + 2)}" for k, v in value.items()]
        return "{" + ", ".join(items) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        if value and isinstance(value[0], Mapping):
            pad = "\n" + " " * (indent + 2)
            return "[" + ",".join(pad + json_text(item, indent + 2) for item in value) + "\n" + " " * indent + "]"
        return "[" + ", ".join(json_text(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def machine(name: str, schema: str, head: Fields, rows: Sequence[Fields], rows_key: str = "rows") -> str:
    """Rows in a machine format.

    Args:
        name: one of `MACHINE`.
        schema: name and version of the shape, carried by JSON.
        head: what holds for all rows; only JSON carries it.
        rows: the rows, all with the same keys.
        rows_key: under which key JSON holds the rows.
    """
    if name == "json":
        document = {"schema": schema, **head, rows_key: list(rows)}
        body = ",\n".join(f"  {json.dumps(key)}: {json_text(value, 2)}" for key, value in document.items())
        return "{\n" + body + "\n}\n"
    if name == "ndjson":
        return "".join(json_text({"schema": schema, **row}) + "\n" for row in rows)
    return delimited(rows, "," if name == "csv" else "\t")


def delimited(rows: Sequence[Fields], mark: str) -> str:
    """CSV (RFC 4180) or TSV with a header line; lists and maps are written as JSON in their cell."""
    out = io.StringIO()
    ending = "\r\n" if mark == "," else "\n"
    writer = csv.writer(out, delimiter=mark, lineterminator=ending)
    if rows:
        writer.writerow(rows[0].keys())
    for row in rows:
        writer.writerow([_cell(value, mark) for value in row.values()])
    return out.getvalue()


def _cell(value: Any, mark: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.split()) if mark == "\t" else value
    return json_text(value)
