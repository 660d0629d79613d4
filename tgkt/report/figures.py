"""A statement's figure as it stands in a table about its row."""

from __future__ import annotations

from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.facts.units import scale_word
from tgkt.report.numbers import printed, unit
from tgkt.report.words import word


def shown(statement: Statement | None, row: Row, lang: str) -> str:
    """A statement's figure; its unit too, or its scale word alone, where that is not the row's."""
    if statement is None:
        return ""
    if statement.figure is None:
        return word("structure" if statement.values else "words", lang)
    figure = printed(statement.figure, lang)
    if statement.relative_to is not None:
        return f"×{figure} {statement.relative_to}"
    declared = row.unit
    if statement.unit.text == declared.text:
        return figure
    is_rescaled = (statement.unit.above, statement.unit.below) == (declared.above, declared.below)
    other = scale_word(statement.unit, english=lang == "en") if is_rescaled else unit(statement.unit, lang)
    return f"{figure} {other}"
