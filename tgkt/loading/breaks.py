"""Breaks: the difference between figures of one name, the year it begins, and the document that shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.facts.catalogue import Break, Severity, Side
from tgkt.loading.formulas import Known
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message


def build_break(name: str, entry: Entry, known: Known, reader: Reader) -> Break | None:
    """Check one break and build it."""
    before = len(reader.problems)
    for key, sort, name_given, names in _named(entry, known):
        if name_given is not None and name_given not in names:
            reader.unknown(entry.at(key), f"{entry.path}.{key}", sort, name_given, names)
    for key, told in (*_repeats(entry), *_halves(entry)):
        reader.fail(entry.at(key), f"{entry.path}.{key}", told)
    says, indicator = entry["says"], entry["indicator"]
    if len(reader.problems) > before or entry.is_broken or says is None or indicator is None:
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


def _named(entry: Entry, known: Known) -> Iterator[tuple[str, str, str | None, Collection[str]]]:
    """The ids that a break names, each with its key, its sort and the declared ids of that sort."""
    yield "indicator", "indicator", entry["indicator"], known.indicators
    yield "origin", "origin", entry["origin"], known.origins
    for area in dict.fromkeys(entry["areas"] or []):
        yield "areas", "area", area, known.areas


def _repeats(entry: Entry) -> Iterator[tuple[str, Message]]:
    """The problems of areas that are named twice."""
    areas = entry["areas"] or []
    for area in dict.fromkeys(areas):
        if areas.count(area) > 1:
            yield "areas", Message("the area '{area}' appears twice. Remove one", area=area)


def _halves(entry: Entry) -> Iterator[tuple[str, Message]]:
    """The problems of keys that mean nothing without another key."""
    if "target" in entry.places and "from" not in entry.places:
        yield "target", Message("a side needs a year. Add 'from: …' (the first year of the new side)")
    if "origin" in entry.places and "locator" not in entry.places:
        yield "origin", Message("a document without its place. Add 'locator: …'")
    if "locator" in entry.places and "origin" not in entry.places:
        yield "locator", Message("a place without its document. Add 'origin: …' (an id of origins)")
