"""Units apart from their scale words."""

from __future__ import annotations

import pytest

from tgkt.facts.indicator import Words
from tgkt.facts.units import parse_unit
from tgkt.report.exchange.sdmx.units import power_name, scaled, unit_codes


@pytest.mark.parametrize(
    ("unit", "en", "vi", "power"),
    [
        ("%", "%", "%", 0),
        ("nghìn tỷ đồng", "VND", "đồng", 12),
        ("triệu đồng/người/năm", "VND/person/year", "đồng/người/năm", 6),
        ("million people", "people", "người", 6),
        ("bác sĩ/vạn dân", "doctors/10,000 people", "bác sĩ/vạn dân", 0),
        ("tấn", "tonnes", "tấn", 0),
    ],
)
def test_a_unit_in_two_parts(unit: str, en: str, vi: str, power: int) -> None:
    """What is counted, and the power of ten before it; what stands below the line stays."""
    assert scaled(parse_unit(unit)) == (Words(vi, en), power)


def test_two_names_of_one_unit_share_a_code() -> None:
    """In whichever language and scale they are written."""
    units = [parse_unit(text) for text in ("%/năm", "% a year", "tỷ đồng", "triệu đồng")]
    assert unit_codes(units) == {"%/year": "PC_PER_year", "VND": "VND"}


@pytest.mark.parametrize(
    ("power", "name"), [(0, "units"), (9, Words("tỷ", "billion")), (5, Words("10^5", "10^5"))], ids=str
)
def test_a_power_has_a_name(power: int, name: object) -> None:
    """That of its scale word, where there is one."""
    assert power_name(power) == name
