"""Figures that may have been meant instead: x 10^k (the decimal mark elsewhere), or nearly the same digits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from tgkt.facts.figure import Figure
from tgkt.record import NamedTuple


class Look(StrEnum):
    """The kinds of slip.

    factor    the figure is 10, 100, 1,000 … times too large or too small, as in another unit
    mark      the decimal mark was read as grouping, or lost, or grouping was read as the decimal mark
    swapped   two neighbouring digits changed places
    doubled   a digit stands twice
    dropped   a digit of a pair is missing
    """

    FACTOR = "factor"
    MARK = "mark"
    SWAPPED = "swapped"
    DOUBLED = "doubled"
    DROPPED = "dropped"


class Guess(NamedTuple):
    """A figure that may have been meant, and the slip that would explain the one at hand.

    Attributes:
        look: the kind of slip.
        figure: the figure without the slip, in the same unit.
        factor: how many times too large (10) or too small (-10) the figure is; None where its digits differ.
    """

    look: Look
    figure: Figure
    factor: int | None = None


_POWERS = range(1, 16)  # from a mark that moved by one place to "people" in place of "million billion people"
_GROUP = 3


def rescaled(figure: Figure, last: Figure | None) -> Iterator[Guess]:
    """The figure divided and multiplied by 10^k for k = 1..15, each with the kind of slip.

    Args:
        figure: the figure.
        last: an earlier figure of the same thing, whose decimals show whether a mark was lost.
    """
    for power in _POWERS:
        for way in (1, -1):
            turned = _shifted(figure, -way * power)
            look = Look.MARK if _is_mark(figure, last, power, is_large=way > 0) else Look.FACTOR
            yield Guess(look, turned, way * 10**power)


def misprints(figure: Figure) -> Iterator[Guess]:
    """The figure with two digits swapped, with one of a pair left out, and with one written twice; no ranges."""
    if figure.is_range:
        return
    text = f"{figure.low:f}"
    seen = {text}
    for look, other in _variants(text):
        digits = other.lstrip("-")
        if other not in seen and not (digits.startswith("0") and digits[1:2].isdigit()):
            seen.add(other)
            value = Decimal(other)
            yield Guess(look, figure._replace(low=value, high=value))


def _variants(text: str) -> Iterator[tuple[Look, str]]:
    for at, (one, next_) in enumerate(pairwise(text)):
        if one.isdigit() and next_.isdigit():
            if one != next_:
                yield Look.SWAPPED, f"{text[:at]}{next_}{one}{text[at + 2 :]}"
            else:
                yield Look.DOUBLED, text[:at] + text[at + 1 :]
    for at, one in enumerate(text):
        if one.isdigit():
            yield Look.DROPPED, text[:at] + one + text[at:]


def _shifted(figure: Figure, power: int) -> Figure:
    step = figure.step.scaleb(power) if figure.step is not None else None
    return figure._replace(low=figure.low.scaleb(power), high=figure.high.scaleb(power), step=step)


def _is_mark(figure: Figure, last: Figure | None, power: int, *, is_large: bool) -> bool:
    """Whether the digits could be those of a decimal mark that was taken for another, or lost."""
    own, wanted = _decimals(figure), 0 if last is None else _decimals(last)
    if power == _GROUP and not is_large:
        return own == _GROUP  # 1.845 for 1,845
    is_grouped = power == _GROUP and bool(figure.low % 1000)  # 1845 for 1.845
    return is_large and own == 0 and (is_grouped or wanted == power)


def _decimals(figure: Figure) -> int:
    exponent = figure.low.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
