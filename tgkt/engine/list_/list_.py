"""The lists of `tgkt list`, in the order of the data: everything, or what matches some words best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from tgkt.engine.list_.units import unit_lines, units_meant
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.fit import Level, first_tier, tier, wanted
from tgkt.facts.plan import Plan
from tgkt.facts.statement import Statement
from tgkt.results.list_ import (
    AreaLine,
    IndicatorLine,
    Line,
    OriginLine,
    PlanLine,
    SectionLine,
    Subject,
    UnitLine,
)


def lines(subject: Subject, words: str, catalogue: Catalogue) -> list[Line]:
    """Everything of one sort (indicators, areas, plans …), or what matches some words best.

    Args:
        subject: what is listed.
        words: an id, a number, or words of what it is called, with or without case and accents; empty for everything.
        catalogue: the data.
    """
    found = _LINES[subject](catalogue)
    if not words.strip():
        return found
    if subject is Subject.UNITS and (meant := units_meant(words, catalogue.own_units)):
        return [line for line in found if isinstance(line, UnitLine) and line.name in meant]
    return _fitting(words, found)


def names_of(line: Line) -> tuple[str, ...]:
    """The names of a line: its id or name first, then its titles."""
    match line:
        case IndicatorLine(indicator, _, labels, _):
            return (indicator.id, *indicator.title.texts, *labels)
        case AreaLine(area, _):
            return (area.id, *area.title.texts)
        case PlanLine(plan, _, _, _):
            return (plan.id, *plan.title.texts, str(plan.period), f"{plan.baseline}-{plan.period.last}")
        case SectionLine(id, title, _, _):
            return (id, *title.texts)
        case OriginLine(origin, _):
            return (origin.id, *origin.title.texts, *origin.short.texts)
        case UnitLine():
            return (line.name, line.vietnamese, line.english, *line.spellings, str(line.measures))


def _fitting(words: str, found: Sequence[Line]) -> list[Line]:
    text = words.strip().casefold()
    exact = [line for line in found if text == names_of(line)[0].casefold()]
    exact += [line for line in found if isinstance(line, IndicatorLine) and _has_number(line, text)]
    if exact:
        return exact
    sought = wanted(words)
    fits = [[sought.fit(name) for name in (*names_of(line), _apart(line))] for line in found]
    best = first_tier([tier(each) for each in fits])
    fitting = [(line, max(each)[0]) for line, each in zip(found, fits, strict=True) if best and tier(each) == best]
    together = [line for line, level in fitting if level >= Level.TOGETHER]
    return together or [line for line, _ in fitting]


def _apart(line: Line) -> str:
    """The id of a line by its words."""
    return names_of(line)[0].replace("_", " ")


def _has_number(line: IndicatorLine, text: str) -> bool:
    """Whether an indicator has a number, or is a part of the target that has it."""
    return any(code.casefold() == text or code.casefold().startswith(f"{text}.") for code in line.codes)


def _indicators(catalogue: Catalogue) -> list[Line]:
    in_force = catalogue.plan_in_force()
    codes, labels, figures = dict[str, list[str]](), dict[str, list[str]](), _counts(catalogue, "indicator")
    for row in in_force.rows if in_force else ():
        codes.setdefault(row.indicator.id, []).append(row.code)
    for row in (row for plan in catalogue.plans.values() for row in plan.rows if row.label):
        labels.setdefault(row.indicator.id, []).append(row.label or "")
    first = [catalogue.indicators[id] for id in codes]
    others = [each for each in catalogue.indicators.values() if each.id not in codes]
    return [
        IndicatorLine(each, tuple(codes.get(each.id, ())), tuple(labels.get(each.id, ())), figures[each.id])
        for each in (*first, *others)
    ]


def _areas(catalogue: Catalogue) -> list[Line]:
    figures = _counts(catalogue, "area")
    return [AreaLine(area, figures[area.id]) for area in catalogue.areas.values()]


def _plans(catalogue: Catalogue) -> list[Line]:
    in_force = catalogue.plan_in_force()
    return [PlanLine(plan, _targets(plan), len(plan.rows), plan is in_force) for plan in catalogue.plans.values()]


def _targets(plan: Plan) -> int:
    """The number of numbered targets in a plan; the parts of one count once."""
    return len({(row.area, row.number) for row in plan.rows})


def _sections(catalogue: Catalogue) -> list[Line]:
    in_force = catalogue.plan_in_force()
    rows = Counter(row.indicator.section for row in in_force.rows) if in_force else Counter[str]()
    indicators = Counter(each.section for each in catalogue.indicators.values())
    return [SectionLine(id, title, indicators[id], rows[id]) for id, title in catalogue.sections.items()]


def _origins(catalogue: Catalogue) -> list[Line]:
    figures = _counts(catalogue, "origin")
    return [OriginLine(origin, figures[origin.id]) for origin in catalogue.origins.values()]


def _units(catalogue: Catalogue) -> list[Line]:
    return [*unit_lines(catalogue.own_units)]


def _counts(catalogue: Catalogue, field: str) -> Counter[str]:
    """The number of figures, targets included, for each indicator, area and document."""
    return Counter(getattr(each, field) for each in _statements(catalogue))


def _statements(catalogue: Catalogue) -> Iterator[Statement]:
    said = {*catalogue.observations, *catalogue.in_year, *catalogue.reprints}
    for plan in catalogue.plans.values():
        for row in plan.rows:
            said |= {each for each in (row.target, row.baseline, row.result, row.last_term) if each is not None}
    return iter(said)


_LINES: dict[Subject, Callable[[Catalogue], list[Line]]] = {
    Subject.INDICATORS: _indicators,
    Subject.AREAS: _areas,
    Subject.PLANS: _plans,
    Subject.SECTIONS: _sections,
    Subject.ORIGINS: _origins,
    Subject.UNITS: _units,
}
