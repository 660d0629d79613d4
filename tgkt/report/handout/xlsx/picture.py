"""The sheets of a panel's picture: one for each part that has tables; how it was reached stands below the first."""

from __future__ import annotations

from collections.abc import Iterator

from tgkt.report.handout.document import Document
from tgkt.report.handout.passage import Passage
from tgkt.report.handout.xlsx.entry import entry_of
from tgkt.report.handout.xlsx.layout import Align, Head, Layout, Line, facts_of, section, with_room
from tgkt.report.table import Column

_FOLDED, _PLAIN = 30, 9  # digits


def picture_layouts(document: Document) -> Iterator[Layout]:
    """A sheet for each part, the first with the title of the plan and what was read."""
    tabled = [each for each in document.passages if each.tables]
    for at, passage in enumerate(tabled):
        yield _layout(passage, document, is_first=at == 0)


def _layout(passage: Passage, document: Document, *, is_first: bool) -> Layout:
    columns = passage.tables[0].columns
    heads = tuple(_head(column) for column in columns)
    lines: list[Line] = []
    for number, table in enumerate(passage.tables, 1):
        if table.title:
            lines.append(section(number, table.title, len(heads)))
        lines += [Line(tuple(entry_of(cell, document.lang) for cell in row)) for row in table.rows]
    method = document.passage("method")
    return Layout(
        name=passage.title,
        titles=(passage.title.upper(), *((document.title,) if is_first else ())),
        facts=facts_of(document) if is_first else "",
        heads=with_room(heads, lines),
        lines=tuple(lines),
        says=passage.says,
        notes=(f"{method.title}:", *(f"- {each}" for each in method.says)) if is_first and method else (),
        kept=min(2, len(heads)),
    )


def _head(column: Column) -> Head:
    if column.fold:
        return Head(column.head, _FOLDED, is_letter=True)
    return Head(column.head, _PLAIN, Align.RIGHT if column.right else Align.CENTER, is_letter=not column.right)
