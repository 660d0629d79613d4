"""Where a target stands before its deadline: the newest figure against the path of its own row, in that figure's year.

already_met      the newest figure meets the target; never for averages and for targets of every year
on_track         at or better than the path        behind       worse than the path
already_missed   a target of every year was broken, or a total is past its ceiling: nothing can mend it
open             there is a start and no figure after it    no_figure    nothing is known
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.quantity import CONTEXT, Quantity
from tgkt.engine.goal import Goal
from tgkt.engine.grade import graded, is_at_least_as_good
from tgkt.engine.status.missing import why_no_figure
from tgkt.engine.trajectory.level import is_breached
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Direction
from tgkt.facts.interval import Interval
from tgkt.reason import Reason
from tgkt.results.computed import amount, computed, figure_in
from tgkt.results.status import Grade, Standing, StandingKind
from tgkt.series.base import words_of
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known
from tgkt.series.series import Knowledge

_OLD = 2


def standing(way: Way, knowledge: Knowledge) -> Standing:
    """Where a row stands before its deadline."""
    goal = way.goal
    if way.form is Form.WORDS:
        return _in_words(way, knowledge)
    if goal is None or way.latest is None:
        return Standing(StandingKind.NO_FIGURE, (), why_no_figure(way, knowledge))
    if way.form is Form.LEVEL:
        return _level(way, goal, way.latest, knowledge)
    if way.current is None:
        return _before_the_term(way, goal, way.latest)
    if way.form is Form.EVERY_YEAR:
        return _every_year(way, goal)
    return _total(way, goal, way.current) if way.form is Form.TOTAL else _against_path(way, goal, way.current)


def _in_words(way: Way, knowledge: Knowledge) -> Standing:
    if way.row.target is None:
        return Standing(StandingKind.NO_FIGURE, (), Reason("no_target"))
    stated = words_of(way.row, knowledge)
    if stated is not None and stated.reached:
        told = (("result", stated.printed), ("target", way.row.target.printed))
        return Standing(StandingKind.ALREADY_MET, (), Reason("milestone", told), is_locked=True)
    return Standing(StandingKind.OPEN, (), Reason("words_only"))


def _level(way: Way, goal: Goal, latest: Known, knowledge: Knowledge) -> Standing:
    found = graded(goal, latest)
    if found.passed:
        return Standing(StandingKind.ALREADY_MET, found.rests, _compared(found.grade, latest, way))
    if found.grade is None and not goal.is_neutral:
        return Standing(StandingKind.OPEN, found.rests, _compared("bounds_overlap", latest, way))
    if way.base is None and way.current is not None and len(way.observed) == 1:
        return Standing(StandingKind.OPEN, found.rests, _compared("no_start", latest, way))
    if way.current is None or latest.period.last not in way.required:
        return Standing(StandingKind.OPEN, found.rests, _compared(found.grade or "not_there_yet", latest, way))
    told = _against_path(way, goal, way.current)
    if is_breached(way):
        return told._replace(reason=_compared("breach", way.current, way))
    return told._replace(reason=_aged(told.reason, latest, knowledge))


def _aged(reason: Reason, latest: Known, knowledge: Knowledge) -> Reason:
    """A figure two years old says so."""
    if knowledge.clock.as_of - latest.period.last < _OLD:
        return reason
    return Reason(f"{reason.code}_old", (*reason.facts, ("year", str(latest.period.last))))


def _before_the_term(way: Way, goal: Goal, base: Known) -> Standing:
    """No year of the term is known yet: open, and whether the last term's figure lies inside."""
    found = graded(goal, base)
    code = "inside_before" if found.passed else found.grade or "not_there_yet"
    return Standing(StandingKind.OPEN, found.rests, _compared(code, base, way))


def _every_year(way: Way, goal: Goal) -> Standing:
    marks = {year: graded(goal, each) for year, each in sorted(way.observed.items())}
    missed = [year for year, each in marks.items() if each.grade is Grade.NOT_MET]
    if missed:
        year = next((each for each in missed if Rest.ROUNDING not in marks[each].rests), missed[0])
        reason = _compared("missed_in", way.observed[year], way)
        told = Reason(reason.code, (("year", str(year)), *reason.facts))
        return Standing(StandingKind.ALREADY_MISSED, marks[year].rests, told, missed=year, is_locked=True)
    rests = in_order(rest for each in marks.values() for rest in each.rests)
    newest = way.observed[max(way.observed)]
    return Standing(StandingKind.ON_TRACK, rests, _compared("every_year_so_far", newest, way))


def _total(way: Way, goal: Goal, done: Known) -> Standing:
    """A total: reached or past its ceiling for good, else against its path."""
    found, keeps = graded(goal, done), way.row.indicator.floor >= 0
    if found.passed and way.row.indicator.direction is not Direction.DECREASE:
        return Standing(StandingKind.ALREADY_MET, found.rests, _compared(found.grade, done, way), is_locked=keeps)
    if not found.passed and keeps and way.row.indicator.direction is Direction.DECREASE:
        return Standing(StandingKind.ALREADY_MISSED, found.rests, _compared("past_ceiling", done, way), is_locked=True)
    told = _against_path(way, goal, done)
    if way.even and _is_on_track(done, way.even[done.period.last], way, goal) != (told.kind is StandingKind.ON_TRACK):
        return told._replace(rests=in_order((*told.rests, Rest.ASSUMPTION)))
    return told


def _against_path(way: Way, goal: Goal, known: Known) -> Standing:
    """At or better than the path in the figure's year, or worse; uncertain where the two intervals overlap."""
    required = way.required[known.period.last]
    is_fine = _is_on_track(known, required, way, goal)
    rests = [*known.rests, *way.rests, *(way.base.known.rests if way.base and way.form is Form.LEVEL else ())]
    if _may_flip(known.quantity.interval, required.interval, known, way, goal, is_fine=is_fine):
        rests.append(Rest.ROUNDING)
    facts = (
        ("figure", amount(known, way.row.unit)),
        ("required", computed(required, way.row.unit)),
        ("period", str(known.period)),
    )
    kind = StandingKind.ON_TRACK if is_fine else StandingKind.BEHIND
    return Standing(kind, in_order(rests), Reason(f"path_{kind}", facts), _share(way, known, required))


def _is_on_track(known: Known, required: Quantity, way: Way, goal: Goal) -> bool:
    if way.form is Form.AVERAGE:
        return graded(goal, known).passed
    if goal.is_neutral and way.edge is not None:
        return _distance(known.quantity, way.edge) <= _distance(required, way.edge)
    return is_at_least_as_good(known.quantity, required, way.row.indicator.direction)


def _distance(value: Quantity, edge: Quantity) -> Decimal:
    return abs(CONTEXT.subtract(value.value, edge.value))


def _may_flip(own: Interval, path: Interval, known: Known, way: Way, goal: Goal, *, is_fine: bool) -> bool:
    """Whether rounding could turn the answer."""
    if way.form is Form.AVERAGE:
        return goal.passes(own) is not is_fine
    if goal.is_neutral:
        return known.quantity.value != path.low and own.meets(path)
    better, worse = (own.high <= path.low, own.low > path.high)
    if way.row.indicator.direction is not Direction.DECREASE:
        better, worse = own.low >= path.high, own.high < path.low
    return not (better if is_fine else worse)


def _share(way: Way, known: Known, required: Quantity) -> Decimal | None:
    """The way covered over the way required; of averages and totals the figure over the required one."""
    if way.form is not Form.LEVEL or way.start is None:
        return CONTEXT.divide(known.quantity.value, required.value) if required.value else None
    due = CONTEXT.subtract(required.value, way.start.quantity.value)
    return CONTEXT.divide(CONTEXT.subtract(known.quantity.value, way.start.quantity.value), due) if due else None


def _compared(code: str | None, known: Known, way: Way) -> Reason:
    assert way.row.target is not None
    target = figure_in(way.row.target, way.row.unit) if way.row.target.relative_to is None else _level_of(way)
    return Reason(str(code), (("result", amount(known, way.row.unit)), ("target", target)))


def _level_of(way: Way) -> object:
    """A multiple as the level it means."""
    assert way.edge is not None
    return computed(way.edge, way.row.unit)
