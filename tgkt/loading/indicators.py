"""From an indicator's declaration to an `Indicator`: what is stated, what follows, and the rules that tie both together."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from tgkt.errors import UnitError
from tgkt.facts.indicator import Aggregation, Blend, Direction, Indicator, Kind, Path, Price
from tgkt.facts.interval import INFINITY
from tgkt.facts.units import NO_OWN, OwnUnits, Unit, parse_unit
from tgkt.loading.derivations import build_formula
from tgkt.loading.grammar import DECLARATION, NEEDED
from tgkt.loading.inference import kind_of, limits_of, path_of
from tgkt.loading.reading import Entry, Reader


class Around(NamedTuple):
    """What a declaration depends on outside itself.

    Attributes:
        sections: the parts of the plan.
        targeted: the indicators that some row promises something of.
        own: the units of the data's own.
    """

    sections: Collection[str] = ()
    targeted: Collection[str] = ()
    own: OwnUnits = NO_OWN


def build_indicator(name: str, entry: Entry, around: Around, reader: Reader) -> Indicator | None:
    """Check a declaration and build it; None when a problem was found."""
    before = len(reader.problems)
    for key in NEEDED:
        if not entry.has(key):
            told = f"an indicator has no '{key}'. Add '{key}: {DECLARATION[key].example}' ({DECLARATION[key].doc})"
            reader.fail(entry.source, entry.path, told)
    section = _section(entry, around.sections, reader)
    direction = _direction(name, entry, around.targeted, reader)
    unit, blend = _unit(entry, around.own, reader), _blend(entry)
    unread = any(key in entry.places and key not in entry for key in DECLARATION)
    if unread or len(reader.problems) > before or unit is None or blend is None:
        return None
    kind = Kind(entry["kind"]) if entry["kind"] else kind_of(unit)
    indicator = Indicator(
        id=name,
        section=section,
        title=entry["title"],
        unit=unit,
        kind=kind,
        direction=direction,
        path=Path(entry["path"]) if entry["path"] else path_of(kind),
        price=Price(entry["price"]) if entry["price"] else None,
        blend=blend,
        floor=_limits(entry, kind)[0],
        ceiling=_limits(entry, kind)[1],
        parts=tuple(entry["parts"] or ()),
        definition=entry["definition"],
        source=entry.source,
        grows_with=entry["grows_with"],
        derive=tuple(each for item in entry["derive"] or () if (each := build_formula(item, reader))),
        proxy=entry["proxy"],
        inferred=tuple(key for key in _INFERRED if key not in entry.places),
    )
    _check_indicator(indicator, entry, reader)
    return indicator if len(reader.problems) == before else None


_INFERRED = ("section", "kind", "direction", "path", "blend", "limit")


def _section(entry: Entry, sections: Collection[str], reader: Reader) -> str:
    """The section named, else the only one there is; "" where the data declare none."""
    named = entry["section"]
    if named and named not in sections:
        reader.unknown(entry.at("section"), f"{entry.path}.section", "section", named, sections)
    if entry.has("section") or not sections:
        return str(named or "")
    if len(sections) > 1:
        told = f"an indicator has no 'section'. Add 'section: …', one of: {', '.join(sections)}"
        reader.fail(entry.source, entry.path, told)
    return next(iter(sections))


def _direction(name: str, entry: Entry, targeted: Collection[str], reader: Reader) -> Direction:
    """The direction stated; neutral where nothing is promised."""
    if entry["direction"]:
        return Direction(entry["direction"])
    if name in targeted and not entry.has("direction"):
        told = "an indicator with a target has no 'direction'. Add 'direction: increase', decrease or neutral"
        reader.fail(entry.source, entry.path, f"{told} ({DECLARATION['direction'].doc})")
    return Direction.NEUTRAL


def _unit(entry: Entry, own: OwnUnits, reader: Reader) -> Unit | None:
    if entry["unit"] is None:
        return None
    try:
        return parse_unit(entry["unit"], own)
    except UnitError as error:
        reader.fail(entry.at("unit"), f"{entry.path}.unit", str(error))
        return None


def _blend(entry: Entry) -> Blend | None:
    blend = entry["blend"]
    if blend is None:
        return Blend(Aggregation.NONE)
    if blend["by"] is None:
        return None
    needs = blend["weight"], blend["numerator"], blend["denominator"], blend["level"]
    return Blend(Aggregation(blend["by"]), *needs, blend["assumes"])


def _limits(entry: Entry, kind: Kind) -> tuple[Decimal, Decimal]:
    """The natural limits stated, else those of the kind; where one is left out of a limit that is stated, there is none."""
    limit = entry["limit"]
    if limit is None:
        return limits_of(kind)
    return (
        -INFINITY if limit["low"] is None else limit["low"],
        INFINITY if limit["high"] is None else limit["high"],
    )


def _check_indicator(indicator: Indicator, entry: Entry, reader: Reader) -> None:
    """The rules that tie kind, unit, price, limits and blend together."""

    def fail(key: str, message: str) -> None:
        reader.fail(entry.at(key), f"{entry.path}.{key}", message)

    if indicator.unit.is_money and indicator.price is None and "price" not in entry.meant:
        fail("unit", "money has no price basis. Add price: current or price: constant")
    if indicator.price and not indicator.unit.is_money and indicator.kind is not Kind.GROWTH:
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
    needs = _NEEDS.get(indicator.blend.by, ())
    given = {key for key in ("weight", "numerator", "denominator", "level") if getattr(indicator.blend, key)}
    if given != set(needs):
        wanted = " and ".join(needs) or "no other key"
        fail("blend", f"a blend by '{indicator.blend.by}' takes {wanted}. Mend the blend")


_NEEDS = {
    Aggregation.WEIGHTED: ("weight",),
    Aggregation.RATIO: ("numerator", "denominator"),
    Aggregation.GROWTH: ("level",),
}
