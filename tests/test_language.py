"""The words of a language: English without a catalogue, others from one, and English where it is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tgkt import language
from tgkt.language import Homonym, translation


@pytest.fixture(name="locale")
def another_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of catalogues that holds none yet."""
    monkeypatch.setattr(language, "LOCALE", tmp_path)
    language._catalogue.cache_clear()
    yield tmp_path
    language._catalogue.cache_clear()


@pytest.mark.parametrize(
    ("message", "lang", "text"),
    [
        ("yes", "en", "yes"),
        ("yes", "vi", "có"),
        (Homonym("growth", "sort of quantity"), "en", "growth"),
        (Homonym("growth", "sort of quantity"), "vi", "tốc độ tăng"),
        (Homonym("growth", "relation between figures"), "vi", "tăng trưởng"),
        ("a text that no catalogue has", "vi", "a text that no catalogue has"),
        (Homonym("growth", "a meaning that no catalogue has"), "vi", "growth"),
        ("yes", "fr", "yes"),
    ],
)
def test_a_message_in_a_language(message: str | Homonym, lang: str, text: str) -> None:
    """The text of the catalogue, by its meaning where it is a homonym; else English."""
    assert translation(message, lang) == text


def test_english_reads_no_catalogue(locale: Path) -> None:
    """English costs nothing: no file is looked for."""
    translation("yes", "en")
    assert language._catalogue.cache_info().currsize == 0


def test_a_catalogue_is_read_once(locale: Path) -> None:
    """A second word costs no reading."""
    translation("yes", "vi")
    translation("no", "vi")
    assert language._catalogue.cache_info().misses == 1


@pytest.mark.parametrize(
    "held", [None, b"", b"half", b"\xde\x12\x04\x95" + b"\xff" * 16], ids=["none", "empty", "short", "damaged"]
)
def test_without_a_catalogue_the_words_are_english(locale: Path, held: bytes | None) -> None:
    """A catalogue that is missing or damaged takes the language away, not the answer."""
    if held is not None:
        file = language.compiled("vi")
        file.parent.mkdir(parents=True)
        file.write_bytes(held)
    assert translation("yes", "vi") == "yes"
