"""Patterns made of a language's table: comparators, years, verbs. Each is made once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from tgkt.errors import NotationError
from tgkt.facts.figure import Comparator
from tgkt.facts.notation.language import Comparing, Language
from tgkt.facts.notation.misspelt import meant_instead
from tgkt.facts.notation.number import clean, table_of

YEAR = r"(?:1[89]|2[01])\d\d"
GAP = " ⋯ "
"""What stands where a year or a date was: two figures on its sides are not joined."""
_SIGNS = {
    "≥": Comparator.AT_LEAST,
    ">=": Comparator.AT_LEAST,
    "≤": Comparator.AT_MOST,
    "<=": Comparator.AT_MOST,
    ">": Comparator.MORE_THAN,
    "<": Comparator.LESS_THAN,
    "~": Comparator.ABOUT,
    "≈": Comparator.ABOUT,
}


def any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, the longest tried first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _by_word(table: Comparing) -> dict[str, Comparator]:
    return {word: comparator for comparator, words in table.items() for word in words}


@cache
def _before(language: Language) -> re.Pattern[str]:
    words = any_of(_by_word(language.before))
    fillers = any_of(language.fillers)
    return re.compile(rf"(?:(?<!\w)({words})(?:\s+(?:{fillers}))?|({any_of(_SIGNS)}))\s*\Z")


@cache
def _negated(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)((?:{any_of(language.negations)})(?: [^\s\d,;:.()]+){{0,3}})\s*\Z")


@cache
def _harmless(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(language.harmless)})\b")


def comparator_before(before: str, number: str, language: Language) -> tuple[Comparator, int]:
    """The comparator of the words just before a number, and where they begin.

    Raises:
        NotationError: they negate something that is not known, or are nearly words of comparison.
    """
    before = before.lower()
    found = _before(language).search(before)
    masked = _harmless(language).sub(lambda phrase: "·" * len(phrase[0]), before)
    negated = _negated(language).search(masked)
    start = found.start(found.lastindex or 0) if found else len(before)
    if negated and start > negated.start(1):
        raise NotationError(
            "'{words}' negates the figure in words that are not known. Quote other words of the document, or leave "
            "the figure out",
            words=f"{negated[1]} {number}",
        )
    if found is None:
        if near := meant_instead(before, language):
            raise NotationError(
                "'{written}' looks like '{known}'. Write that, or quote the number alone if it is not meant",
                written=f"{near[0]} {number}",
                known=f"{near[1]} {number}",
            )
        return Comparator.EQUALS, start
    return _SIGNS[found[2]] if found[2] else _by_word(language.before)[found[1]], start


@cache
def _after(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({any_of(_by_word(language.after))})(?!\w)")


def comparator_after(after: str, language: Language) -> tuple[Comparator, str]:
    """The comparator of the words after a number, and these words: "trở lên", "or more", a plus sign."""
    if re.match(r"\s*%?\+(?!\s*\d)", after):
        return Comparator.AT_LEAST, "+"
    found = _after(language).search(after.lower())
    return (_by_word(language.after)[found[1]], found[1]) if found else (Comparator.EQUALS, "")


@cache
def dates(language: Language) -> re.Pattern[str]:
    """Years and dates that are said to be such, and codes: no figures."""
    return re.compile("|".join(each.replace("YEAR", YEAR) for each in language.dates), re.IGNORECASE)


@cache
def year_after_word(language: Language) -> re.Pattern[str]:
    """A year or a span of years after a word that may stand before a figure; group 1 is a word that seldom does."""
    words, maybe = any_of(language.year_words), any_of(language.maybe_years)
    before = rf"(?<!\w)(?:({words})|{maybe})\s+" + ("|^" if language.year_words else "")
    return re.compile(rf"(?:{before})({YEAR}(?:-(?:\d{{4}}|\d{{2}}))?)(?![\d.,]*\d)(?!\s*[%-])", re.IGNORECASE)


@cache
def base_year(language: Language) -> re.Pattern[str]:
    """The year that something is compared with; group 1 is the word before it, 2 the year."""
    directly = "|".join(rf"(?<={re.escape(word)})" for word in language.direct if not word[-1].isalnum())
    directly = "|".join([*filter(None, [directly]), *(rf"(?<=\b{re.escape(word)})" for word in language.direct)])
    fillers = rf"(?:\s+(?:{any_of(language.base_fillers)}))*"
    ends = rf"(?:(?:'s)?\s+(?:{any_of(language.base_ends)})\b)*"
    return re.compile(
        rf"(?:(?<!\w)({any_of(language.against)})|{directly}){fillers}\s+({YEAR})(?:/\d{{2,4}}\b)?(?![\d.,]*\d|\s*[-%]\s*\d){ends}",
        re.IGNORECASE,
    )


@cache
def base_years(language: Language) -> re.Pattern[str]:
    """A span of years that something is compared with, which is no one year."""
    fillers = rf"(?:\s+(?:{any_of(language.base_fillers)}))*"
    return re.compile(rf"(?<!\w)(?:{any_of(language.firmly)}){fillers}\s+{YEAR}\s*-\s*\d{{2,4}}\b", re.IGNORECASE)


@cache
def base_of_rate(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and after a number that is what a rate is per: "19 bác sĩ trên 1 vạn dân"."""
    before = "|".join(rf"(?<!\w){each}" for each in language.bases)
    return re.compile(rf"(?:{before})\s*\Z", re.IGNORECASE), re.compile(rf"\s*(?:{'|'.join(language.base_things)})")


@cache
def verb(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of some whole words."""
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)")


@cache
def verb_before(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of some words right before the end of a text."""
    return re.compile(rf"(?<!\w)(?:{any_of(words)})\s*\Z")


@cache
def sized_by(language: Language) -> re.Pattern[str]:
    """A verb of falling or rising and nothing but words of size up to the end; or "by" after such a verb."""
    sizes = rf"(?:\s+(?:{any_of(language.sizes)}))*\s*\Z"
    verbs = any_of({*language.cuts, *language.rises} - {*language.no_sizes})
    by = r"|(?<!\w)by" if "by" in language.by else ""
    return re.compile(rf"(?:(?<!\w)(?:{verbs}){by})(?!\w){sizes}")


def says_to_hold(printed: str, language: str = "vi") -> bool:
    """Whether words ask to maintain the present level and print no number: "maintain", "duy trì mức hiện tại"."""
    return _holding(table_of(language)).match(clean(printed).lower()) is not None


def timing_said(printed: str, language: str = "vi") -> str | None:
    """How words say that a figure relates to its term, "average" or "every_year"; None where they leave it open."""
    text = clean(printed).lower()
    return next((timing for timing, words in table_of(language).timings.items() if re.search(words, text)), None)


@cache
def _holding(language: Language) -> re.Pattern[str]:
    """A pattern of words that maintain the present level without a number: "maintain", "duy trì mức hiện tại"."""
    words = any_of(language.before[Comparator.MAINTAIN])
    return re.compile(rf"(?:{words})(?:\s+(?:{any_of(language.held)}))*[.;]?\Z")
