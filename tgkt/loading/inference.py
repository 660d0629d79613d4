"""Keys of an indicator that can be inferred: its kind from its unit, its path and limits from its kind.

No meaning is guessed here: where a document could mean something else, the key is required.
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.facts.indicator import Kind, Path
from tgkt.facts.interval import INFINITY
from tgkt.facts.units import Unit

_OF_MEASURE = {
    "points": Kind.CHANGE,
    "score": Kind.INDEX,
    "index": Kind.INDEX,
    "rank": Kind.RANK,
    "milestone": Kind.MILESTONE,
    "number": Kind.RATIO,
}
_PATHS = {Kind.LEVEL: Path.GEOMETRIC, Kind.MILESTONE: Path.STEP}
_FLOORS = dict.fromkeys((Kind.SHARE, Kind.STRUCTURE, Kind.LEVEL, Kind.COUNT, Kind.RATE_PER, Kind.RATIO), Decimal(0))
_FLOORS |= {Kind.RANK: Decimal(1)}
_CEILINGS = dict.fromkeys((Kind.SHARE, Kind.STRUCTURE), Decimal(100))
_TIME = ("năm", "tháng")


def kind_of(unit: Unit) -> Kind:
    """The kind of quantity that a unit belongs to.

    %/năm is growth and % a share; money is a level, also per head; of one thing per another it is a rate; things
    counted one by one are a count, and in thousands or millions a level.
    """
    per_other = [name for name in unit.below if name not in _TIME]
    if unit.is_percent:
        return Kind.GROWTH if unit.per("năm") else Kind.SHARE
    if unit.measure in _OF_MEASURE and not per_other:
        return _OF_MEASURE[unit.measure]
    if unit.is_money:
        return Kind.LEVEL
    if per_other:
        return Kind.RATE_PER
    return Kind.COUNT if unit.measure == "count" and not unit.scale else Kind.LEVEL


def path_of(kind: Kind) -> Path:
    """The shape of the way of a kind: levels move by percent, milestones at once, everything else by equal steps."""
    return _PATHS.get(kind, Path.LINEAR)


def limits_of(kind: Kind) -> tuple[Decimal, Decimal]:
    """The natural floor and ceiling of a kind, infinite where it has none."""
    return _FLOORS.get(kind, -INFINITY), _CEILINGS.get(kind, INFINITY)
