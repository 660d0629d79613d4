"""The shipped data, loaded once, and what is counted in them: tests ask here and hold no number of their own."""

from __future__ import annotations

from functools import cache

from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.loading.files import load_folder, shipped_data
from tgkt.report.machine.tongues import Tongues

TONGUES = Tongues("vi", ("en",))
TARGETS, RESULTS = "targets_2025_2030", "results_2020_2025"


@cache
def shipped() -> Catalogue:
    """Everything the shipped files declare."""
    return load_folder(shipped_data())


def rows_of(plan: str, *, section: str | None = None, area: str | None = None) -> list[Row]:
    """The rows of a plan, of one section or area where one is named."""
    rows = shipped().plans[plan].rows
    return [row for row in rows if section in (None, row.indicator.section) and area in (None, row.area)]
