"""Formulas in the data files: parsed, and every id in them checked against the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from tgkt.facts.catalogue import Declared, Link, Route, Severity
from tgkt.facts.formula import AREA, Identity, Reference, Term, references
from tgkt.facts.indicator import Words
from tgkt.facts.parsing import FormulaError, parse_identity, parse_term
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message, message_of
from tgkt.record import NamedTuple

Parsed = TypeVar("Parsed")


class Known(NamedTuple):
    """The ids a formula may name."""

    indicators: Collection[str]
    areas: Collection[str]
    origins: Collection[str]


def read_formula(entry: Entry, key: str, parse: Callable[[str], Parsed], reader: Reader) -> Parsed | None:
    """Parse the formula under a key; None when there is none or it is wrong."""
    if entry[key] is None:
        return None
    try:
        return parse(entry[key])
    except FormulaError as error:
        reader.fail(entry.at(key), f"{entry.path}.{key}", message_of(error))
        return None


def check_references(entry: Entry, key: str, term: Term, known: Known, reader: Reader) -> bool:
    """Whether every id of a term exists; reports those that do not."""
    before = len(reader.problems)
    for reference in references(term):
        for sort, name, words_known in (
            ("indicator", reference.indicator, known.indicators),
            ("area", reference.area, known.areas),
            ("origin", reference.origin, known.origins),
        ):
            if name is not None and name not in words_known:
                reader.unknown(entry.at(key), f"{entry.path}.{key}", sort, name, words_known)
    return len(reader.problems) == before


def build_route(weight: str, entry: Entry, known: Known, reader: Reader) -> Route | None:
    """Check one route to a weight and build it."""
    term = read_formula(entry, "formula", parse_term, reader)
    for key in ("area", "within"):
        if entry[key] is not None and entry[key] not in known.areas:
            reader.unknown(entry.at(key), f"{entry.path}.{key}", "area", entry[key], known.areas)
            return None
    title = entry["title"]
    if term is None or title is None or not check_references(entry, "formula", term, known, reader):
        return None
    if any(entry[key] is None for key in ("id", "area", "within", "period")):
        return None
    return Route(
        weight=weight,
        id=entry["id"],
        title=title,
        area=entry["area"],
        within=entry["within"],
        period=entry["period"],
        formula=term,
        text=entry["formula"],
        assumes=entry["assumes"],
        source=entry.source,
    )


def build_link(name: str, entry: Entry, known: Known, reader: Reader) -> Link | None:
    """Check one link, and its way back, and build it."""
    title, back = entry["title"], entry["back"]
    if title is None:
        return None
    found = _one_way(name, entry, title, entry["assumes"], known, reader)
    if found is None or back is None:
        return found
    other = _one_way(name, back, title, found.assumes, known, reader)
    if other is not None and (other.computes not in references(found.formula) or other.computes == found.computes):
        told = Message(
            "the link's own formula does not use {figure}. Name a figure that it uses", figure=other.computes
        )
        reader.fail(back.at("computes"), f"{back.path}.computes", told)
        return None
    return None if other is None else found._replace(back=other)


def _one_way(name: str, entry: Entry, title: Words, assumes: Words | None, known: Known, reader: Reader) -> Link | None:
    computes = read_formula(entry, "computes", parse_term, reader)
    term = read_formula(entry, "formula", parse_term, reader)
    if computes is None or term is None:
        return None
    if not isinstance(computes, Reference):
        told = Message("a link computes one figure. Write e.g. grdp[merged, 2030]")
        reader.fail(entry.at("computes"), f"{entry.path}.computes", told)
        return None
    fine = check_references(entry, "computes", computes, known, reader)
    if not check_references(entry, "formula", term, known, reader) or not fine:
        return None
    return Link(name, title, computes, term, entry["formula"], assumes, entry.source)


def build_identity(name: str, entry: Entry, known: Known, reader: Reader) -> Declared | None:
    """Check one identity and its alternatives, and build it; `[area, year]` in it is any area and year."""
    known = known._replace(areas=(*known.areas, AREA))
    main = read_formula(entry, "formula", parse_identity, reader)
    others = [read_text_formula(text, entry, reader) for text in entry["alternatives"] or ()]
    formulas = [each for each in (main, *others) if each is not None]
    fine = [
        check_references(entry, "formula" if each is main else "alternatives", side, known, reader)
        for each in formulas
        for side in (each.left, each.right)
    ]
    if entry["alternatives"] and not entry["assumes"]:
        told = Message("alternatives are other values of an assumption. Add assumes: {vi: …, en: …}")
        reader.fail(entry.at("alternatives"), f"{entry.path}.alternatives", told)
    if main is None or entry["kind"] is None or not all(fine) or len(formulas) < 1 + len(others):
        return None
    severity = Severity(entry["severity"]) if entry["severity"] else Severity.MEDIUM
    says, assumes = entry["says"], entry["assumes"]
    return Declared(name, entry["kind"], main, tuple(formulas[1:]), says, assumes, severity, entry.source)


def read_text_formula(text: str, entry: Entry, reader: Reader) -> Identity | None:
    """Parse one of an identity's alternatives."""
    try:
        return parse_identity(text)
    except FormulaError as error:
        reader.fail(entry.at("alternatives"), f"{entry.path}.alternatives", message_of(error))
        return None
