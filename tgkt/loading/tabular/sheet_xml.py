"""Facts that openpyxl does not give for a streamed sheet: merged and hidden cells, and formulas without a value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

_MOST = 1000  # formulas without a value that are reported one by one
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(slots=True)
class Layout:
    """How a sheet is laid out.

    Attributes:
        merged: first row, first column, last row and last column of each merged range, counted from 1.
        hidden_rows: how many rows are hidden.
        hidden_columns: how many columns are hidden.
        uncomputed: row and column of formulas that no value is kept of.
    """

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: int = 0
    uncomputed: set[tuple[int, int]] = field(default_factory=set)


def layout_of(xml: BinaryIO) -> Layout:
    """Read the layout from a sheet's XML in one pass that keeps nothing else.

    Raises:
        expat.ExpatError: the XML is damaged.
    """
    found, seen = Layout(), _Seen()
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, given: _begun(name.rsplit(":", 1)[-1], given, found, seen)
    parser.EndElementHandler = lambda name: _ended(name.rsplit(":", 1)[-1], found, seen)
    parser.CharacterDataHandler = lambda _: _said(seen)
    parser.EntityDeclHandler = _refuse_entity
    parser.ParseFile(xml)
    found.merged.sort()
    return found


@dataclass(slots=True)
class _Seen:
    """The cell that is being read."""

    place: str = ""
    has_formula: bool = False
    is_in_value: bool = False
    has_value: bool = False


def _begun(name: str, given: dict[str, str], found: Layout, seen: _Seen) -> None:
    if name == "c":
        seen.place, seen.has_formula, seen.has_value = given.get("r", ""), False, False
    elif name == "f":
        seen.has_formula = True
    elif name == "v":
        seen.is_in_value = True
    elif name == "row":
        found.hidden_rows += _is_true(given.get("hidden"))
    elif name == "col" and _is_true(given.get("hidden")):
        found.hidden_columns += max(0, int(given.get("max", 0)) - int(given.get("min", 0)) + 1)
    elif name == "mergeCell":
        ends = [_numbers(end) for end in given.get("ref", "").split(":")]
        if len(ends) == 2 and all(ends):
            found.merged.append((*ends[0], *ends[1]))  # type: ignore[arg-type]  # two pairs make four


def _said(seen: _Seen) -> None:
    seen.has_value = seen.has_value or seen.is_in_value


def _ended(name: str, found: Layout, seen: _Seen) -> None:
    if name == "v":
        seen.is_in_value = False
    elif name == "c" and seen.has_formula and not seen.has_value and len(found.uncomputed) < _MOST:
        found.uncomputed.add(_numbers(seen.place) or (0, 0))  # type: ignore[arg-type]  # a pair


def _is_true(text: str | None) -> bool:
    return text in ("1", "true")


def _numbers(place: str) -> tuple[int, ...]:
    """Row and column of a place such as B7."""
    match = _CELL.fullmatch(place.replace("$", ""))
    if not match:
        return ()
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _refuse_entity(*_: object) -> None:
    raise expat.ExpatError("entities are not allowed")
