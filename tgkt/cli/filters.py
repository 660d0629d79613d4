"""Which rows of a plan are shown, and which plan has them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from tgkt.engine.status.attention import is_uncertain
from tgkt.engine.status.rows import assess
from tgkt.errors import UsageError, suggest
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan, Row
from tgkt.results.status import Agreement, Assessment, Grade, StandingKind
from tgkt.series.series import Knowledge


class Filter(NamedTuple):
    """What rows to show; None and nothing show all."""

    area: str | None = None
    section: str | None = None
    verdicts: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()


class Answer(NamedTuple):
    """The plan that answers, all its rows, and those that are asked for."""

    plan: Plan
    items: list[Assessment]
    rows: list[Assessment]


def answer(
    plan: Plan, wanted: Filter, knowledge: Knowledge, named: Sequence[Row] | None = None, *, is_asked: bool = True
) -> Answer:
    """The rows of a plan that pass a filter; where it has none and was not asked for, those of the first that has.

    Which plan has the rows is told on stderr.

    Args:
        plan: the plan.
        wanted: the filter.
        knowledge: what is known.
        named: the only rows that are looked at; their numbers are those of this plan, so no other is looked at.
        is_asked: whether this plan was asked for by name.
    """
    items = assess(plan, knowledge)
    places = None if named is None else {(row.area, row.code) for row in named}
    rows = select([item for item in items if places is None or (item.row.area, item.row.code) in places], wanted)
    if rows:
        return Answer(plan, items, rows)
    others = [] if named is not None else _others(plan, wanted, knowledge)
    told = ", ".join(f"{len(each.rows)} of them in {each.plan.id}" for each in others)
    if is_asked or not others:
        say(f"no rows match these filters in {plan.id}" + (f"; {told}" if told else ""))
        return Answer(plan, items, rows)
    shown = others[0]
    say(f"no rows match these filters in {plan.id}; shown are the {len(shown.rows)} of {shown.plan.id}")
    return shown


def say(text: str) -> None:
    """A line beside the answer."""
    if sys.stderr is not None:
        print(text, file=sys.stderr)


def _others(plan: Plan, wanted: Filter, knowledge: Knowledge) -> list[Answer]:
    """The other plans that have rows which pass the filter."""
    plans = [each for each in knowledge.catalogue.plans.values() if each is not plan]
    assessed = [(each, assess(each, knowledge)) for each in plans]
    found = [Answer(each, items, select(items, wanted)) for each, items in assessed]
    return [each for each in found if each.rows]


def filter_of(
    area: str | None, section: str | None, verdicts: list[str] | None, standings: list[str] | None, catalogue: Catalogue
) -> Filter:
    """The filter that options ask for; verdicts and standings may be several, with commas or repeated.

    Raises:
        UsageError: an area, section, verdict or standing that does not exist.
    """
    check_word("--area", area, catalogue.areas)
    check_word("--section", section, catalogue.sections)
    asked = _each("--verdict", verdicts, Grade, "--standing", StandingKind)
    return Filter(area, section, asked, _each("--standing", standings, StandingKind, "--verdict", Grade))


def select(items: Sequence[Assessment], wanted: Filter) -> list[Assessment]:
    """The rows that pass the filter."""
    return [item for item in items if _passes(item, wanted)]


def _each(
    option: str, given: list[str] | None, known: type[StrEnum], other: str, others: type[StrEnum]
) -> tuple[str, ...]:
    """The words of an option, each checked; one that belongs to the other option is told so."""
    words = tuple(word.strip() for text in given or [] for word in text.split(","))
    for word in words:
        if word in [*others] and word not in [*known]:
            raise UsageError(f"{option}: '{word}' is a {other.removeprefix('--')}. Write {other} {word}")
        check_word(option, word, known)
    return words


def failing(items: Sequence[Assessment], conditions: Sequence[str]) -> bool:
    """Whether any row is in one of the states that `--fail-on` names."""
    return any(condition in _states(item) for item in items for condition in conditions)


def _passes(item: Assessment, wanted: Filter) -> bool:
    if wanted.area not in (None, item.row.area) or wanted.section not in (None, item.row.indicator.section):
        return False
    standing = item.standing.kind if item.standing else None
    return (not wanted.verdicts or item.verdict.grade in wanted.verdicts) and (
        not wanted.standings or standing in wanted.standings
    )


def _states(item: Assessment) -> set[str]:
    states: set[str] = {item.verdict.grade}
    if item.standing:
        states.add(item.standing.kind)
    if is_uncertain(item):
        states.add("uncertain")
    if item.agreement not in (None, Agreement.AGREES):
        states.add("differs")
    return states


def check_word(option: str, name: str | None, known: Iterable[str]) -> None:
    """Refuse a word that is none of those known, with the nearest.

    Raises:
        UsageError: it is none of them.
    """
    words = [str(word) for word in known]
    if name is not None and name not in words:
        raise UsageError(f"{option}: unknown value '{name}'.{suggest(name, words)}")
