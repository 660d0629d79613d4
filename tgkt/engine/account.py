"""The accounts that make a story: one for each row of an indicator, or for each area where no plan has a row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from tgkt.arithmetic.quantity import in_unit
from tgkt.facts.indicator import Indicator
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.results.check import Finding
from tgkt.results.computed import Amount, Outcome, amount
from tgkt.results.explain import Account, Entry, Way
from tgkt.results.status import Assessment
from tgkt.series.in_year import in_year_figures
from tgkt.series.reprint import row_of
from tgkt.series.role import Role
from tgkt.series.series import Knowledge

_DOUBTS = (Role.DISPUTED, Role.CONTRADICTS, Role.REPLACED)


def accounts(
    indicator: Indicator,
    items: Sequence[Assessment],
    entries: Sequence[Entry],
    findings: Sequence[Finding],
    knowledge: Knowledge,
    codes: Collection[str] = (),
    period: Period | None = None,
) -> tuple[Account, ...]:
    """The accounts of an indicator.

    Args:
        indicator: the indicator.
        items: its rows in all plans, assessed.
        entries: what is printed about it, figures of parts of a year included.
        findings: what the audit finds of its figures.
        knowledge: what is known.
        codes: the numbers that were asked for; all rows of the plan in force unless given.
        period: only figures of this period.
    """
    whole: dict[str, list[Entry]] = {each.statement.area: [] for each in entries}
    for each in entries:
        if not each.statement.period.is_part:
            whole[each.statement.area].append(each)
    if told := _of_one_plan(items, knowledge, codes):
        found = [_of_row(item, whole.get(item.row.area, ()), findings, knowledge, period) for item in told]
    else:
        found = [_of_area(indicator, area, own, findings, knowledge, period) for area, own in whole.items()]
    parts = _parts(entries)
    return tuple(_with_parts(each, indicator, parts, knowledge) for each in found)


def account_of(
    item: Assessment, entries: Sequence[Entry], findings: Sequence[Finding], knowledge: Knowledge
) -> Account:
    """The account of one row, for a file to hand on; where its target is printed once more is left out.

    Args:
        item: the row, assessed and marked with the findings that touch it.
        entries: what is printed about its indicator, figures of parts of a year included.
        findings: what the audit found.
        knowledge: what is known.
    """
    whole = [each for each in entries if not each.statement.period.is_part]
    own = _of_row(item, whole, findings, knowledge, None)._replace(reprints=())
    return _with_parts(own, item.row.indicator, _parts(entries), knowledge)


def _parts(entries: Sequence[Entry]) -> frozenset[Period]:
    """The parts of a year for which something is printed."""
    return frozenset(each.statement.period for each in entries if each.statement.period.is_part)


def _with_parts(account: Account, indicator: Indicator, parts: Collection[Period], knowledge: Knowledge) -> Account:
    """An account with the figures of parts of a year for which something is printed."""
    return account._replace(in_year=_in_year(indicator, account, parts, knowledge))


def _of_one_plan(items: Sequence[Assessment], knowledge: Knowledge, codes: Collection[str]) -> list[Assessment]:
    """The rows of the plan in force, else of the plan that ends last, limited to the numbers asked for."""
    plans, in_force = knowledge.catalogue.plans, knowledge.catalogue.plan_in_force()
    told_plan = max(
        (item.row.plan for item in items),
        key=lambda plan: (plans[plan] is in_force, plans[plan].period.last),
        default=None,
    )
    told = [item for item in items if item.row.plan == told_plan]
    return [item for item in told if item.row.code in codes] or told


def _of_row(
    item: Assessment,
    entries: Sequence[Entry],
    findings: Sequence[Finding],
    knowledge: Knowledge,
    period: Period | None,
) -> Account:
    row = item.row
    return Account(
        area=row.area,
        assessment=item,
        ways=_ways(item.baseline or item.current or item.result),
        years=_years(row.indicator, row.area, knowledge, period, item),
        words=_answers(row, entries),
        doubts=_doubts(row.area, [each for each in entries if each.statement not in _told(item)]),
        findings=tuple(_telling(each for each in findings if each.id in item.findings)),
        reprints=_reprints(row, knowledge),
    )


def _reprints(row: Row, knowledge: Knowledge) -> tuple[Statement, ...]:
    """Where the target of a row is printed once more."""
    rows = knowledge.rows(row.indicator.id, row.area)
    return tuple(each for each in knowledge.reprints(row.indicator.id, row.area) if row_of(each, rows) is row)


def _answers(row: Row, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The answers that documents give about a milestone year by year, the newest first."""
    said = [each for each in entries if each.statement.area == row.area and each.statement.reached is not None]
    counting = [each for each in said if each.statement != row.result and each.role not in _DOUBTS]
    return tuple(sorted(counting, key=lambda each: -each.statement.period.last))


def _of_area(
    indicator: Indicator,
    area: str,
    entries: Sequence[Entry],
    findings: Sequence[Finding],
    knowledge: Knowledge,
    period: Period | None,
) -> Account:
    years = _years(indicator, area, knowledge, period)
    told = {each.period for each in years}
    here = (each for each in entries if each.statement.area == area and each.statement.period not in told)
    words = sorted(here, key=lambda each: -each.statement.period.last)
    return Account(
        area=area,
        assessment=None,
        ways=_ways(years[0] if years else None),
        years=years,
        words=tuple(each for each in words if each.role not in _DOUBTS),
        doubts=_doubts(area, entries),
        findings=tuple(_telling(each for each in findings if (indicator.id, area) in each.indicators)),
    )


def _years(
    indicator: Indicator,
    area: str,
    knowledge: Knowledge,
    period: Period | None,
    item: Assessment | None = None,
) -> tuple[Amount, ...]:
    """The figures of single years, the newest first: printed since the term before the plan, in its own derived too."""
    now, unit = knowledge.clock.as_of, item.row.unit if item else indicator.unit
    plan = knowledge.catalogue.plans[item.row.plan] if item else None
    first, since = (plan.baseline - plan.period.years, plan.baseline + 1) if plan else (0, now + 1)
    printed = knowledge.series(indicator.id, area).years(first, now)
    known = {**printed, **knowledge.years(indicator.id, area, since, now)}
    asked = sorted((year for year in known if period in (None, Period(year, year))), reverse=True)
    return tuple(amount(known[year], unit) for year in asked)


def _in_year(
    indicator: Indicator, account: Account, asked: Collection[Period], knowledge: Knowledge
) -> tuple[Amount, ...]:
    """The figures of parts of a year within the period asked for, the newest first."""
    unit = account.assessment.row.unit if account.assessment else indicator.unit
    found = in_year_figures(indicator.id, account.area, knowledge)
    return tuple(amount(known, unit) for period, known in reversed(found.items()) if period in asked)


def _ways(start: Amount | None) -> tuple[Way, ...]:
    """Every way to a derived figure."""
    if start is None or start.derivation is None:
        return ()
    unit = start.unit
    return tuple(
        Way(
            how=each.how,
            formula=each.formula,
            low=in_unit(each.interval.low, unit),
            high=in_unit(each.interval.high, unit),
            unit=unit,
            assumes=each.assumes,
        )
        for each in start.derivation.attempts
    )


def _doubts(area: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The figures that do not agree with the one that counts, the newest period first."""
    found = (each for each in entries if each.statement.area == area and each.role in _DOUBTS)
    return tuple(sorted(found, key=lambda each: -each.statement.period.last))


def _told(item: Assessment) -> list[Statement | None]:
    """The printed figures that the row shows itself, so that they are not repeated."""
    amounts = (item.baseline, item.result)
    return [item.plan_baseline, item.row.result, *(each.statement for each in amounts if each)]


def _telling(findings: Iterable[Finding]) -> list[Finding]:
    """The findings worth a line: those that report neither agreement nor a mere break.

    Relations that cannot hold come first, then those that involve the fewest other indicators.
    """
    found = (each for each in findings if each.outcome is not Outcome.CONSISTENT and each.kind != "series")
    return sorted(found, key=lambda each: (each.outcome is not Outcome.INCONSISTENT, len(each.indicators)))
