"""Lines of plans that are new, changed or gone, and those that stand elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from tgkt.arithmetic.quantity import in_roots
from tgkt.engine.diff.state import Place
from tgkt.engine.status.rows import assess
from tgkt.facts.statement import Statement
from tgkt.facts.units import dimensions
from tgkt.record import NamedTuple
from tgkt.results.diff import About, Change, Kind, Version
from tgkt.results.status import Assessment
from tgkt.series.identity import promise
from tgkt.series.series import Knowledge


class Pair(NamedTuple):
    """A line before and after; None where it is in one of the two only."""

    old: Assessment | None
    new: Assessment | None


Likeness = Callable[[Assessment], object]
"""What two lines about the same indicator and area must share to be one line."""


def assessed(knowledge: Knowledge, plans: Collection[str]) -> list[Assessment]:
    """The rows of plans, plan by plan."""
    return [item for plan in knowledge.catalogue.plans.values() if plan.id in plans for item in assess(plan, knowledge)]


def lines_of_plans(old: Sequence[Assessment], new: Sequence[Assessment]) -> list[Pair]:
    """Pairs of lines of the same plans in two states, matched by number, else by deadline."""
    return _paired(old, new, lambda item: item.row.plan, [_number, _deadline])


def lines_of_two_plans(old: Sequence[Assessment], new: Sequence[Assessment]) -> list[Pair]:
    """Pairs of lines of two plans about one indicator and area: equal promises first, then equal deadlines."""
    return _paired(old, new, lambda _: "", [lambda item: promise(item.row.target), _deadline])


def row_changes(pairs: Sequence[Pair]) -> Iterator[Change]:
    """The changes of pairs of lines: first in their targets, then in their standings."""
    for about, told in ((About.TARGET, _target), (About.STANDING, _standing)):
        found = ((told(each), each) for each in pairs)
        yield from (_change(about, kind, each) for kind, each in found if kind is not None)


def _number(item: Assessment) -> object:
    return item.row.code


def _deadline(item: Assessment) -> object:
    return (item.row.target.period, item.row.target.timing) if item.row.target else None


def _any(_: Assessment) -> object:
    return None


def _place(item: Assessment) -> Place:
    return item.row.indicator.id, item.row.area


def _paired(
    old: Sequence[Assessment], new: Sequence[Assessment], plan: Callable[[Assessment], str], like: Sequence[Likeness]
) -> list[Pair]:
    """Pairs of lines about one indicator and area: those that are alike, then the rest in their order."""
    groups: dict[tuple[str, Place], tuple[list[Assessment], list[Assessment]]] = {}
    for side, items in ((1, new), (0, old)):
        for item in items:
            groups.setdefault((plan(item), _place(item)), ([], []))[side].append(item)
    return [pair for was, now in groups.values() for pair in _within(was, now, like)]


def _within(was: list[Assessment], now: list[Assessment], like: Sequence[Likeness]) -> Iterator[Pair]:
    for likeness in (*like, _any):
        for item in list(was):
            other = next((each for each in now if likeness(each) == likeness(item)), None)
            if other is not None:
                was.remove(item)
                now.remove(other)
                yield Pair(item, other)
    yield from (Pair(None, each) for each in now)
    yield from (Pair(each, None) for each in was)


def _target(pair: Pair) -> Kind | None:
    """The change in the target of a pair of lines; None where it is the same."""
    if pair.old is None or pair.new is None:
        return Kind.ADDED if pair.old is None else Kind.GONE
    if not _promise_the_same(pair.old.row.target, pair.new.row.target):
        return Kind.CHANGED
    is_relative = pair.new.row.target is not None and pair.new.row.target.relative_to is not None
    return Kind.MOVED if is_relative and pair.old.target != pair.new.target else None


def _promise_the_same(one: Statement | None, other: Statement | None) -> bool:
    """Whether two targets promise the same; 25 trillion is 25,000 billion."""
    if promise(one) == promise(other):
        return True
    if one is None or other is None or one.figure is None or other.figure is None or one.unit == other.unit:
        return False
    ends = [in_roots(end, one.unit) for end in one.figure[:2]], [in_roots(end, other.unit) for end in other.figure[:2]]
    is_level = dimensions(one.unit)[1] == dimensions(other.unit)[1] and ends[0] == ends[1]
    return is_level and promise(one) == promise(other._replace(figure=one.figure, unit=one.unit))


def _standing(pair: Pair) -> Kind | None:
    """The change in the standing of a line, or in its certainty; None where both are the same."""
    if pair.old is None or pair.new is None:
        return None
    was, now = _version(pair.old), _version(pair.new)
    return Kind.CHANGED if (was.state, was.certain is False) != (now.state, now.certain is False) else None


def _change(about: About, kind: Kind, pair: Pair) -> Change:
    item = pair.new or pair.old
    assert item is not None
    row = item.row
    before, after = (_version(each) if each else None for each in pair)
    return Change(f"{about}/{row.plan}/{row.area}/{row.code}", about, kind, row.indicator, row.area, before, after)


def _version(item: Assessment) -> Version:
    """A line with its newest figure, or its result, and where it stands."""
    standing, verdict = item.standing, item.verdict
    return Version(
        statement=item.row.target,
        amount=item.result or item.current or item.baseline,
        row=item.row,
        level=item.target,
        state=standing.kind if standing else verdict.grade,
        certain=standing.certain if standing else verdict.certain,
        reason=standing.reason if standing else verdict.reason,
        answer=item.answer,
    )
