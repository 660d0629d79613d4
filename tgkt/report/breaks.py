"""Breaks in every output: a sign beside the rows they touch, a short note that names them, and their words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tgkt.facts.catalogue import Break, Catalogue
from tgkt.report.machine.tongues import Tongues
from tgkt.report.places import place
from tgkt.report.table import Column, Table
from tgkt.report.words import word

SIGN = "‡"
Touched = Iterable[tuple[str, tuple[Break, ...]]]


def ids(breaks: Iterable[Break]) -> list[str]:
    """The ids of breaks, as a row holds them."""
    return [each.id for each in breaks]


def signed(text: str, breaks: tuple[Break, ...]) -> str:
    """A text with the sign where a break touches what it stands for."""
    return f"{text} {SIGN}".strip() if breaks else text


def breaks_note(rows: Touched, lang: str) -> list[str]:
    """One line that explains the sign beside rows, with the command for more about the first of them.

    Args:
        rows: how `tgkt explain` knows a row, and the breaks that touch it.
        lang: the language of the note.
    """
    name = next((name for name, breaks in rows if breaks), None)
    return [] if name is None else [f"{SIGN} {word('breaks_note', lang).format(command=f'tgkt explain {name}')}"]


def named(each: Break, lang: str) -> str:
    """A break by its id and its year."""
    return each.id if each.since is None else f"{each.id}, {word('since', lang).format(year=each.since)}"


def saying_across(tables: list[Table], lang: str, *, is_across: bool) -> list[Table]:
    """The tables; below the last of them, that figures were compared across breaks, where they were."""
    if is_across and tables:
        tables[-1].note = "\n".join(filter(None, (tables[-1].note, word("across_breaks", lang))))
    return tables


def breaks_tables(breaks: tuple[Break, ...], catalogue: Catalogue, lang: str) -> list[Table]:
    """Each break with its words and its place; no table where there is none."""
    heads = ("break", "since_head", "says", "locator")
    table = Table(word("breaks", lang), [Column(word(head, lang), fold=head in ("says", "locator")) for head in heads])
    for each in breaks:
        since = "" if each.since is None else str(each.since)
        table.add(each.id, since, each.says.within(lang), place_of(each, catalogue, lang))
    return [table] if table.rows else []


def place_of(each: Break, catalogue: Catalogue, lang: str) -> str:
    """The document that shows a break and the place in it; where the data name none, the line that declares it."""
    if each.origin is None:
        return str(each.source)
    return place(catalogue.origins[each.origin].short.within(lang), each.locator or "")


def break_rows(breaks: Iterable[tuple[Break, ...]], tongues: Tongues) -> list[dict[str, Any]]:
    """Every break that touches a row, once, with its year, its words and its place."""
    found = dict.fromkeys(each for some in breaks for each in some)
    return [
        {
            "key": each.id,
            "id": each.indicator,
            "areas": list(each.areas),
            "from": each.since,
            "target": None if each.since is None else each.target,
            **tongues.told("says", each.says),
            "severity": each.severity,
            "origin": each.origin,
            "locator": each.locator,
        }
        for each in found
    ]
