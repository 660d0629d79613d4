"""The tables of `tgkt list`: what there is, by the names that commands take."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.facts.catalogue import Catalogue
from tgkt.report.numbers import number, trimmed, unit
from tgkt.report.table import Column, Table
from tgkt.report.view import View
from tgkt.report.words import word
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

Cells = tuple[str, ...]


def list_tables(subject: Subject, found: Sequence[Line], catalogue: Catalogue, view: View) -> list[Table]:
    """One table of everything that was found."""
    lang = view.lang
    columns = [column._replace(head=word(column.head, lang)) for column in _COLUMNS[subject]]
    table = Table(f"{word(f'list_{subject}', lang)}: {len(found)}", columns)
    for line in found:
        table.add(*_cells(line, catalogue, lang))
    return [table.without_empty()]


def _cells(line: Line, catalogue: Catalogue, lang: str) -> Cells:
    match line:
        case IndicatorLine():
            return _indicator(line, catalogue, lang)
        case AreaLine():
            return _area(line, catalogue, lang)
        case PlanLine():
            return _plan(line, lang)
        case SectionLine():
            return line.id, line.title.within(lang), str(line.indicators), str(line.rows)
        case OriginLine():
            return _origin(line, lang)
        case UnitLine():
            return _unit(line, lang)


def _indicator(line: IndicatorLine, catalogue: Catalogue, lang: str) -> Cells:
    each = line.indicator
    section = catalogue.sections[each.section].within(lang)
    numbers = ", ".join(line.codes)
    return numbers, each.id, each.title.within(lang), unit(each.unit, lang), section, str(line.figures)


def _area(line: AreaLine, catalogue: Catalogue, lang: str) -> Cells:
    area = line.area
    parts = ", ".join(catalogue.areas[part].title.within(lang) for part in area.constituents)
    noun = word(f"noun_{area.noun}", lang) if area.noun else ""
    return area.id, area.title.within(lang), noun, parts, str(line.figures)


def _plan(line: PlanLine, lang: str) -> Cells:
    plan = line.plan
    in_force = f"✓ {word('yes', lang)}" if line.in_force else ""
    return plan.id, plan.title.within(lang), str(plan.period), str(line.targets), str(line.rows), in_force


def _origin(line: OriginLine, lang: str) -> Cells:
    origin = line.origin
    issuer = word(f"issuer_{origin.issuer}", lang) if origin.issuer else ""
    return origin.id, origin.title.within(lang), issuer, origin.date or "", str(line.figures), origin.url or ""


def _unit(line: UnitLine, lang: str) -> Cells:
    times = "" if line.times is None else f"{number(trimmed(line.times), lang)} {line.of}".strip()
    own = word("own_unit", lang) if line.own else ""
    measures = ", ".join(filter(None, (word(f"measure_{line.measures}", lang), own)))
    return line.name, line.english, measures, times, ", ".join(line.spellings)


def _count(head: str, yields: int = 1) -> Column:
    return Column(head, right=True, yields=yields)


_ID, _LONG_ID, _TITLE = Column("id"), Column("id", fold=True), Column("title", fold=True)
_COLUMNS: dict[Subject, tuple[Column, ...]] = {  # their heads are keys of words
    Subject.INDICATORS: (
        *(Column("code"), _LONG_ID, _TITLE, Column("unit", fold=True, yields=1)),
        *(Column("section", yields=3), _count("figures_head", 2)),
    ),
    Subject.AREAS: (
        *(_ID, _TITLE, Column("noun", yields=2), Column("merged_from", fold=True, yields=1)),
        _count("figures_head"),
    ),
    Subject.PLANS: (
        *(_ID, _TITLE, Column("term"), _count("targets_head"), _count("rows_head"), Column("in_force", yields=1)),
    ),
    Subject.SECTIONS: (_ID, _TITLE, _count("indicators_head"), _count("rows_head")),
    Subject.ORIGINS: (
        *(_ID, _TITLE, Column("issuer", yields=2), Column("date", yields=1)),
        *(_count("figures_head"), Column("address", fold=True, yields=3)),
    ),
    Subject.UNITS: (
        *(Column("unit", fold=True), Column("in_english", fold=True), Column("measures", fold=True, yields=1)),
        *(Column("is", yields=2), Column("spellings", fold=True, yields=3)),
    ),
}
