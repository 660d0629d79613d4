"""The scoreboard: how many rows of an area stand where; every row is in exactly one column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tgkt.results.status import Agreement, Assessment, Grade, StandingKind, Tally


def tally(assessments: Iterable[Assessment]) -> list[Tally]:
    """Count verdicts, standings and agreements per plan and area, in the order they come."""
    groups: dict[tuple[str, str], list[Assessment]] = {}
    for item in assessments:
        groups.setdefault((item.row.plan, item.row.area), []).append(item)
    return [_count(plan, area, items) for (plan, area), items in groups.items()]


def _count(plan: str, area: str, items: list[Assessment]) -> Tally:
    grades = Counter(item.verdict.grade for item in items)
    standings = Counter(item.standing.kind for item in items if item.standing)
    agreements = Counter(item.agreement for item in items)
    return Tally(
        plan=plan,
        area=area,
        rows=len(items),
        passed=grades[Grade.EXCEEDED] + grades[Grade.MET],
        failed=grades[Grade.NOT_MET],
        not_assessable=grades[Grade.NOT_ASSESSABLE],
        **{str(kind): standings[kind] for kind in StandingKind},
        agree=agreements[Agreement.AGREES],
        differ_in_degree=agreements[Agreement.DEGREE],
        differ_in_outcome=agreements[Agreement.OUTCOME],
        uncertain=sum(is_uncertain(item) for item in items),
    )


def is_uncertain(item: Assessment) -> bool:
    """Whether a row's verdict or standing could be otherwise."""
    return item.verdict.certain is False or (item.standing is not None and item.standing.certain is False)
