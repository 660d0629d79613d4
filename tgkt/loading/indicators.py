"""From an indicator's declaration to an `Indicator`: stated keys, inferred ones, and the rules between them."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from tgkt.errors import UnitError
from tgkt.facts.indicator import Aggregation, Blend, Direction, Indicator, Kind, Path, Price, in_one
from tgkt.facts.interval import INFINITY
from tgkt.facts.units import MILESTONE, NO_OWN, OwnUnits, Unit, parse_unit
from tgkt.loading.derivations import build_formula
from tgkt.loading.grammar import DECLARATION, NEEDED
from tgkt.loading.inference import kind_of, limits_of, path_of
from tgkt.loading.reading import Entry, Reader
from tgkt.message import Message
from tgkt.record import NamedTuple


class Around(NamedTuple):
    """The surroundings that a declaration depends on.

    Attributes:
        sections: the parts of the plan.
        targeted: the indicators that have a target in some row.
        own: the units that the data declare.
    """

    sections: Collection[str] = ()
    targeted: Collection[str] = ()
    own: OwnUnits = NO_OWN


def build_indicator(name: str, entry: Entry, around: Around, reader: Reader) -> Indicator | None:
    """Check a declaration and build it.

    It is built in spite of other mistakes if its unit, kind, limits and parts are sound, so that its figures can be
    checked in the same run; else None.
    """
    is_milestone = entry["kind"] == Kind.MILESTONE
    for key in NEEDED:
        if not entry.has(key) and not (key == "unit" and is_milestone):
            told = Message(
                "an indicator has no '{key}'. Add '{key}: {example}' ({meaning})",
                key=key,
                example=DECLARATION[key].example,
                meaning=DECLARATION[key].doc,
            )
            reader.fail(entry.source, entry.path, told)
    section = _section(name, entry, around, reader)
    direction = _direction(name, entry, around.targeted, reader)
    unit = MILESTONE if is_milestone and not entry.has("unit") else _unit(entry, around.own, reader)
    blend = _blend(entry, reader)
    derive = tuple(each for item in entry["derive"] or () if (each := build_formula(item, reader)))
    if unit is None:
        return None
    kind = Kind(entry["kind"]) if entry["kind"] else kind_of(unit)
    low, high = _limits(entry, kind)
    indicator = Indicator(
        id=name,
        section=section,
        title=entry["title"] or in_one(name),
        unit=unit,
        kind=kind,
        direction=direction,
        path=Path(entry["path"]) if entry["path"] else path_of(kind),
        price=Price(entry["price"]) if entry["price"] else None,
        blend=blend,
        floor=low,
        ceiling=high,
        parts=tuple(entry["parts"] or ()),
        definition=entry["definition"],
        source=entry.source,
        grows_with=entry["grows_with"],
        derive=derive,
        proxy=entry["proxy"],
        flow=entry["flow"],
        inferred=tuple(key for key in _INFERRED if key not in entry.places),
    )
    _check_price(indicator, entry, reader)
    is_read = not any(_is_unread(entry, key) for key in _MEASURES)
    return indicator if is_read and _is_sound(indicator, entry, reader) else None


_MEASURES = ("unit", "kind", "limit", "parts")
_INFERRED = ("section", "kind", "direction", "path", "blend", "limit")


def _section(name: str, entry: Entry, around: Around, reader: Reader) -> str:
    """The named section, else the only one; "" where the data declare none, or the indicator has no target."""
    named, sections = entry["section"], around.sections
    if named and named not in sections:
        reader.unknown(entry.at("section"), f"{entry.path}.section", "section", named, sections)
    if entry.has("section") or not sections:
        return str(named or "")
    if len(sections) > 1 and name not in around.targeted:
        return ""
    if len(sections) > 1:
        told = Message(
            "an indicator with a target has no 'section'. Add 'section: …', one of: {sections}",
            sections=", ".join(sections),
        )
        reader.fail(entry.source, entry.path, told)
    return next(iter(sections))


def _direction(name: str, entry: Entry, targeted: Collection[str], reader: Reader) -> Direction:
    """The stated direction; neutral for an indicator without a target."""
    if entry["direction"]:
        return Direction(entry["direction"])
    if name in targeted and not entry.has("direction") and entry["kind"] != Kind.STRUCTURE:
        told = Message(
            "an indicator with a target has no 'direction'. Add 'direction: increase', decrease or neutral "
            "(which way is better)"
        )
        reader.fail(entry.source, entry.path, told)
    return Direction.NEUTRAL


def _unit(entry: Entry, own: OwnUnits, reader: Reader) -> Unit | None:
    if entry["unit"] is None:
        return None
    try:
        return parse_unit(entry["unit"], own)
    except UnitError as error:
        reader.unit(entry.at("unit"), f"{entry.path}.unit", entry["unit"], error)
        return None


def _blend(entry: Entry, reader: Reader) -> Blend:
    """The aggregation of the parts, with the indicators it needs; none where it is not declared, or wrongly."""
    blend = entry["blend"]
    if blend is None or blend["by"] is None:
        return Blend(Aggregation.NONE)
    needs = blend["weight"], blend["numerator"], blend["denominator"], blend["level"]
    found = Blend(Aggregation(blend["by"]), *needs, blend["assumes"])
    wanted = _NEEDS.get(found.by, ())
    if not blend.is_broken and {key for key in _TAKEN if blend[key]} != set(wanted):
        reader.fail(entry.at("blend"), f"{entry.path}.blend", _other_keys(found.by, wanted))
    return found


def _other_keys(by: Aggregation, wanted: tuple[str, ...]) -> Message:
    """The message about a blend with too few or too many keys, which names those it takes."""
    if not wanted:
        return Message("a blend by '{by}' takes no other key. Correct the blend", by=by)
    if len(wanted) == 1:
        return Message("a blend by '{by}' takes {key}. Correct the blend", by=by, key=wanted[0])
    first, second = wanted
    return Message("a blend by '{by}' takes {first} and {second}. Correct the blend", by=by, first=first, second=second)


_TAKEN = ("weight", "numerator", "denominator", "level")
_NEEDS = {
    Aggregation.WEIGHTED: ("weight",),
    Aggregation.RATIO: ("numerator", "denominator"),
    Aggregation.GROWTH: ("level",),
}


def _limits(entry: Entry, kind: Kind) -> tuple[Decimal, Decimal]:
    """The stated natural limits, else those of the kind; an end that a stated limit leaves out is open."""
    limit = entry["limit"]
    if limit is None:
        return limits_of(kind)
    return (
        -INFINITY if limit["low"] is None else limit["low"],
        INFINITY if limit["high"] is None else limit["high"],
    )


def _check_price(indicator: Indicator, entry: Entry, reader: Reader) -> None:
    """Money has a price basis, and nothing else but its growth."""
    unit = indicator.unit
    if unit.is_money and not entry.has("price"):
        told = Message("money has no price basis. Add price: current or price: constant")
        reader.fail(entry.at("unit"), f"{entry.path}.unit", told)
    if indicator.price and not unit.is_money and indicator.kind is not Kind.GROWTH and not _is_unread(entry, "kind"):
        told = Message("a price basis is for money and its growth, not for '{unit}'. Remove price", unit=unit)
        reader.fail(entry.at("price"), f"{entry.path}.price", told)


def _is_unread(entry: Entry, key: str) -> bool:
    return entry.has(key) and key not in entry


def _is_sound(indicator: Indicator, entry: Entry, reader: Reader) -> bool:
    """Whether kind, unit, limits and parts go together; conflicts are reported."""
    before, kind, unit = len(reader.problems), indicator.kind, indicator.unit

    def fail(key: str, message: Message) -> None:
        reader.fail(entry.at(key), f"{entry.path}.{key}", message)

    if kind in (Kind.SHARE, Kind.GROWTH, Kind.STRUCTURE) and not unit.is_percent:
        fail("unit", Message("kind: {kind} is in %, not in '{unit}'. Correct unit or kind", kind=kind, unit=unit))
    if kind is Kind.COUNT and unit.is_percent:
        fail(
            "unit", Message("a count needs the unit of what is counted, not '{unit}'. Correct unit or kind", unit=unit)
        )
    if indicator.floor >= indicator.ceiling:
        fail("limit", Message("the lower limit is not below the upper one. Correct low or high"))
    if (kind is Kind.STRUCTURE) != bool(indicator.parts):
        key = "parts" if indicator.parts else "kind"
        fail(key, Message("'parts' and 'kind: structure' need each other. Add the one that is missing"))
    return len(reader.problems) == before
