"""From the entry of one figure to a `Statement`, with the checks that need its neighbours."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import NamedTuple

from tgkt.errors import NotationError, UnitError
from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Indicator
from tgkt.facts.period import Period
from tgkt.facts.statement import Origin, Statement, Status, Timing
from tgkt.facts.units import NO_OWN, OwnUnits, factor, parse_unit
from tgkt.loading.changes import against
from tgkt.loading.figures import check_limits, check_value, figure_as_printed, in_multiples, stated_figure, unit_of
from tgkt.loading.printed import Said, check_printed, read_words
from tgkt.loading.reading import Entry, Reader


class Context(NamedTuple):
    """What a statement may refer to, and what it inherits from where it stands.

    Attributes:
        areas: every area.
        origins: every document.
        own: the units of the data's own.
        language: of documents that name none; None where the file names none either.
        area: the area of a figure that names none.
        origin: the document of a figure that names none.
        locator: the place of a figure that names none.
        period: the period of a figure that names none.
        status: of a figure that names none; None for a target.
    """

    areas: Collection[str]
    origins: Mapping[str, Origin]
    own: OwnUnits = NO_OWN
    language: str | None = None
    area: str | None = None
    origin: str | None = None
    locator: str | None = None
    period: Period | None = None
    status: Status | None = Status.UNSTATED

    def language_of(self, origin: str | None) -> str | None:
        """The language of a document: its own, else the file's."""
        found = self.origins.get(origin or "")
        return (found.language if found else None) or self.language


def build_statement(entry: Entry, indicator: Indicator, context: Context, reader: Reader) -> Statement | None:
    """Check one figure's entry and build it; None when a problem was found."""
    if entry.is_broken:
        check_what_is_left(entry, indicator, context, reader)
        return None
    before = len(reader.problems)
    area = _known(entry, "area", context.areas, context.area, reader)
    origin = _known(entry, "origin", context.origins, context.origin, reader)
    period = entry["period"] or context.period
    _check_printed_unit(entry, context.own, reader)
    timing = _timing(entry, period, reader)
    _check_readings(entry, period, timing, reader)
    _check_superseded(entry, origin, context, reader)
    language = context.language_of(origin)
    said = _said(entry, language, context.own)
    change = against(entry, indicator, said.phrase, reader)
    if len(reader.problems) > before and change is None and any(entry.has(key) for key in ("times", "cut", "rise")):
        return None
    stated = in_multiples(change) if change else stated_figure(entry, indicator, said, context.own, reader)
    if change is None:
        check_value(entry, indicator, stated, reader)
    else:
        unit_of(entry, indicator, context.own, reader)
    if len(reader.problems) > before or period is None or area is None or origin is None:
        return None
    figure = change.multiple if change else figure_as_printed(entry, indicator, stated, said)
    statement = Statement(
        indicator=indicator.id,
        area=area,
        period=period,
        timing=timing,
        comparator=stated.comparator,
        figure=figure,
        values=tuple(Figure(v, v) for v in stated.values),
        reached=entry["reached"],
        unit=stated.unit,
        times=Decimal(1) if change else factor(stated.unit, indicator.unit),
        printed_unit=entry["printed_unit"],
        relative_to=change.of if change else None,
        status=Status(entry["status"]) if entry["status"] else context.status,
        supersedes=tuple(entry["supersedes"] or ()),
        ambition=bool(entry["ambition"]),
        printed=entry["printed"] or "",
        origin=origin,
        locator=entry["locator"] or context.locator or "",
        excludes=tuple(entry["excludes"] or ()),
        note=entry["note"],
        source=entry.source,
        readings=tuple(Timing(each) for each in entry["readings"] or ()),
        tolerance=entry["tolerance"],
        is_cut=change is not None and change.is_cut,
    )
    slip = None if change else check_printed(statement, said, indicator.kind, entry["pick"], language)
    if slip:
        reader.fail(entry.at("printed"), f"{entry.path}.printed", slip)
    return None if slip else statement


def _said(entry: Entry, language: str | None, own: OwnUnits) -> Said:
    if not entry["printed"]:
        return Said()
    try:
        return Said(read_words(entry["printed"], language, own))
    except NotationError as error:
        return Said(problem=str(error))


def check_what_is_left(entry: Entry, indicator: Indicator | None, context: Context, reader: Reader) -> None:
    """Where a figure or its indicator could not be read whole, check what stands alone, so that one run tells all."""
    _known(entry, "area", context.areas, context.area, reader)
    _known(entry, "origin", context.origins, context.origin, reader)
    _check_printed_unit(entry, context.own, reader)
    if indicator is not None:
        unit_of(entry, indicator, context.own, reader)
        if not any(entry.has(key) for key in ("times", "cut", "rise")):
            check_limits(entry, indicator, entry["value"], reader)


def _timing(entry: Entry, period: Period | None, reader: Reader) -> Timing:
    timing = Timing(entry["timing"]) if entry["timing"] else None
    if period and not period.is_year and timing in (None, Timing.IN_YEAR, Timing.BEFORE):
        reader.fail(
            entry.at("period"),
            f"{entry.path}.timing",
            f"the term {period} does not say how the figure relates to it. Add timing: average, total or every_year",
        )
    return timing or Timing.IN_YEAR


def _check_readings(entry: Entry, period: Period | None, timing: Timing, reader: Reader) -> None:
    """Readings are of a term, and the timing computed with is the first of them."""
    readings = entry["readings"]
    if not readings or period is None:
        return
    if period.is_year:
        told = f"a figure of the one year {period} has one reading. Remove readings, or give the term"
        reader.fail(entry.at("readings"), f"{entry.path}.readings", told)
    elif readings[0] != timing:
        told = f"the first reading is '{readings[0]}', but the timing is '{timing}'. Write the timing first"
        reader.fail(entry.at("readings"), f"{entry.path}.readings", told)


def _check_printed_unit(entry: Entry, own: OwnUnits, reader: Reader) -> None:
    if entry["printed_unit"] is not None:
        try:
            parse_unit(entry["printed_unit"], own)
        except UnitError as error:
            reader.fail(entry.at("printed_unit"), f"{entry.path}.printed_unit", str(error))


def _check_superseded(entry: Entry, origin: str | None, context: Context, reader: Reader) -> None:
    """What a figure replaces is another document's."""
    for name in entry["supersedes"] or ():
        if name not in context.origins:
            reader.unknown(entry.at("supersedes"), f"{entry.path}.supersedes", "origin", name, context.origins)
        elif name == origin:
            told = f"a figure of '{name}' cannot replace the figure of '{name}'. Name another document, or none"
            reader.fail(entry.at("supersedes"), f"{entry.path}.supersedes", told)


def _known(entry: Entry, key: str, known: Collection[str], inherited: str | None, reader: Reader) -> str | None:
    """The area or document of a figure, its own or inherited; a name that nothing declares, or none at all, is told."""
    name = entry[key] or inherited
    if name is not None and name not in known:
        reader.unknown(entry.at(key), f"{entry.path}.{key}", key, name, known)
        return None
    if name is None and not entry.has(key):
        none = f"a figure has no {key}, and there are several. Add '{key}: …', one of: {', '.join(known)}"
        if known:
            reader.missing(entry.source, entry.path, none)
        else:
            reader.nothing(entry.source, entry.path, key)
    return name
