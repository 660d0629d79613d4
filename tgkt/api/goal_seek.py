"""The figure at which another reaches a goal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from tgkt.api.amounts import amounts_of, naming
from tgkt.api.answer import Answer
from tgkt.api.pick import choose_plan, row_named
from tgkt.api.seen import Seen
from tgkt.engine.project.goal_seek import solve as solve_for
from tgkt.engine.project.typed import in_unit
from tgkt.errors import UsageError
from tgkt.facts.plan import Plan
from tgkt.report.fields.project import SOLVE
from tgkt.report.machine.shape import Shape
from tgkt.report.machine.values import Values
from tgkt.report.project.effects import solution_tables
from tgkt.report.project.rows import solution_head, solution_row
from tgkt.report.table import Table
from tgkt.report.view import View
from tgkt.results.project import Solution

_GOAL = re.compile(r"\s*(.+?)\s*(>=|<=|==|=|≥|≤)\s*(.+)\Z")
_SIGNS = {"≥": ">=", "≤": "<=", "==": "="}


@dataclass(frozen=True, eq=False, repr=False)
class Solved(Answer[Solution]):
    """The value of one figure at which another meets a goal; its one row says why where there is none.

    Attributes:
        plan: the plan whose targets were asked about.
    """

    shape: ClassVar[Shape] = SOLVE

    plan: Plan

    @property
    def value(self) -> Decimal | None:
        """The value, in the unit of the unknown; None where there is none."""
        return self.rows[0].value

    def tables(self, view: View) -> list[Table]:
        """The answer, what else changes, and the links."""
        return solution_tables(self.rows[0], view)

    def head(self) -> Values:
        """Plan and links."""
        return solution_head(self.rows[0], self.plan.id, self.tongues)

    def values(self, *, is_long: bool = False) -> list[Values]:  # noqa: ARG002 - there is one form
        """The one row."""
        return [solution_row(each, self.tongues) for each in self.rows]

    @property
    def asked_plan(self) -> Plan:
        """The plan whose targets were asked about."""
        return self.plan


def solve(seen: Seen, unknown: str, goal: str, plan: str | None) -> Solved:
    """The answer to `Data.solve`.

    Raises:
        UsageError: a goal that cannot be read, or a name that means nothing.
    """
    of = choose_plan(plan, seen.knowledge.catalogue)
    match = _GOAL.match(goal)
    if not match:
        raise UsageError("--for: '{goal}' is not a goal. Write WHAT >= VALUE, e.g. 'income >= 220'", goal=goal)
    sought, wanted_row = (row_named(each, of, seen.lang) for each in (unknown, match[1]))
    option = f"--for {goal}"
    amount = amounts_of({option: match[3]})[option]
    with naming(option):
        wanted = in_unit(amount, wanted_row)
    found = solve_for(sought, wanted_row, _SIGNS.get(match[2], match[2]), wanted, of.rows, seen.knowledge)
    return Solved((found,), seen.knowledge, seen.lang, of)
