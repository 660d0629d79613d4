"""Every statement once, as explain and status have it."""

from __future__ import annotations

import pytest
from shipped import shipped

from tgkt.engine.explain import entries_of, in_year_of
from tgkt.engine.export.export import export
from tgkt.engine.status.rows import assess
from tgkt.results.export import Measure, Part
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

KNOWLEDGE = Knowledge(shipped(), Clock(2025))
FOUND = export(KNOWLEDGE)
PAST = {each.key: each for each in FOUND.stated if each.part not in (Part.TARGET, Part.REPRINT)}


def test_each_has_a_key_of_its_own() -> None:
    keys = [*(each.key for each in FOUND.stated), *(each.key for each in FOUND.derived)]
    assert len(set(keys)) == len(keys)


def test_all_that_is_observed_is_there_once() -> None:
    catalogue = shipped()
    wanted = sorted(str(each.source) for each in (*catalogue.observations, *catalogue.in_year))
    assert sorted(str(each.statement.source) for each in PAST.values()) == wanted


def test_all_targets_are_there() -> None:
    targets = {row.target.source for row in shipped().rows_of() if row.target is not None}
    assert {each.statement.source for each in FOUND.stated if each.part is Part.TARGET} == targets


def test_all_targets_that_are_printed_again_are_there() -> None:
    again = [each.statement.source for each in FOUND.stated if each.part is Part.REPRINT]
    assert sorted(map(str, again)) == sorted(str(each.source) for each in shipped().reprints)


@pytest.mark.parametrize("area", shipped().areas)
def test_figures_are_those_of_explain(area: str) -> None:
    entries = [
        entry
        for indicator in shipped().indicators.values()
        for entry in (*entries_of(indicator, area, KNOWLEDGE), *in_year_of(indicator, area, KNOWLEDGE))
    ]
    found = {(each.statement.source, each.statement.indicator): each for each in PAST.values()}
    for entry in entries:
        row = found[(entry.statement.source, entry.statement.indicator)]
        assert (row.statement, row.taken_as, row.role, row.low, row.high) == (
            entry.statement,
            entry.status,
            entry.role,
            entry.low,
            entry.high,
        )


@pytest.mark.parametrize("plan", shipped().plans)
def test_targets_allow_what_status_says(plan: str) -> None:
    found = {each.key: each for each in FOUND.stated}
    compared = 0
    for item in assess(shipped().plans[plan], KNOWLEDGE):
        target = item.row.target
        if target is None or target.figure is None or target.relative_to is not None or item.target is None:
            continue
        row = found[f"{plan}/{item.row.area}/{item.row.code}/target"]
        assert (row.low, row.high) == (item.target.low, item.target.high)
        compared += 1
    assert compared > 40


def test_a_share_knows_its_structure_and_words_have_no_number() -> None:
    shares = [each for each in FOUND.stated if each.part_of]
    assert shares
    keys = {each.key: each for each in FOUND.stated}
    assert all(keys[str(each.part_of)].statement.values for each in shares)
    assert all(each.low is None for each in FOUND.stated if each.measure is Measure.WORDS)
