"""The lines of a plan in one file: from rows in full, and from indicators that carry their one line themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tgkt.facts.indicator import Indicator
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.loading.grammar import ROW_KEYS
from tgkt.loading.plans import Heading
from tgkt.loading.reading import Entry, Reader
from tgkt.loading.statements import Context, build_statement, check_what_is_left

_OF_A_ROW = ("code", "label", "target", "baseline", "last_term", "result", "official", "sought")
_FIGURES = ("target", "result", "baseline", "last_term")


class Line(NamedTuple):
    """One row to be built: its entry, the one target of it that is meant, and its code."""

    entry: Entry
    target: Entry | None
    code: str


def row_entries(entry: Entry, reader: Reader) -> list[Entry]:
    """The rows of an indicator: those of its list, or the one it carries itself."""
    inline = [key for key in _OF_A_ROW if key in entry.places]
    if inline and "rows" in entry.places:
        told = f"'{inline[0]}' beside 'rows' belongs to no row. Move it into one of them"
        reader.fail(entry.at(inline[0]), f"{entry.path}.{inline[0]}", told)
        return entry["rows"] or []
    return [entry] if inline else entry["rows"] or []


class Numbering:
    """Counts the rows of a file that bear no number of their own, and passes over numbers that others bear."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken
        self.count = 0

    def lines(self, entry: Entry) -> Iterator[Line]:
        """One line for each target of a row; several get a part number each."""
        code = entry["code"] or self._next()
        targets = entry["target"] or [None]
        for place, target in enumerate(targets, 1):
            yield Line(entry, target, code if len(targets) == 1 else f"{code}.{place}")

    def _next(self) -> str:
        self.count += 1
        while str(self.count) in self.taken:
            self.count += 1
        return str(self.count)


class Built(NamedTuple):
    """A row, and what it prints of the past."""

    row: Row
    printed: list[Statement]


def build_row(line: Line, indicator: Indicator, heading: Heading, context: Context, reader: Reader) -> Built | None:
    """Check one line and build it.

    Args:
        line: the line.
        indicator: what it is about.
        heading: its plan.
        context: what its figures may refer to; its area is that of rows that name none.
        reader: collects the problems.
    """
    entry, area = line.entry, line.entry["area"] or context.area
    origin = entry["origin"] or heading.origin
    for key, name, known in (("area", area, context.areas), ("origin", entry["origin"], context.origins)):
        if name is not None and name not in known:
            reader.unknown(entry.at(key), f"{entry.path}.{key}", key, name, known)
    if area is None:
        _no_area(entry, context, reader)
    if area not in context.areas or origin not in context.origins:
        area = None
        origin = next(iter(context.origins), None)
    locator = entry["locator"]
    own = context._replace(area=area, origin=origin, locator=locator)
    made = {key: _statement(key, line, indicator, own, reader) for key in _FIGURES}
    if area is None or origin is None:
        return None
    row = Row(
        plan=heading.id,
        code=line.code,
        area=area,
        indicator=indicator,
        label=entry["label"],
        official=entry["official"],
        origin=origin,
        locator=locator or "",
        note=entry["note"],
        source=entry.source,
        sought=entry["sought"],
        **made,
    )
    return Built(row, [each for key in _FIGURES[1:] if (each := made[key]) is not None])


def _no_area(entry: Entry, context: Context, reader: Reader) -> None:
    if entry.has("area"):
        return
    if not context.areas:
        reader.nothing(entry.source, entry.path, "area")
    else:
        told = f"a row has no area, and there are several. Add 'area: …', one of: {', '.join(context.areas)}"
        reader.missing(entry.source, entry.path, told)


def _statement(key: str, line: Line, indicator: Indicator, context: Context, reader: Reader) -> Statement | None:
    found = line.target if key == "target" else _the_one(key, line, reader)
    if found is None or context.area is None:
        if found is not None:
            check_what_is_left(found, indicator, context._replace(area=next(iter(context.areas), None)), reader)
        return None
    if key == "target":
        return build_statement(found, indicator, context._replace(status=None), reader)
    if "origin" in found.places:
        context = context._replace(locator=None)  # the place in the row's document is none in another
    return build_statement(found, indicator, context, reader)


def _the_one(key: str, line: Line, reader: Reader) -> Entry | None:
    """The one figure under a key; of results by period that of the target's."""
    found = line.entry[key]
    if found is None or isinstance(found, Entry):
        return found
    if key == "result" and line.target is not None and len(found) > 1:
        return next((each for each in found if each["period"] == line.target["period"]), None)
    if len(found) > 1 and line.target in (None, (line.entry["target"] or [None])[0]):
        told = f"a row has one {key}. Keep one, and write the others under 'observed'"
        reader.fail(found[1].source, f"{line.entry.path}.{key}", told)
    return found[0] if found else None


def taken_codes(entries: list[Entry]) -> set[str]:
    """The numbers that rows bear of their own."""
    return {entry["code"] for entry in entries if entry["code"]}


assert set(_OF_A_ROW) <= set(ROW_KEYS)
