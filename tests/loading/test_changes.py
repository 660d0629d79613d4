"""Figures said against an earlier year: as a multiple of that year's figure, and never as a value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.facts.figure import Comparator, Figure
from tgkt.loading.changes import Against

from .single import target_of, told

CASES = [
    pytest.param("times", "0.45", Comparator.EQUALS, "0.45", Comparator.EQUALS, id="a multiple is itself"),
    pytest.param("times", "1.60", Comparator.AT_LEAST, "1.60", Comparator.AT_LEAST, id="at least a multiple stays so"),
    pytest.param("cut", "55", Comparator.EQUALS, "0.45", Comparator.EQUALS, id="a cut is what is left"),
    pytest.param("cut", "55", Comparator.AT_LEAST, "0.45", Comparator.AT_MOST, id="a cut of at least leaves at most"),
    pytest.param("cut", "55", Comparator.MORE_THAN, "0.45", Comparator.LESS_THAN, id="over so much leaves less"),
    pytest.param("cut", "55", Comparator.AT_MOST, "0.45", Comparator.AT_LEAST, id="a cut of at most leaves at least"),
    pytest.param("cut", "55", Comparator.NEAR_BELOW, "0.45", Comparator.ABOUT, id="nearly so much leaves about"),
    pytest.param("cut", "55", Comparator.ABOUT, "0.45", Comparator.ABOUT, id="about stays about"),
    pytest.param("cut", "12.50", Comparator.EQUALS, "0.8750", Comparator.EQUALS, id="digits are kept"),
    pytest.param("cut", "100", Comparator.EQUALS, "0.00", Comparator.EQUALS, id="a cut of all leaves nothing"),
    pytest.param("rise", "20", Comparator.AT_LEAST, "1.20", Comparator.AT_LEAST, id="a rise is on top of all"),
]


@pytest.mark.parametrize(("kind", "printed", "comparator", "multiple", "turned"), CASES)
def test_a_change_is_a_multiple(
    kind: str, printed: str, comparator: Comparator, multiple: str, turned: Comparator
) -> None:
    """Digit by digit; what is at least cut is at most left."""
    found = Against(kind, Figure(Decimal(printed), Decimal(printed), comparator), 1990).multiple
    assert (str(found.low), found.comparator) == (multiple, turned)


def test_the_ends_of_a_range_of_cuts_change_places() -> None:
    """A cut of 30 to 40 percent leaves 0.6 to 0.7."""
    found = Against("cut", Figure(Decimal(30), Decimal(40), Comparator.BETWEEN), 1990).multiple
    assert (str(found.low), str(found.high), found.comparator) == ("0.60", "0.70", Comparator.BETWEEN)


@law
@given(st.decimals(0, 100, places=2))
def test_a_cut_and_a_rise_of_the_same_add_up_to_two(amount: Decimal) -> None:
    """What is left and what is on top, of the same number of percent."""
    ends = [Against(kind, Figure(amount, amount), 1990).multiple for kind in ("cut", "rise")]
    assert ends[0].low + ends[1].low == 2


@pytest.mark.parametrize(
    ("keys", "of", "is_cut"),
    [
        pytest.param("{cut: 55, of: 1990}", 1990, True, id="a cut by keys"),
        pytest.param("reduce by 55% against 1990", 1990, True, id="a cut by words"),
        pytest.param('{cut: 55, of: 1990, printed: "reduce by 55%"}', 1990, True, id="a cut whose words name no year"),
        pytest.param("{times: 0.45, of: 1990}", 1990, False, id="a multiple by keys"),
        pytest.param("1.5 times 2020", 2020, False, id="a multiple by words"),
        pytest.param("halve against 2015", 2015, True, id="half, in a word"),
        pytest.param("{rise: 20, of: 2020}", 2020, False, id="a rise by keys"),
    ],
)
def test_a_target_against_a_year_keeps_the_year(keys: str, of: int, is_cut: bool) -> None:
    """It resolves against that year's figure, and is told as a cut where it was printed as one."""
    found = target_of(f"unit: ha, target: {{2030: {keys}}}")
    assert (found.relative_to, found.is_cut, str(found.unit)) == (of, is_cut, "lần")


@pytest.mark.parametrize("unit", ['"%/năm"', "điểm phần trăm"])
def test_growth_that_falls_is_no_cut(unit: str) -> None:
    """Of growth and changes, "giảm" says a value below zero and no multiple."""
    assert told(f"indicators: {{a: {{title: A, unit: {unit}, observed: {{2024: {{value: -2}}}}}}}}\n") == []


MISTAKES = [
    pytest.param("{cut: 55}", "cut", "Add 'of: …'", id="no base year"),
    pytest.param("{cut: 0, of: 1990}", "cut", "more than 0 %", id="a cut of nothing"),
    pytest.param("{cut: 120, of: 1990}", "cut", "at most 100 %", id="a cut of more than all"),
    pytest.param("{times: 2, of: 2030}", "of", "does not compare with an earlier year", id="against its own year"),
    pytest.param("{times: 2, rise: 100, of: 2020}", "rise", "Keep one of times, rise", id="said in two ways"),
    pytest.param("{value: 5, of: 2020}", "of", "Write one of them with it", id="a base year of a value"),
    pytest.param('{value: 5, printed: "reduce by 5% against 2020"}', "value", "Write cut: 5, of: 2020", id="the trap"),
    pytest.param('{rise: 5, of: 2020, printed: "5 times 2020"}', "printed", "Write times:", id="another sort"),
    pytest.param('{times: 5.0, of: 2020, printed: "5 times 2020"}', "printed", "every digit", id="another digit"),
    pytest.param(
        '{times: 5, of: 2020, comparator: at_least, printed: "5 times 2020"}',
        "printed",
        "Correct one",
        id="other words",
    ),
    pytest.param('{times: 5, of: 2015, printed: "5 times 2020"}', "printed", "compares with 2020", id="another year"),
]


@pytest.mark.parametrize(("keys", "key", "words"), MISTAKES)
def test_a_change_that_cannot_be_is_told(keys: str, key: str, words: str) -> None:
    """One message, at the key that is wrong, with what to write."""
    (said,) = told(f"indicators: {{a: {{title: A, unit: ha, direction: decrease, target: {{2030: {keys}}}}}}}\n")
    assert said.startswith(f"indicators.a.target.2030.{key}: ")
    assert words in said
