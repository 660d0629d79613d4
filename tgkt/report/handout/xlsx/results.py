"""The sheet of an earlier plan: its results, our grade beside the label of the document, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tgkt.language import said
from tgkt.message import Message
from tgkt.report.amounts import known, shown
from tgkt.report.handout.document import Document
from tgkt.report.handout.passage import Passage
from tgkt.report.handout.xlsx.entry import Entry, entry_of, of_amount, of_statement
from tgkt.report.handout.xlsx.layout import Align, Head, Layout, Line, section, with_room
from tgkt.report.handout.xlsx.lists import shorts_of
from tgkt.report.handout.xlsx.words import item_no, unit_of_measure, words_of
from tgkt.report.table import Cell, Column, Table
from tgkt.report.words import sentence, word
from tgkt.results.status import Agreement, Assessment

_WIDTHS = {"code": 6, "indicator": 36, "official": 13, "grade": 13, "agreement": 14, "standing": 13, "why": 22}
_NUMBERS = ("target", "result", "present", "gap", "needed", "stretch")
_NAMES = ("code", "area", "indicator", "unit")


def results_layouts(passage: Passage, document: Document) -> Iterator[Layout]:
    """A sheet for the rows of an earlier plan; two where some of its targets are still to come."""
    groups: dict[tuple[Column, ...], list[Table]] = {}
    for table in passage.tables:
        if table.of:
            groups.setdefault(tuple(table.columns), []).append(table)
    boards = [each for each in passage.tables if not each.of and not any(column.key for column in each.columns)]
    for columns, tables in groups.items():
        yield _layout(passage, columns, tables, boards, document)


def _layout(
    passage: Passage, columns: Sequence[Column], tables: Sequence[Table], boards: Sequence[Table], document: Document
) -> Layout:
    lang, shorts = document.lang, shorts_of(document)
    kept = [at for at, column in enumerate(columns) if column.key != "why"]
    heads = (*(_head(columns[at], lang) for at in kept), Head(word("why", lang), _WIDTHS["why"], is_small=True))
    lines: list[Line] = []
    for number, table in enumerate(tables, 1):
        lines.append(section(number, table.title, len(heads)))
        for cells, item in zip(table.rows, table.of, strict=True):
            assert isinstance(item, Assessment)
            lines.append(
                Line((*(_entry(columns[at].key, cells[at], item, shorts, lang) for at in kept), _why(item, lang)))
            )
    return Layout(
        name=passage.short,
        titles=(passage.title.upper(),),
        facts="",
        heads=with_room(heads, lines),
        lines=tuple(lines),
        says=(*passage.says, *(told for each in boards for told in _counts(each))),
        notes=tuple(said(each, lang) for each in _NOTES),
    )


_NOTES = (
    Message("Computed: the grade by our rule, from target and result. Official: the label that the document prints."),
    Message("A cell with a mark in its corner has a note: the words of the document and their place in it."),
)


def _head(column: Column, lang: str) -> Head:
    key = column.key
    if key in _NUMBERS:
        return Head(column.head, 9, Align.RIGHT)
    text = item_no(lang) if key == "code" else column.head
    text = unit_of_measure(lang) if key == "unit" else text
    align = Align.LEFT if key in ("indicator", "area") else Align.CENTER
    return Head(text, _WIDTHS.get(key, 9), align, is_letter=key in _NAMES)


def _entry(key: str, cell: Cell, item: Assessment, shorts: Mapping[str, str], lang: str) -> Entry:
    """A cell of the table; figures as numbers, with the words of their document."""
    target = item.row.target
    if key == "target" and target is not None:
        return of_statement(target, item.row, lang)._replace(note=words_of(target, shorts))
    if key in ("result", "present"):
        return _shown(cell, item, shorts, lang)
    return Entry(cell.text) if key == "code" else entry_of(cell, lang)


def _shown(cell: Cell, item: Assessment, shorts: Mapping[str, str], lang: str) -> Entry:
    """The figure that a cell shows: the one that reads like it, else its text."""
    row, stated = item.row, item.row.result
    amounts = [each for each in (item.result, item.current, item.baseline) if each is not None]
    for amount in amounts:
        for after in ("", f" ({amount.period})"):
            if known(amount, row, lang) + after == cell.text:
                note = words_of(amount.statement, shorts) if amount.statement else ""
                return of_amount(amount, row, lang, after)._replace(note=note)
    if stated is not None and shown(stated, row, lang) == cell.text:
        return of_statement(stated, row, lang)._replace(note=words_of(stated, shorts))
    return entry_of(cell, lang)


def _why(item: Assessment, lang: str) -> Entry:
    """Why the grade is another than the label, or why there is none."""
    is_plain = item.agreement is Agreement.AGREES or (item.agreement is None and item.verdict.grade.assessed)
    return Entry("" if is_plain else sentence(item.verdict.reason, lang))


def _counts(board: Table) -> Iterator[str]:
    """The lines of a scoreboard as sentences."""
    heads = [column.head for column in board.columns]
    for row in board.rows:
        counts = "; ".join(f"{head} {cell.text}" for head, cell in zip(heads[2:], row[2:], strict=True) if cell.text)
        yield f"{row[0].text}, {heads[1].lower()} {row[1].text}: {counts}"
