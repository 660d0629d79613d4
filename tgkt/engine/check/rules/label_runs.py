"""Neighbouring rows of a table whose labels one plain rule gives, and another rule the labels elsewhere.

With v the result and t the figure printed as the target, the plain rules are

    at least   met where v >= t, not met where v < t
    at most    met where v <= t, not met where v > t

They never say "exceeded". A run is two or more neighbouring rows whose labels the rule of engine/grade.py does not
give: rows without a better side, and rows labelled as met where v is beyond t. Rows without figures part no run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from tgkt.engine.check.rules.labels import grade_beside
from tgkt.engine.goal import Goal, goal_of
from tgkt.engine.status.label import read_label
from tgkt.facts.catalogue import Severity
from tgkt.facts.indicator import Words
from tgkt.facts.plan import Row
from tgkt.reason import Listed, Reason
from tgkt.record import NamedTuple
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Outcome
from tgkt.results.status import Grade
from tgkt.series.known import Known
from tgkt.series.series import Knowledge

_RULES = {1: "rule_at_least", -1: "rule_at_most"}


class _Labelled(NamedTuple):
    """A row with its label, the grade that the rule gives it, and both numbers."""

    row: Row
    label: Grade
    grade: Grade | None
    goal: Goal
    result: Known

    @property
    def departs(self) -> bool:
        """Whether the label is another grade of the same sign, or one where the rule gives none."""
        return self.grade is None or (self.grade is not self.label and self.grade.passed == self.label.passed)

    def beyond(self, way: int) -> bool:
        """Whether the result lies beyond the printed figure, upwards (1) or downwards (-1)."""
        value = self.result.quantity.value
        return value > self.goal.high if way > 0 else value < self.goal.low

    def fits(self, way: int) -> bool:
        """Whether the plain rule of that way gives the label."""
        value = self.result.quantity.value
        holds = value >= self.goal.low if way > 0 else value <= self.goal.high
        return self.label is (Grade.MET if holds else Grade.NOT_MET)


def label_runs(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every run of labels that a rule of its own gives; of some indicators if named."""
    for plan in knowledge.catalogue.plans.values():
        for _, table in groupby(plan.rows, lambda row: row.area):
            labelled = [each for row in table if (each := _labelled(row, knowledge)) is not None]
            example = next((each for each in labelled if each.label is each.grade is Grade.EXCEEDED), None)
            for departs, run in groupby(labelled, lambda each: each.departs):
                members = list(run)
                if departs and example and len(members) > 1 and _is_asked(members, of):
                    yield from _finding(members, example, knowledge)


def _is_asked(members: Sequence[_Labelled], of: Collection[str] | None) -> bool:
    return of is None or any(each.row.indicator.id in of for each in members)


def _labelled(row: Row, knowledge: Knowledge) -> _Labelled | None:
    """A row whose label can be held against its numbers."""
    label, goal, target, result = read_label(row.official), goal_of(row), row.target, row.result
    if label is None or goal is None or target is None or result is None or result.figure is None:
        return None
    if target.period.last > knowledge.clock.as_of or result.relative_to != target.relative_to:
        return None
    return _Labelled(row, label, grade_beside(row, target, result, knowledge), goal, knowledge.stated(result))


def _finding(run: Sequence[_Labelled], example: _Labelled, knowledge: Knowledge) -> Iterator[Finding]:
    """The finding about a run, where one plain rule gives its labels and the other rule would give others."""
    way = next((each for each in _RULES if all(one.fits(each) for one in run)), None)
    otherwise = [each.row for each in run if way and each.label is Grade.MET and each.beyond(way)]
    if way is None or not otherwise:
        return
    rows = [each.row for each in run]
    first, stated = rows[0], tuple(one for row in rows for one in (row.target, row.result) if one)
    yield Finding(
        id=f"label.{first.area}.{first.code}-{rows[-1].code}",
        kind="label",
        outcome=Outcome.INCONSISTENT,
        severity=Severity.LOW,
        sentence=Reason(
            "labels_of_their_own",
            (
                ("rows", Listed(tuple(row.code for row in rows))),
                ("document", knowledge.catalogue.origins[first.origin].short),
                ("area", knowledge.catalogue.areas[first.area].title),
                ("rule", Reason(_RULES[way])),
                ("label", example.row.official),
                ("example", example.row.code),
                ("otherwise", _named(otherwise)),
            ),
        ),
        worked=Numbers(tuple(_numbers(row) for row in rows)),
        statements=stated,
        indicators=tuple(dict.fromkeys((row.indicator.id, row.area) for row in rows)),
        source=first.source,
    )


def _named(rows: Sequence[Row]) -> Listed:
    """Rows by their numbers."""
    return Listed(tuple(Reason("row_named", (("row", row.code),)) for row in rows))


def _numbers(row: Row) -> Words:
    """What a row prints: result, target and label."""
    stated = [each.wording for each in (row.result, row.target) if each]
    vi, en = (
        " | ".join([*told, row.official or ""])
        for told in (tuple(each.vi for each in stated), tuple(each.en for each in stated))
    )
    return Words(vi, en)
