"""The shipped data, as they are and with results entered later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Words
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Origin, Statement, Status, Timing
from tgkt.facts.units import factor
from tgkt.loading.files import load_folder, shipped_data
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge
from tgkt.source import Source

PLAN = "targets_2025_2030"
_WORDS = Words("Báo cáo", "Report")
_HERE = Source("results.yaml", 1, 1)


@cache
def known() -> Knowledge:
    """What the shipped data say, read once."""
    return Knowledge(load_folder(shipped_data()))


def target(name: str, data: Catalogue | None = None, plan: str = PLAN) -> Row:
    """The first row of a plan about an indicator."""
    return next(row for row in (data or known().catalogue).plans[plan].rows if row.indicator.id == name)


def with_results(results: Mapping[tuple[str, int], str], as_of: int | None = None) -> Knowledge:
    """The shipped data with figures of single years, each in the unit of its target, printed in the year after."""
    facts = known().catalogue
    origins = {f"report_{year}": _report(year) for _, year in results}
    stated = tuple(_result(name, year, told) for (name, year), told in results.items())
    more = replace(facts, observations=(*facts.observations, *stated), origins=facts.origins | origins)
    return Knowledge(more, Clock(as_of or max(year for _, year in results)))


def _report(year: int) -> Origin:
    return Origin(f"report_{year}", _WORDS, _WORDS, None, f"{year + 1}-01", None, None, _HERE)


def _result(name: str, year: int, told: str) -> Statement:
    row = target(name)
    value = Decimal(told)
    return Statement(
        indicator=name,
        area=row.area,
        period=Period(year, year),
        timing=Timing.IN_YEAR,
        comparator=Comparator.EQUALS,
        figure=Figure(value, value, Comparator.EQUALS),
        values=(),
        reached=None,
        unit=row.unit,
        times=factor(row.unit, row.indicator.unit),
        printed_unit=None,
        relative_to=None,
        status=Status.OFFICIAL,
        supersedes=(),
        ambition=False,
        printed=told,
        origin=f"report_{year}",
        locator="1",
        excludes=(),
        note=None,
        source=_HERE._replace(line=year, column=len(name)),
    )
