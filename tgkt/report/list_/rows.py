"""Lines of `tgkt list` as flat rows: the shape that JSON, CSV and every script sees."""

from __future__ import annotations

from typing import Any

from tgkt.facts.units import english
from tgkt.results.list_ import (
    AreaLine,
    IndicatorLine,
    Line,
    OriginLine,
    PlanLine,
    SectionLine,
    Subject,
    UnitLine,
)

LIST_SCHEMA = "tgkt/list/1"


def list_head(subject: Subject, words: str) -> dict[str, Any]:
    """What was asked."""
    return {"list": subject, "asked": words or None}


def list_row(subject: Subject, line: Line) -> dict[str, Any]:
    """A line as fields."""
    return {"list": subject, **_fields(line)}


def _fields(line: Line) -> dict[str, Any]:
    match line:
        case IndicatorLine():
            return _indicator(line)
        case AreaLine():
            return _area(line)
        case PlanLine():
            return _plan(line)
        case SectionLine():
            return _section(line)
        case OriginLine():
            return _origin(line)
        case UnitLine():
            return _unit(line)


def _indicator(line: IndicatorLine) -> dict[str, Any]:
    each = line.indicator
    return {
        "key": f"indicators/{each.id}",
        "id": each.id,
        "codes": list(line.codes),
        "title": each.title.vi,
        "title_en": each.title.en,
        "labels": list(dict.fromkeys(line.labels)),
        "unit": each.unit.text,
        "unit_en": english(each.unit),
        "section": each.section,
        "kind": each.kind,
        "direction": each.direction,
        "figures": line.figures,
    }


def _area(line: AreaLine) -> dict[str, Any]:
    area = line.area
    return {
        "key": f"areas/{area.id}",
        "id": area.id,
        "title": area.title.vi,
        "title_en": area.title.en,
        "noun": area.noun,
        "constituents": list(area.constituents),
        "figures": line.figures,
    }


def _plan(line: PlanLine) -> dict[str, Any]:
    plan = line.plan
    return {
        "key": f"plans/{plan.id}",
        "id": plan.id,
        "title": plan.title.vi,
        "title_en": plan.title.en,
        "period": str(plan.period),
        "baseline_year": int(plan.baseline),
        "targets": line.targets,
        "parts": line.rows,
        "in_force": line.in_force,
        "origin": plan.origin,
    }


def _section(line: SectionLine) -> dict[str, Any]:
    return {
        "key": f"sections/{line.id}",
        "id": line.id,
        "title": line.title.vi,
        "title_en": line.title.en,
        "indicators": line.indicators,
        "parts": line.rows,
    }


def _origin(line: OriginLine) -> dict[str, Any]:
    origin = line.origin
    return {
        "key": f"origins/{origin.id}",
        "id": origin.id,
        "title": origin.title.vi,
        "title_en": origin.title.en,
        "short": origin.short.vi,
        "short_en": origin.short.en,
        "issuer": origin.issuer,
        "date": origin.date,
        "language": origin.language,
        "url": origin.url,
        "figures": line.figures,
    }


def _unit(line: UnitLine) -> dict[str, Any]:
    return {
        "key": f"units/{line.name}",
        "id": line.name,
        "title": line.vietnamese,
        "title_en": line.english,
        "measures": line.measures,
        "times": line.times,
        "of": line.of or None,
        "spellings": list(line.spellings),
        "own": line.own,
    }
