"""The files of a package: its tables as CSV, and datapackage.json, which says what they hold (Data Package v2)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tgkt.report.exchange.column import Cells, Column, Sheet, Type
from tgkt.report.exchange.declared import AREAS, FORMULAS, INDICATORS, ORIGINS, SECTIONS, UNITS
from tgkt.report.exchange.figures import FIGURES, INPUTS
from tgkt.report.exchange.planned import GAPS, OVERALL, PLANS, ROWS
from tgkt.report.exchange.related import BREAKS, IDENTITIES, LINKS, ROUTES
from tgkt.report.formats import json_text
from tgkt.results.export import Exported

SHEETS = (
    FIGURES,
    INPUTS,
    INDICATORS,
    FORMULAS,
    AREAS,
    SECTIONS,
    UNITS,
    ORIGINS,
    PLANS,
    ROWS,
    GAPS,
    OVERALL,
    ROUTES,
    LINKS,
    IDENTITIES,
    BREAKS,
)
DESCRIPTION = "datapackage.json"
SCHEMA = "tgkt/export/1"
_PROFILES = "https://datapackage.org/profiles/2.0"


def package_files(found: Exported) -> dict[str, str]:
    """The files of a package by name, each whole; the description last, for it says that all others are there."""
    files = {_file(sheet): csv_text(sheet.columns, sheet.rows(found)) for sheet in SHEETS}
    return {**files, DESCRIPTION: json.dumps(described(found), ensure_ascii=False, indent=2) + "\n"}


def _file(sheet: Sheet) -> str:
    return f"{sheet.name}.csv"


def csv_text(columns: Iterable[Column], rows: Iterable[Cells]) -> str:
    """Rows as CSV with every digit; nothing is written for what is not known."""
    columns, out = list(columns), io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    write([each.name for each in columns])
    for row in rows:
        write([_cell(row.get(each.name), each.type) for each in columns])
    return out.getvalue()


def _cell(value: Any, kind: Type) -> str:
    if value is None or value in ([], {}):
        return ""
    if kind in (Type.ARRAY, Type.OBJECT):
        return json_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def described(found: Exported) -> dict[str, Any]:
    """What datapackage.json says."""
    plan = found.catalogue.plan_in_force()
    title = plan.title.en if plan else "Indicators"
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": plan.id.replace("_", "-") if plan and plan.id else "indicators",
        "title": title,
        "description": "Targets, results and observations as documents print them, with what follows from them. "
        f"`tgkt init NEWDIR --from {DESCRIPTION}` makes a data folder of it.",
        "keywords": ["targets", "indicators", "plan"],
        "tgkt": {"schema": SCHEMA, "as_of": found.as_of},
        "resources": [_resource(sheet) for sheet in SHEETS],
    }


def _resource(sheet: Sheet) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": sheet.name,
        "type": "table",
        "title": sheet.title,
        "description": sheet.says,
        "path": _file(sheet),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [_field(each) for each in sheet.columns],
            "missingValues": [""],
            "primaryKey": list(sheet.key),
            **_foreign_keys(sheet),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.is_always:
        constraints["required"] = True
    if column.words:
        constraints["enum"] = list(column.words)
    return {
        "name": column.name,
        "type": column.type.value,
        "title": column.title,
        "description": column.says,
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign_keys(sheet: Sheet) -> dict[str, Any]:
    keys = [
        {"fields": [each.name], "reference": {"resource": _named(each.of[0], sheet), "fields": [each.of[1]]}}
        for each in sheet.columns
        if each.of is not None
    ]
    return {"foreignKeys": keys} if keys else {}


def _named(table: str, within: Sheet) -> str:
    """A table as a key names it; the empty name stands for the table itself."""
    return "" if table == within.name else table
