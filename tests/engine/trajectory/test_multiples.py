"""A target said against a base year whose figure no document prints, with results said against the same year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import indicator, knowledge, row, statement

from tgkt.engine.status.rows import assess_row
from tgkt.facts.indicator import Direction, Kind, Path
from tgkt.facts.period import Period
from tgkt.facts.units import TIMES, parse_unit
from tgkt.results.status import Assessment, StandingKind

TONNES = indicator(
    kind=Kind.LEVEL, path=Path.GEOMETRIC, direction=Direction.DECREASE, unit=parse_unit("triệu tấn"), floor=Decimal(0)
)
AGAINST = {"unit": TIMES, "relative_to": 2005, "is_cut": True}


def year(at: int) -> Period:
    return Period(at, at)


def judged(*results: tuple[int, str]) -> Assessment:
    """A cut of 42 % from 2005 by 2030, with results that are cuts from 2005 too."""
    target = statement("0.58", period=year(2030), **AGAINST)
    one = row(indicator=TONNES, target=target)
    observed = [statement(told, period=year(at), origin="agency", **AGAINST) for at, told in results]
    return assess_row(one, knowledge(*observed, rows=[one]))


@pytest.mark.parametrize(
    ("results", "kind", "gap"),
    [
        pytest.param([(2024, "0.89")], StandingKind.BEHIND, "-0.31", id="11 % below in 2024 is behind 0.661"),
        pytest.param([(2024, "0.65")], StandingKind.ON_TRACK, "-0.07", id="35 % below is ahead of it"),
        pytest.param([(2024, "0.58")], StandingKind.ALREADY_MET, "0.00", id="42 % below meets it"),
        pytest.param([(2023, "0.90"), (2024, "0.65")], StandingKind.ON_TRACK, "-0.07", id="the newest of two counts"),
    ],
)
def test_cuts_are_held_against_a_cut(results: list[tuple[int, str]], kind: StandingKind, gap: str) -> None:
    """The way runs from 1 in the base year; the figure of the base year itself is not needed."""
    found = judged(*results)
    assert found.standing is not None
    assert (found.standing.kind, found.gap, found.unit) == (kind, Decimal(gap), TIMES)


def test_the_path_is_that_of_the_multiple() -> None:
    """0.58 over 25 years: by 2024, 0.58^(19/25) is due."""
    found = judged((2024, "0.89"))
    assert found.required is not None
    due = (Decimal("0.58").ln() * 19 / 25).exp()
    assert abs(found.required.value - due) < Decimal("1e-20")


def test_the_share_is_of_the_way_from_one() -> None:
    """A cut of 11 % where one of 33.9 % is due is a third of the way."""
    standing = judged((2024, "0.89")).standing
    assert standing is not None
    assert standing.share is not None
    assert round(standing.share, 3) == Decimal("0.324")


def test_without_a_result_there_is_no_figure() -> None:
    """Nothing is known, and it is said so."""
    standing = judged().standing
    assert standing is not None
    assert standing.kind is StandingKind.NO_FIGURE
