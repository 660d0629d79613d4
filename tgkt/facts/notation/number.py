"""Numbers as a document prints them: every digit is kept, and what fits no notation is refused.

Plain notation, used in YAML and in shell arguments: a dot is the decimal mark, nothing groups. A document has the
notation of its language.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache

from tgkt.errors import NotationError, suggest
from tgkt.facts.notation.en import ENGLISH
from tgkt.facts.notation.language import Language
from tgkt.facts.notation.vi import VIETNAMESE
from tgkt.message import Message

TABLES = {language.tag: language for language in (VIETNAMESE, ENGLISH)}
LANGUAGES = tuple(TABLES)
"""The languages of documents that can be read."""
MOST_DIGITS = 100
"""The digits that a number may have; no document prints as many, and Python makes no text of some thousands."""
SHOWN_OF_LONG = 12
"""The digits of a longer one by which messages name it."""
_MOST, _BEGIN = 1000, 40  # characters of a phrase, and of its beginning in a message
_PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?\Z", re.ASCII)


def table_of(language: str) -> Language:
    """The table of a language.

    Raises:
        NotationError: there is none.
    """
    if language not in TABLES:
        advice = suggest(language, LANGUAGES)
        raise NotationError("documents in '{language}' cannot be read.{advice}", language=language, advice=advice)
    return TABLES[language]


def clean(text: str) -> str:
    """Compose accents, turn no-break spaces, minus signs and dashes into plain ones."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\u2212\u2013\u2014]", "-", re.sub(r"[\u00a0\u202f\s]+", " ", text)).strip()


def refuse_long(printed: str) -> None:
    """Refuse words that are too many for the phrase of one figure.

    Raises:
        NotationError: with the most that are read.
    """
    if len(printed) > _MOST:
        raise NotationError(
            "'{begin} …' has {count} characters. Quote only the words around the figure, {most} characters at most",
            begin=printed[:_BEGIN],
            count=len(printed),
            most=_MOST,
        )


def plain_number(text: str) -> Decimal:
    """Read a number in plain notation (`1845.7`), keeping every digit.

    Raises:
        NotationError: with what to write instead.
    """
    if _PLAIN.match(text):
        return _decimal(text)
    for table in TABLES.values():
        if _form(table).match(text) and (text.count(".") > 1 or "," in text):
            plain = str(document_number(text, table.tag))
            raise NotationError(
                "'{text}' is {language} notation. Write {plain}", text=text, language=table.name, plain=plain
            )
    if text[:1] == "0" and text.isascii() and text.isdigit():
        raise NotationError("'{text}' has leading zeros. Write {plain}", text=text, plain=text.lstrip("0") or "0")
    raise NotationError("'{text}' is not a plain number. Write digits with a dot for decimals, e.g. 1845.7", text=text)


def document_number(text: str, language: str) -> Decimal:
    """Read a number in the notation of a language (`1.845,7` in Vietnamese), keeping every digit.

    Raises:
        NotationError: the marks do not group thousands, as in `361.6` in Vietnamese.
    """
    table = table_of(language)
    if not _form(table).match(text):
        raise NotationError(
            "'{text}' is not {language} notation: {marks}. Write it with these marks",
            text=text,
            language=table.name,
            marks=_MARKS[table.mark],
        )
    return _decimal(text.replace(" ", "").replace(table.group, "").replace(table.mark, "."))


def _decimal(text: str) -> Decimal:
    if len(text) > MOST_DIGITS:
        raise NotationError(
            "a number of over {most} digits, '{begins}…'. Check it, or round it",
            most=MOST_DIGITS,
            begins=text[:SHOWN_OF_LONG],
        )
    return Decimal(text)


_MARKS = {
    ",": Message("dots group three digits, a comma is the decimal mark"),
    ".": Message("commas group three digits, a dot is the decimal mark"),
}


@cache
def _form(table: Language) -> re.Pattern[str]:
    """A whole number text in the notation of a language."""
    group, mark = re.escape(table.group), re.escape(table.mark)
    spaced = r"|[1-9]\d{0,2}(?: \d{3})+" if table.spaced else ""
    return re.compile(rf"-?(?:[1-9]\d{{0,2}}(?:{group}\d{{3}})+{spaced}|\d+)(?:{mark}\d+)?\Z", re.ASCII)


@cache
def number_pattern(table: Language) -> re.Pattern[str]:
    """Where numbers stand in a text; digits that belong to a word such as "CO2", "PM2.5" or "COVID-19" do not count."""
    spaced = r"[1-9]\d{0,2}(?: \d{3})+(?![\d.,]*\d)(?:\.\d+)?|" if table.spaced else ""
    return re.compile(rf"(?:(?<![\w%])-|(?<!\S)[.,])?(?<![\w])(?<!\w[.,])(?<![^\W\d_]-)(?:{spaced}\d[\d.,]*\d|\d)")
