"""What a person names on the command line: a number of the plan in force, an id, or words of a title.

"3" is every part of target 3 and "1.2" that part. Words are looked for in every language's title, with or without
accents; a title they fit better is preferred, and a target of the plan to an indicator outside it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple
from unicodedata import normalize

from tgkt.cli.choose import choose_plan
from tgkt.errors import UsageError, closest, suggest, unaccented
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.indicator import Indicator
from tgkt.facts.plan import Plan, Row, without_target
from tgkt.series.series import Knowledge

MOST = 10  # so many are listed when several are meant
_NUMBER = re.compile(r"\d+(\.\d+)*")


class Name(NamedTuple):
    """How a row of a plan, or an indicator without one, may be named; the first title is the one it is called by."""

    id: str
    titles: tuple[str, ...]
    number: str = ""
    area: str = ""


class Pick(NamedTuple):
    """What was meant, and whether words of a title told it."""

    names: list[Name]
    by_words: bool = False


def pick(what: str, names: Sequence[Name], unknown: str, advice: str) -> Pick:
    """The one indicator, or the rows of one number, that a text means.

    Args:
        what: what the user wrote.
        names: what there is, in the order in which it is listed.
        unknown: how an error about a text that means nothing begins.
        advice: how it ends where nothing is near.

    Raises:
        UsageError: the text means nothing, with the nearest there is; or several things, with a list of them.
    """
    text = normalize("NFC", what.strip())
    if found := _numbered(text, names) or [name for name in names if name.id == text.casefold()]:
        return Pick(found)
    found = [] if _NUMBER.fullmatch(text) else _titled(text, names)
    if not found:
        raise UsageError(unknown + _nearest(text, names, advice))
    if len({name.id for name in found}) > 1:
        raise UsageError(f"'{what}' stands in several titles: {listed(found)}. Give a number or an id")
    return Pick(found, by_words=True)


def listed(names: Sequence[Name]) -> str:
    """Number, id and title of each indicator, ten at most."""
    numbers: dict[str, list[str]] = {}
    for name in names:
        numbers.setdefault(name.id, []).append(name.number)
    titles = {name.id: name.titles[0] for name in names}
    told = [f"{', '.join(filter(None, numbers[id]))} {id} ({titles[id]})".strip() for id in numbers]
    more = f"; and {len(told) - MOST} more" if len(told) > MOST else ""
    return "; ".join(told[:MOST]) + more


def rows_named(what: Iterable[str], plan: Plan, lang: str) -> list[Row]:
    """The rows of a plan that texts mean, in the order of the texts.

    Raises:
        UsageError: a text means no row, or several indicators.
    """
    places = {(row.area, row.code): row for row in plan.rows}
    found = [place for text in what for place in _rows(text, plan, lang)]
    return [places[place] for place in dict.fromkeys(found)]


def rows_or_indicators(what: Iterable[str], plan: Plan, knowledge: Knowledge, lang: str) -> list[Row]:
    """The rows of a plan that texts mean; an indicator that has no row there is a row without a target.

    Such an indicator is shown for every area that has a figure of it.

    Raises:
        UsageError: a text means neither.
    """
    found: dict[tuple[str, str, str], Row] = {}
    for text in what:
        is_number = _NUMBER.fullmatch(text.strip()) is not None
        rows = rows_named([text], plan, lang) if is_number else _rows_or_indicator(text, plan, knowledge, lang)
        found |= {(row.indicator.id, row.area, row.code): row for row in rows}
    return list(found.values())


def row_named(what: str, plan: Plan, lang: str) -> Row:
    """The row of a plan that a text means; the first where an indicator that is named has several.

    Raises:
        UsageError: a text means no row, several indicators, or a number with several parts.
    """
    found = rows_named([what], plan, lang)
    if len(found) > 1 and (_NUMBER.fullmatch(what.strip()) or len({row.indicator.id for row in found}) > 1):
        raise _several(what, [_row_name(row, lang) for row in found])
    return found[0]


def indicators_named(what: Iterable[str], catalogue: Catalogue, lang: str) -> list[Indicator]:
    """The indicators that texts mean, numbers being those of the plan in force.

    Raises:
        UsageError: a text means nothing, or words mean several.
    """
    found = [name.id for text in what for name in _indicators(text, catalogue, lang)]
    return [catalogue.indicators[id] for id in dict.fromkeys(found)]


def indicator_named(what: str, catalogue: Catalogue, lang: str) -> Indicator:
    """The one indicator that a text means, numbers being those of the plan in force.

    Raises:
        UsageError: a text means nothing, or several.
    """
    found = _indicators(what, catalogue, lang)
    if len({name.id for name in found}) > 1:
        raise _several(what, found)
    return catalogue.indicators[found[0].id]


def rows_told(what: str, indicator: Indicator, catalogue: Catalogue) -> list[str]:
    """The numbers in the plan in force that a text means where it is a number; none where it is an id or words."""
    plan = catalogue.plan_in_force()
    rows = [row for row in plan.rows if row.indicator is indicator] if plan else []
    names = [Name(row.indicator.id, (), row.code, row.area) for row in rows]
    return [name.number for name in _numbered(normalize("NFC", what.strip()), names)]


def _rows_or_indicator(what: str, plan: Plan, knowledge: Knowledge, lang: str) -> list[Row]:
    catalogue, unknown = knowledge.catalogue, f"'{what}' is neither a target of {plan.id or 'a plan'} nor an indicator."
    names = _row_names(plan, catalogue, lang)
    picked = _said(what, pick(what, names, unknown, "tgkt status -f csv lists the ids of a plan"))
    places = {(row.area, row.code): row for row in plan.rows}
    rows = [places[name.area, name.number] for name in picked.names if name.number]
    return rows or _without_target(catalogue.indicators[picked.names[0].id], plan, knowledge)


def _without_target(indicator: Indicator, plan: Plan, knowledge: Knowledge) -> list[Row]:
    areas = list(knowledge.catalogue.areas)
    known = [each for each in areas if knowledge.series(indicator.id, each).years(0, knowledge.clock.as_of)]
    return [without_target(plan, indicator, area) for area in known or areas[:1]]


def _rows(what: str, plan: Plan, lang: str) -> list[tuple[str, str]]:
    names = [_row_name(row, lang) for row in plan.rows]
    picked = pick(
        what, names, f"'{what}' is no target of {plan.id or 'a plan'}.", f"tgkt status --plan {plan.id} lists them"
    )
    return [(name.area, name.number) for name in _said(what, picked).names]


def _indicators(what: str, catalogue: Catalogue, lang: str) -> list[Name]:
    is_number = _NUMBER.fullmatch(what.strip()) is not None
    in_force = choose_plan(None, catalogue) if is_number and catalogue.plans else catalogue.plan_in_force()
    names = _row_names(in_force, catalogue, lang)
    picked = pick(what, names, f"unknown indicator '{what}'.", "tgkt status -f csv lists the ids of a plan")
    return _said(what, picked).names


def _row_names(plan: Plan | None, catalogue: Catalogue, lang: str) -> list[Name]:
    """The rows of a plan, then every indicator that has none there."""
    rows = plan.rows if plan else ()
    told = {row.indicator.id for row in rows}
    others = [each for each in catalogue.indicators.values() if each.id not in told]
    return [_row_name(row, lang) for row in rows] + [Name(each.id, _titles(each, lang)) for each in others]


def _row_name(row: Row, lang: str) -> Name:
    label = (row.label,) if row.label else ()
    return Name(row.indicator.id, (*_titles(row.indicator, lang), *label), row.code, row.area)


def _titles(indicator: Indicator, lang: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((indicator.title.within(lang), *indicator.title.texts)))


def _said(what: str, picked: Pick) -> Pick:
    """Tell on stderr which indicator words were taken for."""
    if picked.by_words and sys.stderr is not None:
        print(f"'{what}' is taken as {listed(picked.names)}", file=sys.stderr)
    return picked


def _several(what: str, names: Sequence[Name]) -> UsageError:
    return UsageError(f"'{what}' has several parts: {listed(names)}. Name one of them")


def _numbered(text: str, names: Sequence[Name]) -> list[Name]:
    """The rows of a number: in each area the row itself, else the parts of that number."""
    found = []
    for area in dict.fromkeys(name.area for name in names if name.number):
        members = [name for name in names if name.number and name.area == area]
        exact = [name for name in members if name.number.casefold() == text.casefold()]
        found += exact or [name for name in members if name.number.startswith(f"{text}.")]
    return found


def _titled(text: str, names: Sequence[Name]) -> list[Name]:
    """The names that fit the words best, if they fit at all; of those that fit alike, the rows of the plan."""
    fits = [(*max(_fit(text, title) for title in name.titles), bool(name.number)) for name in names]
    best = max(fits, default=(0, 0, False))
    return [name for name, fit in zip(names, fits, strict=True) if fit == best] if best[0] else []


def _fit(text: str, title: str) -> tuple[int, int]:
    """How well words fit a title without accents, then with those that were typed."""
    plain, typed = unaccented(text), text.casefold()
    loosely = _level(_words(plain), _words(unaccented(title)))
    return loosely, _level(_words(typed), _words(normalize("NFC", title.casefold()))) if plain != typed else 0


def _level(wanted: list[str], title: list[str]) -> int:
    """4 the whole title, 3 words of it that follow each other, 2 in any order, 1 beginnings of words, 0 else."""
    if not wanted:
        return 0
    windows = (title[at : at + len(wanted)] for at in range(len(title)))
    if wanted in windows:
        return 4 if len(wanted) == len(title) else 3
    if set(wanted) <= set(title):
        return 2
    return int(all(any(each.startswith(word) for each in title) for word in wanted))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _nearest(text: str, names: Sequence[Name], advice: str) -> str:
    """The id that a slip of the pen may have meant, else the title with most of the words, slips allowed."""
    if _NUMBER.fullmatch(text):
        return suggest(text, {name.number for name in names if name.number}, advice)
    ids = {name.id for name in names}
    if not closest(text, ids):
        wanted = _words(unaccented(text))
        found = max(names, key=lambda name: _near(wanted, name), default=None)
        if found and _near(wanted, found) > (0, 0):
            return f" Did you mean '{found.id}' ({found.titles[0]})?"
    return suggest(text, ids, advice)


def _near(wanted: list[str], name: Name) -> tuple[int, int]:
    """How many of the words a title holds or nearly holds; the shorter title first."""
    titles = [_words(unaccented(title)) for title in name.titles]
    return max(
        (sum(bool(get_close_matches(word, title, n=1, cutoff=0.8)) for word in wanted), -len(title)) for title in titles
    )
