"""Breaks: what differs between figures of one name, from which year, and where it is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.errors import suggest
from tgkt.facts.catalogue import Break, Severity, Side
from tgkt.loading.formulas import Known
from tgkt.loading.spec import Entry, Reader
from tgkt.loading.statements import words


def build_break(name: str, entry: Entry, known: Known, reader: Reader) -> Break | None:
    """Check one break and build it."""
    slips = [*_unknown(entry, known), *_halves(entry)]
    for key, told in slips:
        reader.fail(entry.at(key), f"{entry.path}.{key}", told)
    says, indicator = words(entry["says"]), entry["indicator"]
    if slips or entry.is_broken or says is None or indicator is None:
        return None
    return Break(
        id=name,
        indicator=indicator,
        says=says,
        severity=Severity(entry["severity"]) if entry["severity"] else Severity.MEDIUM,
        source=entry.source,
        since=entry["from"].first if entry["from"] else None,
        target=Side(entry["target"]) if entry["target"] else Side.NEW,
        areas=tuple(entry["areas"] or ()),
        origin=entry["origin"],
        locator=entry["locator"],
    )


def _unknown(entry: Entry, known: Known) -> Iterator[tuple[str, str]]:
    """Ids that no file declares, and areas named twice."""
    areas = entry["areas"] or []
    named: list[tuple[str, str, str, Collection[str]]] = [
        ("indicator", "indicator", entry["indicator"], known.indicators),
        ("origin", "origin", entry["origin"], known.origins),
        *(("areas", "area", area, known.areas) for area in dict.fromkeys(areas)),
    ]
    for key, sort, name, names in named:
        if name is not None and name not in names:
            yield key, f"unknown {sort} '{name}'.{suggest(name, names)}"
    for area in dict.fromkeys(areas):
        if areas.count(area) > 1:
            yield "areas", f"the area '{area}' stands twice. Remove one"


def _halves(entry: Entry) -> Iterator[tuple[str, str]]:
    """Keys that say nothing without another one."""
    if "target" in entry.places and "from" not in entry.places:
        yield "target", "there is no side without a year. Add 'from: …' (the first year of the new side)"
    if "origin" in entry.places and "locator" not in entry.places:
        yield "origin", "a document without the place in it. Add 'locator: …'"
    if "locator" in entry.places and "origin" not in entry.places:
        yield "locator", "a place without its document. Add 'origin: …' (an id of origins)"
