"""The derived figures of a plan as a page: each with its interval, formula, inputs and assumptions."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.interval import INFINITY
from tgkt.report.numbers import short, unit
from tgkt.report.places import place
from tgkt.report.table import Column, Table, markdown
from tgkt.report.words import assumption, word
from tgkt.results.computed import Amount
from tgkt.results.status import Assessment

_HEAD = """\
# Figures that no document prints

This page is made from the data by `tgkt status --page` and is tested to be current. Each figure below is
computed from printed ones, by the first way that docs/methods.md lists ("Derived figures"). Its interval holds every
value that the printed digits allow, and is tight: an input that stands twice is one input. Where an assumption is
named, nothing that rests on the figure is certain. `tests/test_derived_figures.py` computes each a second time by hand.
"""
_PLACES = 4


def derived_page(items: Sequence[Assessment], catalogue: Catalogue) -> str:
    """The page, in English.

    Args:
        items: the assessed rows of a plan.
        catalogue: names of areas and documents.
    """
    found = [(item, known) for item in items for known in (item.baseline, item.current) if known and known.derivation]
    table = Table("", [Column(head) for head in ("No.", "Indicator", "Period", "Figure", "Interval", "Unit", "How")])
    for item, known in found:
        table.add(item.row.code, item.row.indicator.title.en, str(known.period), *_cells(known))
    lines = [_HEAD, markdown([table]).strip(), ""]
    for item, known in found:
        lines += _entry(item, known, catalogue)
    return "\n".join([*lines, *_implied(items), *_sought(items)]).rstrip() + "\n"


def _cells(known: Amount) -> tuple[str, str, str, str]:
    value = short(known.value, "en", _PLACES) if known.is_point else ""
    return value, _interval(known), unit(known.unit, "en"), word(f"how_{known.how}", "en")


def _interval(known: Amount) -> str:
    low, high = short(known.low, "en", _PLACES), short(known.high, "en", _PLACES)
    left, right = ("(" if known.low == -INFINITY else "["), (")" if known.high == INFINITY else "]")
    return f"{left}{low}; {high}{right}"


def _entry(item: Assessment, known: Amount, catalogue: Catalogue) -> list[str]:
    """One figure: its formula, what it assumes, what it lacks, and every printed figure it stands on."""
    derivation = known.derivation
    assert derivation is not None
    value, spread, named, how = _cells(known)
    lines = [f"## {item.row.code} {item.row.indicator.title.en}", ""]
    lines.append(f"- {known.period}: {value} {spread} {named}, {how}".replace("  ", " "))
    if known.statement is not None:
        lines.append(f"- printed: “{known.statement.printed}”, which the derived interval cuts")
    lines.append(f"- formula: `{derivation.formula}`")
    lines += [f"- assumes: {assumption(each, 'en')}" for each in derivation.assumes]
    lines += [f"- no figure for {catalogue.areas[each].title.en}" for each in derivation.missing]
    for s in known.inputs:
        where = place(catalogue.origins[s.origin].short.en, s.locator)
        measure = catalogue.indicators[s.indicator].title.en
        lines.append(f"- {measure}, {catalogue.areas[s.area].title.en}, {s.period}: “{s.printed}” ({where})")
    return [*lines, ""]


def _implied(items: Sequence[Assessment]) -> list[str]:
    """What the plan's own targets imply: named, and never computed with."""
    found = [(item, item.implied) for item in items if item.implied and item.implied.derivation]
    if not found:
        return []
    lines = ["## What the plan itself implies", "", "Shown beside the figures, and never one of them.", ""]
    for item, known in found:
        told = f"{short(known.value, 'en', _PLACES)} {_interval(known)} {unit(known.unit, 'en')}"
        formula = known.derivation.formula if known.derivation else ""
        lines.append(f"- {item.row.code} {item.row.indicator.title.en}, {known.period}: {told}, `{formula}`")
    return [*lines, ""]


def _sought(items: Sequence[Assessment]) -> list[str]:
    """The rows that stay without a figure, and what was looked for."""
    found = [(item, item.sought) for item in items if item.sought]
    lines = ["## Rows without a figure, and what was looked for", ""] if found else []
    return lines + [f"- {item.row.code} {item.row.indicator.title.en}: {told.en}" for item, told in found]
