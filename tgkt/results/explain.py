"""All that is known of one indicator: what `tgkt explain` gathers."""

from __future__ import annotations

from typing import NamedTuple

from tgkt.facts.catalogue import Route
from tgkt.facts.indicator import Indicator
from tgkt.facts.statement import Statement
from tgkt.results.blend import Merge
from tgkt.results.check import Finding
from tgkt.results.status import Assessment


class Explanation(NamedTuple):
    """All that is known of one indicator."""

    indicator: Indicator
    assessments: tuple[Assessment, ...]
    statements: tuple[Statement, ...]
    merges: tuple[Merge, ...]
    routes: tuple[Route, ...]
    findings: tuple[Finding, ...]
