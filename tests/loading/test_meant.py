"""What words mean for the indicator they are said of: better and worse, signs of currencies, changes, timings."""

from __future__ import annotations

import pytest

from tgkt.facts.figure import Comparator
from tgkt.facts.statement import Timing

from .single import TOP, catalogue, rows, target_of, told

VIETNAMESE = TOP.replace("language: en", "language: vi")
NO_LANGUAGE = TOP.replace("language: en\n", "")


def _target(unit: str, direction: str, words: str, top: str = TOP) -> str:
    text = f'indicators: {{sample: {{title: S, unit: {unit}, direction: {direction}, target: {{2030: "{words}"}}}}}}\n'
    (row,) = rows(catalogue(text, top))
    assert row.target is not None
    return str(row.target.figure)


@pytest.mark.parametrize(
    ("unit", "direction", "words", "figure"),
    [
        pytest.param("places", "decrease", "30 or better", "≤ 30", id="better is less of a rank"),
        pytest.param("places", "decrease", "30th or better", "≤ 30", id="an ordinal or better"),
        pytest.param(
            "places", "decrease", "at least 20th", "≤ 20", id="at least a place is that place or a better one"
        ),
        pytest.param("places", "decrease", "20th or higher", "≤ 20", id="a higher place is a better one"),
        pytest.param("places", "increase", "at least 20th", "≥ 20", id="a rank where more is better"),
        pytest.param("places", "decrease", "no worse than 30", "≤ 30", id="no worse than"),
        pytest.param("places", "decrease", "better than 30", "< 30", id="better is strict"),
        pytest.param("places", "decrease", "top 20", "≤ 20", id="the top is what it was"),
        pytest.param("places", "decrease", "no more than 20", "≤ 20", id="no more is of the number"),
        pytest.param("'%'", "decrease", "5% or better", "≤ 5", id="a share where less is better"),
        pytest.param("'%'", "increase", "5% or better", "≥ 5", id="a share where more is better"),
        pytest.param("'%'", "decrease", "5% or worse", "≥ 5", id="or worse"),
        pytest.param("'%'", "decrease", "at least 5%", "≥ 5", id="at least is of the number where it is no place"),
    ],
)
def test_better_is_the_side_of_the_direction(unit: str, direction: str, words: str, figure: str) -> None:
    """The words say better, and the indicator which way that is."""
    assert _target(unit, direction, words) == figure


def test_a_place_and_up_in_vietnamese_is_that_place_or_a_better_one() -> None:
    """Of a rank, "trở lên" goes up the table."""
    assert _target("hạng", "decrease", "thứ 20 trở lên", VIETNAMESE) == "≤ 20"


def test_more_of_a_cut_is_better_where_less_is() -> None:
    """A cut of 20 percent or better leaves at most 0.8."""
    assert (
        str(target_of('unit: tonnes, target: {2030: {of: 2015, printed: "cut by 20% or better"}}').figure) == "≤ 0.80"
    )


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        pytest.param("billion USD", "$45 billion", id="US dollars"),
        pytest.param("billion CAD", "$45 billion", id="Canadian dollars"),
        pytest.param("million NZD", "$45 billion", id="another scale word"),
        pytest.param("billion EUR", "€45 billion", id="euros"),
        pytest.param("billion GBP", "£45 billion", id="pounds"),
        pytest.param("billion JPY", "¥45 billion", id="yen"),
        pytest.param("billion CNY", "¥45 billion", id="yuan"),
        pytest.param("billion AUD", "A$45 billion", id="a dollar with its country"),
    ],
)
def test_a_sign_is_the_currency_of_the_unit(unit: str, words: str) -> None:
    """Any dollar for "$"."""
    assert target_of(f'unit: {unit}, price: current, target: {{2030: "{words}"}}').figure is not None


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        pytest.param("billion EUR", "$45 billion", id="dollars of a plan in euros"),
        pytest.param("billion USD", "€45 billion", id="euros of a plan in dollars"),
        pytest.param("billion USD", "A$45 billion", id="Australian dollars of a plan in US ones"),
        pytest.param("billion GBP", "¥45 billion", id="yen of a plan in pounds"),
        pytest.param("billion JPY", "$45 billion", id="dollars of a plan in yen"),
        pytest.param("tonnes", "$45 billion", id="dollars of tonnes"),
    ],
)
def test_a_sign_of_another_currency_is_refused(unit: str, words: str) -> None:
    """Whatever the number, it is of something else."""
    price = "" if unit == "tonnes" else "price: current, "
    text = (
        f'indicators: {{sample: {{title: S, unit: {unit}, {price}direction: increase, target: {{2030: "{words}"}}}}}}\n'
    )
    assert ["Correct unit" in each for each in told(text)] == [True]


@pytest.mark.parametrize(
    ("top", "unit", "words", "timing"),
    [
        pytest.param(TOP, "'%'", "at least 95% every year", Timing.EVERY_YEAR, id="every year"),
        pytest.param(TOP, "'%/year'", "2.5% a year on average", Timing.AVERAGE, id="on average"),
        pytest.param(VIETNAMESE, "'%'", "hằng năm đạt trên 95%", Timing.EVERY_YEAR, id="hằng năm"),
        pytest.param(VIETNAMESE, "'%/năm'", "tăng bình quân 8%/năm", Timing.AVERAGE, id="tăng bình quân"),
        pytest.param(NO_LANGUAGE, "'%/năm'", "tăng bình quân 8%/năm", Timing.AVERAGE, id="a document of no language"),
    ],
)
def test_the_words_of_a_term_say_how_a_figure_relates_to_it(top: str, unit: str, words: str, timing: Timing) -> None:
    """Where no timing is declared."""
    assert target_of(f'unit: {unit}, target: {{2026-2030: "{words}"}}', top).timing is timing


def test_a_declared_timing_goes_before_the_words() -> None:
    """What is stated is not read."""
    keys = "unit: '%', target: {2026-2030: {timing: average, printed: at least 95% every year}}"
    assert target_of(keys).timing is Timing.AVERAGE


def test_a_year_leaves_the_timing_open() -> None:
    """Only "a year" is asked about."""
    text = "indicators: {sample: {title: S, unit: '%/year', direction: increase, target: {2026-2030: 5% a year}}}\n"
    assert ["Add timing" in each for each in told(text)] == [True]


@pytest.mark.parametrize(
    ("top", "words"),
    [pytest.param(TOP, "maintain", id="English"), pytest.param(VIETNAMESE, "duy trì", id="Vietnamese")],
)
def test_a_word_of_holding_needs_no_number(top: str, words: str) -> None:
    """What there is is held."""
    found = target_of(f"unit: '%', target: {{2030: {words}}}", top)
    assert (found.comparator, found.figure) == (Comparator.MAINTAIN, None)


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        pytest.param("'%'", "cut by 20%", id="a share"),
        pytest.param("tonnes", "reduce by 20 % by 2030", id="a level"),
        pytest.param("'%'", "halve", id="a word for it"),
        pytest.param("'%'", "increase by 10 percentage points", id="points"),
    ],
)
def test_by_how_much_something_moves_is_no_value(unit: str, words: str) -> None:
    """Against a year that nobody says."""
    text = f'indicators: {{sample: {{title: S, unit: {unit}, direction: decrease, target: {{2030: "{words}"}}}}}}\n'
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("unit: '%/year', target: {2030: increase by 10%}", id="growth is by so much"),
        pytest.param(
            "unit: percentage points, target: {2030: increase by 10 percentage points}", id="a change in points"
        ),
        pytest.param("unit: '%', target: {2030: {of: 2015, printed: cut by 20%}}", id="a base that is declared"),
        pytest.param("unit: '%', target: {2030: {cut: 20, of: 2015, printed: a 20% cut}}", id="a cut that is declared"),
        pytest.param("unit: '%', target: {2030: reduce to 20%}", id="to a level"),
    ],
)
def test_by_how_much_is_read_where_it_can_be(keys: str) -> None:
    """Growth and change are by so much; a cut has its base."""
    assert target_of(keys).figure is not None
