"""A plan from its entry and rows: its term, its gaps, and rows in document order."""

from __future__ import annotations

from collections.abc import Collection

from tgkt.errors import suggest
from tgkt.facts.plan import Omission, Plan, Row
from tgkt.loading.spec import Entry, Reader
from tgkt.loading.statements import words


def build_plan(
    entry: Entry, rows: list[Row], areas: Collection[str], origins: Collection[str], reader: Reader
) -> Plan | None:
    """Check a plan and build it; None when a problem of its own was told already."""
    title = words(entry["title"])
    if title is None or not all(entry[key] for key in ("id", "period", "baseline", "origin")):
        return None
    if entry["origin"] not in origins:
        told = f"unknown origin '{entry['origin']}'.{suggest(entry['origin'], origins)}"
        reader.fail(entry.at("origin"), "plan.origin", told)
    if entry["baseline"].first >= entry["period"].first:
        told = "the base year is not before the term. Write the year before its first"
        reader.fail(entry.at("baseline"), "plan.baseline", told)
    _check_omissions(entry, rows, areas, reader)
    _check_codes(rows, reader)
    order = list(areas)
    return Plan(
        entry["id"],
        title,
        entry["period"],
        entry["baseline"].first,
        entry["origin"],
        tuple(Omission(g["area"], g["code"], note) for g in entry["gaps"] or () if (note := words(g["note"]))),
        tuple(sorted(rows, key=lambda row: (order.index(row.area), _order(row.code)))),
        entry.source,
    )


def _check_omissions(entry: Entry, rows: list[Row], areas: Collection[str], reader: Reader) -> None:
    for gap in entry["gaps"] or ():
        if gap["area"] is not None and gap["area"] not in areas:
            told = f"unknown area '{gap['area']}'.{suggest(gap['area'], areas)}"
            reader.fail(gap.at("area"), f"{gap.path}.area", told)
        elif any((row.area, row.code) == (gap["area"], gap["code"]) for row in rows):
            told = f"row {gap['code']} of '{gap['area']}' stands in this file. Remove the gap or the row"
            reader.fail(gap.source, gap.path, told)


def _check_codes(rows: list[Row], reader: Reader) -> None:
    seen: dict[tuple[str, str], Row] = {}
    for row in rows:
        first = seen.setdefault((row.area, row.code), row)
        if first is not row:
            reader.fail(
                row.source,
                f"indicators.{row.indicator.id}.rows",
                f"the code \"{row.code}\" stands twice for '{row.area}', first in {first.source}. Mend one",
            )


def _order(code: str) -> tuple[int, ...]:
    """Codes in document order: 9, 9.1, 9.2, 10."""
    return tuple(int(part) for part in code.split("."))
