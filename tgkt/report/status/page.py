"""The derived figures of a plan as a page: each with its interval, formula, inputs and assumptions."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.interval import INFINITY
from tgkt.facts.units import beside
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.numbers import short, unit
from tgkt.report.places import place
from tgkt.report.table import Column, Table, markdown
from tgkt.report.words import in_words, word
from tgkt.report.wrapping import wrapped
from tgkt.results.computed import Amount
from tgkt.results.status import Assessment

_PLACES, _WIDTH = 4, 118
_TITLE = Message("Figures that no document prints")
_ABOUT = Message(
    "This page is made from the data by `tgkt status --page` and is tested to be current. Each figure "
    "below is computed from printed ones, in the first way that works of those in docs/methods.md "
    '("Derived figures"). Its interval holds every value that the printed digits allow, and is tight:'
    " an input used twice counts as one input. Where an assumption is named, nothing that rests on "
    "the figure is certain. `tests/test_derived_figures.py` computes each a second time by hand."
)
_HEADS = (
    Message("No."),
    Message("Indicator"),
    Message("Period"),
    Message("Figure"),
    Message("Interval"),
    Message("Unit"),
    Message("How"),
)


def derived_page(items: Sequence[Assessment], catalogue: Catalogue, lang: str) -> str:
    """The page in a language.

    Args:
        items: the assessed rows of a plan.
        catalogue: names of areas and documents.
        lang: the language.
    """
    found = [(item, known) for item in items for known in (item.baseline, item.current) if known and known.derivation]
    table = Table("", [Column(said(head, lang)) for head in _HEADS])
    for item, known in found:
        title = item.row.indicator.title.within(lang)
        table.add(item.row.code, title, str(known.period), *_cells(known, lang))
    lines = [f"# {said(_TITLE, lang)}", "", wrapped(said(_ABOUT, lang), _WIDTH), "", markdown([table]).strip(), ""]
    for item, known in found:
        lines += _entry(item, known, catalogue, lang)
    return "\n".join([*lines, *_implied(items, lang), *_sought(items, lang)]).rstrip() + "\n"


def _cells(known: Amount, lang: str) -> tuple[str, str, str, str]:
    value = short(known.value, lang, _PLACES) if known.is_point else ""
    return value, _interval(known, lang), unit(known.unit, lang), word(f"how_{known.how}", lang)


def _interval(known: Amount, lang: str) -> str:
    low, high = short(known.low, lang, _PLACES), short(known.high, lang, _PLACES)
    left, right = ("(" if known.low == -INFINITY else "["), (")" if known.high == INFINITY else "]")
    return f"{left}{low}; {high}{right}"


def _entry(item: Assessment, known: Amount, catalogue: Catalogue, lang: str) -> list[str]:
    """One figure: its formula, what it assumes, what it lacks, and every printed figure it stands on."""
    derivation = known.derivation
    assert derivation is not None
    value, spread, _, how = _cells(known, lang)
    told: list[str] = [f"{known.period}: {beside(f'{value} {spread}'.strip(), known.unit, lang)}, {how}"]
    if known.statement is not None:
        words = known.statement.printed
        told.append(Message("printed: “{words}”, narrowed by the derived interval", words=words))
    told.append(Message("formula: `{formula}`", formula=derivation.formula))
    told += [Message("assumes: {what}", what=in_words(each, lang)) for each in derivation.assumes]
    told += [Message("no figure for {area}", area=catalogue.areas[each].title) for each in derivation.missing]
    for s in known.inputs:
        where = place(catalogue.origins[s.origin].short.within(lang), s.locator)
        measure, area = (
            each.title.within(lang) for each in (catalogue.indicators[s.indicator], catalogue.areas[s.area])
        )
        told.append(f"{measure}, {area}, {s.period}: “{s.printed}” ({where})")
    title = f"## {item.row.code} {item.row.indicator.title.within(lang)}"
    return [title, "", *(f"- {said(each, lang)}" for each in told), ""]


def _implied(items: Sequence[Assessment], lang: str) -> list[str]:
    """What the plan's own targets imply: named, and never computed with."""
    found = [(item, item.implied) for item in items if item.implied and item.implied.derivation]
    if not found:
        return []
    heading, about = (
        Message("What the plan itself implies"),
        Message("Shown beside the figures, but never counted among them."),
    )
    lines = [f"## {said(heading, lang)}", "", said(about, lang), ""]
    for item, known in found:
        told = beside(f"{short(known.value, lang, _PLACES)} {_interval(known, lang)}", known.unit, lang)
        formula = known.derivation.formula if known.derivation else ""
        lines.append(f"- {_named(item, lang)}, {known.period}: {told}, `{formula}`")
    return [*lines, ""]


def _sought(items: Sequence[Assessment], lang: str) -> list[str]:
    """The rows that stay without a figure, and what was looked for."""
    found = [(item, item.sought) for item in items if item.sought]
    heading = Message("Rows without a figure, and what was looked for")
    lines = [f"## {said(heading, lang)}", ""] if found else []
    return lines + [f"- {_named(item, lang)}: {told.within(lang)}" for item, told in found]


def _named(item: Assessment, lang: str) -> str:
    return f"{item.row.code} {item.row.indicator.title.within(lang)}"
