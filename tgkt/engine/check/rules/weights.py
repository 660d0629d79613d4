"""Kinds of weight that several merged figures imply: do they have a value in common?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from tgkt.arithmetic.quantity import Quantity
from tgkt.engine.check.rules.places import spread
from tgkt.facts.catalogue import Severity
from tgkt.facts.indicator import Words
from tgkt.facts.interval import Interval
from tgkt.results.check import Finding
from tgkt.results.computed import Outcome
from tgkt.series.derive.weights import Implied, implied_weights, in_common
from tgkt.series.series import Knowledge


def weights(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """One finding for each kind of weight that two merged figures or more imply; where some are named, of them."""
    for weight, group in groupby(implied_weights(knowledge), lambda each: each.weight):
        members = [each for each in group if each.share is not None]
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
        worked="; ".join(f"{m.indicator.id} {_ends(m.share)} %" for m in members if m.share),
        indicators=tuple((m.indicator.id, m.area) for m in members),
    )


def _ends(share: Quantity) -> str:
    """The ends of a share in percent."""
    return f"{share.interval.low * 100:.4g} - {share.interval.high * 100:.4g}"


def _sentence(common: Interval | None, title: Words) -> Words:
    if common is None:
        return Words(
            f"Các số hợp nhất chỉ cùng đúng nếu không cùng gộp theo “{title.vi}”.",
            f"The merged figures all hold only if they are not all weighted by “{title.en}”.",
        )
    ends = spread(common.low * 100, common.high * 100)
    return Words(
        f"Các số hợp nhất cùng suy ra một quyền số theo “{title.vi}”: {ends.vi}.",
        f"The merged figures imply one weight by “{title.en}”: {ends.en}.",
    )
