"""Merged figures and implied weights as flat rows; `tgkt.report.fields.blend` has their fields."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tgkt.facts.interval import EXACT
from tgkt.facts.units import PERCENT
from tgkt.report.blend import rounded_like, value_printed, weights_of
from tgkt.report.breaks import ids
from tgkt.report.machine.digits import ends_of, highest, lowest, meant
from tgkt.report.machine.tongues import Tongues
from tgkt.report.machine.values import Values, amount_values, computed_values, reason_values
from tgkt.results.blend import Constituent, Implied, Merge, WeightRoute


def merge_row(found: Merge, tongues: Tongues) -> Values:
    """A blend as fields."""
    stated, spread = found.printed, found.blended or found.bound
    return {
        "key": _key(found),
        "id": found.indicator.id,
        "area": found.area,
        "period": str(found.period),
        **tongues.told("title", found.indicator.title),
        "timing": found.timing,
        **tongues.units("unit", found.indicator.unit),
        "by": found.indicator.blend.by,
        "weight": found.weight,
        **_weight_from(found),
        "weights_of": weights_of(found),
        "blended": meant(found.blended.value) if found.blended else None,
        "low": lowest(spread.low) if spread else None,
        "high": highest(spread.high) if spread else None,
        "rounded": rounded_like(found),
        "first_order": meant(found.first_order.value) if found.first_order else None,
        "missing": list(found.missing),
        **tongues.told_texts("assumes", found.assumes),
        **amount_values(found.figure, "figure", tongues),
        "printed": value_printed(stated, found),
        **ends_of(found.printed_range, "printed"),
        "printed_words": stated.printed if stated else None,
        "printed_comparator": stated.comparator if stated else None,
        "outcome": found.outcome,
        **reason_values("", found.reason),
        **computed_values(found.implied, "implied_weight", tongues),
        "origin": stated.origin if stated else None,
        "locator": stated.locator if stated else None,
        "breaks": ids(found.breaks),
        "constituents": [_constituent(each, found, tongues) for each in found.constituents],
        "routes": [_route(each) for each in found.routes],
    }


def part_rows(found: Iterable[Merge], tongues: Tongues) -> list[Values]:
    """The parts of merged figures, one row each."""
    return [
        {
            **_constituent(each, merge, tongues),
            "key": f"{_key(merge)}/{each.area}",
            "blend_key": _key(merge),
            "id": merge.indicator.id,
            "merged_area": merge.area,
            **tongues.told("title", merge.indicator.title),
            "period": str(merge.period),
        }
        for merge in found
        for each in merge.constituents
    ]


def implied_row(each: Implied, tongues: Tongues) -> Values:
    """An implied weight as fields."""
    return {
        "key": f"{each.weight}/{each.area}/{each.indicator.id}/{each.period}",
        "weight": each.weight,
        "area": each.area,
        "id": each.indicator.id,
        "period": str(each.period),
        **tongues.told("title", each.indicator.title),
        **computed_values(each.value, "implied", tongues),
        **reason_values("", each.reason),
        "breaks": ids(each.breaks),
    }


def _key(found: Merge) -> str:
    return f"{found.area}/{found.indicator.id}/{found.period}"


def _weight_from(found: Merge) -> Values:
    """Where the weights come from."""
    told = reason_values("", found.weight_from)
    return {
        "weight_from": told["reason"],
        "weight_from_fields": told["reason_fields"],
        "weight_from_why": told["why"],
    }


def _constituent(each: Constituent, found: Merge, tongues: Tongues) -> Values:
    return {
        **amount_values(each.figure, "value", tongues),
        "area": each.area,
        **_weight(*(_percent(value) for value in (each.weight, each.weight_low, each.weight_high))),
        "contribution": meant(each.contribution),
        "contribution_unit": None if each.contribution is None else tongues.unit(found.indicator.unit),
        "origin": each.statement.origin if each.statement else None,
        "locator": each.statement.locator if each.statement else None,
    }


def _route(each: WeightRoute) -> Values:
    return {
        "route": each.route.id,
        "area": each.route.area,
        "formula": each.route.text,
        **_weight(each.value, each.low, each.high),
        "taken": each.taken,
        **reason_values("", each.reason),
    }


def _percent(value: Decimal | None) -> Decimal | None:
    """A share of one in percent."""
    return None if value is None else value.scaleb(2, EXACT)


def _weight(value: Decimal | None, low: Decimal | None, high: Decimal | None) -> Values:
    return {
        "weight": meant(value),
        "weight_low": lowest(low),
        "weight_high": highest(high),
        "weight_unit": None if value is None else PERCENT.text,
    }
