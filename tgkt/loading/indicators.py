"""From an indicator's declaration to an `Indicator`: the keys it needs and the rules that tie them together."""

from __future__ import annotations

from collections.abc import Collection

from tgkt.errors import UnitError, suggest
from tgkt.facts.indicator import Aggregation, Blend, Direction, Indicator, Kind, Path, Price
from tgkt.facts.interval import INFINITY
from tgkt.facts.units import Unit, parse_unit
from tgkt.loading.derivations import build_formula
from tgkt.loading.grammar import ALWAYS_DECLARED, DECLARATION
from tgkt.loading.spec import Entry, Reader
from tgkt.loading.statements import words


def build_indicator(name: str, entry: Entry, sections: Collection[str], reader: Reader) -> Indicator | None:
    """Check a declaration and build it; None when a problem was found."""
    if any(key in entry.places and key not in entry for key in DECLARATION):
        return None  # what could not be read is told already
    before = len(reader.problems)
    for key in ALWAYS_DECLARED:
        if key not in entry.places and key not in entry.meant:
            reader.fail(
                entry.source, entry.path, f"an indicator has no '{key}'. Add '{key}: …' ({DECLARATION[key].doc})"
            )
    if entry["section"] and entry["section"] not in sections:
        reader.fail(
            entry.at("section"),
            f"{entry.path}.section",
            f"unknown section '{entry['section']}'.{suggest(entry['section'], sections)}",
        )
    unit = _unit(entry, reader)
    limit, title, blend = entry["limit"], words(entry["title"]), entry["blend"]
    if any(entry[key] is None for key in ALWAYS_DECLARED) or title is None or unit is None or blend["by"] is None:
        return None
    indicator = Indicator(
        id=name,
        section=entry["section"],
        title=title,
        unit=unit,
        kind=Kind(entry["kind"]),
        direction=Direction(entry["direction"]),
        path=Path(entry["path"]),
        price=Price(entry["price"]) if entry["price"] else None,
        blend=Blend(
            Aggregation(blend["by"]),
            blend["weight"],
            blend["numerator"],
            blend["denominator"],
            blend["level"],
            words(blend["assumes"]),
        ),
        floor=limit["low"] if limit and limit["low"] is not None else -INFINITY,
        ceiling=limit["high"] if limit and limit["high"] is not None else INFINITY,
        parts=tuple(entry["parts"] or ()),
        definition=words(entry["definition"]),
        source=entry.source,
        grows_with=entry["grows_with"],
        derive=tuple(each for item in entry["derive"] or () if (each := build_formula(item, reader))),
        proxy=entry["proxy"],
        flow=entry["flow"],
    )
    _check_indicator(indicator, entry, reader)
    return indicator if len(reader.problems) == before else None


def _unit(entry: Entry, reader: Reader) -> Unit | None:
    if entry["unit"] is None:
        return None
    try:
        return parse_unit(entry["unit"])
    except UnitError as error:
        reader.fail(entry.at("unit"), f"{entry.path}.unit", str(error))
        return None


def _check_indicator(indicator: Indicator, entry: Entry, reader: Reader) -> None:
    """The rules that tie kind, unit, price, limits and blend together."""

    def fail(key: str, message: str) -> None:
        reader.fail(entry.at(key), f"{entry.path}.{key}", message)

    is_money = indicator.unit.above[0] in ("đồng", "đồng_so_sánh", "USD")
    if is_money and indicator.price is None:
        fail("unit", "money has no price basis. Add price: current or price: constant")
    if indicator.price and not is_money and indicator.kind is not Kind.GROWTH:
        fail("price", f"a price basis is for money and its growth, not for '{indicator.unit}'. Remove price")
    if indicator.kind in (Kind.SHARE, Kind.GROWTH, Kind.STRUCTURE) and not indicator.unit.is_percent:
        fail("unit", f"a {indicator.kind} is in %, not '{indicator.unit}'. Mend unit or kind")
    if indicator.kind is Kind.COUNT and indicator.unit.is_percent:
        fail("unit", f"a count is of things, not in '{indicator.unit}'. Mend unit or kind")
    if indicator.floor >= indicator.ceiling:
        fail("limit", "the lower limit is not below the upper one. Mend low or high")
    if (indicator.kind is Kind.STRUCTURE) != bool(indicator.parts):
        fail(
            "parts" if indicator.parts else "kind",
            "'parts' and kind: structure go together. Add the one that is missing",
        )
    needs = {
        Aggregation.WEIGHTED: ("weight",),
        Aggregation.RATIO: ("numerator", "denominator"),
        Aggregation.GROWTH: ("level",),
    }.get(indicator.blend.by, ())
    given = {key for key in ("weight", "numerator", "denominator", "level") if getattr(indicator.blend, key)}
    if given != set(needs):
        wanted = " and ".join(needs) or "no other key"
        fail("blend", f"a blend by '{indicator.blend.by}' takes {wanted}. Mend the blend")
