"""Figures that do not continue their series, and the slips that would explain them: see `tgkt.series.slips`.

Each figure that counts is compared with those of earlier periods as long, as an arriving figure is. A factor of ten
and its powers, or other digits that fit, are a slip; a figure far from the last without such an explanation is a jump.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from tgkt.engine.check.rules.places import cite, quoted, when
from tgkt.facts.catalogue import Severity
from tgkt.reason import Reason
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Outcome, computed
from tgkt.series.known import Known
from tgkt.series.misprints import Look
from tgkt.series.series import Knowledge
from tgkt.series.slips import Doubt, Suspicion, in_series

_LOOKS = {
    (Look.FACTOR, False): "slip_large",
    (Look.FACTOR, True): "slip_small",
    (Look.MARK, False): "slip_mark",
    (Look.MARK, True): "slip_grouping",
    (Look.SWAPPED, False): "slip_swapped",
    (Look.DOUBLED, False): "slip_doubled",
    (Look.DROPPED, False): "slip_dropped",
}
_SEVERITIES = {Doubt.LIMIT: Severity.HIGH, Doubt.FACTOR: Severity.MEDIUM, Doubt.JUMP: Severity.LOW}


def slips(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every figure that looks wrong beside the earlier ones; of some indicators if named."""
    for indicator in knowledge.catalogue.indicators if of is None else of:
        for area in knowledge.catalogue.areas:
            for each in in_series(indicator, area, knowledge):
                if each.against is not None:
                    yield _finding(each, each.against, knowledge)


def _finding(found: Suspicion, last: Known, knowledge: Knowledge) -> Finding:
    stated = found.statement
    statements = (stated, *((last.statement,) if last.statement else ()))
    return Finding(
        id=f"slip.{stated.indicator}.{stated.area}.{stated.period}",
        kind="slip",
        outcome=Outcome.NEEDS_ASSUMPTION,
        severity=_SEVERITIES[found.doubt],
        sentence=_said(found, last, knowledge),
        left=computed(knowledge.stated(stated).quantity, stated.unit),
        right=computed(last.quantity, stated.unit),
        worked=Numbers(tuple(each.wording for each in statements), " | "),
        statements=statements,
        indicators=((stated.indicator, stated.area),),
        source=stated.source,
    )


def _said(found: Suspicion, last: Known, knowledge: Knowledge) -> Reason:
    """What the figure looks like, and which would fit; of a jump that nothing explains, that it is one."""
    figure = cite(found.statement, knowledge)
    known = cite(last.statement, knowledge) if last.statement else quoted(last, found.statement.unit)
    if not found.guesses:
        return Reason("figure_jumps", (("figure", figure), ("last", known), ("period", when(last.period))))
    guess = found.guesses[0]
    factor = guess.factor or 0
    facts = (
        ("figure", figure),
        ("last", known),
        ("period", when(last.period)),
        ("fit", guess.figure),
        ("times", Decimal(abs(factor))),
    )
    return Reason(_LOOKS[guess.look, factor < 0], facts)
