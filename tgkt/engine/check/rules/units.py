"""Printed units that cannot be meant literally."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import chain, count

from tgkt.engine.check.rules.places import cite
from tgkt.facts.catalogue import Severity
from tgkt.facts.statement import Statement
from tgkt.facts.units.counted import may_mean
from tgkt.reason import Reason
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.series import Knowledge


def units(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """One finding for each such unit of an indicator, however many places print it; of some indicators if named."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for each in _everything(knowledge):
        if (of is None or each.indicator in of) and knowledge.is_seen(each) and _is_another(each, knowledge):
            groups.setdefault((each.indicator, each.printed_unit or ""), []).append(each)
    counts: dict[str, Iterator[int]] = defaultdict(lambda: count(1))
    for (name, printed), members in groups.items():
        yield _finding(f"unit.{name}.{next(counts[name])}", printed, members, knowledge)


def _is_another(stated: Statement, knowledge: Knowledge) -> bool:
    """Whether a unit is printed that cannot mean the indicator's; other names of what is counted can."""
    meant = knowledge.catalogue.indicators[stated.indicator].unit.text
    return stated.printed_unit is not None and not may_mean(stated.printed_unit, meant)


def _finding(id: str, printed: str, members: list[Statement], knowledge: Knowledge) -> Finding:
    meant = knowledge.catalogue.indicators[members[0].indicator].unit
    facts = (("first", cite(members[0], knowledge)), ("printed", printed), ("meant", meant))
    often = (*facts, ("places", len(members)))
    return Finding(
        id=id,
        kind="unit",
        outcome=Outcome.NEEDS_ASSUMPTION,
        severity=Severity.LOW,
        sentence=Reason("unit_meant_often", often) if len(members) > 1 else Reason("unit_meant", facts),
        statements=tuple(members),
        indicators=tuple(dict.fromkeys((s.indicator, s.area) for s in members)),
        source=members[0].source,
    )


def _everything(knowledge: Knowledge) -> Iterator[Statement]:
    """Every printed figure, targets first."""
    rows = (row for plan in knowledge.catalogue.plans.values() for row in plan.rows)
    return chain((row.target for row in rows if row.target), knowledge.catalogue.observations)
