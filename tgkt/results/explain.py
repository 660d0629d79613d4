"""All that is known of one indicator: what `tgkt explain` gathers."""

from __future__ import annotations

from typing import NamedTuple

from tgkt.facts.catalogue import Route
from tgkt.facts.indicator import Indicator
from tgkt.facts.statement import Statement, Status
from tgkt.results.blend import Merge
from tgkt.results.check import Finding
from tgkt.results.status import Assessment
from tgkt.series.role import Role


class Entry(NamedTuple):
    """One statement, how settled it truly is, and what it is to the figure that counts."""

    statement: Statement
    status: Status | None
    role: Role | None


class Explanation(NamedTuple):
    """All that is known of one indicator."""

    indicator: Indicator
    assessments: tuple[Assessment, ...]
    entries: tuple[Entry, ...]
    merges: tuple[Merge, ...]
    routes: tuple[Route, ...]
    findings: tuple[Finding, ...]
