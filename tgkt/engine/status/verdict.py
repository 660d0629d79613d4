"""Verdict at the deadline: the result of a target against the target as printed.

    exceeded   strictly better than the better edge of the target
    met        inside the target
    not_met    worse than its worse edge

A result is the one printed for the target's own period. Where none is printed it is computed: a term from its years, a
multiple from its levels. Years that are missing lie anywhere within the natural limits; a verdict is given only if
every filling agrees. A multiple is V_n / V_0; how years make a term stands in docs/methods.md ("Verdict, standing, pace
and trend"). Two inequalities are compared as sets: "< 3" meets "< 3", "< 3" against "< 2.3" settles nothing.
"""

from __future__ import annotations

from tgkt.engine.goal import Goal, goal_in, resolved
from tgkt.engine.grade import Graded, graded
from tgkt.facts.catalogue import Break
from tgkt.facts.period import Period, years_of
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement, Timing
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.results.computed import amount, computed, figure_in
from tgkt.results.status import Grade, Verdict
from tgkt.series.base import answer_told, base_of_multiple, result_of, with_release_of, words_of
from tgkt.series.breaks import parting
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known
from tgkt.series.series import Knowledge
from tgkt.series.term import mean_of, term_of

_FROM_YEARS = (Timing.AVERAGE, Timing.TOTAL)


class Judged(NamedTuple):
    """A verdict and the figure it is about."""

    verdict: Verdict
    result: Known | None = None


def judge(row: Row, knowledge: Knowledge) -> Judged:
    """The verdict on a row's target, with the result that it is about.

    Args:
        row: the line of the plan.
        knowledge: what is known; a deadline after the clock's year is pending.
    """
    target = row.target
    if target is None:
        return _none("no_target")
    if target.period.last > knowledge.clock.as_of:
        return Judged(Verdict(Grade.PENDING, (), Reason("deadline_ahead", (("year", str(target.period.last)),))))
    if row.indicator.parts:
        return _none("structure")
    goal, result = goal_in(row, knowledge), result_of(row, knowledge)
    if goal is None:
        return _in_words(row, target, result, knowledge)
    if (between := parting(row, target.period, knowledge)) is not None:
        return _beyond(between, result)
    if target.relative_to is not None and result is None:
        return _multiple(row, target, goal, knowledge)
    if target.period.is_year:
        return _none("no_result") if result is None else _compared(goal, result, row)
    return _of_term(row, target, goal, result, knowledge)


def compare(goal: Goal, known: Known, row: Row) -> Verdict:
    """The verdict on a figure by a goal, with the comparison as its reason."""
    return _compared(goal, known, row).verdict


def _compared(goal: Goal, known: Known, row: Row, rests: tuple[Rest, ...] = ()) -> Judged:
    found = graded(goal, known)
    if found.grade is None:
        is_number = goal.is_neutral and known.region.is_point
        return _unsettled("neutral_direction" if is_number else "bounds_overlap", known, row, goal)
    return _verdict(found._replace(rests=in_order((*found.rests, *rests))), known, row, goal)


def _verdict(found: Graded, known: Known, row: Row, goal: Goal) -> Judged:
    assert found.grade is not None
    reason = Reason(found.grade, (("result", amount(known, row.unit)), ("target", _target(row, goal))))
    return Judged(Verdict(found.grade, found.rests, reason), known)


def _target(row: Row, goal: Goal) -> object:
    """The target as printed, or the level it means: for a multiple of a base, and for a figure to maintain."""
    target = row.target
    if target is not None and target.figure is not None and goal.of is None:
        return figure_in(target, row.unit)
    return computed(goal.exactly(goal.edges[0]), row.unit)


def _multiple(row: Row, target: Statement, times: Goal, knowledge: Knowledge) -> Judged:
    """A multiple of a base year, graded by the levels of both years."""
    year = target.relative_to
    assert year is not None
    level = knowledge.figure(row.indicator.id, row.area, target.period, Timing.IN_YEAR)
    base = base_of_multiple(row, year, knowledge)
    if level is None:
        return _none("no_result")
    if (between := parting(row, Period(year, year), knowledge)) is not None:
        return _beyond(between, level)
    if base is None:
        return _unsettled("no_base", level, row, times, year=str(year))
    base, mixed = with_release_of(base, level, row, knowledge)
    if base.known.quantity.interval.low <= 0:
        return _unsettled("base_zero", level, row, times)
    found = _compared(resolved(times, base.known), level, row, mixed)
    if base.plan is None or base.plan == base.known.statement:
        return found
    by_plan = graded(resolved(times, knowledge.stated(base.plan)), level).grade
    return found._replace(verdict=found.verdict._replace(plan_grade=by_plan))


def _of_term(row: Row, target: Statement, goal: Goal, result: Known | None, knowledge: Knowledge) -> Judged:
    """The verdict on a target of a term: by the printed figure, else from its years, in every reading of its words."""
    if result is not None:
        first = _compared(goal, result, row)
    else:
        first = _reading(row, target, target.timing, goal, knowledge)
    others = [each for each in target.readings if each is not target.timing]
    grades = [_reading(row, target, each, goal, knowledge).verdict.grade for each in others]
    grade = first.verdict.grade
    if not grade.assessed or all(each.passed is grade.passed for each in grades if each.assessed or result is None):
        return first
    rests = in_order((*first.verdict.rests, Rest.READING))
    return first._replace(verdict=first.verdict._replace(rests=rests))


def _reading(row: Row, target: Statement, timing: Timing, goal: Goal, knowledge: Knowledge) -> Judged:
    """The verdict of one reading: an average, a total, every year, or the last year alone."""
    if timing is Timing.EVERY_YEAR:
        return _every_year(row, target, goal, knowledge)
    if timing not in _FROM_YEARS:
        last = knowledge.figure(row.indicator.id, row.area, Period(target.period.last, target.period.last))
        return _compared(goal, last, row) if last else _none("no_result")
    term = term_of(row.indicator, row.area, target.period, timing, knowledge)
    if term is None:
        return _none("no_result")
    if term.missing and graded(goal, term.known).grade is None:
        return _none("years_missing", years=", ".join(map(str, term.missing)))
    return _compared(goal, term.known, row)


def _every_year(row: Row, target: Statement, goal: Goal, knowledge: Knowledge) -> Judged:
    """The verdict on a target of every year: one missed year decides, and "met" needs all of them."""
    seen = knowledge.years(row.indicator.id, row.area, target.period.first, target.period.last)
    if not seen:
        return _none("no_result")
    marks = {year: graded(goal, each) for year, each in seen.items()}
    missed = [year for year, each in marks.items() if each.grade is Grade.NOT_MET]
    if missed:
        sure = next((year for year in missed if Rest.ROUNDING not in marks[year].rests), missed[0])
        told = _verdict(marks[sure], seen[sure], row, goal)
        average = ("average", amount(mean_of(row.indicator, seen), row.unit))
        reason = Reason("missed_in", (("year", str(sure)), *told.verdict.reason.facts, average))
        return told._replace(verdict=told.verdict._replace(reason=reason))
    absent = [str(year) for year in years_of(target.period.first, target.period.last) if year not in seen]
    if absent:
        return _none("years_missing", years=", ".join(absent))
    unclear = next((seen[year] for year, each in marks.items() if each.grade is None), None)
    if unclear is not None:
        return _unsettled("bounds_overlap", unclear, row, goal)
    exceeded = all(each.grade is Grade.EXCEEDED for each in marks.values())
    rests = in_order(rest for each in marks.values() for rest in each.rests)
    return _verdict(Graded(Grade.EXCEEDED if exceeded else Grade.MET, rests), seen[max(seen)], row, goal)


def _in_words(row: Row, target: Statement, result: Known | None, knowledge: Knowledge) -> Judged:
    """The verdict on a target in words: what a document says came of it; a number says nothing about words."""
    stated = words_of(row, knowledge)
    if stated is None:
        return _none("words_only")._replace(result=result) if result is not None else _none("no_result")
    if stated.reached is None:
        return _none("words_open", result=stated.quoted, target=target.quoted)
    grade = Grade.MET if stated.reached else Grade.NOT_MET
    return Judged(Verdict(grade, (), answer_told(stated, target, knowledge)))


def _none(code: str, **facts: object) -> Judged:
    return Judged(Verdict(Grade.NOT_ASSESSABLE, (), Reason(code, tuple(facts.items()))))


def _beyond(between: Break, known: Known | None) -> Judged:
    """No grade across a break; the figure is still shown."""
    return _none("break_between", year=str(between.since), name=between.id)._replace(result=known)


def _unsettled(code: str, known: Known, row: Row, goal: Goal, **facts: object) -> Judged:
    """No grade although there is a figure, which is still shown."""
    told = {**facts, "result": amount(known, row.unit), "target": _target(row, goal)}
    return Judged(Verdict(Grade.NOT_ASSESSABLE, (), Reason(code, tuple(told.items()))), known)
