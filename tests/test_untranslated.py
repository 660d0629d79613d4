"""The reader of the gallery sees what is left in English, and lets pass what nobody translates."""

from __future__ import annotations

from pathlib import Path

import pytest
from untranslated import untranslated

from tgkt.errors import suggest
from tgkt.facts.indicator import Words
from tgkt.message import Message

WRITTEN = "unit: live births\n"


@pytest.mark.parametrize(
    ("message", "left"),
    [
        pytest.param("a glued sentence", ["a glued sentence"], id="a text that is no message"),
        pytest.param(Message("no such word"), ["no such word"], id="a sentence that the catalogue does not have"),
        pytest.param(Message("no such file or directory"), [], id="a sentence that it has"),
        pytest.param(Message("{one}: {two}", one="x", two=3), [], id="fields alone"),
        pytest.param(suggest("mergd", ["merged"]), [], id="an id within a sentence"),
        pytest.param(
            Message("not valid YAML: {cause}", cause="found a tab"), ["found a tab"], id="a text within a sentence"
        ),
        pytest.param(
            Message("not valid YAML: {cause}", cause=Message("no such word")), ["no such word"], id="within a sentence"
        ),
        pytest.param(Message("{one}", one="live births"), [], id="words of the data"),
        pytest.param(Message("{title}", title=Words("dân số", "the population")), [], id="a title of the data"),
        pytest.param(Message("{example}", example="title: Employment rate"), [], id="an example to be copied"),
        pytest.param(
            Message.counted(2, "{count} item is odd", "{count} items are odd"), ["{count} item is odd"], id="a count"
        ),
    ],
)
def test_what_is_left_in_english(message: object, left: list[str]) -> None:
    """Sentences and names, at any depth."""
    assert untranslated(message, "vi", WRITTEN) == left


def test_a_count_that_is_translated_is_not_left() -> None:
    """One and many stand as one entry in a catalogue."""
    least = "the list has {count} item, at least {least} needed. Add one or remove the key"
    many = "the list has {count} items, at least {least} needed. Add one or remove the key"
    assert untranslated(Message.counted(0, least, many, least=1), "vi") == []


def test_a_translation_with_other_fields_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a translation asks for and the message does not give is an error of its own."""
    monkeypatch.setattr("tgkt.language.translation", lambda *_: "không có {other}")
    with pytest.raises(KeyError):
        untranslated(Message("no {one}", one=1), "vi")
