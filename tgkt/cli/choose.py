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

DEFAULT_PLAN = "targets_2025_2030"


def choose_plan(name: str | None, catalogue: Catalogue) -> Plan:
    """The plan asked for; else the default one; else the only one there is.

    Raises:
        UsageError: there is no such plan, or several and none was named.
    """
    plans = catalogue.plans
    if name is None and (found := plan_in_force(catalogue)):
        return found
    wanted = DEFAULT_PLAN if name is None else name
    if wanted not in plans:
        raise UsageError(f"--plan: unknown plan '{wanted}'.{suggest(wanted, plans, 'The data hold no plan')}")
    return plans[wanted]


def plan_or_none(name: str | None, knowledge: Knowledge) -> Plan:
    """The plan asked for as `choose_plan` finds it; in data that declare no plan one without rows."""
    catalogue = knowledge.catalogue
    if name is not None or catalogue.plans or not catalogue.indicators:
        return choose_plan(name, catalogue)
    return no_plan(knowledge.clock.as_of, next(iter(catalogue.indicators.values())).source)


def plan_in_force(catalogue: Catalogue) -> Plan | None:
    """The plan that is meant where none is named: the default one, else the only one there is."""
    plans = catalogue.plans
    return plans.get(DEFAULT_PLAN) or (next(iter(plans.values())) if len(plans) == 1 else None)


def area_named(name: str, catalogue: Catalogue) -> Area:
    """The area of an id.

    Raises:
        UsageError: there is none.
    """
    if name not in catalogue.areas:
        raise UsageError(f"--area: unknown area '{name}'.{suggest(name, catalogue.areas)}")
    return catalogue.areas[name]


def period_named(text: str) -> Period:
    """The year or term a text names.

    Raises:
        UsageError: it is neither.
    """
    try:
        return parse_period(text)
    except ValueError as error:
        raise UsageError(f"--period: {error}") from None


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
