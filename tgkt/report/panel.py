"""The first rows of a panel as a table for people; all rows are for machines."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tgkt.facts.catalogue import Catalogue
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.numbers import short
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import word

_HEADS = ("area", "indicator", "unit", "start", "end", "required_now", "target", "verdict", "reason")


def panel_table(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], total: int, catalogue: Catalogue, lang: str
) -> Table:
    """The rows, and how many more there are.

    Args:
        columns: the names of the cells.
        rows: the first rows.
        total: how many rows there are.
        catalogue: the data, for titles.
        lang: the language of the reader.
    """
    title = said(Message.counted(total, "{count} pair", "{count} pairs"), lang)
    numbers = ("start", "end", "required_now", "target")
    found = Table(
        title, [Column(_head(name, lang), right=name in numbers, fold=name == "indicator") for name in _HEADS]
    )
    for row in rows:
        told = dict(zip(columns, row, strict=True))
        state = told["standing"] or told["verdict"]
        titles = catalogue.indicators[told["indicator"]].title.within(lang)
        cells = [told["area"], titles, told["unit"], *(_number(told[name], lang) for name in numbers)]
        found.add(*cells, Cell(_state(state, lang, is_certain=told["certain"])), told["reason"])
    if total > len(rows):
        found.note = said(Message("the first {count} are shown; -f csv or -o FILE has all", count=len(rows)), lang)
    return found


def parents_table(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], total: int, catalogue: Catalogue, lang: str
) -> Table:
    """The parents with the number of their areas in every state; arguments as of `panel_table`."""
    heads = [Column(_head(name, lang), right=name not in _TEXTS, fold=name == "indicator") for name in _PARENT_HEADS]
    found = Table("", heads)
    for row in rows:
        told = dict(zip(columns, row, strict=True))
        title = catalogue.indicators[told["indicator"]].title.within(lang)
        counts = (str(told[name]) for name in _COUNTS)
        numbers = (_number(told[name], lang) for name in _NUMBERS)
        found.add(told["parent"], title, told["target_period"], *counts, *numbers, told["value_reason"] or "")
    if total > len(rows):
        found.note = said(Message("the first {count} are shown; -f csv or -o FILE has all", count=len(rows)), lang)
    return found


_TEXTS = ("parent", "indicator", "target_period", "value_reason")
_COUNTS = ("areas", "known", "met", "not_met", "already_met", "on_track", "behind", "uncertain")
_NUMBERS = ("value", "low", "high")
_PARENT_HEADS = (*_TEXTS[:3], *_COUNTS, *_NUMBERS, "value_reason")
_WORDS = {
    "parent": Message("Parent area"),
    "target_period": Message("Deadline"),
    "areas": Message("Areas"),
    "known": Message("With a figure"),
    "met": Message("Met"),
    "not_met": Message("Not met"),
    "already_met": Message("Already met"),
    "on_track": Message("On track"),
    "behind": Message("Behind"),
    "uncertain": Message("Uncertain"),
    "value": Message("Value"),
    "low": Message("Lowest"),
    "high": Message("Highest"),
    "value_reason": Message("Why no value"),
    "area": Message("Area"),
    "indicator": Message("Indicator"),
    "unit": Message("Unit"),
    "start": Message("Start"),
    "end": Message("End"),
    "required_now": Message("Required now"),
    "target": Message("Target"),
    "verdict": Message("Verdict or standing"),
    "reason": Message("Reason"),
}


def _head(name: str, lang: str) -> str:
    return said(_WORDS[name], lang)


def _state(state: str, lang: str, *, is_certain: bool | None) -> str:
    return word(state, lang) + (" ~" if is_certain is False else "")


def _number(value: object, lang: str) -> str:
    return "" if value is None else short(Decimal(str(value)), lang)
