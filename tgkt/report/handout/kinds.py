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


def _html(document: Document) -> str:
    from tgkt.report.handout.html.page import document_html  # lazy: only .html needs it

    return document_html(document)


_WRITERS: dict[str, Callable[[Document], str | bytes]] = {".html": _html, ".md": _markdown}
KINDS = tuple(_WRITERS)
