"""From the entry of one printed figure to a `Statement`, with the checks that need its neighbours."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tgkt.errors import UnitError, suggest
from tgkt.facts.figure import Comparator, Figure, ends_in_thousands
from tgkt.facts.indicator import Indicator, Kind, Words
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.facts.units import Unit, factor, parse_unit, same_dimension
from tgkt.loading.periods import check_part_of_year
from tgkt.loading.printed import printed_step
from tgkt.loading.spec import Entry, Reader

_WORDLESS = (Comparator.MILESTONE, Comparator.MAINTAIN)


class Context(NamedTuple):
    """What a statement may refer to, and what it inherits from its row."""

    areas: frozenset[str]
    origins: frozenset[str]
    area: str | None = None
    origin: str | None = None
    locator: str | None = None
    status: Status | None = Status.UNSTATED


def words(entry: Entry | None) -> Words | None:
    """The two texts of a `{vi, en}` entry, when both are there."""
    if entry is None or not entry["vi"] or not entry["en"]:
        return None
    return Words(entry["vi"], entry["en"])


def build_statement(entry: Entry, indicator: Indicator, context: Context, reader: Reader) -> Statement | None:
    """Check one figure's entry and build it; None when a problem was found."""
    if entry.is_broken:
        _check_what_is_left(entry, indicator, context, reader)
        return None
    before = len(reader.problems)
    comparator = Comparator(entry["comparator"] or _implied(entry))
    unit = _unit(entry, indicator, reader)
    _check_value(entry, indicator, comparator, reader)
    _check_count(entry, indicator, reader)
    _check_printed_unit(entry, reader)
    period, timing = entry["period"], _timing(entry, reader)
    _check_readings(entry, timing, reader)
    check_part_of_year(entry, indicator, reader)
    area = _known(entry, "area", context.areas, context.area, reader)
    origin = _known(entry, "origin", context.origins, context.origin, reader)
    _check_superseded(entry, origin, context, reader)
    if len(reader.problems) > before or period is None or area is None or origin is None:
        return None
    return Statement(
        indicator=indicator.id,
        area=area,
        period=period,
        timing=timing,
        comparator=comparator,
        figure=_figure(entry, indicator, comparator, unit),
        values=tuple(Figure(v, v) for v in entry["values"] or ()),
        reached=entry["reached"],
        unit=unit,
        times=Decimal(1) if entry["relative_to"] else factor(unit, indicator.unit),
        printed_unit=entry["printed_unit"],
        relative_to=entry["relative_to"].first if entry["relative_to"] else None,
        status=Status(entry["status"]) if entry["status"] else context.status,
        supersedes=tuple(entry["supersedes"] or ()),
        ambition=bool(entry["ambition"]),
        printed=entry["printed"] or "",
        origin=origin,
        locator=entry["locator"] or context.locator or "",
        excludes=tuple(entry["excludes"] or ()),
        note=words(entry["note"]),
        source=entry.source,
        readings=tuple(Timing(each) for each in entry["readings"] or ()),
        tolerance=entry["tolerance"],
        is_index=bool(entry["index"]),
    )


def _check_what_is_left(entry: Entry, indicator: Indicator, context: Context, reader: Reader) -> None:
    """Where one key could not be read, check those that stand alone, so that one run tells every mistake."""
    _known(entry, "area", context.areas, context.area, reader)
    _known(entry, "origin", context.origins, context.origin, reader)
    _unit(entry, indicator, reader)
    _check_limits(entry, indicator, reader)


def _check_limits(entry: Entry, indicator: Indicator, reader: Reader) -> None:
    if not entry["value"] or entry["relative_to"]:
        return
    if not indicator.floor <= min(entry["value"]) <= max(entry["value"]) <= indicator.ceiling:
        told = f"outside the natural limits of '{indicator.id}'. Check the digits or the limit"
        reader.fail(entry.at("value"), f"{entry.path}.value", told)


def _implied(entry: Entry) -> Comparator:
    return Comparator.EQUALS if "value" in entry or "values" in entry else Comparator.MILESTONE


def _figure(entry: Entry, indicator: Indicator, comparator: Comparator, unit: Unit) -> Figure | None:
    value = entry["value"]
    if value is None:
        return None
    is_count = indicator.kind is Kind.COUNT and not entry["relative_to"] and entry["timing"] != Timing.AVERAGE
    is_exact = is_count and not all(ends_in_thousands(end.scaleb(unit.scale)) for end in value)
    found = Figure(value[0], value[-1], comparator, exact=is_exact or indicator.kind is Kind.RANK)
    return found._replace(step=printed_step(found, unit, entry["printed"], entry["pick"], is_count=is_count))


def _unit(entry: Entry, indicator: Indicator, reader: Reader) -> Unit:
    text = entry["unit"]
    if text is None:
        return indicator.unit
    try:
        unit = parse_unit(text)
    except UnitError as error:
        reader.fail(entry.at("unit"), f"{entry.path}.unit", str(error))
        return indicator.unit
    is_multiple = entry["relative_to"] is not None
    if is_multiple and unit.base != "lần":
        reader.fail(
            entry.at("unit"),
            f"{entry.path}.unit",
            f"a multiple of an earlier year is in 'lần', not '{text}'. Write unit: lần",
        )
    elif not is_multiple and not same_dimension(unit, indicator.unit):
        reader.fail(
            entry.at("unit"),
            f"{entry.path}.unit",
            f"'{text}' and the indicator's unit '{indicator.unit}' measure different things. "
            "Use a unit of the same kind, or printed_unit for what the document prints",
        )
    return unit


def _timing(entry: Entry, reader: Reader) -> Timing:
    period: Period | None = entry["period"]
    timing = Timing(entry["timing"]) if entry["timing"] else None
    if period and not period.is_year and not period.is_part and timing in (None, Timing.IN_YEAR, Timing.BEFORE):
        reader.fail(
            entry.at("period"),
            f"{entry.path}.timing",
            f"the term {period} does not say how the figure relates to it. Add timing: average, total or every_year",
        )
    return timing or Timing.IN_YEAR


def _check_readings(entry: Entry, timing: Timing, reader: Reader) -> None:
    """Readings are of a term, and the timing computed with is the first of them."""
    readings, period = entry["readings"], entry["period"]
    if not readings or period is None:
        return
    if period.first == period.last:
        told = f"a figure of the one year {period} has one reading. Remove readings, or give the term"
        reader.fail(entry.at("readings"), f"{entry.path}.readings", told)
    elif readings[0] != timing:
        told = f"the first reading is '{readings[0]}', but the timing is '{timing}'. Write the timing first"
        reader.fail(entry.at("readings"), f"{entry.path}.readings", told)


def _check_value(entry: Entry, indicator: Indicator, comparator: Comparator, reader: Reader) -> None:
    has_value, place = "value" in entry, entry.at("value")
    if indicator.kind is Kind.STRUCTURE:
        if len(entry["values"] or ()) != len(indicator.parts):
            reader.fail(
                entry.at("values"),
                f"{entry.path}.values",
                f"a structure of {len(indicator.parts)} parts needs as many values. Write values: [..]",
            )
        if has_value:
            reader.fail(place, f"{entry.path}.value", "a structure has values:, one for each part. Remove value")
        for share in entry["values"] or ():
            if not indicator.floor <= share <= indicator.ceiling:
                told = f"outside the natural limits of '{indicator.id}'. Check the digits or the limit"
                reader.fail(entry.at("values"), f"{entry.path}.values", told)
        return
    if "values" in entry.places:
        reader.fail(
            entry.at("values"), f"{entry.path}.values", f"'{indicator.id}' is no structure. Write value: instead"
        )
    if comparator in _WORDLESS and has_value:
        reader.fail(
            place, f"{entry.path}.value", f"a {comparator} has no number. Remove value or change the comparator"
        )
    has_figures = "value" in entry.places or "values" in entry.places
    if comparator not in _WORDLESS and not has_figures:
        reader.fail(
            entry.source,
            entry.path,
            f"the comparator '{comparator}' needs a number. Add value:, or use milestone for words",
        )
    if has_value and (len(entry["value"]) == 2) != (comparator is Comparator.BETWEEN):
        reader.fail(
            place,
            f"{entry.path}.value",
            "a range [low, high] and the comparator 'between' go together. Mend one of them",
        )
    if "reached" in entry and has_value:
        reader.fail(
            entry.at("reached"),
            f"{entry.path}.reached",
            "a figure with a number needs no 'reached'. Remove one of them",
        )
    _check_limits(entry, indicator, reader)


def _check_printed_unit(entry: Entry, reader: Reader) -> None:
    if entry["printed_unit"] is not None:
        try:
            parse_unit(entry["printed_unit"])
        except UnitError as error:
            reader.fail(entry.at("printed_unit"), f"{entry.path}.printed_unit", str(error))


def _check_count(entry: Entry, indicator: Indicator, reader: Reader) -> None:
    """Things are counted whole, and a multiple is of an earlier year."""
    values: tuple[Decimal, ...] = entry["value"] or ()
    if indicator.kind is Kind.COUNT and not entry["relative_to"]:
        unit = _unit(entry, indicator, Reader(reader.name))
        times = factor(unit, indicator.unit) if same_dimension(unit, indicator.unit) else Decimal(1)
        if any((value * times) % 1 for value in values):
            told = f"a count of {indicator.unit} is a whole number, got {values[0]}. Check the digits, or the kind"
            reader.fail(entry.at("value"), f"{entry.path}.value", told)
    if entry["relative_to"] and entry["period"] and entry["relative_to"].first >= entry["period"].last:
        base, period = entry["relative_to"], entry["period"]
        told = f"a multiple of {base} for {period} is of no earlier year. Mend relative_to or period"
        reader.fail(entry.at("relative_to"), f"{entry.path}.relative_to", told)


def _check_superseded(entry: Entry, origin: str | None, context: Context, reader: Reader) -> None:
    """What a figure replaces is another document's."""
    for name in entry["supersedes"] or ():
        if name not in context.origins:
            told = f"unknown origin '{name}'.{suggest(name, context.origins)}"
            reader.fail(entry.at("supersedes"), f"{entry.path}.supersedes", told)
        elif name == origin:
            told = f"a figure of '{name}' cannot replace the figure of '{name}'. Name another document, or none"
            reader.fail(entry.at("supersedes"), f"{entry.path}.supersedes", told)


def _known(entry: Entry, key: str, known: frozenset[str], inherited: str | None, reader: Reader) -> str | None:
    name = entry[key] or inherited
    if name is None or name in known:
        return name
    reader.fail(entry.at(key), f"{entry.path}.{key}", f"unknown {key} '{name}'.{suggest(name, known)}")
    return None
