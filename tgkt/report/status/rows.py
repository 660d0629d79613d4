"""An assessment as one flat row: the shape that JSON, CSV and every script sees."""

from __future__ import annotations

from typing import Any

from tgkt.facts.figure import Figure
from tgkt.facts.statement import Statement
from tgkt.facts.units import english
from tgkt.report.words import sentence
from tgkt.results.status import Agreement, Assessment, Tally

STATUS_SCHEMA = "tgkt/status/1"


def status_row(item: Assessment) -> dict[str, Any]:
    """Every field of a row, in a fixed order; None where a document is silent."""
    row, indicator = item.row, item.row.indicator
    target, base, result = row.target, row.baseline, row.result
    return {
        "id": indicator.id,
        "code": row.code,
        "plan": row.plan,
        "area": row.area,
        "section": indicator.section,
        "title_vi": indicator.title.vi,
        "title_en": indicator.title.en,
        "label": row.label,
        "unit": row.unit.text,
        "unit_en": english(row.unit),
        "direction": indicator.direction,
        "kind": indicator.kind,
        "path": indicator.path,
        "price": indicator.price,
        **_told(target, "target"),
        "target_timing": target.timing if target else None,
        "excludes": list(target.excludes) if target else [],
        **_told(base, "baseline"),
        "baseline_status": base.status if base else None,
        **_told(item.current, "current"),
        **_told(result, "result"),
        "verdict": item.verdict.grade,
        "certain": item.verdict.certain,
        "reason": item.verdict.reason.code,
        "why": sentence(item.verdict.reason, "en"),
        "official": row.official,
        "agrees": None if item.agreement is None else item.agreement is Agreement.AGREES,
        "disagreement": item.agreement if item.agreement is not Agreement.AGREES else None,
        "standing": item.standing.kind if item.standing else None,
        "standing_certain": item.standing.certain if item.standing else None,
        "standing_why": sentence(item.standing.reason, "en") if item.standing else None,
        "gap": item.change.gap,
        "multiple": item.change.multiple,
        "required_growth": item.change.growth,
        "required_points": item.change.points,
        "last_pace": item.change.pace,
        "stretch": item.change.stretch,
        "origin": row.origin,
        "locator": row.locator,
        "findings": list(item.findings),
        "note_vi": _note(row.note, target, "vi"),
        "note_en": _note(row.note, target, "en"),
        "parts": [status_row(part) for part in item.parts],
    }


def tally_row(count: Tally) -> dict[str, Any]:
    """A scoreboard line as fields."""
    return {name: getattr(count, name) for name in Tally._fields}


def _told(statement: Statement | None, name: str) -> dict[str, Any]:
    """A statement's fields; the target's own comparator keeps the plain name."""
    comparator = "comparator" if name == "target" else f"{name}_comparator"
    if statement is None:
        return dict.fromkeys((comparator, name, f"{name}_unit", f"{name}_period", f"{name}_printed"))
    return {
        comparator: statement.comparator,
        name: _numbers(statement),
        f"{name}_unit": statement.unit.text,
        f"{name}_period": str(statement.period),
        f"{name}_printed": statement.printed,
    }


def _numbers(statement: Statement) -> Any:
    """A number, [low, high] for a range, None for words; a structure's shares stand in `parts`."""
    figure: Figure | None = statement.figure
    if figure is None:
        return None
    return [figure.low, figure.high] if figure.is_range else figure.value


def _note(own: Any, target: Statement | None, lang: str) -> str | None:
    words = own or (target.note if target else None)
    return words.within(lang) if words else None
