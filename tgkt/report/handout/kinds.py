"""The kinds of files a plan is written as, each by the ending of its name; each loads only what it needs."""

from __future__ import annotations

from collections.abc import Callable

from tgkt.report.handout.document import Document


def written(kind: str, document: Document, template: bytes | None = None) -> str | bytes:
    """A document as the content of a file.

    Args:
        kind: one of `KINDS`.
        document: what it says.
        template: the content of a template; only one of `TEMPLATED` has one.

    Raises:
        UsageError: what writes this kind is not installed, or the template cannot be filled.
    """
    return _WRITERS[kind](document) if template is None else _FILLERS[kind](document, template)


def _markdown(document: Document) -> str:
    from tgkt.report.handout.markdown import document_markdown  # lazy: only .md needs it

    return document_markdown(document)


def _html(document: Document) -> str:
    from tgkt.report.handout.html.page import document_html  # lazy: only .html needs it

    return document_html(document)


def _docx(document: Document, template: bytes | None = None) -> bytes:
    from tgkt.report.handout.docx.fill import document_docx  # lazy: only .docx needs it

    return document_docx(document, template)


def _workbook(document: Document) -> bytes:
    from tgkt.report.handout.xlsx.book import document_workbook  # lazy: only .xlsx needs it

    return document_workbook(document)


_WRITERS: dict[str, Callable[[Document], str | bytes]] = {
    ".docx": _docx,
    ".html": _html,
    ".md": _markdown,
    ".xlsx": _workbook,
}
_FILLERS: dict[str, Callable[[Document, bytes], str | bytes]] = {".docx": _docx}
KINDS, TEMPLATED = tuple(_WRITERS), tuple(_FILLERS)
