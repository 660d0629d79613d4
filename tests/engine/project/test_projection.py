"""Trajectories: the worked examples of `cases/trajectory.yaml`, and what holds on every way."""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal, localcontext
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from builders import broken, cases, catalogue, indicator, pace_of, period, row, statement
from hypothesis import assume, given
from hypothesis import strategies as st
from later import knowledge as known_later
from strategies import law, numbers, positive

from tgkt.arithmetic.growth import root_growth
from tgkt.engine.project.choice import RATE, Choice
from tgkt.engine.project.judgement import judged
from tgkt.engine.project.projection import HORIZON, project
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.facts.indicator import Direction, Kind, Path
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.facts.units import factor, parse_unit
from tgkt.loading.files import load_folder, shipped_data
from tgkt.results.project import Trajectory
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge

WIDE, CLOSE = Context(prec=80), Decimal("1e-25")
GIVEN = ("baseline", "target", "from", "to", "path", "kind", "direction", "timing", "limits", "unit", "baseline_unit")
MORE = ("relative_to", "last_term", "observed", "as_of", "pace", "until")
YEARLY = ("required", "projected", "observed", "gap")
NUMBERS, PACES = ("goal", "stretch"), ("pace", "needed")
SINGLE = (*NUMBERS, *PACES, "pace_unit", "needed_unit", "pace_from", "span", "year_reached", "in_time", "reason")
CASES = cases("trajectory", given=[*GIVEN, *MORE], expect=["form", *YEARLY, *SINGLE])
UP, DOWN = Direction.INCREASE, Direction.DECREASE
growths = numbers(-5000, 5000, places=2)
possible = growths.filter(lambda growth: growth > -100)
spans = st.integers(1, 12)


def printed(given: dict[str, Any], key: str, when: str, otherwise: int) -> Statement | None:
    """The baseline or the target of a case; words where the figure is null."""
    if key not in given:
        return None
    own = parse_unit(given.get("unit", "%"))
    unit = parse_unit(given.get(f"{key}_unit", own.text))
    timing = Timing(given.get("timing", "in_year"))
    return statement(
        given[key], period=period(given.get(when, otherwise)), timing=timing, unit=unit, times=factor(unit, own)
    )


def case_row(given: dict[str, Any]) -> Row:
    """The row a case describes."""
    low, high = (Decimal(end) for end in given.get("limits", ("-Infinity", "Infinity")))
    unit = parse_unit(given.get("unit", "%"))
    target = printed(given, "target", "to", 2030)
    if target and "relative_to" in given:
        target = statement(target.figure, unit=parse_unit("lần"), relative_to=given["relative_to"])
    moved = given.get("last_term")
    return row(
        indicator=indicator(
            unit=unit,
            kind=Kind(given.get("kind", "level")),
            direction=Direction(given.get("direction", "increase")),
            path=Path(given.get("path", "linear")),
            floor=low,
            ceiling=high,
        ),
        target=target,
        baseline=printed(given, "baseline", "from", 2025),
        last_term=statement(moved, period=period(2025), relative_to=2020) if moved else None,
    )


def way(given: dict[str, Any]) -> Trajectory:
    """The trajectory of a case."""
    unit = parse_unit(given.get("unit", "%"))
    one = case_row(given)
    seen = [statement(told, period=period(year), unit=unit) for year, told in given.get("observed", {}).items()]
    known = given.get("as_of", max([2025, *given.get("observed", {})]))
    knowledge = Knowledge(catalogue(*seen, rows=[one], indicators=[one.indicator]), Clock(known))
    return project(one, knowledge, pace_of(given.get("pace")), given.get("until"))


def yearly(told: list[Decimal]) -> list[Statement]:
    """Figures of 2026 and the years after it."""
    return [statement(f"{each}", period=period(2026 + place)) for place, each in enumerate(told)]


def projected(one: Row, pace: Choice | None = None, *seen: Statement) -> Trajectory:
    """The trajectory of a row when some figures are known."""
    known = max([2025, *(each.period.last for each in seen)])
    facts = catalogue(*seen, rows=[one], indicators=[one.indicator])
    return project(one, Knowledge(facts, Clock(known)), pace or Choice())


def rounded(value: Decimal | None, like: str | None) -> str | None:
    """A computed value with as many decimals as an expected one."""
    digits = like or "1.00"
    return None if value is None else f"{value.quantize(Decimal(digits), context=WIDE):f}"


def said(found: Trajectory, expect: dict[str, Any]) -> dict[str, Any]:
    """A trajectory in the words of a case."""
    told: dict[str, Any] = {"form": found.form, "pace_from": found.pace_from, "year_reached": found.year_reached}
    told["span"] = "-".join(map(str, found.span)) if found.span else None
    told["in_time"], told["reason"] = found.is_in_time, found.reason.code if found.reason else None
    told |= {key: rounded(getattr(found, key), expect.get(key)) for key in NUMBERS}
    for key in PACES:
        value = getattr(found, key)
        told[key] = rounded(value.value if value else None, expect.get(key))
        told[f"{key}_unit"] = value.unit.text if value else None
    for key in YEARLY:
        points = {year: found.at(year) for year in expect.get(key, {})}
        assert [year for year, point in points.items() if point is None] == []
        told[key] = {year: rounded(getattr(point, key), expect[key][year]) for year, point in points.items()}
    return told


@pytest.mark.parametrize(("given", "expect"), CASES)
def test_worked_example(given: dict[str, Any], expect: dict[str, Any]) -> None:
    """Every worked example has the way that an expert worked out."""
    told = said(way(given), expect)
    assert expect == {key: told[key] for key in expect}


def level(start: Decimal, goal: Decimal, path: Path, years: int = 5, **changes: Any) -> Row:
    """A row that leads from a level of 2025 to another some years later."""
    return row(
        indicator=indicator(
            **{"kind": Kind.LEVEL, "path": path, "direction": UP if goal >= start else DOWN, **changes}
        ),
        target=statement(f"{goal}", period=period(2025 + years)),
        baseline=statement(f"{start}", period=period(2025)),
    )


def at_growth(one: Row, growth: Decimal) -> Trajectory:
    """A row projected with a growth in percent a year."""
    return projected(one, Choice(RATE, growth=growth / 100))


def at_points(one: Row, points: Decimal) -> Trajectory:
    """A row projected with points a year."""
    return projected(one, Choice(RATE, points=points))


@law
@given(positive, positive, spans, possible)
def test_a_projection_inverts_growth(start: Decimal, goal: Decimal, years: int, growth: Decimal) -> None:
    """A level projected with a growth has grown by that growth on average."""
    last = at_growth(level(start, goal, Path.GEOMETRIC, years), growth).points[-1].projected
    assert last is not None
    assert abs(root_growth(start, last, years) * 100 - growth) <= Decimal("1e-20") * max(Decimal(1), abs(growth))


@law
@given(numbers(), numbers(), spans, growths)
def test_a_projection_inverts_points(start: Decimal, goal: Decimal, years: int, points: Decimal) -> None:
    """An indicator projected with points a year has moved by that many points."""
    moving = level(start, goal, Path.LINEAR, years, kind=Kind.INDEX)
    assert at_points(moving, points).points[-1].projected == start + points * years


@law
@given(positive, positive, spans, st.sampled_from([Path.GEOMETRIC, Path.LINEAR]))
def test_the_required_path_runs_straight_to_the_target(start: Decimal, goal: Decimal, years: int, path: Path) -> None:
    """It begins at the baseline, ends at the target, digit for digit, and never turns back."""
    assume(start != goal)
    required = [point.required for point in projected(level(start, goal, path, years)).points]
    assert (start, goal) == (required[0], required[-1])
    steps = [after > before for before, after in pairwise(each for each in required if each is not None)]
    assert [goal > start] * years == steps


@law
@given(positive, positive, positive, st.integers(1, 11), st.integers(1, 11))
def test_what_is_needed_from_now_on_leads_to_the_target(
    start: Decimal, now: Decimal, more: Decimal, gone: int, left: int
) -> None:
    """The newest level, compounded with the remaining need, is the target."""
    goal, years = max(start, now) + more, gone + left
    seen = statement(f"{now}", period=period(2025 + gone))
    found = projected(level(start, goal, Path.GEOMETRIC, years), None, seen)
    assert found.needed is not None
    reached = WIDE.multiply(now, WIDE.power(1 + WIDE.divide(found.needed.value, 100), left))
    assert abs(reached - goal) <= CLOSE * goal


@law
@given(possible, st.lists(possible, min_size=1, max_size=4))
def test_what_is_needed_of_an_average_compounds_back_to_the_goal(goal: Decimal, seen: list[Decimal]) -> None:
    """Years gone and years to come together make (1 + G)^5."""
    one = row(
        indicator=indicator(kind=Kind.GROWTH),
        target=statement(f"{goal}", period=period("2026-2030"), timing=Timing.AVERAGE),
    )
    found = projected(one, None, *yearly(seen))
    assert found.needed is not None
    whole = WIDE.power(1 + goal / 100, 5)
    gone = WIDE.power(1 + WIDE.divide(found.needed.value, 100), 5 - len(seen))
    for each in seen:
        gone = WIDE.multiply(gone, 1 + each / 100)
    assert abs(gone - whole) <= CLOSE * whole


@law
@given(positive, st.lists(positive, max_size=4))
def test_what_is_needed_of_a_total_adds_up_to_it(goal: Decimal, seen: list[Decimal]) -> None:
    """Years gone and years to come together make the total."""
    target = statement(f"{goal}", period=period("2026-2030"), timing=Timing.TOTAL)
    found = projected(row(indicator=indicator(kind=Kind.LEVEL), target=target), None, *yearly(seen))
    need = found.needed.value if found.needed else None
    assert (need is None) is (sum(seen) >= goal)
    assert need is None or abs(sum(seen) + need * (5 - len(seen)) - goal) <= CLOSE * goal


@law
@given(positive, positive, st.lists(positive, min_size=1, max_size=4), st.sampled_from(list(Path)[:2]))
def test_every_observed_year_has_its_gap(start: Decimal, goal: Decimal, seen: list[Decimal], path: Path) -> None:
    """The gap is the target less the figure, in the base year and in each after it, and nowhere else."""
    found = projected(level(start, goal, path), None, *yearly(seen))
    expected = {2025 + place: goal - figure for place, figure in enumerate([start, *seen])}
    assert expected == {point.year: point.gap for point in found.points if point.gap is not None}


@law
@given(positive, positive, st.lists(positive, min_size=2, max_size=4))
def test_two_figures_after_the_base_give_the_observed_pace(start: Decimal, goal: Decimal, seen: list[Decimal]) -> None:
    """From then on it is the default: the pace from the base to the newest figure, which leads through that figure."""
    found = projected(level(start, goal, Path.GEOMETRIC), None, *yearly(seen))
    assert ("observed", (2025, 2025 + len(seen))) == (found.pace_from, found.span)
    assert found.pace is not None
    grown = WIDE.multiply(start, WIDE.power(1 + WIDE.divide(found.pace.value, 100), len(seen)))
    assert abs(grown - seen[-1]) <= CLOSE * seen[-1]
    assert projected(level(start, goal, Path.GEOMETRIC), None, *yearly(seen[:1])).pace_from == "last_term"


@law
@given(positive, positive, numbers(1, 3000, places=2), st.integers(1, 300), st.sampled_from([UP, DOWN]))
def test_a_tighter_target_is_never_reached_earlier(
    start: Decimal, goal: Decimal, pace: Decimal, share: int, direction: Direction
) -> None:
    """At the same pace a target further away is reached in the same year or later, or not at all."""
    rises = direction is UP
    assume(goal > start if rises else goal < start)
    tighter = goal * (100 + share) / 100 if rises else goal * 100 / (100 + share)
    growth = pace if rises else -pace / 100
    near, far = (at_growth(level(start, each, Path.GEOMETRIC), growth).year_reached for each in (goal, tighter))
    never = 2025 + HORIZON + 1
    assert (far or never) >= (near or never)


@law
@given(numbers(0, 100), numbers(0, 100), numbers(-3000, 3000, places=2), spans)
def test_a_projection_stays_within_natural_limits(start: Decimal, goal: Decimal, points: Decimal, years: int) -> None:
    """However fast the pace, a share stays between 0 and 100."""
    share = level(start, goal, Path.LINEAR, years, kind=Kind.SHARE, floor=Decimal(0), ceiling=Decimal(100))
    found = at_points(share, points)
    assert [each for each in found.points if each.projected is None or not 0 <= each.projected <= 100] == []


@pytest.mark.parametrize(
    ("figures", "span"),
    [
        pytest.param({2018: "60"}, (2018, 2020), id="figures of 2018 alone"),
        pytest.param({2010: "50", 2015: "55", 2018: "60"}, (2010, 2020), id="a figure of just a term before"),
        pytest.param({2011: "53", 2016: "55"}, (2011, 2020), id="the figure nearest to a term before"),
    ],
)
def test_the_last_term_of_a_ten_year_plan_is_ten_years_long(figures: dict[int, str], span: tuple[int, int]) -> None:
    """Its pace is taken from the figure nearest to that, and the years it speaks of are named."""
    one = level(Decimal(62), Decimal(80), Path.LINEAR, 5, kind=Kind.INDEX)
    one = one._replace(baseline=statement("62", period=period(2020)))
    facts = catalogue(*(statement(told, period=period(year)) for year, told in figures.items()), rows=[one])
    ten_years = facts.plans["targets"]._replace(period=period("2021-2030"), baseline=2020)
    found = project(one, Knowledge(replace(facts, plans={"targets": ten_years}), Clock(2020)), Choice())
    assert (found.pace_from, found.span) == ("last_term", span)
    assert found.pace is not None
    assert found.pace.value == (62 - Decimal(figures[span[0]])) / (2020 - span[0])


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"target": "793.3", "timing": "total", "to": "2026-2030"}, id="a total"),
        pytest.param({"target": "≥ 90", "kind": "share", "timing": "every_year", "to": "2026-2030"}, id="a share"),
    ],
)
def test_a_growth_is_no_amount(given: dict[str, Any]) -> None:
    """`--pace 9%` never means 9 trillion a year, nor a share of 9 %."""
    found = way({**given, "pace": "9%"}).pace
    assert found is None or found.unit.text == "%/năm"


def test_the_way_does_not_hang_on_the_callers_precision() -> None:
    """The engine computes at 40 digits, whatever context its caller has set."""
    given = {"baseline": "202.925", "target": "361.6", "path": "geometric", "last_term": "1.6"}
    expected = way(given)
    with localcontext(prec=6):
        assert expected.points == way(given).points


@cache
def shipped_at(as_of: int) -> Knowledge:
    """The shipped data as of a year."""
    return Knowledge(load_folder(shipped_data()), Clock(as_of))


@pytest.mark.parametrize("told", [None, "observed", "last_term", "required", "9%", "-2%", "+0.5pp"])
@pytest.mark.parametrize("as_of", [2015, 2020, 2025, 2026, 2030, 2035])
def test_every_shipped_row_has_a_way_or_a_reason(as_of: int, told: str | None) -> None:
    """No row of any plan crashes at any pace, and one that does not get there says why."""
    knowledge = shipped_at(as_of)
    for plan in knowledge.catalogue.plans.values():
        for one in plan.rows:
            found, pace = project(one, knowledge, pace_of(told)), judged(way_of(one, knowledge), knowledge, "statcan")
            assert found.year_reached is not None or found.reason is not None
            assert (found.year_reached is None) is (found.is_in_time is None)
            assert (pace.pace is None) is (pace.reason is not None)


# ---- Breaks


@pytest.mark.parametrize("choice", [Choice(), Choice("required"), Choice(RATE, points=Decimal(2))], ids=str)
def test_across_breaks_every_way_is_as_if_none_were_declared(choice: Choice) -> None:
    """Every row of both plans with figures that came later, apart from the marks."""
    later = (
        "poverty_reduction 2026 = 1.2",
        "new_rural_commune_share 2026 = 40.5",
        "new_rural_commune_share 2028 = 71.0",
    )
    known = known_later(*later)
    across = Knowledge(known.catalogue, known.clock._replace(across_breaks=True))
    without = Knowledge(replace(known.catalogue, breaks=()), known.clock)
    for one in (one for plan in known.catalogue.plans.values() for one in plan.rows):
        assert project(one, across, choice)._replace(breaks=()) == project(one, without, choice)


@pytest.mark.parametrize(
    ("told", "choice", "reached", "reason"),
    [
        pytest.param((), Choice(RATE, points=Decimal(10)), None, "break", id="nothing on the target's side"),
        pytest.param(("80",), Choice(RATE, points=Decimal(10)), 2028, None, id="10 points a year from 80 in 2026"),
        pytest.param(("80",), Choice(), None, "break", id="the last term's pace lies beyond the break"),
        pytest.param(("80",), Choice("observed"), None, "no_pace_observed", id="one figure has no pace"),
        pytest.param(("80", "88"), Choice(), 2028, None, id="as observed from 80 to 88"),
    ],
)
def test_a_projection_starts_from_the_targets_side(
    told: tuple[str, ...], choice: Choice, reached: int | None, reason: str | None
) -> None:
    """66.7 of 2025 by another standard is neither the start nor a point of the pace."""
    one = row(target=statement("95"), baseline=statement("66.7", period=period(2025)))
    facts = catalogue(*yearly([Decimal(each) for each in told]), rows=[one], breaks=[broken(2026)])
    found = project(one, Knowledge(facts, Clock(2025 + len(told))), choice)
    assert (found.year_reached, found.reason.code if found.reason else None) == (reached, reason)
