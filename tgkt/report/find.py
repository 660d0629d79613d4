"""The table and rows of `tgkt find`: figures, each with its words, its document and its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Indicator
from tgkt.facts.statement import Statement
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.amounts import against_year, answered
from tgkt.report.numbers import number, printed, unit
from tgkt.report.places import place
from tgkt.report.status.rows import meant, number_of
from tgkt.report.table import Column, Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.find import Found, Hit

FIND_SCHEMA = "tgkt/find/1"
FIND_FIELDS = (
    *("key", "id", "codes", "title", "title_en", "area", "period", "timing", "role", "plan", "code", "found_in"),
    *("comparator", "value", "low", "high", "unit", "relative_to", "printed", "label", "status"),
    *("origin", "origin_title", "origin_title_en", "locator", "url", "note", "note_en", "declared"),
)


def find_tables(found: Found, command: str, view: View) -> list[Table]:
    """Every hit with its figure: in a pipe each thing in its column, on a terminal the words above their place.

    Args:
        found: what was found.
        command: what shows all that is known of the first hit.
        view: language and width.
    """
    table = _columns(found, view.lang) if view.width is None else _stacked(found, view.lang)
    further = said(Message("{command}: all that is known of the first", command=command), view.lang)
    table.note = "\n".join((*_addresses(found.hits, view.lang), further))
    return [table]


def find_head(found: Found) -> dict[str, Any]:
    """What was looked for, and the numbers it was read as."""
    return {"asked": found.asked, "readings": list(found.readings)}


def find_row(hit: Hit) -> dict[str, Any]:
    """A hit as fields; None where there is no figure, or the document is silent."""
    indicator, statement, row, origin = hit.indicator, hit.statement, hit.row, hit.origin
    note = (statement.note if statement else None) or (row.note if row else None)
    fields = {
        "key": hit.key,
        "id": indicator.id,
        "codes": list(hit.codes),
        "title": indicator.title.vi,
        "title_en": indicator.title.en,
        "area": hit.area.id if hit.area else None,
        "role": hit.role,
        "plan": row.plan if row else None,
        "code": row.code if row else None,
        "label": row.label if row else None,
        "found_in": hit.where,
        "origin": origin.id if origin else None,
        "origin_title": origin.title.vi if origin else None,
        "origin_title_en": origin.title.en if origin else None,
        "url": origin.url if origin else None,
        "note": note.vi if note else None,
        "note_en": note.en if note else None,
        **_stated(statement, indicator),
    }
    return {name: fields.get(name) for name in FIND_FIELDS}


def _stated(statement: Statement | None, indicator: Indicator) -> dict[str, Any]:
    """The fields of the figure itself."""
    if statement is None:
        return {"declared": str(indicator.source)}
    figure = statement.figure
    ends = figure.interval(*_limits(statement, indicator)) if figure else None
    return {
        "period": str(statement.period),
        "timing": statement.timing,
        "comparator": statement.comparator,
        "value": number_of(figure),
        "low": meant(ends.low) if ends else None,
        "high": meant(ends.high) if ends else None,
        "unit": statement.unit.text,
        "relative_to": statement.relative_to,
        "printed": statement.printed,
        "status": statement.status,
        "locator": statement.locator,
        "declared": str(statement.source),
    }


def _limits(statement: Statement, indicator: Indicator) -> tuple[Any, ...]:
    """The natural limits of a figure in the indicator's own unit; others have none here."""
    return (indicator.floor, indicator.ceiling) if statement.unit.text == indicator.unit.text else ()


def _columns(found: Found, lang: str) -> Table:
    heads = ["code", "indicator", "area", "period", "said_as", "figure", "quote", "origin", "locator"]
    folds, differ = ("indicator", "quote", "locator"), len({hit.where for hit in found.hits}) > 1
    heads += ["found_in"] if differ else []
    table = Table(
        _title(found, lang), [Column(word(head, lang), right=head == "figure", fold=head in folds) for head in heads]
    )
    for hit in found.hits:
        table.add(
            _numbers(hit),
            _called(hit, lang),
            hit.area.title.within(lang) if hit.area else "",
            str(hit.statement.period) if hit.statement else "",
            word(f"said_{hit.role}", lang) if hit.role else "",
            _figure(hit.statement, lang),
            _quoted(hit),
            hit.origin.short.within(lang) if hit.origin else "",
            _locator(hit),
            *([word(f"in_{hit.where}", lang)] if differ else []),
        )
    return table


def _stacked(found: Found, lang: str) -> Table:
    """Four columns: what and when below each other, and the words above their place."""
    table = Table(
        _title(found, lang),
        [
            Column(word("code", lang)),
            Column(word("indicator", lang), fold=True),
            Column(word("figure", lang), right=True),
            Column(word("quote", lang), fold=True),
        ],
    )
    for hit in found.hits:
        where = place(hit.origin.short.within(lang) if hit.origin else "", _locator(hit))
        about = (
            hit.area.title.within(lang) if hit.area else "",
            str(hit.statement.period) if hit.statement else "",
            word(f"said_{hit.role}", lang) if hit.role else "",
        )
        what = "\n".join(filter(None, (_called(hit, lang), ", ".join(filter(None, about)))))
        table.add(_numbers(hit), what, _figure(hit.statement, lang), "\n".join(filter(None, (_quoted(hit), where))))
    return table


def _title(found: Found, lang: str) -> str:
    """What was looked for and how much was found; of a number that may be two, how it was read."""
    count = Message.counted(len(found.hits), "{count} place", "{count} places")
    if len(found.readings) < 2:
        return said(Message("“{asked}”: {count}", asked=found.asked, count=count), lang)
    read = " / ".join(number(each, lang) for each in found.readings)
    return said(Message("“{asked}”, read as {readings}: {count}", asked=found.asked, readings=read, count=count), lang)


def _numbers(hit: Hit) -> str:
    return ", ".join(hit.codes)


def _called(hit: Hit, lang: str) -> str:
    """The title; the id behind it where no number names the indicator."""
    title = hit.indicator.title.within(lang)
    return title if hit.codes else f"{title} [{hit.indicator.id}]"


def _figure(statement: Statement | None, lang: str) -> str:
    """The figure as printed, in its unit; of a structure its shares, of a milestone the answer."""
    if statement is None:
        return ""
    if statement.relative_to is not None:
        return against_year(statement, lang)
    figures: tuple[Figure, ...] = statement.values if statement.figure is None else (statement.figure,)
    if not figures:
        return answered(statement, lang)
    shown, named = " - ".join(printed(each, lang) for each in figures), unit(statement.unit, lang)
    return f"{shown}{named}" if lang == "vi" and named.startswith("%") else f"{shown} {named}"


def _quoted(hit: Hit) -> str:
    return f"“{hit.statement.printed}”" if hit.statement and hit.statement.printed else ""


def _locator(hit: Hit) -> str:
    return hit.statement.locator if hit.statement else hit.row.locator if hit.row else ""


def _addresses(hits: Iterable[Hit], lang: str) -> list[str]:
    """Where the documents can be read, each once."""
    origins = {hit.origin.id: hit.origin for hit in hits if hit.origin and hit.origin.url}
    return [f"{each.short.within(lang)}: {each.url}" for each in origins.values()]
