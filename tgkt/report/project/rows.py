"""Trajectories, effects and goals sought as flat rows; `tgkt.report.fields.project` has their fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tgkt.facts.catalogue import Link
from tgkt.facts.units import PERCENT, TIMES
from tgkt.report.breaks import ids
from tgkt.report.machine.digits import highest, lowest, meant
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import (
    Values,
    about,
    amount_values,
    computed_values,
    gap_values,
    key_of,
    reason_values,
    target_values,
)
from tgkt.report.project.effects import goal_text
from tgkt.results.project import Effect, Judgement, Outlook, PathPoint, Scenario, Solution

_IN_PERCENT = "healthy_people"  # the only one whose value is in percent


def outlook_row(outlook: Outlook, year: int, tongues: Tongues) -> Values:
    """A trajectory as fields, with its years; all numbers are in the units beside them."""
    found, row = outlook.trajectory, outlook.trajectory.row
    at = found.at(year) or PathPoint(year)
    return {
        **about(row, tongues),
        **tongues.units("unit", found.unit),
        "form": found.form,
        "path": row.indicator.path,
        "direction": row.indicator.direction,
        **target_values(row.target, found.target, tongues),
        "edge": meant(found.goal),
        **amount_values(found.baseline, "baseline", tongues),
        **amount_values(found.current, "current", tongues),
        **_point(at),
        **gap_values(found.gap, found.gap_low, found.gap_high),
        **computed_values(found.pace, "pace", tongues),
        "pace_from": found.pace_from,
        "pace_span": "-".join(map(str, found.span)) if found.span else None,
        "year_reached": found.year_reached,
        "in_time": found.is_in_time,
        **reason_values("", found.reason),
        **computed_values(found.needed, "needed", tongues),
        "stretch": meant(found.stretch),
        **_judgement(outlook.judgement, tongues),
        "breaks": ids(found.breaks),
        "years": [_point(each) for each in found.points],
    }


def year_rows(outlooks: Iterable[Outlook], tongues: Tongues) -> list[Values]:
    """The years of trajectories, one row each."""
    return [
        {
            **about(found.row, tongues),
            "key": f"{key_of(found.row)}/{int(each.year)}",
            "status_key": key_of(found.row),
            **tongues.units("unit", found.unit),
            "form": found.form,
            **_point(each),
        }
        for found in (outlook.trajectory for outlook in outlooks)
        for each in found.points
    ]


def _point(at: PathPoint) -> Values:
    """A year's numbers."""
    return {
        "year": int(at.year),
        "required": meant(at.required),
        "observed": meant(at.observed),
        "observed_low": lowest(at.observed_low),
        "observed_high": highest(at.observed_high),
        "projected": meant(at.projected),
        "gap": meant(at.gap),
        "projected_gap": meant(at.projected_gap),
    }


def _judgement(found: Judgement, tongues: Tongues) -> Values:
    pace = found.pace
    unit = PERCENT if pace and pace.method == _IN_PERCENT else TIMES
    return {
        "method": pace.method if pace else None,
        "method_version": pace.version if pace else None,
        "pace_label": pace.label if pace else None,
        "pace_value": meant(pace.value) if pace else None,
        "pace_value_unit": tongues.unit(unit) if pace and pace.value is not None else None,
        "pace_score": meant(pace.score) if pace else None,
        **reason_values("pace_", found.reason),
        "linear_label": found.linear_label,
        "trend": found.trend,
    }


def effect_rows(scenarios: Sequence[Scenario], tongues: Tongues) -> list[Values]:
    """The rows that scenarios change, scenario by scenario."""
    return [
        effect_row(each.name, place, effect, tongues)
        for place, each in enumerate(scenarios, 1)
        for effect in each.effects
    ]


def effect_row(name: str | None, place: int, effect: Effect, tongues: Tongues) -> Values:
    """One changed target as fields; `place` tells scenarios apart."""
    row = effect.row
    return {
        **about(row, tongues),
        "key": f"{key_of(row)}/{place}",
        "status_key": key_of(row),
        "scenario": name,
        **tongues.units("unit", row.unit),
        **target_values(row.target, None, tongues),
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
        {"link": link.id, "computes": str(link.computes), "formula": link.text}
        for link in {each.id: each for each in links}.values()
    ]


def solution_row(found: Solution, tongues: Tongues) -> Values:
    """A goal sought as fields."""
    return {
        **about(found.unknown, tongues),
        "goal": goal_text(found, found.goal.unit.text),
        "goal_id": found.goal.indicator.id,
        "goal_sign": found.sign,
        "goal_value": meant(found.wanted),
        "goal_unit": tongues.unit(found.goal.unit),
        "value": meant(found.value),
        **tongues.units("unit", found.unknown.unit),
        "reached": meant(found.reached),
        "reached_unit": tongues.unit(found.goal.unit),
        "holds_above": found.holds_above,
        **reason_values("", found.reason),
        "links": [link.id for link in found.links],
        "breaks": ids(found.breaks),
    }


def solution_head(found: Solution, plan: str, tongues: Tongues) -> Values:
    """What holds beside the figure sought."""
    return {"plan": plan, "effects": [effect_row(None, 1, effect, tongues) for effect in found.effects]}
