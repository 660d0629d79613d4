"""The pace to project with.

    observed    from the start s to the newest figure v, n years apart: (v/s)^(1/n) - 1 of levels, (v - s) / n of shares
    last_term   the same over the term before the base
    required    what the years left must bring
    rate        as asked: a fraction or percentage points a year

Source: docs/methods.md, "Trajectories, what-if, goal seek".
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import NotComputableError
from tgkt.arithmetic.path import average, pace
from tgkt.arithmetic.quantity import Quantity, Sort, number
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Kind, Path
from tgkt.facts.interval import point
from tgkt.record import NamedTuple
from tgkt.results.status import Need

OBSERVED, LAST_TERM, REQUIRED, RATE = "observed", "last_term", "required", "rate"
SOURCES = (OBSERVED, LAST_TERM, REQUIRED)
_ENOUGH = 2


class Choice(NamedTuple):
    """The pace that was asked for: a source, or a rate.

    Attributes:
        source: observed, last_term, required or rate; None for observed once two figures follow the base.
        growth: a growth a year, as a fraction.
        points: percentage points, or units of the row, a year.
    """

    source: str | None = None
    growth: Decimal | None = None
    points: Decimal | None = None


class Chosen(NamedTuple):
    """The pace of one row, its source and the years it covers."""

    pace: Quantity | None
    source: str
    span: tuple[int, int] | None = None


def chosen(way: Way, choice: Choice) -> Chosen:
    """The pace with which a row is projected; None where the source has none or a rate does not suit the path."""
    source = choice.source or (OBSERVED if len(way.observed) >= _ENOUGH else LAST_TERM)
    if way.edge is None:
        return Chosen(None, source)  # ranks have no arithmetic
    if source == RATE:
        return Chosen(_rate(way, choice), RATE)
    if source == REQUIRED:
        return Chosen(way.need, REQUIRED)
    if source == LAST_TERM:
        return Chosen(way.earlier, LAST_TERM, way.span or _term(way))
    return Chosen(*_observed(way))


def _observed(way: Way) -> tuple[Quantity | None, str, tuple[int, int] | None]:
    """The pace from the start to the newest figure; for averages and totals the yearly average so far."""
    if not way.observed:
        return None, OBSERVED, None
    first, last = min(way.observed), max(way.observed)
    if way.form is Form.LEVEL:
        start = way.start
        if start is None or way.current is None or start.period.last >= last:
            return None, OBSERVED, None
        try:
            found = pace(start.quantity, way.current.quantity, last - start.period.last, way.path)
        except NotComputableError:
            return None, OBSERVED, None
        return found, OBSERVED, (start.period.last, last)
    seen = [each.quantity for each in way.observed.values()]
    compounds = way.row.indicator.kind is Kind.GROWTH
    return average(seen, compounds=compounds), OBSERVED, (first, last)


def _rate(way: Way, choice: Choice) -> Quantity | None:
    """A rate as a pace of the row: growth on a geometric path, else points or units a year."""
    kind, like = way.row.indicator.kind, way.edge
    if like is None:
        return None
    grows = way.need_in is Need.GROWTH or way.form is Form.TOTAL or kind is Kind.GROWTH
    if choice.growth is not None:
        return Quantity(choice.growth, point(choice.growth), (), Sort.GROWTH) if grows else None
    if choice.points is None or grows:
        return None
    return like.exactly((number(choice.points) * _unit_of(way, like)).value)


def _unit_of(way: Way, like: Quantity) -> Quantity:
    """One step of the row's unit: a point of a share, else one of the unit."""
    one = number(1)
    if way.row.unit.is_percent or like.sort in (Sort.POINTS, Sort.SHARE, Sort.GROWTH):
        return one.exactly(Decimal("0.01"))
    return one.exactly(like.value / like.within(way.row.unit)) if like.value else one


def _term(way: Way) -> tuple[int, int] | None:
    base = way.base.known.period if way.base else None
    return None if base is None else (base.first, base.last)


def is_growth(way: Way) -> bool:
    """Whether a level's pace compounds."""
    return way.form is Form.LEVEL and way.path is Path.GEOMETRIC
