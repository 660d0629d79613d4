"""Printed figures as the unknowns of a system: what documents print of one thing, the limits, and the weight.

One value of one thing is one figure, in however many places it is printed; other values are other figures. The weight
of a figure says how much speaks for it:

    official 4, provisional 3, estimated 2, unstated or a target 1, and 1 for each further kind of issuer that prints it

Documents of one issuer copy from each other: they do not speak for a figure twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tgkt.arithmetic.quantity import CONTEXT, Quantity, quantity
from tgkt.facts.indicator import Indicator, Kind
from tgkt.facts.interval import INFINITY, Interval
from tgkt.facts.statement import Statement, Status
from tgkt.record import NamedTuple
from tgkt.series.limits import natural_limits
from tgkt.series.series import Knowledge
from tgkt.source import Source

WEIGHTS = {
    Status.OFFICIAL: 4,
    Status.PROVISIONAL: 3,
    Status.ESTIMATED: 2,
    Status.UNSTATED: 1,
    Status.FORECAST: 1,
    Status.DERIVED: 1,
    None: 1,
}
_MULTIPLES = Interval(Decimal(0), INFINITY)
_LEVELS = (Kind.LEVEL, Kind.COUNT)
_TIMES = Decimal(10)


class Printed(NamedTuple):
    """A figure: the statements that print one value of one thing.

    Attributes:
        statements: what is printed, the one that counts first.
        range: the values that it allows, in root units.
        limits: the values that could be at all.
        weight: how much speaks for it.
    """

    statements: tuple[Statement, ...]
    range: Interval
    limits: Interval
    weight: int

    @property
    def statement(self) -> Statement:
        """The statement that counts."""
        return self.statements[0]

    @property
    def is_decision(self) -> bool:
        """Whether it is a target: set, not measured."""
        return self.statement.status is None


Place = tuple[Source, str]
"""Where a statement stands: one line may print figures of several indicators."""


def place_of(stated: Statement) -> Place:
    """Where a statement stands, and of what it is."""
    return stated.source, stated.indicator


def figures_of(stated: Iterable[Statement], knowledge: Knowledge) -> dict[Place, Printed]:
    """The figure to which each of some statements belongs, by its place."""
    found: dict[Place, Printed] = {}
    wanted: dict[tuple[str, str], list[Statement]] = {}
    for each in stated:
        wanted.setdefault((each.indicator, each.area), []).append(each)
    for thing, own in wanted.items():
        for group in _things([*_printed(*thing, knowledge), *own]):
            for figure in _alike(group, knowledge):
                found |= {place_of(each): figure for each in figure.statements}
    return found


def _printed(indicator: str, area: str, knowledge: Knowledge) -> Iterator[Statement]:
    """Everything that is printed of an indicator in an area, in the order in which it counts."""
    for group in knowledge.series(indicator, area).groups():
        yield from (each.statement for each in group if each.status is not Status.FORECAST)


def _things(stated: Iterable[Statement]) -> list[list[Statement]]:
    """The statements about one thing each: one period and timing, one base year, promised or measured."""
    found: dict[tuple[object, ...], dict[Source, Statement]] = {}
    for each in stated:
        key = (each.period, each.timing, each.relative_to, each.status is None, each.ambition)
        found.setdefault(key, {}).setdefault(each.source, each)
    return [list(group.values()) for group in found.values()]


def _alike(stated: list[Statement], knowledge: Knowledge) -> list[Printed]:
    """Statements about one thing, the one that counts first, those of one value together."""
    indicator = knowledge.catalogue.indicators[stated[0].indicator]
    groups: dict[Interval, list[Statement]] = {}
    for each in stated:
        if each.figure is not None:
            groups.setdefault(quantity(each, indicator).interval, []).append(each)
    limits = _limits(quantity(stated[0], indicator), indicator, is_multiple=stated[0].relative_to is not None)
    return [Printed(tuple(each), own, limits, _weight(each, knowledge)) for own, each in groups.items()]


def _limits(counting: Quantity, indicator: Indicator, *, is_multiple: bool) -> Interval:
    """The values a figure could have: its natural limits; a level, count or multiple within a factor of ten."""
    limits = _MULTIPLES if is_multiple else natural_limits(indicator)
    if counting.value <= 0 or not (is_multiple or indicator.kind in _LEVELS):
        return limits
    order = Interval(CONTEXT.divide(counting.value, _TIMES), CONTEXT.multiply(counting.value, _TIMES))
    return limits.intersect(order) or limits


def _weight(stated: list[Statement], knowledge: Knowledge) -> int:
    """How much speaks for a figure."""
    origins = [knowledge.catalogue.origins.get(each.origin) for each in stated]
    issuers = {each.issuer if each and each.issuer else each and each.id for each in origins}
    return max(WEIGHTS[each.status] for each in stated) + len(issuers) - 1
