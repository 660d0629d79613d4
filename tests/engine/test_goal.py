"""A target as the values that meet it: edges, zones, and what is to be held."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import figure_of, indicator, knowledge, period, row, statement
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import figures, law, mirrored, numbers

from tgkt.engine.goal import Goal, goal_in, goal_of, resolved
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.indicator import Direction
from tgkt.facts.interval import INFINITY, Interval, point
from tgkt.facts.statement import Status
from tgkt.facts.units import parse_unit
from tgkt.results.status import Grade
from tgkt.series.base import base_of

NOT_MET, MET, EXCEEDED = Grade.NOT_MET, Grade.MET, Grade.EXCEEDED
BETTER = [NOT_MET, MET, EXCEEDED]
TURNED = {Direction.INCREASE: Direction.DECREASE, Direction.DECREASE: Direction.INCREASE}
TIMES = parse_unit("lần")
both_ways = st.sampled_from(list(TURNED))
near = numbers(-60, 60, places=2)


def goal(printed: str | Figure, direction: str = "increase", **changes: object) -> Goal:
    """A target in plain numbers."""
    judged = row(indicator=indicator(unit=TIMES, direction=Direction(direction)), target=statement(printed, unit=TIMES))
    assert judged.target is not None
    found = goal_of(judged._replace(target=judged.target._replace(**changes)))  # type: ignore[arg-type]  # by name
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("printed", "direction", "worse", "better"),
    [
        pytest.param("8", "increase", "8", "8", id="a number is both edges"),
        pytest.param("≥ 10.5", "increase", "10.5", "10.5", id="a bound has one edge"),
        pytest.param("≤ 17", "decrease", "17", "17", id="so has one from above"),
        pytest.param(
            "1 - 1.5", "increase", "1", "1.5", id="the lower end of a range is the worse where more is better"
        ),
        pytest.param("1 - 1.5", "decrease", "1.5", "1", id="and the better where less is"),
        pytest.param("≈ 35", "increase", "34", "36", id="about a number is a unit on each side"),
        pytest.param("≲ 100", "increase", "99", "100", id="nearly a number is a unit below it"),
        pytest.param("≲ 100", "decrease", "100", "99", id="nearly a number from above"),
    ],
)
def test_edges(printed: str, direction: str, worse: str, better: str) -> None:
    """The worse and the better edge, in that order."""
    assert goal(printed, direction).edges == (Decimal(worse), Decimal(better))


@pytest.mark.parametrize(
    ("printed", "direction", "expected"),
    [
        pytest.param("8", "increase", Interval(Decimal(8), INFINITY), id="what is better than a number meets it"),
        pytest.param("1 - 1.5", "increase", Interval(Decimal(1), INFINITY), id="and what is better than a range"),
        pytest.param("1 - 1.5", "decrease", Interval(-INFINITY, Decimal("1.5")), id="from above where less is better"),
        pytest.param("> 75", "increase", Interval(Decimal(75), INFINITY, low_open=True), id="a strict edge is open"),
        pytest.param("≤ 8", "increase", Interval(-INFINITY, Decimal(8)), id="a ceiling on what should rise is one"),
        pytest.param("7.3", "neutral", Interval(Decimal("7.25"), Decimal("7.35")), id="what rounds to its digits"),
        pytest.param("1 - 2", "neutral", Interval(Decimal(1), Decimal(2)), id="inside a range"),
    ],
)
def test_the_values_that_meet_it(printed: str, direction: str, expected: Interval) -> None:
    """Those beyond its better edge are among them."""
    assert goal(printed, direction).meeting == expected


@law
@given(figures(), st.sampled_from(list(Direction)), near)
def test_what_meets_a_target_is_what_passes(figure: Figure, direction: Direction, value: Decimal) -> None:
    """A value lies between the bounds that machine rows tell when, and only when, it is graded as met or better."""
    found = goal(figure, direction)
    assume(not (found.is_neutral and found.comparator in (Comparator.EQUALS, Comparator.MAINTAIN)))
    assert found.meeting.contains(value) is found.meets(value)


@pytest.mark.parametrize(
    ("start", "nearest"),
    [("3", "5"), ("8", "6"), ("5.5", "5.5"), ("5", "5"), ("6", "6")],
    ids=["from below", "from above", "inside", "on the lower edge", "on the upper edge"],
)
def test_the_nearer_edge_of_a_range(start: str, nearest: str) -> None:
    """The way to a range ends at its nearer edge; inside there is none to go."""
    assert goal("5 - 6").nearest(Decimal(start)) == Decimal(nearest)


@pytest.mark.parametrize(
    ("printed", "direction", "earned"),
    [
        pytest.param("≥ 8", "increase", {"7.9": NOT_MET, "8": MET, "8.1": EXCEEDED}, id="at least"),
        pytest.param("8", "increase", {"7.9": NOT_MET, "8": MET, "8.1": EXCEEDED}, id="a number"),
        pytest.param("> 8", "increase", {"8": NOT_MET, "8.1": EXCEEDED}, id="more than: nothing is just met"),
        pytest.param("≤ 8", "decrease", {"8.1": NOT_MET, "8": MET, "7.9": EXCEEDED}, id="at most"),
        pytest.param("< 8", "decrease", {"8": NOT_MET, "7.9": EXCEEDED}, id="less than"),
        pytest.param("5 - 6", "increase", {"4.9": NOT_MET, "5": MET, "6": MET, "6.1": EXCEEDED}, id="a range"),
        pytest.param(
            "5 - 6", "decrease", {"6.1": NOT_MET, "6": MET, "5": MET, "4.9": EXCEEDED}, id="a range from above"
        ),
        pytest.param("≈ 35", "increase", {"33.9": NOT_MET, "34": MET, "36": MET, "36.1": EXCEEDED}, id="about"),
        pytest.param("≲ 100", "increase", {"98.9": NOT_MET, "99": MET, "99.9": MET, "100": EXCEEDED}, id="nearly"),
        pytest.param(
            "≲ 100", "decrease", {"100": NOT_MET, "99.9": MET, "99": MET, "98.9": EXCEEDED}, id="nearly, less"
        ),
        pytest.param("5 - 6", "neutral", {"4.9": NOT_MET, "5": MET, "6": MET, "6.1": NOT_MET}, id="a neutral range"),
        pytest.param("≤ 8", "increase", {"8": MET, "3": MET, "8.1": NOT_MET}, id="a bound against the direction"),
        pytest.param("≥ 8", "decrease", {"8": MET, "30": MET, "7.9": NOT_MET}, id="the same the other way"),
    ],
)
def test_exact_values_earn_their_grade(printed: str, direction: str, earned: dict[str, Grade]) -> None:
    """Equal is met, whichever way is better, except against strict words."""
    found = goal(printed, direction)
    assert {value: found.grade(point(Decimal(value))) for value in earned} == earned
    assert {value: found.meets(Decimal(value)) for value in earned} == {
        value: each.passed for value, each in earned.items()
    }


@pytest.mark.parametrize(
    ("values", "grade", "passes"),
    [
        pytest.param(Interval(Decimal(5), INFINITY), None, None, id="from a miss to far beyond"),
        pytest.param(Interval(Decimal("8.5"), INFINITY), None, True, id="from inside to beyond: passes, no one grade"),
        pytest.param(Interval(Decimal(9), INFINITY, low_open=True), EXCEEDED, True, id="beyond the better edge"),
        pytest.param(Interval(Decimal(8), Decimal(9)), MET, True, id="just the inside"),
        pytest.param(Interval(-INFINITY, Decimal(8), high_open=True), NOT_MET, False, id="all below"),
        pytest.param(Interval(-INFINITY, Decimal(8)), None, None, id="all below and the edge"),
    ],
)
def test_many_values_earn_a_grade_only_if_all_do(values: Interval, grade: Grade | None, *, passes: bool | None) -> None:
    """Against 8 - 9: one grade if every value earns it, a pass if every value passes."""
    found = goal("8 - 9")
    assert (found.grade(values), found.passes(values)) == (grade, passes)


def test_words_and_empty_cells_demand_no_number() -> None:
    """Without a number there is no goal."""
    assert (goal_of(row(target=statement())), goal_of(row())) == (None, None)


def test_digits_are_those_that_round_to_the_target_or_lie_within_its_tolerance() -> None:
    """54.6 is 54.55 to 54.65; with a tolerance of 0.5 it is 54.1 to 55.1; a finer one takes nothing away."""
    spans = [goal("54.6", "neutral", tolerance=Decimal(each) if each else None).digits for each in ("", "0.5", "0.01")]
    assert [(str(each.low), str(each.high)) for each in spans] == [
        ("54.55", "54.65"),
        ("54.1", "55.1"),
        ("54.55", "54.65"),
    ]


def test_a_multiple_becomes_a_level_of_its_base() -> None:
    """At least 1.5 times 5.4 is at least 8.1, and the base stays beside it."""
    judged = row(
        target=statement("≥ 1.5", relative_to=2025, unit=TIMES), baseline=statement("5.4", period=period(2025))
    )
    times, base = goal_of(judged), base_of(judged, knowledge(rows=[judged]))
    assert times is not None
    assert base is not None
    level = resolved(times, base.known)
    assert (level.edges[0], level.region.low, level.of) == (Decimal("0.081"), Decimal("0.081"), base.known)


def test_to_maintain_without_a_number_is_to_hold_the_base() -> None:
    """The figure of the base is the goal; without one there is none."""
    held = statement(comparator=Comparator.MAINTAIN)
    judged = row(target=held, baseline=statement("95.0", period=period(2025), status=Status.OFFICIAL))
    found = goal_in(judged, knowledge(rows=[judged]))
    assert found is not None
    assert [found.grade(point(Decimal(each))) for each in ("0.949", "0.95", "0.951")] == BETTER
    assert goal_in(row(target=held), knowledge(rows=[row(target=held)])) is None


def test_to_maintain_a_bound_is_to_hold_the_bound() -> None:
    """More than 61.6 is held by anything that is more."""
    judged = row(target=statement(comparator=Comparator.MAINTAIN), baseline=statement("> 61.6", period=period(2025)))
    found = goal_in(judged, knowledge(rows=[judged]))
    assert found is not None
    assert (found.meets(Decimal("0.616")), found.meets(Decimal("0.617"))) == (False, True)


# ---- Laws


def earns(value: Decimal, printed: Figure, direction: Direction) -> Grade:
    found = goal(printed, direction).grade(point(value))
    assert found is not None
    return found


@law
@given(near, figures(near, more=(Comparator.NEAR_BELOW,)), both_ways, numbers(0, 60, places=2))
def test_a_tighter_target_never_improves_a_grade(
    value: Decimal, printed: Figure, direction: Direction, by: Decimal
) -> None:
    """Where a target is moved the better way, the grade of the same value stays or falls.

    A bound against the direction, at most 3 of what should grow, has no better way: it is tighter the other way.
    """
    is_upward = direction is Direction.INCREASE
    if printed.is_bound:
        is_upward = printed.comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN)
    by = by if is_upward else -by
    tighter = printed._replace(low=printed.low + by, high=printed.high + by)
    if printed.comparator in (Comparator.ABOUT, Comparator.NEAR_BELOW):
        assume(printed.digit == tighter.digit)
    assert BETTER.index(earns(value, tighter, direction)) <= BETTER.index(earns(value, printed, direction))


@law
@given(near, figures(near), both_ways)
def test_the_two_directions_mirror_each_other(value: Decimal, printed: Figure, direction: Direction) -> None:
    """With every sign turned, less is better where more was, and the grade is the same."""
    assert earns(value, printed, direction) is earns(-value, mirrored(printed), TURNED[direction])


@law
@given(near, figures(near, more=(Comparator.NEAR_BELOW,)), st.sampled_from(list(Direction)))
def test_every_value_has_just_one_grade(value: Decimal, printed: Figure, direction: Direction) -> None:
    """Zones leave no gap and do not overlap."""
    found = goal(printed, direction)
    assert found.passes(point(value)) is earns(value, printed, direction).passed


def test_the_goal_is_told_in_its_own_kind() -> None:
    """A value computed towards a share is a share."""
    found = goal_of(row(target=statement(figure_of("80"))))
    assert found is not None
    assert found.exactly(Decimal("0.5")).sort == found.kind.sort
