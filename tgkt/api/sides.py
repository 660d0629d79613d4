"""OLD and NEW of `tgkt diff`: two years, plans, folders or dates, and the two states that they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from tgkt.api.choose import known_at
from tgkt.api.pick import is_term_of, plan_named
from tgkt.engine.diff.state import State
from tgkt.errors import UsageError, suggest
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan
from tgkt.loading.files import data_folder, load_folder
from tgkt.message import Message
from tgkt.record import NamedTuple
from tgkt.results.diff import By, Compared
from tgkt.series.printed import Clock
from tgkt.series.series import Knowledge, newest_year

_YEAR = re.compile(r"(?:19|20|21)\d\d|2200", re.ASCII)
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?", re.ASCII)
_NAMES = {
    By.YEAR: Message("a year"),
    By.PLAN: Message("a plan"),
    By.FOLDER: Message("a folder"),
    By.DATE: Message("a date"),
}


class Sides(NamedTuple):
    """The two states that are compared; of two plans also the plans, in one state of the data."""

    compared: Compared
    old: State
    new: State
    plans: tuple[Plan, Plan] | None = None


def sides_of(old: str, new: str | None, data: Path | None) -> Sides:
    """What two words name, in the data in force.

    Raises:
        UsageError: they name nothing, things of two sorts, or could be of several sorts.
        DataError: data cannot be read.
    """
    words = [word for word in (old, new) if word is not None]
    known: list[Catalogue] = []

    def catalogue() -> Catalogue:
        """The data in force, read where they are asked for."""
        known[:] = known or [load_folder(data_folder(data))]
        return known[0]

    by = _sort_of(words, catalogue)
    named = [word.removeprefix(f"{by}:") for word in words]
    compared = Compared(by, named[0], named[1] if len(named) > 1 else None)
    if by is By.FOLDER:
        return _folders(compared, data)
    return {By.YEAR: _years, By.DATE: _dates, By.PLAN: _plans}[by](compared, catalogue())


def _sort_of(words: Sequence[str], catalogue: Callable[[], Catalogue]) -> By:
    """The one sort of thing that all words may name."""
    found = {word: _readings(word, catalogue) for word in words}
    for word, sorts in found.items():
        if not sorts and _is_path(word):
            raise UsageError("diff: {word}: no such folder. Name a folder of YAML files", word=word)
        if not sorts:
            known = catalogue().plans
            raise UsageError(
                "diff: '{word}' is not a year (2025), plan, folder or date (2026-03-01).{advice}",
                word=word,
                advice=suggest(word, known) if known else "",
            )
    common = [by for by in By if all(by in sorts for sorts in found.values())]
    if not common:
        told = [
            Message("'{word}' is {sort}", word=word, sort=Message.either(_NAMES[each] for each in sorts))
            for word, sorts in found.items()
        ]
        raise UsageError("diff: {told}. Name two of one sort", told=Message.listed(told))
    if len(common) > 1:
        word = words[0]
        raise UsageError(
            "diff: '{word}' is {sorts}. Write {ways}",
            word=word,
            sorts=Message.listed(_NAMES[each] for each in common),
            ways=Message.either(f"./{word}" if by is By.FOLDER else f"{by}:{word}" for by in common),
        )
    return common[0]


def _readings(word: str, catalogue: Callable[[], Catalogue]) -> list[By]:
    """The sorts of things that a word may name; `year:2025` says which, and only `date:2025` makes a year a date."""
    sort, mark, rest = word.partition(":")
    if mark and sort in [*By]:
        is_date = sort == By.DATE and _YEAR.fullmatch(rest)
        return [By.DATE] if is_date else [by for by in _readings(rest, catalogue) if by == sort]
    if _is_path(word):
        return [By.FOLDER] if _is_folder(word) else []
    fits = {
        By.YEAR: _YEAR.fullmatch(word) is not None,
        By.PLAN: _is_plan(word, catalogue()),
        By.FOLDER: _is_folder(word),
        By.DATE: _DATE.fullmatch(word) is not None,
    }
    return [by for by in By if fits[by]]


def _is_plan(word: str, catalogue: Catalogue) -> bool:
    """Whether a word is the id or the term of a plan."""
    return word in catalogue.plans or any(is_term_of(word, plan) for plan in catalogue.plans.values())


def _is_path(word: str) -> bool:
    return "/" in word or "\\" in word or word in (".", "..")


def _is_folder(word: str) -> bool:
    try:
        return bool(word) and Path(word).is_dir()
    except OSError:  # a name longer than any folder's
        return False


def _years(compared: Compared, catalogue: Catalogue) -> Sides:
    newest = newest_year(catalogue) if compared.new is None else int(compared.new)
    old, new = (State(Knowledge(catalogue, Clock(year)), by_year=True) for year in (int(compared.old), newest))
    return Sides(compared, old, new)


def _dates(compared: Compared, catalogue: Catalogue) -> Sides:
    old = known_at(catalogue, known_by=compared.old)
    year = newest_year(catalogue, compared.new)
    return Sides(compared, State(old), State(Knowledge(catalogue, Clock(year, compared.new))))


def _plans(compared: Compared, catalogue: Catalogue) -> Sides:
    old = plan_named(compared.old, catalogue.plans.values(), "diff: ")
    if compared.new is not None:
        new = plan_named(compared.new, catalogue.plans.values(), "diff: ")
    else:
        new = catalogue.plan_in_force() or old
    if new is old:
        others = ", ".join(name for name in catalogue.plans if name != old.id) or Message("those you add")
        raise UsageError("diff: name two plans: {old} and one of {others}", old=old.id, others=others)
    state = State(Knowledge(catalogue))
    return Sides(compared._replace(old=old.id, new=new.id), state, state, (old, new))


def _folders(compared: Compared, data: Path | None) -> Sides:
    if compared.new is not None and data is not None:
        raise UsageError("diff: two folders are named already. Leave out --data, or the second folder")
    new = data_folder(data) if compared.new is None else Path(compared.new)
    one, other = (State(Knowledge(load_folder(each))) for each in (Path(compared.old), new))
    return Sides(compared._replace(new=str(new) if compared.new or data else None), one, other)
