"""What a figure may be a slip of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import figure_of, shown
from hypothesis import given
from hypothesis import strategies as st
from strategies import figures, law

from tgkt.facts.figure import Figure
from tgkt.series.misprints import Look, misprints, rescaled


@pytest.mark.parametrize(
    ("text", "look", "expected"),
    [
        pytest.param("712", Look.SWAPPED, ["172", "721"], id="neighbours that differ change places"),
        pytest.param("14", Look.DROPPED, ["114", "144"], id="each digit may have been one of a pair"),
        pytest.param("1445", Look.DOUBLED, ["145"], id="of a pair one may be too many"),
        pytest.param("7.35", Look.SWAPPED, ["7.53"], id="digits do not change places across the mark"),
        pytest.param("10", Look.SWAPPED, [], id="no number begins with a nought"),
        pytest.param("0.57", Look.SWAPPED, ["0.75"], id="but a nought before the mark stays"),
        pytest.param("-71", Look.SWAPPED, ["-17"], id="a sign is no digit"),
        pytest.param("6.5 - 7.0", Look.SWAPPED, [], id="a range is left alone"),
    ],
)
def test_nearly_the_same_digits(text: str, look: Look, expected: list[str]) -> None:
    """Swapped, doubled and dropped digits, each once."""
    assert [shown(each.figure) for each in misprints(figure_of(text)) if each.look is look] == expected


@pytest.mark.parametrize(
    ("text", "last", "factor", "look"),
    [
        pytest.param("1845", None, 1000, Look.MARK, id="1845 for 1.845"),
        pytest.param("1845000", None, 1000, Look.FACTOR, id="whole thousands are another unit"),
        pytest.param("1.845", None, -1000, Look.MARK, id="1.845 for 1845"),
        pytest.param("1.84", None, -1000, Look.FACTOR, id="two decimals are no group"),
        pytest.param("73", "7.3", 10, Look.MARK, id="one decimal lost"),
        pytest.param("73", "7.30", 10, Look.FACTOR, id="not as many decimals as the last has"),
        pytest.param("7.3", "73", -10, Look.FACTOR, id="a mark that was not there"),
    ],
)
def test_a_mark_that_was_read_as_another(text: str, last: str | None, factor: int, look: Look) -> None:
    """Only where the digits allow it."""
    found = {each.factor: each.look for each in rescaled(figure_of(text), figure_of(last) if last else None)}
    assert found[factor] is look


@law
@given(figures())
def test_a_mark_elsewhere_keeps_every_digit(figure: Figure) -> None:
    """A figure for every power of ten either way, each the same digits, the factor back gives the figure."""
    found = list(rescaled(figure, None))
    assert {each.factor for each in found} == {way * 10**power for power in range(1, 16) for way in (1, -1)}
    for each in found:
        assert each.factor is not None
        back = each.figure.low * each.factor if each.factor > 0 else each.figure.low / -each.factor
        assert (back, each.figure.low.as_tuple().digits) == (figure.low, figure.low.as_tuple().digits)


@law
@given(st.integers(0, 10**6), st.integers(0, 3))
def test_a_misprint_is_another_number_of_the_same_shape(digits: int, places: int) -> None:
    """It differs, and by one digit at most in length."""
    value = Decimal(digits).scaleb(-places)
    for each in misprints(Figure(value, value)):
        text, other = f"{value:f}", f"{each.figure.low:f}"
        assert other != text
        assert len(other) - len(text) == {Look.SWAPPED: 0, Look.DOUBLED: -1, Look.DROPPED: 1}[each.look]
