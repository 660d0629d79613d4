"""The kinds of files a plan is written as, each by the ending of its name; each loads only what it needs."""

from __future__ import annotations

from collections.abc import Callable

from tgkt.report.handout.document import Document


def written(kind: str, document: Document) -> str | bytes:
    """A document as the content of a file.

    Args:
        kind: one of `KINDS`.
        document: what it says.

    Raises:
        UsageError: what writes this kind is not installed.
    """
    return _WRITERS[kind](document)


def _markdown(document: Document) -> str:
    from tgkt.report.handout.markdown import document_markdown  # lazy: only .md needs it

    return document_markdown(document)


def _workbook(document: Document) -> bytes:
    from tgkt.report.handout.xlsx.book import document_workbook  # lazy: only .xlsx needs it

    return document_workbook(document)


_WRITERS: dict[str, Callable[[Document], str | bytes]] = {".md": _markdown, ".xlsx": _workbook}
KINDS = tuple(_WRITERS)
