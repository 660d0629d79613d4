"""Every figure as an observation of SDMX: what stands in each of its columns, as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Any

from tgkt.facts.period import parse_period
from tgkt.facts.statement import Status
from tgkt.facts.units import Unit
from tgkt.harmless import harmless
from tgkt.report.exchange.column import Cells
from tgkt.report.exchange.figures import FIGURES
from tgkt.report.exchange.sdmx.code import NOT_APPLICABLE
from tgkt.report.exchange.sdmx.component import COMPONENTS, DIMENSIONS, STATEMENT
from tgkt.report.exchange.sdmx.periods import time_of
from tgkt.report.exchange.sdmx.units import scaled, unit_codes
from tgkt.results.export import Exported, Measure, Part

Observation = dict[str, str]
"""The texts of a figure by the ids of the components; empty where there is nothing to say."""

_SCENARIO = {Part.TARGET: "target", Part.REPRINT: "target", Part.DERIVED: "derived"}
_STATUS = {
    Status.PROVISIONAL: "P",
    Status.ESTIMATED: "E",
    Status.FORECAST: "F",
    Status.DERIVED: "E",
}


def units_of(found: Exported) -> list[Unit]:
    """The unit of every figure, in the order of the figures."""
    return [*(each.statement.unit for each in found.stated), *(each.amount.unit for each in found.derived)]


def observations(found: Exported) -> list[Observation]:
    """Every printed and every derived figure, in the order of figures.csv.

    Figures that agree in every other dimension are numbered in the dimension STATEMENT.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    rows = list(_rows(found))
    for row in rows:
        key = tuple(row[each.id] for each in DIMENSIONS if each is not STATEMENT)
        seen[key] += 1
        row[STATEMENT.id] = str(seen[key])
    return rows


def _rows(found: Exported) -> Iterator[Observation]:
    units = units_of(found)
    codes = unit_codes(units)
    structures = chain((bool(each.statement.values) for each in found.stated), (False for _ in found.derived))
    for cells, unit, is_structure in zip(FIGURES.rows(found), units, structures, strict=True):
        section = found.catalogue.indicators[cells["indicator"]].section
        base, power = scaled(unit)
        yield {
            **{each.id: _text(cells.get(each.column)) for each in COMPONENTS},
            **_named(cells),
            "UNIT_MEASURE": codes[base.en],
            "UNIT_MULT": str(power),
            "OBS_STATUS": _observed(cells, is_structure=is_structure),
            "SECTION": section,
        }


def _named(cells: Cells) -> Observation:
    """The dimensions that figures.csv has otherwise or leaves empty, and the base year."""
    time = time_of(parse_period(cells["period"]))
    base = cells.get("relative_to")
    return {
        "FREQ": time.frequency,
        "TIME_PERIOD": time.period,
        "SCENARIO": _SCENARIO.get(cells["role"], "stated"),
        "TIMING": str(cells.get("timing") or NOT_APPLICABLE),
        "ORIGIN": str(cells.get("origin") or NOT_APPLICABLE),
        "BASE_PER": "" if base is None else time_of(parse_period(base)).period,
    }


def _observed(cells: Cells, *, is_structure: bool) -> str:
    """The status of an observation by the list of SDMX; of what has no number whether it can have one."""
    if cells["measure"] == Measure.WORDS:
        return "M"
    if is_structure:
        return "K"  # its numbers are those of its shares, which stand in lines of their own
    taken_as = cells["status"] if cells["role"] == Part.DERIVED else cells.get("taken_as")
    return _STATUS.get(taken_as, "A") if taken_as else "A"


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return harmless("; ".join(value))
    return f"{value:f}" if isinstance(value, Decimal) else harmless(str(value))
