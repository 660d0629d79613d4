"""Formulas stand only where they give what was computed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tgkt.facts.units import PERCENT_A_YEAR
from tgkt.report.handout.xlsx.formulas import Place, gap_formula, need_formula, targets_of
from tgkt.results.computed import Computed
from tgkt.results.status import Assessment, Need

from .workbooks import gathered

TARGET, START, NEWEST = Place("E9", Decimal(200)), Place("C9", Decimal(100)), Place("D9", Decimal(150))
NEEDS = {
    "growth": (Need.GROWTH, "41.42135623730950488016887242096980785697", 2, "=((E9/C9)^(1/2)-1)*100"),
    "a step": (Need.STEP, "50", 2, "=(E9-C9)/2"),
    "the target itself": (Need.LEVEL, "200", 5, "=E9"),
    "a part of a total": (Need.LEVEL, "40", 5, "=E9/5"),
    "none that gives it": (Need.STEP, "50.1", 2, ""),
    "none for no years": (Need.STEP, "50", 0, ""),
}


def item(**changes: Any) -> Assessment:
    """A row of the shipped plan with other numbers."""
    return gathered("")[0].rows[0].item._replace(**changes)


def need(value: str) -> Computed:
    """A need, exact."""
    return Computed(Decimal(value), Decimal(value), Decimal(value), PERCENT_A_YEAR)


@pytest.mark.parametrize(("measure", "value", "years", "formula"), NEEDS.values(), ids=NEEDS)
def test_what_each_year_must_bring(measure: Need, value: str, years: int, formula: str) -> None:
    """By the measure of the need; none where the cells would give another number."""
    row = item(needed=need(value), needed_in=measure, years_left=years)
    assert need_formula(row, [TARGET], [START]) == formula


GAPS = {
    "from the newest figure": ("50", [NEWEST, START], "=E9-D9"),
    "from the start, where a newer figure does not count": ("100", [NEWEST, START], "=E9-C9"),
    "none that gives it": ("99.9", [NEWEST, START], ""),
    "none without a figure": ("100", [], ""),
}


@pytest.mark.parametrize(("gap", "figures", "formula"), GAPS.values(), ids=GAPS)
def test_what_is_missing(gap: str, figures: list[Place], formula: str) -> None:
    """The target less the newest figure."""
    assert gap_formula(item(gap=Decimal(gap)), [TARGET], figures) == formula


def test_nothing_is_computed_where_there_is_nothing() -> None:
    """No need and no gap, no formula."""
    row = item(needed=None, gap=None)
    assert (gap_formula(row, [TARGET], [START]), need_formula(row, [TARGET], [START])) == ("", "")


def test_a_multiple_of_the_start_is_a_target() -> None:
    """As 1.5 times the cell of the start."""
    rows = {each.item.row.code: each.item for each in gathered("")[0].rows}
    assert targets_of(rows["23.1"], None, START) == [Place("1.5*C9", Decimal("150.0"))]
    assert targets_of(rows["23.1"], None, None) == []
    assert targets_of(rows["3"], TARGET, START) == [TARGET]
