"""Where a figure stands, in words: its document, and the place in it."""

from __future__ import annotations


def place(document: str, locator: str) -> str:
    """A document by its short name and the place in it, where one is known; a place that names it stands alone."""
    if not locator or locator.startswith(document):
        return locator or document
    return f"{document}, {locator}"
