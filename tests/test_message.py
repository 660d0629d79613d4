"""Sentences that know what they were made of: English at once, any other language later."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tgkt import language
from tgkt.errors import UsageError, suggest
from tgkt.facts.indicator import Words
from tgkt.language import languages, said
from tgkt.message import Message, message_of

FRENCH: dict[str | tuple[str, ...], str | tuple[str, ...]] = {
    "unknown area '{name}'.{advice}": "zone inconnue « {name} ».{advice}",
    " Did you mean '{word}'?": " Vouliez-vous dire « {word} » ?",
    ("{count} row", "{count} rows"): ("{count} ligne", "{count} lignes", "{count} lignes"),
}


@pytest.fixture(name="french")
def a_third_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder of catalogues with a few entries in French: a language is one file."""
    held = Catalog(locale="fr")
    for text, told in FRENCH.items():
        held.add(text, told)
    file = tmp_path / "fr" / "LC_MESSAGES" / "tgkt.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as out:
        write_mo(out, held)
    monkeypatch.setattr(language, "LOCALE", tmp_path)
    return "fr"


def test_a_message_is_its_sentence_in_english() -> None:
    """Whatever takes a text takes a message."""
    assert Message("unknown area '{name}'", name="x") == "unknown area 'x'"


def test_braces_of_a_sentence_without_fields_are_its_own() -> None:
    """What shows how YAML is written needs no doubling."""
    assert said(Message("Write {vi: …}"), "vi") == "Write {vi: …}"


def test_a_third_language_is_one_catalogue(french: str) -> None:
    """A message, and the message that is put into it, are said in the language; what the catalogue lacks in English."""
    error = UsageError("unknown area '{name}'.{advice}", name="bac_kam", advice=suggest("bac_kam", ["bac_kan"]))
    assert languages() == ("en", "fr")
    assert said(error.message, french) == "zone inconnue « bac_kam ». Vouliez-vous dire « bac_kan » ?"
    assert said(error.message, "en") == str(error) == "unknown area 'bac_kam'. Did you mean 'bac_kan'?"
    assert said(Message("a sentence of no catalogue"), french) == "a sentence of no catalogue"


@pytest.mark.parametrize(
    ("count", "english", "told"),
    [(1, "1 row", "1 ligne"), (2, "2 rows", "2 lignes"), (0, "0 rows", "0 ligne")],
    ids=["one", "several", "none, which French counts as one"],
)
def test_a_count_takes_the_form_of_the_language(french: str, count: int, english: str, told: str) -> None:
    """Each language has its own rule for one and many."""
    message = Message.counted(count, "{count} row", "{count} rows")
    assert (str(message), said(message, "en"), said(message, french)) == (english, english, told)


def test_titles_of_the_data_are_put_in_by_the_language() -> None:
    """What the data say in several languages is said in that of the reader."""
    assert said(Message("{title} is there", title=Words("dân số", "population")), "vi") == "dân số is there"


def test_parts_are_said_one_by_one(french: str) -> None:
    """A list of messages is a message."""
    parts = [Message.counted(2, "{count} row", "{count} rows"), "x"]
    assert said(Message.joined("; ", parts), french) == "2 lignes; x"


def test_a_message_is_copied_with_its_parts() -> None:
    """What goes to another process comes back as a message."""
    message = Message("unknown area '{name}'.{advice}", name="x", advice=suggest("x", ["y"]))
    copy = pickle.loads(pickle.dumps(message))
    assert (copy, copy.template, copy.fields) == (message, message.template, message.fields)


def test_an_error_keeps_its_message() -> None:
    """What is raised on is said in the reader's language too."""
    inner = UsageError("unknown area '{name}'.{advice}", name="x", advice="")
    assert message_of(inner) is inner.message
    assert Message("--area: {error}", error=inner).fields["error"] is inner.message
    assert message_of(ValueError("plain")) == "plain"
