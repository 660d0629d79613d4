"""What units are called in English, and their scale words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from strategies import law, scale_words, unit_names

from tgkt.facts.units import english, parse_unit, scale_word

from .lines import BASES, spoken


def test_every_unit_has_an_english_name() -> None:
    """What stands in a table for English readers is written in plain English letters, above the line and below it."""
    found = {name: english(parse_unit(f"{spoken(name)}/{spoken(name)}")).split("/") for name in BASES}
    plain = re.compile(r"[A-Za-z][A-Za-z0-9 ]*|%")
    assert [name for name, words in found.items() if not all(plain.fullmatch(word) for word in words)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nghìn tỷ đồng", "trillion VND"),
        ("triệu đồng/người/tháng", "million VND/person/month"),
        ("bác sĩ/vạn dân", "doctors/10,000 people"),
        ("%/năm", "%/year"),
        ("điểm %/năm", "percentage points/year"),
        ("nghìn người", "thousand people"),
    ],
)
def test_units_in_english(text: str, expected: str) -> None:
    """Scale words, plurals above the line and singulars below it are those an English reader expects."""
    assert expected == english(parse_unit(text))


@law
@given(unit_names, scale_words)
def test_the_scale_word_of_a_unit_is_found_again(unit: str, word: str) -> None:
    """The scale word a unit is printed with is the one it was read from, and a unit without one has none."""
    assert word == scale_word(parse_unit(f"{word} {unit}"), english=False)
    assert scale_word(parse_unit(unit), english=False) == scale_word(parse_unit(unit), english=True) == ""


@pytest.mark.parametrize("name", BASES)
def test_every_unit_is_read_by_its_english_name(name: str) -> None:
    """What an English table prints, above the line or below it, is read back as the unit it stands for."""
    unit = parse_unit(f"triệu {spoken(name)}/nghìn {spoken(name)}/{spoken(name)}")
    again = parse_unit(english(unit))
    assert (again.scale, again.above, again.below) == (unit.scale, unit.above, unit.below)


def test_no_power_is_lost_in_english() -> None:
    """A power of ten without a word of its own is written in digits."""
    assert english(parse_unit("vạn tỷ đồng")) == "10^13 VND"
    assert english(parse_unit("bác sĩ/10.000 dân")) == "doctors/10,000 people"
