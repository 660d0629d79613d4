"""A plan's rows with everything computed about them, in the order and unit of the plan."""

from __future__ import annotations

from tgkt.engine.status.attention import ranked, with_attention
from tgkt.engine.status.label import agreement
from tgkt.engine.status.missing import proxy_of
from tgkt.engine.status.standing import standing
from tgkt.engine.status.verdict import Judged, judge
from tgkt.engine.trajectory.numbers import in_measure, numbers_of, shown, target_of
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Way
from tgkt.facts.period import Period
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Statement
from tgkt.facts.units import Unit
from tgkt.results.computed import Amount, Computed, computed
from tgkt.results.status import Assessment, Grade, StandingKind
from tgkt.series.base import answer_of
from tgkt.series.breaks import breaks_of
from tgkt.series.known import Known
from tgkt.series.series import Knowledge


def assess(plan: Plan, knowledge: Knowledge) -> list[Assessment]:
    """The assessment of every row of a plan, in document order, each with its rank in the order of attention."""
    return ranked(assess_row(row, knowledge) for row in plan.rows)


def assess_row(row: Row, knowledge: Knowledge) -> Assessment:
    """The assessment of one row: verdict, standing, agreement with the official label, and needed change."""
    judged, way = judge(row, knowledge), way_of(row, knowledge)
    is_ahead = judged.verdict.grade is Grade.PENDING
    parts = tuple(assess_row(part, knowledge) for part in _parts(row, knowledge))
    breaks = [*breaks_of(row, knowledge), *(each for part in parts for each in part.breaks)]
    found = Assessment(
        row=row,
        unit=way.unit if way.goal is not None else row.unit,
        verdict=judged.verdict,
        standing=standing(way, knowledge) if is_ahead else None,
        target=target_of(way),
        result=shown(judged.result, row.unit),
        agreement=agreement(judged.verdict.grade, row.official),
        parts=parts,
        breaks=tuple(dict.fromkeys(breaks)),
        answer=answer_of(row, knowledge),
    )
    whole = with_attention(_with_way(found, way, judged), way)
    return whole._replace(implied=_implied(row, knowledge), proxy=_proxy(found, knowledge))


def _with_way(item: Assessment, way: Way, judged: Judged) -> Assessment:
    """An assessment with base, newest figure and needed change added."""
    unit, base, numbers = item.unit, way.shown_base, numbers_of(way, item.unit)
    newest = way.shown_current or (None if judged.result else _newest(way))
    plan = base.plan if base and base.plan and base.plan != base.known.statement else None
    return item._replace(
        baseline=numbers.baseline,
        plan_baseline=plan,
        current=shown(newest, unit),
        required=_required(way, newest, unit),
        edge=numbers.goal,
        gap=numbers.gap,
        gap_low=numbers.gap_low,
        gap_high=numbers.gap_high,
        needed=numbers.needed,
        needed_in=way.need_in if numbers.needed else None,
        years_left=way.left if numbers.needed else None,
        stretch=numbers.stretch,
        earlier=in_measure(way.earlier, way, unit),
    )


def _required(way: Way, newest: Known | None, unit: Unit) -> Computed | None:
    """The value that the path requires in the year of the newest figure."""
    latest = newest or way.latest
    if latest is None or way.goal is None or way.is_divided:
        return None
    found = way.required.get(latest.period.last)
    return None if found is None else computed(found, unit)


def _implied(row: Row, knowledge: Knowledge) -> Amount | None:
    """The figure that the plan's targets imply for its base year."""
    if row.plan not in knowledge.catalogue.plans:
        return None
    year = knowledge.catalogue.plans[row.plan].baseline
    return shown(knowledge.implied(row.indicator.id, row.area, Period(year, year)), row.unit)


def _proxy(item: Assessment, knowledge: Knowledge) -> Amount | None:
    """The figure of another measure, where the row has none of its own."""
    if item.standing is None or item.standing.kind is not StandingKind.NO_FIGURE:
        return None
    found = proxy_of(item.row, knowledge)
    return shown(found, found.statement.unit) if found and found.statement else None


def _newest(way: Way) -> Known | None:
    return way.observed[max(way.observed)] if way.observed else None


def _parts(row: Row, knowledge: Knowledge) -> list[Row]:
    """A structure's rows, one per share, so that each is assessed by its own declaration."""
    return [
        row._replace(
            indicator=knowledge.catalogue.indicators[part],
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
