"""Reading units: scale words, strokes, both languages, and what is refused."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from strategies import law, scale_words, unit_names

from tgkt.errors import UnitError
from tgkt.facts.units import factor, find_unit, parse_unit

from .lines import SCALES


@law
@given(unit_names, scale_words)
def test_a_scale_word_adds_its_power(unit: str, word: str) -> None:
    """Thousand, million or thousand billion before a unit only moves the decimal mark."""
    plain, scaled = parse_unit(unit), parse_unit(f"{word} {unit}")
    assert SCALES[word] == scaled.scale - plain.scale
    assert factor(scaled, plain) == Decimal(10) ** SCALES[word]
    assert (plain.above, plain.below) == (scaled.above, scaled.below)


@law
@given(unit_names, unit_names, scale_words, scale_words)
def test_powers_above_and_below_the_line_add_up(above: str, below: str, more: str, per: str) -> None:
    """A scale word below the line counts against one above it."""
    assert SCALES[more] - SCALES[per] == parse_unit(f"{more} {above}/{per} {below}").scale


READ_IN_BOTH = [
    ("million people", "triệu người"),
    ("thousand people", "nghìn dân"),
    ("trillion VND", "nghìn tỷ đồng"),
    ("billion VND/year", "tỷ đồng/năm"),
    ("doctors/10,000 people", "bác sĩ/vạn dân"),
    ("doctors per 10,000 inhabitants", "bác sĩ/10.000 dân"),
    ("doctor per 10 000 people", "bác sĩ/vạn dân"),
    ("% a year", "%/năm"),
    ("per cent per annum", "%/năm"),
    ("percent/year", "%/năm"),
    ("percentage points", "điểm %"),
    ("pp a year", "điểm %/năm"),
    ("million VND per person per month", "triệu đồng/người/tháng"),
    ("VND per capita", "đồng/người"),
    ("square kilometres", "km²"),
    ("thousand hectares", "nghìn ha"),
    ("people per km2", "người/km²"),
    ("million tonnes", "triệu tấn"),
    ("million euros", "triệu EUR"),
    ("billion US dollars", "tỷ USD"),
    ("ten thousand visits", "vạn lượt khách"),
    ("communes", "xã"),
    ("years of age", "tuổi"),
    ("times", "lần"),
]


@pytest.mark.parametrize(("in_english", "in_vietnamese"), READ_IN_BOTH)
def test_a_unit_is_read_in_either_language(in_english: str, in_vietnamese: str) -> None:
    """English and Vietnamese words for one unit give the same unit."""
    one, other = parse_unit(in_english), parse_unit(in_vietnamese)
    assert (one.scale, one.above, one.below) == (other.scale, other.above, other.below)


MEASURED = {
    "%": "number",
    "điểm %": "points",
    "bậc": "rank",
    "đồng": "money",
    "đồng so sánh": "money",
    "EUR": "money",
    "km": "length",
    "ha": "area",
    "litres": "volume",
    "tấn": "mass",
    "MtCO2e": "mass",
    "GWh": "energy",
    "MW": "power",
    "tháng": "time",
    "người": "count",
    "xã/người": "count",
}


@pytest.mark.parametrize(("text", "measure"), MEASURED.items())
def test_a_unit_knows_what_it_measures(text: str, measure: str) -> None:
    """What stands above the line decides; every currency is money."""
    assert parse_unit(text).measure == measure
    assert parse_unit(text).is_money is (measure == "money")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        pytest.param("kgg", "unknown unit 'kgg'. Did you mean 'kg'?", id="one letter too many"),
        pytest.param("nguoi", "unknown unit 'nguoi'. Did you mean 'người'?", id="accents left out"),
        pytest.param("triệu dồng", "unknown unit 'triệu dồng'. Did you mean 'đồng'?", id="a slip behind a scale word"),
        pytest.param("đồng/nguời", "unknown unit 'đồng/nguời'. Did you mean 'người'?", id="a slip below the line"),
        pytest.param(
            "đồng/ngừoi",
            "unknown unit 'đồng/ngừoi'. Did you mean 'người'?",
            id="accents in the wrong place",
        ),
        pytest.param("Qq", "unknown unit 'Qq'. Add units: {Qq: count} (what each measures)", id="nothing close"),
        pytest.param(
            "deaths/100,000 live births",
            "'deaths' and 'live births' are not known units. Add units: {deaths: count, live births: count}",
            id="two things nobody declared",
        ),
        pytest.param(
            "deaths/day", ": 'deaths' is not a known unit. Add units: {deaths: count}", id="the word is named"
        ),
        pytest.param("EUR bn", "Did you mean 'bn EUR'?", id="a scale word after its unit"),
        pytest.param("people thousand/km2", "Did you mean 'thousand people/km2'?", id="and so above the line"),
        pytest.param("billion $", "Write the code of the currency, such as USD, AUD", id="a sign of many currencies"),
        pytest.param("rank", "Write 'places' (hạng), the unit of a rank", id="a rank"),
        pytest.param("index", "Add units: {'index 2020 = 100': index} (with what equals 100)", id="an index"),
        pytest.param("Wh·h", "Add units: {'Wh·h': count}", id="a name that YAML wants in quotes"),
        pytest.param(
            "quả bóng", "or use words such as người, nghìn tỷ đồng", id="Vietnamese examples beside Vietnamese"
        ),
        pytest.param("crates", "or use words such as people, million EUR", id="both languages beside English"),
        pytest.param("đồng/", "unknown unit 'đồng/'", id="nothing below the line"),
        pytest.param("", "unknown unit ''", id="nothing at all"),
        pytest.param("triệu", "unknown unit 'triệu'", id="a scale word alone"),
        pytest.param("triệu triệu đồng", "unknown unit 'triệu triệu đồng'", id="a scale word twice"),
        pytest.param("thousand thousand people", "unknown unit", id="an English scale word twice"),
        pytest.param("deaths/100,000 people", "unknown unit 'deaths/100,000 people'", id="a thing nobody declared"),
        pytest.param("peoples", "Did you mean 'people'?", id="a slip in an English word"),
        pytest.param("per year", "unknown unit 'per year'", id="nothing above the line"),
        pytest.param("1,000 people", "begins with a number. Write the unit alone", id="a power of ten with a comma"),
        pytest.param("7 đồng", "unknown unit '7 đồng'", id="a number that is no power of ten"),
        pytest.param("100 người", "'100 người' begins with a number. Write the unit alone", id="a power of ten"),
    ],
)
def test_an_unknown_unit_is_refused_with_advice(text: str, advice: str) -> None:
    """The message quotes what was written and offers the closest unit."""
    with pytest.raises(UnitError, match=re.escape(advice)):
        parse_unit(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("Tỷ đồng", "tỷ đồng", id="as a heading writes it"),
        pytest.param("TỶ ĐỒNG", "tỷ đồng", id="all in capitals"),
        pytest.param("Triệu USD", "triệu USD", id="a symbol keeps its capitals"),
        pytest.param("Bác sĩ/Vạn dân", "bác sĩ/vạn dân", id="on both sides of the line"),
        pytest.param("Million people", "million people", id="English"),
        pytest.param("MW", "MW", id="a symbol alone"),
    ],
)
def test_capitals_of_headings_are_read(written: str, read: str) -> None:
    """Every sheet of an office begins its units with a capital."""
    assert (parse_unit(written).text, parse_unit(written)) == (read, parse_unit(read))


def test_symbols_are_not_put_in_capitals() -> None:
    """A megawatt is no milliwatt."""
    assert find_unit("mw") is None
