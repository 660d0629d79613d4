"""Official labels against the grade that the rule of engine/grade.py gives for the figures of the same row.

A label that names no grade, and one beside which neither target nor result stands, cannot be held against anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.engine.goal import goal_of
from tgkt.engine.grade import graded
from tgkt.engine.status.label import agreement, read_label
from tgkt.engine.status.verdict import judge
from tgkt.facts.catalogue import Severity
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.reason import Reason
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Outcome
from tgkt.results.status import Agreement, Grade
from tgkt.series.series import Knowledge

_BY_RULE = {Grade.EXCEEDED: "grade_exceeded", Grade.MET: "grade_met", Grade.NOT_MET: "grade_not_met"}


def labels(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every label, compared with the grade of its row's result; of some indicators if named."""
    for row in knowledge.catalogue.rows_of(of):
        if row.official is None:
            continue
        area = knowledge.catalogue.areas[row.area].title
        if read_label(row.official) is None:
            facts = (("label", row.official), ("row", row.code), ("area", area))
            yield _unclear(row, Reason("label_outside", facts))
        elif row.target is None and row.result is None:
            facts = (("label", row.official), ("row", row.code), ("area", area))
            yield _unclear(row, Reason("label_alone", facts))
        elif row.target is not None and row.result is not None:
            grade = grade_beside(row, row.target, row.result, knowledge)
            compared = agreement(grade, row.official) if grade else None
            if grade and compared:
                yield _finding(row, row.target, row.result, grade, compared, area)


def _unclear(row: Row, said: Reason) -> Finding:
    """The finding about a label that cannot be held against anything."""
    stated = tuple(each for each in (row.target, row.result) if each is not None)
    return Finding(
        id=f"label.{row.area}.{row.code}",
        kind="label",
        outcome=Outcome.NEEDS_ASSUMPTION,
        severity=Severity.LOW,
        sentence=said,
        statements=stated,
        indicators=((row.indicator.id, row.area),),
        source=row.source,
    )


def grade_beside(row: Row, target: Statement, result: Statement, knowledge: Knowledge) -> Grade | None:
    """The grade of the result that is printed beside the label, whatever other documents print."""
    if target.period.last > knowledge.clock.as_of or not knowledge.is_seen(result):
        return None
    goal = goal_of(row)
    if goal is not None and result.figure is not None and result.relative_to == target.relative_to:
        return graded(goal, knowledge.stated(result)).grade
    return judge(row, knowledge).verdict.grade


def _finding(row: Row, target: Statement, result: Statement, grade: Grade, compared: Agreement, area: Words) -> Finding:
    agrees = compared is Agreement.AGREES
    return Finding(
        id=f"label.{row.area}.{row.code}",
        kind="label",
        outcome=Outcome.CONSISTENT if agrees else Outcome.INCONSISTENT,
        severity=Severity.HIGH if compared is Agreement.OUTCOME else Severity.LOW,
        sentence=Reason(
            "label_agrees" if agrees else "label_apart",
            (
                ("label", row.official),
                ("row", row.code),
                ("area", area),
                ("result", result.quoted),
                ("target", target.quoted),
                ("grade", Reason(_BY_RULE[grade])),
            ),
        ),
        worked=Numbers((result.wording, target.wording, row.official), " | "),
        statements=(target, result),
        indicators=((row.indicator.id, row.area),),
        source=row.source,
    )
