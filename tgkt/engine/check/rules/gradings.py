"""Words by which documents grade a figure, or all targets of a plan, held against each other and against the rule.

A figure may be graded in several places: in a passage of a text, in another document, and by the label of its row. The
words are read as labels are; the rule of engine/grade.py grades the figure too where its area has a target for its
period. Words of another degree hold together if they rest on other targets or rules; a pass beside a fail does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from tgkt.engine.check.rules.labels import grade_beside
from tgkt.engine.check.rules.places import cite
from tgkt.engine.status.label import read_label
from tgkt.engine.status.verdict import judge
from tgkt.facts.catalogue import Severity
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Statement
from tgkt.reason import Listed, Reason
from tgkt.record import NamedTuple
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Outcome
from tgkt.results.status import Grade
from tgkt.series.series import Knowledge

_BY_RULE = {Grade.EXCEEDED: "grade_exceeded", Grade.MET: "grade_met", Grade.NOT_MET: "grade_not_met"}


class _Grading(NamedTuple):
    """Words that grade a figure, and the grade that they name."""

    words: str
    grade: Grade
    figure: Statement


def gradings(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every figure that is graded in a text and once more; of some indicators if named."""
    for indicator in knowledge.catalogue.indicators if of is None else of:
        for area in knowledge.catalogue.areas:
            told = [found for each in knowledge.statements(indicator, area) if (found := _read(each.official, each))]
            while told:
                first, group = told[0], [each for each in told if _is_one(each.figure, told[0].figure, knowledge)]
                told = [each for each in told if each not in group]
                yield from _of_figure(first.figure, group, knowledge)


def _read(words: str | None, figure: Statement) -> _Grading | None:
    grade = read_label(words)
    return _Grading(words, grade, figure) if words and grade and figure.figure is not None else None


def _is_one(one: Statement, other: Statement, knowledge: Knowledge) -> bool:
    """Whether two statements print one figure: the same period and sense, and values that agree."""
    senses = [(each.period, each.timing, each.relative_to) for each in (one, other)]
    values = [knowledge.stated(each).quantity.interval for each in (one, other)]
    return senses[0] == senses[1] and values[0].meets(values[1])


def _of_figure(figure: Statement, told: Sequence[_Grading], knowledge: Knowledge) -> Iterator[Finding]:
    """The finding about a figure that a text grades, with the label of its row and the grade of the rule."""
    rows = [row for row in knowledge.rows(figure.indicator, figure.area) if _is_about(row, figure)]
    labels = [found for row in rows if row.result and (found := _read(row.official, row.result))]
    ruled = [(grade, row.target) for row in rows if row.target and (grade := _ruled(row, figure, knowledge))]
    grades = [*(each.grade for each in (*told, *labels)), *(grade for grade, _ in ruled)]
    if len(grades) < 2:
        return
    is_one, is_one_sign = len(set(grades)) == 1, len({each.passed for each in grades}) == 1
    words = [
        *(
            Reason("graded", (("words", each.words), ("figure", cite(each.figure, knowledge))))
            for each in (*told, *labels)
        ),
        *(Reason("graded_by_rule", (("grade", Reason(_BY_RULE[grade])), ("target", to.quoted))) for grade, to in ruled),
    ]
    stated = (*(each.figure for each in (*told, *labels)), *(target for _, target in ruled))
    yield Finding(
        id=f"label.{figure.indicator}.{figure.area}.{figure.period}",
        kind="label",
        outcome=Outcome.CONSISTENT if is_one else Outcome.NEEDS_ASSUMPTION if is_one_sign else Outcome.INCONSISTENT,
        severity=Severity.LOW if is_one_sign else Severity.HIGH,
        sentence=Reason("gradings_agree" if is_one else "gradings_apart", (("gradings", Listed(tuple(words))),)),
        worked=Numbers(tuple(each.words for each in (*told, *labels)), " | "),
        statements=tuple(dict.fromkeys(stated)),
        indicators=((figure.indicator, figure.area),),
        source=figure.source,
    )


def _is_about(row: Row, figure: Statement) -> bool:
    """Whether a row's target is for the period of a figure, in its sense."""
    return row.target is not None and (row.target.period, row.target.timing) == (figure.period, figure.timing)


def _ruled(row: Row, figure: Statement, knowledge: Knowledge) -> Grade | None:
    """The grade that the rule gives a figure by a row's target."""
    assert row.target is not None
    grade = grade_beside(row, row.target, figure, knowledge)
    return grade if grade is not None and grade.assessed else None


def overall(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every plan whose targets are graded all at once; it belongs to no indicator."""
    for plan in knowledge.catalogue.plans.values() if of is None else ():
        if plan.overall:
            yield from _of_plan(plan, knowledge)


def _of_plan(plan: Plan, knowledge: Knowledge) -> Iterator[Finding]:
    """The finding about words on a whole plan, beside the counts of its rows by their labels and by the rule."""
    labels = [grade for row in plan.rows if (grade := read_label(row.official))]
    grades = [grade for row in plan.rows if (grade := judge(row, knowledge).verdict.grade).assessed]
    if not grades and not labels:
        return
    met, passed = (sum(each.passed for each in found) for found in (labels, grades))
    is_whole = (met, passed) == (len(labels), len(grades))
    facts = (
        ("met", met),
        ("labelled", len(labels)),
        ("passed", passed),
        ("graded", len(grades)),
        ("passages", Listed(tuple(cite(each, knowledge) for each in plan.overall))),
    )
    yield Finding(
        id=f"label.{plan.id}",
        kind="label",
        outcome=Outcome.CONSISTENT if is_whole else Outcome.NEEDS_ASSUMPTION,
        severity=Severity.LOW if is_whole else Severity.MEDIUM,
        sentence=Reason("plan_graded_agree" if is_whole else "plan_graded", facts),
        worked=Numbers(
            tuple(_counted(area, rows, knowledge) for area, rows in groupby(plan.rows, lambda row: row.area))
        ),
        source=plan.overall[0].source,
    )


def _counted(area: str, rows: Iterable[Row], knowledge: Knowledge) -> tuple[object, ...]:
    """An area, and how many of its labels say met, of how many."""
    labels = [grade for row in rows if (grade := read_label(row.official))]
    return knowledge.catalogue.areas[area].title, f"{sum(each.passed for each in labels)}/{len(labels)}"
