"""Settings and paces of one question: numbers are what they are, texts are read in one notation."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tgkt.api.typed import read_typed
from tgkt.errors import UsageError


def test_a_number_is_what_it_is() -> None:
    """Beside texts that only Vietnamese notation fits, and with a dot that would group in it."""
    found = read_typed({"a": Decimal("1.845"), "b": 1.845, "c": -3, "d": "9,5%", "e": "1.845"}, None)
    assert {name: amount.value for name, amount in found.settings.items()} == {
        "a": Decimal("1.845"),
        "b": Decimal("1.845"),
        "c": Decimal(-3),
        "d": Decimal("9.5"),
        "e": Decimal(1845),
    }


@pytest.mark.parametrize("value", [0.1, 1e-7, 1e22, Decimal("1E+3")], ids=str)
def test_a_binary_number_means_its_shortest_text(value: float | Decimal) -> None:
    """Not the long one that it is in truth."""
    assert read_typed({"a": value}, None).settings["a"].value == Decimal(str(value))


def test_pace_and_texts_are_read_together() -> None:
    """In one notation; a source of pace is no amount."""
    found = read_typed({"a": "1.845"}, "9,5%")
    assert found.settings["a"].value == 1845
    assert str(found.pace.growth) == "0.095"
    assert (read_typed({}, "required").pace.source, read_typed({}, None).said) == ("required", None)


@pytest.mark.parametrize(
    ("settings", "pace", "says"),
    [
        ({"a": float("nan")}, None, "--set a=nan: 'NaN' is not a number"),
        ({"a": "much"}, None, "--set a=much: 'much' is not a number"),
        ({}, "trend", "--pace trend is now --pace last_term"),
        ({}, "soon", "--pace: 'soon' is not a rate"),
    ],
    ids=["not a number", "words", "an old name", "no rate"],
)
def test_what_is_no_amount_is_refused(settings: dict[str, str | float], pace: str | None, says: str) -> None:
    """With what it was given to."""
    with pytest.raises(UsageError) as error:
        read_typed(settings, pace)
    assert str(error.value).startswith(says)
