"""A plan as a workbook: the sheet of targets, and one for every other part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tgkt.language import said
from tgkt.message import Message
from tgkt.report.handout.document import Document
from tgkt.report.handout.xlsx.forms import WRITTEN_IN, Forms
from tgkt.report.handout.xlsx.layout import Layout
from tgkt.report.handout.xlsx.lists import blend_layout, board_layout, documents_layout, findings_layout
from tgkt.report.handout.xlsx.page import write
from tgkt.report.handout.xlsx.picture import picture_layouts
from tgkt.report.handout.xlsx.results import results_layouts
from tgkt.report.handout.xlsx.targets import targets_layout
from tgkt.report.spreadsheet import cell_text, sheet_name, written


def document_workbook(document: Document) -> bytes:
    """The whole document as an .xlsx file; the same bytes for the same document.

    Raises:
        UsageError: XlsxWriter is not installed.
    """

    def fill(book: Any) -> None:
        book.set_properties({"title": cell_text(document.title)})
        forms = Forms(book)
        taken: list[str] = []
        for number, layout in enumerate(_layouts(document), 1):
            taken.append(sheet_name(layout.name, taken))
            table = said(Message("Table {number}", number=number), document.lang)
            write(book.add_worksheet(taken[-1]), layout._replace(number=table), forms)

    return written(fill, ".md", {"default_format_properties": {**WRITTEN_IN}})  # a copy: the library changes it


def _layouts(document: Document) -> Iterator[Layout]:
    """The sheets in order, the targets first."""
    if document.found is None:
        yield from picture_layouts(document)
        return
    if document.lines:
        yield targets_layout(document)
    for passage in document.passages:
        if passage.id == "board" and passage.tables:
            yield board_layout(passage, document.passage("attention"), document)
        elif passage.id.startswith("results-"):
            yield from results_layouts(passage, document)
        elif passage.id == "findings":
            yield findings_layout(passage, document)
        elif passage.id == "blend":
            yield blend_layout(passage, document)
        elif passage.id == "documents":
            yield documents_layout(passage, document.passage("method"), document)
