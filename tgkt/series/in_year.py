"""Figures of parts of a year. None of them stands for the whole year.

They are available only here and enter nothing else: no series of years, no derived figure, no base.
"""

from __future__ import annotations

from tgkt.facts.period import Period
from tgkt.facts.statement import Status
from tgkt.series.known import Known
from tgkt.series.order import Candidate, choose
from tgkt.series.printed import known_by
from tgkt.series.series import Knowledge


def in_year_groups(indicator: str, area: str, knowledge: Knowledge) -> dict[Period, list[Candidate]]:
    """The figures of each part of a year, aims and forecasts left out; the first three months and Q1 are one part."""
    found: dict[Period, list[Candidate]] = {}
    for stated in knowledge.in_year_statements(indicator, area):
        if stated.figure is None or stated.ambition:
            continue
        candidate = knowledge.candidate(stated)
        if candidate.status is not Status.FORECAST:
            found.setdefault(stated.period, []).append(candidate)
    return found


def in_year_figures(indicator: str, area: str, knowledge: Knowledge, until: int | None = None) -> dict[Period, Known]:
    """The figure that counts of each part of a year, the newest last.

    Args:
        indicator: what is measured.
        area: where.
        knowledge: what is known; its year is no limit here, because the current year comes after it.
        until: the last year they may be of; any unless given.
    """
    declared, found = knowledge.catalogue.indicators[indicator], dict[Period, Known]()
    groups = in_year_groups(indicator, area, knowledge)
    for period in sorted(groups, key=_by_end):
        chosen = choose(groups[period])
        if chosen is not None and (until is None or period.last <= until):
            found[period] = known_by(chosen.best.statement.period, chosen, declared)
    return found


def _by_end(period: Period) -> tuple[int, int, int]:
    """The part that ends last is the newest; of those that end together, the one that began first."""
    return period.last, period.until, -period.since
