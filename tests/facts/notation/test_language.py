"""The tables of languages: no word says two things, and a third language is a table and nothing else."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.notation import read_phrase
from tgkt.facts.notation.language import Language
from tgkt.facts.notation.number import TABLES
from tgkt.facts.notation.vi import VIETNAMESE
from tgkt.facts.units import parse_unit


@pytest.mark.parametrize("language", TABLES.values(), ids=TABLES)
def test_a_word_compares_in_one_way(language: Language) -> None:
    """A word before a number stands under one comparator, and so does one after it."""
    for table in (language.before, language.after):
        words = Counter(word for words in table.values() for word in words)
        assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize("language", TABLES.values(), ids=TABLES)
def test_every_word_that_compares_is_read(language: Language) -> None:
    """Each word of the table, alone before a figure or after it, gives its comparator and leaves the figure alone."""
    read: dict[str, tuple[Comparator, str]] = {}
    for comparator, words in language.before.items():
        read |= {word: (comparator, f"{word} 5%") for word in words}
    for comparator, words in language.after.items():
        read |= {f"… {word}": (comparator, f"5% {word}") for word in words}
    found = {word: read_phrase(printed, language.tag).figures[0] for word, (_, printed) in read.items()}
    five = Decimal(5)
    assert {word: Figure(five, five, comparator) for word, (comparator, _) in read.items()} == found


@pytest.mark.parametrize("language", TABLES.values(), ids=TABLES)
def test_words_are_small_letters(language: Language) -> None:
    """Phrases are compared in small letters, so a capital in a table would never be found."""
    words = [word for table in (language.before, language.after) for words in table.values() for word in words]
    words += [*language.fillers, *language.negations, *language.joiners, *language.cuts, *language.rises]
    assert [word for word in words if word != word.lower()] == []


def test_a_third_language_is_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a table of German words the same reading reads German: nothing else knows a language."""
    german = VIETNAMESE._replace(
        tag="de",
        name="German",
        before={Comparator.AT_LEAST: ("mindestens", "nicht weniger als"), Comparator.LESS_THAN: ("weniger als",)},
        negations=("nicht", "kein"),
        dates=(r"\bbis YEAR\b",),
        against=("gegenüber",),
        base_fillers=("dem", "jahr"),
        joiners=("-", "bis"),
        cuts=("senkung", "senken"),
        rises=("anstieg",),
    )
    monkeypatch.setitem(TABLES, "de", german)
    found = read_phrase("bis 2030 Senkung um mindestens 1.055,5% gegenüber dem Jahr 1990", "de")
    assert found.figures == (Figure(Decimal("1055.5"), Decimal("1055.5"), Comparator.AT_LEAST),)
    assert found.change is not None
    assert (found.change.kind, found.change.base, found.unit) == ("cut", 1990, parse_unit("%"))
    assert read_phrase("nicht weniger als 5%", "de").figures[0].comparator is Comparator.AT_LEAST
    assert read_phrase("5 bis 7%", "de").figures[0].high == 7
