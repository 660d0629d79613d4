"""The figures that no document prints and that status shows in parentheses, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tgkt.engine.export.statements import Identity, identity
from tgkt.facts.units import factor
from tgkt.results.computed import Amount
from tgkt.results.export import Derived
from tgkt.results.status import Assessment
from tgkt.series.series import Knowledge


def derived(items: Iterable[Assessment], keys: Mapping[Identity, str], knowledge: Knowledge) -> list[Derived]:
    """Every derived figure as a row, by indicator, area and period.

    Args:
        items: the assessed rows of all plans.
        keys: the keys of all statements.
        knowledge: what is known.
    """
    catalogue = knowledge.catalogue
    indicators = {name: place for place, name in enumerate(catalogue.indicators)}
    areas = {name: place for place, name in enumerate(catalogue.areas)}
    found: dict[tuple[str, str, Amount], Assessment] = {}
    for item, amount in _amounts(items):
        found.setdefault((item.row.indicator.id, item.row.area, amount), item)
    ordered = sorted(found, key=lambda each: (indicators[each[0]], areas[each[1]], each[2].period))
    seen: Counter[str] = Counter()
    return [_row(each, found[each], keys, seen, knowledge) for each in ordered]


def _amounts(items: Iterable[Assessment]) -> Iterator[tuple[Assessment, Amount]]:
    for item in items:
        for amount in (item.baseline, item.current, item.result):
            if amount is not None and amount.how.is_derived:  # a mean of years has no formula, and is derived
                yield item, amount
        yield from _amounts(item.parts)


def _row(
    one: tuple[str, str, Amount],
    item: Assessment,
    keys: Mapping[Identity, str],
    seen: Counter[str],
    knowledge: Knowledge,
) -> Derived:
    indicator, area, amount = one
    key = f"{area}/{indicator}/{amount.period}/derived"
    seen[key] += 1
    return Derived(
        key=key if seen[key] == 1 else f"{key}/{seen[key]}",
        indicator=indicator,
        area=area,
        amount=amount,
        multiplier=factor(amount.unit, knowledge.catalogue.indicators[indicator].unit),
        plan=item.row.plan,
        code=item.row.code,
        inputs=tuple(sorted({keys[identity(each)] for each in amount.inputs})),
    )
