"""Numbers as documents and YAML write them: laws over all of them, and what is refused."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import law, numbers, vietnamese

from tgkt.errors import NotationError
from tgkt.facts.notation import LANGUAGES, clean, document_number, plain_number


@law
@given(numbers(-(10**12), 10**12, places=6))
def test_plain_numbers_keep_every_digit(value: Decimal) -> None:
    """A number written with a dot comes back with the same digits, trailing zeros included."""
    assert value.as_tuple() == plain_number(f"{value:f}").as_tuple()


def written(value: Decimal, language: str, *, grouped: bool = True) -> str:
    """A number as documents in a language print it."""
    text = f"{value:,f}" if grouped else f"{value:f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text


@pytest.mark.parametrize("language", LANGUAGES)
@law
@given(numbers(-(10**12), 10**12, places=6), st.booleans())
def test_document_numbers_keep_every_digit(language: str, value: Decimal, grouped: bool) -> None:
    """A number printed in the notation of a language comes back with the same digits, grouped or not."""
    read = document_number(written(value, language, grouped=grouped), language)
    assert value.as_tuple() == read.as_tuple()


@law
@given(numbers(10**3, 10**12, places=0))
def test_spaces_group_thousands_in_english(value: Decimal) -> None:
    """Many English documents group with spaces; in Vietnamese two numbers side by side are two."""
    spaced = f"{value:,f}".replace(",", " ")
    assert document_number(spaced, "en") == value
    with pytest.raises(NotationError, match="not Vietnamese notation"):
        document_number(spaced, "vi")


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        pytest.param("1.845", "1845", "1.845", id="three digits after a dot are a group in Vietnamese only"),
        pytest.param("1,845", "1.845", "1845", id="three digits after a comma are a group in English only"),
        pytest.param("1.845,7", "1845.7", None, id="a dot and then a comma is Vietnamese"),
        pytest.param("1,845.7", None, "1845.7", id="a comma and then a dot is English"),
        pytest.param("0.750", None, "0.750", id="no group begins with zero"),
        pytest.param("53,170", "53.170", "53170", id="a comma and three digits"),
        pytest.param("202925", "202925", "202925", id="digits alone are the same in both"),
        pytest.param("12.34.5", None, None, id="groups of two are no notation"),
    ],
)
def test_the_language_decides_what_a_mark_means(text: str, vietnamese: str | None, english: str | None) -> None:
    """The same digits are read by the notation of the document, and never by that of another."""
    for language, expected in (("vi", vietnamese), ("en", english)):
        if expected is not None:
            assert str(document_number(text, language)) == expected
            continue
        with pytest.raises(NotationError, match=r"is the decimal mark\. Write it with these marks"):
            document_number(text, language)


def test_an_unknown_language_is_refused() -> None:
    """The languages that can be read are named."""
    with pytest.raises(NotationError, match=r"documents in 'fr' cannot be read\. Use one of: en, vi"):
        document_number("1", "fr")


@law
@given(numbers(10**6, 10**12, places=2))
def test_grouped_numbers_are_never_plain(value: Decimal) -> None:
    """A number in Vietnamese notation is refused where a plain one is wanted, with the plain one as advice."""
    with pytest.raises(NotationError, match=rf"Write {re.escape(f'{value:f}')}\Z"):
        plain_number(written(value, "vi"))


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        pytest.param("361,6", "Write 361.6", id="a decimal comma gets the number with a dot"),
        pytest.param("06", "has leading zeros. Write 6", id="a leading zero gets the number without it"),
        pytest.param("1,845.7", "is English notation. Write 1845.7", id="English grouping"),
        pytest.param("1e5", "not a plain number", id="an exponent"),
        pytest.param("+5", "not a plain number", id="a plus sign"),
        pytest.param(".5", "not a plain number", id="no digit before the dot"),
        pytest.param("5.", "not a plain number", id="no digit after the dot"),
        pytest.param("5\n", "not a plain number", id="a line end"),
        pytest.param("٣", "not a plain number", id="a digit of another script"),
        pytest.param("NaN", "not a plain number", id="not a number"),
        pytest.param("Infinity", "not a plain number", id="infinity"),
        pytest.param("−5", "not a plain number", id="a typographic minus"),
        pytest.param("", "not a plain number", id="nothing"),
    ],
)
def test_what_is_no_plain_number_is_refused(text: str, advice: str) -> None:
    """A number in any other notation is refused with the number to write, or with an example."""
    with pytest.raises(NotationError, match=re.escape(advice)):
        plain_number(text)


@law
@given(vietnamese)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """Clean text stays as it is."""
    assert clean(text) == clean(clean(text))


def test_a_raised_digit_is_refused() -> None:
    """Zero squared is no plain number, and is refused as any other."""
    with pytest.raises(NotationError):
        plain_number("0²")
