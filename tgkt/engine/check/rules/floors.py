"""Targets at or below the present level, which ask for no progress.

A target is a floor if the present level v already meets it: v >= t where more is better, v <= t where less is. For a
target of one year, v is the newest figure that counts; for a target of a term it is the last term's figure, because a
year of the term itself is progress towards the target. Source: docs/methods.md, "Audit".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.engine.check.rules.places import quoted, when
from tgkt.engine.goal import goal_of
from tgkt.engine.grade import graded
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.catalogue import Severity
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.reason import Reason
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Outcome
from tgkt.results.status import Grade
from tgkt.series.known import Known
from tgkt.series.series import Knowledge


def floors(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every open target that the present level meets already; of some indicators where they are named."""
    for row in knowledge.catalogue.rows_of(of):
        if row.target is None or row.target.period.last <= knowledge.clock.as_of or _is_to_be_held(row, row.target):
            continue
        way = way_of(row, knowledge)
        present = _present(way)
        if present is None or present.derivation is not None:
            continue  # a derived level is compared by the relation that it follows from
        if way.goal is not None and graded(way.goal, present).passed:
            yield _finding(row, row.target, present, knowledge)


def _is_to_be_held(row: Row, target: Statement) -> bool:
    """Whether the target is meant to be met from the start: to maintain a level, or a number without a better side."""
    return target.comparator is Comparator.MAINTAIN or row.indicator.direction is Direction.NEUTRAL


def _present(way: Way) -> Known | None:
    """The present level: the newest figure that counts; for a target of a term the last term's."""
    if way.form is Form.LEVEL:
        return way.latest
    return way.base.known if way.base else None


def _finding(row: Row, target: Statement, present: Known, knowledge: Knowledge) -> Finding:
    stated = present.statement
    held = quoted(present, row.unit)
    is_below = _is_below(row, target, stated, knowledge)
    return Finding(
        id=f"floor.{row.indicator.id}.{row.area}",
        kind="floor",
        outcome=Outcome.NEEDS_ASSUMPTION,
        severity=Severity.HIGH if is_below else Severity.LOW,
        sentence=Reason("met_already", (("target", target.quoted), ("held", held), ("period", when(present.period)))),
        formula=f"{row.indicator.id}.target[{row.area}, {target.period}]",
        worked=Numbers((target.wording, stated.wording if stated else held)),
        statements=(target, *present.inputs),
        indicators=((row.indicator.id, row.area),),
        source=row.source,
    )


def _is_below(row: Row, target: Statement, stated: Statement | None, knowledge: Knowledge) -> bool:
    """Whether the target is worse than the present level, and not equal to it."""
    if stated is None or target.relative_to is not None or stated.relative_to is not None:
        return False
    present = goal_of(row._replace(target=stated))
    return present is not None and graded(present, knowledge.stated(target)).grade is Grade.NOT_MET
