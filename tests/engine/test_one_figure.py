"""Every command gives the same figure for a row: where it starts, where it stands, and what it is derived from."""

from __future__ import annotations

import pytest
from shipped import audited, known, shipped

from tgkt.engine.blend.merged import merge
from tgkt.engine.explain import explain
from tgkt.engine.project.choice import Choice
from tgkt.engine.project.projection import project
from tgkt.engine.status.rows import assess
from tgkt.facts.catalogue import Catalogue
from tgkt.results.computed import Amount, amount
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

YEARS = [2020, 2025, 2030]


def catalogue() -> Catalogue:
    return shipped()


def ends(figure: Amount | None) -> object:
    return None if figure is None else (figure.value, figure.low, figure.high, figure.period, figure.how)


@pytest.mark.parametrize("as_of", YEARS)
def test_status_and_project_begin_and_stand_alike(as_of: int) -> None:
    """Base and newest figure, for every row of every plan."""
    for plan in catalogue().plans.values():
        for item in assess(plan, known(as_of)):
            way = project(item.row, known(as_of), Choice())
            assert ends(way.baseline) == ends(item.baseline), item.row.code
            assert item.current is None or way.current is None or ends(way.current) == ends(item.current), item.row.code


@pytest.mark.parametrize("as_of", YEARS)
def test_explain_tells_what_status_says(as_of: int) -> None:
    """Each row with its standing and its figures, whatever was asked before."""
    findings = audited(as_of)
    for plan in catalogue().plans.values():
        for item in assess(plan, Knowledge(shipped(), Clock(as_of))):
            told = explain(item.row.indicator, known(as_of), findings).assessments
            place = (plan.id, item.row.area, item.row.code)
            found = next(each for each in told if (each.row.plan, each.row.area, each.row.code) == place)
            assert (found.standing, ends(found.baseline), ends(found.current), ends(found.implied)) == (
                item.standing,
                ends(item.baseline),
                ends(item.current),
                ends(item.implied),
            )


def test_blend_shows_the_figure_that_status_begins_with() -> None:
    """Of every derived base of the merged province, the same value, interval and formula."""
    knowledge, seen = known(2025), 0
    for item in assess(catalogue().plans["targets_2025_2030"], knowledge):
        base = item.baseline
        if base is None or base.derivation is None or base.statement is not None:
            continue
        seen += 1
        shown = merge(item.row.indicator, item.row.area, base.period, knowledge).figure
        counted = knowledge.figure(item.row.indicator.id, item.row.area, base.period)
        assert counted is not None
        assert ends(amount(counted, item.row.unit)) == ends(base), item.row.code
        assert shown is None or shown.how is base.how, item.row.code
    assert seen > 10
