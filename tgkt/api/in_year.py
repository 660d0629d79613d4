"""Rows that have figures for parts of a year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from tgkt.api.answer import Answer
from tgkt.api.seen import Seen
from tgkt.api.status import Status
from tgkt.engine.status.in_year import in_year as in_year_of
from tgkt.facts.plan import Plan
from tgkt.message import Message
from tgkt.notes import note
from tgkt.report.breaks import saying_across
from tgkt.report.fields.in_year import IN_YEAR
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.status.in_year import in_year_row, in_year_table
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.in_year import InYear
from tgkt.series.series import Knowledge


@dataclass(frozen=True, eq=False, repr=False)
class InYears(Answer[InYear]):
    """The newest figures for part of a year, against the year before and the plan of the year.

    Attributes:
        plan: the plan that answers.
        until: the last year the figures may be of; None for any.
    """

    shape: ClassVar[Shape] = IN_YEAR

    plan: Plan
    until: int | None = None

    def tables(self, view: View) -> list[Table]:
        """One table."""
        clock, catalogue = self.knowledge.clock, self.knowledge.catalogue
        return saying_across([in_year_table(self.rows, catalogue, view)], view.lang, is_across=clock.across_breaks)

    def head(self) -> Values:
        """Plan and clock."""
        clock = self.knowledge.clock
        return {
            "plan": self.plan.id,
            "as_of": self.until,
            "known_by": clock.known_by,
            "across_breaks": clock.across_breaks,
        }

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """The rows."""
        return [in_year_row(item, self.tongues) for item in self.rows]

    @property
    def listed(self) -> Callable[[InYear], Values]:
        """The fields of a row."""
        return lambda item: in_year_row(item, self.tongues)

    @property
    def asked_plan(self) -> Plan:
        """The plan that answers."""
        return self.plan


def in_year(seen: Seen, of: Status) -> InYears:
    """The rows of a status that have a figure within a year; what the plan has no row for is named in a note."""
    found = in_year_of([item.row for item in of.rows], seen.knowledge, seen.until)
    if not found:
        note(Message("no document prints a figure for part of a year for these rows of {plan}", plan=of.plan.id))
    _name_others(of.plan, seen.knowledge)
    return InYears(tuple(found), seen.knowledge, seen.lang, of.plan, seen.until)


def _name_others(plan: Plan, knowledge: Knowledge) -> None:
    """Write a note that names indicators with such figures for which the plan has no row."""
    planned = {(row.indicator.id, row.area) for row in plan.rows}
    said = ((each.indicator, each.area) for each in knowledge.catalogue.in_year if knowledge.is_seen(each))
    others = dict.fromkeys(indicator for indicator, area in said if (indicator, area) not in planned)
    if others:
        told = Message(
            "figures for part of a year without a row in {plan}: {ids} (tgkt explain ID)",
            plan=plan.id,
            ids=", ".join(others),
        )
        note(told)
