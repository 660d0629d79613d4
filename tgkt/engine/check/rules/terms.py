"""Terms beside their years, and yearly growth beside the levels it is the growth of.

    term     what is printed for a term against what its years make, or where a year is missing the levels of its ends
    levels   the yearly rates printed between two years of known levels, chained, against the growth of these levels

Years g_i make Π(1 + g_i)^(1/n) - 1 for growth, Σ x_i / n for shares and Σ x_i for totals; levels v, u make
(v/u)^(1/n) - 1. A term with a year missing says something only where no value of that year would do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import average
from tgkt.arithmetic.quantity import Quantity
from tgkt.engine.check.residual import residual, within
from tgkt.engine.check.rules.places import cite
from tgkt.facts.catalogue import Severity
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.period import Period
from tgkt.facts.statement import Statement, Timing
from tgkt.reason import Reason
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Outcome, computed
from tgkt.series.certainty import Rest
from tgkt.series.known import Known
from tgkt.series.series import Knowledge
from tgkt.series.term import growth_from_levels, term_of

_WITHOUT_ARITHMETIC = (Kind.RANK, Kind.MILESTONE, Kind.STRUCTURE)


def terms(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:  # noqa: ARG001 - what others follow from
    """A finding for every term, and every stretch of growth, that is known in two ways.

    `of` leaves none of them out, because any may rest on figures of the indicators that are named.
    """
    for indicator in knowledge.catalogue.indicators.values():
        if indicator.kind in _WITHOUT_ARITHMETIC:
            continue
        for area in knowledge.catalogue.areas:
            yield from _beside_years(indicator, area, knowledge)
            yield from _beside_levels(indicator, area, knowledge)


def _beside_years(indicator: Indicator, area: str, knowledge: Knowledge) -> Iterator[Finding]:
    if not knowledge.has_terms(indicator.id, area):
        return
    series = knowledge.series(indicator.id, area)
    for period in (each for each in series.periods() if not each.is_year):
        for timing in (Timing.AVERAGE, Timing.TOTAL):
            printed = series.at(period, timing)
            term = term_of(indicator, area, period, timing, knowledge) if printed else None
            if printed is None or printed.statement is None or term is None:
                continue
            apart = residual(printed.quantity.interval, term.known.quantity.interval) != 0
            if apart or not term.missing:
                yield _of_term(indicator, printed, printed.statement, term.known, knowledge)


def _of_term(indicator: Indicator, printed: Known, stated: Statement, made: Known, knowledge: Knowledge) -> Finding:
    periods = list(dict.fromkeys(each.period for each in made.inputs))
    facts = (("figure", cite(stated, knowledge)), ("years", ", ".join(map(str, periods))))
    said = Reason("term_agree", facts), Reason("term_apart", facts)
    found = _finding(indicator, stated.area, stated.period, printed, made, said)
    years = ", ".join(f"{indicator.id}[{stated.area}, {each}]" for each in periods)
    return found._replace(
        id=f"{found.id}.{stated.timing}",
        formula=f"{indicator.id}.{stated.timing}[{stated.area}, {stated.period}] == {stated.timing}({years})",
    )


def _beside_levels(indicator: Indicator, area: str, knowledge: Knowledge) -> Iterator[Finding]:
    level = indicator.blend.level
    if indicator.kind is not Kind.GROWTH or level is None:
        return
    last = knowledge.clock.as_of
    rates = knowledge.series(indicator.id, area).years(0, last)
    for start, end in pairwise(knowledge.series(level, area).years(0, last)):
        between = [rates[year] for year in range(start + 1, end + 1) if year in rates]
        grown = growth_from_levels(indicator, area, Period(start + 1, end), knowledge)
        chained = _chained([each.quantity for each in between]) if len(between) == end - start else None
        if grown is not None and chained is not None:
            printed = grown._replace(quantity=chained, inputs=tuple(s for each in between for s in each.inputs))
            yield _of_levels(indicator, area, level, printed, grown)


def _chained(rates: list[Quantity]) -> Quantity | None:
    try:
        return average(rates, compounds=True)
    except NotComputableError:
        return None


def _of_levels(indicator: Indicator, area: str, level: str, printed: Known, grown: Known) -> Finding:
    first, last = grown.period.base_year, grown.period.last
    facts = (("title", indicator.title), ("first", first), ("last", last))
    said = Reason("rates_agree", facts), Reason("rates_apart", facts)
    found = _finding(indicator, area, grown.period, printed, grown, said)
    levels = f"{level}[{area}, {first}], {level}[{area}, {last}]"
    return found._replace(
        id=f"{found.id}.levels",
        formula=f"{indicator.id}[{area}, {grown.period}] == average_growth({levels}, {last - first})",
    )


def _finding(
    indicator: Indicator,
    area: str,
    period: Period,
    printed: Known,
    made: Known,
    said: tuple[Reason, Reason],
) -> Finding:
    """A finding that compares a printed figure with the same figure computed from others.

    Args:
        indicator: what is measured.
        area: where.
        period: when.
        printed: the printed figure.
        made: the same figure from its years or levels.
        said: the sentence for agreement and the one for disagreement.
    """
    kind = "growth" if indicator.kind is Kind.GROWTH else "series"
    unit = printed.statement.unit if printed.statement else indicator.unit
    gap = residual(printed.quantity.interval, made.quantity.interval)
    stated = tuple(dict.fromkeys((*printed.inputs, *made.inputs)))
    apart = Outcome.NEEDS_ASSUMPTION if Rest.ASSUMPTION in made.rests else Outcome.INCONSISTENT
    return Finding(
        id=f"{kind}.{indicator.id}.{area}.{period}",
        kind=kind,
        outcome=apart if gap else Outcome.CONSISTENT,
        severity=Severity.MEDIUM if gap else Severity.LOW,
        sentence=said[1 if gap else 0],
        left=computed(printed.quantity, unit),
        right=computed(made.quantity, unit),
        residual=within(gap, unit),
        worked=Numbers(tuple(each.wording for each in stated)),
        statements=stated,
        indicators=tuple(dict.fromkeys((each.indicator, each.area) for each in stated)),
        source=stated[0].source,
    )
