"""What is still to go and what each year left must bring, as formulas over the cells of their row.

A formula stands only where it gives the very number that tgkt computed; else the number itself does. So it is where a
figure is a range or is said in words, where the years so far are added up, and where an edge other than the printed
number counts.

    gap       target - newest figure
    growth    ((target / newest figure) ^ (1 / years) - 1) * 100
    step      (target - newest figure) / years
    level     target, or of a total target / years
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext

from tgkt.arithmetic.quantity import CONTEXT
from tgkt.record import NamedTuple
from tgkt.results.status import Assessment, Need

_NEAR = Decimal("1e-20")
_ONE = Decimal(1)


class Place(NamedTuple):
    """A number of a row: the cell it stands in, or what computes it from cells."""

    at: str
    value: Decimal


def gap_formula(item: Assessment, targets: Sequence[Place], figures: Sequence[Place]) -> str:
    """What is still to go; empty where no formula gives it.

    Args:
        item: the row.
        targets: what may be its target.
        figures: its figures, the newest first.
    """
    if item.gap is None:
        return ""
    with localcontext(CONTEXT):
        for target, figure in _pairs(targets, figures):
            if _is_near(target.value - figure.value, item.gap):
                return f"={target.at}-{figure.at}"
    return ""


def need_formula(item: Assessment, targets: Sequence[Place], figures: Sequence[Place]) -> str:
    """What each year left must bring; empty where no formula gives it."""
    if item.needed is None:
        return ""
    with localcontext(CONTEXT):
        return next((formula for formula in _needs(item, item.needed.value, targets, figures)), "")


def targets_of(item: Assessment, target: Place | None, start: Place | None) -> list[Place]:
    """The number of the target; of a multiple of the year it starts from, that multiple."""
    if target is not None:
        return [target]
    stated = item.row.target
    if start is None or stated is None or stated.figure is None or stated.relative_to is None:
        return []
    with localcontext(CONTEXT):
        times = stated.figure.low
        return [Place(f"{times:f}*{start.at}", times * start.value)]


def _needs(item: Assessment, need: Decimal, targets: Sequence[Place], figures: Sequence[Place]) -> Iterator[str]:
    years = item.years_left
    if item.needed_in is Need.LEVEL:
        for target in targets:
            if _is_near(target.value, need):
                yield f"={target.at}"
            elif years and _is_near(target.value, need * years):
                yield f"={target.at}/{years}"
        return
    for target, figure in _pairs(targets, figures):
        if not years or not figure.value:
            continue
        if item.needed_in is Need.STEP and _is_near(target.value - figure.value, need * years):
            yield f"=({target.at}-{figure.at})/{years}"
        if item.needed_in is Need.GROWTH and _is_near((1 + need / 100) ** years * figure.value, target.value):
            yield f"=(({target.at}/{figure.at})^(1/{years})-1)*100"


def _pairs(targets: Sequence[Place], figures: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    return ((target, figure) for figure in figures for target in targets)


def _is_near(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are one but for what the last digits of a computation leave."""
    return abs(one - other) <= _NEAR * max(abs(one), abs(other), _ONE)
