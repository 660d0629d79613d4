"""The table and rows of `tgkt find`: figures, each with its words, its document and its place."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Indicator
from tgkt.facts.statement import Statement
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.amounts import against_year, answered
from tgkt.report.machine.digits import highest, lowest, number_of
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import Values, range_values
from tgkt.report.numbers import number, printed, unit
from tgkt.report.places import place
from tgkt.report.table import Column, Table
from tgkt.report.view import View
from tgkt.report.words import word
from tgkt.results.find import Found, Hit


def find_tables(found: Found, command: str, view: View) -> list[Table]:
    """Every hit with its figure: in a pipe each thing in its column, on a terminal the words above their place.

    Args:
        found: what was found.
        command: what shows all that is known of the first hit.
        view: language and width.
    """
    table = _columns(found, view.lang) if view.width is None else _stacked(found, view.lang)
    further = said(Message("{command}: everything known about the first", command=command), view.lang)
    table.note = "\n".join((*_addresses(found.hits, view.lang), further))
    return [table]


def find_head(found: Found) -> Values:
    """What was looked for, and the numbers it was read as."""
    return {"asked": found.asked, "readings": list(found.readings)}


def find_row(hit: Hit, tongues: Tongues) -> Values:
    """A hit as fields; None where there is no figure, or the document is silent."""
    indicator, row, origin = hit.indicator, hit.row, hit.origin
    note = (hit.statement.note if hit.statement else None) or (row.note if row else None)
    return {
        "key": hit.key,
        "id": indicator.id,
        "codes": list(hit.codes),
        **tongues.told("title", indicator.title),
        "area": hit.area.id if hit.area else None,
        "role": hit.role,
        "plan": row.plan if row else None,
        "code": row.code if row else None,
        "label": row.label if row else None,
        "found_in": hit.where,
        "origin": origin.id if origin else None,
        **tongues.told("origin_title", origin.title if origin else None),
        "url": origin.url if origin else None,
        **tongues.told("note", note),
        **_stated(hit.statement, indicator, tongues),
    }


def _stated(stated: Statement | None, indicator: Indicator, tongues: Tongues) -> Values:
    """The fields of the figure itself."""
    figure = stated.figure if stated else None
    ends = figure.interval(*_limits(stated, indicator)) if stated and figure else None
    return {
        "period": str(stated.period) if stated else None,
        "timing": stated.timing if stated else None,
        "comparator": stated.comparator if stated else None,
        "value": number_of(figure),
        "low": lowest(ends.low) if ends else None,
        "high": highest(ends.high) if ends else None,
        **range_values(stated, ""),
        "unit": tongues.unit(stated.unit) if stated else None,
        "relative_to": stated.relative_to if stated else None,
        "printed": stated.printed if stated else None,
        "status": stated.status if stated else None,
        "locator": stated.locator if stated else None,
        "declared": str(stated.source if stated else indicator.source),
    }


def _limits(statement: Statement, indicator: Indicator) -> tuple[Decimal, ...]:
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
