"""Two states of a small world: figures told in a line each, "report 2026 = 7.5", about one share in one area.

report, gazette   of the statistics office, the second a year later; press is of the press, of that later year too
[average]         after a term says in which sense; status may follow, and "at 9" is the place in the document
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from builders import catalogue, figure_of, indicator, origin, period, statement

from tgkt.engine.diff.state import State
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.facts.statement import Issuer, Statement, Status, Timing
from tgkt.results.diff import Change, Version
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year
from tgkt.source import Source

ORIGINS = (
    origin("report", "2031", Issuer.STATISTICS),
    origin("gazette", "2032", Issuer.STATISTICS),
    origin("press", "2032", Issuer.PRESS),
    origin("early", "2024", Issuer.GOVERNMENT),
)
_LINE = re.compile(
    r"(?P<origin>\w+) (?P<period>[\dMQ-]+)(?: (?P<timing>average|total))?(?: in (?P<area>\w+))? = (?P<value>[^a-z]+?)"
    r"(?: (?P<status>official|estimated|provisional))?(?: at (?P<place>\d+))?"
)


def told(line: str) -> Statement:
    """A figure as a line tells it; the same line is the same place in the same file."""
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"'{line}' is not a figure")
    return statement(
        figure_of(match["value"]),
        area=match["area"] or "merged",
        period=period(match["period"]),
        timing=Timing(match["timing"]) if match["timing"] else Timing.IN_YEAR,
        status=Status(match["status"] or "provisional"),
        origin=match["origin"],
        locator=match["place"] or "1",
        source=Source(f"{line}.yaml", 1, 1),
    )


def world(lines: Iterable[str], rows: Iterable[Row] = (), **more: Any) -> Catalogue:
    """A catalogue of some figures, and of what rows print."""
    lines_of_plan = list(rows)
    printed = [each for row in lines_of_plan for each in (row.baseline, row.result) if each is not None]
    figures = [told(line) for line in lines]
    of_years = [each for each in figures if not each.period.is_part]
    parts = [each for each in figures if each.period.is_part]
    return catalogue(*printed, *of_years, rows=lines_of_plan, origins=ORIGINS, in_year=parts, **more)


def state(lines: Iterable[str], rows: Iterable[Row] = (), as_of: int | None = None, **more: Any) -> State:
    """What is known of some figures, up to their newest year; up to a year alone where one is given."""
    facts = world(lines, rows, **{"indicators": [indicator()], **more})
    return State(Knowledge(facts, Clock(as_of or newest_year(facts))), by_year=as_of is not None)


def said(version: Version | None) -> str | None:
    """A figure with its document."""
    if version is None or version.statement is None:
        return None
    return f"{version.statement.said} {version.statement.origin}"


def shown(change: Change) -> tuple[str, str | None, str | None]:
    """A change in short."""
    return str(change.kind), said(change.before), said(change.after)
