"""Misspelt words of comparison, which would otherwise be ignored: "more then 75%", "it nhat 75%"."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache

from tgkt.errors import unaccented
from tgkt.facts.figure import Comparator
from tgkt.facts.notation.language import Language

_BOUNDS = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN)
_SHORTEST = 6  # letters; shorter words are too like others
_ALIKE = 85  # of a hundred letters
_WORDS = 3


def meant_instead(before: str, language: Language) -> tuple[str, str] | None:
    """The last words before a number and the words of comparison that they are nearly; None where there are none.

    Nearly are words that differ by their accents alone, or that share at least 85 % of their letters.

    Args:
        before: what stands before the number, in small letters, without words of comparison at its end.
        language: the language they are in.
    """
    words = before.split()
    for count in range(min(_WORDS, len(words)), 0, -1):
        written = " ".join(words[-count:])
        if len(written) >= _SHORTEST - 1 and (known := _nearest(written, language)):
            return written, known
    return None


@cache
def _nearest(written: str, language: Language) -> str | None:
    return next(
        (known for known in _of_letter(language).get(unaccented(written[:1]), ()) if _is_near(written, known)), None
    )


def _is_near(written: str, known: str) -> bool:
    if abs(len(written) - len(known)) > 2:
        return False
    return unaccented(written) == unaccented(known) or 100 * SequenceMatcher(None, written, known).ratio() >= _ALIKE


@cache
def _of_letter(language: Language) -> dict[str, list[str]]:
    """Words of comparison by their first letter."""
    found: dict[str, list[str]] = {}
    for comparator in _BOUNDS:
        for known in language.before.get(comparator, ()):
            if len(known) >= _SHORTEST:
                found.setdefault(unaccented(known[0]), []).append(known)
    return found
