"""The lists of codes: those of the data, and those that are the same for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tgkt.facts.catalogue import Area
from tgkt.facts.indicator import Words
from tgkt.message import Message
from tgkt.report.exchange.sdmx import names
from tgkt.report.exchange.sdmx.code import NOT_APPLICABLE, Code, Codelist
from tgkt.report.exchange.sdmx.observation import Observation, units_of
from tgkt.report.exchange.sdmx.periods import FREQUENCIES, frequency_name
from tgkt.report.exchange.sdmx.units import power_name, scaled, unit_codes
from tgkt.results.export import Exported


def codelists(found: Exported, rows: Sequence[Observation]) -> list[Codelist]:
    """Every list of codes, in the order of their ids.

    Args:
        found: what is exported.
        rows: its figures, for lists that hold what is used beside what is usual.
    """
    return sorted((*_of_data(found), *_of_use(rows), *_of_all()), key=lambda each: each.id)


def _of_data(found: Exported) -> Iterable[Codelist]:
    """The lists of what the data declare, and of the units they use."""
    catalogue = found.catalogue
    areas = catalogue.areas
    yield Codelist(
        "CL_AREA",
        Message("Areas"),
        tuple(Code(each.id, each.title, parent=_whole(each.id, areas)) for each in areas.values()),
    )
    yield Codelist(
        "CL_INDICATOR",
        Message("Indicators"),
        tuple(Code(each.id, each.title, each.definition) for each in catalogue.indicators.values()),
    )
    origins = (Code(each.id, each.short, each.title) for each in catalogue.origins.values())
    none = Code(NOT_APPLICABLE, names.TIMINGS[NOT_APPLICABLE])
    yield Codelist("CL_ORIGIN", Message("Documents"), (*origins, none))
    yield Codelist(
        "CL_SECTION", Message("Sections"), tuple(Code(id, name) for id, name in catalogue.sections.items() if id)
    )
    plans = sorted(catalogue.plans.items())
    yield Codelist("CL_PLAN", Message("Plans"), tuple(Code(id, plan.title) for id, plan in plans if id))
    yield Codelist("CL_UNIT", Message("Units without scale words"), tuple(_units(found)))


def _whole(area: str, areas: Mapping[str, Area]) -> str:
    """The area that an area was merged into; empty where it is none or several."""
    wholes = [each.id for each in areas.values() if area in each.constituents]
    return wholes[0] if len(wholes) == 1 else ""


def _units(found: Exported) -> Iterable[Code]:
    units = units_of(found)
    spoken: dict[str, Words] = {}
    for each in units:
        spoken.setdefault(scaled(each).name.en, scaled(each).name)
    return (Code(id, spoken[name]) for name, id in unit_codes(units).items())


def _of_use(rows: Sequence[Observation]) -> Iterable[Codelist]:
    """The lists of numbers: the usual ones, and whatever figures have beyond."""
    frequencies = sorted({*FREQUENCIES, *(row["FREQ"] for row in rows)}, key=lambda code: (code[1:].zfill(4), code))
    yield Codelist("CL_FREQ", Message("Frequencies"), tuple(Code(code, frequency_name(code)) for code in frequencies))
    powers = sorted({*range(0, 16, 3), *(int(row["UNIT_MULT"]) for row in rows)})
    yield Codelist(
        "CL_UNIT_MULT", Message("Powers of ten"), tuple(Code(str(power), power_name(power)) for power in powers)
    )
    digits = sorted({*range(10), *(int(row["DECIMALS"]) for row in rows if row["DECIMALS"])})
    yield Codelist(
        "CL_DECIMALS",
        Message("Numbers of decimals"),
        tuple(Code(str(count), Message("decimals: {count}", count=count)) for count in digits),
    )


def _of_all() -> Iterable[Codelist]:
    """The lists that are the same for all data."""
    yield _listed("CL_SCENARIO", Message("Targets, printed and derived figures"), names.SCENARIOS)
    yield _listed("CL_MEASURE", Message("What numbers are"), names.MEASURES)
    yield _listed("CL_TIMING", Message("Relations to a period"), names.TIMINGS)
    yield _listed("CL_COMPARATOR", Message("Words around numbers"), names.COMPARATORS)
    yield _listed("CL_ROLE", Message("Roles in the data"), names.ROLES)
    yield _listed("CL_STATUS", Message("Statuses by documents"), names.STATUSES)
    yield _listed("CL_COUNTS_AS", Message("Roles beside figures that count"), names.COUNTED)
    yield _listed("CL_HOW", Message("Ways in which figures follow"), names.HOWS)
    yield _listed("CL_PICK", Message("Numbers of N/M"), names.PICKS)
    yield _listed("CL_OBS_STATUS", Message("Statuses of observations"), names.OBSERVED)


def _listed(id: str, name: Message, codes: Mapping[str, Message]) -> Codelist:
    return Codelist(id, name, tuple(Code(str(code), said) for code, said in codes.items()))
