"""An assessment as one flat row: the shape that JSON, CSV and every script sees. `tgkt.report.fields.status` has it."""

from __future__ import annotations

from collections.abc import Iterable

from tgkt.facts.statement import Statement
from tgkt.report.breaks import ids
from tgkt.report.machine.digits import ends_of, meant, number_of
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import (
    Values,
    about,
    amount_values,
    computed_values,
    gap_values,
    reason_values,
    target_values,
)
from tgkt.results.status import Agreement, Assessment, Tally


def status_rows(items: Iterable[Assessment], tongues: Tongues, *, is_long: bool = False) -> list[Values]:
    """The rows; of the long form each structure is followed by its parts."""
    found = []
    for item in items:
        row = status_row(item, tongues)
        found.append({**row, "part_of": None} if is_long else row)
        for place, part in enumerate(item.parts if is_long else (), 1):
            own = {"key": f"{row['key']}/{place}", "part_of": row["key"]}
            found.append({**status_row(part, tongues), **own})
    return found


def status_row(item: Assessment, tongues: Tongues) -> Values:
    """Every field of a row; None where a document is silent."""
    row, indicator = item.row, item.row.indicator
    return {
        **about(row, tongues),
        "label": row.label,
        **tongues.units("unit", item.unit),
        "direction": indicator.direction,
        "kind": indicator.kind,
        "path": indicator.path,
        "price": indicator.price,
        **_target(item, tongues),
        **amount_values(item.baseline, "baseline", tongues),
        **_plan_baseline(item.plan_baseline, tongues),
        **amount_values(item.current, "current", tongues),
        **_implied(item, tongues),
        **_proxy(item, tongues),
        **_result(item, tongues),
        **_verdict(item),
        **_standing(item),
        **tongues.told("sought", item.sought),
        **_way(item, tongues),
        "official": row.official,
        "agrees": None if item.agreement is None else item.agreement is Agreement.AGREES,
        "disagreement": item.agreement if item.agreement is not Agreement.AGREES else None,
        "findings": list(item.findings),
        "breaks": ids(item.breaks),
        "origin": row.origin,
        "locator": row.locator,
        **tongues.told("condition", row.condition),
        **tongues.told("note", row.note or (row.target.note if row.target else None)),
    }


def tally_row(count: Tally) -> Values:
    """A scoreboard line as fields: by part, and under `targets` by numbered target."""
    by_part = {name: value for name, value in count.parts._asdict().items() if name not in ("total", "not_settled")}
    return {
        "plan": count.plan,
        "area": count.area,
        "rows": count.parts.total,
        **by_part,
        "agree": count.agree,
        "differ_in_degree": count.differ_in_degree,
        "differ_in_outcome": count.differ_in_outcome,
        "uncertain": count.uncertain,
        "targets": count.targets._asdict(),
    }


def _target(item: Assessment, tongues: Tongues) -> Values:
    target = item.row.target
    return {
        **target_values(target, item.target, tongues),
        "target_timing": target.timing if target else None,
        "target_readings": list(target.readings) if target else [],
        "target_of": target.relative_to if target else None,
        "target_printed": target.printed if target else None,
        "excludes": list(target.excludes) if target else [],
    }


def _plan_baseline(plan: Statement | None, tongues: Tongues) -> Values:
    return {
        "baseline_plan": number_of(plan.figure) if plan else None,
        "baseline_plan_unit": tongues.unit(plan.unit) if plan else None,
    }


def _implied(item: Assessment, tongues: Tongues) -> Values:
    """What the plan's own targets imply for the row: shown apart, and never a figure."""
    value = item.implied
    return {
        **computed_values(value, "implied", tongues),
        "implied_period": str(value.period) if value else None,
        "implied_formula": value.derivation.formula if value and value.derivation else None,
    }


def _proxy(item: Assessment, tongues: Tongues) -> Values:
    """Another measure, named where the row has no figure of its own; never compared."""
    value = item.proxy
    return {
        "proxy": item.row.indicator.proxy if value else None,
        "proxy_value": meant(value.value) if value and value.is_point else None,
        **ends_of(value, "proxy"),
        "proxy_unit": tongues.unit(value.unit) if value else None,
        "proxy_period": str(value.period) if value else None,
    }


def _result(item: Assessment, tongues: Tongues) -> Values:
    """What came of the target; of a result in words its period and words."""
    stated, fields = item.row.result, amount_values(item.result, "result", tongues)
    if item.result is not None or stated is None:
        return fields
    words = {
        "result_period": str(stated.period),
        "result_comparator": stated.comparator,
        "result_printed": stated.printed,
    }
    return {**fields, **words}


def _verdict(item: Assessment) -> Values:
    verdict = item.verdict
    return {
        "verdict": verdict.grade,
        "certain": verdict.certain,
        "rests_on": list(verdict.rests),
        "verdict_plan": verdict.plan_grade,
        **reason_values("", verdict.reason),
    }


def _standing(item: Assessment) -> Values:
    standing = item.standing
    return {
        "standing": standing.kind if standing else None,
        "standing_certain": standing.certain if standing else None,
        "standing_rests_on": list(standing.rests) if standing else [],
        "standing_locked": standing.is_locked if standing else None,
        **reason_values("standing_", standing.reason if standing else None),
        "missed_in": standing.missed if standing else None,
        "share_of_path": meant(standing.share) if standing else None,
    }


def _way(item: Assessment, tongues: Tongues) -> Values:
    """What it asks of its reader, what the path asks for, what is missing and needed."""
    required = item.required
    return {
        "attention": item.attention,
        "attention_rank": item.rank,
        "distance": meant(item.distance),
        "required_now": meant(required.value) if required else None,
        **ends_of(required, "required"),
        "required_unit": tongues.unit(required.unit) if required else None,
        **gap_values(item.gap, item.gap_low, item.gap_high),
        **computed_values(item.needed, "needed", tongues),
        **computed_values(item.earlier, "last_pace", tongues),
        "stretch": meant(item.stretch),
    }
