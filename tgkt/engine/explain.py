"""Everything about one indicator: what is declared, printed, computed and connected."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from tgkt.engine.account import accounts
from tgkt.engine.blend.merged import merge, periods_of
from tgkt.engine.check.audit import marks_of
from tgkt.engine.status.marked import mark
from tgkt.engine.status.rows import assess, assess_row
from tgkt.facts.catalogue import Break
from tgkt.facts.formula import references
from tgkt.facts.indicator import Aggregation, Indicator
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.results.explain import Entry, Explanation
from tgkt.results.status import Assessment
from tgkt.series.breaks import touching
from tgkt.series.role import Role, in_year_roles, roles_of
from tgkt.series.series import Knowledge
from tgkt.source import Source


def explain(
    indicator: Indicator,
    knowledge: Knowledge,
    findings: Sequence[Finding],
    *,
    area: str | None = None,
    period: Period | None = None,
    codes: Collection[str] = (),
    is_ranked: bool = True,
) -> Explanation:
    """Everything that is known about an indicator.

    Args:
        indicator: the indicator.
        knowledge: what is known.
        findings: what the audit found; those that touch the indicator are kept.
        area: only this area.
        period: only figures of this period; rows whose target or result is of it.
        codes: the numbers of the rows that the story is about; all rows of the plan in force unless given.
        is_ranked: whether rows get their rank in the order of attention, which means assessing their whole plan.
    """
    catalogue = knowledge.catalogue
    kept = [
        item
        for item in _assessed(indicator, knowledge, is_ranked=is_ranked)
        if area in (None, item.row.area) and _is_of(period, item.row)
    ]
    merges = [
        merge(indicator, of, over, knowledge)
        for of in catalogue.areas
        if area in (None, of) and indicator.blend.by is not Aggregation.NONE
        for over in periods_of(indicator, of, knowledge)
        if period in (None, over)
    ]
    marked = mark(kept, marks_of(list(findings)))
    entries = [
        entry
        for name in catalogue.areas
        if area in (None, name)
        for entry in entries_of(indicator, name, knowledge)
        if period in (None, entry.statement.period)
    ]
    in_year = [
        entry for name in catalogue.areas if area in (None, name) for entry in in_year_of(indicator, name, knowledge)
    ]
    in_year = [entry for entry in in_year if _is_within(entry.statement.period, period)]
    return Explanation(
        indicator=indicator,
        assessments=tuple(marked),
        entries=tuple(entries),
        merges=tuple(each for each in merges if each.printed or each.blended or each.bound or each.implied),
        findings=tuple(
            f
            for f in findings
            if f.outcome is not Outcome.NOT_COMPUTABLE
            and any(id == indicator.id and area in (None, of) for id, of in f.indicators)
            and (period is None or any(s.period == period and s.indicator == indicator.id for s in f.statements))
        ),
        breaks=touching(indicator.id, [area] if area else catalogue.areas, (), knowledge),
        routes=tuple(
            r for r in catalogue.routes if any(ref.indicator == indicator.id for ref in references(r.formula))
        ),
        accounts=accounts(indicator, marked, [*entries, *in_year], findings, knowledge, codes, period),
        in_year=tuple(in_year),
        reprints=tuple(
            entry
            for name in catalogue.areas
            if area in (None, name)
            for entry in reprints_of(indicator, name, knowledge)
            if period in (None, entry.statement.period)
        ),
    )


def entries_of(indicator: Indicator, area: str, knowledge: Knowledge) -> list[Entry]:
    """Every statement about the indicator in an area, with its computed status and its role."""
    roles, breaks = roles_of(indicator.id, area, knowledge), touching(indicator.id, [area], (), knowledge)
    return [_entry(each, roles, breaks, knowledge) for each in knowledge.statements(indicator.id, area)]


def in_year_of(indicator: Indicator, area: str, knowledge: Knowledge) -> list[Entry]:
    """Every statement about a part of a year, with its computed status and its role among those of the same part."""
    roles, breaks = in_year_roles(indicator.id, area, knowledge), touching(indicator.id, [area], (), knowledge)
    return [_entry(each, roles, breaks, knowledge) for each in knowledge.in_year_statements(indicator.id, area)]


def reprints_of(indicator: Indicator, area: str, knowledge: Knowledge) -> list[Entry]:
    """Every further printing of a target; it has neither a status nor a role among figures."""
    return [_entry(each, {}, (), knowledge) for each in knowledge.reprints(indicator.id, area)]


def _entry(stated: Statement, roles: Mapping[Source, Role], breaks: tuple[Break, ...], knowledge: Knowledge) -> Entry:
    """A statement with its status, its role and the ends of its interval."""
    if stated.figure is None:
        return Entry(stated, stated.status, roles.get(stated.source), breaks)
    if stated.reprint:
        meeting = stated.figure.region()  # as of every target: what would meet it
        return Entry(stated, None, None, breaks, meeting.low, meeting.high)
    known = knowledge.candidate(stated)
    ends = stated.figure.interval() if stated.is_index else known.quantity.span(stated.unit)  # as it is printed
    return Entry(stated, known.status, roles.get(stated.source), breaks, ends.low, ends.high)


def _is_within(part: Period, asked: Period | None) -> bool:
    """Whether a part of a year is asked for: by itself, or because its whole year is."""
    return asked in (None, part) or (asked is not None and asked.is_year and asked.last == part.last)


def _assessed(indicator: Indicator, knowledge: Knowledge, *, is_ranked: bool) -> list[Assessment]:
    """The rows of an indicator, each with its place among all rows of its plan where that is asked for."""
    if not is_ranked:
        return [assess_row(row, knowledge) for row in knowledge.rows_of(indicator.id)]
    plans = dict.fromkeys(row.plan for row in knowledge.rows_of(indicator.id))
    return [item for plan in plans for item in _ranked(plan, knowledge) if item.row.indicator is indicator]


@lru_cache(maxsize=8)
def _ranked(plan: str, knowledge: Knowledge) -> tuple[Assessment, ...]:
    """Every row of a plan, assessed once for all indicators that are asked for."""
    return tuple(assess(knowledge.catalogue.plans[plan], knowledge))


def _is_of(period: Period | None, row: Row) -> bool:
    return period is None or any(s is not None and s.period == period for s in (row.target, row.result, row.baseline))
