"""How settled a figure truly is: what its document says, and what the document's date makes of it.

forecast      dated before the last year of its period begins, whatever it calls itself
estimated     said so, or unstated in a document dated before the period ends, or in one without a date
provisional   said so, or unstated in a document dated after the period's end
official      only where the document says so
"""

from __future__ import annotations

from tgkt.facts.statement import Origin, Statement, Status


def status_of(statement: Statement, origin: Origin | None) -> Status:
    """The status a figure has in every computation.

    Args:
        statement: the figure.
        origin: its document; None where the data do not declare it.
    """
    date = origin.date if origin else None
    if date is not None and int(date[:4]) < statement.period.last:
        return Status.FORECAST
    if statement.status not in (None, Status.UNSTATED):
        return statement.status or Status.UNSTATED
    return Status.PROVISIONAL if date is not None and _is_after(date, statement.period.last) else Status.ESTIMATED


def _is_after(date: str, year: int) -> bool:
    """Whether every day the date may mean lies after a year's end."""
    return int(date[:4]) > year
