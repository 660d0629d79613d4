"""A plan as Markdown, for minutes and for Git."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tgkt.language import said
from tgkt.message import Message
from tgkt.report.alignment import even
from tgkt.report.handout.document import Document
from tgkt.report.handout.passage import Passage
from tgkt.report.handout.targets import target_tables
from tgkt.report.markup import in_markdown, paragraph
from tgkt.report.table import Table, markdown

_TARGETS_AFTER = "attention"


def document_markdown(document: Document) -> str:
    """The whole document; a heading of the second level for each part."""
    lines = [f"# {in_markdown(document.title)}", ""]
    lines += [f"- {paragraph(head)}: {in_markdown(text)}" for head, text in document.facts] + [""]
    for passage in document.passages:
        lines += _passage(passage, document.lang)
        if passage.id == _TARGETS_AFTER:
            lines += _targets(document)
    return "\n".join(lines).rstrip() + "\n"


def _passage(passage: Passage, lang: str) -> Iterator[str]:
    yield from (f"## {in_markdown(passage.title)}", "")
    for each in passage.says:
        yield from (paragraph(each), "")
    yield from _tables((*passage.tables, *passage.rest), lang)


def _targets(document: Document) -> Iterator[str]:
    yield from (f"## {said(Message('The targets'), document.lang)}", "")
    yield from _tables(target_tables(document), document.lang)
    if document.signs:
        yield from (*(f"- {paragraph(each)}" for each in document.signs), "")


def _tables(tables: Sequence[Table], lang: str) -> Iterator[str]:
    if tables:
        yield markdown(even(tables, lang))
