"""A plan from its entry and rows: its term, its gaps, and rows in document order."""

from __future__ import annotations

import re
from collections.abc import Collection

from tgkt.errors import unaccented
from tgkt.facts.period import Period
from tgkt.facts.plan import Omission, Plan, Row
from tgkt.facts.statement import Passage
from tgkt.loading.reading import Entry, Reader
from tgkt.loading.statements import Context
from tgkt.message import Message
from tgkt.record import NamedTuple


class Heading(NamedTuple):
    """The id and document of a plan, known before its rows are read."""

    id: str
    period: Period | None
    origin: str | None
    entry: Entry


def build_heading(entry: Entry, only_origin: str | None, context: Context, reader: Reader) -> Heading:
    """A plan's id (by default the name of its file) and its document (by default the only one in the file)."""
    origins = context.origins
    origin = entry["origin"] or (None if entry.has("origin") else only_origin)
    if origin is not None and origin not in origins:
        reader.unknown(entry.at("origin"), "plan.origin", "origin", origin, origins)
        origin = None
    elif origin is None and not entry.has("origin") and "origin" not in context.told:
        if origins:
            told = Message("the plan has no origin. Add 'origin: …', one of: {origins}", origins=", ".join(origins))
            reader.missing(entry.source, "plan", told, "origin")
        else:
            reader.nothing(entry.source, "plan", "origin")
    return Heading(entry["id"] or _id_of_file(reader.name), entry["period"], origin, entry)


def _id_of_file(name: str) -> str:
    """The name of a file as an id: "Health plan.yaml" is health_plan."""
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    found = re.sub(r"[^a-z0-9]+", "_", unaccented(stem)).strip("_")
    return found if found[:1].isalpha() else f"plan_{found}".strip("_")


def build_plan(
    heading: Heading,
    rows: list[Row],
    areas: Collection[str],
    origins: Collection[str],
    whole: str | None,
    reader: Reader,
) -> Plan | None:
    """The plan, after checks; None if a problem of its own was reported.

    Args:
        heading: its id and document.
        rows: its rows.
        areas: every area.
        origins: every document.
        whole: the area of a gap that names none.
        reader: collects the problems.
    """
    entry, period = heading.entry, heading.period
    base = entry["baseline"].first if entry["baseline"] else period.base_year if period else None
    if period is not None and base is not None and base >= period.first:
        told = Message("the base year is not before the term. Write the year before its first")
        reader.fail(entry.at("baseline"), "plan.baseline", told)
    _check_codes(rows, reader)
    omissions = _omissions(entry, rows, areas, whole, reader)
    overall = _overall(entry, heading.origin, origins, reader)
    if period is None or base is None or entry["title"] is None or heading.origin is None or entry.is_broken:
        return None
    order = {area: at for at, area in enumerate(areas)}
    return Plan(
        heading.id,
        entry["title"],
        period,
        base,
        heading.origin,
        tuple(omissions),
        tuple(sorted(rows, key=lambda row: (order[row.area], _order(row.code)))),
        entry.source,
        bool(entry["in_force"]),
        tuple(overall),
    )


def _overall(entry: Entry, own: str | None, origins: Collection[str], reader: Reader) -> list[Passage]:
    """Words that grade all targets at once."""
    found = []
    for each in entry["overall"] or ():
        origin = each["origin"] or own
        if each["origin"] and origin not in origins:
            reader.unknown(each.at("origin"), f"{each.path}.origin", "origin", each["origin"], origins)
        elif origin and each["printed"]:
            found.append(Passage(each["printed"], origin, each["locator"] or "", each.source))
    return found


def _omissions(
    entry: Entry, rows: list[Row], areas: Collection[str], whole: str | None, reader: Reader
) -> list[Omission]:
    """The numbers a document leaves out."""
    found, taken = [], {(row.area, row.code) for row in rows}
    for gap in entry["gaps"] or ():
        area = gap["area"] or whole
        if area is not None and area not in areas:
            reader.unknown(gap.at("area"), f"{gap.path}.area", "area", area, areas)
        elif area is None:
            told = Message(
                "a gap has no area, and there are several. Add 'area: …', one of: {areas}", areas=", ".join(areas)
            )
            reader.missing(gap.source, gap.path, told, "area")
        elif (area, gap["code"]) in taken:
            told = Message(
                "row {code} of '{area}' is in this file. Remove the gap or the row", code=gap["code"], area=area
            )
            reader.fail(gap.source, gap.path, told)
        elif gap["code"] and gap["note"]:
            found.append(Omission(area, gap["code"], gap["note"]))
    return found


def _check_codes(rows: list[Row], reader: Reader) -> None:
    seen: dict[tuple[str, str], Row] = {}
    for row in rows:
        first = seen.setdefault((row.area, row.code), row)
        if first is not row:
            told = Message(
                "the code \"{code}\" appears twice for '{area}', first in {place}. Correct one",
                code=row.code,
                area=row.area,
                place=first.source,
            )
            reader.fail(row.source, f"indicators.{row.indicator.id}.rows", told)


def _order(code: str) -> tuple[tuple[int, str], ...]:
    """Codes in document order: 9, 9.1, 9.2, 10, TU-02, TU-10."""
    runs = re.findall(r"[0-9]+|[^0-9.]+", code)
    return tuple(_whole(run) if run[0] in "0123456789" else (-1, run) for run in runs)


def _whole(digits: str) -> tuple[int, str]:
    """A whole number as it is ordered, however long it is."""
    plain = digits.lstrip("0")
    return len(plain), plain
