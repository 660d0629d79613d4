"""The sheets beside the targets: scoreboard, findings, merged figures, and documents with the method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tgkt.facts.statement import Origin
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.check import residual_shown, residual_unit
from tgkt.report.handout.document import Document
from tgkt.report.handout.findings import TARGETS
from tgkt.report.handout.passage import Passage
from tgkt.report.handout.xlsx.entry import Entry, entry_of, number_form, of_figure, of_number
from tgkt.report.handout.xlsx.layout import Align, Head, Layout, Line, facts_of, section, with_room
from tgkt.report.handout.xlsx.words import counted, item_no, unit_of_measure, words_of
from tgkt.report.numbers import unit
from tgkt.report.table import Cell, Number
from tgkt.report.words import word
from tgkt.results.blend import Merge
from tgkt.results.check import Finding


def board_layout(board: Passage, first: Passage | None, document: Document) -> Layout:
    """The scoreboard, and below it what needs attention first."""
    table = board.tables[0]
    heads = (Head(table.columns[0].head, 34, is_letter=True), *(Head(each.head, 13) for each in table.columns[1:]))
    heads = (heads[0], *(each._replace(align=Align.CENTER) for each in heads[1:]))
    lines = [Line(tuple(counted(cell) for cell in row)) for row in table.rows]
    lines[-1] = lines[-1]._replace(is_total=True)
    rows = [row for each in (first.tables if first else ()) for row in each.rows]
    told = [f"- {code.text}. {title.text}: {state.text}" for code, title, state in rows]
    return Layout(
        name=board.title,
        titles=(board.title.upper(), document.title),
        facts=facts_of(document),
        heads=heads,
        lines=tuple(lines),
        says=board.says,
        notes=(f"{first.title}:", *(f"({each})" for each in first.says), *told) if first and told else (),
        kept=1,
        is_filtered=False,
    )


def findings_layout(passage: Passage, document: Document) -> Layout:
    """What the audit found, by subject; what to read first is named above by its items, so that no row stands twice."""
    lang = document.lang
    heads = (
        Head(item_no(lang), 6, Align.CENTER, is_letter=True),
        Head(word("says", lang), 60, is_letter=True),
        Head(said(TARGETS, lang), 9, Align.CENTER),
        Head(word("outcome_head", lang), 13, Align.CENTER),
        Head(word("residual", lang), 10, Align.RIGHT),
        Head(unit_of_measure(lang), 10, Align.CENTER),
        Head(word("locator", lang), 34, is_small=True),
    )
    first, subjects = (passage.tables, passage.rest) if passage.rest else ((), passage.tables)
    lines: list[Line] = []
    numbers: dict[str, int] = {}
    for number, table in enumerate(subjects, 1):
        lines.append(section(number, table.title, len(heads)))
        for row, found in zip(table.rows, table.of, strict=True):
            assert isinstance(found, Finding)
            numbers[found.id] = len(numbers) + 1
            lines.append(Line((Entry(str(len(numbers))), *_finding(row, found, lang))))
    rows = ", ".join(str(numbers[each.id]) for table in first for each in table.of if isinstance(each, Finding))
    told = (said(Message("To look at first: items {items}.", items=rows), lang),) if rows else ()
    name = passage.short or passage.title
    says = (*passage.says, *told)
    return Layout(name, (passage.title.upper(),), "", with_room(heads, lines), tuple(lines), says=says)


def _finding(row: list[Cell], found: Finding, lang: str) -> Iterator[Entry]:
    targets, outcome, says, residual, place = row
    yield Entry(says.text)
    yield Entry(targets.text)
    yield entry_of(outcome, lang)
    shown = residual_shown(found)
    if shown is None:
        yield from (Entry(), Entry())
    else:
        form = number_form(max(0, -int(shown.as_tuple().exponent)), lang, is_signed=True)
        yield Entry(residual.text, shown, form)
        yield Entry(residual_unit(found, lang))
    yield Entry(place.text)


def blend_layout(passage: Passage, document: Document) -> Layout:
    """The printed figures of merged areas beside what their parts give."""
    lang, table = document.lang, passage.tables[0]
    keys = [column.key for column in table.columns]
    heads = [_blend_head(column.key, column.head) for column in table.columns]
    heads.insert(1, Head(unit_of_measure(lang), 9, Align.CENTER, is_letter=True))
    shorts = shorts_of(document)
    lines = []
    for number, (row, found) in enumerate(zip(table.rows, table.of, strict=True), 1):
        assert isinstance(found, Merge)
        cells = [_blend_entry(key, cell, found, shorts, lang) for key, cell in zip(keys, row, strict=True)]
        cells.insert(1, Entry(unit(found.indicator.unit, lang)))
        lines.append(Line((Entry(str(number)), *cells)))
    whole = (Head(item_no(lang), 6, Align.CENTER, is_letter=True), *heads)
    return Layout(passage.short, (passage.title.upper(),), "", with_room(whole, lines), tuple(lines))


_BLEND_WIDTHS = {"indicator": 34, "area": 16, "period": 11, "constituents": 17, "blended": 15, "weights": 32}
_RIGHT = ("constituents", "blended", "printed")


def _blend_head(key: str, head: str) -> Head:
    is_name = key in ("indicator", "area")
    align = Align.RIGHT if key in _RIGHT else Align.LEFT if is_name or key == "weights" else Align.CENTER
    return Head(head, _BLEND_WIDTHS.get(key, 13), align, is_letter=is_name, is_small=key == "weights")


def _blend_entry(key: str, cell: Cell, found: Merge, shorts: Mapping[str, str], lang: str) -> Entry:
    """A cell; the printed figure as a number, with its words, and so what the parts give, where it is no range."""
    value = found.blended or found.bound
    if key == "blended" and value is not None and value.low == value.high:
        return of_number(Number(value.value), lang)
    if key != "printed" or found.printed is None or found.figure is None:
        return entry_of(cell, lang)
    note = words_of(found.printed, shorts)
    figure = found.figure.figure
    if figure is None or figure.is_range or found.figure.derivation is not None:
        return Entry(cell.text, note=note)
    return of_figure(figure, lang, is_converted=found.printed.unit != found.figure.unit)._replace(note=note)


def documents_layout(passage: Passage, method: Passage | None, document: Document) -> Layout:
    """The documents with their addresses, and below them how the answers were reached."""
    lang, table = document.lang, passage.tables[0]
    heads = (
        Head(item_no(lang), 6, Align.CENTER, is_letter=True),
        *(Head(each.head, width) for each, width in zip(table.columns, (22, 46, 18, 12, 34), strict=True)),
    )
    heads = (heads[0], heads[1]._replace(is_letter=True), *heads[2:-1], heads[-1]._replace(is_small=True))
    lines = []
    for number, (row, origin) in enumerate(zip(table.rows, table.of, strict=True), 1):
        assert isinstance(origin, Origin)
        short = Entry(row[0].text, url=origin.url or "")
        lines.append(Line((Entry(str(number)), short, *(Entry(cell.text) for cell in row[1:]))))
    notes = (f"{method.title}:", *(f"- {each}" for each in method.says)) if method else ()
    return Layout(passage.title, (passage.title.upper(),), "", heads, tuple(lines), notes=notes)


def shorts_of(document: Document) -> Mapping[str, str]:
    """The short names of the documents, by their ids."""
    passage = document.passage("documents")
    found = [each for table in (passage.tables if passage else ()) for each in table.of if isinstance(each, Origin)]
    return {each.id: each.short.within(document.lang) for each in found}
