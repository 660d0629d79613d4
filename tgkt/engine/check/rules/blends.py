"""Merged figures against their parts: does the interval of m meet that of the blend, or of its bounds?

The blend is Σ x_i, Σ w_i x_i / Σ w_i or the compounded growth of engine/blend/merged.py; the residual is the distance
between the two intervals, as in residual.py. Source: docs/methods.md, "Audit".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from tgkt.engine.blend.merged import comparable, merge
from tgkt.engine.check.residual import residual
from tgkt.facts.catalogue import Noun, Severity
from tgkt.facts.interval import Interval
from tgkt.facts.statement import Placed, Statement
from tgkt.facts.units import PERCENT
from tgkt.reason import Reason
from tgkt.results.blend import Merge
from tgkt.results.check import Finding, Numbers
from tgkt.results.computed import Computed, Ends, Outcome
from tgkt.series.series import Knowledge

_MOST = 2
"""Decimals of what parts make, where it has so many."""


def blends(knowledge: Knowledge, of: Collection[str] | None = None) -> Iterator[Finding]:
    """A finding for every printed merged figure that its parts can check; of some indicators where they are named."""
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
        sentence=_sentence(found, printed, knowledge),
        left=found.printed_range,
        right=found.blended or found.bound,
        residual=_residual(found.printed_range, found.blended or found.bound),
        formula=f"{found.indicator.id}[{found.area}, {found.period}] == {_blend(found)}",
        worked=Numbers(tuple(s.wording for s in (printed, *parts))),
        statements=(printed, *parts),
        indicators=tuple((found.indicator.id, s.area) for s in (printed, *parts)),
        source=printed.source,
    )


def _within(found: Merge, knowledge: Knowledge) -> str:
    """The suffix of a finding's id that names the merged area, where that area is part of another."""
    whole = knowledge.catalogue.whole_area()
    return "" if whole is None or whole.id == found.area else f"{found.area}."


def _blend(found: Merge) -> str:
    """The blend as the data declare it: `blend(growth, grdp)`."""
    return f"blend({', '.join(filter(None, (str(found.indicator.blend.by), found.weight)))})"


def _sentence(found: Merge, printed: Statement, knowledge: Knowledge) -> Reason:
    noun = knowledge.catalogue.noun_of_parts(found.area)
    facts: tuple[tuple[str, object], ...] = (
        ("title", found.indicator.title),
        ("area", knowledge.catalogue.areas[found.area].title),
        ("parts", Reason(_PARTS[noun])),
    )
    if found.outcome is Outcome.CONSISTENT:
        return Reason("parts_agree", facts)
    if found.outcome is Outcome.INCONSISTENT:
        apart = (
            *facts,
            ("figure", Placed(knowledge.catalogue.areas[printed.area].title, printed)),
            ("blended", _made(found)),
        )
        return Reason("parts_apart_weighed", apart) if found.weight and found.blended else Reason("parts_apart", apart)
    second = knowledge.catalogue.areas[found.constituents[-1].area].title
    implied = Ends(found.implied.low, found.implied.high, PERCENT) if found.implied else ""
    return Reason("parts_weigh", (("title", found.indicator.title), ("area", second), ("ends", implied)))


def _made(found: Merge) -> Ends | None:
    """What the parts make: one number, or the ends between which it lies."""
    if (own := found.blended) is not None:
        places = -min(0, max(-_MOST, int(own.value.normalize().as_tuple().exponent)))
        return Ends(own.value, own.value, own.unit, places)
    return Ends(found.bound.low, found.bound.high, found.bound.unit) if found.bound is not None else None


_PARTS = {
    None: "parts_area",
    Noun.COUNTRY: "parts_country",
    Noun.STATE: "parts_state",
    Noun.REGION: "parts_region",
    Noun.PROVINCE: "parts_province",
    Noun.CITY: "parts_city",
    Noun.COUNTY: "parts_county",
    Noun.DISTRICT: "parts_district",
    Noun.COMMUNE: "parts_commune",
    Noun.WARD: "parts_ward",
    Noun.VILLAGE: "parts_village",
}


def _residual(printed: Computed | None, blended: Computed | None) -> Decimal | None:
    """The distance between two intervals in one unit."""
    if printed is None or blended is None:
        return None
    return residual(Interval(printed.low, printed.high), Interval(blended.low, blended.high))
