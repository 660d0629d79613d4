"""Dates as a reader of the language writes them; where they are typed, and for machines, they stay 2025-09-15."""

from __future__ import annotations


def dated(date: str, lang: str) -> str:
    """A day, month or year: 2025-09-15 is `15/09/2025` in Vietnamese, 2025-09 is `09/2025`."""
    return "/".join(reversed(date.split("-"))) if lang == "vi" else date
