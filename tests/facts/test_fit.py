"""How well words fit a text: as typed, or without case and accents."""

from __future__ import annotations

import pytest

from tgkt.facts.fit import Level, first_tier, tier, wanted

WATER = "Nước sạch nông thôn"


@pytest.mark.parametrize(
    ("words", "text", "loosely", "closely"),
    [
        ("nước sạch nông thôn", WATER, Level.WHOLE, Level.WHOLE),
        ("NUOC SACH NONG THON", WATER, Level.WHOLE, Level.NONE),
        ("nuoc sach", WATER, Level.TOGETHER, Level.NONE),
        ("nông thôn", WATER, Level.TOGETHER, Level.TOGETHER),
        ("thôn nước", WATER, Level.ANY_ORDER, Level.ANY_ORDER),
        ("nươc sạch", WATER, Level.TOGETHER, Level.NONE),
        ("nuo sac", WATER, Level.BEGINNINGS, Level.NONE),
        ("nước mắm", WATER, Level.NONE, Level.NONE),
        ("", WATER, Level.NONE, Level.NONE),
        ("%", WATER, Level.NONE, Level.NONE),
        ("n\udcff", WATER, Level.NONE, Level.NONE),
    ],
    ids=[
        "a whole text", "in capitals without accents", "words that follow each other", "with accents",
        "in another order", "a wrong accent", "beginnings", "one word of two", "nothing", "a sign", "broken bytes",
    ],
)  # fmt: skip
def test_how_words_fit(words: str, text: str, loosely: Level, closely: Level) -> None:
    """Without accents first; with them only where any were typed."""
    assert wanted(words).fit(text) == (loosely, closely)


@pytest.mark.parametrize(
    ("fits", "group"),
    [
        ([], 0),
        ([(Level.NONE, Level.NONE)], 0),
        ([(Level.BEGINNINGS, Level.NONE)], 4),
        ([(Level.ANY_ORDER, Level.NONE)], 3),
        ([(Level.BEGINNINGS, Level.BEGINNINGS)], 2),
        ([(Level.WHOLE, Level.NONE), (Level.TOGETHER, Level.TOGETHER)], 1),
    ],
    ids=["nothing", "no fit", "beginnings", "whole words", "beginnings with accents", "the best of two"],
)
def test_groups_of_fits(fits: list[tuple[Level, Level]], group: int) -> None:
    """Accents before none, whole words before beginnings."""
    assert tier(fits) == group


def test_the_first_group_that_is_there() -> None:
    """0 means no fit at all."""
    assert (first_tier([0, 3, 2, 0]), first_tier([0, 0]), first_tier([])) == (2, 0, 0)


def test_a_text_begins_with_words() -> None:
    """Accents and case do not matter."""
    assert wanted("NUOC SACH").begin(WATER)
    assert not wanted("sạch").begin(WATER)
