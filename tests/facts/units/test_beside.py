"""A number with its unit, as each language writes the two."""

from __future__ import annotations

import pytest

from tgkt.facts.units import beside, parse_unit, with_mark

CASES = {
    "a percent sign": ("%", "5 %", "5%"),
    "a percent a year": ("%/năm", "5 %/year", "5%/năm"),
    "points are a word": ("điểm %", "5 percentage points", "5 điểm %"),
    "a unit declared in Vietnamese": ("nghìn tỷ đồng", "5 trillion VND", "5 nghìn tỷ đồng"),
    "a unit declared in English": ("million people", "5 million people", "5 triệu người"),
}


@pytest.mark.parametrize(("unit", "english", "vietnamese"), CASES.values(), ids=CASES)
def test_a_number_beside_its_unit(unit: str, english: str, vietnamese: str) -> None:
    """Each language has its names; Vietnamese sets no blank before a percent sign."""
    assert [beside("5", parse_unit(unit), lang) for lang in ("en", "vi", "fr")] == [english, vietnamese, english]


def test_a_number_without_a_mark_stands_alone() -> None:
    """And no blank stands behind it."""
    assert [with_mark("5", "", lang) for lang in ("en", "vi")] == ["5", "5"]
