"""Printed figures that are new, revise others, were corrected or are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tgkt.engine.diff.state import Place, State
from tgkt.facts.statement import Statement
from tgkt.results.computed import amount
from tgkt.results.diff import About, Change, Kind, Version
from tgkt.series.certainty import Rest
from tgkt.series.identity import Identity, content, identity
from tgkt.series.known import Known
from tgkt.series.role import Role

_OF_A_MEASUREMENT = (Role.COUNTS, Role.AGREES, Role.REPLACED, Role.DISPUTED, Role.CONTRADICTS, Role.MULTIPLE)


def figure_changes(old: State, new: State, places: Collection[Place] | None = None) -> Iterator[Change]:
    """Every printed figure that differs.

    Args:
        old: the old state.
        new: the new state.
        places: the only indicators and areas that are looked at; all unless given.
    """
    was, now = old.figures(places), new.figures(places)
    for each in dict.fromkeys([*now, *was]):
        left, come = _apart(_distinct(was.get(each, []), old), _distinct(now.get(each, []), new))
        pairs = list(zip(left, come, strict=False))
        yield from (_corrected(one, other, old, new) for one, other in pairs)
        yield from (_added(other, old, new) for other in come[len(pairs) :])
        yield from (_gone(one, old, new) for one in left[len(pairs) :])


def _distinct(stated: Sequence[Statement], state: State) -> list[Statement]:
    """Statements without repetitions: of equal ones in a document, the one that counts, if any does."""
    found: dict[tuple[str, ...], Statement] = {}
    for each in stated:
        if content(each) not in found or state.role(each) in (Role.COUNTS, Role.DISPUTED):
            found[content(each)] = each
    return list(found.values())


def _apart(left: Sequence[Statement], come: Sequence[Statement]) -> tuple[list[Statement], list[Statement]]:
    """Both sides without the statements that are equal; figures from the same place are at the same index."""
    rest, own = list(come), []
    for each in left:
        same = next((other for other in rest if content(other) == content(each)), None)
        if same is None:
            own.append(each)
        else:
            rest.remove(same)
    shared = {each.locator for each in own} & {each.locator for each in rest}

    def place(each: Statement) -> tuple[bool, str, tuple[str, ...]]:
        return each.locator not in shared, each.locator, content(each)

    return sorted(own, key=place), sorted(rest, key=place)


def _corrected(one: Statement, other: Statement, old: State, new: State) -> Change:
    return _change(Kind.CORRECTED, other, new, Version(one, old.amount(one), old.role(one)), _version(other, new))


def _added(come: Statement, old: State, new: State) -> Change:
    before = _in_place(come, new, old)
    kind = Kind.REVISED if before is not None and _counts(come, new) else Kind.ADDED
    return _change(kind, come, new, before, _version(come, new))


def _gone(left: Statement, old: State, new: State) -> Change:
    return _change(Kind.GONE, left, old, _version(left, old), _in_place(left, old, new))


def _change(kind: Kind, told: Statement, within: State, before: Version | None, after: Version | None) -> Change:
    indicator = within.knowledge.catalogue.indicators[told.indicator]
    return Change(_key(identity(told)), About.FIGURE, kind, indicator, told.area, before, after)


def _version(statement: Statement, state: State) -> Version:
    return Version(statement, state.amount(statement), state.role(statement))


def _in_place(told: Statement, own: State, other: State) -> Version | None:
    """The figure that counts in the other state for the same indicator, area, period and sense."""
    about = identity(told)
    known = other.counted(about) if own.role(told) in _OF_A_MEASUREMENT else None
    if known is None or known.statement is None:
        return None
    return Version(known.statement, amount(known, known.statement.unit), other.role(known.statement))


def _counts(statement: Statement, state: State) -> bool:
    """Whether a figure counts and no figure of the same rank contradicts it."""
    known: Known | None = state.counted(identity(statement))
    return known is not None and known.statement == statement and Rest.DISPUTE not in known.rests


def _key(about: Identity) -> str:
    """The key of a figure: indicator, area, period, sense and document."""
    sense = [str(about.timing)] if not about.period.is_year or about.relative_to or about.is_aim else []
    sense += [f"of {about.relative_to}"] if about.relative_to else []
    sense += ["aim"] if about.is_aim else []
    sense += ["reprint"] if about.is_reprint else []
    return "/".join(["figure", about.area, about.indicator, str(about.period), *sense, about.origin])
