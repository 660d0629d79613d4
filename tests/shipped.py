"""The shipped data, loaded once, and what is counted in them: tests ask here and hold no number of their own."""

from __future__ import annotations

from functools import cache

from tgkt.engine.check.audit import audit
from tgkt.engine.check.causes import by_cause
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.loading.files import load_folder, shipped_data
from tgkt.report.machine.tongues import Tongues
from tgkt.results.check import Finding
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

TONGUES = Tongues("vi", ("en",))
TARGETS, RESULTS = "targets_2025_2030", "results_2020_2025"


@cache
def shipped() -> Catalogue:
    """Everything the shipped files declare."""
    return load_folder(shipped_data())


@cache
def known(as_of: int | None = None) -> Knowledge:
    """What the shipped files say up to a year, up to their newest where none is named."""
    return Knowledge(shipped(), None if as_of is None else Clock(as_of))


@cache
def audited(as_of: int | None = None) -> list[Finding]:
    """What the audit finds in them; tests only read it."""
    return audit(known(as_of))


@cache
def judged() -> list[Finding]:
    """The same by causes."""
    return by_cause(audited(), known())


def rows_of(plan: str, *, section: str | None = None, area: str | None = None) -> list[Row]:
    """The rows of a plan, of one section or area where one is named."""
    rows = shipped().plans[plan].rows
    return [row for row in rows if section in (None, row.indicator.section) and area in (None, row.area)]
