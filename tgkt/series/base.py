"""The base and the result of a row: the figures by which a plan's row is judged.

The base is the figure of the plan's base year (of the last term, where the target is itself an average or a total).
A later release that is provisional or better replaces the plan's own figure in computations; both are shown.
"""

from __future__ import annotations

from tgkt.facts.indicator import Kind
from tgkt.facts.period import Period, years_of
from tgkt.facts.plan import Plan, Row
from tgkt.facts.statement import Statement, Status, Timing
from tgkt.reason import Reason
from tgkt.record import NamedTuple
from tgkt.series.certainty import Rest
from tgkt.series.derive.derive import cut
from tgkt.series.known import How, Known
from tgkt.series.series import Knowledge

_SETTLED = (Status.OFFICIAL, Status.PROVISIONAL)


class Base(NamedTuple):
    """The base of a row.

    Attributes:
        known: the figure used in computations.
        plan: the plan's own figure as printed; None where the plan prints none.
    """

    known: Known
    plan: Statement | None

    @property
    def year(self) -> int:
        """The year from which the way starts."""
        return self.known.period.last


def base_of(row: Row, knowledge: Knowledge) -> Base | None:
    """The base of a row; None where no document prints a figure for it.

    A milestone in words has no base, nor has a row whose plan's own baseline is in words.
    """
    own = row.baseline if row.baseline and row.baseline.figure and row.baseline.relative_to is None else None
    own = own if own is None or knowledge.is_seen(own) else None
    if own is not None and knowledge.clock.plan_baseline:
        return Base(knowledge.stated(own), own)
    asked = [(own.period, own.timing)] if own else _expected(row, knowledge.catalogue.plans[row.plan])
    figures = (knowledge.figure(row.indicator.id, row.area, *each) for each in asked)
    found = next((each for each in figures if each is not None), None)
    if own is None:
        return Base(found, None) if found else None
    found = found and _of_base_year(found, row, knowledge)
    if found is not None and found.derivation is not None:
        return Base(found, own)
    if found is None or own in found.inputs or found.status not in _SETTLED:
        return Base(_own_first(own, found, knowledge), own)
    return Base(found._replace(how=How.LATER), own)


def _of_base_year(printed: Known, row: Row, knowledge: Knowledge) -> Known:
    """A printed floor of every year of a term, narrowed by the figure of the base year."""
    year = knowledge.catalogue.plans[row.plan].baseline
    is_floor = printed.is_bound and not printed.period.is_year and printed.period.last == year
    if printed.statement is None or printed.statement.timing is not Timing.EVERY_YEAR or not is_floor:
        return printed
    found = knowledge.figure(row.indicator.id, row.area, Period(year, year))
    narrower = cut(printed, found)
    return narrower if found is None or narrower is printed else narrower._replace(period=found.period)


def base_of_multiple(row: Row, year: int, knowledge: Knowledge) -> Base | None:
    """The figure, printed or derived, of the year that a row's target is a multiple of; None where none is known."""
    base = base_of(row, knowledge)
    if base is not None and base.known.period == Period(year, year):
        return base
    known = knowledge.figure(row.indicator.id, row.area, Period(year, year))
    return Base(known, None) if known else None


def with_release_of(base: Base, current: Known | None, row: Row, knowledge: Knowledge) -> tuple[Base, tuple[Rest, ...]]:
    """The base from the document that prints the current figure, where it prints both.

    Returns:
        The base, and the mixed release on which a comparison rests where no document prints both.
    """
    if current is None or current.statement is None or base.known.statement is None:
        return base, ()
    if current.origin == base.known.origin:
        return base, ()
    series = knowledge.series(row.indicator.id, row.area)
    known = base.known
    timing = base.known.statement.timing
    for each in () if knowledge.clock.plan_baseline else series.candidates(known.period, timing):
        if each.statement.origin == current.origin and each.status in _SETTLED:
            how = How.PRINTED if base.plan in (None, each.statement) else How.LATER
            return Base(knowledge.stated(each.statement)._replace(how=how), base.plan), ()
    return base, (Rest.MIXED_RELEASE,)


def result_of(row: Row, knowledge: Knowledge) -> Known | None:
    """The figure of a target's own period, as its row prints it or as it came later."""
    target, result = row.target, row.result
    if target is None or target.period.last > knowledge.clock.as_of:
        return None
    own = result if result is not None and result.figure is not None else None
    asked = own or target
    found = _asked(row, asked, knowledge)
    return found if found is None or own not in found.inputs else _own_first(own, found, knowledge)


def _asked(row: Row, asked: Statement, knowledge: Knowledge) -> Known | None:
    if asked.relative_to is not None:
        return knowledge.series(row.indicator.id, row.area).at(asked.period, asked.timing, asked.relative_to)
    return knowledge.figure(row.indicator.id, row.area, asked.period, asked.timing)


def words_of(row: Row, knowledge: Knowledge) -> Statement | None:
    """The result of a target in words, itself in words: the newest statement that counts from the base year on."""
    if row.target is None:
        return None
    own, since = row.result, knowledge.catalogue.plans[row.plan].baseline
    for each in knowledge.words(row.indicator.id, row.area, own):
        if each == own or (each.reached is not None and each.period.last >= since):
            return each
    return None


def answer_of(row: Row, knowledge: Knowledge) -> Statement | None:
    """The newest statement that says whether a milestone was reached."""
    is_milestone = row.target is not None and row.target.figure is None and not row.target.values
    found = words_of(row, knowledge) if is_milestone else None
    return found if found is not None and found.reached is not None else None


def answer_told(stated: Statement, target: Statement, knowledge: Knowledge) -> Reason:
    """The answer to a milestone as a text: the words of its document, else yes or no with year and document."""
    if stated.printed:
        return Reason("milestone", (("result", stated.wording), ("target", target.wording)))
    facts = (("year", str(stated.period)), ("origin", knowledge.catalogue.origins[stated.origin].short))
    return Reason("milestone_yes" if stated.reached else "milestone_no", facts)


def _expected(row: Row, plan: Plan) -> list[tuple[Period, Timing]]:
    """The periods in which a base is looked for where the plan prints none; the first with a figure counts.

    For a figure of one year that is the base year; for an average or a total the last term. Where every year or the
    average of a share is promised, the newest figure of the last term also says where it starts.
    """
    year, timing = plan.baseline, row.target.timing if row.target else Timing.IN_YEAR
    term = Period(year - plan.period.years + 1, year)
    years = [(Period(each, each), Timing.IN_YEAR) for each in reversed(years_of(term.first, term.last))]
    if timing is Timing.EVERY_YEAR:
        return [years[0], (term, Timing.AVERAGE), *years[1:]]
    if timing in (Timing.AVERAGE, Timing.TOTAL):
        return [(term, timing), *(years if row.indicator.kind in _STANDS else [])]
    return years[:1]


_STANDS = (Kind.SHARE, Kind.RATIO, Kind.RATE_PER)


def _own_first(own: Statement, found: Known | None, knowledge: Knowledge) -> Known:
    """A row's own figure; where others of the same rank contradict it, its interval is the hull of all."""
    known = knowledge.stated(own)
    if found is None or own not in found.inputs:
        return known
    value = known.quantity.spread(known.quantity.value, found.quantity.interval)
    return known._replace(quantity=value, rests=found.rests, inputs=found.inputs, others=found.others)
