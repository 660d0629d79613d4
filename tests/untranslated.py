"""What of a sentence is still English where it is said in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

from tgkt.language import said, translation
from tgkt.message import Message

EXAMPLE = "example"  # how the fields begin that are to be copied as they stand: a block, a key, a path, units
_LETTER = re.compile(r"[^\W\d_]")
_TWO_WORDS = re.compile(r"\b[A-Za-z]+ [A-Za-z]+\b")


def untranslated(message: object, lang: str, written: str = "") -> list[str]:
    """The sentences within a message that its catalogue does not have, and English texts that are no messages.

    Args:
        message: the sentence, with whatever is put into it.
        lang: the language it is said in.
        written: what stands in the data: its words, names and units are quoted, and nobody translates them.
    """
    if isinstance(message, Message):
        said(message, lang)  # a translation that asks for other fields would fail here
        own = [message.template] if _is_english(message, lang) else []
        inner = (each for name, each in message.fields.items() if not name.startswith(EXAMPLE))
        return own + [part for each in inner for part in untranslated(each, lang, written)]
    is_sentence = isinstance(message, str) and _TWO_WORDS.search(message) and message not in written
    return [str(message)] if is_sentence else []


def _is_english(message: Message, lang: str) -> bool:
    """Whether a sentence has words of its own and the catalogue has none for them."""
    words = "".join(_words(message.template)) if message.fields else message.template
    return bool(_LETTER.search(words)) and translation(message.template, lang) == message.template


def _words(template: str) -> Iterator[str]:
    """What a template says between its fields."""
    return (text for text, *_ in Formatter().parse(template))
