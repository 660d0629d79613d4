"""Gap, need and stretch: the worked examples of `cases/change.yaml`, and what makes them add up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from builders import cases, indicator, knowledge, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers, positive
from worked import ROW, case_known, case_row, rounded

from tgkt.arithmetic.path import onward
from tgkt.engine.trajectory.numbers import numbers_of
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.indicator import Direction, Kind, Path
from tgkt.facts.plan import Row
from tgkt.facts.units import parse_unit

CHANGES = cases("change", given=ROW, expect=("gap", "needed", "in", "earlier", "stretch"))
steps = st.integers(1, 12)


@pytest.mark.parametrize(("given", "expect"), CHANGES)
def test_worked_example(given: dict[str, Any], expect: dict[str, str]) -> None:
    """Every worked example has the gap, need and stretch that an expert worked out, and nothing else."""
    told = {"kind": "level", **given}
    judged = case_row(told)
    way = way_of(judged, case_known(told, judged))
    found = numbers_of(way, judged.unit)
    values = {
        "gap": found.gap,
        "needed": found.needed.value if found.needed else None,
        "earlier": way.earlier and numbers_of(way._replace(need=way.earlier), judged.unit).needed,
        "stretch": found.stretch,
    }
    shown = {
        key: rounded(value if isinstance(value, Decimal) else value.value, expect.get(key, "1.00"))
        for key, value in values.items()
        if value is not None
    }
    assert expect == {**shown, **({"in": str(way.need_in)} if found.needed else {})}


@pytest.mark.parametrize(
    ("given", "unit"),
    [
        pytest.param({"path": "geometric", "unit": "tỷ đồng"}, "%/năm", id="percent a year on a geometric path"),
        pytest.param({"kind": "share"}, "điểm %/năm", id="points a year for a share"),
        pytest.param({"unit": "xã", "kind": "count"}, "xã/năm", id="communes a year for communes"),
        pytest.param({"unit": "%/năm", "kind": "growth", "timing": "average"}, "%/năm", id="percent for an average"),
        pytest.param({"unit": "tỷ đồng", "timing": "total"}, "tỷ đồng/năm", id="billions a year for a total"),
    ],
)
def test_the_need_is_told_in_its_unit(given: dict[str, Any], unit: str) -> None:
    """Percent of percent, points and amounts a year are never exchanged."""
    term = {"from": "2021-2025", "to": "2026-2030"} if "timing" in given else {}
    told = {"kind": "level", "baseline": "10", "target": "20", **term, **given}
    judged = case_row(told)
    need = numbers_of(way_of(judged, case_known(told, judged)), judged.unit).needed
    assert need is not None
    assert need.unit.text == unit


def level(start: Decimal, goal: Decimal, path: Path, years: int = 5) -> Row:
    """A row that leads from a level of 2025 to another some years later, better in whichever way that is."""
    return row(
        indicator=indicator(
            kind=Kind.LEVEL, path=path, direction=Direction.INCREASE if goal > start else Direction.DECREASE
        ),
        target=statement(f"{goal}", period=period(2025 + years)),
        baseline=statement(f"{start}", period=period(2025)),
    )


@law
@given(numbers(), numbers(), st.sampled_from([Path.LINEAR, Path.GEOMETRIC]))
def test_base_and_gap_make_the_target(start: Decimal, goal: Decimal, path: Path) -> None:
    """Baseline plus gap is the target, on any path and in any direction."""
    judged = level(start, goal, path)
    found = numbers_of(way_of(judged, knowledge(rows=[judged])), judged.unit)
    assert goal == start + (found.gap or 0)


@law
@given(positive, positive, st.sampled_from([Path.LINEAR, Path.GEOMETRIC]), steps)
def test_the_need_leads_to_the_target(start: Decimal, goal: Decimal, path: Path, years: int) -> None:
    """A figure that moves at the pace needed is at the target in its year; nothing is needed where it is there."""
    judged = level(start, goal, path, years)
    way = way_of(judged, knowledge(rows=[judged]))
    assert (way.need is None) is (start == goal)
    if way.need is not None and way.latest is not None and way.edge is not None:
        there = onward(way.latest.quantity, way.need, years, path)
        assert abs(there.value - way.edge.value) <= Decimal("1e-25") * max(Decimal(1), abs(way.edge.value))


@pytest.mark.parametrize(("as_of", "left"), [(2025, 5), (2027, 3), (2029, 1)])
def test_no_need_is_spread_over_years_that_are_gone(as_of: int, left: int) -> None:
    """Of 71 % in 2025 and nothing since, 75 % needs 4 points over the years that are left."""
    judged = case_row({"baseline": "71", "target": "75"})
    found = numbers_of(way_of(judged, knowledge(rows=[judged], as_of=as_of)), judged.unit)
    assert found.needed is not None
    assert rounded(found.needed.value, "1.00000000") == rounded(Decimal(4) / left, "1.00000000")


@pytest.mark.parametrize("observed", [{}, {2026: "205"}, {2026: "205", 2028: "300"}], ids=["before", "behind", "ahead"])
def test_stretch_is_of_the_whole_way_and_stays(observed: dict[int, str]) -> None:
    """What was found since moves the need, never the stretch: 12.25 % a year over 9.86 %."""
    told = {"kind": "level", "baseline": "202.925", "target": "361.6", "path": "geometric", "last_term": "1.6"}
    judged = case_row(told)
    found = numbers_of(way_of(judged, case_known({**told, "observed": observed}, judged)), judged.unit)
    assert rounded(found.stretch, "1.00000000") == "1.24268695"


def test_nothing_is_subtracted_from_ranks() -> None:
    """A rank has no gap and no pace: a second is not twice a first."""
    told = {"kind": "rank", "baseline": "12", "target": "≤ 10", "direction": "decrease", "observed": {2026: "11"}}
    told["unit"] = "bậc"
    judged = case_row(told)
    found = numbers_of(way_of(judged, case_known(told, judged)), parse_unit("bậc"))
    assert (found.gap, found.needed, found.stretch) == (None, None, None)


@pytest.mark.parametrize(
    ("target", "figure", "expected"),
    [
        pytest.param("≥ 97.5", "76.35", ("21.15", "21.145", "21.155"), id="as wide as the figure's digits"),
        pytest.param("1 - 1.5", "1.2", ("0.0", "0.00", "0.00"), id="inside a range nothing is missing"),
        pytest.param("80", "80.0", ("0.0", "-0.05", "0.05"), id="at the edge it may be either side"),
    ],
)
def test_a_gap_lies_between_its_ends(target: str, figure: str, expected: tuple[str, ...]) -> None:
    """The target's digits are exact; those of the figure are not."""
    one = row(target=statement(target, period=period(2030)), baseline=statement(figure, period=period(2025)))
    found = numbers_of(way_of(one, knowledge(rows=[one], as_of=2025)), one.unit)
    assert (found.gap, found.gap_low, found.gap_high) == tuple(Decimal(each) for each in expected)


def test_a_bound_inside_the_target_leaves_one_end_open() -> None:
    """Less than 2 may lie any distance below at most 3."""
    one = row(target=statement("≤ 3", period=period(2030)), baseline=statement("< 2", period=period(2025)))
    one = one._replace(indicator=indicator(direction=Direction.DECREASE))
    found = numbers_of(way_of(one, knowledge(rows=[one], as_of=2025)), one.unit)
    assert (found.gap_low, found.gap_high is not None and not found.gap_high.is_finite()) == (Decimal(1), True)
