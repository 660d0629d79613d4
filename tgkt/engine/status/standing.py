"""The standing of a target before its deadline: its newest figure against the path of its row in that figure's year.

already_met      the newest figure meets the target; never for averages and for targets of every year
on_track         at or better than the path        behind       worse than the path
already_missed   a target of every year was missed, or a total exceeds its ceiling: it can no longer be met
open             there is a start and no figure after it    no_figure    nothing is known

The share of the path is (v - s) / (r - s), from the start s, the newest figure v and the required r of its year; of
averages and totals v / r. Source: docs/methods.md, "Verdict, standing, pace and trend".
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.quantity import CONTEXT, Quantity
from tgkt.engine.goal import Goal
from tgkt.engine.grade import graded, is_at_least_as_good
from tgkt.engine.status.divided import divided
from tgkt.engine.status.missing import beside, why_no_figure
from tgkt.engine.trajectory.level import is_breached
from tgkt.engine.trajectory.numbers import told_target
from tgkt.engine.trajectory.trajectory import way_of
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Direction
from tgkt.facts.interval import Interval
from tgkt.facts.period import Period
from tgkt.facts.statement import Timing
from tgkt.reason import Reason
from tgkt.results.computed import amount, computed
from tgkt.results.status import Grade, Standing, StandingKind
from tgkt.series.base import answer_told, words_of
from tgkt.series.certainty import Rest, in_order
from tgkt.series.known import Known
from tgkt.series.limits import natural_limits
from tgkt.series.series import Knowledge
from tgkt.series.term import mean_of

_OLD = 2


def standing(way: Way, knowledge: Knowledge) -> Standing:
    """The standing of a row before its deadline, by the rules above."""
    found = divided(_aged(_of_way(way, knowledge), way, knowledge), way)
    others = [_of_way(other, knowledge).kind.passes for other in _other_readings(way, knowledge)]
    if found.kind.passes is None or all(each in (None, found.kind.passes) for each in others):
        return found
    return found._replace(rests=in_order((*found.rests, Rest.READING)))


def _of_way(way: Way, knowledge: Knowledge) -> Standing:
    goal = way.goal
    if way.form is Form.WORDS:
        return _in_words(way, knowledge)
    if way.latest is None:
        return Standing(StandingKind.NO_FIGURE, (), why_no_figure(way, knowledge))
    if goal is None:
        return Standing(StandingKind.OPEN, way.latest.rests, way.reason or Reason("no_baseline"))
    if way.form is Form.LEVEL:
        return _level(way, goal, way.latest)
    if way.current is None:
        return _before_the_term(way, goal, way.latest)
    if way.form is Form.EVERY_YEAR:
        return _every_year(way, goal)
    return _total(way, goal, way.current) if way.form is Form.TOTAL else _against_path(way, goal, way.current)


def _other_readings(way: Way, knowledge: Knowledge) -> list[Way]:
    """The ways of a target in its other readings, where its words are ambiguous."""
    target = way.row.target
    if target is None:
        return []
    last = Period(target.period.last, target.period.last)
    asked = [
        target._replace(timing=each, readings=(), period=last if each is Timing.IN_YEAR else target.period)
        for each in target.readings
        if each is not target.timing
    ]
    return [way_of(way.row._replace(target=each), knowledge) for each in asked]


def _aged(found: Standing, way: Way, knowledge: Knowledge) -> Standing:
    """The standing, with a remark where the last figure is at least two years old."""
    newest, told = way.latest, found.reason.code in _AGED
    if not told or newest is None or knowledge.clock.as_of - newest.period.last < _OLD:
        return found
    return found._replace(reason=Reason(_AGED[found.reason.code], found.reason.facts))


_AGED = {
    "path_on_track": "path_on_track_old",
    "path_behind": "path_behind_old",
    "every_year_so_far": "every_year_so_far_old",
}


def _in_words(way: Way, knowledge: Knowledge) -> Standing:
    if way.row.target is None:
        return Standing(StandingKind.NO_FIGURE, (), Reason("no_target"))
    stated = words_of(way.row, knowledge)
    if stated is not None and stated.reached is not None:
        told = answer_told(stated, way.row.target, knowledge)
        kind = StandingKind.ALREADY_MET if stated.reached else StandingKind.OPEN
        return Standing(kind, (), told, is_locked=stated.reached)
    reason = way.reason or Reason("words_only")
    return Standing(StandingKind.OPEN, (), reason if stated else reason._replace(beside=beside(way.row, knowledge)))


def _level(way: Way, goal: Goal, latest: Known) -> Standing:
    found = graded(goal, latest)
    if found.passed:
        return Standing(StandingKind.ALREADY_MET, found.rests, _comparison(found.grade, latest, way))
    if found.grade is None and not goal.is_neutral:
        return Standing(StandingKind.OPEN, found.rests, _comparison("bounds_overlap", latest, way))
    is_relative = goal.of is None and goal.statement.relative_to is not None  # its start is 1, in its base year
    if way.base is None and way.current is not None and len(way.observed) == 1 and not is_relative:
        return Standing(StandingKind.OPEN, found.rests, _comparison("no_start", latest, way))
    if way.current is None or latest.period.last not in way.required:
        return Standing(StandingKind.OPEN, found.rests, _comparison(found.grade or "not_there_yet", latest, way))
    told = _against_path(way, goal, way.current)
    return told._replace(reason=_comparison("breach", way.current, way)) if is_breached(way) else told


def _before_the_term(way: Way, goal: Goal, base: Known) -> Standing:
    """The standing before any year of the term is known: open, with the last term's figure as a hint."""
    found = graded(goal, base)
    code = (
        "inside_before" if found.passed else found.grade or ("not_there_yet" if goal.is_neutral else "bounds_overlap")
    )
    return Standing(StandingKind.OPEN, found.rests, _comparison(code, base, way))


def _every_year(way: Way, goal: Goal) -> Standing:
    marks = {year: graded(goal, each) for year, each in sorted(way.observed.items())}
    average = ("average", amount(mean_of(way.row.indicator, way.observed), way.row.unit))
    missed = [year for year, each in marks.items() if each.grade is Grade.NOT_MET]
    if missed:
        year = next((each for each in missed if Rest.ROUNDING not in marks[each].rests), missed[0])
        facts = (("year", str(year)), *_facts(way.observed[year], way), average)
        reason = Reason("missed_in", facts)
        return Standing(StandingKind.ALREADY_MISSED, marks[year].rests, reason, missed=year, is_locked=True)
    rests = in_order(rest for each in marks.values() for rest in each.rests)
    for year, each in marks.items():
        if each.grade is None:
            return Standing(StandingKind.OPEN, rests, _comparison("bounds_overlap", way.observed[year], way))
    reason = _comparison("every_year_so_far", way.observed[max(way.observed)], way)
    return Standing(StandingKind.ON_TRACK, rests, Reason(reason.code, (*reason.facts, average)))


def _total(way: Way, goal: Goal, done: Known) -> Standing:
    """The standing of a total: met or missed for good, else by its path."""
    found, keeps = graded(goal, done), natural_limits(way.row.indicator).low >= 0
    if found.passed and goal.direction is Direction.INCREASE and not goal.is_against:
        return Standing(StandingKind.ALREADY_MET, found.rests, _comparison(found.grade, done, way), is_locked=keeps)
    if found.grade is Grade.NOT_MET and keeps and done.quantity.value > goal.region.high:
        return Standing(
            StandingKind.ALREADY_MISSED, found.rests, _comparison("past_ceiling", done, way), is_locked=True
        )
    if not done.region.is_point and (gone := _gone(way, done)):
        return Standing(StandingKind.OPEN, found.rests, Reason("years_missing", (("years", gone),)))
    told = _against_path(way, goal, done)
    if not way.even or told.kind is StandingKind.OPEN:
        return told
    is_fine = _is_on_track(done, way.even[done.period.last], way, goal)
    return told if told.kind.passes is is_fine else told._replace(rests=in_order((*told.rests, Rest.ASSUMPTION)))


def _gone(way: Way, done: Known) -> str:
    """The years before the newest that have no figure, as text."""
    return ", ".join(str(year) for year in way.required if year < done.period.last and year not in way.observed)


def _against_path(way: Way, goal: Goal, known: Known) -> Standing:
    """On track if the figure is at least as good as its year's path, else behind; uncertain if intervals overlap."""
    required = way.required[known.period.last]
    is_fine = _is_on_track(known, required, way, goal)
    rests = [*known.rests, *way.rests, *(way.base.known.rests if way.base and way.form is Form.LEVEL else ())]
    if is_fine is None:
        return Standing(StandingKind.OPEN, in_order(rests), _comparison("bounds_overlap", known, way))
    if _may_flip(known.quantity.interval, required.interval, known, way, goal, is_fine=is_fine):
        rests.append(Rest.ROUNDING)
    facts = (
        ("figure", amount(known, way.row.unit)),
        ("required", computed(required, way.unit)),
        ("period", str(known.period)),
    )
    kind = StandingKind.ON_TRACK if is_fine else StandingKind.BEHIND
    code = "path_on_track" if is_fine else "path_behind"
    return Standing(kind, in_order(rests), Reason(code, facts), _share(way, known, required))


def _is_on_track(known: Known, required: Quantity, way: Way, goal: Goal) -> bool | None:
    """Whether a figure is at least as good as the path; None where a bound allows both answers."""
    if _is_by_goal(way):
        found = graded(goal, known)
        return found.passed if found.grade or goal.is_neutral else None
    region, edge = known.region, way.edge
    values = [region.low] if region.is_point else [region.low, region.high]
    if goal.is_neutral and edge is not None:
        values += [edge.value] if not region.is_point and region.contains(edge.value) else []
        due = _distance(required.value, edge)
        answers = {_distance(value, edge) <= due for value in values}
    else:
        answers = {is_at_least_as_good(required.exactly(value), required, goal.direction) for value in values}
    return answers.pop() if len(answers) == 1 else None


def _is_by_goal(way: Way) -> bool:
    """Whether the path is the target itself in every year, so that its words decide ("> 75" is not met by 75)."""
    return way.form is Form.AVERAGE or way.is_flat


def _distance(value: Decimal, edge: Quantity) -> Decimal:
    return CONTEXT.subtract(value, edge.value).copy_abs()


def _may_flip(own: Interval, path: Interval, known: Known, way: Way, goal: Goal, *, is_fine: bool) -> bool:
    """Whether rounding could reverse the answer."""
    if _is_by_goal(way):
        return goal.passes(own) is not is_fine
    if goal.is_neutral:
        return known.quantity.value != path.low and own.meets(path)
    better, worse = (own.high <= path.low, own.low > path.high)
    if goal.direction is not Direction.DECREASE:
        better, worse = own.low >= path.high, own.high < path.low
    return not (better if is_fine else worse)


def _share(way: Way, known: Known, required: Quantity) -> Decimal | None:
    """The share (v - s) / (r - s) of the required way that is covered; v / r for averages and totals.

    None where r = s, or where the base met the target, so that there is no way to cover.
    """
    start = Decimal(1) if way.is_of_multiples else way.start.quantity.value if way.start else None
    if way.form is not Form.LEVEL or start is None:
        return CONTEXT.divide(known.quantity.value, required.value) if required.value else None
    due = CONTEXT.subtract(required.value, start)
    if not due or way.is_flat:
        return None
    return CONTEXT.divide(CONTEXT.subtract(known.quantity.value, start), due)


def _comparison(code: str | None, known: Known, way: Way) -> Reason:
    return Reason(str(code), _facts(known, way))


def _facts(known: Known, way: Way) -> tuple[tuple[str, object], ...]:
    """The figure and the target, for a sentence."""
    return ("result", amount(known, way.row.unit)), ("target", told_target(way))
