"""What must change: the worked examples of `cases/change.yaml`, and growth against an independent reckoning."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import cases, catalogue, indicator, period, row, statement
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers, positive

from tgkt.engine.status.change import average_growth, what_must_change
from tgkt.facts.indicator import Direction, Kind, Path
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.facts.units import factor, parse_unit
from tgkt.results.status import Change

GIVEN = [
    "baseline",
    "target",
    "path",
    "direction",
    "from",
    "to",
    "kind",
    "timing",
    "relative_to",
    "last_term",
    "earlier",
]
UNITS = ["unit", "baseline_unit", "target_unit"]
CHANGES = cases("change", given=[*GIVEN, *UNITS], expect=list(Change()._asdict()))
WIDE = Context(prec=80)
steps = st.integers(1, 30)


def printed(given: dict[str, Any], key: str, when: str, otherwise: int, timing: str) -> Statement | None:
    """The baseline or the target of a case."""
    if key not in given:
        return None
    whole = parse_unit(given.get("unit", "%"))
    unit = parse_unit(given.get(f"{key}_unit", whole.text))
    return statement(
        given[key],
        period=period(given.get(when, otherwise)),
        timing=Timing(timing),
        unit=unit,
        times=factor(unit, whole),
    )


def case_row(given: dict[str, Any]) -> Row:
    """The row a case describes."""
    timing = given.get("timing", "in_year")
    ahead, past = timing if isinstance(timing, list) else (timing, timing)
    target = printed(given, "target", "to", 2030, ahead)
    if target and "relative_to" in given:
        target = target._replace(unit=parse_unit("lần"), relative_to=given["relative_to"])
    moved = given.get("last_term")
    return row(
        indicator=indicator(
            unit=parse_unit(given.get("unit", "%")),
            kind=Kind(given.get("kind", "level")),
            direction=Direction(given.get("direction", "increase")),
            path=Path(given["path"]),
        ),
        target=target,
        baseline=printed(given, "baseline", "from", 2025, past),
        last_term=statement(moved, period=period(2025), relative_to=2020) if moved else None,
    )


def rounded(value: Decimal, like: str) -> str:
    """A computed value with as many decimals as an expected one."""
    return f"{value.quantize(Decimal(like), rounding=ROUND_HALF_EVEN, context=WIDE):f}"


@pytest.mark.parametrize(("given", "expect"), CHANGES)
def test_worked_example(given: dict[str, Any], expect: dict[str, str]) -> None:
    """Every worked example has the gap, pace and stretch that an expert worked out, and nothing else."""
    earlier = [statement(given["earlier"], period=period(2020))] if "earlier" in given else []
    change = what_must_change(case_row(given), catalogue(*earlier))
    found = {name: value for name, value in change._asdict().items() if value is not None}
    assert expect == {name: rounded(value, expect.get(name, "1.00")) for name, value in found.items()}


@pytest.mark.parametrize(
    "earlier",
    [
        pytest.param(statement("100", period=period(2020), ambition=True), id="an older ambition"),
        pytest.param(statement("1.5", period=period(2020), relative_to=2015), id="a multiple of another year"),
        pytest.param(statement("100", period=period("2016-2020"), timing=Timing.TOTAL), id="the total of a term"),
        pytest.param(statement("100", period=period(2019)), id="another year"),
        pytest.param(statement("100", period=period(2020), area="north"), id="another area"),
        pytest.param(statement(period=period(2020)), id="words"),
    ],
)
def test_only_a_level_of_the_base_year_gives_the_last_pace(earlier: Statement) -> None:
    """Where no level of 2020 was observed, the pace of the last term is not known."""
    level = case_row({"baseline": "150", "target": "300", "path": "geometric"})
    assert what_must_change(level, catalogue(earlier)).pace is None


@law
@given(positive, numbers(-9000, 50_000, places=2).filter(lambda growth: growth > -100), steps)
def test_average_growth_undoes_compounding(start: Decimal, growth: Decimal, years: int) -> None:
    """A level that grows by so many percent a year has grown by so many percent a year on average."""
    end = WIDE.multiply(start, WIDE.power(1 + growth / 100, years))
    found = average_growth(start, end, years)
    assert found is not None
    assert abs(found - growth) <= Decimal("1e-25") * max(Decimal(1), abs(growth))


@law
@given(positive, positive, steps)
def test_average_growth_agrees_with_mpmath(start: Decimal, end: Decimal, years: int) -> None:
    """An independent library at 60 digits finds the same growth."""
    with mpmath.workdps(60):
        ratio = mpmath.mpf(str(end)) / mpmath.mpf(str(start))
        expected = Decimal(mpmath.nstr((mpmath.root(ratio, years) - 1) * 100, 50))
    found = average_growth(start, end, years)
    assert found is not None
    assert abs(found - expected) <= Decimal("1e-25") * max(Decimal(1), abs(expected))


@law
@given(numbers(), numbers(), st.integers(-3, 30))
def test_growth_exists_only_between_positive_levels(start: Decimal, end: Decimal, years: int) -> None:
    """Zero, negative levels and no years between have no growth; everything else has."""
    assert (average_growth(start, end, years) is not None) is (start > 0 and end > 0 and years > 0)


@law
@given(numbers(), numbers(), st.sampled_from(list(Path)))
def test_baseline_and_gap_make_the_target(start: Decimal, goal: Decimal, path: Path) -> None:
    """Baseline plus gap is the target, on any path and in any direction."""
    level = row(
        indicator=indicator(kind=Kind.LEVEL, path=path),
        target=statement(f"{goal}"),
        baseline=statement(f"{start}", period=period(2025)),
    )
    assert goal == start + (what_must_change(level, catalogue()).gap or 0)


@law
@given(numbers(), numbers(), steps)
def test_points_a_year_add_up_to_the_gap(start: Decimal, goal: Decimal, years: int) -> None:
    """The yearly points of all years make the whole gap, and there are none where nothing has to change."""
    share = row(
        indicator=indicator(path=Path.LINEAR),
        target=statement(f"{goal}", period=period(2025 + years)),
        baseline=statement(f"{start}", period=period(2025)),
    )
    change = what_must_change(share, catalogue())
    assert change.gap == goal - start
    assert (change.points is None) is (start >= goal)
    assert change.points is None or abs(change.points * years - change.gap) < Decimal("1e-20")
