"""The hits that `tgkt find` searches: every printed figure, with its row, its place and its texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Indicator, Words
from tgkt.facts.interval import EXACT
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.results.find import Hit, Role, Where

_ORDER = tuple(Role)


def everything(catalogue: Catalogue) -> list[Hit]:
    """Every printed figure once, in the order of the plan in force and then of the data.

    For each indicator targets come first, then baselines, results and observations, the newest first in each group.
    A row of a plan, or an indicator, for which no document prints a figure is a hit without one.
    """
    figures = [*_figures(catalogue)]
    found = _keyed([*figures, *_without_figure(figures, catalogue)])
    in_force = catalogue.plan_in_force()
    numbers = dict[str, list[str]]()
    for row in in_force.rows if in_force else ():
        numbers.setdefault(row.indicator.id, []).append(row.code)
    places = {id: place for place, id in enumerate(dict.fromkeys((*numbers, *catalogue.indicators)))}
    found = [_numbered(hit, numbers, in_force.id if in_force else "") for hit in found]
    return sorted(found, key=lambda hit: _rank(hit, places))


def numbers_of(statement: Statement) -> Iterator[Decimal]:
    """The numbers as printed: both ends of a range, the shares of a structure, a cut in percent."""
    figures = statement.values if statement.figure is None else (statement.figure,)
    for figure in figures:
        for end in dict.fromkeys((figure.low, figure.high)):
            yield EXACT.subtract(100, end.scaleb(2)) if statement.is_cut else end


def texts_of(hit: Hit) -> Iterator[tuple[Where, str]]:
    """The texts in which words are looked for."""
    row, statement, id = hit.row, hit.statement, hit.indicator.id
    yield from ((Where.TITLE, text) for text in (*hit.indicator.title.texts, id, id.replace("_", " ")))
    if row and row.label:
        yield Where.LABEL, row.label
    if statement:
        yield Where.PRINTED, statement.printed
    if row and row.official and hit.role is Role.RESULT:
        yield Where.PRINTED, row.official
    notes = (statement and statement.note, row and row.note, row and row.sought, row and row.condition)
    yield from ((Where.NOTE, text) for note in notes if isinstance(note, Words) for text in note.texts)
    yield Where.LOCATOR, statement.locator if statement else row.locator if row else ""
    if hit.origin:
        yield from ((Where.ORIGIN, text) for text in (*hit.origin.title.texts, *hit.origin.short.texts))


def _figures(catalogue: Catalogue) -> Iterator[Hit]:
    seen = set[Statement]()
    for plan in catalogue.plans.values():
        for row in plan.rows:
            said = ((Role.TARGET, row.target), (Role.BASELINE, row.baseline), (Role.RESULT, row.result))
            for role, each in (*said, (Role.OBSERVATION, row.last_term)):
                if each is not None and each not in seen:
                    seen.add(each)
                    yield _hit(row.indicator, row.area, each, role, row, catalogue)
    for each in (*catalogue.observations, *catalogue.in_year):
        if each not in seen:
            seen.add(each)
            yield _hit(catalogue.indicators[each.indicator], each.area, each, Role.OBSERVATION, None, catalogue)
    for each in catalogue.reprints:
        yield _hit(catalogue.indicators[each.indicator], each.area, each, Role.REPRINT, None, catalogue)


def _without_figure(figures: list[Hit], catalogue: Catalogue) -> Iterator[Hit]:
    """Hits for rows and indicators for which no document prints a figure."""
    of_rows = {(hit.row.plan, hit.row.area, hit.row.code) for hit in figures if hit.row}
    for row in (row for plan in catalogue.plans.values() for row in plan.rows):
        if (row.plan, row.area, row.code) not in of_rows:
            yield _hit(row.indicator, row.area, None, None, row, catalogue)
    rows = (row for plan in catalogue.plans.values() for row in plan.rows)
    told = {*(hit.indicator.id for hit in figures), *(row.indicator.id for row in rows)}
    yield from (Hit(each.id, each, (), Where.TITLE) for each in catalogue.indicators.values() if each.id not in told)


def _hit(
    indicator: Indicator, area: str, said: Statement | None, role: Role | None, row: Row | None, catalogue: Catalogue
) -> Hit:
    origin = catalogue.origins.get(said.origin if said else row.origin if row else "")
    parts = (indicator.id, area, str(said.period) if said else "", origin.id if origin else "")
    return Hit("/".join(parts), indicator, (), Where.FIGURE, catalogue.areas[area], said, role, row, origin)


def _numbered(hit: Hit, numbers: dict[str, list[str]], plan: str) -> Hit:
    """A hit with the numbers of its indicator in the plan in force."""
    own = (hit.row.code,) if hit.row and hit.row.plan == plan else ()
    return hit._replace(codes=own or tuple(numbers.get(hit.indicator.id, ())))


def _rank(hit: Hit, places: dict[str, int]) -> tuple[int, ...]:
    role = _ORDER.index(hit.role) if hit.role else len(_ORDER)
    period = hit.statement.period if hit.statement else None
    return places[hit.indicator.id], role, -period.last if period else 0, -period.first if period else 0


def _keyed(hits: list[Hit]) -> list[Hit]:
    """Hits with unique keys; equal keys get a number."""
    counts = Counter[str]()
    keyed = []
    for hit in hits:
        counts[hit.key] += 1
        keyed.append(hit if counts[hit.key] == 1 else hit._replace(key=f"{hit.key}/{counts[hit.key]}"))
    return keyed
