"""Merged figures beside what their parts give."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from tgkt.engine.blend.merged import comparable, merge
from tgkt.engine.check.residual import residual
from tgkt.engine.check.rules.places import spread
from tgkt.facts.catalogue import Noun, Severity
from tgkt.facts.indicator import Words
from tgkt.facts.interval import Interval
from tgkt.facts.statement import Statement
from tgkt.results.blend import Merge
from tgkt.results.check import Finding
from tgkt.results.computed import Computed, Outcome
from tgkt.series.series import Knowledge


def blends(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """Every printed merged figure that can be held against its parts; of some indicators where they are named."""
    for indicator, area, period in comparable(knowledge, of):
        found = merge(indicator, area, period, knowledge)
        if found.printed is not None and found.outcome not in (None, Outcome.NOT_COMPUTABLE):
            yield _finding(found, found.printed, found.outcome, knowledge)


def _finding(found: Merge, printed: Statement, outcome: Outcome, knowledge: Knowledge) -> Finding:
    parts = tuple(each.statement for each in found.constituents if each.statement)
    return Finding(
        id=f"blend.{found.indicator.id}.{_within(found, knowledge)}{found.period}",
        kind="blend",
        outcome=outcome,
        severity=Severity.MEDIUM if outcome is Outcome.INCONSISTENT else Severity.LOW,
        sentence=_sentence(found, knowledge),
        left=found.printed_range,
        right=found.blended or found.bound,
        residual=_residual(found.printed_range, found.blended or found.bound),
        formula=f"blend {found.indicator.id} by {found.indicator.blend.by}"
        + (f" of {found.weight}" if found.weight else ""),
        worked="; ".join(s.said for s in (printed, *parts)),
        statements=(printed, *parts),
        indicators=tuple((found.indicator.id, s.area) for s in (printed, *parts)),
        source=printed.source,
    )


def _within(found: Merge, knowledge: Knowledge) -> str:
    """The merged area in the name of a finding, where it is a part of another."""
    whole = knowledge.catalogue.whole_area()
    return "" if whole is None or whole.id == found.area else f"{found.area}."


def _sentence(found: Merge, knowledge: Knowledge) -> Words:
    title, area = found.indicator.title, knowledge.catalogue.areas[found.area].title
    noun = knowledge.catalogue.noun_of_parts(found.area)
    if found.outcome is Outcome.CONSISTENT:
        return Words(
            f"{title.vi}: số của {area.vi} suy ra được từ {_PARTS[noun].vi}.",
            f"{title.en}: the figure of {area.en} follows from the {_PARTS[noun].en}.",
        )
    if found.outcome is Outcome.INCONSISTENT:
        weights = Words(" hay quyền số", " or weights") if found.weight else Words("", "")
        parts = _PARTS[noun]
        return Words(
            f"{title.vi}: số của {area.vi} và số của {parts.vi} chỉ cùng đúng nếu phạm vi{weights.vi} khác đi.",
            f"{title.en}: the figure of {area.en} and those of the {parts.en} both hold only "
            f"if scope{weights.en} differs.",
        )
    second = knowledge.catalogue.areas[found.constituents[-1].area].title
    implied = spread(found.implied.low, found.implied.high) if found.implied else Words("", "")
    return Words(
        f"{title.vi}: cùng đúng chỉ nếu quyền số của {second.vi} là {implied.vi}.",
        f"{title.en}: all hold only if {second.en} weighs {implied.en}.",
    )


_PARTS = {
    None: Words("các địa bàn hợp thành", "constituent areas"),
    Noun.COUNTRY: Words("các nước hợp thành", "constituent countries"),
    Noun.STATE: Words("các bang hợp thành", "constituent states"),
    Noun.REGION: Words("các vùng hợp thành", "constituent regions"),
    Noun.PROVINCE: Words("các tỉnh hợp thành", "constituent provinces"),
    Noun.CITY: Words("các thành phố hợp thành", "constituent cities"),
    Noun.COUNTY: Words("các hạt hợp thành", "constituent counties"),
    Noun.DISTRICT: Words("các huyện hợp thành", "constituent districts"),
    Noun.COMMUNE: Words("các xã hợp thành", "constituent communes"),
    Noun.WARD: Words("các phường hợp thành", "constituent wards"),
    Noun.VILLAGE: Words("các thôn hợp thành", "constituent villages"),
}


def _residual(printed: Computed | None, blended: Computed | None) -> Decimal | None:
    """How far two spreads in one unit are apart."""
    if printed is None or blended is None:
        return None
    return residual(Interval(printed.low, printed.high), Interval(blended.low, blended.high))
