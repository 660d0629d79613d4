"""What a figure is in a cube: its place in every dimension, its numbers, and what is said beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from tgkt.facts.units import Unit
from tgkt.record import NamedTuple
from tgkt.report.exchange.column import Cells
from tgkt.report.exchange.figures import FIGURES
from tgkt.report.exchange.sdmx.code import NOT_APPLICABLE
from tgkt.results.export import Exported, Measure, Part

NUMBERS = ("value", "low", "high", "range_low", "range_high")
"""The columns of figures.csv that hold the numbers of a figure."""

WORDS = "words"
"""The status of what has no number because its document says it in words."""

_SCENARIO = {Part.TARGET: "target", Part.REPRINT: "target", Part.DERIVED: "derived"}
_OF_THE_CUBE = ("indicator", "area", "period", "timing", "measure", "origin", "origin_date", *NUMBERS)


class Figure(NamedTuple):
    """One figure.

    Attributes:
        cells: what figures.csv says of it.
        unit: the unit of its numbers.
        origins: the documents it comes from, of a derived figure those of its inputs.
        place: its category in every dimension but that of its numbers.
    """

    cells: Cells
    unit: Unit
    origins: tuple[str, ...]
    place: dict[str, str]

    @property
    def numbers(self) -> dict[str, Decimal]:
        """Those of its numbers that there are."""
        found = {name: self.cells.get(name) for name in NUMBERS}
        return {name: number for name, number in found.items() if number is not None}

    @property
    def status(self) -> str | None:
        """How settled it is; None for a target."""
        if self.cells["measure"] == Measure.WORDS:
            return WORDS
        taken_as = self.cells["status"] if self.cells["role"] == Part.DERIVED else self.cells.get("taken_as")
        return str(taken_as) if taken_as else None

    @property
    def beside(self) -> Cells:
        """What figures.csv says of it and the cube does not."""
        found = {each.name: self.cells.get(each.name) for each in FIGURES.columns if each.name not in _OF_THE_CUBE}
        return {name: value for name, value in found.items() if value not in (None, "", [], {})}


def figures_of(found: Exported) -> dict[str, list[Figure]]:
    """Every printed and every derived figure by indicator, in the order of figures.csv."""
    units = chain((each.statement.unit for each in found.stated), (each.amount.unit for each in found.derived))
    origins = chain(
        ((each.statement.origin,) for each in found.stated), (each.amount.origins for each in found.derived)
    )
    seen: Counter[tuple[str, ...]] = Counter()
    figures: dict[str, list[Figure]] = {}
    for cells, unit, documents in zip(FIGURES.rows(found), units, origins, strict=True):
        id = cells["indicator"]
        place = dict(_place(cells))
        key = (id, *place.values())
        seen[key] += 1
        figures.setdefault(id, []).append(Figure(cells, unit, documents, {**place, "statement": str(seen[key])}))
    return figures


def _place(cells: Cells) -> Iterator[tuple[str, str]]:
    yield "area", cells["area"]
    yield "period", cells["period"]
    yield "scenario", _SCENARIO.get(cells["role"], "stated")
    yield "timing", str(cells.get("timing") or NOT_APPLICABLE)
    yield "origin", str(cells.get("origin") or NOT_APPLICABLE)
    yield "measure", _measure(cells)


def _measure(cells: Cells) -> str:
    """What the number is, and its unit where that is another than the indicator's: "absolute", "absolute: tỷ đồng".

    Two names of one unit are one: "ha" and "hectares".
    """
    measure: Measure = cells["measure"]
    is_expected = measure is Measure.WORDS or cells["multiplier"] == 1
    return str(measure) if is_expected else f"{measure}: {cells['unit']}"
