"""From the entry of one figure to a `Statement`, with the checks that need its neighbours."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal

from tgkt.errors import NotationError, UnitError
from tgkt.facts.figure import Figure
from tgkt.facts.indicator import Indicator
from tgkt.facts.notation import LANGUAGES, timing_said
from tgkt.facts.period import Period
from tgkt.facts.statement import Origin, Statement, Status, Timing
from tgkt.facts.units import NO_OWN, OwnUnits, factor, parse_unit
from tgkt.loading.changes import CHANGES, Against, against
from tgkt.loading.figures import (
    Stated,
    check_limits,
    check_value,
    figure_as_printed,
    in_multiples,
    stated_figure,
    unit_of,
)
from tgkt.loading.meant import meant
from tgkt.loading.periods import check_part_of_year
from tgkt.loading.phrases import Phrases
from tgkt.loading.printed import Said, Written, check_printed
from tgkt.loading.reading import Entry, Reader
from tgkt.loading.reprints import check_reprint
from tgkt.message import Message, message_of
from tgkt.record import NamedTuple

# The keys on which the number of a figure depends: if one cannot be read, the others are not compared with each other.
_OF_THE_NUMBER = CHANGES | {
    *("of", "comparator", "value", "values", "unit", "printed", "printed_unit", "pick", "timing")
}


class Context(NamedTuple):
    """The names that a statement may refer to, and the keys that it inherits from its surroundings.

    Attributes:
        areas: every area.
        origins: every document.
        phrases: the printed words of the file as they were read.
        own: the units of the data's own.
        language: of documents that name none; None where the file names none either.
        area: the area of a figure that names none.
        origin: the document of a figure that names none.
        locator: the place of a figure that names none.
        period: the period of a figure that names none.
        status: of a figure that names none; None for a target.
        told: those of area, origin and period that are wrong in the surroundings and are reported there.
    """

    areas: Collection[str]
    origins: Mapping[str, Origin]
    phrases: Phrases
    own: OwnUnits = NO_OWN
    language: str | None = None
    area: str | None = None
    origin: str | None = None
    locator: str | None = None
    period: Period | None = None
    status: Status | None = Status.UNSTATED
    told: Collection[str] = ()

    def language_of(self, origin: str | None) -> str | None:
        """The language of a document: its own, else the file's."""
        found = self.origins.get(origin or "")
        return (found.language if found else None) or self.language


def build_statement(entry: Entry, indicator: Indicator | None, context: Context, reader: Reader) -> Statement | None:
    """The statement of one figure's entry, after checks; None when a problem was found.

    Every key is checked in spite of mistakes in others, so that one run reports all of them. If the indicator itself
    was refused, only the checks that need none are made.
    """
    before = len(reader.problems)
    area = _known(entry, "area", context.areas, context.area, reader)
    origin = _known(entry, "origin", context.origins, context.origin, reader)
    period = _period(entry, context, reader)
    _check_printed_unit(entry, context.own, reader)
    entry = _with_timing(entry, period, context.language_of(origin))
    timing = _timing(entry, period, reader)
    _check_readings(entry, period, timing, reader)
    check_part_of_year(entry, period, indicator, reader)
    _check_superseded(entry, origin, context, reader)
    check_reprint(entry, reader)
    if indicator is None:
        return None
    number = _number(entry, indicator, origin, context, reader)
    if len(reader.problems) > before or entry.is_broken:
        return None
    if number is None or period is None or area is None or origin is None:
        return None
    stated, change = number.stated, number.change
    return Statement(
        indicator=indicator.id,
        area=area,
        period=period,
        timing=timing,
        comparator=stated.comparator,
        figure=number.figure,
        values=tuple(Figure(v, v) for v in stated.values),
        reached=entry["reached"],
        unit=stated.unit,
        times=Decimal(1) if change else factor(stated.unit, indicator.unit),
        printed_unit=entry["printed_unit"],
        relative_to=change.of if change else None,
        status=None if entry["reprint"] else Status(entry["status"]) if entry["status"] else context.status,
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
        is_index=bool(entry["index"]),
        is_cut=change is not None and change.is_cut,
        is_rise=change is not None and change.is_rise,
        pick=entry["pick"],
        reprint=bool(entry["reprint"]),
        official=entry["official"],
    )


class _Number(NamedTuple):
    """The number of a figure: the stated figure, its precision, and the change that it is, if it is one."""

    stated: Stated
    figure: Figure | None
    change: Against | None


def _number(entry: Entry, indicator: Indicator, origin: str | None, context: Context, reader: Reader) -> _Number | None:
    """The number of an entry, stated or from its words; None where it is wrong or depends on another mistake."""
    is_change = entry.has_any(CHANGES)
    unread = entry.has_any(_OF_THE_NUMBER - entry.values.keys())
    language = context.language_of(origin)
    said = _said(entry, language, context)
    is_unsure = origin is None and language is None and said.problem is not None
    if unread or is_unsure:  # in the language of its document the words may be fine
        unit_of(entry, indicator, context.own, reader)
        if not is_change:
            check_limits(entry, indicator, entry["value"], reader)
        return None
    before = len(reader.problems)
    said, slip = meant(said, entry, indicator, language)
    if slip:
        reader.fail(entry.at("printed"), f"{entry.path}.printed", slip)
        return None
    change = against(entry, indicator, said.phrase, reader)
    if change is not None:
        unit_of(entry, indicator, context.own, reader)
        return _Number(in_multiples(change), change.multiple, change)
    if is_change:
        return None
    stated = stated_figure(entry, indicator, said, context.own, reader)
    check_value(entry, indicator, stated, said, reader)
    if len(reader.problems) > before:
        return None
    figure = figure_as_printed(entry, indicator, stated, said)
    written = Written(entry["printed"] or "", figure, stated.values, stated.unit, entry["printed_unit"])
    if difference := check_printed(written, said, indicator.kind, entry["pick"], language):
        reader.fail(entry.at("printed"), f"{entry.path}.printed", difference)
    return _Number(stated, figure, None)


def _said(entry: Entry, language: str | None, context: Context) -> Said:
    if not entry["printed"]:
        return Said()
    try:
        return Said(context.phrases.read(entry["printed"], language, context.own))
    except NotationError as error:
        return Said(problem=message_of(error))


def _period(entry: Entry, context: Context, reader: Reader) -> Period | None:
    """The period of a figure, its own or that of where it stands."""
    period = entry["period"] or context.period
    if period is None and not entry.has("period") and "period" not in context.told:
        told = Message(
            "a figure has no period. Write it by period, {2030: …}, or add 'period: …' to it or to its place"
        )
        reader.fail(entry.source, entry.path, told)
    return period


def _with_timing(entry: Entry, period: Period | None, language: str | None) -> Entry:
    """An entry about a term, with the timing that its words say where it declares none."""
    if period is None or period.is_year or period.is_part or entry.has("timing"):
        return entry
    words = entry["printed"]
    said = {timing for tag in ([language] if language else LANGUAGES) if (timing := timing_said(words or "", tag))}
    return replace(entry, values={**entry.values, "timing": said.pop()}) if len(said) == 1 else entry


def _timing(entry: Entry, period: Period | None, reader: Reader) -> Timing:
    timing = Timing(entry["timing"]) if entry["timing"] else None
    is_unread = entry.has("timing") and timing is None
    is_term = period is not None and not period.is_year and not period.is_part
    if is_term and not is_unread and timing in (None, Timing.IN_YEAR, Timing.BEFORE):
        reader.fail(
            entry.at("period"),
            f"{entry.path}.timing",
            "the term {term} does not say how the figure relates to it. Add timing: average, total or every_year",
            term=period,
        )
    return timing or Timing.IN_YEAR


def _check_readings(entry: Entry, period: Period | None, timing: Timing, reader: Reader) -> None:
    """Report readings of a period that is not a term, and a timing that is not the first reading."""
    readings = entry["readings"]
    if not readings or period is None or (entry.has("timing") and not entry["timing"]):
        return
    if period.first == period.last:
        told = Message(
            "a figure of the single year {year} has one reading. Remove readings, or give the term", year=period
        )
        reader.fail(entry.at("readings"), f"{entry.path}.readings", told)
    elif readings[0] != timing:
        told = Message(
            "the first reading is '{reading}', but the timing is '{timing}'. Write the timing first",
            reading=readings[0],
            timing=timing,
        )
        reader.fail(entry.at("readings"), f"{entry.path}.readings", told)


def _check_printed_unit(entry: Entry, own: OwnUnits, reader: Reader) -> None:
    if entry["printed_unit"] is not None:
        try:
            parse_unit(entry["printed_unit"], own)
        except UnitError as error:
            reader.unit(entry.at("printed_unit"), f"{entry.path}.printed_unit", entry["printed_unit"], error)


def _check_superseded(entry: Entry, origin: str | None, context: Context, reader: Reader) -> None:
    """Report a figure that claims to replace one of its own document."""
    for name in entry["supersedes"] or ():
        if name not in context.origins:
            reader.unknown(entry.at("supersedes"), f"{entry.path}.supersedes", "origin", name, context.origins)
        elif name == origin:
            told = Message(
                "a figure of '{origin}' cannot replace the figure of '{origin}'. Name another document, or none",
                origin=name,
            )
            reader.fail(entry.at("supersedes"), f"{entry.path}.supersedes", told)


def _known(entry: Entry, key: str, known: Collection[str], inherited: str | None, reader: Reader) -> str | None:
    """The area or document of a figure, its own or inherited; an undeclared name is reported.

    A figure without one, its own or inherited, is reported at its place.
    """
    name = entry[key] or inherited
    if name is not None and name not in known:
        reader.unknown(entry.at(key), f"{entry.path}.{key}", key, name, known)
        return None
    return name
