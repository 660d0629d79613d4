"""The scoreboard: the number of targets in each verdict and standing, by area, by printed number and by part.

A numbered target is all rows of an area that share the whole-number part of their code: 1.1 and 1.2 are parts of 1.

    failed           any part is not met
    passed           every part is met
    not_assessable   no part has a verdict, at the deadline of all
    not_settled      some parts are met; others are pending, without a figure or in words
    a standing       before the deadline of every part: the first in the order of attention that one of them has
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tgkt.engine.status.attention import is_uncertain, worst
from tgkt.results.status import Agreement, Assessment, Counts, Grade, StandingKind, Tally, Target

PASSED, FAILED, NOT_SETTLED = "passed", "failed", "not_settled"


def tally(assessments: Iterable[Assessment]) -> list[Tally]:
    """Count targets, parts and agreements per plan and area, in the order they come."""
    groups: dict[tuple[str, str], list[Assessment]] = {}
    for item in assessments:
        groups.setdefault((item.row.plan, item.row.area), []).append(item)
    return [_count(plan, area, items) for (plan, area), items in groups.items()]


def targets_of(items: Iterable[Assessment]) -> list[Target]:
    """The numbered targets of some rows, in document order."""
    groups: dict[tuple[str, str, str], list[Assessment]] = {}
    for item in items:
        number = item.row.number
        groups.setdefault((item.row.plan, item.row.area, number), []).append(item)
    return [_target(*key, parts) for key, parts in groups.items()]


def counts_of(columns: Sequence[str]) -> Counts:
    """The number of rows or targets in each column."""
    found = Counter(columns)
    return Counts(len(columns), **{name: found[name] for name in Counts._fields[1:]})


def column_of(item: Assessment) -> str:
    """The column in which a row is counted; there is exactly one."""
    if item.standing is not None:
        return str(item.standing.kind)
    grade = item.verdict.grade
    return PASSED if grade.passed else FAILED if grade.assessed else str(Grade.NOT_ASSESSABLE)


def _target(plan: str, area: str, number: str, parts: list[Assessment]) -> Target:
    return Target(
        plan=plan,
        area=area,
        number=number,
        parts=tuple(parts),
        column=_together(parts),
        met=sum(each.verdict.grade.passed for each in parts),
        is_exceeded=all(each.verdict.grade is Grade.EXCEEDED for each in parts),
        worst=worst(parts),
    )


def _together(parts: Sequence[Assessment]) -> str:
    """The column of a numbered target, by the columns of its parts."""
    columns = {column_of(each) for each in parts}
    if FAILED in columns:
        return FAILED
    if all(each.standing for each in parts):
        first = min(each.attention.place for each in parts)
        found = [column_of(each) for each in parts if each.attention.place == first]
        return min(found, key=lambda column: column != StandingKind.ALREADY_MISSED)  # a breach can be mended
    return columns.pop() if len(columns) == 1 else NOT_SETTLED


def _count(plan: str, area: str, items: list[Assessment]) -> Tally:
    agreements = Counter(item.agreement for item in items)
    return Tally(
        plan=plan,
        area=area,
        targets=counts_of([each.column for each in targets_of(items)]),
        parts=counts_of([column_of(each) for each in items]),
        agree=agreements[Agreement.AGREES],
        differ_in_degree=agreements[Agreement.DEGREE],
        differ_in_outcome=agreements[Agreement.OUTCOME],
        uncertain=sum(is_uncertain(item) for item in items),
    )
