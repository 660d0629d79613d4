"""The program's own words in the reader's language.

Code holds them in English; every other language is a gettext catalogue in tgkt/locale, compiled when tgkt is installed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from tgkt.message import Message
from tgkt.record import NamedTuple

WRITTEN = "en"
LOCALE = Path(__file__).resolve().parent / "locale"
_SPOKEN = ContextVar("spoken", default=WRITTEN)


class Homonym(NamedTuple):
    """An English text that another language says in several ways, with the meaning it has here (gettext's msgctxt)."""

    text: str
    meaning: str


def speak(lang: str) -> None:
    """Make a language that of the run."""
    _SPOKEN.set(lang)


def spoken() -> str:
    """The language of the run."""
    return _SPOKEN.get()


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak a language for a while."""
    token = _SPOKEN.set(lang)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def translation(message: str | Homonym, lang: str) -> str:
    """The text of a message in a language; English where the catalogue has none."""
    text, meaning = (message, "") if isinstance(message, str) else message
    if lang == WRITTEN or not text:  # a catalogue keeps its own header under the empty text
        return text
    found = _catalogue(lang)
    return found.pgettext(meaning, text) if meaning else found.gettext(text)


def said(message: object, lang: str) -> str:
    """A message in a language, including the messages put into it; any other text stays unchanged.

    A message that is missing in the catalogue of the language stays in English.
    """
    if hasattr(message, "within"):  # words of the data, in the languages they have
        return str(message.within(lang))
    if not isinstance(message, Message):
        return str(message)
    if lang == WRITTEN and message.plural is None and not message.fields:
        return str(message)
    template = _template(message, lang)
    fields = {name: said(each, lang) for name, each in message.fields.items()}
    return template.format(**fields) if fields else template


def languages() -> tuple[str, ...]:
    """The languages the program speaks: English, and every one that has a catalogue."""
    return (WRITTEN, *sorted(folder.name for folder in LOCALE.iterdir() if compiled(folder.name).is_file()))


def _template(message: Message, lang: str) -> str:
    if message.plural is None:
        return translation(message.template, lang)
    count = int(str(message.fields["count"]))
    if lang == WRITTEN:
        return message.template if count == 1 else message.plural
    return _catalogue(lang).ngettext(message.template, message.plural, count)


def compiled(lang: str) -> Path:
    """The path of the compiled catalogue of a language; its source (.po) is beside it."""
    return LOCALE / lang / "LC_MESSAGES" / "tgkt.mo"


@cache
def _catalogue(lang: str) -> NullTranslations:
    """The catalogue of a language, read once; an empty one where it is missing or damaged."""
    try:
        with compiled(lang).open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        return NullTranslations()
