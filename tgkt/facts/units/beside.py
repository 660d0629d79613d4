"""A number with its unit, as a reader of the language writes the two."""

from __future__ import annotations

from tgkt.facts.units.names import english, vietnamese
from tgkt.facts.units.unit import Unit


def beside(number: str, unit: Unit, lang: str) -> str:
    """A number and its unit in the language: `12.25 %` and `5 million people`, in Vietnamese `12,25%`, `5 triệu người`.

    Args:
        number: the number as it is written there.
        unit: its unit.
        lang: the language.
    """
    return with_mark(number, vietnamese(unit) if lang == "vi" else english(unit), lang)


def with_mark(number: str, mark: str, lang: str) -> str:
    """A number and a mark or word after it; Vietnamese sets no blank before a percent sign."""
    return f"{number}{mark}" if lang == "vi" and mark.startswith("%") else f"{number} {mark}".strip()
