"""What a cut, a rise and a multiple make of the base they are of."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from strategies import law, numbers

from tgkt.facts.notation import Change, read_phrase
from tgkt.facts.units import PERCENT, TIMES


@pytest.mark.parametrize(
    ("printed", "language", "multiple"),
    [
        pytest.param("reduce by 55 % against 1990", "en", "0.45", id="a cut of 55 percent leaves 0.45"),
        pytest.param("halve", "en", "0.5", id="half is left of what is halved"),
        pytest.param("double", "en", "2", id="double"),
        pytest.param("increase by 20% compared with 2015", "en", "1.2", id="a rise of 20 percent makes 1.2"),
        pytest.param("reduce to 55 % of its 1990 level", "en", "0.55", id="to 55 percent of a level is 0.55"),
        pytest.param("1.6 times 2020", "en", "1.6", id="a number of times is the multiple"),
        pytest.param("giảm 55% so với năm 1990", "vi", "0.45", id="a cut in Vietnamese"),
        pytest.param("gấp 1,6 lần năm 2020", "vi", "1.6", id="a multiple in Vietnamese"),
        pytest.param("bằng 80% so với năm 2020", "vi", "0.8", id="a part of a level in Vietnamese"),
    ],
)
def test_a_change_is_a_multiple_of_its_base(printed: str, language: str, multiple: str) -> None:
    """A cut, a rise and a multiple all say what the base is multiplied by."""
    phrase = read_phrase(printed, language)
    assert phrase.change is not None
    assert phrase.unit is not None
    assert phrase.change.multiple(phrase.figures[0].low, phrase.unit) == Decimal(multiple)


@law
@given(numbers(0, 99))
def test_a_cut_and_its_remainder_make_the_whole(percent: Decimal) -> None:
    """What a cut leaves and what it takes are together the base; a rise by as much lies as far above it."""
    left, more = (Change(kind, 1990).multiple(percent, PERCENT) for kind in ("cut", "rise"))
    assert Fraction(left) == 1 - Fraction(percent) / 100
    assert Fraction(more) == 1 + Fraction(percent) / 100
    assert Change("times", None).multiple(percent, TIMES) == percent
