"""A plan's rows with everything computed about them, and the counts of a scoreboard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tgkt.engine.status.change import what_must_change
from tgkt.engine.status.label import agreement
from tgkt.engine.status.standing import standing
from tgkt.engine.status.verdict import judge
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Statement, Timing
from tgkt.results.status import Agreement, Assessment, Grade, StandingKind, Tally
from tgkt.source import Source


def assess(plan: Plan, catalogue: Catalogue, as_of: int) -> list[Assessment]:
    """Assess every row of a plan, in document order."""
    return [assess_row(row, catalogue, as_of) for row in plan.rows]


def assess_row(row: Row, catalogue: Catalogue, as_of: int) -> Assessment:
    """Assess one row: verdict, agreement with the official label, standing and what must change."""
    row = row if row.result else row._replace(result=_observed(row, catalogue, as_of))
    verdict = judge(row, as_of)
    is_ahead = verdict.grade is Grade.PENDING
    current = _current(row, catalogue, as_of) if is_ahead else None
    from_now = row._replace(baseline=current) if current else row
    return Assessment(
        row=row,
        verdict=verdict,
        standing=standing(from_now, catalogue) if is_ahead else None,
        change=what_must_change(from_now, catalogue),
        current=current,
        agreement=agreement(verdict.grade, row.official),
        parts=tuple(assess_row(part, catalogue, as_of) for part in _parts(row, catalogue)),
    )


def mark(items: Iterable[Assessment], marks: Mapping[Source, tuple[str, ...]]) -> list[Assessment]:
    """Add to each row the audit's findings that rest on one of its figures."""
    marked = []
    for item in items:
        row = item.row
        ids = [id for s in (row.target, row.baseline, row.last_term, row.result) if s for id in marks.get(s.source, ())]
        marked.append(item._replace(findings=tuple(dict.fromkeys(ids))) if ids else item)
    return marked


def tally(assessments: Iterable[Assessment]) -> list[Tally]:
    """Count grades, standings and agreements per plan and area, in the order they come."""
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
        pending=grades[Grade.PENDING],
        already_met=standings[StandingKind.ALREADY_MET],
        open=standings[StandingKind.OPEN],
        no_baseline=standings[StandingKind.NO_BASELINE],
        agree=agreements[Agreement.AGREES],
        differ_in_degree=agreements[Agreement.DEGREE],
        differ_in_outcome=agreements[Agreement.OUTCOME],
        uncertain=sum(item.verdict.certain is False for item in items),
    )


def _current(row: Row, catalogue: Catalogue, as_of: int) -> Statement | None:
    """The newest yearly figure after the baseline; where there is one, a standing starts from it."""
    base, target = row.baseline, row.target
    if base is None or target is None or not base.period.is_year or target.timing is Timing.TOTAL:
        return None
    later = [
        s
        for s in catalogue.about(row.indicator.id, row.area)
        if s.figure and s.period.is_year and s.relative_to is None and not s.ambition
        if base.period.last < s.period.last <= as_of
    ]
    return max(reversed(later), key=lambda s: s.period.last, default=None)


def _observed(row: Row, catalogue: Catalogue, as_of: int) -> Statement | None:
    """A result that arrived later, as an observation for the target's own period."""
    if row.target is None or row.target.period.last > as_of:
        return None
    wanted = (row.target.period, row.target.timing, row.target.relative_to)
    return next(
        (
            statement
            for statement in catalogue.about(row.indicator.id, row.area)
            if (statement.period, statement.timing, statement.relative_to) == wanted and not statement.ambition
        ),
        None,
    )


def _parts(row: Row, catalogue: Catalogue) -> list[Row]:
    """A structure's rows, one per share, so that each is assessed by its own declaration."""
    return [
        row._replace(
            indicator=catalogue.indicators[part],
            label=None,
            official=None,
            target=_part(row.target, index, part),
            result=_part(row.result, index, part),
            baseline=None,
            last_term=None,
        )
        for index, part in enumerate(row.indicator.parts)
    ]


def _part(statement: Statement | None, index: int, indicator: str) -> Statement | None:
    if statement is None or not statement.values:
        return None
    return statement._replace(indicator=indicator, figure=statement.values[index], values=())
