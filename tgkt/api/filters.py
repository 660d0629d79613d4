"""The rows of a plan to be shown, and the plan that has them."""

from __future__ import annotations

from collections.abc import Sequence

from tgkt.api.audited import standings
from tgkt.api.pick import area_named, section_among
from tgkt.api.pick.states import DIFFERS, UNCERTAIN, standings_named, verdicts_named
from tgkt.api.seen import Seen
from tgkt.engine.status.attention import is_uncertain
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan, Row
from tgkt.message import Message
from tgkt.notes import note
from tgkt.record import NamedTuple
from tgkt.results.status import Agreement, Assessment


class Filter(NamedTuple):
    """The criteria for rows; empty ones select all."""

    area: str | None = None
    section: str | None = None
    verdicts: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()


class Selection(NamedTuple):
    """The answering plan, all its rows, and the selected ones."""

    plan: Plan
    items: list[Assessment]
    rows: list[Assessment]


def select_from(
    plan: Plan, wanted: Filter, seen: Seen, named: Sequence[Row] | None = None, *, is_asked: bool = True
) -> Selection:
    """The rows of a plan that pass a filter; if it has none and was not named, those of the first plan that has.

    A note on stderr names the plan.

    Args:
        plan: the plan.
        wanted: the filter.
        seen: the data, and up to when they are known.
        named: the only rows that are looked at; their numbers are those of this plan, so no other is looked at.
        is_asked: whether this plan was asked for by name.
    """
    items = standings(seen.folder, plan, seen.knowledge)
    places = None if named is None else {(row.area, row.code) for row in named}
    rows = select([item for item in items if places is None or (item.row.area, item.row.code) in places], wanted)
    if rows:
        return Selection(plan, items, rows)
    others = [] if named is not None else _others(plan, wanted, seen)
    none = Message("no rows match these filters in {plan}", plan=plan.id)
    if is_asked or not others:
        told = [_of(each) for each in others] or [Message("{command} shows all its rows", command=_command(plan))]
        note(Message.joined("; ", [none, *told]))
        return Selection(plan, items, rows)
    shown = others[0]
    told_of = Message("showing the {count} of {plan}", count=len(shown.rows), plan=shown.plan.id)
    note(Message.joined("; ", (none, told_of)))
    return shown


def _of(other: Selection) -> Message:
    """The number of rows in another plan, and the command that shows that plan."""
    return Message(
        "{count} in {plan}: {command}", count=len(other.rows), plan=other.plan.id, command=_command(other.plan)
    )


def _command(plan: Plan) -> str:
    return f"tgkt status --plan {plan.id}"


def _others(plan: Plan, wanted: Filter, seen: Seen) -> list[Selection]:
    """The other plans that have rows which pass the filter."""
    plans = [each for each in seen.knowledge.catalogue.plans.values() if each is not plan]
    assessed = [(each, standings(seen.folder, each, seen.knowledge)) for each in plans]
    found = [Selection(each, items, select(items, wanted)) for each, items in assessed]
    return [each for each in found if each.rows]


def filter_of(
    area: str | None, section: str | None, verdicts: list[str] | None, standings: list[str] | None, catalogue: Catalogue
) -> Filter:
    """The filter that options ask for; verdicts and standings may be several, with commas or repeated.

    Raises:
        UsageError: an area, section, verdict or standing that does not exist.
    """
    of = area_named(area, catalogue).id if area is not None else None
    within = section_among(section, catalogue.sections) if section is not None else None
    return Filter(of, within, verdicts_named(verdicts or []), standings_named(standings or []))


def select(items: Sequence[Assessment], wanted: Filter) -> list[Assessment]:
    """The rows that pass the filter."""
    return [item for item in items if _passes(item, wanted)]


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
        states.add(UNCERTAIN)
    if item.agreement not in (None, Agreement.AGREES):
        states.add(DIFFERS)
    return states
