"""The status of a figure: as its document states it, corrected by the date of the document.

forecast      dated before the last year of its period begins, whatever it calls itself
estimated     said so, or unstated in a document dated before the period ends, or in one without a date
provisional   said so, or unstated in a document dated after the period's end
official      only where the document says so

A part of a year begins and ends with its months. Nobody but its own country knows in which month a fiscal year ends, so
what is dated in the year it ends in may be dated before the end.
"""

from __future__ import annotations

from tgkt.facts.period import Period
from tgkt.facts.statement import Origin, Statement, Status


def status_of(statement: Statement, origin: Origin | None) -> Status:
    """The status that a figure has in every computation.

    Args:
        statement: the figure.
        origin: its document; None where the data do not declare it.
    """
    date = origin.date if origin else None
    if date is not None and _is_before(date, statement.period):
        return Status.FORECAST
    if statement.status not in (None, Status.UNSTATED):
        return statement.status or Status.UNSTATED
    return Status.PROVISIONAL if date is not None and _is_after(date, statement.period) else Status.ESTIMATED


def _is_before(date: str, period: Period) -> bool:
    """Whether every day the date may mean lies before the period's last year, or the part of a year, begins."""
    return date[:_MONTH] < f"{int(period.last)}-{int(period.since):02d}"[: len(date)]


def _is_after(date: str, period: Period) -> bool:
    """Whether every day the date may mean lies after the period's end."""
    return date[:_MONTH] > f"{period.last + period.is_fiscal:d}-{int(period.until):02d}"[: len(date)]


_MONTH = len("2026-06")
