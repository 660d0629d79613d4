"""Where a figure stands, as a sentence names it."""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.indicator import Words
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit, english
from tgkt.series.known import Known
from tgkt.series.series import Knowledge


def place(statement: Statement, knowledge: Knowledge, *, dated: bool = False) -> Words:
    """The document and the place in it.

    Args:
        statement: the figure.
        knowledge: what is known.
        dated: with the document's date.
    """
    origin = knowledge.catalogue.origins[statement.origin]
    date = f", {origin.date}" if dated and origin.date else ""
    own = f"{origin.short.vi},"
    named = f"{statement.locator},".startswith(own)  # a locator may begin with its document's own name
    if not statement.locator:
        return Words(f"{origin.short.vi}{date}", f"{origin.short.en}{date}")
    start = Words("", "") if named else Words(f"{origin.short.vi}, ", f"{origin.short.en}, ")
    return Words(f"{start.vi}{statement.locator}{date}", f"{start.en}{statement.locator}{date}")


def cite(statement: Statement, knowledge: Knowledge, *, dated: bool = False) -> Words:
    """A figure's own words with the place they stand in."""
    at = place(statement, knowledge, dated=dated)
    return Words(f"{statement.quoted.vi} ({at.vi})", f"{statement.quoted.en} ({at.en})")


def quoted(known: Known, unit: Unit) -> Words:
    """A figure's own words, or the number that was computed."""
    if known.statement:
        return known.statement.quoted
    number = f"{known.quantity.within(unit):.2f}"
    return Words(f"{number.replace('.', ',')} {unit}", f"{number} {english(unit)}")


def spread(low: Decimal, high: Decimal) -> Words:
    """Two percents as each language writes them."""
    en = f"{low:.2f} - {high:.2f} %"
    return Words(en.replace(".", ","), en)
