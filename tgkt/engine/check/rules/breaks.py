"""Figures of one name that cannot be chained, as the data declare them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge


def breaks(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """Every declared break, or those of the indicators named, with the areas that have figures on either side."""
    for each in knowledge.catalogue.breaks:
        if of is not None and each.indicator not in of:
            continue
        areas = [area for area in knowledge.catalogue.areas if knowledge.statements(each.indicator, area)]
        yield Finding(
            id=f"series.{each.id}",
            kind="series",
            outcome=Outcome.NEEDS_ASSUMPTION,
            severity=each.severity,
            sentence=each.says,
            indicators=tuple((each.indicator, area) for area in sorted(areas)),
            source=each.source,
        )
