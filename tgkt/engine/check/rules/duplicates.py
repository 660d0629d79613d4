"""One thing printed in several places: duplicates, disputes and revisions.

The figure that counts is compared with each that differs from it: two figures agree where their intervals meet, and
the residual is the distance between them. Another figure in a later document of no lower rank is a revision; figures
of equal rank that cannot all be true make one dispute. Forecasts are compared with nothing, and two figures in the
same place of a document are two ways of saying the same thing. Source: docs/methods.md, "Which figure counts".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from tgkt.engine.check.residual import residual, within
from tgkt.engine.check.rules.places import cite
from tgkt.engine.goal import goal_of
from tgkt.engine.grade import graded
from tgkt.facts.catalogue import Severity
from tgkt.facts.statement import Statement
from tgkt.reason import Listed, Reason
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Outcome, computed
from tgkt.series.order import Candidate, is_revision, times_apart
from tgkt.series.printed import Series
from tgkt.series.series import Knowledge


def duplicates(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every figure that is printed more than once with different values; of some indicators if named."""
    for indicator in knowledge.catalogue.indicators if of is None else of:
        for area in knowledge.catalogue.areas:
            series = knowledge.series(indicator, area)
            for group in series.groups():
                if len(group) > 1:
                    yield from _held_together(group[0], group[1:], series, knowledge)


def _held_together(
    best: Candidate, others: Sequence[Candidate], series: Series, knowledge: Knowledge
) -> Iterator[Finding]:
    """Findings about one period: the figure that counts against each other value; figures of equal rank together."""
    distinct = _distinct(best, others)
    tie = _tie(best, series)
    disputed = [each for each in distinct if each.statement in tie and not _is_same(best, each)]
    if disputed:
        yield _dispute(best, disputed, knowledge)
    for each in distinct:
        if each not in disputed:
            yield _pair(best, each, knowledge)


def _distinct(best: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """One statement for each different value elsewhere, so that three places that agree make one comparison."""
    here = (best.statement.origin, best.statement.locator)
    kept: dict[tuple[object, ...], Candidate] = {}
    for each in others:
        if (each.statement.origin, each.statement.locator) != here:
            kept.setdefault((each.statement.figure, each.statement.unit.text), each)
    return list(kept.values())


def _tie(best: Candidate, series: Series) -> tuple[Statement, ...]:
    """The statements of the same rank that contradict the one that counts."""
    stated = best.statement
    known = series.at(stated.period, stated.timing, stated.relative_to)
    return known.inputs[1:] if known else ()


def _is_same(one: Candidate, other: Candidate) -> bool:
    return (one.statement.figure, one.statement.unit) == (other.statement.figure, other.statement.unit)


def _pair(best: Candidate, other: Candidate, knowledge: Knowledge) -> Finding:
    one, two = best.statement, other.statement
    if residual(best.quantity.interval, other.quantity.interval) == 0:
        said = Reason("places_agree", _cited([one, two], knowledge))
        return _finding(best, [other], said, outcome=Outcome.CONSISTENT, severity=Severity.LOW)
    if is_revision(best, other):
        return _revision(best, other, one, two, knowledge)
    if is_revision(other, best):
        return _revision(best, other, two, one, knowledge)
    said = _of_scale(best, [other], knowledge) or Reason("places_apart", _cited([one, two], knowledge))
    return _finding(best, [other], said, severity=_severity([one, two], knowledge))


def _dispute(best: Candidate, others: list[Candidate], knowledge: Knowledge) -> Finding:
    """The finding about a dispute: the value of the first figure, and an interval that holds all of them."""
    stated = [best.statement, *(each.statement for each in others)]
    said = _of_scale(best, others, knowledge) or Reason("places_disputed", _cited(stated, knowledge))
    return _finding(best, others, said, severity=_severity(stated, knowledge))


def _of_scale(best: Candidate, others: Sequence[Candidate], knowledge: Knowledge) -> Reason | None:
    """The sentence about two figures that differ by a factor of 10 or 1,000, which no scope explains."""
    times = times_apart(best.quantity, others[0].quantity) if len(others) == 1 else None
    if times is None:
        return None
    figures = Listed(tuple(cite(each.statement, knowledge) for each in (best, *others)))
    return Reason("places_scale", (("figures", figures), ("times", Decimal(times))))


def _revision(best: Candidate, other: Candidate, later: Statement, earlier: Statement, knowledge: Knowledge) -> Finding:
    after, before = cite(later, knowledge, is_dated=True), cite(earlier, knowledge, is_dated=True)
    said = Reason("place_revises", (("after", after), ("before", before)))
    found = _finding(best, [other], said, outcome=Outcome.NEEDS_ASSUMPTION, severity=Severity.LOW)
    return found._replace(id=found.id.replace("duplicate.", "revision.", 1), kind="revision")


def _finding(
    best: Candidate,
    others: Sequence[Candidate],
    said: Reason,
    *,
    outcome: Outcome = Outcome.INCONSISTENT,
    severity: Severity,
) -> Finding:
    one, other, unit = best.statement, others[0].statement, best.statement.unit
    apart = residual(best.quantity.interval, others[0].quantity.interval)
    values = [computed(each.quantity, unit) for each in (best, *others)]
    return Finding(
        id=f"duplicate.{one.indicator}.{one.area}.{one.period}.{other.origin}"
        + (f".{_digits(other)}" if one.origin == other.origin or apart else ""),
        kind="duplicate",
        outcome=outcome,
        severity=severity,
        sentence=said,
        left=values[0],
        right=values[1],
        residual=within(apart, unit),
        formula=f"{one.indicator}[{one.area}, {one.period}] == {other.indicator}[{other.area}, {other.period}]",
        worked=Numbers((*(each.value for each in values[:-1]), (values[-1].value, unit)), " = "),
        statements=(one, *(each.statement for each in others)),
        indicators=((one.indicator, one.area),),
        source=other.source,
    )


def _cited(stated: Sequence[Statement], knowledge: Knowledge) -> tuple[tuple[str, object], ...]:
    """Several figures with their places, to be filled into a sentence."""
    return (("figures", Listed(tuple(cite(each, knowledge) for each in stated))),)


def _digits(statement: Statement) -> str:
    assert statement.figure is not None
    return f"{statement.figure.value:f}".replace(".", "_")


def _severity(stated: Sequence[Statement], knowledge: Knowledge) -> Severity:
    """High where taking another of the figures would change a row's verdict."""
    first = stated[0]
    for row in knowledge.rows(first.indicator, first.area):
        goal = goal_of(row)
        if goal is not None and goal.statement.period == first.period and goal.statement.relative_to is None:
            passed = {graded(goal, knowledge.stated(each)).passed for each in stated}
            return Severity.HIGH if len(passed) > 1 else Severity.MEDIUM
    return Severity.MEDIUM
