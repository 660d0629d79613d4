"""The values of fields that several commands have: a known figure, a reason, keys that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.reason import Reason
from tgkt.report.machine.digits import ends_of, highest, lowest, meant, number_of
from tgkt.report.machine.tongues import Tongues
from tgkt.report.words import facts, sentence
from tgkt.results.computed import Amount, Computed

Values = dict[str, Any]


def about(row: Row, tongues: Tongues) -> Values:
    """What a row of a plan is about."""
    return {
        "key": key_of(row),
        "id": row.indicator.id,
        "code": row.code or None,
        "plan": row.plan or None,
        "area": row.area,
        "section": row.indicator.section,
        **tongues.told("title", row.indicator.title),
    }


def key_of(row: Row) -> str:
    """The key of a row of a plan; of an indicator that no plan has a row for, its area and id."""
    return "/".join(filter(None, (row.plan, row.area, row.code or row.indicator.id)))


def numbered(keys: Iterable[str]) -> list[str]:
    """Keys of which each stands once: the second of one is followed by /2."""
    seen: Counter[str] = Counter()
    found = []
    for key in keys:
        seen[key] += 1
        found.append(key if seen[key] == 1 else f"{key}/{seen[key]}")
    return found


def amount_values(known: Amount | None, name: str, tongues: Tongues) -> Values:
    """A known figure, in its unit; the fields of the one called `value` are `low`, `high` and so on."""
    stated, derived = (known.statement, known.derivation) if known else (None, None)
    own = "" if name == "value" else f"{name}_"
    return {
        name: _own(known),
        f"{own}low": lowest(known.low) if known else None,
        f"{own}high": highest(known.high) if known else None,
        f"{own}unit": tongues.unit(known.unit) if known else None,
        f"{own}period": str(known.period) if known else None,
        f"{own}how": known.how if known else None,
        f"{own}status": known.status if known else None,
        f"{own}comparator": stated.comparator if stated else None,
        f"{own}printed": stated.printed if stated else None,
        f"{own}from": list(known.origins) if known else [],
        f"{own}formula": derived.formula if derived else None,
        **tongues.told_texts(f"{own}assumes", derived.assumes if derived else ()),
        f"{own}missing": list(derived.missing) if derived else [],
    }


def _own(known: Amount | None) -> Decimal | None:
    """The number as printed where it is, twelve digits of it after a change of unit; None for a bound and a range."""
    if known is None:
        return None
    if known.derivation is None and known.figure is not None:
        is_as_printed = known.statement is not None and known.figure == known.statement.figure
        return number_of(known.figure) if is_as_printed else meant(number_of(known.figure))
    return meant(known.value) if known.is_point else None


def computed_values(value: Computed | Amount | None, name: str, tongues: Tongues) -> Values:
    """A computed number with its ends and its unit."""
    return {**spread_values(value, name), f"{name}_unit": tongues.unit(value.unit) if value else None}


def spread_values(value: Computed | Amount | None, name: str) -> Values:
    """A computed number with its ends, in a unit said elsewhere."""
    return {name: meant(value.value) if value else None, **ends_of(value, name)}


def gap_values(gap: Decimal | None, low: Decimal | None, high: Decimal | None) -> Values:
    """What is missing, with its ends."""
    return {"gap": meant(gap), "gap_low": lowest(low), "gap_high": highest(high)}


def reason_values(prefix: str, reason: Reason | None) -> Values:
    """A reason as code, what fills its sentence, and the sentence in English."""
    return {
        f"{prefix}reason": reason.code if reason else None,
        f"{prefix}reason_fields": facts(reason, "en") if reason else {},
        f"{prefix}why": sentence(reason, "en") if reason else None,
    }


def range_values(stated: Statement | None, prefix: str) -> Values:
    """The two numbers of a figure printed as a range."""
    figure = stated.figure if stated and stated.figure and stated.figure.is_range else None
    return {
        f"{prefix}range_low": figure.low if figure else None,
        f"{prefix}range_high": figure.high if figure else None,
    }


def target_values(target: Statement | None, allowed: Computed | None, tongues: Tongues) -> Values:
    """A target as printed, and the bounds of what meets it."""
    return {
        "comparator": target.comparator if target else None,
        "target": number_of(target.figure) if target else None,
        **range_values(target, "target_"),
        **ends_of(allowed, "target"),
        "target_unit": tongues.unit(target.unit) if target and target.figure else None,
        "target_period": str(target.period) if target else None,
    }
