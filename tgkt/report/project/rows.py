"""Trajectories, effects and goals sought as flat rows: the shapes that JSON, CSV and every script sees."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tgkt.facts.catalogue import Link
from tgkt.facts.statement import Statement
from tgkt.report.breaks import ids
from tgkt.report.project.effects import goal_text
from tgkt.report.status.rows import amount_fields, meant
from tgkt.report.words import sentence
from tgkt.results.project import Effect, Judgement, Outlook, PathPoint, Solution, Trajectory

PROJECT_SCHEMA = "tgkt/project/2"
EFFECTS_SCHEMA = "tgkt/effects/2"
SOLVE_SCHEMA = "tgkt/solve/2"


def outlook_row(outlook: Outlook, year: int) -> dict[str, Any]:
    """A trajectory as fields, with its years; all numbers are in the units beside them."""
    found, row = outlook.trajectory, outlook.trajectory.row
    at, target = found.at(year) or PathPoint(year), row.target
    return {
        "key": f"{row.plan}/{row.area}/{row.code or row.indicator.id}",
        "id": row.indicator.id,
        "code": row.code or None,
        "area": row.area,
        "section": row.indicator.section,
        "title": row.indicator.title.vi,
        "title_en": row.indicator.title.en,
        "unit": found.unit.text,
        "form": found.form,
        "path": row.indicator.path,
        "direction": row.indicator.direction,
        "comparator": target.comparator if target else None,
        **_target(found),
        **amount_fields(found.baseline, "baseline"),
        **amount_fields(found.current, "current"),
        "gap": meant(found.gap),
        "year": year,
        **_point(at),
        "pace": meant(found.pace.value) if found.pace else None,
        "pace_unit": found.pace.unit.text if found.pace else None,
        "pace_from": found.pace_from,
        "pace_span": "-".join(map(str, found.span)) if found.span else None,
        "year_reached": found.year_reached,
        "in_time": found.is_in_time,
        "reason": found.reason.code if found.reason else None,
        "why": sentence(found.reason, "en") if found.reason else None,
        "needed": meant(found.needed.value) if found.needed else None,
        "needed_unit": found.needed.unit.text if found.needed else None,
        "stretch": meant(found.stretch),
        **_judgement(outlook.judgement),
        "breaks": ids(found.breaks),
        "years": [{"year": each.year, **_point(each), "gap": meant(each.gap)} for each in found.points],
    }


def _target(found: Trajectory) -> dict[str, Any]:
    """The target as printed, what it allows, and the edge of it to be reached, in the trajectory's unit."""
    target, allowed = found.row.target, found.target
    return {
        "target": _number(target),
        "target_low": meant(allowed.low) if allowed else None,
        "target_high": meant(allowed.high) if allowed else None,
        "target_unit": target.unit.text if target and target.figure else None,
        "target_period": str(target.period) if target else None,
        "edge": meant(found.goal),
    }


def _number(stated: Statement | None) -> Decimal | None:
    """The printed number; a range has none of its own."""
    return stated.figure.low if stated and stated.figure and not stated.figure.is_range else None


def _point(at: PathPoint) -> dict[str, Any]:
    """A year's numbers."""
    return {
        "required": meant(at.required),
        "observed": meant(at.observed),
        "projected": meant(at.projected),
        "projected_gap": meant(at.projected_gap),
    }


def _judgement(found: Judgement) -> dict[str, Any]:
    pace = found.pace
    return {
        "method": pace.method if pace else None,
        "method_version": pace.version if pace else None,
        "pace_label": pace.label if pace else None,
        "pace_value": meant(pace.value) if pace else None,
        "pace_score": meant(pace.score) if pace else None,
        "pace_reason": found.reason.code if found.reason else None,
        "linear_label": found.linear_label,
        "trend": found.trend,
    }


def effect_row(name: str, effect: Effect) -> dict[str, Any]:
    """One changed target as fields."""
    row = effect.row
    return {
        "scenario": name,
        "key": f"{row.plan}/{row.area}/{row.code or row.indicator.id}",
        "id": row.indicator.id,
        "code": row.code,
        "area": row.area,
        "unit": row.unit.text,
        "comparator": row.target.comparator if row.target else None,
        "target": _number(row.target),
        "target_unit": row.target.unit.text if row.target else None,
        "target_period": str(row.target.period) if row.target else None,
        "is_set": effect.is_set,
        "before": meant(effect.before),
        "after": meant(effect.after),
        "change": meant(effect.change),
        "verdict_before": effect.grade_before,
        "verdict_after": effect.grade_after,
        "breaks": ids(effect.breaks),
    }


def link_rows(links: Sequence[Link]) -> list[dict[str, Any]]:
    """The links that carried a change, each once."""
    return [
        {"id": link.id, "computes": str(link.computes), "formula": link.text}
        for link in {each.id: each for each in links}.values()
    ]


def solution_row(found: Solution) -> dict[str, Any]:
    """A goal sought as fields."""
    return {
        "unknown": found.unknown.indicator.id,
        "goal": goal_text(found, found.goal.unit.text),
        "value": meant(found.value),
        "unit": found.unknown.unit.text,
        "reached": meant(found.reached),
        "reached_unit": found.goal.unit.text,
        "holds_above": found.holds_above,
        "reason": found.reason.code if found.reason else None,
        "why": sentence(found.reason, "en") if found.reason else None,
        "links": [link.id for link in found.links],
        "effects": [effect_row("", effect) for effect in found.effects],
        "breaks": ids(found.breaks),
    }
