"""The reader of typed amounts: options are named, weights go together, a person is told what is surprising."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import amount

from tgkt.api.amounts import amounts_of, parted, weights_of
from tgkt.errors import UsageError
from tgkt.notes import listen


def test_the_amounts_of_a_call_are_read_by_their_options() -> None:
    """All in one notation."""
    found = amounts_of({"--set a": "9,5%", "--set b": "1.845", "--pace": "+0,5 điểm"})
    assert {option: each.value for option, each in found.items()} == {
        "--set a": Decimal("9.5"),
        "--set b": Decimal(1845),
        "--pace": Decimal("0.5"),
    }


def test_an_error_names_the_option() -> None:
    """Where one amount is wrong."""
    with pytest.raises(UsageError, match=r"^--set b=x: 'x' is not a number"):
        amounts_of({"--set a=1": "1", "--set b=x": "x"})


def test_a_person_is_told_what_is_surprising() -> None:
    """A bare dot that groups, because a comma elsewhere decides; scripts need not hear of it."""
    heard: list[tuple[str, bool]] = []
    listen(lambda message, only_terminal: heard.append((message, only_terminal)))
    amounts_of({"a": "9,5", "b": "1.845"})
    assert heard == [("Read in Vietnamese notation: 1.845 = 1845", True)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("0.9,0.1", ["0.9", "0.1"]),
        ("1, 1, 2", ["1", "1", "2"]),
        ("0,9;0,1", ["0,9", "0,1"]),
        ("0,9 0,1", ["0,9", "0,1"]),
        ("0,9; 0,1", ["0,9", "0,1"]),
        ("673 trường, 279 trường", ["673 trường", "279 trường"]),
        ("5", ["5"]),
    ],
)
def test_a_list_is_parted(text: str, items: list[str]) -> None:
    """By semicolons and blanks where commas are decimal marks."""
    assert parted(text) == items


@pytest.mark.parametrize(
    ("texts", "shares"),
    [
        (["9", "1"], ["0.9", "0.1"]),
        (["90%", "10%"], ["0.9", "0.1"]),
        (["1,8 triệu người", "200 nghìn người"], ["0.9", "0.1"]),
        (["1,8 triệu", "200 nghìn"], ["0.9", "0.1"]),
    ],
)
def test_weights_have_any_one_unit(texts: list[str], shares: list[str]) -> None:
    """Scales are converted."""
    found = [each.value for each in weights_of([amount(text) for text in texts])]
    assert [value / sum(found) for value in found] == [Decimal(share) for share in shares]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["90%", "10"], "--weights: '10' is a bare number and '90%' has a unit"),
        (["5 kg", "6 km"], "--weights: cannot compare kg and km"),
        (["5 kgg", "6 kg"], "--weights: unknown unit 'kgg'"),
    ],
)
def test_weights_that_do_not_go_together_are_refused(texts: list[str], words: str) -> None:
    """Each measures the same."""
    with pytest.raises(UsageError) as error:
        weights_of([amount(text) for text in texts])
    assert words in str(error.value)
