"""Targets that bound only the worse side: "up to 45%" where more is better is met by nothing at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tgkt.errors import Problem
from tgkt.facts.catalogue import Catalogue
from tgkt.facts.figure import Comparator
from tgkt.facts.indicator import Direction
from tgkt.facts.statement import Statement
from tgkt.message import Message

_WORSE = {
    Direction.INCREASE: (Comparator.AT_MOST, Comparator.LESS_THAN),
    Direction.DECREASE: (Comparator.AT_LEAST, Comparator.MORE_THAN),
}


def bounds_of_the_worse_side(catalogue: Catalogue, files: Collection[str] = ()) -> list[Problem]:
    """The targets whose words bound the side that is worse; that may be meant, and is no mistake.

    Args:
        catalogue: the data.
        files: those whose targets are looked at; all unless given.
    """
    found = [_told(target, direction) for target, direction in _targets(catalogue)]
    return sorted({each for each in found if each and (not files or each.source.file in files)})


def _targets(catalogue: Catalogue) -> Iterator[tuple[Statement, Direction]]:
    rows = (row for plan in catalogue.plans.values() for row in plan.rows)
    return ((row.target, row.indicator.direction) for row in rows if row.target is not None)


def _told(target: Statement, direction: Direction) -> Problem | None:
    if target.comparator not in _WORSE.get(direction, ()):
        return None
    words = target.printed or str(target.figure)
    if direction is Direction.INCREASE:
        told = Message("'{words}' is a ceiling, and more is better. Check direction or words", words=words)
    else:
        told = Message("'{words}' is a floor, and less is better. Check direction or words", words=words)
    return Problem(target.source, f"indicators.{target.indicator}", told)
