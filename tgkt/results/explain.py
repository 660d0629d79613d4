"""All that is known of one indicator: what `tgkt explain` gathers."""

from __future__ import annotations

from typing import NamedTuple

from tgkt.facts.catalogue import Break, Route
from tgkt.facts.indicator import Indicator
from tgkt.facts.statement import Statement, Status
from tgkt.results.blend import Merge
from tgkt.results.check import Finding
from tgkt.results.status import Assessment
from tgkt.series.role import Role


class Entry(NamedTuple):
    """One statement, how settled it truly is, what it is to the figure that counts, and the breaks of its series."""

    statement: Statement
    status: Status | None
    role: Role | None
    breaks: tuple[Break, ...] = ()


class Explanation(NamedTuple):
    """All that is known of one indicator."""

    indicator: Indicator
    assessments: tuple[Assessment, ...]
    entries: tuple[Entry, ...]
    merges: tuple[Merge, ...]
    routes: tuple[Route, ...]
    findings: tuple[Finding, ...]
    breaks: tuple[Break, ...] = ()
