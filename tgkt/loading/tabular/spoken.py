"""The closed words of tables as messages say them: columns, statuses and comparators, and what to write of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from tgkt.errors import closest
from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Status, Timing
from tgkt.message import Message

_Word = TypeVar("_Word", bound=StrEnum)

COLUMNS: dict[str, Message] = {
    "indicator": Message("indicator"),
    "title": Message("title"),
    "code": Message("code"),
    "counter": Message("counter"),
    "area": Message("area"),
    "period": Message("period"),
    "value": Message("value"),
    "unit": Message("unit"),
    "status": Message("status"),
    "origin": Message("origin"),
    "locator": Message("locator"),
    "note": Message("note"),
    "comparator": Message("comparator"),
    "timing": Message("timing"),
    "printed": Message("printed"),
}
"""Columns by their names, which are keys of data files too."""
STATUS_WORDS: dict[Status, Message] = {
    Status.OFFICIAL: Message("official"),
    Status.PROVISIONAL: Message("provisional"),
    Status.ESTIMATED: Message("estimated"),
    Status.FORECAST: Message("forecast"),
    Status.UNSTATED: Message("unstated"),
    Status.DERIVED: Message("derived"),
}
COMPARATOR_WORDS: dict[Comparator, Message] = {
    Comparator.ABOUT: Message("about"),
    Comparator.AT_LEAST: Message("at_least"),
    Comparator.AT_MOST: Message("at_most"),
    Comparator.BETWEEN: Message("between"),
    Comparator.EQUALS: Message("equals"),
    Comparator.LESS_THAN: Message("less_than"),
    Comparator.MORE_THAN: Message("more_than"),
    Comparator.NEAR_BELOW: Message("near_below"),
    Comparator.MAINTAIN: Message("maintain"),
    Comparator.MILESTONE: Message("milestone"),
}
TIMING_WORDS: dict[Timing, Message] = {
    Timing.AVERAGE: Message("average"),
    Timing.BEFORE: Message("before"),
    Timing.EVERY_YEAR: Message("every_year"),
    Timing.IN_YEAR: Message("in_year"),
    Timing.TOTAL: Message("total"),
}


def unknown(
    column: Message, text: str, spellings: Mapping[_Word, Iterable[str]], words: Mapping[_Word, Message]
) -> Message:
    """That a closed list does not have a word, with the nearest spelling, else with all words of the list.

    Args:
        column: what the list is of.
        text: what stands in the cell.
        spellings: everything that is read, by what it means.
        words: each meaning in one spelling.
    """
    near = closest(text, [spelling for each in spellings.values() for spelling in each])
    if near:
        advice = Message(" Did you mean '{word}'?", word=near[0])
    else:
        known = [word for meaning, word in words.items() if meaning in spellings]
        advice = Message(" Use one of: {words}.", words=Message.joined(", ", known))
    return Message("unknown {column} '{text}'.{advice}", column=column, text=text, advice=advice)
