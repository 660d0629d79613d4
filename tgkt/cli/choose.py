"""Choosing a plan, an area, a period and a clock, with an error that names what there is."""

from __future__ import annotations

import re
import sys

from tgkt.errors import UsageError, suggest
from tgkt.facts.catalogue import Area, Catalogue
from tgkt.facts.period import Period, parse_period
from tgkt.facts.plan import Plan, no_plan
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year


def choose_plan(name: str | None, catalogue: Catalogue) -> Plan:
    """The plan asked for; else the one in force.

    Raises:
        UsageError: there is no such plan, or none was named and it stays open which one is meant.
    """
    plans = catalogue.plans
    if name is not None and name in plans:
        return plans[name]
    if name is not None:
        raise UsageError(f"--plan: unknown plan '{name}'.{suggest(name, plans, 'The data hold no plan')}")
    if found := catalogue.plan_in_force():
        return found
    if not plans:
        raise UsageError("the data hold no plan. Add the block 'plan:' to a data file")
    last = max(each.period.last for each in plans.values())
    named = ", ".join(each.id for each in plans.values() if each.in_force or each.period.last == last)
    raise UsageError(f"several plans end in {last}: {named}. Name one with --plan, or mark one with 'in_force: true'")


def plan_or_none(name: str | None, knowledge: Knowledge) -> Plan:
    """The plan asked for as `choose_plan` finds it; in data that declare no plan one without rows."""
    catalogue = knowledge.catalogue
    if name is not None or catalogue.plans or not catalogue.indicators:
        return choose_plan(name, catalogue)
    return no_plan(knowledge.clock.as_of, next(iter(catalogue.indicators.values())).source)


def area_named(name: str, catalogue: Catalogue) -> Area:
    """The area of an id.

    Raises:
        UsageError: there is none.
    """
    if name not in catalogue.areas:
        raise UsageError(f"--area: unknown area '{name}'.{suggest(name, catalogue.areas)}")
    return catalogue.areas[name]


def period_named(text: str, *, may_be_part: bool = False) -> Period:
    """The year or term a text names; a part of a year where that may be meant.

    Raises:
        UsageError: it is none of them.
    """
    try:
        found = parse_period(text)
    except ValueError as error:
        raise UsageError(f"--period: {error}") from None
    if found.is_part and not may_be_part:
        raise UsageError(f"--period: {found} is a part of a year. Write a year or a term, e.g. {found.first}")
    return found


def known_at(
    catalogue: Catalogue,
    as_of: int | None = None,
    known_by: str | None = None,
    baseline: str | None = None,
    *,
    across_breaks: bool = False,
) -> Knowledge:
    """What is known at the clock that was asked for; figures of documents without a date are told where it hides them.

    Raises:
        UsageError: the date is none.
    """
    if known_by is not None and not _DATE.fullmatch(known_by):
        raise UsageError(f"--known-by: '{known_by}' is not a date. Write e.g. 2027-04-01, or 2027-04")
    undated = [each.id for each in catalogue.origins.values() if each.date is None]
    if known_by is not None and undated and sys.stderr is not None:
        print(f"--known-by: documents without a date are hidden: {', '.join(undated)}", file=sys.stderr)
    year = newest_year(catalogue, known_by) if as_of is None else as_of
    return Knowledge(catalogue, Clock(year, known_by, plan_baseline=baseline == "plan", across_breaks=across_breaks))


_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
