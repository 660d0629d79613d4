"""The order of attention: a class for each row, and within a class the distance of its figure from what is required.

Rows are ordered by class, as `Attention` lists them; then by distance, the largest first and rows without one last;
then certain before uncertain. Ties are ordered by stretch (the pace required over that of the last term), then by the
shortfall over the target, then as the document prints the rows.

    distance = (required - figure) / |target - baseline|, positive where the figure is worse

The figure is the result, or the newest figure of the term. Required is the target at the deadline, and the value of the
path before it. Because the distance is a share of the whole way, rows in different units can be compared. Source:
docs/methods.md, "Verdict, standing, pace and trend".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tgkt.arithmetic.quantity import CONTEXT
from tgkt.engine.grade import graded
from tgkt.engine.trajectory.way import Form, Way
from tgkt.facts.indicator import Direction, Kind
from tgkt.facts.interval import INFINITY
from tgkt.results.status import Assessment, Attention, Grade, Standing, StandingKind

_UNKNOWN = ("no_result", "years_missing")
_BREACHED = "breach"


def with_attention(item: Assessment, way: Way) -> Assessment:
    """A row with its class and its distance."""
    return item._replace(attention=_attention(item, way), distance=_distance(item))


def ranked(items: Iterable[Assessment]) -> list[Assessment]:
    """The rows of a plan in the order they come, each with its place in the order of attention."""
    found = list(items)
    places = {id(item): place for place, item in enumerate(by_attention(found), 1)}
    return [item._replace(rank=places[id(item)]) for item in found]


def by_attention(items: Iterable[Assessment]) -> list[Assessment]:
    """The rows in the order of attention; equal ones keep their order."""
    return sorted(items, key=_order)


def worst(items: Sequence[Assessment]) -> Assessment:
    """The row that needs attention most."""
    return min(items, key=_order)


def is_uncertain(item: Assessment) -> bool:
    """Whether a row's verdict or standing could be otherwise."""
    return item.verdict.certain is False or (item.standing is not None and item.standing.certain is False)


def _order(item: Assessment) -> tuple[int, tuple[bool, Decimal], bool, tuple[bool, Decimal], tuple[bool, Decimal]]:
    return (
        item.attention.place,
        _largest_first(item.distance),
        is_uncertain(item),
        _largest_first(item.stretch),
        _largest_first(_missing(item)),
    )


def _largest_first(value: Decimal | None) -> tuple[bool, Decimal]:
    return (True, Decimal(0)) if value is None else (False, -value)


def _attention(item: Assessment, way: Way) -> Attention:
    grade = item.verdict.grade
    if item.standing is not None:
        return _ahead(item.standing, way)
    if grade.assessed:
        return Attention.MET if grade.passed else Attention.MISSED
    return Attention.NO_RESULT if item.verdict.reason.code in _UNKNOWN else Attention.NOT_ASSESSABLE


def _ahead(standing: Standing, way: Way) -> Attention:
    """Before the deadline: the standing, and whether the newest year is the one that was missed."""
    kind = standing.kind
    if kind is StandingKind.ALREADY_MISSED:
        return Attention.MISSED_NEWEST if _is_missed_now(way) else Attention.MISSED_EARLIER
    return Attention.MISSED_NEWEST if standing.reason.code == _BREACHED else Attention(kind)


def _is_missed_now(way: Way) -> bool:
    """Whether the newest year misses a target of every year; a ceiling that was passed stays missed."""
    if way.form is not Form.EVERY_YEAR or way.goal is None:
        return True
    return graded(way.goal, way.observed[max(way.observed)]).grade is Grade.NOT_MET


def _distance(item: Assessment) -> Decimal | None:
    known = item.result or item.current
    required = item.edge if item.standing is None else item.required.value if item.required else None
    base, edge = item.baseline, item.edge
    if known is None or base is None or required is None or edge is None or not _are_alike(item):
        return None
    whole = CONTEXT.subtract(edge, base.value).copy_abs()
    return CONTEXT.divide(_worse_by(item, known.value, required, edge), whole) if whole else None


def _are_alike(item: Assessment) -> bool:
    """Whether the figures of a row can be subtracted: all are finite numbers in the row's unit, and no ranks."""
    told = [each for each in (item.result, item.current, item.baseline) if each]
    alike = all(each.unit == item.unit and abs(each.value) != INFINITY for each in told)
    return alike and item.row.indicator.kind is not Kind.RANK


def _worse_by(item: Assessment, value: Decimal, required: Decimal, edge: Decimal) -> Decimal:
    """How much worse v is than the required r: r - v, v - r where less is better, |v - t| - |r - t| if neutral."""
    direction = item.row.indicator.direction
    if direction is Direction.NEUTRAL:
        off, due = (CONTEXT.subtract(each, edge).copy_abs() for each in (value, required))
        return CONTEXT.subtract(off, due)
    less = CONTEXT.subtract(required, value)
    return less if direction is Direction.INCREASE else -less


def _missing(item: Assessment) -> Decimal | None:
    """The shortfall at the deadline as a share of the target t: (t - v) / |t|, positive where the result is worse."""
    if item.result is None or item.standing is not None or not item.edge or not _are_alike(item):
        return None
    return CONTEXT.divide(_worse_by(item, item.result.value, item.edge, item.edge), item.edge.copy_abs())
