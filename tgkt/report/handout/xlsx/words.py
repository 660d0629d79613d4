"""Heads that several sheets have, and the words behind a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from tgkt.facts.statement import Statement
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.handout.xlsx.entry import Entry
from tgkt.report.places import place
from tgkt.report.table import Cell

_COUNT = re.compile(r"\d+")


def item_no(lang: str) -> str:
    """The head of the numbers of rows."""
    return said(Message("Item no."), lang)


def unit_of_measure(lang: str) -> str:
    """The head of the units."""
    return said(Message("Unit of measure"), lang)


def words_of(stated: Statement, shorts: Mapping[str, str]) -> str:
    """The words of a document, and its name with the place in it.

    Args:
        stated: what the document states.
        shorts: the short names of documents by id.
    """
    words = [f"“{stated.printed}”"] if stated.printed else []
    return "\n".join([*words, place(shorts.get(stated.origin, stated.origin), stated.locator)])


def counted(cell: Cell) -> Entry:
    """A cell of a scoreboard: a count as a number."""
    if _COUNT.fullmatch(cell.text):
        return Entry(cell.text, Decimal(cell.text), "0")
    return Entry(cell.text)
