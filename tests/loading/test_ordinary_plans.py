"""What ordinary plans say, of any country and in English or Vietnamese, is written as it is printed and loads."""

from __future__ import annotations

import pytest
import yaml

from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import in_one
from tgkt.facts.period import parse_period

from .single import TOP as _TOP
from .single import catalogue, indicator, rows, target_of, told

TOP = _TOP + "units: {deaths: count, live births: count}\n"
VIETNAMESE = TOP.replace("language: en", "language: vi")


@pytest.mark.parametrize(
    ("keys", "figure"),
    [
        pytest.param('unit: "%", target: {2030: at least 78%}', "≥ 78 %", id="at least, in short"),
        pytest.param('unit: "%", target: {2030: no more than 12.5%}', "≤ 12.5 %", id="no more than, in short"),
        pytest.param('unit: "%", target: {2030: between 35% and 40%}', "35 - 40 %", id="between two shares"),
        pytest.param('unit: "%", target: {2030: less than 5 percent}', "< 5 percent", id="less than, in words"),
        pytest.param('unit: "%", target: {2030: 75.0}', "75.0 %", id="a number alone keeps its digits"),
        pytest.param('unit: "%", target: {2030: [35, 40]}', "35 - 40 %", id="a range alone"),
        pytest.param("unit: EUR, price: current, target: {2030: EUR 500}", "500 EUR", id="euros before the number"),
        pytest.param(
            "unit: million EUR, price: current, target: {2030: at least 1.5 billion EUR}",
            "≥ 1.5 billion EUR",
            id="euros in another scale than the indicator's",
        ),
        pytest.param("unit: Mtoe, target: {2030: at most 956 Mtoe}", "≤ 956 Mtoe", id="oil equivalent"),
        pytest.param("unit: million people, target: {2030: 1.85 million people}", "1.85 million people", id="people"),
        pytest.param(
            'unit: "deaths/100,000 live births", target: {2030: "fewer than 70 deaths per 100,000 live births"}',
            "< 70 deaths per 100,000 live births",
            id="deaths per live births",
        ),
        pytest.param(
            "unit: tonnes, target: {2030: reduce by 55 % against 1990}", "0.45 lần", id="a cut is what is left of it"
        ),
        pytest.param(
            "unit: tonnes, target: {2030: reduce by at least 55 % against 1990}",
            "≤ 0.45 lần",
            id="at least so much of a cut is at most so much of what is left",
        ),
        pytest.param("unit: tonnes, target: {2030: halve against 2015}", "0.50 lần", id="halve"),
        pytest.param("unit: tonnes, target: {2030: 1.5 times 2020}", "1.5 lần", id="a multiple"),
        pytest.param("unit: tonnes, target: {2030: {cut: 55, of: 1990}}", "0.45 lần", id="a cut as a number"),
        pytest.param("unit: tonnes, target: {2030: {times: 0.5, of: 2015}}", "0.5 lần", id="a multiple as a number"),
        pytest.param("unit: tonnes, target: {2030: {rise: 20, of: 2015}}", "1.20 lần", id="a rise as a number"),
        pytest.param(
            'unit: "%", target: {2030: {comparator: maintain, value: 12.0}}', "12.0 %", id="maintain a number"
        ),
    ],
)
def test_a_target_in_english_is_written_as_it_is_printed(keys: str, figure: str) -> None:
    """Number, comparator and unit follow from the words."""
    found = target_of(keys, TOP)
    assert found.figure is not None
    assert f"{found.figure} {found.unit}" == figure


@pytest.mark.parametrize(
    ("keys", "figure"),
    [
        pytest.param('unit: "%", target: {2030: từ 78% trở lên}', "≥ 78 %", id="từ … trở lên"),
        pytest.param('unit: "%", target: {2030: "không quá 12,5%"}', "≤ 12.5 %", id="không quá"),
        pytest.param("unit: tấn, target: {2030: giảm 55% so với năm 1990}", "0.45 lần", id="giảm … so với"),
        pytest.param("unit: tấn, target: {2030: giảm một nửa so với năm 2015}", "0.50 lần", id="giảm một nửa"),
        pytest.param('unit: tấn, target: {2030: "gấp 1,5 lần năm 2020"}', "1.5 lần", id="gấp … lần"),
    ],
)
def test_a_target_in_vietnamese_is_written_as_it_is_printed(keys: str, figure: str) -> None:
    """The same mechanism reads both languages."""
    found = target_of(keys, VIETNAMESE)
    assert found.figure is not None
    assert f"{found.figure} {found.unit}" == figure


@pytest.mark.parametrize("code", ["3.6.1", "TU-02", "1a", "9.10"])
def test_a_code_is_what_the_document_prints(code: str) -> None:
    """Codes are texts, kept letter by letter."""
    (row,) = rows(indicator(f'unit: "%", direction: increase, code: "{code}", target: {{2030: 5}}'))
    assert row.code == code


@pytest.mark.parametrize("code", ["3.6.1", "TU-02", "1a"])
def test_a_code_that_no_tool_turns_into_a_number_needs_no_quotes(code: str) -> None:
    """YAML takes "3.6.1" for a text; "9.10" would become 9.1, and is asked for in quotes."""
    (row,) = rows(indicator(f'unit: "%", direction: increase, code: {code}, target: {{2030: 5}}'))
    assert (row.code, yaml.safe_load(code)) == (code, code)


def test_a_title_may_be_in_one_language() -> None:
    """A text alone is the title in whatever language is asked for."""
    found = catalogue('indicators: {sample: {title: "Employment rate", unit: "%"}}\n').indicators["sample"]
    assert found.title == in_one("Employment rate")


def test_a_fiscal_year_is_a_period() -> None:
    """2029/30 is a year as budgets count them."""
    top = TOP.replace("2026-2030", "2026/27-2029/30")
    found = target_of('unit: "%", target: {2029/30: at least 78%}', top)
    assert (str(found.period), found.period) == ("2029/30", parse_period("2029/30"))


def test_a_cut_in_percent_is_not_read_as_its_value() -> None:
    """55 with the words "reduce by 55 % against 1990" is neither 55 % nor 55 times the figure of 1990."""
    words = 'printed: "reduce by 55 % against 1990"'
    for slip, key in (('value: 55, unit: "%"', "value"), ("times: 55, of: 1990", "printed")):
        figure = f"{{2030: {{{slip}, {words}}}}}"
        text = f"indicators: {{gas: {{title: Gas, unit: tonnes, direction: decrease, target: {figure}}}}}\n"
        assert f"indicators.gas.target.2030.{key}" in {each.split(":")[0] for each in told(text)}


def test_all_of_an_indicator_stands_in_one_line() -> None:
    """The short form: its figures, where it starts from and what is promised."""
    found = indicator(
        'unit: "%", direction: increase, observed: {2008: 70.3, 2011: 68.6}, baseline: {2025: 72}, target: {2030: 75.0}'
    )
    (row,) = rows(found)
    assert (row.code, row.area, row.origin, row.number) == ("1", "whole", "report", "1")
    assert row.baseline is not None
    assert [str(each.period) for each in found.about("sample", "whole")] == ["2025", "2008", "2011"]
    assert [each.comparator for each in found.about("sample", "whole")] == [Comparator.EQUALS] * 3
