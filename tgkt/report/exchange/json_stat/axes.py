"""The dimensions of an indicator's dataset: only those categories that its figures have, each with its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from tgkt.facts.indicator import Words
from tgkt.facts.period import parse_period
from tgkt.facts.units import Unit, english, vietnamese
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.exchange.column import Cells
from tgkt.report.exchange.json_stat.dimension import Category, Dimension
from tgkt.report.exchange.json_stat.figure import NUMBERS, Figure
from tgkt.report.exchange.sdmx.code import NOT_APPLICABLE
from tgkt.report.exchange.sdmx.names import MEASURES, SCENARIOS, TIMINGS
from tgkt.results.export import Exported, Measure

Names = Mapping[str, Words | Message]

_LABELS: Names = {
    "area": Message("Area"),
    "period": Message("Period"),
    "scenario": Message("Target, printed or derived"),
    "timing": Message("Relation to the period"),
    "origin": Message("Document"),
    "statement": Message("Number among figures alike in all else"),
    "measure": Message("What the number is"),
    "number": Message("Number"),
}
_NUMBERS: Names = {
    "value": Message("Value"),
    "low": Message("Lower end of what it may stand for"),
    "high": Message("Upper end of what it may stand for"),
    "range_low": Message("First number of a printed range"),
    "range_high": Message("Second number of a printed range"),
}
_ALWAYS = NUMBERS[:3]
ROLE = {"time": ["period"], "geo": ["area"], "metric": ["measure", "number"]}


def dimensions_of(figures: Sequence[Figure], found: Exported, lang: str) -> list[Dimension]:
    """The dimensions of one indicator's figures, in the order of the cube; the number changes first.

    Args:
        figures: its figures.
        found: what is exported.
        lang: the language of names.
    """
    areas: Names = {id: each.title for id, each in found.catalogue.areas.items()}
    origins: Names = {id: each.short for id, each in found.catalogue.origins.items()}
    none: Names = {NOT_APPLICABLE: TIMINGS[NOT_APPLICABLE]}

    def used(id: str) -> list[str]:
        return list(dict.fromkeys(each.place[id] for each in figures))

    def named(id: str, names: Names) -> Dimension:
        kept = set(used(id))
        return _dimension(id, (Category(one, said(name, lang)) for one, name in names.items() if one in kept), lang)

    def plain(id: str, order: Callable[[str], object]) -> Dimension:
        return _dimension(id, (Category(one, one) for one in sorted(used(id), key=order)), lang)  # type: ignore[arg-type]

    return [
        named("area", areas),
        plain("period", lambda one: (parse_period(one), one)),
        named("scenario", SCENARIOS),
        named("timing", TIMINGS),
        named("origin", {**origins, **none}),
        plain("statement", int),
        _dimension("measure", _measures(figures, found, lang), lang),
        _dimension("number", _numbers(figures, lang), lang),
    ]


def _dimension(id: str, categories: Iterable[Category], lang: str) -> Dimension:
    return Dimension(id, said(_LABELS[id], lang), tuple(categories))


def _measures(figures: Sequence[Figure], found: Exported, lang: str) -> Iterable[Category]:
    """Amounts in the unit of the indicator first, then in the order of the figures."""
    of: dict[str, list[Figure]] = {}
    for each in figures:
        of.setdefault(each.place["measure"], []).append(each)
    for id in sorted(of, key=lambda one: one != Measure.ABSOLUTE):
        first = of[id][0]
        name = said(MEASURES[first.cells["measure"]], lang)
        if id == Measure.WORDS:
            yield Category(id, name)
        else:
            own = found.catalogue.indicators[first.cells["indicator"]].unit
            unit = _unit(own if id == Measure.ABSOLUTE else first.unit, lang)
            yield Category(id, f"{name} ({unit})", _told(unit, of[id]))


def _unit(unit: Unit, lang: str) -> str:
    return vietnamese(unit) if lang == "vi" else english(unit)


def _told(unit: str, figures: Sequence[Figure]) -> Cells:
    """The unit, and the digits after the point where every document prints as many: 119 must not be read as 119.0."""
    digits = {each.cells["decimals"] for each in figures if each.cells.get("decimals") is not None}
    return {"label": unit, **({"decimals": digits.pop()} if len(digits) == 1 else {})}


def _numbers(figures: Sequence[Figure], lang: str) -> Iterable[Category]:
    """Value and ends always, both numbers of a range where one is printed."""
    used = {name for each in figures for name in each.numbers}
    return (Category(name, said(_NUMBERS[name], lang)) for name in NUMBERS if name in used or name in _ALWAYS)
