"""Targets that ask for less than a former one did, of the same area or of a part of it.

A target is below a former one if its number, taken as a result, would not have met that: 82 % beside a former 90 %. Of
"more than 80" the number is taken, for no more is asked.
Compared are targets of one indicator in one sense, for terms of one length or for single years, no break between.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.engine.check.rules.places import cite, when
from tgkt.engine.goal import AGAINST, goal_of
from tgkt.engine.grade import graded
from tgkt.facts.catalogue import Severity
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.reason import Reason
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Ends, Outcome
from tgkt.results.status import Grade
from tgkt.series.breaks import dividing
from tgkt.series.series import Knowledge


def lowered(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every open target below a former one; of some indicators if named."""
    for row in knowledge.catalogue.rows_of(of):
        target = row.target
        if target is None or target.relative_to is not None or target.period.last <= knowledge.clock.as_of:
            continue
        for area in (row.area, *knowledge.catalogue.areas[row.area].constituents):
            for former in knowledge.rows(row.indicator.id, area):
                if former.target is not None and _is_former(former.target, row, target, knowledge):
                    yield from _below(row, target, former, former.target, knowledge)


def _is_former(promised: Statement, row: Row, target: Statement, knowledge: Knowledge) -> bool:
    """Whether a target is an earlier one in the same sense.

    One that bounds the worse side ("up to 8" where more is better) asks for no number.
    """
    senses = [(each.timing, each.period.years, each.relative_to) for each in (promised, target)]
    bounds = [AGAINST.get(each.comparator) is row.indicator.direction for each in (promised, target)]
    return (
        not any(bounds)
        and promised.period.last < target.period.last
        and senses[0] == senses[1]
        and dividing(row.indicator.id, row.area, target.period, promised.period, knowledge) is None
    )


def _below(row: Row, target: Statement, former: Row, promised: Statement, knowledge: Knowledge) -> Iterator[Finding]:
    """The finding where the target would not have met the former one."""
    goal = goal_of(former)
    if goal is None or target.figure is None:
        return
    number = target._replace(figure=_number(target.figure))
    if graded(goal, knowledge.stated(number)).grade is not Grade.NOT_MET:
        return
    area = knowledge.catalogue.areas[former.area].title
    facts = (
        ("target", cite(target, knowledge)),
        ("former", cite(promised, knowledge)),
        ("area", area),
        ("period", when(promised.period)),
    )
    both = _in_one_unit(number, promised, knowledge)
    yield Finding(
        id=f"lowered.{row.indicator.id}.{former.area}.{promised.period}.{target.period}.{target.origin}",
        kind="lowered",
        outcome=Outcome.NEEDS_ASSUMPTION,
        severity=Severity.MEDIUM,
        sentence=Reason("asks_less_in_one_unit", (*facts, *both)) if both else Reason("asks_less", facts),
        formula=f"{row.indicator.id}.target[{row.area}, {target.period}] >= "
        f"{row.indicator.id}.target[{former.area}, {promised.period}]",
        worked=Numbers((target.wording, promised.wording), " | "),
        statements=(target, promised),
        indicators=tuple(dict.fromkeys(((row.indicator.id, row.area), (row.indicator.id, former.area)))),
        source=row.source,
    )


def _in_one_unit(target: Statement, promised: Statement, knowledge: Knowledge) -> tuple[tuple[str, Ends], ...]:
    """Both in the unit of the former one, where they are printed in two."""
    unit = promised.unit
    if target.unit == unit:
        return ()
    asked, former = (knowledge.stated(each).quantity.within(unit) for each in (target, promised))
    return ("asked", Ends(asked, asked, unit, 0)), ("promised", Ends(former, former, unit, 0))


def _number(figure: Figure) -> Figure:
    """What a figure asks for: the number of a bound, and any other as it is."""
    return figure._replace(comparator=Comparator.EQUALS, exact=True) if figure.is_bound else figure
