"""Misspelt words of comparison are asked about and not passed over."""

from __future__ import annotations

import pytest

from tgkt.errors import NotationError
from tgkt.facts.notation import read_phrase
from tgkt.facts.notation.en import ENGLISH
from tgkt.facts.notation.language import Language
from tgkt.facts.notation.vi import VIETNAMESE
from tgkt.facts.notation.words import comparator_before


@pytest.mark.parametrize(
    ("language", "printed", "meant"),
    [
        pytest.param("en", "more then 75%", "more than 75", id="then for than"),
        pytest.param("en", "atleast 75%", "at least 75", id="a blank left out"),
        pytest.param("en", "at lest 75%", "at least 75", id="a letter left out"),
        pytest.param("en", "minimun 75%", "minimum 75", id="another letter"),
        pytest.param("vi", "it nhat 75%", "ít nhất 75", id="no accents"),
        pytest.param("vi", "tỷ lệ đạt tối thiêu 75%", "tối thiểu 75", id="another accent"),
    ],
)
def test_a_misspelt_comparison_is_refused(language: str, printed: str, meant: str) -> None:
    """Read as a number alone it would be another target; the message says what it is nearly."""
    with pytest.raises(NotationError, match=f"looks like '{meant}'"):
        read_phrase(printed, language)


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        pytest.param("en", "almost 75%", id="almost is no misspelt at most"),
        pytest.param("en", "a yearly 75%", id="yearly is no misspelt nearly"),
        pytest.param("en", "the lowest 75%", id="another word"),
        pytest.param("vi", "năm qua 75%", id="qua is no quá"),
        pytest.param("vi", "tốt nhất 75%", id="tốt nhất is no ít nhất"),
    ],
)
def test_another_word_is_none_of_comparison(language: str, printed: str) -> None:
    """It is passed over as it was."""
    (figure,) = read_phrase(printed, language).figures
    assert figure.high == 75


@pytest.mark.parametrize("language", [ENGLISH, VIETNAMESE], ids=["en", "vi"])
def test_no_word_of_comparison_is_nearly_another_kind(language: Language) -> None:
    """Each is found as it stands, before it is looked at for mistakes."""
    for comparator, words in language.before.items():
        for each in words:
            assert comparator_before(f"{each} ", "75", language)[0] is comparator, each
