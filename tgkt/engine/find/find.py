"""Printed figures by a number, or by words of what stands beside them.

A number is looked for among figures first, then in the words of documents and in notes. Words are compared with their
accents first and then without, as whole words first and then as beginnings of words. Only the best kind of match is
kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from difflib import get_close_matches

from tgkt.engine.find.printed import everything, numbers_of, texts_of
from tgkt.engine.find.question import Question, question
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.fit import Level, Wanted, first_tier, plain, tier, typed
from tgkt.facts.notation import LANGUAGES, numbers_in
from tgkt.record import NamedTuple
from tgkt.results.find import Found, Hit, Where

_PLACES = tuple(Where)
_STEM = 4  # letters; a shorter beginning of a word is mostly another word, as lúa of luận
_NUMBERED = (Where.LABEL, Where.PRINTED, Where.NOTE)  # places and titles are full of numbers that are no figures


class _Fit(NamedTuple):
    """How well words match a hit, and in which of its texts."""

    tier: int
    level: Level
    where: Where


def find(text: str, catalogue: Catalogue) -> Found:
    """Everything that a number or words fit, the best first.

    Args:
        text: a number in either notation, perhaps with a unit; or words.
        catalogue: the data.
    """
    asked, hits = question(text, catalogue.own_units), everything(catalogue)
    if asked.numbers:
        found = _by_number(asked, hits)
        return Found(text, asked.numbers, tuple(found), () if found else _near(asked, hits))
    found = _by_words(asked.words, hits)
    return Found(text, (), tuple(found), meant="" if found else _meant(asked.words, hits))


def _by_number(asked: Question, hits: Iterable[Hit]) -> list[Hit]:
    """The figures that print a number, then those whose words or notes hold it."""
    found = [hit._replace(where=where) for hit in hits if (where := _holds(asked, hit)) is not None]
    return sorted(found, key=lambda hit: _PLACES.index(hit.where))


def _holds(asked: Question, hit: Hit) -> Where | None:
    """Where a number stands; None where it does not."""
    statement = hit.statement
    if statement and any(asked.is_of(value, statement.unit) for value in numbers_of(statement)):
        return Where.FIGURE
    if asked.unit is not None:
        return None
    language = hit.origin.language if hit.origin else None
    spoken = (language,) if language in LANGUAGES else LANGUAGES
    texts = ((where, text) for where, text in texts_of(hit) if where in _NUMBERED)
    return next((where for where, text in texts if {*numbers_in(text, spoken)} & {*asked.numbers}), None)


def _by_words(words: Wanted, hits: Sequence[Hit]) -> list[Hit]:
    """The hits that match words best; better matches, and texts nearer to the figure, come first."""
    fits = [_fit(words, hit) for hit in hits]
    best = first_tier([fit.tier for fit in fits])
    found = [(fit, hit._replace(where=fit.where)) for fit, hit in zip(fits, hits, strict=True) if best == fit.tier > 0]
    found.sort(key=lambda each: (-each[0].level, _PLACES.index(each[0].where)))
    return [hit for _, hit in found]


def _fit(words: Wanted, hit: Hit) -> _Fit:
    """The best match of words with one text of a hit, else with all its texts, its area and its period together."""
    texts = [*texts_of(hit)]
    are_long = all(len(word) >= _STEM for word in words.plain)
    found = []
    for where, text in texts:
        loosely, closely = words.fit(text)
        if loosely > Level.BEGINNINGS or (loosely and are_long and closely >= int(words.has_accents)):
            found.append(_Fit(tier([(loosely, closely)]), closely or loosely, where))
    if len(words.plain) > 1:
        area = hit.area.title.texts if hit.area else ()
        period = str(hit.statement.period) if hit.statement else ""
        whole = " ".join((*(text for _, text in texts), *area, period))
        loosely = Level.ANY_ORDER if {*words.plain} <= {*plain(whole)} else Level.NONE
        closely = Level.ANY_ORDER if words.has_accents and {*words.typed} <= {*typed(whole)} else Level.NONE
        if loosely:
            found.append(_Fit(tier([(loosely, closely)]), Level.BEGINNINGS, Where.SEVERAL))
    nothing = _Fit(0, Level.NONE, Where.SEVERAL)
    return min(found, key=lambda fit: (fit.tier, -fit.level, _PLACES.index(fit.where)), default=nothing)


def _near(asked: Question, hits: Iterable[Hit]) -> tuple[Decimal, ...]:
    """The printed numbers next to one that nothing prints, below and above."""
    sought = asked.numbers[0]
    printed = {
        value
        for hit in hits
        if hit.statement and (asked.unit is None or hit.statement.unit.text == asked.unit.text)
        for value in numbers_of(hit.statement)
    }
    below, above = (each for each in printed if each < sought), (each for each in printed if each > sought)
    return tuple(each for each in (max(below, default=None), min(above, default=None)) if each is not None)


def _meant(words: Wanted, hits: Iterable[Hit]) -> str:
    """The words with typing slips corrected; empty where nothing matches the corrected words either."""
    known = {plain(each)[0]: each for hit in hits for _, text in texts_of(hit) for each in typed(text) if plain(each)}
    mended = []
    for as_typed, word in zip(words.typed, words.plain, strict=True):
        near = [word] if word in known else get_close_matches(word, known, n=1, cutoff=0.75)
        if not near:
            return ""
        mended.append(as_typed if near[0] == word else known[near[0]] if words.has_accents else near[0])
    return " ".join(mended) if tuple(mended) != words.typed else ""
