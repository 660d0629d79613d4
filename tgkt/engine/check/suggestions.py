"""Undeclared relations among printed figures: few and good, for an expert to declare or dismiss.

    sum        t = x + y, or t = x + y + z: the intervals of both sides meet; that of the sum is at most t / 100 wide
    ratio      s = a / b for two counts a <= b, within the rounding of the percentage s
    share_sum  Σ s_i = 100 % for two to four shares, each between 1 and 99 %

Relations are proposed where chance is unlikely: totals and percentages need at least three digits, and only figures
from one place of a document, about one area and year, are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, product

from tgkt.arithmetic.quantity import Quantity, quantity
from tgkt.facts.catalogue import Break, Catalogue
from tgkt.facts.formula import references
from tgkt.facts.indicator import Kind
from tgkt.facts.interval import point
from tgkt.facts.statement import Statement
from tgkt.results.check import Suggestion
from tgkt.series.breaks import touching
from tgkt.series.series import Knowledge

MOST_PARTS = 3
_LEAST_DIGITS = 3


def suggestions(knowledge: Knowledge) -> list[Suggestion]:
    """The relations that hold among figures of one place and that no identity declares yet."""
    catalogue = knowledge.catalogue
    declared = {
        frozenset(r.indicator for r in references(each.formula.left) + references(each.formula.right))
        for each in catalogue.identities
    }
    found: dict[tuple[str, frozenset[str]], Suggestion] = {}
    for group in _places(knowledge):
        for each in (*_sums(group, catalogue), *_ratios(group, catalogue), *_hundreds(group, catalogue)):
            if frozenset(each.indicators) not in declared:
                found.setdefault((each.kind, frozenset(each.formula.replace("==", "+").split(" + "))), each)
    told = (each._replace(breaks=_breaks(each, knowledge)) for each in found.values())
    return sorted(told, key=lambda each: (each.kind, each.formula))


def _breaks(each: Suggestion, knowledge: Knowledge) -> tuple[Break, ...]:
    """The breaks that touch its figures."""
    touched = (touching(s.indicator, [s.area], [s.period], knowledge) for s in each.statements)
    return tuple(dict.fromkeys(one for breaks in touched for one in breaks))


def _places(knowledge: Knowledge) -> Iterator[list[Statement]]:
    """Groups of figures from one place of a document, about one area and one last year, in printed order."""
    groups: dict[tuple[str, str, str, int], dict[str, Statement]] = {}
    for s in _figures(knowledge):
        key = (s.origin, s.locator, s.area, s.period.last)
        groups.setdefault(key, {}).setdefault(f"{s.indicator} {s.period} {s.timing}", s)
    return (sorted(group.values(), key=lambda s: s.source) for group in groups.values() if len(group) > 1)


def _figures(knowledge: Knowledge) -> Iterator[Statement]:
    """Every printed figure with one number; bounds, ranges and multiples cannot be added up."""
    catalogue = knowledge.catalogue
    for name, area in product(catalogue.indicators, catalogue.areas):
        for group in knowledge.series(name, area).groups():
            for s in (each.statement for each in group):
                if s.figure and not s.figure.is_bound and not s.figure.is_range and s.relative_to is None:
                    yield s


def _sums(group: list[Statement], catalogue: Catalogue) -> Iterator[Suggestion]:
    amounts = [(s, _value(s, catalogue)) for s in group if _kind(s, catalogue) in (Kind.COUNT, Kind.LEVEL)]
    for total, whole in amounts:
        if _digits(total) < _LEAST_DIGITS:
            continue
        others = [
            (s, v)
            for s, v in amounts
            if s is not total and v.dimensions == whole.dimensions and 0 < v.value < whole.value
        ]
        for count in range(2, MOST_PARTS + 1):
            for parts in combinations(others, count):
                added = parts[0][1].interval
                for _, value in parts[1:]:
                    added = added + value.interval
                if added.meets(whole.interval) and added.high - added.low <= whole.value / 100:
                    yield _suggestion("sum", total, " + ", [s for s, _ in parts])


def _ratios(group: list[Statement], catalogue: Catalogue) -> Iterator[Suggestion]:
    counts = [s for s in group if _kind(s, catalogue) is Kind.COUNT]
    shares = [s for s in group if _kind(s, catalogue) in (Kind.SHARE, Kind.RATIO) and _digits(s) >= _LEAST_DIGITS]
    for share in shares:
        printed = _value(share, catalogue).interval
        for above, below in combinations(counts, 2):
            for top, bottom in ((above, below), (below, above)):
                whole = _value(bottom, catalogue)
                if whole.value <= 0 or whole.value < _value(top, catalogue).value:
                    continue
                ratio = point(_value(top, catalogue).value) / point(whole.value)
                if ratio.meets(printed):
                    yield _suggestion("ratio", share, " / ", [top, bottom])


def _hundreds(group: list[Statement], catalogue: Catalogue) -> Iterator[Suggestion]:
    shares = [s for s in group if _kind(s, catalogue) is Kind.SHARE]
    for count in (2, 3, 4):
        for parts in combinations(shares, count):
            values = [_value(s, catalogue) for s in parts]
            if sum(v.value for v in values) == 1 and all(Decimal("0.01") < v.value < Decimal("0.99") for v in values):
                formula = f"1 == {' + '.join(map(_reference, parts))}"
                yield Suggestion("share_sum", formula, tuple(s.indicator for s in parts), tuple(parts))


def _suggestion(kind: str, whole: Statement, sign: str, parts: Iterable[Statement]) -> Suggestion:
    members = list(parts)
    formula = f"{_reference(whole)} == {sign.join(map(_reference, members))}"
    return Suggestion(kind, formula, (whole.indicator, *(s.indicator for s in members)), (whole, *members))


def _reference(statement: Statement) -> str:
    return f"{statement.indicator}[{statement.area}, {statement.period}]"


def _kind(statement: Statement, catalogue: Catalogue) -> Kind:
    return catalogue.indicators[statement.indicator].kind


def _value(statement: Statement, catalogue: Catalogue) -> Quantity:
    return quantity(statement, catalogue.indicators[statement.indicator])


def _digits(statement: Statement) -> int:
    assert statement.figure is not None
    return len(f"{statement.figure.value:f}".replace(".", "").strip("0"))
