"""Verdict at the deadline: the figure that came of a target against the target as printed.

    exceeded   strictly better than the better edge of the target
    met        inside the target
    not_met    worse than its worse edge

A result is the one printed for the target's own period. Where none is printed it is computed: a term from its years, a
multiple from its levels. Years that are missing lie anywhere within the natural limits; a verdict is given only if
every filling agrees. Two inequalities are compared as sets: "< 3" meets "< 3", "< 3" against "< 2.3" settles nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from tgkt.engine.goal import Goal, goal_of, resolved
from tgkt.engine.grade import Graded, graded
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.reason import Reason
from tgkt.results.computed import amount, figure_in
from tgkt.results.status import Grade, Verdict
from tgkt.series.base import result_of, words_of
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known
from tgkt.series.series import Knowledge
from tgkt.series.term import term_of, yearly

_FROM_YEARS = (Timing.AVERAGE, Timing.TOTAL)


class Judged(NamedTuple):
    """A verdict and the figure it is about."""

    verdict: Verdict
    result: Known | None = None


def judge(row: Row, knowledge: Knowledge) -> Judged:
    """Grade what came of a row's target.

    Args:
        row: the line of the plan.
        knowledge: what is known; a deadline after the clock's year is pending.
    """
    target, goal = row.target, goal_of(row)
    if target is None:
        return _none("no_target")
    if row.indicator.parts and target.period.last <= knowledge.clock.as_of:
        return _none("structure")
    if target.period.last > knowledge.clock.as_of:
        return Judged(Verdict(Grade.PENDING, (), Reason("deadline_ahead", (("year", str(target.period.last)),))))
    if goal is None:
        return _in_words(row, target, knowledge)
    result = result_of(row, knowledge)
    if result is not None:
        return _compared(goal, result, row)
    if target.relative_to is not None:
        return _multiple(row, target, goal, knowledge)
    if target.period.is_year:
        return _none("no_result")
    return _from_years(row, target, goal, knowledge)


def compare(goal: Goal, known: Known, row: Row) -> Verdict:
    """The verdict on a figure by a goal, with the comparison as its reason."""
    return _compared(goal, known, row).verdict


def _compared(goal: Goal, known: Known, row: Row, rests: tuple[Rest, ...] = ()) -> Judged:
    found = graded(goal, known)
    if found.grade is None:
        if goal.is_neutral and not known.is_bound:
            return _unsettled("neutral_direction", known, row)
        return _unsettled("bounds_overlap", known, row)
    return _verdict(found, known, row, rests)


def _verdict(found: Graded, known: Known, row: Row, rests: tuple[Rest, ...]) -> Judged:
    assert found.grade is not None
    reason = Reason(found.grade, (("result", amount(known, row.unit)), ("target", _target(row))))
    return Judged(Verdict(found.grade, in_order((*found.rests, *rests)), reason), known)


def _target(row: Row) -> object:
    assert row.target is not None
    return figure_in(row.target, row.unit)


def _multiple(row: Row, target: Statement, times: Goal, knowledge: Knowledge) -> Judged:
    """A multiple of a base year, graded by the levels of both years."""
    series, year = knowledge.series(row.indicator.id, row.area), target.relative_to
    assert year is not None
    level, base = series.at(target.period, Timing.IN_YEAR), series.at(Period(year, year))
    if level is None:
        return _none("no_result")
    if base is None:
        return _unsettled("no_base", level, row, year=str(year))
    goal = resolved(times, base)
    mixed = (Rest.MIXED_RELEASE,) if level.origin != base.origin else ()
    wide = level._replace(quantity=level.quantity.spread(level.quantity.value, _as_wide(level, base)))
    found = _compared(goal, wide, row, (*base.rests, *mixed))
    own = row.baseline
    if own is None or own == base.statement or own.period != base.period or own.figure is None:
        return found
    by_plan = graded(resolved(times, knowledge.stated(own)), level).grade
    return Judged(found.verdict._replace(plan_grade=by_plan), level)


def _as_wide(level: Known, base: Known) -> Interval:
    """The interval of a level against an exact base: the spread of the base is laid on the level."""
    return level.quantity.interval * base.quantity.value / base.quantity.interval


def _from_years(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Judged:
    """A term from its years, by the target's timing and by every other reading its words allow."""
    readings = target.readings or (target.timing,)
    found = [_reading(row, target, each, goal, knowledge) for each in readings]
    first = found[0]
    grades = {each.verdict.grade.passed for each in found if each.verdict.grade.assessed}
    if first.verdict.grade.assessed and (len(grades) > 1 or not all(each.verdict.grade.assessed for each in found)):
        rests = in_order((*first.verdict.rests, Rest.READING))
        return Judged(first.verdict._replace(rests=rests), first.result)
    return first


def _reading(row: Row, target: Statement, timing: Timing, goal: Goal, knowledge: Knowledge) -> Judged:
    """The verdict of one reading: an average, a total, every year, or the last year alone."""
    if timing is Timing.EVERY_YEAR:
        return _every_year(row, target, goal, knowledge)
    if timing not in _FROM_YEARS:
        last = knowledge.series(row.indicator.id, row.area).at(Period(target.period.last, target.period.last))
        return _compared(goal, last, row) if last else _none("no_result")
    term = term_of(row.indicator, row.area, target.period, timing, knowledge)
    if term is None:
        return _none("no_result")
    if not term.missing:
        return _compared(goal, term.known, row)
    grade = goal.grade(term.known.quantity.interval)
    passes = goal.passes(term.known.quantity.interval)
    if passes is None:
        return _none("years_missing", years=", ".join(map(str, term.missing)))
    return _verdict(Graded(grade or Grade.MET, term.known.rests), term.known, row, ())


def _every_year(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Judged:
    """One year that misses decides; "met" needs every year."""
    seen = yearly(row.indicator, row.area, target.period.first, target.period.last, knowledge)
    marks = {year: graded(goal, each) for year, each in seen.items()}
    missed = [year for year, each in marks.items() if each.grade is Grade.NOT_MET]
    if missed:
        sure = next((year for year in missed if Rest.ROUNDING not in marks[year].rests), missed[0])
        verdict = _verdict(marks[sure], seen[sure], row, ()).verdict
        told = (("year", str(sure)), *verdict.reason.facts)
        return Judged(verdict._replace(reason=Reason("missed_in", told)), seen[sure])
    absent = [str(year) for year in range(target.period.first, target.period.last + 1) if year not in seen]
    if not seen:
        return _none("no_result")
    if absent:
        return _none("years_missing", years=", ".join(absent))
    if any(each.grade is None for each in marks.values()):
        return _unsettled("bounds_overlap", next(iter(seen.values())), row)
    exceeded = all(each.grade is Grade.EXCEEDED for each in marks.values())
    rests = in_order(rest for each in marks.values() for rest in each.rests)
    newest = seen[max(seen)]
    return _verdict(Graded(Grade.EXCEEDED if exceeded else Grade.MET, rests), newest, row, ())


def _in_words(row: Row, target: Statement, knowledge: Knowledge) -> Judged:
    stated = words_of(row, knowledge)
    if stated is None:
        return _none("no_result")
    if stated.reached is None:
        return _none("words_only", result=stated.printed, target=target.printed)
    grade = Grade.MET if stated.reached else Grade.NOT_MET
    reason = Reason("milestone", (("result", stated.printed), ("target", target.printed)))
    return Judged(Verdict(grade, (), reason))


def _none(code: str, **facts: object) -> Judged:
    return Judged(Verdict(Grade.NOT_ASSESSABLE, (), Reason(code, tuple(facts.items()))))


def _unsettled(code: str, known: Known, row: Row, **facts: object) -> Judged:
    """No grade although there is a figure; it is kept."""
    told = {**facts, "result": amount(known, row.unit), "target": _target(row)}
    return Judged(Verdict(Grade.NOT_ASSESSABLE, (), Reason(code, tuple(told.items()))), known)
