"""A plan on one screen: its counts by section, the rows that come first, and what the audit marks."""

from __future__ import annotations

from collections import Counter

import pytest
from builders import knowledge as small
from builders import period, row, statement
from later import knowledge
from shipped import RESULTS, TARGETS, audited, known, shipped

from tgkt.engine.check.audit import marks_of
from tgkt.engine.overview import FIRST, overview
from tgkt.engine.status.marked import mark
from tgkt.engine.status.rows import assess
from tgkt.facts.statement import Status
from tgkt.results.overview import Overview
from tgkt.results.status import Attention
from tgkt.series.series import Knowledge

TOTALS = {TARGETS: (36, 70), RESULTS: (82, 95)}
"""Counted in the printed documents: 36 numbered targets; 15 of old Thái Nguyên and 67 of Bắc Kạn."""


def shown(plan: str) -> Overview:
    """The screen of a shipped plan."""
    found = assess(shipped().plans[plan], known())
    return overview(shipped().plans[plan], found, known(), marks_of(audited()))


@pytest.mark.parametrize("plan", TOTALS)
def test_sections_add_up_to_the_plan(plan: str) -> None:
    """In every column the sections make the whole, by numbered target and by part."""
    found = shown(plan)
    assert (found.total.targets.total, found.total.parts.total) == TOTALS[plan]
    for kind in ("targets", "parts"):
        columns = zip(*(getattr(each, kind) for each in found.sections), strict=True)
        assert tuple(map(sum, columns)) == getattr(found.total, kind)


@pytest.mark.parametrize("plan", TOTALS)
def test_the_first_rows_are_those_of_the_lowest_rank(plan: str) -> None:
    """Five rows, what needs attention most first."""
    assert [each.rank for each in shown(plan).first] == list(range(1, FIRST + 1))


def test_what_goes_wrong_comes_first() -> None:
    """A row that falls behind goes before all that are open, and a floor that is breached before it."""
    known = knowledge("grdp_per_capita 2027 = 125", "forest_cover 2027 = 58.0")
    first = overview(shipped().plans[TARGETS], assess(shipped().plans[TARGETS], known), known, {}).first
    assert [each.attention for each in first[:2]] == [Attention.MISSED_NEWEST, Attention.BEHIND]
    assert [each.row.indicator.id for each in first[:2]] == ["forest_cover", "grdp_per_capita"]


def test_what_is_met_or_on_track_needs_no_attention() -> None:
    """A plan in which all is well shows no row."""
    fine = statement("60", period=period(2026), status=Status.OFFICIAL)
    known = small(fine, rows=[row(target=statement("50"), baseline=statement("40", period=period(2025)))])
    plan = known.catalogue.plans["targets"]
    assert overview(plan, assess(plan, known), known, {}).first == ()


@pytest.mark.parametrize("plan", TOTALS)
def test_the_audit_is_told_by_what_it_marks(plan: str) -> None:
    """Each finding that marks a row of the plan is counted once, under its outcome; the row that most mark is named."""
    outcomes = {each.id: each.outcome for each in audited()}
    marked = mark(assess(shipped().plans[plan], known()), marks_of(audited()))
    told, found = [item.findings for item in marked if item.findings], shown(plan).audit
    assert found.rows == len(told) > 0
    assert found.outcomes == Counter(outcomes[id] for id in {id for ids in told for id in ids})
    assert found.most is not None
    assert len(found.most.findings) == max(map(len, told))


def test_a_plan_that_the_audit_is_silent_about() -> None:
    """Without marks there is nothing to tell, and no row to ask about."""
    plan, known = shipped().plans[TARGETS], Knowledge(shipped())
    found = overview(plan, assess(plan, known), known, {})
    assert (found.audit.rows, found.audit.outcomes, found.audit.most) == (0, {}, None)
