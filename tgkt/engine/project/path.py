"""The arithmetic of a way: the pace between two values, where a pace leads, what the years left must make up.

With s the start, e the end, n the years and k those gone: the pace is (e/s)^(1/n) - 1 or (e - s)/n, the
path s (e/s)^(k/n) or s + (e - s) k/n. Everything is computed at 40 digits, whatever the caller's context.
"""

from __future__ import annotations

from decimal import Decimal

from tgkt.arithmetic.growth import CONTEXT, root_growth
from tgkt.engine.status.change import average_growth
from tgkt.facts.interval import INFINITY
from tgkt.facts.plan import Row


def between(start: Decimal, end: Decimal, years: int, is_growth: bool) -> Decimal | None:
    """The pace from one value to another: a growth in percent, or units a year; none without years between."""
    if years <= 0:
        return None
    return average_growth(start, end, years) if is_growth else CONTEXT.divide(end - start, Decimal(years))


def on_path(start: Decimal, end: Decimal, gone: int, years: int, is_growth: bool) -> Decimal | None:
    """The path's value after so many years; exact at both ends."""
    if gone in (0, years):
        return start if gone == 0 else end
    if not is_growth:
        way = CONTEXT.multiply(CONTEXT.subtract(end, start), Decimal(gone))
        return CONTEXT.add(start, CONTEXT.divide(way, Decimal(years)))
    growth = root_growth(start, end, years) if start > 0 and end > 0 else None
    return None if growth is None else CONTEXT.multiply(start, CONTEXT.power(CONTEXT.add(1, growth), Decimal(gone)))


def moved(start: Decimal, pace: Decimal | None, years: int, is_growth: bool, row: Row) -> Decimal | None:
    """Where a pace leads after so many years, clipped at the natural limits."""
    if pace is None:
        return None
    there = (
        CONTEXT.multiply(start, CONTEXT.power(CONTEXT.add(1, CONTEXT.divide(pace, Decimal(100))), Decimal(years)))
        if is_growth
        else CONTEXT.add(start, CONTEXT.multiply(pace, Decimal(years)))
    )
    times = row.target.times if row.target else Decimal(1)
    low, high = (
        end if abs(end) == INFINITY else CONTEXT.divide(end, times)
        for end in (row.indicator.floor, row.indicator.ceiling)
    )
    return min(max(there, low), high)


def rest(goal: Decimal, seen: list[Decimal], left: int) -> Decimal | None:
    """The growth the remaining years need so that the average over all of them is the goal."""
    if left == 0:
        return None
    whole = CONTEXT.power(1 + goal / 100, Decimal(len(seen) + left))
    gone = Decimal(1)
    for each in seen:
        gone = CONTEXT.multiply(gone, 1 + each / 100)
    return average_growth(gone, whole, left) if seen else goal


def stretch(required: Decimal | None, last: Decimal | None) -> Decimal | None:
    """How many times the last pace the required one is; none where either is missing or not positive."""
    if required is None or last is None or required <= 0 or last <= 0:
        return None
    return CONTEXT.divide(required, last)
