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
_BOUNDS = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN)
_SIGNS = {
    **dict.fromkeys(("≥", ">=", "⩾", "≧", "≮"), Comparator.AT_LEAST),
    **dict.fromkeys(("≤", "<=", "=<", "⩽", "≦", "≯"), Comparator.AT_MOST),
    **dict.fromkeys((">", "＞"), Comparator.MORE_THAN),
    **dict.fromkeys(("<", "＜"), Comparator.LESS_THAN),
    **dict.fromkeys(("~", "≈", "≃", "≅", "∼"), Comparator.ABOUT),
    **dict.fromkeys(("=", "＝"), Comparator.EQUALS),
    "≲": Comparator.NEAR_BELOW,
}
_MARKS = "[<>=!≠≥≤⩾⩽≧≦≮≯＞＜＝~≈≃≅∼≲≳≫≪]"
_RUN = re.compile(rf"((?:-+(?=>))?{_MARKS}(?:\s?{_MARKS}){{0,9}})\s*\Z")
_SIGN_BEHIND = re.compile(r"\s*([<>≠≥≤⩾⩽≧≦≮≯＞＜≲≳≫≪])")
_CLAUSE = re.compile(r"[;:]|(?<=\w{4})\.(?=\s|\Z)")  # no stop after "TP." and the like


def any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words, the longest tried first."""
    return _any_of(tuple(words))


@cache
def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"


def _by_word(table: Comparing) -> dict[str, Comparator]:
    return {word: comparator for comparator, words in table.items() for word in words}


@cache
def _before(language: Language) -> re.Pattern[str]:
    words, fillers = any_of(_by_word(language.before)), any_of(language.fillers)
    return re.compile(rf"(?<!\w)({words})(?:\s+(?:{fillers}))?\s*\Z")


@cache
def _negated(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)((?:{any_of(language.negations)})(?: [^\s\d,;:.()]+){{0,3}})\s*\Z")


@cache
def _denial(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(language.negations)})(?![\w-])[^;:]*")


@cache
def _harmless(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(language.harmless)})\b")


def _masked(before: str, language: Language) -> str:
    """A text in which phrases that negate nothing are passed over."""
    return _harmless(language).sub(lambda phrase: "·" * len(phrase[0]), before)


def comparator_before(before: str, number: str, language: Language) -> tuple[Comparator, int]:
    """The comparator of the words just before a number, and where they begin.

    Raises:
        NotationError: they negate something that is not known, or are nearly words of comparison.
    """
    before = before.lower()
    comparator, start = _sign_before(before, number) or _words_before(before, number, language)
    masked = _masked(before, language)
    negated = _negated(language).search(masked)
    if negated and start > negated.start(1):
        raise _unknown_negation(f"{negated[1]} {number}")
    if comparator is Comparator.EQUALS:
        if start == len(before) and (near := meant_instead(before, language)):
            raise NotationError(
                "'{written}' looks like '{known}'. Write that, or quote the number alone if it is not meant",
                written=f"{near[0]} {number}",
                known=f"{near[1]} {number}",
            )
    else:
        refuse_denied(before[:start], f"{before[start:].strip()} {number}", language)
    return comparator, start


def refuse_denied(before: str, bound: str, language: Language) -> None:
    """Refuse a bound that a word earlier in the clause turns round: "no district has a rate above 3%".

    Args:
        before: what stands before the words that compare.
        bound: these words and the number.
        language: the language they are in.

    Raises:
        NotationError: such a word stands there.
    """
    clause = _CLAUSE.split(re.sub(r"\([^()]*\)", "", _masked(before.lower(), language)))[-1]
    if found := _denial(language).search(clause):
        raise _unknown_negation(" ".join(f"{found[0]} {bound}".split()))


def _unknown_negation(words: str) -> NotationError:
    return NotationError(
        "'{words}' negates the figure in words that are not known. Quote other words of the document, or leave "
        "the figure out",
        words=words,
    )


def _sign_before(before: str, number: str) -> tuple[Comparator, int] | None:
    """The comparator of a sign right before a number, and where it begins; None where there is no sign.

    Raises:
        NotationError: it is none that compares with a number: "->", "≠".
    """
    if not (found := _RUN.search(before)):
        return None
    sign = re.sub(r"\s", "", found[1])
    if sign not in _SIGNS and set(sign) != {"="}:
        raise _unknown_sign(f"{sign} {number}")
    return _SIGNS.get(sign, Comparator.EQUALS), found.start(1)


def refuse_sign_behind(number: str, behind: str) -> None:
    """Refuse a sign after a number, which compares it with what follows: "3% < x".

    Raises:
        NotationError: a sign stands there.
    """
    if found := _SIGN_BEHIND.match(behind):
        raise _unknown_sign(f"{number} {found[1]}")


def _unknown_sign(words: str) -> NotationError:
    return NotationError(
        "the sign in '{words}' does not say how the figure compares. Write ≥, ≤, >, < or ≈ before the number, "
        "or quote the number alone",
        words=words,
    )


def _words_before(before: str, number: str, language: Language) -> tuple[Comparator, int]:
    """The comparator of the words right before a number, and where they begin.

    Raises:
        NotationError: they say two things: "at least about".
    """
    found = _before(language).search(before)
    if found is None:
        return Comparator.EQUALS, len(before)
    comparator, start = _by_word(language.before)[found[1]], found.start(1)
    if comparator is Comparator.ABOUT:
        outer = _before(language).search(before[:start])
        if outer and _by_word(language.before)[outer[1]] in _BOUNDS:
            raise NotationError(
                "'{words}' bounds the figure and says that it is rough. Quote the words of one of them",
                words=f"{before[outer.start(1) :].strip()} {number}",
            )
    return comparator, start


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
