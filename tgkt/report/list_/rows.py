"""Lines of `tgkt list` as flat rows; `tgkt.report.fields.list_` has their fields."""

from __future__ import annotations

from tgkt.facts.indicator import Words
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import Values
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


def list_head(subject: Subject, words: str) -> Values:
    """What was asked."""
    return {"list": subject, "asked": words or None}


def list_row(line: Line, tongues: Tongues) -> Values:
    """A line as fields."""
    match line:
        case IndicatorLine():
            return _indicator(line, tongues)
        case AreaLine():
            return _area(line, tongues)
        case PlanLine():
            return _plan(line, tongues)
        case SectionLine():
            return _section(line, tongues)
        case OriginLine():
            return _origin(line, tongues)
        case UnitLine():
            return _unit(line, tongues)


def _indicator(line: IndicatorLine, tongues: Tongues) -> Values:
    each = line.indicator
    return {
        "key": f"indicators/{each.id}",
        "id": each.id,
        "codes": list(line.codes),
        **tongues.told("title", each.title),
        "labels": list(dict.fromkeys(line.labels)),
        **tongues.units("unit", each.unit),
        "section": each.section,
        "kind": each.kind,
        "direction": each.direction,
        "figures": line.figures,
    }


def _area(line: AreaLine, tongues: Tongues) -> Values:
    area = line.area
    return {
        "key": f"areas/{area.id}",
        "id": area.id,
        **tongues.told("title", area.title),
        "noun": area.noun,
        "constituents": list(area.constituents),
        "figures": line.figures,
    }


def _plan(line: PlanLine, tongues: Tongues) -> Values:
    plan = line.plan
    return {
        "key": f"plans/{plan.id}",
        "id": plan.id,
        **tongues.told("title", plan.title),
        "period": str(plan.period),
        "baseline_year": int(plan.baseline),
        "targets": line.targets,
        "parts": line.rows,
        "in_force": line.in_force,
        "origin": plan.origin or None,
    }


def _section(line: SectionLine, tongues: Tongues) -> Values:
    return {
        "key": f"sections/{line.id}",
        "id": line.id,
        **tongues.told("title", line.title),
        "indicators": line.indicators,
        "parts": line.rows,
    }


def _origin(line: OriginLine, tongues: Tongues) -> Values:
    origin = line.origin
    return {
        "key": f"origins/{origin.id}",
        "id": origin.id,
        **tongues.told("title", origin.title),
        **tongues.told("short", origin.short),
        "issuer": origin.issuer,
        "date": origin.date,
        "language": origin.language,
        "url": origin.url,
        "figures": line.figures,
    }


def _unit(line: UnitLine, tongues: Tongues) -> Values:
    return {
        "key": f"units/{line.name}",
        "id": line.name,
        **tongues.told("title", Words(line.vietnamese, line.english)),
        "measures": line.measures,
        "times": line.times,
        "of": line.of or None,
        "spellings": list(line.spellings),
        "own": line.own,
    }
