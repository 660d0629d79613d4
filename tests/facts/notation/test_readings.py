"""Every value that a number may have in one notation or the other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tgkt.facts.notation import numbers_in, readings


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("37,5", ["37.5"]),
        ("37.5", ["37.5"]),
        ("1.845,7", ["1845.7"]),
        ("1,845.7", ["1845.7"]),
        ("1845.7", ["1845.7"]),
        ("1.845", ["1845", "1.845"]),
        ("1,845", ["1.845", "1845"]),
        ("2030", ["2030"]),
        ("-0,5", ["-0.5"]),
        ("1.84.5", []),
        ("water", []),
        ("", []),
    ],
)
def test_the_values_of_a_number(text: str, values: list[str]) -> None:
    """One where only one notation fits, two where both do."""
    assert readings(text) == tuple(map(Decimal, values))


def test_numbers_in_a_text_are_read_in_its_language() -> None:
    """1.845 in a Vietnamese document is 1,845."""
    text = "từ 1.845 người, tăng 37,5%."
    assert list(numbers_in(text, ("vi",))) == [Decimal(1845), Decimal("37.5")]
    assert Decimal("1.845") in numbers_in(text)
