"""Areas, and what they were merged from: every part once, at any depth, and no area within itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tgkt.facts.catalogue import Area, Noun
from tgkt.facts.formula import AREA
from tgkt.facts.indicator import in_one
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message

DEEPEST, _SHOWN = 50, 3
"""The levels that areas may have below one another, and those that a message shows of more."""


def build_area(name: str, entry: Entry) -> Area:
    """An area as declared."""
    title = entry["title"] or in_one(name)  # a wrong title is reported already
    noun = Noun(entry["noun"]) if entry["noun"] else None
    return Area(name, title, tuple(entry["constituents"] or ()), entry.source, noun)


def check_area(name: str, entry: Entry, areas: Mapping[str, Area], reader: Reader) -> None:
    """Report the mistakes of an area: its id, or constituents that are unknown, repeated, circular or overlapping."""
    if name == AREA:
        told = Message("'{id}' means any area in a formula. Use another id", id=AREA)
        reader.fail(entry.source, f"areas.{name}", told)
    parts, path = entry["constituents"] or (), f"areas.{name}.constituents"
    for part in dict.fromkeys(parts):
        if part not in areas:
            reader.unknown(entry.at("constituents"), path, "area", part, areas)
    for told in _mistakes(name, parts, areas):
        reader.fail(entry.at("constituents"), path, told)


def _mistakes(name: str, parts: tuple[str, ...], areas: Mapping[str, Area]) -> Iterator[Message]:
    for part in dict.fromkeys(parts):
        if parts.count(part) > 1:
            yield Message("'{part}' appears twice. Remove one", part=part)
    yield from _twice(name, parts, areas)


def _twice(name: str, parts: tuple[str, ...], areas: Mapping[str, Area]) -> Iterator[Message]:
    """The parts that are reached in two ways, or are the area itself; each area below is visited once."""
    seen: dict[str, tuple[str, ...]] = {}
    ways: list[tuple[str, ...]] = [(name, part) for part in reversed(dict.fromkeys(parts))]
    while ways:
        way = ways.pop()
        part = way[-1]
        if len(way) > DEEPEST:
            begins = _drawn(way[:_SHOWN])
            yield Message("parts within parts, over {most} deep: {way} → …. Remove levels", most=DEEPEST, way=begins)
            return
        if part == name:
            yield Message("an area cannot be a part of itself: {way}. Remove one of these", way=_drawn(way))
        elif part not in seen:
            seen[part] = way
            below = areas[part].constituents if part in areas else ()
            ways += [(*way, each) for each in reversed(dict.fromkeys(below))]
        elif seen[part][1] != way[1]:
            ways_in = {"one": _drawn(seen[part]), "other": _drawn(way)}
            yield Message("'{part}' is included twice: {one} and {other}. Remove one", part=part, **ways_in)


def _drawn(chain: tuple[str, ...]) -> str:
    return " → ".join(chain)
