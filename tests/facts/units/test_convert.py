"""What turns into what, and what never does."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, scale_words, unit_names

from tgkt.errors import UnitError
from tgkt.facts.units import factor, parse_unit, same_dimension

from .lines import FAMILIES, LINES, spoken

pytestmark = pytest.mark.usefixtures("unkept")
relatives = st.sampled_from(FAMILIES).flatmap(lambda names: st.lists(st.sampled_from(names), min_size=2, max_size=2))


@law
@given(relatives, relatives, scale_words, scale_words)
def test_factors_there_and_back_make_one(one: list[str], per: list[str], more: str, less: str) -> None:
    """Units of one dimension turn into one another both ways, and there and back is the same value."""
    first, second = parse_unit(f"{more} {one[0]}/{per[0]}"), parse_unit(f"{one[1]}/{less} {per[1]}")
    assert same_dimension(first, second)
    assert same_dimension(second, first)
    assert factor(first, second) * factor(second, first) == 1
    assert factor(first, first) == 1


@law
@given(unit_names, unit_names)
def test_conversion_is_allowed_both_ways_or_neither(one: str, other: str) -> None:
    """Which of two units is asked to become the other makes no difference."""
    first, second = parse_unit(one), parse_unit(other)
    assert same_dimension(first, second) is same_dimension(second, first)


CONVERSIONS = [
    pytest.param("km²", "ha", "100", id="a square kilometre has 100 hectares"),
    pytest.param("tấn", "tạ", "10", id="a tonne has 10 quintals"),
    pytest.param("tạ", "kg", "100", id="a quintal has 100 kilograms"),
    pytest.param("tạ/ha", "kg/ha", "100", id="yields convert above the line"),
    pytest.param("người/ha", "người/km²", "100", id="densities convert below the line"),
    pytest.param("năm", "tháng", "12", id="a year has 12 months"),
    pytest.param("triệu đồng/tháng", "triệu đồng/năm", "12", id="income of a month is a twelfth of that of a year"),
    pytest.param("lần", "%", "100", id="one whole is 100 percent"),
    pytest.param("nghìn tỷ đồng", "tỷ đồng", "1000", id="thousand billion is a thousand billions"),
    pytest.param("triệu tỷ đồng", "nghìn tỷ đồng", "1000", id="a million billion is a thousand thousand billions"),
    pytest.param("nghìn ha", "km²", "10", id="scale words and units convert together"),
    pytest.param("tỷ đồng/năm", "triệu đồng/tháng", "83.33333333333333333333333333", id="a twelfth of a thousand"),
    pytest.param("MWh", "kWh", "1000", id="a megawatt hour has 1000 kilowatt hours"),
    pytest.param("kWh", "MJ", "3.6", id="a kilowatt hour is 3.6 megajoules"),
    pytest.param("Mtoe", "TWh", "11.63", id="oil equivalent in terawatt hours"),
    pytest.param("m3", "litres", "1000", id="a cubic metre has 1000 litres"),
    pytest.param("m2", "ha", "0.0001", id="a hectare has 10,000 square metres"),
    pytest.param("µg/m3", "mg/m3", "0.001", id="a milligram has 1000 micrograms"),
    pytest.param("million tonnes CO2e", "MtCO2e", "1", id="a million tonnes is a megatonne"),
    pytest.param("days", "hours", "24", id="a day has 24 hours"),
    pytest.param("vạn người", "nghìn người", "10", id="a vạn is ten thousands"),
    pytest.param("bác sĩ/người", "bác sĩ/vạn dân", "10000", id="doctors per head and per ten thousand people"),
    pytest.param("bác sĩ/10.000 dân", "bác sĩ/vạn dân", "1", id="ten thousand in digits is a vạn"),
]


@pytest.mark.parametrize(("unit", "into", "expected"), CONVERSIONS)
def test_a_unit_turns_into_another(unit: str, into: str, expected: str) -> None:
    """One of a unit is so many of the other, and the other way round its reciprocal."""
    one, other = parse_unit(unit), parse_unit(into)
    assert Decimal(expected) == factor(one, other)
    assert factor(one, other) * factor(other, one) == 1


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        pytest.param("người", "đồng", id="people and money"),
        pytest.param("%", "điểm %", id="percents and percentage points"),
        pytest.param("đồng", "đồng so sánh", id="current and constant prices"),
        pytest.param("đồng", "USD", id="đồng and dollars, since no exchange rate is built in"),
        pytest.param("EUR", "USD", id="two currencies"),
        pytest.param("tấn", "tCO2e", id="tonnes and tonnes of CO2 equivalent"),
        pytest.param("tCO2", "tCO2e", id="carbon dioxide and its equivalent"),
        pytest.param("kWh", "kW", id="energy and power"),
        pytest.param("người", "bác sĩ", id="people and doctors"),
        pytest.param("xã", "thôn", id="communes and villages"),
        pytest.param("năm", "tuổi", id="years of time and years of age"),
        pytest.param("triệu đồng/người", "triệu đồng", id="money a head and money"),
        pytest.param("%/năm", "%", id="percents a year and percents"),
    ],
)
def test_different_things_are_refused_by_name(unit: str, other: str) -> None:
    """What measures different things is never converted, and the message names both."""
    with pytest.raises(UnitError, match=re.escape(f"'{unit}' cannot be converted to '{other}'")):
        factor(parse_unit(unit), parse_unit(other))
    assert not same_dimension(parse_unit(other), parse_unit(unit))


def test_counted_things_have_dimensions_of_their_own() -> None:
    """Whatever is counted converts only into itself."""
    counted = [parse_unit(spoken(line[0])) for line in LINES if line[1].startswith("[")]
    assert not [f"{one}, {other}" for one, other in combinations(counted, 2) if same_dimension(one, other)]
