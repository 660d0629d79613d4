"""The tables of `tgkt explain`: something one can paste into a letter."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.interval import INFINITY
from tgkt.facts.statement import Statement
from tgkt.facts.units import beside
from tgkt.language import said, translation
from tgkt.report.amounts import against_year, answered, known, needed, times
from tgkt.report.blend import merge_tables
from tgkt.report.breaks import breaks_tables
from tgkt.report.check import ids_note
from tgkt.report.numbers import number, printed, short, unit
from tgkt.report.places import place
from tgkt.report.table import Cell, Column, Table
from tgkt.report.view import View
from tgkt.report.words import in_words, sentence, word
from tgkt.report.worked import worked
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.results.explain import Entry, Explanation
from tgkt.results.status import Assessment, Need


def explain_tables(found: Explanation, catalogue: Catalogue, view: View) -> list[Table]:
    """Declaration, assessments with their arithmetic, every printed figure, blends, and where it is used."""
    lang = view.lang
    tables = [_declaration(found, catalogue, lang)]
    tables += [_assessment(each, catalogue, lang) for each in found.assessments]
    tables.append(_statements(word("statements", lang), found.entries, found, catalogue, lang))
    if found.in_year:
        title = translation("Figures for parts of a year; none counts as the year's figure", lang)
        tables.append(_statements(title, found.in_year, found, catalogue, lang))
    if found.reprints:
        title = translation("Targets printed once more", lang)
        tables.append(_statements(title, found.reprints, found, catalogue, lang))
    for each in found.merges:
        tables += merge_tables(each._replace(breaks=()), catalogue, lang)  # shown below, with their words
    tables += breaks_tables(found.breaks, catalogue, lang)
    if _beside_breaks(found):
        tables.append(_findings(found, lang))
    if found.routes:
        table = Table(
            word("used_in", lang), [Column(word("route", lang), fold=True), Column(word("formula", lang), fold=True)]
        )
        for route in found.routes:
            table.add(f"{route.weight}.{route.id}", route.text)
        tables.append(table)
    return tables


def _declaration(found: Explanation, catalogue: Catalogue, lang: str) -> Table:
    indicator = found.indicator
    table = Table("", [Column(indicator.id), Column(indicator.title.within(lang), fold=True)])
    by, *beside_it = (value for value in indicator.blend if value)
    blend = " ".join([word(f"by_{by}", lang), *(said(each, lang) for each in beside_it)])
    ends = (("≥", indicator.floor), ("≤", indicator.ceiling))
    limits = [f"{sign} {number(end, lang)}" for sign, end in ends if abs(end) != INFINITY]
    for key, text in (
        ("section", catalogue.sections[indicator.section].within(lang)),
        ("unit", unit(indicator.unit, lang)),
        ("kind", word(f"kind_{indicator.kind}", lang)),
        ("direction", word(f"direction_{indicator.direction}", lang)),
        ("path", word(f"path_{indicator.path}", lang)),
        ("price", word(f"price_{indicator.price}", lang) if indicator.price else ""),
        ("limits", ", ".join(limits)),
        ("blend", blend),
        ("definition", indicator.definition.within(lang) if indicator.definition else ""),
        ("inferred", ", ".join(word(_INFERRED.get(key, key), lang).lower() for key in indicator.inferred)),
        ("declared", str(indicator.source)),
    ):
        if text:
            table.add(word(key, lang), text)
    return table


_INFERRED = {"limit": "limits"}


def _assessment(item: Assessment, catalogue: Catalogue, lang: str) -> Table:
    row = item.row
    where = catalogue.areas[row.area].title.within(lang)
    table = Table(
        "", [Column(word("target_no", lang).format(code=row.code)), Column(f"{where}, {row.plan}", fold=True)]
    )

    def line(key: str, text: str, mood: str = "") -> None:
        if text:
            table.add(word(key, lang), Cell(text, mood))

    line("label", row.label or "")
    line("target", quoted(row.target, lang))
    line("condition", row.condition.within(lang) if row.condition else "")
    base = item.baseline.statement if item.baseline else row.baseline
    line("baseline", quoted(base, lang, placed=catalogue))
    line("baseline_plan", quoted(item.plan_baseline, lang, placed=catalogue))
    line("last_term", quoted(row.last_term, lang, placed=catalogue))
    line("result", quoted(item.result.statement if item.result else row.result, lang))
    line("locator", "; ".join(filter(None, (catalogue.origins[row.origin].title.within(lang), row.locator))))
    line("verdict", f"{word(item.verdict.grade, lang)}: {sentence(item.verdict.reason, lang)}")
    line("official", row.official or "")
    if item.verdict.certain is not None:
        line("certain", word("yes" if item.verdict.certain else "no", lang))
    rests = item.standing.rests if item.standing else item.verdict.rests
    line("rests_on", ", ".join(word(f"rest_{rest}", lang) for rest in rests))
    if item.standing:
        line("standing", f"{word(item.standing.kind, lang)}: {sentence(item.standing.reason, lang)}")
    line("present", f"{known(item.current, row, lang)} ({item.current.period})" if item.current else "")
    line("present", f"{answered(item.answer, lang)} ({item.answer.period})" if item.answer else "")
    line("required", short(item.required.value, lang) if item.required and item.current else "")
    line("gap", short(item.gap, lang, places=4, sign=True) if item.gap is not None else "")
    line("needed", arithmetic(item, lang))
    if item.earlier is not None and item.stretch is not None:
        earlier = f"{word('last_pace', lang)} {needed(item.earlier, lang)}"
        line("stretch", f"{times(item.stretch, lang)} ({earlier})")
    if row.note:
        line("note", row.note.within(lang))
    if row.target and row.target.note:
        line("note", row.target.note.within(lang))
    return table


def arithmetic(item: Assessment, lang: str) -> str:
    """The pace needed with its formula and the numbers put in."""
    latest, pace = item.current or item.baseline, item.needed
    if pace is None or item.edge is None or latest is None:
        return needed(pace, lang)
    end, start, told = short(item.edge, lang), short(latest.value, lang), needed(pace, lang)
    if item.needed_in is Need.GROWTH:
        return f"({end} / {start})^(1/{item.years_left}) - 1 = {told}"
    if item.needed_in is Need.STEP:
        return f"({end} - {start}) / {item.years_left} = {told}"
    return told


def _statements(title: str, entries: Sequence[Entry], found: Explanation, catalogue: Catalogue, lang: str) -> Table:
    heads = ("area", "period", "printed", "role", "quote", "status", "locator")
    table = Table(
        title,
        [
            Column(
                word(h, lang), right=h == "printed", fold=h in ("area", "quote", "locator"), yields=_YIELDS.get(h, 0)
            )
            for h in heads
        ],
    )
    notes: list[str] = []
    for entry in entries:
        s = entry.statement
        shown = against_year(s, lang) if s.relative_to else printed(s.figure, lang) if s.figure else answered(s, lang)
        if s.unit.text != found.indicator.unit.text and not s.relative_to:
            shown = beside(shown, s.unit, lang)
        told = word(f"status_{entry.status}", lang) if entry.status and not s.ambition else ""
        role = word(f"role_{entry.role}", lang) if entry.role else ""
        mark = ""
        if s.note:
            notes.append(f"({len(notes) + 1}) {s.note.within(lang)}")
            mark = f" ({len(notes)})"
        table.add(
            catalogue.areas[s.area].title.within(lang),
            str(s.period),
            Cell(shown + mark, is_quoted=s.relative_to is not None),
            role,
            f"“{s.printed}”" if s.printed else "",
            told,
            place(catalogue.origins[s.origin].short.within(lang), s.locator),
        )
    table.note = "\n".join(notes)
    return table


_YIELDS = {"status": 2}


def _beside_breaks(found: Explanation) -> list[Finding]:
    """The findings other than mere breaks, which have a table of their own."""
    told = {f"series.{each.id}" for each in found.breaks}
    return [each for each in found.findings if each.id not in told]


def _findings(found: Explanation, lang: str) -> Table:
    """What the audit says of the indicator's figures, the findings before what agrees."""
    heads = ("outcome_head", "says", "formula")
    table = Table(word("findings", lang), [Column(word(head, lang), fold=head != "outcome_head") for head in heads])
    for each in sorted(_beside_breaks(found), key=lambda each: each.outcome is Outcome.CONSISTENT):
        outcome = Cell(word(each.outcome, lang), each.outcome.mood)
        table.add(outcome, in_words(each.sentence, lang), worked(each.worked, lang))
    table.note = said(ids_note(f"tgkt check {found.indicator.id} --all"), lang)
    return table


def quoted(statement: Statement | None, lang: str, *, placed: Catalogue | None = None) -> str:
    """A printed figure with its period and its words, and with its place where documents are given."""
    if statement is None:
        return ""
    shown = f"{beside(printed(statement.figure, lang), statement.unit, lang)}, " if statement.figure else ""
    where = f" - {place(placed.origins[statement.origin].short.within(lang), statement.locator)}" if placed else ""
    words = f": “{statement.printed}”" if statement.printed else ""
    return f"{shown}{statement.period}{words}{where}"
