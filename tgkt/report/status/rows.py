"""An assessment as one flat row: the shape that JSON, CSV and every script sees."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Any

from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Words
from tgkt.facts.interval import INFINITY
from tgkt.facts.statement import Statement
from tgkt.facts.units import english
from tgkt.report.breaks import ids
from tgkt.report.words import assumption, sentence
from tgkt.results.computed import Amount, Computed
from tgkt.results.status import Agreement, Assessment, Tally

STATUS_SCHEMA = "tgkt/status/2"
_DIGITS = Context(prec=12)


def status_row(item: Assessment) -> dict[str, Any]:
    """Every field of a row, in a fixed order; None where a document is silent. All numbers are in the units beside."""
    row, indicator, standing = item.row, item.row.indicator, item.standing
    return {
        "key": f"{row.plan}/{row.area}/{row.code}",
        "id": indicator.id,
        "code": row.code,
        "plan": row.plan,
        "area": row.area,
        "section": indicator.section,
        "title": indicator.title.vi,
        "title_en": indicator.title.en,
        "label": row.label,
        "unit": item.unit.text,
        "unit_en": english(item.unit),
        "direction": indicator.direction,
        "kind": indicator.kind,
        "path": indicator.path,
        "price": indicator.price,
        **_target(item),
        **_base(item),
        **amount_fields(item.current, "current"),
        **_implied(item),
        **_proxy(item),
        **_result(item),
        "verdict": item.verdict.grade,
        "certain": item.verdict.certain,
        "rests_on": list(item.verdict.rests),
        "verdict_plan": item.verdict.plan_grade,
        "reason": item.verdict.reason.code,
        "why": sentence(item.verdict.reason, "en"),
        "standing": standing.kind if standing else None,
        "standing_certain": standing.certain if standing else None,
        "standing_rests_on": list(standing.rests) if standing else [],
        "standing_locked": standing.is_locked if standing else None,
        "standing_reason": standing.reason.code if standing else None,
        "standing_why": sentence(standing.reason, "en") if standing else None,
        "sought": item.sought.vi if item.sought else None,
        "sought_en": item.sought.en if item.sought else None,
        "missed_in": standing.missed if standing else None,
        "attention": item.attention,
        "attention_rank": item.rank,
        "distance": meant(item.distance),
        "share_of_path": meant(standing.share) if standing else None,
        "required_now": meant(item.required.value) if item.required else None,
        "required_unit": item.required.unit.text if item.required else None,
        "gap": meant(item.gap),
        "needed": meant(item.needed.value) if item.needed else None,
        "needed_unit": item.needed.unit.text if item.needed else None,
        "last_pace": meant(item.earlier.value) if item.earlier else None,
        "stretch": meant(item.stretch),
        "official": row.official,
        "agrees": None if item.agreement is None else item.agreement is Agreement.AGREES,
        "disagreement": item.agreement if item.agreement is not Agreement.AGREES else None,
        "findings": list(item.findings),
        "breaks": ids(item.breaks),
        "origin": row.origin,
        "locator": row.locator,
        "note": _note(row.note, row.target, "vi"),
        "note_en": _note(row.note, row.target, "en"),
        "parts": [status_row(part) for part in item.parts],
    }


def tally_row(count: Tally) -> dict[str, Any]:
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


def meant(value: Decimal | None) -> Decimal | None:
    """A computed number with the digits that are meant: twelve; None for what has no end."""
    return None if value is None or abs(value) == INFINITY else _DIGITS.plus(value)


def _target(item: Assessment) -> dict[str, Any]:
    target, region = item.row.target, item.target
    fields: dict[str, Any] = {
        "comparator": target.comparator if target else None,
        "target": number_of(target.figure) if target else None,
        **ends_fields(region, "target"),
        "target_unit": target.unit.text if target and target.figure else None,
        "target_period": str(target.period) if target else None,
        "target_timing": target.timing if target else None,
        "target_readings": list(target.readings) if target else [],
        "target_of": target.relative_to if target else None,
        "target_printed": target.printed if target else None,
        "excludes": list(target.excludes) if target else [],
    }
    return fields


def _base(item: Assessment) -> dict[str, Any]:
    base, plan = item.baseline, item.plan_baseline
    return {
        **amount_fields(base, "baseline"),
        "baseline_plan": number_of(plan.figure) if plan else None,
        "baseline_plan_unit": plan.unit.text if plan else None,
    }


def amount_fields(known: Amount | None, name: str) -> dict[str, Any]:
    """A known figure's fields, in the row's unit."""
    if known is None:
        return {f"{name}{each}": [] if each in _LISTS else None for each in _FIELDS}
    stated, derived = known.statement, known.derivation
    own = number_of(known.figure) if known.figure else None
    values = (
        own if derived is None and known.figure else meant(known.value) if known.is_point else None,
        meant(known.low),
        meant(known.high),
        known.unit.text,
        str(known.period),
        known.how,
        known.status,
        stated.comparator if stated else None,
        stated.printed if stated else None,
        list(known.origins),
        derived.formula if derived else None,
        [assumption(each, "vi") for each in derived.assumes] if derived else [],
        [assumption(each, "en") for each in derived.assumes] if derived else [],
        list(derived.missing) if derived else [],
    )
    return {f"{name}{each}": value for each, value in zip(_FIELDS, values, strict=True)}


_LISTS = ("_from", "_assumes", "_assumes_en", "_missing")
_FIELDS = (
    "",
    "_low",
    "_high",
    "_unit",
    "_period",
    "_how",
    "_status",
    "_comparator",
    "_printed",
    "_from",
    "_formula",
    "_assumes",
    "_assumes_en",
    "_missing",
)


def _implied(item: Assessment) -> dict[str, Any]:
    """What the plan's own targets imply for the row: shown apart, and never a figure."""
    value = item.implied
    return {
        "implied": meant(value.value) if value else None,
        "implied_low": meant(value.low) if value else None,
        "implied_high": meant(value.high) if value else None,
        "implied_unit": value.unit.text if value else None,
        "implied_period": str(value.period) if value else None,
        "implied_formula": value.derivation.formula if value and value.derivation else None,
    }


def _proxy(item: Assessment) -> dict[str, Any]:
    """Another measure, named where the row has no figure of its own; never compared."""
    value = item.proxy
    return {
        "proxy": item.row.indicator.proxy if value else None,
        "proxy_value": meant(value.value) if value and value.is_point else None,
        "proxy_low": meant(value.low) if value else None,
        "proxy_high": meant(value.high) if value else None,
        "proxy_unit": value.unit.text if value else None,
        "proxy_period": str(value.period) if value else None,
    }


def _result(item: Assessment) -> dict[str, Any]:
    """What came of the target; of a result in words its period and words."""
    stated, fields = item.row.result, amount_fields(item.result, "result")
    if item.result is not None or stated is None:
        return fields
    words = {
        "result_period": str(stated.period),
        "result_comparator": stated.comparator,
        "result_printed": stated.printed,
    }
    return {**fields, **words}


def ends_fields(value: Computed | None, name: str) -> dict[str, Any]:
    """Both ends of a computed range as fields."""
    return {f"{name}_low": meant(value.low) if value else None, f"{name}_high": meant(value.high) if value else None}


def number_of(figure: Figure | None) -> Decimal | None:
    """The printed number, digits kept; a range has none of its own."""
    if figure is None or figure.is_range:
        return None
    return figure.low if len(figure.low.as_tuple().digits) <= _DIGITS.prec else meant(figure.low)


def _note(own: Words | None, target: Statement | None, lang: str) -> str | None:
    words = own or (target.note if target else None)
    return words.within(lang) if words else None
