"""The role of each printed figure beside the one that counts: agreeing, replaced, contradicting, or not measured."""

from __future__ import annotations

from enum import StrEnum

from tgkt.facts.statement import Statement, Status
from tgkt.series.in_year import in_year_groups
from tgkt.series.order import Choice, choose, is_revision
from tgkt.series.series import Knowledge
from tgkt.source import Source


class Role(StrEnum):
    """The role of a statement among all statements about an indicator, area and period."""

    COUNTS = "counts"
    AGREES = "agrees"
    REPLACED = "replaced"
    DISPUTED = "disputed"
    CONTRADICTS = "contradicts"
    FORECAST = "forecast"
    MULTIPLE = "multiple"
    AIM = "aim"
    LATER = "later"


def roles_of(indicator: str, area: str, knowledge: Knowledge) -> dict[Source, Role]:
    """The role of every statement about an indicator in an area; words without a number have none.

    Args:
        indicator: what is measured.
        area: where.
        knowledge: what is known; figures after the clock's year are `later`.
    """
    found: dict[Source, Role] = {}
    for group in knowledge.series(indicator, area).groups():
        if (chosen := choose(group)) is not None:
            found |= _among(chosen)
    for each in knowledge.statements(indicator, area):
        if (apart := _apart(each, knowledge)) is not None:
            found[each.source] = apart
    return found


def in_year_roles(indicator: str, area: str, knowledge: Knowledge) -> dict[Source, Role]:
    """The role of every figure of a part of a year among those of the same part."""
    found: dict[Source, Role] = {}
    for group in in_year_groups(indicator, area, knowledge).values():
        if (chosen := choose(group)) is not None:
            found |= _among(chosen)
    for each in knowledge.in_year_statements(indicator, area):
        if each.source not in found and (each.ambition or each.figure is not None):
            found[each.source] = Role.AIM if each.ambition else Role.FORECAST
    return found


def _among(chosen: Choice) -> dict[Source, Role]:
    """The roles of statements about one figure: the one that counts, and the others beside it."""
    best, found = chosen.best, dict[Source, Role]()
    for each in chosen.others:
        if each in chosen.disputed:
            role = Role.DISPUTED
        elif each.quantity.interval.meets(best.quantity.interval):
            role = Role.AGREES
        else:
            role = Role.REPLACED if is_revision(best, each) else Role.CONTRADICTS
        found[each.statement.source] = role
    return found | {best.statement.source: Role.DISPUTED if chosen.disputed else Role.COUNTS}


def _apart(each: Statement, knowledge: Knowledge) -> Role | None:
    """The role of a statement that is not a measured figure of its period."""
    if each.ambition:
        return Role.AIM
    if each.figure is None:
        return None
    if knowledge.candidate(each).status is Status.FORECAST:
        return Role.FORECAST
    if each.period.last > knowledge.clock.as_of:
        return Role.LATER
    return Role.MULTIPLE if each.relative_to is not None else None
