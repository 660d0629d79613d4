"""The grade that a known figure earns, and whether rounding could turn pass into fail."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import figure_of, indicator, knowledge, row, statement
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import figures, inside, law, numbers, scaled

from tgkt.engine.goal import Goal, goal_of, resolved
from tgkt.engine.grade import Graded, graded, has_same_words, is_at_least_as_good
from tgkt.facts.figure import Comparator, Figure, last_digit
from tgkt.facts.indicator import Direction
from tgkt.facts.interval import INFINITY, Interval, point
from tgkt.facts.statement import Status
from tgkt.facts.units import parse_unit
from tgkt.results.status import Grade
from tgkt.series.certainty import Rest
from tgkt.series.known import Known

TIMES = parse_unit("lần")
both_ways = st.sampled_from([Direction.INCREASE, Direction.DECREASE])
near = numbers(-60, 60, places=2)  # close together, so that rounding matters
more = (Comparator.NEAR_BELOW,)


def pair(got: Figure, printed: Figure, direction: Direction) -> tuple[Goal, Known]:
    """A goal and a figure in plain numbers, without natural limits."""
    judged = row(
        indicator=indicator(unit=TIMES, direction=direction),
        target=statement(printed, unit=TIMES),
        result=statement(got, unit=TIMES, status=Status.OFFICIAL),
    )
    goal, known = goal_of(judged), knowledge(rows=[judged]).series("share", "merged").newest()
    assert goal is not None
    assert known is not None
    return goal, known


def grade(got: Figure, printed: Figure, direction: Direction) -> Graded:
    return graded(*pair(got, printed, direction))


def is_certain(found: Graded) -> bool:
    return Rest.ROUNDING not in found.rests


@pytest.mark.parametrize(
    ("got", "printed", "same"),
    [
        pytest.param("< 3", "< 3", True, id="below 3 is below 3"),
        pytest.param("< 3.0", "< 3", True, id="digits that are equal in value"),
        pytest.param("≤ 3", "< 3", False, id="at most 3 is not below 3"),
        pytest.param("< 2", "< 3", False, id="another number"),
        pytest.param("1 - 1.5", "1 - 1.5", True, id="a range and itself"),
        pytest.param("1 - 1.4", "1 - 1.5", False, id="a range with another end"),
    ],
)
def test_the_same_words(got: str, printed: str, *, same: bool) -> None:
    """A figure may say just what its target says."""
    assert has_same_words(*pair(figure_of(got), figure_of(printed), Direction.INCREASE)) is same


def test_the_same_words_pass_whatever_they_allow() -> None:
    """Nothing is better or worse than itself."""
    for words in ("< 3", "> 46", "≤ 17", "≥ 92", "≲ 200"):
        for direction in Direction:
            assert grade(figure_of(words), figure_of(words), direction).passed


@pytest.mark.parametrize(
    ("value", "other", "direction", "expected"),
    [
        pytest.param("8", "8", "increase", True, id="equal is as good"),
        pytest.param("8", "8", "decrease", True, id="equal is as good where less is better"),
        pytest.param("9", "8", "increase", True, id="more is better"),
        pytest.param("9", "8", "decrease", False, id="more is worse"),
    ],
)
def test_at_least_as_good(value: str, other: str, direction: str, *, expected: bool) -> None:
    """On the better side or equal."""
    goal, _ = pair(figure_of("1"), figure_of("1"), Direction.INCREASE)
    one, two = (goal.exactly(Decimal(each)) for each in (value, other))
    assert is_at_least_as_good(one, two, Direction(direction)) is expected


def test_against_a_multiple_the_rounding_of_the_base_counts() -> None:
    """8.2 against 1.5 times 5.4: the base may be 5.44, which asks for 8.16; 8.3 is beyond that, rounding included."""
    base = pair(figure_of("5.4"), figure_of("1"), Direction.INCREASE)[1]
    answers = {}
    for printed in ("8.2", "8.3"):
        times, level = pair(figure_of(printed), figure_of("≥ 1.5"), Direction.INCREASE)
        answers[printed] = is_certain(graded(resolved(times, base), level))
    assert answers == {"8.2": False, "8.3": True}


def test_a_base_is_never_in_doubt_against_a_multiple_of_itself() -> None:
    """However coarse it is, 1 is less than 1.5 times itself."""
    times, base = pair(figure_of("1"), figure_of("≥ 1.5"), Direction.INCREASE)
    assert graded(resolved(times, base), base) == Graded(Grade.NOT_MET, ())


# ---- Laws


@law
@given(figures(near, more=more), figures(near, more=more), both_ways, st.integers(-9, 9))
def test_a_change_of_scale_changes_no_grade(got: Figure, printed: Figure, direction: Direction, power: int) -> None:
    """Thousands or millions: the same figures in another scale get the same grade and rests."""
    got, printed = (each._replace(step=each.digit) for each in (got, printed))
    one, other = (scaled(each, power)._replace(step=each.digit.scaleb(power)) for each in (got, printed))
    assert grade(got, printed, direction) == grade(one, other, direction)


@law
@given(figures(near, more=more), figures(near, more=more), st.sampled_from(list(Direction)), st.data())
def test_a_certain_pass_or_miss_is_that_of_every_value(
    got: Figure, printed: Figure, direction: Direction, data: st.DataObject
) -> None:
    """No value that a figure may stand for would turn a certain pass into a miss, or the other way."""
    goal, known = pair(got, printed, direction)
    found = graded(goal, known)
    assume(found.grade is not None and is_certain(found))
    assume(not has_same_words(goal, known))
    assume(not (goal.is_neutral and goal.comparator is Comparator.EQUALS))
    spread = known.quantity.interval
    if spread.low == -INFINITY:
        spread = Interval(spread.high - 1000, spread.high, spread.low_open, spread.high_open)
    value = data.draw(inside(spread))
    assert goal.meets(Decimal(value.numerator) / Decimal(value.denominator)) is found.passed


@law
@given(near, st.sampled_from([Comparator.EQUALS, Comparator.ABOUT]), st.integers(-12, 12), figures(near), both_ways)
def test_a_grade_is_certain_exactly_when_both_ends_pass_or_both_fail(
    value: Decimal, comparator: Comparator, eighths: int, words: Figure, direction: Direction
) -> None:
    """With a target within a digit of the result, only the ends of the rounding interval decide on certainty."""
    got = Figure(value, value, comparator)
    edge = value + last_digit(value) * eighths / 8
    goal, known = pair(got, words._replace(low=edge, high=edge + abs(words.high - words.low)), direction)
    found, spread = graded(goal, known), known.quantity.interval
    ends = {goal.passes(point(end)) for end in (spread.low, spread.high)}
    between = goal.passes(spread) is not None
    assert is_certain(found) is (ends == {found.passed} and between)
