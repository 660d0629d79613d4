"""What differs between two states of the data, and between two plans of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from typing import TypeVar

from tgkt.engine.diff.figures import figure_changes
from tgkt.engine.diff.rows import assessed, lines_of_plans, lines_of_two_plans, row_changes
from tgkt.engine.diff.state import Place, State
from tgkt.engine.status.rows import assess
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan
from tgkt.results.diff import About, Change, Diff
from tgkt.series.series import Knowledge


def diff(old: State, new: State, plan: str | None = None, places: Collection[Place] | None = None) -> Diff:
    """Figures, targets and standings that differ between two states.

    Args:
        old: the old state.
        new: the new state.
        plan: the only plan whose lines are looked at; all unless given.
        places: the only indicators and areas whose figures are looked at; all unless given.
    """
    plans = {*old.knowledge.catalogue.plans, *new.knowledge.catalogue.plans} if plan is None else {plan}
    was, now = assessed(old.knowledge, plans), assessed(new.knowledge, plans)
    found = [*figure_changes(old, new, places), *row_changes(lines_of_plans(was, now))]
    return Diff(_settled(found, [new.knowledge.catalogue, old.knowledge.catalogue]))


def diff_of_plans(old: Plan, new: Plan, knowledge: Knowledge) -> Diff:
    """Targets and standings that differ between two plans of the same data; those of the old plan alone come last."""
    lines = lines_of_two_plans(assess(old, knowledge), assess(new, knowledge))
    return Diff(_settled(row_changes(lines), [knowledge.catalogue], last=old.id))


def places_of(plan: str, catalogues: Iterable[Catalogue]) -> set[Place]:
    """The indicators and areas that a plan has lines about."""
    plans = [catalogue.plans[plan] for catalogue in catalogues if plan in catalogue.plans]
    return {(row.indicator.id, row.area) for each in plans for row in each.rows}


def narrowed(found: Diff, area: str | None, section: str | None) -> Diff:
    """The changes in an area and of a section."""
    kept = (each for each in found.changes if area in (None, each.area))
    return Diff(tuple(each for each in kept if section in (None, each.indicator.section)))


def _settled(changes: Iterable[Change], catalogues: Iterable[Catalogue], last: str = "") -> tuple[Change, ...]:
    """Changes in the order in which the data declare their indicators, each with a unique key.

    Args:
        changes: the changes.
        catalogues: what is declared.
        last: the plan whose lines come after those of every other.
    """
    found = list(catalogues)
    areas = _places(each for catalogue in found for each in catalogue.areas)
    indicators = _places(each for catalogue in found for each in catalogue.indicators)
    rows = [row for catalogue in found for plan in catalogue.plans.values() for row in plan.rows]
    plans, codes = _places(each.plan for each in rows), _places((each.plan, each.area, each.code) for each in rows)

    def place(each: Change) -> tuple[object, ...]:
        row, stated, about, area = each.own.row, each.own.statement, _ABOUT.index(each.about), areas[each.area]
        if row is not None:
            return about, row.plan == last, plans[row.plan], area, codes[row.plan, row.area, row.code], each.key
        when = (stated.period, stated.timing) if stated else ()
        return about, False, 0, area, indicators[each.indicator.id], when, each.key, each.kind

    ordered, seen = sorted(changes, key=place), Counter[str]()
    for at, each in enumerate(ordered):
        seen[each.key] += 1
        if seen[each.key] > 1:
            ordered[at] = each._replace(key=f"{each.key}/{seen[each.key]}")
    return tuple(ordered)


_ABOUT = tuple(About)


_Name = TypeVar("_Name", bound=Hashable)


def _places(names: Iterable[_Name]) -> dict[_Name, int]:
    return {name: at for at, name in enumerate(dict.fromkeys(names))}
