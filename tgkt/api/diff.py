"""What changed between two years, plans, folders or dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.pick import area_among, plan_named, section_among
from tgkt.api.sides import Sides, sides_of
from tgkt.engine.diff.diff import diff as diff_of
from tgkt.engine.diff.diff import diff_of_plans, narrowed, places_of
from tgkt.errors import UsageError
from tgkt.record import NamedTuple
from tgkt.report.diff.rows import diff_head, diff_row
from tgkt.report.diff.tables import diff_tables, names_of
from tgkt.report.fields.diff import DIFF
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.diff import Change, Diff


class Wanted(NamedTuple):
    """The changes that are asked for; what is left out selects all."""

    plan: str | None = None
    area: str | None = None
    section: str | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Changes(Answer[Change]):
    """Figures added, revised or gone, targets that differ, rows whose standing changed.

    Attributes:
        found: the changes, and how many there are of each sort.
        sides: the two states that are compared.
    """

    shape: ClassVar[Shape] = DIFF

    found: Diff
    sides: Sides

    def tables(self, view: View) -> list[Table]:
        """Counts, then the changes by what they are about."""
        names = names_of(self.sides.new.knowledge.catalogue, self.sides.old.knowledge.catalogue)
        return diff_tables(self.found, self.sides.compared, names, view)

    def head(self) -> Values:
        """What is compared, and counts."""
        old, new = self.sides.old.knowledge.clock, self.sides.new.knowledge.clock
        return diff_head(self.found, self.sides.compared, old, new)

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """A row for each change."""
        return [diff_row(each, self.tongues) for each in self.rows]

    @property
    def listed(self) -> Callable[[Change], Values]:
        """The fields of a change."""
        return lambda each: diff_row(each, self.tongues)


def diff(old: str, new: str | None, data: Path | None, lang: str, wanted: Wanted) -> Changes:
    """What changed from one state to another.

    Args:
        old: a year, a plan, a folder of data, or a date.
        new: another of the same sort; the data in force unless given.
        data: the folder of the data in force; the one that is read without a name unless given.
        lang: the language of tables.
        wanted: the changes that are asked for.

    Raises:
        UsageError: names that mean nothing, or things of two sorts.
        DataError: data cannot be read.
    """
    sides = sides_of(old, new, data)
    found = _found(sides, wanted)
    return Changes(tuple(found.changes), sides.new.knowledge, lang, found, sides)


def _found(sides: Sides, wanted: Wanted) -> Diff:
    """The changes that the filters let through."""
    catalogues = [state.knowledge.catalogue for state in (sides.old, sides.new)]
    areas = {id: area.title for each in catalogues for id, area in each.areas.items()}
    sections = {id: title for each in catalogues for id, title in each.sections.items()}
    only = area_among(wanted.area, areas) if wanted.area is not None else None
    within = section_among(wanted.section, sections) if wanted.section is not None else None
    if sides.plans is not None:
        if wanted.plan is not None:
            raise UsageError("--plan: two plans are named already. Leave it out")
        return narrowed(diff_of_plans(*sides.plans, sides.new.knowledge), only, within)
    plans = [one for each in catalogues for one in each.plans.values()]
    of = plan_named(wanted.plan, plans).id if wanted.plan is not None else None
    places = None if of is None else places_of(of, catalogues)
    return narrowed(diff_of(sides.old, sides.new, of, places), only, within)
