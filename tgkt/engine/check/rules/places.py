"""Figures for the sentence of a finding: with their place, or in their own words."""

from __future__ import annotations

from tgkt.facts.indicator import Words
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.facts.statement import Cited, Passage, Statement
from tgkt.facts.units import PERCENT, Unit
from tgkt.reason import Reason
from tgkt.results.computed import Ends
from tgkt.series.known import Known
from tgkt.series.series import Knowledge


def cite(statement: Statement | Passage, knowledge: Knowledge, *, is_dated: bool = False) -> Cited:
    """A figure or a passage in the words of its document, with its place there.

    Args:
        statement: the figure or the passage.
        knowledge: what is known.
        is_dated: with the document's date.
    """
    return Cited(statement, knowledge.catalogue.origins[statement.origin], is_dated)


def when(period: Period) -> Reason | str:
    """A period for a sentence, which some languages call a year or a term."""
    if period.is_part:
        return str(period)
    if period.is_year:
        return Reason("of_year", (("year", str(period)),))
    return Reason("of_term", (("first", str(period.first)), ("last", str(period.last))))


def quoted(known: Known, unit: Unit) -> Words | Ends:
    """A figure's own words, or the number that was computed."""
    if known.statement:
        return known.statement.quoted
    number = known.quantity.within(unit)
    return Ends(number, number, unit)


def percents(share: Interval, places: int = 2) -> Ends:
    """The ends of a share in percent."""
    return Ends(share.low * 100, share.high * 100, PERCENT, places)
