"""Weights of one kind that several merged figures imply: do they have a value in common?

Of two parts a, b and the merged m each figure implies w = (m - a) / (b - a) within [0, 1]; the intervals of all figures
of one kind are intersected, in percent. Source: docs/methods.md, "Blends".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tgkt.engine.check.rules.places import percents
from tgkt.facts.catalogue import Severity
from tgkt.facts.indicator import Words
from tgkt.facts.interval import Interval
from tgkt.reason import Reason
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Outcome
from tgkt.series.derive.implied import Implied, implied_of, in_common, kind_of_weight
from tgkt.series.series import Knowledge


def weights(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """One finding for each kind of weight that at least two merged figures imply; of some indicators if named."""
    known = knowledge.catalogue.indicators
    kinds = {kind_of_weight(known[each]) for each in (known if of is None else of)}
    for weight in sorted(filter(None, kinds)):
        members = [each for each in implied_of(weight, knowledge) if each.share is not None]
        if len(members) > 1 and (of is None or any(each.indicator.id in of for each in members)):
            yield _finding(weight, members, knowledge)


def _finding(weight: str, members: Sequence[Implied], knowledge: Knowledge) -> Finding:
    common = in_common(members)
    return Finding(
        id=f"weight.{weight}",
        kind="weight",
        outcome=Outcome.CONSISTENT if common else Outcome.INCONSISTENT,
        severity=Severity.MEDIUM,
        sentence=_sentence(common, knowledge.catalogue.indicators[weight].title),
        worked=Numbers(tuple((m.indicator.id, percents(m.share.interval)) for m in members if m.share)),
        indicators=tuple((m.indicator.id, m.area) for m in members),
    )


def _sentence(common: Interval | None, title: Words) -> Reason:
    if common is None:
        return Reason("no_one_weight", (("title", title),))
    return Reason("one_weight", (("title", title), ("ends", percents(common))))
