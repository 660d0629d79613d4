"""Units that a data folder declares: what they measure, what turns into what, and what is refused."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import mpmath  # type: ignore[import-untyped]  # it ships no types
import pytest
from builders import indicator
from hypothesis import given
from hypothesis import strategies as st
from strategies import law

from tgkt.arithmetic.growth import average_growth
from tgkt.arithmetic.quantity import of_unit
from tgkt.errors import UnitError
from tgkt.facts.indicator import Price
from tgkt.facts.interval import point
from tgkt.facts.units import (
    MEASURES,
    NO_OWN,
    Declared,
    Names,
    OwnUnits,
    Unit,
    a_year,
    dimensions,
    english,
    factor,
    find_unit,
    own_units,
    parse_own,
    parse_unit,
    root_unit,
    same_dimension,
    scale_word,
)

pytestmark = pytest.mark.usefixtures("unkept")
FOLDER = {
    "EUR": "money",
    "Mtoe": "energy",
    "PJ": "0.0238846 Mtoe",
    "deaths": "count",
    "live_births": "count",
    "index 1990 = 100": "index",
    "crore rupees": "10 million INR",
    "ISK": "money",
    "thousand-bed hospital": "1000 giường",
    "quad": "1055.06 PJ",
}


def declared(folder: dict[str, str]) -> OwnUnits:
    """The units of a folder in which nothing is wrong."""
    own, problems = own_units({name: Declared(meaning) for name, meaning in folder.items()})
    assert problems == {}
    return own


OWN = declared(FOLDER)


def unit(text: str) -> Unit:
    return parse_unit(text, OWN)


@pytest.mark.parametrize(
    ("text", "measure", "scale", "called"),
    [
        pytest.param("EUR", "money", 0, "EUR", id="a currency that is built in may be declared as money"),
        pytest.param("million EUR", "money", 6, "million EUR", id="an English scale word"),
        pytest.param("triệu EUR", "money", 6, "million EUR", id="a Vietnamese scale word"),
        pytest.param("billion ISK", "money", 9, "billion ISK", id="a currency of its own with a scale word"),
        pytest.param("Mtoe", "energy", 0, "Mtoe", id="a million tonnes of oil equivalent"),
        pytest.param("PJ", "energy", 0, "PJ", id="a petajoule said in other units"),
        pytest.param("deaths", "count", 0, "deaths", id="a thing that is counted"),
        pytest.param(
            "deaths/100,000 live births", "count", -5, "deaths/100,000 live births", id="a rate per a hundred thousand"
        ),
        pytest.param("deaths per 1,000 live births", "count", -3, "deaths/1,000 live births", id="a rate in words"),
        pytest.param("index 1990 = 100", "index", 0, "index 1990 = 100", id="an index with its base in its name"),
        pytest.param("crore rupees a year", "money", 0, "crore rupees/year", id="a derived unit of money, a year"),
    ],
)
def test_a_declared_unit_is_read(text: str, measure: str, scale: int, called: str) -> None:
    """What a folder declares is read like what is built in: scale words, strokes and spaces."""
    found = unit(text)
    assert (found.measure, found.scale, english(found)) == (measure, scale, called)
    assert found.is_money is (measure == "money")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("crore rupees", "million INR", "10", id="a unit of its own into what it is declared of"),
        pytest.param("crore rupees/người", "INR/nghìn người", "10000000000", id="above a line with a scale word"),
        pytest.param("quad", "TJ", "1055060", id="a chain of two"),
        pytest.param("thousand-bed hospital", "giường", "1000", id="a Vietnamese base"),
    ],
)
def test_a_derived_unit_turns_into_what_it_is_of(one: str, other: str, expected: str) -> None:
    """By the number that the folder declares, both ways."""
    assert factor(unit(one), unit(other)) == Decimal(expected)
    assert Fraction(factor(unit(other), unit(one))).limit_denominator(10**12) == 1 / Fraction(expected)


def test_oil_equivalent_is_what_the_energy_agency_says() -> None:
    """A tonne of oil equivalent is 41.868 GJ or 11,630 kWh, reckoned here in fractions and with mpmath."""
    gigajoule = Fraction(10) ** 9
    kilowatt_hour = Fraction(3600) * 1000
    assert Fraction(41868, 1000) * gigajoule / kilowatt_hour == 11630
    assert factor(parse_unit("toe"), parse_unit("kWh")) == 11630
    with mpmath.workdps(40):
        petajoule = mpmath.mpf(10) ** 15 / (mpmath.mpf("41.868") * mpmath.mpf(10) ** 15)
        assert mpmath.almosteq(petajoule, mpmath.mpf(str(factor(parse_unit("PJ"), parse_unit("Mtoe")))), 1e-25)


@law
@given(st.decimals("0.000001", "1000000", places=6), st.decimals("0.001", "1000", places=3))
def test_factors_of_a_chain_multiply(first: Decimal, second: Decimal) -> None:
    """A unit declared of another that is declared of a third is the product of both."""
    own = declared({"b": f"{second:f} heap", "c": f"{first:f} b", "heap": "mass"})
    exact = Fraction(first) * Fraction(second)
    size, roots = dimensions(parse_unit("c", own))
    assert roots == (("heap", 1),)
    assert abs(Fraction(size) / exact - 1) < Fraction(1, 10**25)
    assert abs(Fraction(factor(parse_unit("c", own), parse_unit("heap", own))) / exact - 1) < Fraction(1, 10**25)


@pytest.mark.parametrize("measure", MEASURES)
def test_each_unit_is_a_dimension_of_its_own(measure: str) -> None:
    """Two declared units, and a built-in one that measures the same, never turn into one another."""
    own = declared({"this thing": measure, "that thing": measure})
    units = [parse_unit(text, own) for text in ("this thing", "that thing", "USD", "kWh", "kg", "người")]
    assert [str(other) for other in units[1:] if same_dimension(units[0], other)] == []
    assert [other.measure for other in units[:2]] == [measure, measure]


def test_order_in_the_folder_makes_no_difference() -> None:
    """A unit may stand before the one it is derived from."""
    backwards = declared(dict(reversed(FOLDER.items())))
    assert {each.name for each in backwards.units} == {each.name for each in OWN.units}
    assert factor(parse_unit("quad", backwards), parse_unit("TJ", backwards)) == 1055060


def test_a_unit_carries_what_it_is_made_of() -> None:
    """A unit of declared words needs no folder afterwards, not even for its yearly change; others carry none."""
    found = unit("crore rupees")
    assert [each.name for each in found.own.units] == ["crore rupees"]
    assert unit("người").own == NO_OWN
    assert hash(found) == hash(pickle.loads(pickle.dumps(found)))
    assert pickle.loads(pickle.dumps(found)) == found
    assert str(a_year(found)) == "crore rupees/năm"
    assert english(a_year(found)) == "crore rupees/year"
    assert scale_word(unit("triệu ISK"), english=True) == "million"


def test_other_names_are_read_too() -> None:
    """A unit is read by all its names; its English plural stands above the line, its singular below."""
    own = parse_own("cars", "count", NO_OWN, Names("passenger cars", "passenger car", "xe con"))
    texts = ["cars", "passenger cars", "passenger car", "xe con"]
    assert {parse_unit(text, own).above for text in texts} == {("cars",)}
    assert english(parse_unit("xe con/xe con", own)) == "passenger cars/passenger car"
    assert find_unit("xe con") is None


@pytest.mark.parametrize("price", [None, Price.CURRENT, Price.CONSTANT])
@pytest.mark.parametrize("text", ["đồng", "USD", "million EUR", "ISK", "crore rupees"])
def test_any_money_has_a_price_basis(text: str, price: Price | None) -> None:
    """Growth of money is nominal or real, whatever the currency; the two levels never mix."""
    money = indicator(unit=unit(text), price=price)
    start, end = [of_unit(Decimal(value), point(Decimal(value)), money.unit, money) for value in (100, 121)]
    found = average_growth(start, end, 2)
    assert found.price is (price or Price.CURRENT)
    assert found.value == Decimal("0.1")
    if price is Price.CONSTANT:
        with pytest.raises(UnitError):
            start + of_unit(Decimal(1), point(Decimal(1)), money.unit)


def test_people_have_no_price_basis() -> None:
    """Growth of what is no money is neither nominal nor real."""
    start, end = [of_unit(Decimal(value), point(Decimal(value)), unit("deaths")) for value in (100, 121)]
    assert average_growth(start, end, 2).price is None


@pytest.mark.parametrize(
    ("name", "meaning", "words"),
    [
        pytest.param("deaths", "counts", "Did you mean 'count'?", id="a slip in what it measures"),
        pytest.param("deaths", "things", "Write what it measures (money, energy", id="no measure there is"),
        pytest.param("deaths", "", "Write what it measures", id="nothing said"),
        pytest.param("crore", "10 million rupee", "unknown unit 'million rupee'", id="an unknown unit"),
        pytest.param("crore", "-1 USD", "cannot be '-1 USD'", id="a negative number"),
        pytest.param("crore", "0 USD", "cannot be 0 USD. Write how many it is", id="none of another"),
        pytest.param("rate", "5 USD/người", "a unit with a slash", id="a unit with a line"),
        pytest.param("loop", "2 loop", "declared in terms of itself", id="itself"),
        pytest.param("2030 cars", "count", "begins with a number. Begin its name", id="a number in front"),
        pytest.param("million cars", "count", "is read as 'cars'", id="a scale word in front of a declared unit"),
        pytest.param("million", "count", "'million' is a scale word", id="a scale word"),
        pytest.param("triệu", "count", "'triệu' is a scale word", id="a Vietnamese scale word"),
        pytest.param("USD/người", "money", "is read as 'USD/người'", id="units that are known with a stroke"),
        pytest.param("cost/benefit", "score", "contains a slash or a word for division", id="a stroke"),
        pytest.param("apples a day", "count", "contains a slash or a word for division", id="a word that divides"),
        pytest.param("cars", "count", "is declared twice. Keep one", id="twice"),
        pytest.param("USD", "count", "is built in and measures money", id="a word that is built in and means another"),
        pytest.param("people", "mass", "is built in and measures count", id="an English word that is built in"),
        pytest.param("toe", "43 GJ", "is built in: it is 41.868 GJ", id="another factor than the one built in"),
    ],
)
def test_a_declaration_that_cannot_be_used_is_refused(name: str, meaning: str, words: str) -> None:
    """The message names the unit and says how to mend it."""
    with pytest.raises(UnitError) as error:
        parse_own(name, meaning, declared({"cars": "count"}))
    assert words in str(error.value)


def test_all_mistakes_are_told_at_once() -> None:
    """Units declared through one another are each told, those beside them are read, and what follows is not told."""
    folder = {"a1": "2 b1", "b1": "3 c1", "c1": "4 a1", "cars": "count", "bad": "thing", "of bad": "2 bad"}
    own, problems = own_units({name: Declared(meaning) for name, meaning in folder.items()})
    assert [each.name for each in own.units] == ["cars"]
    assert sorted(problems) == ["a1", "b1", "bad", "c1"]
    assert "'a1, b1, c1' are declared in terms of each other" in problems["b1"]


@pytest.mark.parametrize(
    ("text", "price", "shown"),
    [
        pytest.param("million ISK", None, "ISK", id="a currency of its own"),
        pytest.param("billion EUR/người", Price.CONSTANT, "EUR/người", id="a currency at constant prices"),
        pytest.param("nghìn tỷ đồng", Price.CONSTANT, "đồng so sánh", id="đồng at constant prices, which has a name"),
        pytest.param("deaths/100,000 live births", None, "deaths/live births", id="things counted"),
        pytest.param("people/m3", None, "người/km/km/km", id="a power of a length"),
        pytest.param("lần/km", None, "lần/km", id="nothing above the line"),
    ],
)
def test_what_no_unit_measures_is_told_in_root_units(text: str, price: Price | None, shown: str) -> None:
    """The unit that is left for a quantity alone has the quantity's dimensions, prices apart, and a factor of one."""
    measured = indicator(unit=unit(text), price=price)
    found = of_unit(Decimal(1), point(Decimal(1)), measured.unit, measured)
    root = root_unit(found.dimensions, [measured.unit])
    assert str(root) == shown
    assert dimensions(root)[0] == 1
    assert english(measured.unit)
