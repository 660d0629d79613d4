"""Short names of findings, for headings: the targets and indicators they speak of, and the kind of relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tgkt.facts.catalogue import Catalogue
from tgkt.language import said
from tgkt.message import Message
from tgkt.report.markup import anchor
from tgkt.report.subjects import Touching, indicators_of
from tgkt.report.words import word
from tgkt.results.check import Finding

_LONGEST = 60
"""How many letters the titles of a name take together, before those that follow are only counted."""


def names_of(told: Iterable[Touching], catalogue: Catalogue, lang: str) -> dict[str, str]:
    """The names of findings by their ids: what they are about, and the kind of relation; no two have one address.

    Args:
        told: the findings, with the rows they touch.
        catalogue: titles of indicators and areas.
        lang: the language.
    """
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for each in told:
        kind = word(f"relation_{each.finding.kind}", lang)
        subject = subject_of(each, catalogue, lang)
        name = f"{subject}: {kind}" if subject else kind[:1].upper() + kind[1:]
        address = anchor(name)
        taken[address] = taken.get(address, 0) + 1
        names[each.finding.id] = name if taken[address] == 1 else f"{name} ({taken[address]})"
    return names


def subject_of(each: Touching, catalogue: Catalogue, lang: str) -> str:
    """What a relation is about: targets by number, indicators, and the area and period where there is one of each."""
    numbers = ", ".join(f"({number})" for number in each.numbers)
    return f"{numbers} {about(each.finding, catalogue, lang)}".strip()


def about(found: Finding, catalogue: Catalogue, lang: str) -> str:
    """The same without the numbers of targets, for a table that has a column of them.

    Args:
        found: the finding.
        catalogue: titles of indicators and areas.
        lang: the language.
    """
    return ", ".join(filter(None, (_titles(found, catalogue, lang), *_where(found, catalogue, lang))))


def _titles(found: Finding, catalogue: Catalogue, lang: str) -> str:
    """The first titles, and how many follow."""
    titles = [catalogue.indicators[id].title.within(lang) for id in indicators_of(found, catalogue)]
    if not titles:
        return ""
    shown = next((at for at in range(len(titles), 1, -1) if sum(map(len, titles[:at])) <= _LONGEST), 1)
    first, more = "; ".join(titles[:shown]), len(titles) - shown
    if not more:
        return first
    return said(Message.counted(more, "{titles} and {count} other", "{titles} and {count} others", titles=first), lang)


def _where(found: Finding, catalogue: Catalogue, lang: str) -> Iterator[str]:
    """The area, unless it is the one that is meant where none is named, and the period."""
    areas = {each.area for each in found.statements}
    periods = {str(each.period) for each in found.statements}
    whole = catalogue.whole_area()
    if len(areas) == 1 and areas != {whole.id if whole else None}:
        yield catalogue.areas[areas.pop()].title.within(lang)
    if len(periods) == 1:
        yield periods.pop()
