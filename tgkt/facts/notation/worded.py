"""Numbers that a document writes in words, which are not read: "two of 5", "ba xã"."""

from __future__ import annotations

import re

from tgkt.errors import NotationError
from tgkt.facts.notation.language import Language
from tgkt.facts.notation.words import any_of, verb


def refuse_part_in_words(printed: str, before: str, whole: str, language: Language) -> None:
    """Refuse "two of 5": a number in words that the digits are only the whole of.

    Args:
        printed: the words of the document.
        before: what stands before the words that compare.
        whole: what stands before the number.
        language: the language they are in.

    Raises:
        NotationError: such a number stands there.
    """
    words = rf"(?<!\w)({any_of(language.worded)})\s+(?:{any_of(language.out_of)})\s*\Z"
    if before != whole and re.search(words, whole.lower()) is None:
        return
    if found := re.search(words, before.lower()):
        raise _in_words(printed, found[1])


def no_figure(printed: str, text: str, language: Language) -> NotationError:
    """The mistake of words without digits.

    Args:
        printed: the words of the document.
        text: the same without years and dates.
        language: the language they are in.
    """
    if found := verb(language.worded).search(text.lower()):
        return _in_words(printed, found[0])
    return NotationError("'{printed}' prints no figure. Quote the words that hold it", printed=printed)


def _in_words(printed: str, word: str) -> NotationError:
    return NotationError(
        "'{printed}' prints no figure in digits: '{word}' is a word. Give the number as value and leave printed out",
        printed=printed,
        word=word,
    )
