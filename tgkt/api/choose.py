"""Choosing a period and a clock, with an error that says what would be one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tgkt.errors import UsageError, suggest
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.period import Period, parse_period
from tgkt.message import Message
from tgkt.notes import note
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year


def period_named(text: str, *, may_be_part: bool = False) -> Period:
    """The year or term that a text names; a part of a year where one is allowed.

    Raises:
        UsageError: the text is none of them.
    """
    try:
        found = parse_period(text)
    except ValueError as error:
        raise UsageError("--period: {error}", error=error) from None
    if found.is_part and not may_be_part:
        raise UsageError(
            "--period: {period} is a part of a year. Write a year or a term, e.g. {year}",
            period=str(found),
            year=found.first,
        )
    return found


def known_at(
    catalogue: Catalogue,
    as_of: int | None = None,
    known_by: str | None = None,
    baseline: str | None = None,
    *,
    across_breaks: bool = False,
) -> Knowledge:
    """Everything known up to the year and date asked for; a note counts hidden figures of documents without a date.

    Raises:
        UsageError: the text is not a date.
    """
    if known_by is not None and not re.fullmatch(_DATE, known_by):
        raise UsageError("--known-by: '{text}' is not a date. Write e.g. 2027-04-01, or 2027-04", text=known_by)
    undated = [each.id for each in catalogue.origins.values() if each.date is None]
    if known_by is not None and undated:
        note(
            Message(
                "--known-by: documents without a date are hidden: {origins}. {command} shows the dates of all",
                origins=", ".join(undated),
                command="tgkt list origins",
            )
        )
    year = newest_year(catalogue, known_by) if as_of is None else as_of
    return Knowledge(catalogue, Clock(year, known_by, plan_baseline=baseline == "plan", across_breaks=across_breaks))


def require_known(name: str, value: str, known: Sequence[str]) -> None:
    """Refuse a word that is not of a closed list.

    Raises:
        UsageError: with the closest, or all there are.
    """
    if value not in known:
        advice = suggest(value, known)
        raise UsageError("{name}: unknown value '{value}'.{advice}", name=name, value=value, advice=advice)


_DATE = r"(?a)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
