"""Official labels beside what the rule gives for the figures that stand with them in the same row."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.engine.goal import goal_of
from tgkt.engine.grade import graded
from tgkt.engine.status.label import agreement
from tgkt.engine.status.verdict import judge
from tgkt.facts.catalogue import Severity
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.results.status import Agreement, Grade
from tgkt.series.series import Knowledge

_GRADES = {
    Grade.EXCEEDED: Words("vượt", "exceeded"),
    Grade.MET: Words("đạt", "met"),
    Grade.NOT_MET: Words("không đạt", "not met"),
}


def labels(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """Every label that can be read, against the grade of the row's own result; of the indicators named, if any are."""
    for row in knowledge.catalogue.rows_of(of):
        if row.official is None or row.target is None or row.result is None:
            continue
        grade = _grade(row, row.target, row.result, knowledge)
        compared = agreement(grade, row.official) if grade else None
        if grade and compared:
            yield _finding(row, row.target, row.result, grade, compared)


def _grade(row: Row, target: Statement, result: Statement, knowledge: Knowledge) -> Grade | None:
    """What the rule gives for the figures that the label stands beside, whatever was printed elsewhere."""
    if target.period.last > knowledge.clock.as_of or not knowledge.is_seen(result):
        return None
    goal = goal_of(row)
    if goal is not None and result.figure is not None and result.relative_to == target.relative_to:
        return graded(goal, knowledge.stated(result)).grade
    return judge(row, knowledge).verdict.grade


def _finding(row: Row, target: Statement, result: Statement, grade: Grade, compared: Agreement) -> Finding:
    agrees = compared is Agreement.AGREES
    said, asked = result.quoted, target.quoted
    ends = (" khớp nhau.", " agree.") if agrees else _DIFFERS
    return Finding(
        id=f"label.{row.area}.{row.code}",
        kind="label",
        outcome=Outcome.CONSISTENT if agrees else Outcome.INCONSISTENT,
        severity=Severity.HIGH if compared is Agreement.OUTCOME else Severity.LOW,
        sentence=Words(
            f"Nhãn “{row.official}” ở dòng {row.code} và kết quả {said.vi} so với mục tiêu {asked.vi} "
            f"(theo quy tắc: {_GRADES[grade].vi}){ends[0]}",
            f"The label “{row.official}” in row {row.code} and the result {said.en} against {asked.en} "
            f"(by the rule: {_GRADES[grade].en}){ends[1]}",
        ),
        worked=f"{result.said} | {target.said} | {row.official}",
        statements=(target, result),
        indicators=((row.indicator.id, row.area),),
        source=row.source,
    )


_DIFFERS = (" chỉ cùng đúng nếu nhãn theo một quy tắc khác.", " both hold only if labels follow another rule.")
