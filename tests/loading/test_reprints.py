"""Targets that are printed once more: what may stand beside their mark, and which plan they belong to."""

from __future__ import annotations

import pytest

from .single import catalogue, told

PLAN = 'indicators: {share: {title: T, unit: "%", direction: increase, target: {2030: 75}}}\n'
PLACE = "observations: [{{locator: III.2, figures: [{{{figure}}}]}}]\n"
AGAIN = "indicator: share, period: 2030, value: 75, reprint: true"


def test_a_target_printed_again_stands_apart_from_all_figures() -> None:
    """It is neither an observation nor a row, and has no status."""
    found = catalogue(PLAN + PLACE.format(figure=AGAIN))
    (again,) = found.reprints
    assert (again.reprint, again.status, again.locator, str(again.figure)) == (True, None, "III.2", "75")
    assert (found.observations, len(found.rows_of())) == ((), 1)


def test_false_is_no_mark() -> None:
    """The figure is then an observation like any other."""
    found = catalogue(PLAN + PLACE.format(figure=AGAIN.replace("true", "false")))
    assert (len(found.reprints), len(found.observations)) == (0, 1)


@pytest.mark.parametrize("key", ["status: estimated", "ambition: true", "supersedes: [report]"])
def test_a_target_says_nothing_of_a_measurement(key: str) -> None:
    """What only figures and aims can say is refused beside the mark."""
    problems = told(PLAN + PLACE.format(figure=f"{AGAIN}, {key}"))
    assert any(f"a target has no '{key.split(':', maxsplit=1)[0]}'. Remove it" in each for each in problems)


def test_a_target_that_no_plan_has_is_no_second_printing() -> None:
    """Its row is missing, or it is an aim stated in passing."""
    other = 'indicators: {share: {title: T, unit: "%", direction: increase}}\n'
    (problem,) = told(other + PLACE.format(figure=AGAIN))
    assert "no plan has a target of 'share' in 'whole'. Write its row, or 'ambition: true'" in problem


def test_a_row_that_is_refused_is_told_alone() -> None:
    """Its second printing is not blamed for it."""
    (problem,) = told(PLAN.replace("75", "seven") + PLACE.format(figure=AGAIN))
    assert not any(each in problem for each in ("reprint", "no plan has"))


def test_one_place_prints_a_target_once() -> None:
    """The same figure at the same place is a slip of the transcript; at another place it is a third printing."""
    twice = PLACE.format(figure=f"{AGAIN}}}, {{{AGAIN}")
    assert any("this figure is already in" in each for each in told(PLAN + twice))
    other = f"observations: [{{locator: a, figures: [{{{AGAIN}}}]}}, {{locator: b, figures: [{{{AGAIN}}}]}}]\n"
    assert len(catalogue(PLAN + other).reprints) == 2
