"""The 36 targets, which the resolution prints in II.2 and the political report in III.2."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shipped import TARGETS, TONGUES, rows_of, shipped

from tgkt.engine.blend.merged import merge, periods_of
from tgkt.engine.check.rules.reprints import reprints
from tgkt.engine.status.rows import assess
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.report.blend_rows import merge_row
from tgkt.report.status.rows import status_row
from tgkt.results.computed import Outcome
from tgkt.series.printed import Clock
from tgkt.series.reprint import row_of
from tgkt.series.series import Knowledge

CLOCK = Clock(2025)
REPORT = "political_report"


def again(row: Row) -> list[Statement]:
    """The second printing of a row's target, in the list of targets of the report."""
    known = Knowledge(shipped(), CLOCK)
    found = known.reprints(row.indicator.id, row.area)
    own = [each for each in found if row_of(each, known.rows(row.indicator.id, row.area)) is row]
    return [each for each in own if each.locator == f"Phần thứ hai, mục III.2, chỉ tiêu ({row.number})"]


@pytest.mark.parametrize("row", rows_of(TARGETS), ids=lambda row: f"{row.code} {row.indicator.id}")
def test_each_part_of_each_target_is_printed_twice(row: Row) -> None:
    """Once in each document, in the same words."""
    assert row.target is not None
    assert [(each.origin, each.printed) for each in again(row)] == [(REPORT, row.target.printed)]


def test_both_printings_promise_the_same() -> None:
    """Each is a relation of the audit, and every one holds."""
    found = [each for each in reprints(Knowledge(shipped(), CLOCK)) if "III.2" in each.statements[1].locator]
    assert len(found) == len(rows_of(TARGETS))
    assert {each.outcome for each in found} == {Outcome.CONSISTENT}


@pytest.mark.parametrize("at", [0, 20, 40, 60])
def test_a_slip_in_either_printing_is_found(at: int) -> None:
    """Another number in the second printing contradicts the row; one in the row contradicts the second printing."""
    said = [each for each in shipped().reprints if each.figure is not None]
    slipped = said[at]
    assert slipped.figure is not None
    other = slipped._replace(figure=slipped.figure._replace(low=slipped.figure.low * 2, high=slipped.figure.high * 2))
    catalogue = replace(shipped(), reprints=tuple(other if each is slipped else each for each in shipped().reprints))
    failed = [each for each in reprints(Knowledge(catalogue, CLOCK)) if each.outcome is Outcome.INCONSISTENT]
    assert [each.indicators for each in failed] == [((slipped.indicator, slipped.area),)]


def rows_shown(catalogue: Catalogue) -> list[object]:
    """Everything that status and blend answer."""
    known = Knowledge(catalogue, CLOCK)
    assessed = (status_row(each, TONGUES) for plan in catalogue.plans.values() for each in assess(plan, known))
    merged = [
        merge_row(merge(indicator, area, period, known), TONGUES)
        for indicator in catalogue.indicators.values()
        for area in catalogue.areas
        for period in periods_of(indicator, area, known)
    ]
    return [*assessed, *merged]


def test_a_second_printing_changes_no_answer() -> None:
    """Standings, verdicts and merged figures are the same without it."""
    assert rows_shown(shipped()) == rows_shown(replace(shipped(), reprints=()))
