"""Targets that are printed once more, beside the row of the plan that prints them.

Both say the same if each number of one is that of the other, perhaps rounded (75.3 and 75, but not 76 and 75), if the
words around it are the same, and if they are for one period in one sense. Targets in words say the same if the words
do, whatever their case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from decimal import Decimal

from tgkt.arithmetic.quantity import Quantity, of_unit
from tgkt.engine.check.rules.places import cite
from tgkt.facts.catalogue import Severity
from tgkt.facts.figure import Comparator, Figure
from tgkt.facts.plan import Row
from tgkt.facts.statement import Statement
from tgkt.facts.units import same_dimension
from tgkt.reason import Reason
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Outcome
from tgkt.series.reprint import row_of, when
from tgkt.series.series import Knowledge


def reprints(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every target that is printed once more, whether it says the same; of some indicators if named."""
    seen: Counter[str] = Counter()
    for indicator in knowledge.catalogue.indicators if of is None else of:
        for area in knowledge.catalogue.areas:
            for again in knowledge.reprints(indicator, area):
                row = row_of(again, knowledge.rows(indicator, area))
                if row is not None and row.target is not None:
                    found = _beside(row, row.target, again, knowledge)
                    seen[found.id] += 1
                    yield found if seen[found.id] == 1 else found._replace(id=f"{found.id}.{seen[found.id]}")


def _beside(row: Row, target: Statement, again: Statement, knowledge: Knowledge) -> Finding:
    """The finding about a target and its second printing."""
    outcome, said = _judged(target, again, knowledge)
    return Finding(
        id=f"reprint.{again.indicator}.{again.area}.{again.period}.{again.origin}",
        kind="reprint",
        outcome=outcome,
        severity=Severity.HIGH if outcome is Outcome.INCONSISTENT else Severity.LOW,
        sentence=said,
        formula=f"{target.indicator}.target[{target.area}, {target.period}] == "
        f"{again.indicator}.target[{again.area}, {again.period}, {again.origin}]",
        worked=Numbers((target.wording, again.wording), " | "),
        statements=(target, again),
        indicators=((target.indicator, row.area),),
        source=again.source,
    )


def _judged(target: Statement, again: Statement, knowledge: Knowledge) -> tuple[Outcome, Reason]:
    """What comes of both printings, and the sentence about it."""
    facts = (
        ("target", cite(target, knowledge)),
        ("again", cite(again, knowledge)),
        ("due", str(target.period)),
        ("other", str(again.period)),
    )
    if not _is_same(target, again):
        return Outcome.INCONSISTENT, Reason("printed_otherwise", facts)
    if _is_words(target) and not _is_one_wording(target, again):
        return Outcome.NEEDS_ASSUMPTION, Reason("worded_otherwise", facts)
    if when(target) != when(again):
        return Outcome.NEEDS_ASSUMPTION, Reason("due_otherwise", facts)
    return Outcome.CONSISTENT, Reason("printed_alike", facts)


def _is_same(target: Statement, again: Statement) -> bool:
    """Whether both promise the same numbers, or neither promises any."""
    if _is_words(target) or _is_words(again):
        return _is_words(target) and _is_words(again)
    ours, theirs = _numbers(target), _numbers(again)
    return (
        target.comparator is again.comparator
        and same_dimension(target.unit, again.unit)
        and len(ours) == len(theirs)
        and all(_is_rounded(*pair) for pair in zip(ours, theirs, strict=True))
    )


def _is_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one of two numbers lies within what the digits of the other stand for."""
    return one.interval.contains(other.value) or other.interval.contains(one.value)


def _numbers(stated: Statement) -> list[Quantity]:
    """Each number of a target in root units, with what its digits stand for; the words around it are left out."""
    figures = stated.values if stated.figure is None else (stated.figure,)
    numbers = [_number(each, end) for each in figures for end in dict.fromkeys((each.low, each.high))]
    return [of_unit(each.low, each.interval(), stated.unit) for each in numbers]


def _number(figure: Figure, end: Decimal) -> Figure:
    """One number of a figure without the words around it."""
    return Figure(end, end, Comparator.EQUALS, figure.exact, figure.step)


def _is_words(stated: Statement) -> bool:
    return stated.figure is None and not stated.values


def _is_one_wording(one: Statement, other: Statement) -> bool:
    return one.printed.casefold().split() == other.printed.casefold().split()
