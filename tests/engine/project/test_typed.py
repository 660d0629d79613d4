"""What a person may write after `--set ID=`, and what is refused because it would be guessed."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers, positive

from tgkt.arithmetic.quantity import Sort
from tgkt.engine.project.typed import in_unit, read_setting
from tgkt.engine.project.what_if import State
from tgkt.errors import NotationError, UnitError, UsageError
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Row
from tgkt.facts.units import dimensions
from tgkt.loading.files import load_folder, shipped_data


@cache
def facts() -> Catalogue:
    """The shipped data, read once."""
    return load_folder(shipped_data())


def target(name: str) -> Row:
    """The first row of the plan about an indicator."""
    return next(row for row in facts().plans["targets_2025_2030"].rows if row.indicator.id == name)


def setting(name: str, text: str) -> Decimal:
    """What an indicator is set to, in the unit of its target."""
    one = target(name)
    reference, value = read_setting(text, one, State(facts(), {}))
    assert one.target is not None
    assert (name, one.area, one.target.period) == (reference.indicator, reference.area, reference.period)
    assert value.interval.is_point
    return value.value / dimensions(one.unit)[0]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        pytest.param("grdp_growth", "9", "9", id="a bare number in the unit of the target"),
        pytest.param("grdp_growth", "9.25", "9.25", id="a decimal in plain notation"),
        pytest.param("grdp_growth", "9%", "9", id="a percent sign"),
        pytest.param("grdp_growth", "9.25%", "9.25", id="a percent sign after plain notation"),
        pytest.param("grdp_growth", "9%/năm", "9", id="percent a year"),
        pytest.param("grdp_growth", "9,25%/năm", "9.25", id="Vietnamese notation beside a Vietnamese unit"),
        pytest.param("grdp_growth", "  9 % ", "9", id="blanks around"),
        pytest.param("grdp_growth", "-2", "-2", id="a fall"),
        pytest.param("grdp_growth", "−2", "-2", id="a fall with a minus sign of print"),
        pytest.param("grdp_growth", "+1pp", "11.5", id="one point more"),
        pytest.param("grdp_growth", "+ 1.5 pp", "12", id="one and a half points more"),
        pytest.param("grdp_growth", "-1pp", "9.5", id="one point less"),
        pytest.param("grdp_growth", "−1pp", "9.5", id="one point less with a minus sign of print"),
        pytest.param("grdp_growth", "+1 điểm", "11.5", id="one point more in Vietnamese"),
        pytest.param("grdp_growth", "+1 điểm %", "11.5", id="one percentage point more in Vietnamese"),
        pytest.param("grdp_growth", "×1.05", "11.025", id="times 1.05"),
        pytest.param("grdp_growth", "x1.05", "11.025", id="times 1.05 with a letter"),
        pytest.param("grdp_growth", "*1.05", "11.025", id="times 1.05 with a star"),
        pytest.param("revenue_to_grdp", "+1pp", "13.5", id="points of a ratio in percent"),
        pytest.param("forest_cover", "×0.9", "54", id="nine tenths of a share"),
        pytest.param("grdp", "400", "400", id="a level in the unit of the target"),
        pytest.param("grdp", "400 nghìn tỷ đồng", "400", id="a level with its unit"),
        pytest.param("grdp", "400.000 tỷ đồng", "400", id="a level in another scale, Vietnamese grouping"),
        pytest.param("grdp", "+5%", "379.68", id="five percent more of a level"),
        pytest.param("grdp", "-5%", "343.52", id="five percent less of a level"),
        pytest.param("grdp", "×1.05", "379.68", id="a level times 1.05"),
        pytest.param("population", "1900", "1900", id="thousands of people, as the target counts"),
        pytest.param("population", "1,9 triệu người", "1900", id="millions of people"),
        pytest.param("population", "+2.5%", "1891.8425", id="two and a half percent more people"),
        pytest.param("investment", "900", "900", id="a total over the term"),
        pytest.param("grdp_per_capita", "220 triệu đồng", "220", id="what is below the line may be left out"),
        pytest.param("grdp_per_capita", "220 triệu đồng/người", "220", id="the year may be left out"),
        pytest.param("grdp_per_capita", "220 triệu đồng/người/năm", "220", id="the whole unit"),
    ],
)
def test_a_setting_is_read(name: str, text: str, value: str) -> None:
    """Absolute values, points, factors and percent changes mean what they say."""
    assert Decimal(value) == setting(name, text)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        pytest.param("grdp_growth", "+5%", "ambiguous. Write +1pp or ×1.05", id="percent of a percentage"),
        pytest.param("forest_cover", "-5%", "ambiguous. Write +1pp or ×1.05", id="percent of a share"),
        pytest.param("grdp", "+1pp", "points are for shares and growth", id="points of money"),
        pytest.param("population", "+1pp", "points are for shares and growth", id="points of people"),
        pytest.param("grdp", "400 người", "'người' and 'nghìn tỷ đồng' measure different things", id="people as money"),
        pytest.param("grdp", "9%", "'%' and 'nghìn tỷ đồng' measure different things", id="a share as money"),
        pytest.param("grdp", "400 USD", "measure different things", id="dollars as đồng"),
        pytest.param("population", "1900 hộ", "measure different things", id="households as people"),
        pytest.param("grdp_growth", "9 triệu người", "measure different things", id="people as growth"),
        pytest.param("grdp_per_capita", "220 người", "measure different things", id="people as money a head"),
        pytest.param("grdp_per_capita", "220 triệu đồng/hộ", "measure different things", id="money a household"),
        pytest.param("grdp_growth", "9,5", "not plain notation", id="a bare number in Vietnamese notation"),
        pytest.param("population", "1.9 triệu người", "not Vietnamese notation", id="plain notation beside words"),
        pytest.param("grdp", "400 kgg", "unknown unit 'kgg'", id="a unit there is not"),
        pytest.param("grdp_growth", "nine", "is not a number", id="a word"),
        pytest.param("grdp_growth", "nan", "is not a number", id="no number"),
        pytest.param("grdp_growth", "9e3", "'e3'", id="an exponent"),
        pytest.param("grdp_growth", "×", "is not a number", id="times nothing"),
        pytest.param("grdp_growth", "×1,05", "Write 1.05", id="times in Vietnamese notation"),
        pytest.param("grdp_growth", "+pp", "not a number", id="points of nothing"),
        pytest.param("grdp_growth", "+09pp", "leading zeros", id="points with a leading zero"),
        pytest.param("next_generation_mobile", "1", "no number of its own to set", id="a milestone"),
        pytest.param("income_per_capita", "1.6", "no number of its own to set", id="a multiple of a base year"),
    ],
)
def test_what_is_refused_says_what_would_do(name: str, text: str, words: str) -> None:
    """The message names the indicator and holds the way out."""
    with pytest.raises(UsageError) as caught:
        setting(name, text)
    assert f"--set {name}" in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("forest_cover", "150", id="more than all of it"),
        pytest.param("forest_cover", "-5", id="less than nothing of it"),
        pytest.param("forest_cover", "×3", id="three times 60 %"),
        pytest.param("forest_cover", "+50pp", id="110 % by points"),
        pytest.param("population", "-5", id="a negative number of people"),
        pytest.param("grdp", "-200%", id="minus its own size"),
    ],
)
def test_a_setting_outside_the_natural_limits_is_refused(name: str, text: str) -> None:
    """What loading refuses in a file is refused in a what-if."""
    with pytest.raises(UsageError):
        setting(name, text)


NO_DIMENSION = pytest.mark.xfail(
    strict=True, reason="lần and điểm phần trăm have no dimension, so they pass for a share or growth"
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("forest_cover", "2 lần", id="two times, as if it were 200 %"),
        pytest.param("grdp_growth", "2 lần", id="a growth of two times", marks=NO_DIMENSION),
        pytest.param("forest_cover", "1 điểm phần trăm", id="one point, as if it were 1 %", marks=NO_DIMENSION),
        pytest.param("grdp_growth", "−1 điểm phần trăm", id="one point less, as if it were −1 %", marks=NO_DIMENSION),
    ],
)
def test_a_multiple_or_a_point_is_no_share(name: str, text: str) -> None:
    """A pure number of another kind is refused: percentage points are a dimension of their own."""
    with pytest.raises(UsageError):
        setting(name, text)


@pytest.mark.parametrize(
    "text",
    [
        "9%/năm",
        "+1 điểm",
    ],
)
def test_decomposed_text_is_read(text: str) -> None:
    """A text with separate accents, as some keyboards and files give it, means the same."""
    assert setting("grdp_growth", text) == setting("grdp_growth", unicodedata.normalize("NFD", text))


@law
@given(positive, st.sampled_from(["grdp", "population", "grdp_growth", "forest_cover"]))
def test_a_bare_number_is_in_the_unit_of_the_target(value: Decimal, name: str) -> None:
    """Every digit arrives, and so does the sort that decides which sums make sense."""
    one = target(name)
    found = in_unit(f"{value:f}", one)
    assert value == found.within(one.unit)
    assert (found.sort is Sort.QUANTITY) is (name in ("grdp", "population"))


@law
@given(numbers(1, 110))
def test_points_up_and_down_undo_each_other(points: Decimal) -> None:
    """+p and −p points lie on both sides of the figure at the same distance."""
    up, down = setting("grdp_growth", f"+{points:f}pp"), setting("grdp_growth", f"-{points:f}pp")
    assert (up - Decimal("10.5"), Decimal("10.5") - down) == (points, points)


def test_in_unit_raises_what_its_callers_expect() -> None:
    """A number that cannot be read and a unit that does not fit are two kinds of mistake."""
    with pytest.raises(NotationError):
        in_unit("nine", target("grdp"))
    with pytest.raises(UnitError):
        in_unit("9 người", target("grdp"))
