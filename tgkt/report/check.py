"""The tables of findings of `tgkt check`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.units import beside, with_mark
from tgkt.message import Message
from tgkt.report.breaks import named, place_of
from tgkt.report.numbers import number, rounded, trimmed, unit
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import in_words, sentence, word
from tgkt.report.worked import worked
from tgkt.results.check import Finding, Suggestion
from tgkt.results.computed import Computed

_SEVERITY_MOODS = {"high": "bad", "medium": "warn", "low": "weak"}
_PLACES = 4


def ids_note(command: str) -> Message:
    """How to see the ids of findings: what stands below a list of them.

    Args:
        command: the command that lists these findings.
    """
    return Message("Ids, for tgkt check ID and --known: {command}", command=f"{command} --columns key,says")


def finding_tables(each: Finding, catalogue: Catalogue, lang: str) -> list[Table]:
    """One finding in full: both sides, what would close it, every figure it rests on; then relations of its cause."""
    table = Table(each.id, [Column(word("outcome_head", lang)), Column(word(each.outcome, lang), fold=True)])

    def line(key: str, text: str, mood: str = "") -> None:
        if text:
            table.add(word(key, lang), Cell(text, mood))

    line("says", in_words(each.sentence, lang), "strong")
    line("severity", word(f"severity_{each.severity}", lang), _SEVERITY_MOODS[each.severity])
    line("formula", each.formula)
    line("inputs", worked(each.worked, lang))
    line("left", side(each.left, lang))
    line("right", side(each.right, lang))
    line("residual", residual_told(each, lang))
    line("assumes", each.assumes.within(lang) if each.assumes else "")
    line("why", sentence(each.reason, lang) if each.reason else "")
    for one in each.breaks:
        line("break", f"{named(one, lang)}; {place_of(one, catalogue, lang)}")
    for closing in each.closings:
        told = f"{closing.figure}: {short(closing.printed, lang)} → {short(closing.needed, lang)}"
        line("closes", beside(told, closing.unit, lang))
    for s in each.statements:
        area = catalogue.areas[s.area].title.within(lang)
        title = catalogue.origins[s.origin].title.within(lang)
        line("origin", f"{area}, {s.period}: {s.quoted.within(lang)} - {'; '.join(filter(None, (title, s.locator)))}")
    line("declared", str(each.source) if each.source else "")
    line("same_cause", ", ".join(other.id for other in each.others))
    return [table, *(one for other in each.others for one in finding_tables(other, catalogue, lang))]


def suggestions_table(found: Sequence[Suggestion], lang: str) -> Table:
    """Relations that hold and that no identity declares."""
    table = Table(word("suggested", lang), [Column(word("kind", lang)), Column(word("formula", lang), fold=True)])
    for each in found:
        table.add(word(f"relation_{each.kind}", lang), each.formula, of=each)
    return table


def side(value: Computed | None, lang: str) -> str:
    """One side of a relation, with its interval and its unit."""
    if value is None:
        return ""
    middle, low, high = (short(each, lang) for each in (value.value, value.low, value.high))
    spread = "" if value.low == value.high else f" [{low}; {high}]"
    told = f"{middle}{spread}"
    return told if value.unit.text == "lần" else beside(told, value.unit, lang)


def residual_told(each: Finding, lang: str) -> str:
    """The gap that rounding leaves, with its unit."""
    shown = residual_shown(each)
    return "" if shown is None else with_mark(number(shown, lang, sign=True), residual_unit(each, lang), lang)


def residual_shown(each: Finding) -> Decimal | None:
    """The gap that rounding leaves, in four figures; None where there is none."""
    if not each.residual or each.left is None:
        return None
    return trimmed(rounded(each.residual, max(0, 3 - each.residual.adjusted())))


def residual_unit(each: Finding, lang: str) -> str:
    """The unit of that gap; between percentages it is in points."""
    if each.left is None or each.left.unit.text == "lần":
        return ""
    return word("points", lang) if each.left.unit.is_percent else unit(each.left.unit, lang)


def short(value: Decimal, lang: str) -> str:
    """At most four decimals; small numbers keep four figures."""
    if not value.is_finite():
        return "∞" if value > 0 else "−∞"
    places = _PLACES if value == 0 or abs(value) >= Decimal("0.001") else 4 - value.adjusted()
    return number(trimmed(rounded(value, places)), lang)
