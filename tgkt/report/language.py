"""The program's own words in the reader's language.

Code holds them in English; every other language is a gettext catalogue in tgkt/locale, compiled when tgkt is installed.
"""

from __future__ import annotations

import struct
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import NamedTuple

WRITTEN = "en"
LOCALE = Path(__file__).resolve().parents[1] / "locale"


class Homonym(NamedTuple):
    """An English text that another language says in several ways, with the meaning it has here (gettext's msgctxt)."""

    text: str
    meaning: str


def translation(message: str | Homonym, lang: str) -> str:
    """The text of a message in a language; English where the catalogue has none."""
    text, meaning = (message, "") if isinstance(message, str) else message
    if lang == WRITTEN:
        return text
    found = _catalogue(lang)
    return found.pgettext(meaning, text) if meaning else found.gettext(text)


def compiled(lang: str) -> Path:
    """Where the compiled catalogue of a language lies; its source lies beside it as .po."""
    return LOCALE / lang / "LC_MESSAGES" / "tgkt.mo"


@cache
def _catalogue(lang: str) -> NullTranslations:
    """The catalogue of a language, read once; an empty one where it is missing or damaged."""
    try:
        with compiled(lang).open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        return NullTranslations()
