"""Sheets for the tests of this folder: of the shipped plan, and of rows as a test writes them."""

from __future__ import annotations

from functools import cache

from builders import catalogue, period
from shipped import TARGETS, shipped

from tgkt.engine.template import template
from tgkt.facts.plan import Row
from tgkt.report.template.sheet import Sheet, sheet_of
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year


@cache
def shipped_sheet(lang: str, plan: str = TARGETS, year: str = "2026", area: str | None = None) -> Sheet:
    """The sheet of a shipped plan."""
    facts = shipped()
    lines = template(facts.plans[plan], Knowledge(facts, Clock(newest_year(facts))), period(year), area)
    return sheet_of(facts.plans[plan], lines, period(year), facts, lang)


def sheet(*rows: Row, lang: str = "en", year: str = "2026") -> Sheet:
    """The sheet of a small plan."""
    printed = [each for row in rows for each in (row.baseline, row.result) if each]
    declared = {row.indicator.id: row.indicator for row in rows}
    facts = catalogue(*printed, rows=rows, indicators=declared.values())
    plan = facts.plans["targets"]
    return sheet_of(plan, template(plan, Knowledge(facts, Clock(2025)), period(year)), period(year), facts, lang)
