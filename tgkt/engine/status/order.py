"""The orders in which rows can be shown. Equal rows stay in document order.

    code        by number, 2 before 10
    attention   what needs attention most first
    standing    the best first; rows after their deadline last
    verdict     the best first
    distance    the farthest from what is required first
    stretch     what must speed up most first
    title       by alphabet
    section     as the data list the sections

There is no order by gap, because gaps are in different units; the distance is comparable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tgkt.errors import unaccented
from tgkt.results.status import Assessment, Grade, StandingKind


class Order(StrEnum):
    """An order of rows."""

    CODE = "code"
    ATTENTION = "attention"
    STANDING = "standing"
    VERDICT = "verdict"
    DISTANCE = "distance"
    STRETCH = "stretch"
    TITLE = "title"
    SECTION = "section"


def ordered(items: Iterable[Assessment], order: Order, sections: Sequence[str], lang: str) -> list[Assessment]:
    """Rows in an order.

    Args:
        items: the rows, in document order.
        order: the order.
        sections: the ids of all sections, in their order.
        lang: the language whose titles are sorted.
    """
    keys: dict[Order, Callable[[Assessment], Any]] = {
        Order.CODE: _numbers,
        Order.ATTENTION: lambda item: item.rank,
        Order.STANDING: lambda item: _STANDINGS.index(item.standing.kind) if item.standing else len(_STANDINGS),
        Order.VERDICT: lambda item: _GRADES.index(item.verdict.grade),
        Order.DISTANCE: lambda item: _largest_first(item.distance),
        Order.STRETCH: lambda item: _largest_first(item.stretch),
        Order.TITLE: lambda item: _alphabetical(item.row.indicator.title.within(lang)),
        Order.SECTION: lambda item: sections.index(item.row.indicator.section),
    }
    return sorted(items, key=keys[order])


_STANDINGS, _GRADES = list(StandingKind), list(Grade)


def _numbers(item: Assessment) -> list[tuple[bool, int, str]]:
    """A code by its numbers: 1.2 before 1.10, and words after numbers."""
    parts = re.findall(r"[0-9]+|[^0-9.]+", item.row.code)
    return [(False, *_whole(part)) if part[0] in "0123456789" else (True, 0, part) for part in parts]


def _whole(digits: str) -> tuple[int, str]:
    """A whole number as it is ordered, however long it is."""
    plain = digits.lstrip("0")
    return len(plain), plain


def _largest_first(value: Decimal | None) -> tuple[bool, Decimal]:
    return (True, Decimal(0)) if value is None else (False, -value)


def _alphabetical(title: str) -> tuple[str, str]:
    return unaccented(title), title.casefold()
