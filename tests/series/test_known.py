"""What is known for a period: the region of its words and the interval of its digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import figure_of, indicator, knowledge, row, statement

from tgkt.facts.interval import INFINITY, Interval, point
from tgkt.facts.statement import Status
from tgkt.facts.units import parse_unit
from tgkt.series.certainty import Rest
from tgkt.series.known import How, Known, region_of

ZERO, HUNDRED = Decimal(0), Decimal(100)


@pytest.mark.parametrize(
    ("printed", "region"),
    [
        pytest.param("46", point(Decimal(46)), id="a number is itself"),
        pytest.param("≈ 46", point(Decimal(46)), id="about a number is graded by the number"),
        pytest.param("> 46", Interval(Decimal(46), INFINITY, low_open=True), id="more than 46 has no end"),
        pytest.param("≤ 46", Interval(-INFINITY, Decimal(46)), id="at most 46 has no beginning"),
        pytest.param("≲ 46", Interval(Decimal(45), Decimal(46), high_open=True), id="nearly 46 stays below it"),
        pytest.param("1 - 1.5", Interval(Decimal(1), Decimal("1.5")), id="a range is all of it"),
    ],
)
def test_the_region_of_words(printed: str, region: Interval) -> None:
    """The values that words allow, their digits taken as exact."""
    told = statement(printed, unit=parse_unit("lần"))
    assert region_of(figure_of(printed), told) == region


@pytest.mark.parametrize(
    ("printed", "limits", "region"),
    [
        pytest.param(
            "> 46", Interval(ZERO, HUNDRED), Interval(Decimal(46), HUNDRED, low_open=True), id="up to the limit"
        ),
        pytest.param(
            "< 3", Interval(ZERO, HUNDRED), Interval(ZERO, Decimal(3), high_open=True), id="down to the limit"
        ),
        pytest.param("46", Interval(ZERO, HUNDRED), point(Decimal(46)), id="a number is not cut"),
        pytest.param(
            "120", Interval(ZERO, HUNDRED), point(Decimal(120)), id="a number beyond the limit stays as printed"
        ),
    ],
)
def test_limits_cut_the_region_of_a_bound(printed: str, limits: Interval, region: Interval) -> None:
    """More than 46 of a share ends at 100."""
    assert region_of(figure_of(printed), statement(printed, unit=parse_unit("lần")), limits) == region


def known(printed: str, status: Status) -> Known:
    share = row(indicator=indicator(floor=ZERO, ceiling=HUNDRED), target=statement("50"), result=statement(printed))
    assert share.result is not None
    judged = share._replace(result=share.result._replace(status=status))
    found = knowledge(rows=[judged], as_of=2030).series("share", "merged").newest()
    assert found is not None
    return found


def test_a_printed_figure_is_in_root_units_with_all_it_rests_on() -> None:
    """46 % is 0.46, give or take half a percent; an estimate is said to be one."""
    found = known("46", Status.ESTIMATED)
    assert (found.quantity.value, found.quantity.interval) == (
        Decimal("0.46"),
        Interval(Decimal("0.455"), Decimal("0.465")),
    )
    assert (found.region, found.how, found.rests, found.origin) == (
        point(Decimal("0.46")),
        How.PRINTED,
        (Rest.ESTIMATE,),
        "report",
    )


@pytest.mark.parametrize("status", [Status.OFFICIAL, Status.PROVISIONAL])
def test_what_is_settled_rests_on_nothing(status: Status) -> None:
    """Official and provisional figures are no estimates."""
    assert known("46", status).rests == ()
