"""What a person may write after `--set ID=` and `--pace`, and what is refused because it would be guessed."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from builders import amount, pace_of
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers, positive

from tgkt.arithmetic.quantity import Sort
from tgkt.engine.project.choice import Choice
from tgkt.engine.project.typed import in_unit, read_setting
from tgkt.engine.project.what_if import State
from tgkt.errors import NotationError, UnitError, UsageError
from tgkt.facts.units import dimensions
from tgkt.series.series import Knowledge

from .entered import known, target, with_results


def setting(name: str, text: str, knowledge: Knowledge | None = None) -> Decimal:
    """What an indicator is set to, in the unit of its target."""
    one, facts = target(name), knowledge or known()
    reference, value = read_setting(amount(text), one, State(facts, {}), facts)
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
        pytest.param("grdp_growth", "−1 điểm phần trăm", "9.5", id="one percentage point less, spelt out"),
        pytest.param("grdp_growth", "+0.5 điểm", "11", id="half a point more, with a dot"),
        pytest.param("grdp_growth", "+0,5 điểm %", "11", id="half a point more, with a comma"),
        pytest.param("grdp_growth", "+0.5 điểm %/năm", "11", id="half a point a year more"),
        pytest.param("grdp_growth", "+0.5 percentage points", "11", id="half a point more in English"),
        pytest.param("grdp_growth", "9,5%", "9.5", id="a percent sign after a decimal comma"),
        pytest.param("grdp_growth", "9,5", "9.5", id="a bare decimal comma"),
        pytest.param("grdp_growth", "9.5 %/năm", "9.5", id="a dot beside a Vietnamese unit"),
        pytest.param("grdp_growth", "9.5% a year", "9.5", id="an English unit"),
        pytest.param("grdp_growth", "-2 %/năm", "-2", id="a fall of two percent a year"),
        pytest.param("grdp_growth", "×1.05", "11.025", id="times 1.05"),
        pytest.param("grdp_growth", "×1,05", "11.025", id="times 1.05 with a decimal comma"),
        pytest.param("grdp_growth", "x1.05", "11.025", id="times 1.05 with a letter"),
        pytest.param("grdp_growth", "*1.05", "11.025", id="times 1.05 with a star"),
        pytest.param("revenue_to_grdp", "+1pp", "13.5", id="points of a ratio in percent"),
        pytest.param("forest_cover", "×0.9", "54", id="nine tenths of a share"),
        pytest.param("grdp", "400", "400", id="a level in the unit of the target"),
        pytest.param("grdp", "400 nghìn tỷ đồng", "400", id="a level with its unit"),
        pytest.param("grdp", "400000 tỷ đồng", "400", id="a level in another scale"),
        pytest.param("grdp", "400.000,5 tỷ đồng", "400.0005", id="a level in another scale, Vietnamese grouping"),
        pytest.param("grdp", "400 nghìn tỷ", "400", id="a scale word of two words"),
        pytest.param("grdp", "0.4 quadrillion", "400", id="an English scale word"),
        pytest.param("grdp", "+5%", "379.68", id="five percent more of a level"),
        pytest.param("grdp", "-5%", "343.52", id="five percent less of a level"),
        pytest.param("grdp", "×1.05", "379.68", id="a level times 1.05"),
        pytest.param("population", "1900", "1900", id="thousands of people, as the target counts"),
        pytest.param("population", "1,9 triệu người", "1900", id="millions of people"),
        pytest.param("population", "1.9 triệu người", "1900", id="millions of people with a dot"),
        pytest.param("population", "1.9 triệu", "1900", id="a scale word takes the unit of the target"),
        pytest.param("population", "1,9 Triệu", "1900", id="a scale word in capitals"),
        pytest.param("population", "1.845,7 nghìn người", "1845.7", id="as the plan prints it"),
        pytest.param("population", "1.9 million", "1900", id="a scale word in English"),
        pytest.param("population", "1,845.7 thousand people", "1845.7", id="as an English document prints it"),
        pytest.param("population", "+2,5%", "1891.8425", id="two and a half percent more people, with a comma"),
        pytest.param("population", "+2.5%", "1891.8425", id="two and a half percent more people"),
        pytest.param("investment", "900", "900", id="a total over the term"),
        pytest.param("grdp_per_capita", "220 triệu", "220", id="a scale word of money a head"),
        pytest.param("grdp_per_capita", "0,22 tỷ", "220", id="another scale word of money a head"),
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
        pytest.param("grdp_growth", "9 triệu", "unknown unit 'triệu'", id="a scale word of percent"),
        pytest.param("population", "1.845 triệu", "can be read in two ways", id="a thousand, or a decimal"),
        pytest.param("grdp", "400.000 tỷ đồng", "400.000 (plain notation) or 400000", id="billions grouped"),
        pytest.param("population", "1,845", "Write '1.845' or '1845'", id="a comma that may be English"),
        pytest.param("population", "+5", "Write one of these, or the value without its sign", id="five more of what"),
        pytest.param("population", "+5 nghìn người", "'+5 nghìn người' is a change", id="a change in the unit"),
        pytest.param("population", "×1.05 người", "a multiple has no unit. Write ×1.05", id="times with a unit"),
        pytest.param("grdp", "400 kgg", "unknown unit 'kgg'", id="a unit there is not"),
        pytest.param("grdp_growth", "nine", "is not a number", id="a word"),
        pytest.param("grdp_growth", "nan", "is not a number", id="no number"),
        pytest.param("grdp_growth", "9e3", "'e3'", id="an exponent"),
        pytest.param("grdp_growth", "+5 %/năm", "ambiguous. Write +1pp or ×1.05", id="percent a year of a percentage"),
        pytest.param("grdp_growth", "×", "is not a number", id="times nothing"),
        pytest.param("grdp_growth", "+pp", "not a number", id="points of nothing"),
        pytest.param("grdp_growth", "+09pp", "leading zeros", id="points with a leading zero"),
        pytest.param("next_generation_mobile", "1", "no number of its own to set", id="a milestone"),
        pytest.param("income_per_capita", "1.6", "no number of its own to set", id="a multiple of a base year"),
    ],
)
def test_what_is_refused_says_what_would_do(name: str, text: str, words: str) -> None:
    """The message holds the way out."""
    with pytest.raises((UsageError, NotationError, UnitError)) as caught:
        setting(name, text)
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
    with pytest.raises(UnitError):
        setting(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("forest_cover", "2 lần", id="two times, as if it were 200 %"),
        pytest.param("grdp_growth", "2 lần", id="a growth of two times"),
        pytest.param("forest_cover", "1 điểm phần trăm", id="one point, as if it were 1 %"),
        pytest.param("poverty_reduction", "1.2%", id="one percent, as if it were a point"),
    ],
)
def test_a_multiple_or_a_point_is_no_share(name: str, text: str) -> None:
    """A pure number of another kind is refused: percentage points are a dimension of their own."""
    with pytest.raises(UnitError):
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
    found = in_unit(amount(f"{value:f}"), one)
    assert value == found.within(one.unit)
    assert (found.sort is Sort.QUANTITY) is (name in ("grdp", "population"))


@law
@given(numbers(1, 110))
def test_points_up_and_down_undo_each_other(points: Decimal) -> None:
    """+p and −p points lie on both sides of the figure at the same distance."""
    up, down = setting("grdp_growth", f"+{points:f}pp"), setting("grdp_growth", f"-{points:f}pp")
    assert (up - Decimal("10.5"), Decimal("10.5") - down) == (points, points)


@pytest.mark.parametrize(
    ("name", "seen", "text", "value"),
    [
        pytest.param("grdp_growth", {2026: "8"}, "9", "8.799261989", id="9 % in each of four years after 8 %"),
        pytest.param("grdp_growth", {2026: "8", 2027: "9"}, "10.5", "9.695147765", id="the target after slow years"),
        pytest.param("grdp_growth", {2026: "8"}, "+1pp", "10.791041499", id="a point more than the target in each"),
        pytest.param("investment_to_grdp", {2026: "50"}, "60", "58.000000000", id="an average of ratios"),
        pytest.param("forest_cover", {2026: "61"}, "62", "62.000000000", id="a level is what it is set to"),
        pytest.param("investment", {2026: "100"}, "900", "900.000000000", id="a total is what it is set to"),
        pytest.param("agriculture_output_growth", {}, "5", "5.000000000", id="an average that has not begun"),
    ],
)
def test_a_setting_holds_from_the_newest_figure_on(name: str, seen: dict[int, str], text: str, value: str) -> None:
    """An average that has begun keeps its years, and each year left shows what is set."""
    facts = with_results({(name, year): told for year, told in seen.items()}, 2025 + len(seen))
    assert f"{setting(name, text, facts):.9f}" == value


def test_an_average_whose_years_are_all_known_cannot_be_set() -> None:
    """There is no year left to show anything else."""
    facts = with_results({("grdp_growth", year): "9" for year in range(2026, 2031)})
    with pytest.raises(UsageError, match="every year of its term has a figure already"):
        setting("grdp_growth", "10", facts)


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        pytest.param(None, Choice(), id="nothing asked for"),
        pytest.param("observed", Choice("observed"), id="as observed"),
        pytest.param("last_term", Choice("last_term"), id="the last term's"),
        pytest.param("required", Choice("required"), id="the required one"),
        pytest.param("9%", Choice("rate", growth=Decimal("0.09")), id="a growth"),
        pytest.param("9", Choice("rate", growth=Decimal("0.09")), id="a bare number is a growth"),
        pytest.param(" +9.5 % ", Choice("rate", growth=Decimal("0.095")), id="a growth with blanks"),
        pytest.param("9,5%", Choice("rate", growth=Decimal("0.095")), id="a decimal comma"),
        pytest.param("9,5%/năm", Choice("rate", growth=Decimal("0.095")), id="Vietnamese beside a Vietnamese unit"),
        pytest.param("9.5%/năm", Choice("rate", growth=Decimal("0.095")), id="plain beside a Vietnamese unit"),
        pytest.param("−2%", Choice("rate", growth=Decimal("-0.02")), id="a fall with a minus sign of print"),
        pytest.param("+0.5pp", Choice("rate", points=Decimal("0.5")), id="points"),
        pytest.param("-0.5 pp", Choice("rate", points=Decimal("-0.5")), id="points down"),
        pytest.param("+0,5 điểm %/năm", Choice("rate", points=Decimal("0.5")), id="points in Vietnamese"),
        pytest.param("+0.5 điểm", Choice("rate", points=Decimal("0.5")), id="points in Vietnamese with a dot"),
        pytest.param("-1,5 pp", Choice("rate", points=Decimal("-1.5")), id="points down with a comma"),
        pytest.param("9% a year", Choice("rate", growth=Decimal("0.09")), id="a growth in English"),
        pytest.param("0.5 điểm", Choice("rate", points=Decimal("0.5")), id="points without a sign"),
    ],
)
def test_a_pace_is_read(text: str | None, choice: Choice) -> None:
    """A source by its name, a growth in percent, or points."""
    assert choice == pace_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("5 người", "Write observed, last_term, required, 9% or +0.5pp", id="people"),
        pytest.param("×1.05", "'×1.05' is not a rate. Write observed", id="times"),
        pytest.param("5 %/tháng", "is not a rate", id="percent a month"),
        pytest.param("-100%", "nothing is left after -100% a year", id="a fall of all"),
    ],
)
def test_a_pace_that_is_none_is_refused(text: str, words: str) -> None:
    """The message holds the way out."""
    with pytest.raises(UsageError) as caught:
        pace_of(text)
    assert words in str(caught.value)


def test_in_unit_raises_what_its_callers_expect() -> None:
    """A number that is a change and a unit that does not fit are two kinds of mistake."""
    with pytest.raises(NotationError):
        in_unit(amount("+9"), target("grdp"))
    with pytest.raises(UnitError):
        in_unit(amount("9 người"), target("grdp"))
